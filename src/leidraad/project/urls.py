"""All addresses: staff under /werk/, signing in under /account/, inhabitants under /{gemeente}/."""

from django.conf import settings
from django.urls import include, path

from leidraad.dossiers.views.agenda import feed
from leidraad.project import invoer_bewaren, views
from leidraad.project.registers import REGISTERS

urlpatterns = [
    path("werk/", views.start, name="start"),
    path("werk/verder/", invoer_bewaren.verder, name="verder"),
    # Before the pages of one gemeente: "beheer/post/" is no gemeente.
    path("werk/", include("leidraad.berichten.urls")),
    path("werk/", include("leidraad.organisaties.urls")),
    path("werk/", include("leidraad.dossiers.urls")),
    path("werk/", include("leidraad.naleving.urls")),
    *(path("werk/", include(f"{register.pakket}.urls")) for register in REGISTERS),
    path("account/", include("leidraad.organisaties.account_urls")),
    *([path("werk/stijl/", include("leidraad.ui.urls"))] if settings.DEBUG else []),
    path("melden/", include("leidraad.registers.datalekken.urls_openbaar")),
    path("agenda/<str:geheim>.ics", feed, name="agenda"),
    # Last: its first part is the name of a municipality.
    path("", include("leidraad.portaal.urls")),
]
handler400 = "leidraad.ui.views.fout_400"
handler403 = "leidraad.ui.views.fout_403"
handler404 = "leidraad.ui.views.fout_404"
handler500 = "leidraad.ui.views.fout_500"
