"""The three kinds of export of the AVG-register of the Rijk."""

import json
from datetime import date

from leidraad.registers.verwerkingen.tests.uitwisseling.bestanden import zip_met
from leidraad.registers.verwerkingen.uitwisseling import avgregister, lezen
from leidraad.registers.verwerkingen.uitwisseling.bouwer import Omgeving

OP = Omgeving(date(2026, 11, 23), "leiden", ("Team Handhaving",), ("Burgemeester",))
WPG = {
    "Id": 12,
    "Naam": "Toezicht door boa's",
    "Nummer": "P12",
    "Dienst": "Handhaving",
    "Status": "Vastgesteld",
    "Betrokkenen": {
        "Verdachten": True,
        "Slachtoffers": False,
        "Veroordeelden": False,
        "Derden": True,
        "ToelichtingDerden": "Getuigen",
    },
    "Ontvanger": {
        "GeenTerBeschikking": True,
        "Artikel16": True,
        "Artikel22": False,
        "ToelichtingVertrekking": "Aan het OM",
    },
    "Doelen": [
        {
            "Id": 1,
            "Omschrijving": "Handhaven",
            "Artikel8": True,
            "Artikel9": False,
            "Artikel10Lid1A": False,
            "Artikel13Lid3": True,
            "Toelichting": "Zie de werkinstructie",
        }
    ],
    "Beveiliging": {
        "Encryptie": None,
        "Toegang": "Alleen boa's",
        "Maatregelen": ["Inbraakalarm"],
        "HasBeveiliging": True,
    },
    "GebPia": {"IsHoogRisicoRechtenVrijheden": True},
    "Verantwoordelijken": [{"Id": 3, "Naam": "Burgemeester", "Plaats": "Leiden"}],
}
VERWERKER = {
    "Id": "v1",
    "Naam": "Salarissen voor buurgemeenten",
    "Nummer": "V1",
    "VerdelingVerantwoordelijkheid": "Zie contract",
    "Verantwoordelijken": [{"Naam": "Gemeente Zoeterwoude"}],
    "Verwerkers": [{"Naam": "Hoster", "Land": "Duitsland"}],
    "Doelen": [{"Doel": "Salaris betalen", "Rechtsgrond": "Wettelijke verplichting"}],
    "Categorien": [{"Id": 9, "Omschrijving": "BSN"}],
    "Ontvangers": [{"Omschrijving": "Belastingdienst"}],
    "Beveiliging": {"ElectronischeWeg": ["Nee"]},
    "GebPia": {"Uitgevoerd": True},
    "Besluitvorming": {"HasBesluitvorming": False},
    "Doorgifte": {"BuitenEu": False},
}


def zet_om(*records):
    bron = lezen.lees("export.json", b"\xef\xbb\xbf" + json.dumps(records).encode())
    assert bron.soort == "avgregister"
    return [*avgregister.zet_om(bron, OP)]


def test_wpg_met_artikelen_betrokkenen_en_verstrekkingen():
    [omgezet] = zet_om(WPG)
    inhoud = omgezet.inhoud
    assert (inhoud.regime, inhoud.bestuursorgaan, omgezet.eenheid) == (
        "wpg",
        "Burgemeester",
        "Team Handhaving",
    )
    assert [(d.grondslag, d.artikel) for d in inhoud.doelen] == [
        ("wpg-8", "artikel 8"),
        ("wpg-13", "artikel 13 lid 3"),
    ]
    assert [b.naam for b in inhoud.betrokkenen] == ["Verdachten", "Derden"]
    assert inhoud.betrokkenen[1].toelichting == "Getuigen"
    assert (inhoud.ontvangers[0].naam, inhoud.ontvangers[0].waarvoor) == (
        "Verstrekken volgens Wpg artikel 16",
        "Aan het OM",
    )
    for tekst in (
        "Ontvanger GeenTerBeschikking: ja",
        "Plaats: Leiden",
        "IsHoogRisicoRechtenVrijheden: ja",
        "Vastgesteld",
    ):
        assert tekst in inhoud.notitie


def test_een_artikel_dat_niet_voor_boas_geldt_wordt_gemeld():
    doel = {"Omschrijving": "Informanten", "Artikel12": True}
    [omgezet] = zet_om({**WPG, "Doelen": [doel]})
    assert any("geldt niet voor een boa" in m.melding for m in omgezet.meldingen)


def test_verwerker_voor_een_ander():
    [omgezet] = zet_om(VERWERKER)
    inhoud = omgezet.inhoud
    assert inhoud.rol == "verwerker"
    assert inhoud.rol_toelichting == "Zie contract\nVerwerker voor Gemeente Zoeterwoude"
    assert inhoud.gegevens[0].soort == "bsn"
    assert [(o.naam, o.rol, o.land) for o in inhoud.ontvangers] == [
        ("Hoster", "verwerker", "DE"),
        ("Belastingdienst", "", ""),
    ]
    assert inhoud.doelen[0].grondslag == "6-1-c"
    assert inhoud.geautomatiseerd_besluit is False
    assert "GebPia Uitgevoerd: ja" in inhoud.notitie


def test_een_zip_met_bijlagen_noemt_wat_niet_is_gelezen():
    bestand = zip_met({"verwerkingen.json": json.dumps([WPG]), "bijlagen/dpia.pdf": "x"})
    bron = lezen.lees("export.zip", bestand)
    assert bron.aantal == 1
    assert "bijlagen/dpia.pdf" in bron.meldingen[0].melding


def test_zonder_naam_wordt_een_verwerking_afgekeurd():
    [omgezet] = zet_om({**WPG, "Naam": ""})
    assert omgezet.afgekeurd
    assert any("Handhaven" in m.melding for m in omgezet.meldingen)
