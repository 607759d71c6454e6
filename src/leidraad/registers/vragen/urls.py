"""The addresses of the staff screens of this register, mounted under /werk/."""

from django.urls import path

from leidraad.registers.vragen.views import dossier, lijst, stellen, veelgesteld

app_name = "vragen"

_EEN = "<slug:gemeente>/vragen/<slug:nummer>/"

urlpatterns = [
    path("vragen/", lijst.lijst, name="lijst"),
    path("vragen/export.<slug:formaat>", lijst.exporteren, name="exporteren"),
    path("vragen/stellen/", stellen.stellen, name="stellen"),
    path("vragen/mijn-vragen/", stellen.mijn_vragen, name="mijn_vragen"),
    path("vragen/mijn-vragen/<slug:gemeente>/<slug:nummer>/", stellen.mijn_vraag, name="mijn_vraag"),
    path("vragen/veelgesteld/", veelgesteld.lijst, name="veelgesteld"),
    path(_EEN, dossier.detail, name="detail"),
    path(f"{_EEN}toewijzen/", dossier.toewijzen, name="toewijzen"),
    path(f"{_EEN}nemen/", dossier.nemen, name="nemen"),
    path(f"{_EEN}sluiten/", dossier.sluiten, name="sluiten"),
    path(f"{_EEN}veelgesteld/", veelgesteld.bewerken, name="veelgesteld_bewerken"),
    path(f"{_EEN}veelgesteld/intrekken/", veelgesteld.intrekken, name="veelgesteld_intrekken"),
]
