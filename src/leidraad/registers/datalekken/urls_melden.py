"""The addresses for who reports a breach or has an action of one, and for the links of processors."""

from django.urls import path

from leidraad.registers.datalekken.views import melden, meldlinks, mijn_acties

urlpatterns = [
    path("datalekken/melden/", melden.melden, name="melden"),
    path("datalekken/mijn-meldingen/", melden.mijn_meldingen, name="mijn_meldingen"),
    path(
        "datalekken/mijn-meldingen/<slug:gemeente>/<slug:nummer>/", melden.mijn_melding, name="mijn_melding"
    ),
    path("datalekken/mijn-acties/", mijn_acties.mijn_acties, name="mijn_acties"),
    path("datalekken/meldlinks/", meldlinks.meldlinks, name="meldlinks"),
    path("datalekken/meldlinks/<int:pk>/intrekken/", meldlinks.intrekken, name="meldlink_intrekken"),
]
