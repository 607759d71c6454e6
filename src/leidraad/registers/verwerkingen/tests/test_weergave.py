"""Everything that is stored has a name on the screen, and reads as words."""

import dataclasses
import typing
from datetime import date

import pytest

from leidraad.registers.verwerkingen.inhoud import LIJSTEN, VELDEN, Gegeven, Inhoud, Noodzaak, Ontvanger
from leidraad.registers.verwerkingen.labels import LABELS, LIJSTTITELS, RIJNAMEN
from leidraad.registers.verwerkingen.secties import SECTIES
from leidraad.registers.verwerkingen.tests.voorbeeld import volledig
from leidraad.registers.verwerkingen.weergave import in_woorden, label_van, sectie_weergave

OP = date(2026, 11, 23)


def _rijvelden():
    for naam in LIJSTEN:
        klasse = typing.get_args(typing.get_type_hints(Inhoud)[naam])[0]
        yield from (f"{naam}.{f.name}" for f in dataclasses.fields(klasse) if f.name != "regel")


def test_elk_veld_en_elke_lijst_heeft_een_naam():
    assert set(LABELS) == {*VELDEN, *_rijvelden()}
    assert set(LIJSTTITELS) == set(RIJNAMEN) == set(LIJSTEN)


def test_elk_veld_staat_in_een_onderdeel():
    assert {*VELDEN, *LIJSTEN} == {n for s in SECTIES for n in (*s.velden, *s.lijsten)}


@pytest.mark.parametrize(
    ("pad", "waarde", "woorden"),
    [
        ("rol", "gezamenlijk", "Gezamenlijk verantwoordelijk"),
        ("rol", "iets ouds", "iets ouds"),
        ("startdatum", date(2026, 2, 1), "01-02-2026"),
        ("profilering", None, ""),
        ("profilering", False, "Nee"),
        ("doelen.1.grondslag", "6-1-a", "Toestemming (AVG 6 lid 1 onder a)"),
        ("doelen.1.grondslag", "onbekend", "onbekend"),
        ("bewaartermijnen.1.duur", "P1Y6M", "1 jaar en 6 maanden"),
        ("bewaartermijnen.1.resultaat", "1.1", "1.1 – Ingericht"),
        ("ontvangers.1.land", "DE", "Duitsland"),
        ("gegevens.1.betrokkenen", 1, "Aanvragers"),
        ("gegevens.1.betrokkenen", 99, ""),
        ("gegevens.1.noodzaken", (Noodzaak(doel=1, waarom="Om te beslissen."),),
         "Beslissen op aanvragen om een parkeervergunning.: Om te beslissen."),
    ],
)  # fmt: skip
def test_een_waarde_in_woorden(pad, waarde, woorden):
    assert in_woorden(pad, waarde, volledig(), OP) == woorden


def test_een_hele_rij_in_woorden():
    rij = Ontvanger(regel=2, naam="Cloud", land="US")
    assert in_woorden("ontvangers.2", rij, volledig(), OP) == "Ontvanger: Cloud\nLand: Verenigde Staten"
    assert in_woorden("ontvangers.2", None, volledig(), OP) == ""


@pytest.mark.parametrize(
    ("pad", "label"),
    [
        ("rol", "Rol van de gemeente"),
        ("doelen", "Doelen"),
        ("doelen.2", "Doel 2"),
        ("doelen.2.wet", "Doel 2: wet"),
    ],
)
def test_de_naam_van_een_pad(pad, label):
    assert label_van(pad) == label


def test_elk_onderdeel_is_te_tonen_ook_met_halve_rijen():
    for inhoud in (Inhoud(), volledig(), volledig(gegevens=(Gegeven(regel=7),))):
        for sectie in SECTIES:
            assert sectie_weergave(sectie, inhoud, OP).sectie == sectie
