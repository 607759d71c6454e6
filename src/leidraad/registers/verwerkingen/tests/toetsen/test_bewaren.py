"""Norms 2.5.1, 2.5.2 and 2.5.3: how long, on what ground, and whether it went in time."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from leidraad.registers.verwerkingen.inhoud import Vernietiging
from leidraad.registers.verwerkingen.tests.toetsen.conftest import GOED, VANDAAG, rij

GISTEREN, MORGEN = VANDAAG - timedelta(days=1), VANDAAG + timedelta(days=1)
EIGEN: dict[str, Any] = {
    "bron": "eigen",
    "wet": "",
    "motivering": "Zo lang duurt een bezwaar.",
    "wet_en_lijst_zwijgen": True,
}


@pytest.mark.norm("2.5.1")
@pytest.mark.parametrize(
    ("anders", "tekort"),
    [
        ({}, False),
        ({"wet": ""}, True),
        ({"bron": ""}, True),
        ({"bron": "gewoonte"}, True),
        ({"bron": "selectielijst", "wet": ""}, True),
        ({"bron": "selectielijst", "wet": "", "resultaat": "99.9"}, True),
        ({"bron": "selectielijst", "wet": "", "resultaat": "6.1"}, False),
        # The list says that it must go, or that it must stay.
        ({"bron": "selectielijst", "wet": "", "resultaat": "6.1", "blijvend": True}, True),
        ({"bron": "selectielijst", "wet": "", "resultaat": "1.2", "blijvend": True}, False),
        (EIGEN, False),
    ],
)
def test_een_termijn_noemt_wet_of_selectielijst(beoordeel, anders, tekort):
    assert beoordeel("2.5.1", **rij("bewaartermijnen", **anders)) is tekort


@pytest.mark.norm("2.5.1")
def test_zonder_termijn_en_met_een_tweede_zonder_wet_is_er_een_tekort(beoordeel):
    tweede = replace(GOED.bewaartermijnen[0], regel=2, wet="")
    assert beoordeel("2.5.1", bewaartermijnen=()) is True
    assert beoordeel("2.5.1", bewaartermijnen=(*GOED.bewaartermijnen, tweede)) is True


@pytest.mark.norm("2.5.1")
def test_bij_politiegegevens_telt_alleen_het_artikel_van_de_wpg(beoordeel):
    assert beoordeel("2.5.1", regime="wpg", **rij("bewaartermijnen", bron="")) is False
    assert beoordeel("2.5.1", regime="wpg", **rij("bewaartermijnen", wet="")) is True


@pytest.mark.norm("2.5.2")
@pytest.mark.parametrize(
    ("regime", "anders", "tekort"),
    [
        ("avg", {"bron": "wet"}, None),
        ("avg", EIGEN, False),
        ("avg", {**EIGEN, "motivering": ""}, True),
        ("avg", {**EIGEN, "wet_en_lijst_zwijgen": False}, True),
        ("wpg", {**EIGEN, "motivering": ""}, None),
    ],
)
def test_een_eigen_termijn_heeft_uitleg_en_verklaring(beoordeel, regime, anders, tekort):
    assert beoordeel("2.5.2", regime=regime, **rij("bewaartermijnen", **anders)) is tekort


def _ronde(gepland: date | None, uitgevoerd: date | None = None, verklaring: str = "") -> Vernietiging:
    return Vernietiging(regel=1, gepland_op=gepland, uitgevoerd_op=uitgevoerd, verklaring=verklaring)


@pytest.mark.norm("2.5.3")
@pytest.mark.parametrize(
    ("ronden", "tekort"),
    [
        ((), True),
        ((_ronde(None),), True),
        ((_ronde(MORGEN),), False),
        ((_ronde(VANDAAG),), False),
        ((_ronde(GISTEREN),), True),
        ((_ronde(GISTEREN, VANDAAG),), True),
        ((_ronde(GISTEREN, VANDAAG, "Vernietigd door het archief."),), False),
        ((_ronde(None, GISTEREN, "Vernietigd door het archief."),), False),
        ((_ronde(MORGEN), replace(_ronde(GISTEREN), regel=2)), True),
        # Nothing is destroyed on a day that still has to come.
        ((_ronde(GISTEREN, MORGEN, "Vernietigd door het archief."),), True),
        ((_ronde(None, MORGEN, "Vernietigd door het archief."),), True),
        ((_ronde(VANDAAG, MORGEN),), False),
    ],
)
def test_vernietigen_is_gepland_op_tijd_en_verantwoord(beoordeel, ronden, tekort):
    assert beoordeel("2.5.3", vernietigingen=ronden) is tekort


@pytest.mark.norm("2.5.3")
def test_wat_altijd_blijft_hoeft_niet_vernietigd(beoordeel):
    blijft = replace(GOED.bewaartermijnen[0], blijvend=True)
    anders = replace(GOED.bewaartermijnen[0], regel=2)
    assert beoordeel("2.5.3", bewaartermijnen=(blijft,), vernietigingen=()) is False
    assert beoordeel("2.5.3", bewaartermijnen=(blijft, anders), vernietigingen=()) is True
    assert beoordeel("2.5.3", bewaartermijnen=(), vernietigingen=()) is True
