"""Norms 2.1.1, 2.1.2, 2.2.1 and 2.2.2: the basis and the purpose."""

from dataclasses import replace
from typing import Any

import pytest

from leidraad.registers.verwerkingen.tests.toetsen.conftest import GOED, doel, gegeven

LATER: dict[str, Any] = {
    "regel": 2, "later_doel": True, "verband": "Zelfde taak.", "kader": "Zelfde wet.", "aard": "Gewoon.",
    "gevolgen": "Geen.", "waarborgen": "Afgeschermd.", "verenigbaar": "voldoet",
}  # fmt: skip


@pytest.mark.norm("2.1.1")
@pytest.mark.parametrize(
    ("anders", "tekort"),
    [
        ({}, False),
        ({"doelen": ()}, True),
        ({"doelen": doel(grondslag="")}, True),
        ({"doelen": doel(grondslag="bestaat-niet")}, True),
        ({"doelen": doel(grondslag="wpg-8")}, True),
        ({"doelen": doel(wet="")}, True),
        ({"doelen": doel(artikel="")}, True),
        ({"doelen": doel(grondslag="6-1-b", wet="", artikel="")}, False),
        ({"doelen": doel(grondslag="6-1-a")}, True),
        ({"doelen": doel(grondslag="6-1-a", toelichting="Weigeren heeft geen gevolgen.")}, False),
        ({"doelen": doel(grondslag="6-1-f", toelichting="Eigen belang.")}, True),
        ({"doelen": doel(grondslag="6-1-f", toelichting="Eigen belang."), "wettelijke_taak": ""}, False),
        ({"doelen": doel(grondslag="6-1-f"), "wettelijke_taak": ""}, True),
        ({"doelen": (*GOED.doelen, replace(GOED.doelen[0], regel=2, grondslag=""))}, True),
        ({"regime": "wpg"}, True),
        ({"regime": "wpg", "doelen": doel(grondslag="wpg-8")}, False),
        ({"regime": "wpg", "doelen": doel(grondslag="wpg-10")}, True),
        ({"regime": "wpg", "doelen": ()}, True),
    ],
)
def test_elk_doel_heeft_een_grondslag_die_mag(beoordeel, anders, tekort):
    assert beoordeel("2.1.1", **anders) is tekort


@pytest.mark.norm("2.1.2")
@pytest.mark.parametrize(
    ("regime", "anders", "tekort"),
    [
        ("avg", {"soort": "gewoon"}, None),
        ("avg", {"soort": "gevoelig"}, None),
        ("avg", {"soort": "bijzonder"}, True),
        ("avg", {"soort": "bijzonder", "doorbrekingsgrond": "9-2-a"}, False),
        ("avg", {"soort": "bijzonder", "doorbrekingsgrond": "9-2-d"}, True),
        ("avg", {"soort": "bijzonder", "doorbrekingsgrond": "9-2-g"}, True),
        (
            "avg",
            {"soort": "bijzonder", "doorbrekingsgrond": "9-2-g", "doorbreking_toelichting": "Wmo"},
            False,
        ),
        ("avg", {"soort": "strafrechtelijk", "doorbrekingsgrond": "9-2-a"}, True),
        ("avg", {"soort": "strafrechtelijk", "doorbrekingsgrond": "uavg-32-a"}, False),
        ("avg", {"soort": "bsn", "doorbrekingsgrond": "9-2-a"}, True),
        ("wpg", {"soort": "bijzonder", "doorbrekingsgrond": "9-2-a"}, True),
        ("wpg", {"soort": "bijzonder", "doorbreking_toelichting": "Onvermijdelijk."}, False),
    ],
)
def test_gevoelige_gegevens_hebben_een_eigen_uitzondering(beoordeel, regime, anders, tekort):
    assert beoordeel("2.1.2", regime=regime, gegevens=gegeven(**anders)) is tekort


@pytest.mark.norm("2.1.2")
def test_een_gevoelig_gegeven_zonder_uitzondering_valt_op_naast_een_dat_klopt(beoordeel):
    klopt = gegeven(soort="bijzonder", doorbrekingsgrond="9-2-a")
    klopt_niet = gegeven(regel=2, soort="bijzonder")
    gewoon = gegeven(regel=3)
    assert beoordeel("2.1.2", gegevens=(*klopt, *gewoon)) is False
    assert beoordeel("2.1.2", gegevens=(*klopt, *klopt_niet)) is True


@pytest.mark.norm("2.2.1")
@pytest.mark.parametrize(
    ("anders", "tekort"),
    [
        ({}, False),
        ({"doelen": ()}, True),
        ({"doelen": doel(omschrijving="")}, True),
        ({"doelen": doel(omschrijving="Uitvoering van beleid")}, True),
        ({"doelen": doel(omschrijving="  Uitvoering \n van\tbeleid  ")}, True),
        ({"doelen": doel(omschrijving="Een aanvraag goed beoordelen")}, False),
        ({"doelen": doel(omschrijving="\nEen aanvraag\ngoed beoordelen\n")}, False),
        ({"doelen": (*GOED.doelen, replace(GOED.doelen[0], regel=2, omschrijving="Beleid"))}, True),
        ({"doelen": doel(omschrijving="a" * 5000)}, True),
    ],
)
def test_een_doel_heeft_ten_minste_vier_woorden(beoordeel, anders, tekort):
    assert beoordeel("2.2.1", **anders) is tekort


@pytest.mark.norm("2.2.2")
def test_zonder_later_doel_valt_er_niets_te_toetsen(beoordeel):
    assert beoordeel("2.2.2") is None


@pytest.mark.norm("2.2.2")
@pytest.mark.parametrize(
    ("anders", "tekort"),
    [
        ({}, False),
        ({"verenigbaar": "voldoet_niet"}, True),
        ({"verenigbaar": ""}, True),
        *(({factor: ""}, True) for factor in ("verband", "kader", "aard", "gevolgen", "waarborgen")),
    ],
)
def test_een_later_doel_is_op_vijf_punten_getoetst(beoordeel, anders, tekort):
    later = replace(GOED.doelen[0], **LATER | anders)
    assert beoordeel("2.2.2", doelen=(*GOED.doelen, later)) is tekort
