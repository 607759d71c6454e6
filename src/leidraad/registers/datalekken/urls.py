"""The addresses of the staff screens of this register, mounted under /werk/."""

from django.urls import path

from leidraad.registers.datalekken.urls_documenten import urlpatterns as documentpatronen
from leidraad.registers.datalekken.urls_melden import urlpatterns as meldpatronen
from leidraad.registers.datalekken.views import acties, bewerken, dossier, lijst, stappen

app_name = "datalekken"

_EEN = "<slug:gemeente>/datalekken/<slug:nummer>/"

urlpatterns = [
    *meldpatronen,
    *documentpatronen,
    path("datalekken/", lijst.lijst, name="lijst"),
    path(_EEN, dossier.detail, name="detail"),
    path(f"{_EEN}overleg/", dossier.overleg, name="overleg"),
    path(f"{_EEN}bewerken/<slug:sectie>/", bewerken.bewerken, name="bewerken"),
    path(f"{_EEN}plaatsing/", stappen.plaatsing, name="plaatsing"),
    path(f"{_EEN}triage/", stappen.triage, name="triage"),
    path(f"{_EEN}risico/", stappen.risico, name="risico"),
    path(f"{_EEN}informeren/", stappen.informeren, name="informeren"),
    path(f"{_EEN}afsluiten/", stappen.afsluiten, name="afsluiten"),
    path(f"{_EEN}heropenen/", stappen.heropenen, name="heropenen"),
    path(f"{_EEN}advies-fg/", stappen.fg, name="fg"),
    path(f"{_EEN}ciso/", stappen.ciso, name="ciso"),
    path(f"{_EEN}acties/", acties.actie, name="actie"),
    path(f"{_EEN}acties/<int:pk>/", acties.actie_klaar, name="actie_klaar"),
    path(f"{_EEN}koppelen/", acties.koppelen, name="koppelen"),
]
