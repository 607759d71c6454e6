"""Norm 2.9.1: transfers outside the EER, under the lists of the day."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.tests.toetsen.conftest import GOED, OP_NORM, rij, tekort

UITGELEGD = {"mechanisme_toelichting": "De leverancier staat op de lijst van het Data Privacy Framework."}
BEOORDEELD = {"doorgiftebeoordeling": "De wet daar geeft genoeg bescherming."}


@pytest.mark.norm("2.9.1")
@pytest.mark.parametrize("land", ["", "NL", "IS", "NO"])
def test_binnen_de_eer_valt_er_niets_te_toetsen(beoordeel, land):
    assert beoordeel("2.9.1", **rij("ontvangers", land=land)) is None


@pytest.mark.norm("2.9.1")
@pytest.mark.parametrize(
    ("regime", "anders", "uitkomst"),
    [
        ("avg", {"land": "CN"}, True),
        ("avg", {"land": "CN", "mechanisme": "bestaat_niet"}, True),
        ("avg", {"land": "CN", "mechanisme": "adequaatheidsbesluit"}, True),
        ("avg", {"land": "UY", "mechanisme": "adequaatheidsbesluit"}, False),
        # The decision covers some recipients in that country only: why this one?
        ("avg", {"land": "US", "mechanisme": "adequaatheidsbesluit"}, True),
        ("avg", {"land": "US", "mechanisme": "adequaatheidsbesluit", **UITGELEGD}, False),
        ("avg", {"land": "CN", "mechanisme": "overig", **BEOORDEELD}, True),
        ("avg", {"land": "CN", "mechanisme": "overig", **BEOORDEELD, **UITGELEGD}, False),
        ("avg", {"land": "CN", "mechanisme": "administratieve_regeling", **BEOORDEELD}, True),
        ("avg", {"land": "CN", "mechanisme": "administratieve_regeling", **BEOORDEELD, **UITGELEGD}, False),
        ("wpg", {"land": "JP", "mechanisme": "adequaatheidsbesluit"}, True),
        ("wpg", {"land": "GB", "mechanisme": "adequaatheidsbesluit"}, False),
        ("avg", {"land": "CN", "mechanisme": "scc"}, True),
        ("avg", {"land": "CN", "mechanisme": "scc", **BEOORDEELD}, False),
        ("avg", {"land": "CN", "mechanisme": "art49"}, True),
        ("avg", {"land": "CN", "mechanisme": "art49", "artikel49": "49-1-a"}, True),
        ("avg", {"land": "CN", "mechanisme": "art49", "artikel49": "49-1-d"}, False),
    ],
)
def test_buiten_de_eer_heeft_elke_ontvanger_een_waarborg(beoordeel, regime, anders, uitkomst):
    assert beoordeel("2.9.1", regime=regime, **rij("ontvangers", **anders)) is uitkomst


@pytest.mark.norm("2.9.1")
def test_een_ontvanger_zonder_waarborg_valt_op_naast_een_met(beoordeel):
    met = replace(GOED.ontvangers[0], land="UY", mechanisme="adequaatheidsbesluit")
    zonder = replace(met, regel=2, mechanisme="")
    assert beoordeel("2.9.1", ontvangers=(met,)) is False
    assert beoordeel("2.9.1", ontvangers=(met, zonder)) is True


@pytest.mark.norm("2.9.1")
def test_een_besluit_geldt_tot_en_met_zijn_laatste_dag(maak):
    verwerking = maak(**rij("ontvangers", land="GB", mechanisme="adequaatheidsbesluit"))
    laatste = lijst("adequaatheid", date(2027, 12, 1))["GB"].geldig_tot
    assert laatste is not None
    op = datetime(laatste.year, laatste.month, laatste.day, 12, tzinfo=UTC)
    assert tekort(OP_NORM["2.9.1"], verwerking, op) is False
    assert tekort(OP_NORM["2.9.1"], verwerking, op.replace(year=laatste.year + 1)) is True
