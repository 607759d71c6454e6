"""Een verwijzing naar een dossier dat iemand niet mag zien, zegt niets: ook het nummer niet."""

import json

import pytest

from leidraad.dossiers.handelingen import koppel
from leidraad.dossiers.journaal.afschermen import VERBORGEN
from leidraad.dossiers.models import Dossier
from leidraad.organisaties.rechten import VERTROUWELIJK
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.handelingen import bewaar_sectie, dien_in, geef_akkoord, stel_vast
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.tests.schermen.conftest import stempel, tekst, url, vers
from leidraad.registers.verwerkingen.tests.voorbeeld import volledig

GEHEIM = "VW-2026-0777"


@pytest.fixture
def onderdeel(wereld, maak, nu):
    """An established verwerking that is part of a confidential one of another team."""
    po = wereld.lid("privacy_officer")
    hoofd = maak()
    Dossier.objects.filter(pk=hoofd.pk).update(
        nummer=GEHEIM, vertrouwelijkheid=VERTROUWELIJK, eenheid=wereld.ander_team
    )
    deel = maak()
    nieuw = volledig(hoofdverwerking=GEHEIM)
    bewaar_sectie(
        verwerking=deel, sectie="algemeen", nieuw=nieuw, stempel=stempel(deel, "algemeen"), door=po, nu=nu
    )
    dien_in(verwerking=deel, door=po, nu=nu)
    geef_akkoord(verwerking=deel, door=po, nu=nu)
    stel_vast(verwerking=deel, openbaarheid="openbaar", door=wereld.lid("teammanager"), nu=nu)
    koppel(deel.dossier, vers(hoofd).dossier, soort="lijkt_op", door=po, nu=nu)
    return vers(deel)


@pytest.mark.parametrize("waar", ["", "versies/1/", "vergelijken/?van=1&naar=werk"])
def test_geen_pagina_noemt_het_nummer(client_als, onderdeel, waar):
    if "vergelijken" in waar:
        # Only a difference is shown.
        Verwerking.objects.filter(pk=onderdeel.pk).update(hoofdverwerking=None)
    for rol, ziet in (("teammanager", False), ("privacy_officer", True)):
        antwoord = client_als(rol).get(url(onderdeel, waar))
        assert antwoord.status_code == 200
        assert (GEHEIM in tekst(antwoord)) is ziet


def test_het_journaal_zegt_dat_er_iets_verborgen_is(client_als, onderdeel):
    adres = f"/werk/leiden/dossiers/{onderdeel.dossier.nummer}/journaal/"
    assert tekst(client_als("teammanager").get(adres)).count(VERBORGEN) == 2
    assert GEHEIM not in tekst(client_als("teammanager").get(adres))
    assert VERBORGEN not in tekst(client_als("privacy_officer").get(adres))


def test_wie_het_formulier_opslaat_maakt_de_verborgen_verwijzing_niet_los(client_als, onderdeel):
    browser, adres = client_als("coordinator"), url(onderdeel, "bewerken/algemeen/")
    pagina = browser.get(adres)
    assert GEHEIM not in tekst(pagina)
    velden = {
        naam: pagina.context["formulier"].velden[naam].value() or ""
        for naam in pagina.context["formulier"].velden.fields
    }
    velden |= {"stempel": stempel(onderdeel, "algemeen"), "omschrijving": "Anders dan het was."}
    assert browser.post(adres, velden).status_code == 302
    inhoud = opslag.lees(vers(onderdeel))
    assert (inhoud.hoofdverwerking, inhoud.omschrijving) == (GEHEIM, "Anders dan het was.")
    antwoord = browser.post(adres, velden | {"hoofdverwerking": GEHEIM})
    assert "Er is geen andere verwerking" in tekst(antwoord)


def test_een_export_van_wat_er_nu_staat_noemt_het_nummer_niet(client_als, onderdeel):
    for rol, ziet in (("teammanager", False), ("privacy_officer", True)):
        stroom = client_als(rol).get("/werk/verwerkingen/export.json").streaming_content
        records = json.loads(b"".join(stroom))["verwerkingen"]
        (record,) = (r for r in records if r["nummer"] == onderdeel.dossier.nummer)
        assert (record["inhoud"]["hoofdverwerking"] == GEHEIM) is ziet
