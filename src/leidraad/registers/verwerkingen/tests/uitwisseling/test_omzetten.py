"""What a row of a real register becomes."""

from datetime import date

import pytest

from leidraad.registers.verwerkingen.uitwisseling import rijen
from leidraad.registers.verwerkingen.uitwisseling.bouwer import Omgeving
from leidraad.registers.verwerkingen.uitwisseling.bron import Bron, Rij, unieke_koppen
from leidraad.registers.verwerkingen.uitwisseling.koppelen import als_koppeling, stel_voor

OP = Omgeving(
    date(2026, 11, 23),
    "leiden",
    ("Team Burgerzaken", "Afdeling Inwonerszaken"),
    ("Burgemeester", "College van burgemeester en wethouders", "Gemeenteraad"),
)


def zet_om(**cellen):
    """One row; a keyword is a header, with underscores for spaces."""
    koppen = unieke_koppen(["Naam", *(kop.replace("_", " ") for kop in cellen)])
    bron = Bron("tabel", "x", koppen, (Rij(2, ("Verwerking", *cellen.values())),))
    [omgezet] = rijen.zet_om(bron, als_koppeling(stel_voor(bron)), OP)
    return omgezet


def gemeld(omgezet, woord):
    return any(woord in m.melding for m in omgezet.meldingen)


def test_een_grondslag_geldt_voor_alle_doelen():
    doelen = zet_om(Doel="Een\nTwee", Grondslag="publieke taak").inhoud.doelen
    assert [(d.omschrijving, d.grondslag) for d in doelen] == [("Een", "6-1-e"), ("Twee", "6-1-e")]


def test_evenveel_grondslagen_als_doelen_gaan_op_volgorde():
    doelen = zet_om(Doel="Een\nTwee", Grondslag="toestemming\ncontract").inhoud.doelen
    assert [d.grondslag for d in doelen] == ["6-1-a", "6-1-b"]


def test_een_doel_met_twee_grondslagen_wordt_twee_regels():
    doelen = zet_om(Doel="Een", Grondslag="AVG art. 6 lid 1 onder c en e").inhoud.doelen
    assert [(d.omschrijving, d.grondslag) for d in doelen] == [("Een", "6-1-c"), ("Een", "6-1-e")]


def test_wat_niet_te_verdelen_is_blijft_aan_mensen():
    omgezet = zet_om(Doel="Een\nTwee\nDrie", Grondslag="toestemming\ncontract")
    assert [d.grondslag for d in omgezet.inhoud.doelen] == ["", "", ""]
    assert gemeld(omgezet, "Kies zelf")


def test_de_wet_naast_de_grondslag_komt_in_haar_veld():
    [doel] = zet_om(Doel="Een", Grondslag="Wettelijke verplichting (Wet BRP, artikel 1.4)").inhoud.doelen
    assert (doel.grondslag, doel.wet, doel.artikel) == ("6-1-c", "Wet BRP, artikel 1.4", "artikel 1.4")
    assert doel.toelichting == "Wettelijke verplichting (Wet BRP, artikel 1.4)"


def test_alleen_een_wet_is_nog_geen_grondslag():
    [doel] = zet_om(Doel="Een", Grondslag="Participatiewet").inhoud.doelen
    assert (doel.grondslag, doel.wet) == ("", "Participatiewet")


def test_gerechtvaardigd_belang_blijft_maar_wordt_gemeld():
    omgezet = zet_om(Doel="Een", Grondslag="legitimate_interests")
    assert omgezet.inhoud.doelen[0].grondslag == "6-1-f"
    assert gemeld(omgezet, "publieke taken")


def test_gegevens_krijgen_de_enige_betrokkenen_en_de_enige_termijn():
    inhoud = zet_om(Persoonsgegevens="Naam, BSN", Betrokkenen="Inwoners", Bewaartermijn="5 jaar").inhoud
    assert [(g.soort, g.betrokkenen, g.bewaartermijn) for g in inhoud.gegevens] == [
        ("gewoon", 1, 1),
        ("bsn", 1, 1),
    ]
    assert zet_om(Persoonsgegevens="Naam", Betrokkenen="A; B").inhoud.gegevens[0].betrokkenen is None


@pytest.mark.parametrize(
    ("cel", "soorten"), [("nee", []), ("Gezondheid, ras", ["bijzonder"] * 2), ("ja", ["bijzonder"])]
)
def test_de_kolom_bijzondere_persoonsgegevens(cel, soorten):
    omgezet = zet_om(Bijzondere_persoonsgegevens=cel)
    assert [g.soort for g in omgezet.inhoud.gegevens] == soorten
    assert gemeld(omgezet, "niet welke") == (cel == "ja")


def test_een_zin_met_bijzondere_gegevens_wordt_niet_geraden():
    omgezet = zet_om(
        Persoonsgegevens="Alles wat de arts over medische gegevens van het kind schrijft en bewaart"
    )
    assert omgezet.inhoud.gegevens[0].soort == ""
    assert gemeld(omgezet, "Splits")


def test_de_selectielijst_wordt_herkend_als_het_nummer_bestaat():
    [termijn] = zet_om(Bewaartermijn="5 jaar na afhandeling, Selectielijst 29.1").inhoud.bewaartermijnen
    assert (termijn.bron, termijn.resultaat, termijn.duur) == ("selectielijst", "29.1", "P5Y")
    [termijn] = zet_om(Bewaartermijn="5 jaar, Selectielijst 99.9").inhoud.bewaartermijnen
    assert (termijn.bron, termijn.resultaat) == ("", "")


def test_ontvangers_krijgen_hun_rol_van_de_kolom():
    inhoud = zet_om(
        Ontvangers="Politie; Hoster BV", Verwerker="Hoster BV", Interne_ontvangers="Team Zorg"
    ).inhoud
    assert [(o.naam, o.rol) for o in inhoud.ontvangers] == [
        ("Hoster BV", "verwerker"),
        ("Politie", ""),
        ("Team Zorg", "intern"),
    ]


def test_doorgifte_met_land_en_waarborg():
    omgezet = zet_om(Verwerker="Hoster BV", Doorgifte_buiten_EU="Ja, Verenigde Staten (SCC)")
    assert [(o.naam, o.land, o.mechanisme) for o in omgezet.inhoud.ontvangers] == [("Hoster BV", "US", "scc")]
    assert gemeld(omgezet, "Kijk na")


@pytest.mark.parametrize("cel", ["nee", "No", "unknown", "n.v.t.", "none", "Nee, alleen in Nederland"])
def test_geen_doorgifte_geeft_geen_land(cel):
    omgezet = zet_om(Verwerker="Hoster BV", Doorgifte_buiten_EU=cel)
    assert omgezet.inhoud.ontvangers[0].land == ""
    assert not gemeld(omgezet, "doorgifte")


def test_doorgifte_zonder_land_wordt_gemeld():
    assert gemeld(zet_om(Doorgifte_buiten_EU="ja"), "herkennen geen land")


@pytest.mark.parametrize(
    ("tekst", "orgaan"),
    [
        ("College van B&W", "College van burgemeester en wethouders"),
        ("Burgemeester", "Burgemeester"),
        ("de raad", "Gemeenteraad"),
        ("Gemeente Leiden", ""),
        ("Burgemeester of raad", ""),
    ],
)
def test_het_bestuursorgaan_wordt_herkend_of_gemeld(tekst, orgaan):
    omgezet = zet_om(Verwerkingsverantwoordelijke=tekst)
    assert omgezet.inhoud.bestuursorgaan == orgaan
    assert gemeld(omgezet, "geen bestuursorgaan") == (not orgaan)


def test_tegenstrijdige_datums_breken_niets():
    omgezet = zet_om(Startdatum="01-02-2020", Einddatum="01-02-2019")
    assert (omgezet.inhoud.startdatum, omgezet.inhoud.einddatum) == (date(2020, 2, 1), None)
    assert gemeld(omgezet, "voor de startdatum")


def test_het_team_gaat_voor_de_afdeling():
    assert zet_om(Afdeling="Inwonerszaken", Team="Burgerzaken").eenheid == "Team Burgerzaken"


def test_een_status_in_de_bron_stelt_niets_vast():
    assert "Status: Vastgesteld" in zet_om(Status="Vastgesteld").inhoud.notitie


@pytest.mark.parametrize(
    ("cel", "antwoord"), [("Ja", True), ("Nee, nooit", False), ("onbekend", None), ("wellicht", None)]
)
def test_profilering(cel, antwoord):
    assert zet_om(Profilering=cel).inhoud.profilering is antwoord


def test_maatregelen_met_code_en_eigen_woorden():
    inhoud = zet_om(Technische_maatregelen="encryptie, BHV Map").inhoud
    assert [(m.code, m.toelichting) for m in inhoud.maatregelen] == [
        ("versleuteling_opslag", "encryptie"),
        ("", "BHV Map"),
    ]


def test_twee_kolommen_naar_een_tekstveld_houden_hun_kop():
    omgezet = zet_om(Omschrijving_verwerking="Een", Samenvatting="Twee")
    assert omgezet.inhoud.omschrijving == "Omschrijving verwerking: Een\nSamenvatting: Twee"
