"""What must be filled in before a verwerking can be established, article by article."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from leidraad.registers.verwerkingen.inhoud import Bewaartermijn, Doel, Gegeven, Inhoud, Ontvanger
from leidraad.registers.verwerkingen.regels.volledigheid import alle_eisen, ontbreekt, volledigheid
from leidraad.registers.verwerkingen.secties import SECTIE
from leidraad.registers.verwerkingen.tests.regels.hulp import OP, tekort
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG, volledig


def met_doel(**anders: Any) -> Inhoud:
    return volledig(doelen=(replace(VOLLEDIG.doelen[0], **anders),))


def met_gegeven(**anders: Any) -> Inhoud:
    return volledig(gegevens=(replace(VOLLEDIG.gegevens[0], **anders),))


def met_termijn(**anders: Any) -> Inhoud:
    return volledig(bewaartermijnen=(replace(VOLLEDIG.bewaartermijnen[0], **anders),))


def met_ontvanger(**anders: Any) -> Inhoud:
    return volledig(ontvangers=(replace(VOLLEDIG.ontvangers[0], **anders),))


@pytest.mark.regel("3.3.2")
def test_een_volledige_verwerking_mist_niets():
    assert ontbreekt(VOLLEDIG, OP) == ()
    assert volledigheid(VOLLEDIG, OP) == 100


@pytest.mark.regel("3.3.1", "3.3.2")
def test_een_lege_verwerking_mist_in_elk_onderdeel_iets():
    eisen = ontbreekt(Inhoud(), OP)
    assert {eis.sectie for eis in eisen} == set(SECTIE) - {"notitie"}
    assert volledigheid(Inhoud(), OP) < 10
    assert all(eis.tekst.endswith(".") and eis.grond for eis in eisen)


ALGEMEEN = [
    ("AVG art. 30", {"naam": ""}, {"naam"}),
    ("norm 3.3.1", {"omschrijving": ""}, {"omschrijving"}),
    ("AVG art. 4 onder 7 en 8", {"rol": ""}, {"rol"}),
    ("AVG art. 30 lid 1 onder a", {"bestuursorgaan": ""}, {"bestuursorgaan"}),
    ("AVG art. 26", {"rol": "gezamenlijk"}, {"rol_toelichting"}),
    ("AVG art. 26 beschreven", {"rol": "gezamenlijk", "rol_toelichting": "Met Leiderdorp."}, set()),
    ("AVG art. 30 lid 2", {"rol": "verwerker"}, {"rol_toelichting"}),
    ("AVG art. 30 lid 2: de verwerker heeft geen orgaan nodig",
     {"rol": "verwerker", "bestuursorgaan": "", "rol_toelichting": "Voor Oegstgeest."}, set()),
    ("norm 4.4.1", {"startdatum": None}, {"startdatum"}),
    ("AVG art. 30 lid 1 onder b", {"doelen": ()}, {"doelen", "gegevens.1.noodzaken"}),
    ("AVG art. 30 lid 1 onder c: wie", {"betrokkenen": ()}, {"betrokkenen", "gegevens.1.betrokkenen"}),
    ("AVG art. 30 lid 1 onder c: gegevens", {"gegevens": ()}, {"gegevens"}),
    ("AVG art. 30 lid 1 onder d", {"ontvangers": ()}, {"ontvangers"}),
    ("AVG art. 30 lid 1 onder f", {"bewaartermijnen": ()}, {"bewaartermijnen", "gegevens.1.bewaartermijn"}),
    ("AVG art. 30 lid 1 onder g", {"maatregelen": ()}, {"maatregelen"}),
    ("norm 2.3.2", {"proportionaliteit": ""}, {"proportionaliteit"}),
    ("norm 2.3.2: wat niet voldoet, kan niet", {"proportionaliteit": "voldoet_niet"}, {"proportionaliteit"}),
    ("norm 2.3.2: met reden", {"proportionaliteit_waarom": ""}, {"proportionaliteit_waarom"}),
    ("norm 2.3.3", {"subsidiariteit": "voldoet_niet"}, {"subsidiariteit"}),
    ("norm 2.3.3: met reden", {"subsidiariteit_waarom": ""}, {"subsidiariteit_waarom"}),
    ("norm 2.4.1", {"juistheid": ""}, {"juistheid"}),
    ("norm 2.10.1", {"profilering": None}, {"profilering"}),
    ("AVG art. 13 lid 2 onder f", {"profilering": True}, {"profilering_toelichting"}),
    ("norm 2.10.2", {"geautomatiseerd_besluit": None}, {"geautomatiseerd_besluit"}),
    ("norm 2.10.2: gaat naar de FG, blokkeert niet", {"geautomatiseerd_besluit": True}, set()),
    ("norm 2.7.1", {"informatiewijze": ""}, {"informatiewijze"}),
    ("norm 2.7.2: tekst", {"privacyverklaring": ""}, {"privacyverklaring"}),
    ("norm 2.7.2: link", {"informatiewijze": "link"}, {"privacyverklaring_link"}),
    ("AVG art. 14 lid 5", {"informatiewijze": "uitzondering"}, {"informatie_uitzondering"}),
]  # fmt: skip


@pytest.mark.regel("2.3.2", "2.3.3", "2.4.1", "2.7.1", "2.7.2", "2.10.1", "2.10.2", "3.3.1")
@pytest.mark.parametrize(("artikel", "anders", "verwacht"), ALGEMEEN, ids=[rij[0] for rij in ALGEMEEN])
def test_algemeen_en_zorgvuldigheid(artikel: str, anders: dict[str, Any], verwacht: set[str]):
    if anders.get("doelen") == ():
        anders |= {"gegevens": (replace(VOLLEDIG.gegevens[0], noodzaken=()),)}
    if anders.get("betrokkenen") == ():
        anders |= {"gegevens": (replace(VOLLEDIG.gegevens[0], betrokkenen=None),)}
    if anders.get("bewaartermijnen") == ():
        anders |= {"gegevens": (replace(VOLLEDIG.gegevens[0], bewaartermijn=None),)}
    assert tekort(volledig(**anders)) == verwacht


DOELEN = [
    ("norm 2.2.1", {"omschrijving": ""}, {"omschrijving"}),
    ("AVG art. 6 lid 1", {"grondslag": ""}, {"grondslag"}),
    ("AVG art. 6 lid 1: onbekende code", {"grondslag": "6-1-z"}, {"grondslag"}),
    ("AVG art. 6 lid 3 bij e", {"wet": "", "artikel": ""}, {"wet", "artikel"}),
    ("AVG art. 6 lid 3 bij c", {"grondslag": "6-1-c", "artikel": ""}, {"artikel"}),
    ("AVG art. 6 lid 1 onder b vraagt geen wet", {"grondslag": "6-1-b", "wet": "", "artikel": ""}, set()),
    ("AVG overweging 43", {"grondslag": "6-1-a"}, {"toelichting"}),
    ("AVG art. 6 lid 1, laatste zin", {"grondslag": "6-1-f", "toelichting": "Belang."}, {"grondslag"}),
    ("AVG art. 6 lid 1 onder f: met uitleg", {"grondslag": "6-1-f"}, {"grondslag", "toelichting"}),
    ("AVG art. 6 lid 4", {"later_doel": True},
     {"verband", "kader", "aard", "gevolgen", "waarborgen", "verenigbaar"}),
    ("AVG art. 6 lid 4: niet verenigbaar",
     {"later_doel": True, "verband": "a", "kader": "b", "aard": "c", "gevolgen": "d", "waarborgen": "e",
      "verenigbaar": "voldoet_niet"}, {"verenigbaar"}),
]  # fmt: skip


@pytest.mark.regel("2.1.1", "2.2.1", "2.2.2")
@pytest.mark.parametrize(("artikel", "anders", "verwacht"), DOELEN, ids=[rij[0] for rij in DOELEN])
def test_doelen_en_grondslagen(artikel: str, anders: dict[str, Any], verwacht: set[str]):
    assert tekort(met_doel(**anders)) == {f"doelen.1.{veld}" for veld in verwacht}


@pytest.mark.regel("2.1.1")
def test_avg_6_1_f_mag_zonder_wettelijke_taak():
    inhoud = replace(met_doel(grondslag="6-1-f", toelichting="Eigen gebouwen bewaken."), wettelijke_taak="")
    assert tekort(inhoud) == set()


GEGEVENS = [
    ("AVG art. 30 lid 1 onder c", {"naam": ""}, {"naam"}),
    ("over wie", {"betrokkenen": None}, {"betrokkenen"}),
    ("AVG art. 9 en 10", {"soort": ""}, {"soort"}),
    ("norm 2.3.1", {"noodzaken": ()}, {"noodzaken"}),
    ("AVG art. 14 lid 2 onder f", {"herkomst": ""}, {"herkomst"}),
    ("AVG art. 13 lid 2 onder e", {"gevolg": ""}, {"gevolg"}),
    ("AVG art. 13 lid 2 onder e: niet verplicht", {"verplicht": False, "gevolg": ""}, set()),
    ("AVG art. 30 lid 1 onder f", {"bewaartermijn": None}, {"bewaartermijn"}),
    ("AVG art. 9 lid 1", {"soort": "bijzonder"}, {"doorbrekingsgrond"}),
    ("AVG art. 9 lid 2 onder g", {"soort": "bijzonder", "doorbrekingsgrond": "9-2-g"},
     {"doorbreking_toelichting"}),
    ("AVG art. 9 lid 2 onder f", {"soort": "bijzonder", "doorbrekingsgrond": "9-2-f"}, set()),
    ("AVG art. 10; UAVG art. 31", {"soort": "strafrechtelijk"}, {"doorbrekingsgrond"}),
    ("AVG art. 10: grond van artikel 9 past niet", {"soort": "strafrechtelijk", "doorbrekingsgrond": "9-2-f"},
     {"doorbrekingsgrond"}),
    ("UAVG art. 46", {"soort": "bsn"}, {"doorbrekingsgrond"}),
    ("UAVG art. 46: met wet",
     {"soort": "bsn", "doorbrekingsgrond": "uavg-46", "doorbreking_toelichting": "Wet BRP art. 1.7"}, set()),
    ("gevoelig vraagt geen uitzondering", {"soort": "gevoelig"}, set()),
]  # fmt: skip


@pytest.mark.regel("2.1.2", "2.3.1")
@pytest.mark.parametrize(("artikel", "anders", "verwacht"), GEGEVENS, ids=[rij[0] for rij in GEGEVENS])
def test_gegevens(artikel: str, anders: dict[str, Any], verwacht: set[str]):
    assert tekort(met_gegeven(**anders)) == {f"gegevens.1.{veld}" for veld in verwacht}


@pytest.mark.regel("2.1.2")
def test_avg_9_lid_2_onder_d_is_niet_voor_een_gemeente():
    inhoud = met_gegeven(soort="bijzonder", doorbrekingsgrond="9-2-d")
    assert "gegevens.1.doorbrekingsgrond" in tekort(inhoud)


BEWAREN = [
    ("AVG art. 5 lid 1 onder e", {"duur": ""}, {"duur"}),
    ("geen duur van ISO 8601", {"duur": "vijf jaar"}, {"duur"}),
    ("geen duur zonder getal", {"duur": "P"}, {"duur"}),
    ("meteen vernietigen is een termijn", {"duur": "P0D"}, set()),
    ("geen duur in het verleden", {"duur": "-P5Y"}, {"duur"}),
    ("geen duur zonder einde", {"duur": "P99999999999D"}, {"duur"}),
    ("onbekende bron", {"bron": "zomaar"}, {"bron"}),
    ("blijvend bewaren", {"duur": "", "blijvend": True, "startmoment": ""}, set()),
    ("vanaf wanneer", {"startmoment": ""}, {"startmoment"}),
    ("norm 2.5.1", {"bron": ""}, {"bron"}),
    ("norm 2.5.1: wet", {"wet": ""}, {"wet"}),
    ("Archiefwet", {"bron": "selectielijst"}, {"resultaat"}),
    ("Archiefwet: onbekend nummer", {"bron": "selectielijst", "resultaat": "99.9"}, {"resultaat"}),
    ("Archiefwet: bekend nummer", {"bron": "selectielijst", "resultaat": "6.1"}, set()),
    ("Archiefwet: de lijst zegt vernietigen", {"bron": "selectielijst", "resultaat": "6.1", "blijvend": True},
     {"blijvend"}),
    ("Archiefwet: de lijst zegt bewaren", {"bron": "selectielijst", "resultaat": "1.2", "blijvend": True},
     set()),
    ("norm 2.5.2", {"bron": "eigen"}, {"motivering", "wet_en_lijst_zwijgen"}),
    ("norm 2.5.2: verklaard", {"bron": "eigen", "motivering": "Zo lang is het nodig.",
                               "wet_en_lijst_zwijgen": True}, set()),
]  # fmt: skip


@pytest.mark.regel("2.5.1", "2.5.2")
@pytest.mark.parametrize(("artikel", "anders", "verwacht"), BEWAREN, ids=[rij[0] for rij in BEWAREN])
def test_bewaartermijnen(artikel: str, anders: dict[str, Any], verwacht: set[str]):
    assert tekort(met_termijn(**anders)) == {f"bewaartermijnen.1.{veld}" for veld in verwacht}


DOORGIFTE = [
    ("AVG art. 30 lid 1 onder d", {"naam": ""}, {"naam"}),
    ("AVG art. 26 en 28", {"rol": ""}, {"rol"}),
    ("AVG art. 5 lid 1 onder b", {"waarvoor": ""}, {"waarvoor"}),
    ("binnen de EER", {"land": "IS"}, set()),
    ("AVG art. 44", {"land": "CN"}, {"mechanisme"}),
    ("AVG art. 45: geen besluit", {"land": "CN", "mechanisme": "adequaatheidsbesluit"}, {"mechanisme"}),
    ("AVG art. 45: wel een besluit", {"land": "UY", "mechanisme": "adequaatheidsbesluit"}, set()),
    ("AVG art. 45: een besluit voor sommigen", {"land": "US", "mechanisme": "adequaatheidsbesluit"},
     {"mechanisme_toelichting"}),
    ("AVG art. 45: waarom voor deze",
     {"land": "US", "mechanisme": "adequaatheidsbesluit", "mechanisme_toelichting": "Certificaat."}, set()),
    ("AVG art. 46 lid 3", {"land": "CN", "mechanisme": "overig"},
     {"mechanisme_toelichting", "doorgiftebeoordeling"}),
    ("AVG art. 46", {"land": "CN", "mechanisme": "scc"}, {"doorgiftebeoordeling"}),
    ("AVG art. 46: beoordeeld", {"land": "CN", "mechanisme": "scc", "doorgiftebeoordeling": "Ja."}, set()),
    ("AVG art. 49", {"land": "CN", "mechanisme": "art49"}, {"artikel49"}),
    *(
        (f"AVG art. 49 lid 3: {letter}", {"land": "CN", "mechanisme": "art49", "artikel49": f"49-1-{letter}"},
         {"artikel49"})
        for letter in ("a", "b", "c", "slot")
    ),
    ("AVG art. 49 lid 1 onder d", {"land": "CN", "mechanisme": "art49", "artikel49": "49-1-d"}, set()),
]  # fmt: skip


@pytest.mark.regel("2.9.1")
@pytest.mark.parametrize(("artikel", "anders", "verwacht"), DOORGIFTE, ids=[rij[0] for rij in DOORGIFTE])
def test_ontvangers_en_doorgifte(artikel: str, anders: dict[str, Any], verwacht: set[str]):
    assert tekort(met_ontvanger(**anders)) == {f"ontvangers.1.{veld}" for veld in verwacht}


@pytest.mark.regel("2.9.1")
def test_de_wet_van_de_dag_zelf_geldt():
    """The United Kingdom left the Union; its decision ends on 27 December 2031."""
    brits = met_ontvanger(land="GB")
    assert tekort(brits, date(2020, 6, 1)) == set()
    assert tekort(brits, OP) == {"ontvangers.1.mechanisme"}
    met_besluit = met_ontvanger(land="GB", mechanisme="adequaatheidsbesluit")
    assert tekort(met_besluit, date(2031, 12, 27)) == set()
    assert tekort(met_besluit, date(2031, 12, 28)) == {"ontvangers.1.mechanisme"}
    braziliaans = met_ontvanger(land="BR", mechanisme="adequaatheidsbesluit")
    assert tekort(braziliaans, date(2026, 1, 25)) == {"ontvangers.1.mechanisme"}
    assert tekort(braziliaans, date(2026, 1, 26)) == set()


def wpg(**anders: Any) -> Inhoud:
    """The same verwerking by a boa."""
    doel = Doel(regel=1, omschrijving="Controleren op straat en verslag doen.", grondslag="wpg-8")
    termijn = Bewaartermijn(
        regel=1, duur="P1Y", startmoment="vastlegging", wet="Wpg artikel 8", vernietigen_na="P5Y"
    )
    return volledig(**{"regime": "wpg", "doelen": (doel,), "bewaartermijnen": (termijn,), **anders})


def test_wpg_volledig():
    assert tekort(wpg()) == set()


@pytest.mark.regel("2.1.1")
@pytest.mark.parametrize("grondslag", ["", "6-1-e", "wpg-10", "wpg-12"])
def test_bpg_boa_art_2_alleen_de_artikelen_voor_boas(grondslag: str):
    assert tekort(wpg(doelen=(replace(wpg().doelen[0], grondslag=grondslag),))) == {"doelen.1.grondslag"}


@pytest.mark.regel("2.5.1")
def test_wpg_art_14_verwijderen_en_vernietigen_apart():
    kaal = (Bewaartermijn(regel=1, duur="P1Y", startmoment="vastlegging"),)
    assert tekort(wpg(bewaartermijnen=kaal)) == {"bewaartermijnen.1.wet", "bewaartermijnen.1.vernietigen_na"}


@pytest.mark.regel("2.1.2")
def test_wpg_art_5_onvermijdelijk():
    bijzonder: Gegeven = replace(VOLLEDIG.gegevens[0], soort="bijzonder")
    assert tekort(wpg(gegevens=(bijzonder,))) == {"gegevens.1.doorbreking_toelichting"}


@pytest.mark.regel("2.9.1")
@pytest.mark.parametrize(("land", "ontbreekt_"), [("GB", set()), ("JP", {"ontvangers.1.mechanisme"})])
def test_wpg_art_17a_een_besluit_voor_politiegegevens(land: str, ontbreekt_: set[str]):
    ontvanger = replace(VOLLEDIG.ontvangers[0], land=land, mechanisme="adequaatheidsbesluit")
    assert tekort(wpg(ontvangers=(ontvanger,))) == ontbreekt_


def test_elke_eis_wijst_naar_een_bestaand_veld():
    rijen = {"doelen": Doel, "gegevens": Gegeven, "bewaartermijnen": Bewaartermijn, "ontvangers": Ontvanger}
    for eis in alle_eisen(VOLLEDIG, OP):
        lijst, _, rest = eis.veld.partition(".")
        assert hasattr(VOLLEDIG, lijst), eis.veld
        if rest and lijst in rijen:
            assert hasattr(rijen[lijst](regel=1), rest.partition(".")[2]), eis.veld
