"""The addresses of the staff screens of this register, mounted under /werk/."""

from django.urls import path

from leidraad.registers.verwerkingen.urls_import import urlpatterns as importpatronen
from leidraad.registers.verwerkingen.views import (
    aanmaken,
    bewerken,
    dossier,
    eenheden,
    exporteren,
    lijst,
    stappen,
    vaststellen,
    versies,
)

app_name = "verwerkingen"

_EEN = "<slug:gemeente>/verwerkingen/<slug:nummer>/"

urlpatterns = [
    *importpatronen,
    path("verwerkingen/", lijst.lijst, name="lijst"),
    path("verwerkingen/export.<slug:formaat>", exporteren.exporteren, name="exporteren"),
    path("verwerkingen/eenheden/", eenheden.eenheden, name="eenheden"),
    path("verwerkingen/eenheden/<int:pk>/", eenheden.eenheid, name="eenheid"),
    path("verwerkingen/nieuw/", aanmaken.nieuw, name="nieuw"),
    path(_EEN, dossier.detail, name="detail"),
    path(f"{_EEN}bewerken/<slug:sectie>/", bewerken.bewerken, name="bewerken"),
    path(f"{_EEN}overleg/", dossier.overleg, name="overleg"),
    path(f"{_EEN}plaatsing/", aanmaken.plaatsing, name="plaatsing"),
    path(f"{_EEN}kopieren/", aanmaken.kopieren, name="kopieren"),
    path(f"{_EEN}stap/<slug:stap>/", stappen.stap, name="stap"),
    path(f"{_EEN}vaststellen/", vaststellen.vaststellen, name="vaststellen"),
    path(f"{_EEN}publicatie/", vaststellen.publicatie, name="publicatie"),
    path(f"{_EEN}versies/", versies.versies, name="versies"),
    path(f"{_EEN}versies/<int:versie>/", versies.versie, name="versie"),
    path(f"{_EEN}vergelijken/", versies.vergelijken, name="vergelijken"),
]
