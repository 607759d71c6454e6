"""Norms 2.3.1, 2.3.2, 2.3.3, 2.4.1, 2.10.1 and 2.10.2: necessity, weighing, accuracy and decisions."""

import pytest

from leidraad.registers.verwerkingen.inhoud import Noodzaak
from leidraad.registers.verwerkingen.tests.toetsen.conftest import GOED, doel, gegeven


@pytest.mark.norm("2.3.1")
@pytest.mark.parametrize(
    ("anders", "tekort"),
    [
        ({}, False),
        ({"gegevens": ()}, True),
        ({"gegevens": gegeven(noodzaken=())}, True),
        ({"gegevens": gegeven(noodzaken=(Noodzaak(doel=1, waarom=""),))}, True),
        ({"gegevens": gegeven(noodzaken=(Noodzaak(doel=1, waarom="."),))}, True),
        ({"gegevens": (*GOED.gegevens, *gegeven(regel=2))}, False),
        ({"gegevens": (*GOED.gegevens, *gegeven(regel=2, noodzaken=()))}, True),
        (
            {
                "doelen": (*GOED.doelen, *doel(regel=2)),
                "gegevens": gegeven(noodzaken=(Noodzaak(doel=1), Noodzaak(doel=2, waarom="Om te betalen."))),
            },
            False,
        ),
    ],
)
def test_elk_gegeven_is_nodig_voor_een_doel(beoordeel, anders, tekort):
    assert beoordeel("2.3.1", **anders) is tekort


AFWEGING = [
    ("voldoet", "Omdat.", False),
    ("voldoet", "", True),
    # Something was typed, but nothing was said.
    ("voldoet", ".", True),
    ("voldoet", " - ", True),
    ("voldoet_niet", "Omdat.", True),
    ("", "", True),
]


@pytest.mark.norm("2.3.2")
@pytest.mark.parametrize(("oordeel", "waarom", "tekort"), AFWEGING)
def test_de_proportionaliteit_is_beoordeeld_en_uitgelegd(beoordeel, oordeel, waarom, tekort):
    anders = {"proportionaliteit": oordeel, "proportionaliteit_waarom": waarom}
    assert beoordeel("2.3.2", **anders) is tekort
    assert beoordeel("2.3.3", **anders) is False


@pytest.mark.norm("2.3.3")
@pytest.mark.parametrize(("oordeel", "waarom", "tekort"), AFWEGING)
def test_de_subsidiariteit_is_beoordeeld_en_uitgelegd(beoordeel, oordeel, waarom, tekort):
    anders = {"subsidiariteit": oordeel, "subsidiariteit_waarom": waarom}
    assert beoordeel("2.3.3", **anders) is tekort
    assert beoordeel("2.3.2", **anders) is False


@pytest.mark.norm("2.4.1")
@pytest.mark.parametrize(
    ("juistheid", "tekort"), [("De aanvrager kijkt ze na.", False), ("", True), ("…", True)]
)
def test_er_staat_hoe_gegevens_juist_blijven(beoordeel, juistheid, tekort):
    assert beoordeel("2.4.1", juistheid=juistheid) is tekort


@pytest.mark.norm("2.10.1")
@pytest.mark.parametrize(("profilering", "tekort"), [(False, False), (True, True), (None, True)])
def test_profilering_is_altijd_een_tekort_en_niet_ingevuld_ook(beoordeel, profilering, tekort):
    anders = {"profilering": profilering, "profilering_toelichting": "Wij voorspellen wie verhuist."}
    assert beoordeel("2.10.1", **anders) is tekort


@pytest.mark.norm("2.10.2")
@pytest.mark.parametrize(
    ("besluit", "controle", "tekort"),
    [
        (False, "", False),
        (True, "", True),
        (True, "Een medewerker kijkt elk besluit na.", False),
        (None, "", True),
        (None, "Een medewerker kijkt elk besluit na.", True),
    ],
)
def test_een_computer_besluit_niet_zonder_medewerker(beoordeel, besluit, controle, tekort):
    assert beoordeel("2.10.2", geautomatiseerd_besluit=besluit, menselijke_controle=controle) is tekort
