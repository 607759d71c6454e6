"""The addresses of the staff screens of this register, mounted under /werk/."""

from django.urls import path

from leidraad.registers.beleid.views import (
    aanmaken,
    besluiten,
    bewerken,
    conformiteit,
    dossier,
    griffie,
    lezen,
    lijst,
    versies,
    verwacht,
)

app_name = "beleid"

_EEN = "<slug:gemeente>/beleid/<slug:nummer>/"
_VERSIE = f"{_EEN}versies/<int:versie>/"

urlpatterns = [
    path("beleid/", lijst.lijst, name="lijst"),
    path("beleid/export.<slug:formaat>", lijst.exporteren, name="exporteren"),
    path("beleid/nieuw/", aanmaken.nieuw, name="nieuw"),
    path("beleid/te-lezen/", lezen.te_lezen, name="te_lezen"),
    path("beleid/verwacht/<slug:gemeente>/", verwacht.verwacht, name="verwacht"),
    path("beleid/verwacht/<slug:gemeente>/<slug:code>/", verwacht.niet_nodig, name="niet_nodig"),
    path(_EEN, dossier.detail, name="detail"),
    path(f"{_EEN}overleg/", dossier.overleg, name="overleg"),
    path(f"{_EEN}kennisname/", lezen.kennisname, name="kennisname"),
    path(f"{_EEN}bewerken/", bewerken.stuk, name="bewerken"),
    path(f"{_EEN}kopieren/", aanmaken.kopieren, name="kopieren"),
    path(f"{_EEN}vaststellen/", besluiten.vaststellen, name="vaststellen"),
    path(f"{_EEN}beoordelen/", besluiten.beoordelen, name="beoordelen"),
    path(f"{_EEN}intrekken/", besluiten.intrekken, name="intrekken"),
    path(f"{_EEN}conformiteit/", conformiteit.conformiteit, name="conformiteit"),
    path(f"{_EEN}griffie/", griffie.toepassen, name="griffie"),
    path(f"{_EEN}griffie/intrekken/", griffie.intrekken, name="griffie_intrekken"),
    path(f"{_EEN}versies/nieuw/", versies.nieuw, name="versie_nieuw"),
    path(_VERSIE, versies.versie, name="versie"),
    path(f"{_VERSIE}bewerken/", bewerken.versie, name="versie_bewerken"),
    path(f"{_VERSIE}bestand/", versies.bestand, name="versie_bestand"),
    path(f"{_VERSIE}verwerpen/", versies.verwerpen, name="versie_verwerpen"),
    path(f"{_VERSIE}gelezen/", lezen.gelezen, name="gelezen"),
]
