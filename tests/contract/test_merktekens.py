"""A test that names a norm names one that exists, is found by who looks for its proof, and judges it."""

from textwrap import dedent

import pytest
from django.db.models import Q

from leidraad.normen.norm import normen
from leidraad.normen.oordeel import Oordeel
from leidraad.normen.toets import Attest, Populatie, Telling, Toets, tel
from leidraad.organisaties.models import Gemeente
from tests.beoordeeld import beoordeelde_normen
from tests.merktekens import lees, merktekens

pytest_plugins = ["pytester"]

GEMEENTEN = Populatie(
    code="proef",
    telt="gemeenten",
    rijen=lambda nu: Gemeente.objects.all(),
    volgt=("organisatie",),
    gemeente="pk",
    eenheid="",
    dossier="",
)
TOETS = Toets("4.5.1", GEMEENTEN, lambda nu: Q(fg_email=""), "De gemeente heeft geen FG.")


def gelezen(bron: str) -> list[tuple[str, str, str]]:
    return [(m.soort, m.nummer, m.test) for m in lees(dedent(bron), "test_proef.py")]


def test_elk_merkteken_noemt_een_norm_die_bestaat():
    assert [merkteken for merkteken in merktekens() if merkteken.nummer not in normen()] == []


def test_een_merkteken_staat_bij_een_test_een_klasse_een_parameter_of_het_bestand():
    bron = """
        pytestmark = [pytest.mark.django_db, pytest.mark.regel("1.1.1")]
        NORMEN = ("2.6.1", "2.7.1")
        GEVALLEN = [pytest.param(1, marks=pytest.mark.norm("2.1.1")), 2]

        @pytest.mark.norm("2.1.2")
        @pytest.mark.norm("2.1.3", "2.2.1")
        def test_een(): ...

        @pytest.mark.parametrize("geval", GEVALLEN)
        def test_twee(geval): ...

        @pytest.mark.parametrize("geval", [pytest.param(1, marks=[pytest.mark.norm("2.2.2")])])
        def test_drie(geval): ...

        @pytest.mark.norm("2.3.1")
        class TestVier:
            @pytest.mark.regel("1.1.1")
            def test_vijf(self): ...

        @pytest.mark.norm(*NORMEN)
        def test_zes(): ...

        def hulp(): ...
    """
    assert gelezen(bron) == [
        ("regel", "1.1.1", "test_een"),
        *[("norm", nummer, "test_een") for nummer in ("2.1.2", "2.1.3", "2.2.1")],
        ("regel", "1.1.1", "test_twee"),
        ("norm", "2.1.1", "test_twee"),
        ("regel", "1.1.1", "test_drie"),
        ("norm", "2.2.2", "test_drie"),
        ("regel", "1.1.1", "TestVier::test_vijf"),
        ("norm", "2.3.1", "TestVier::test_vijf"),
        ("regel", "1.1.1", "test_zes"),
        ("norm", "2.6.1", "test_zes"),
        ("norm", "2.7.1", "test_zes"),
    ]


@pytest.mark.parametrize(
    "bron",
    [
        "@pytest.mark.norm(NUMMER)\ndef test_een(): ...",
        "@pytest.mark.norm(*NUMMERS)\ndef test_een(): ...",
        "@pytest.mark.norm(toets.norm)\ndef test_een(): ...",
        "@pytest.mark.norm()\ndef test_een(): ...",
        "@pytest.mark.norm\ndef test_een(): ...",
        "@pytest.mark.norm('2.1.1')\ndef hulp(): ...",
        "@pytest.mark.norm('2.1.1')\n@pytest.fixture\ndef dossier(): ...",
        "norm = pytest.mark.norm",
        "LOS = pytest.mark.regel('2.1.1')",
    ],
)
def test_een_merkteken_dat_niemand_kan_vinden_wordt_geweigerd(bron):
    with pytest.raises(ValueError, match=r"test_proef\.py:\d+: "):
        gelezen(bron)


def test_wie_een_toets_beoordeelt_wordt_gehoord_en_daarna_luistert_er_niemand(nu):
    echte = Toets.tekort_op
    with beoordeelde_normen() as beoordeeld:
        assert beoordeeld == set()
        assert TOETS.tekort_op(nu) == Q(fg_email="")
        assert beoordeeld == {"4.5.1"}
    assert Toets.tekort_op is echte


@pytest.mark.django_db
def test_bevindingen_en_tellen_zijn_beoordelen(nu):
    for doe in (lambda: TOETS.bevindingen(nu), lambda: tel([TOETS], nu)):
        with beoordeelde_normen() as beoordeeld:
            doe()
        assert beoordeeld == {"4.5.1"}


def test_wie_een_verklaring_beoordeelt_wordt_gehoord_en_wie_alleen_de_cijfers_ernaast_bekijkt_niet(nu):
    onderbouwing = Toets("1.1.5", GEMEENTEN, TOETS.tekort, "De gemeente heeft geen FG.")
    attest = Attest("1.1.5", "Wij voldoen.", ("privacy_officer",), onderbouwing)
    with beoordeelde_normen() as beoordeeld:
        onderbouwing.tekort_op(nu)
        assert beoordeeld == set()
        assert attest.oordeel(True, Telling(2, 0)) is Oordeel.GEHAALD
        assert beoordeeld == {"1.1.5"}


PROEF = """
from datetime import UTC, datetime

import pytest

from tests.contract.test_merktekens import TOETS

def beoordeel():
    assert TOETS.tekort_op(datetime(2026, 11, 23, tzinfo=UTC))

@pytest.fixture
def klaargezet():
    beoordeel()

@pytest.mark.norm("4.5.1")
def test_beoordeelt():
    beoordeel()

@pytest.mark.norm("4.5.1")
def test_beoordeelt_niet():
    assert True

@pytest.mark.norm("4.5.1")
def test_beoordeelt_niet_zelf(klaargezet):
    assert True

@pytest.mark.norm("4.5.1")
@pytest.mark.norm("4.5.2")
def test_beoordeelt_een_van_twee():
    beoordeel()

@pytest.mark.regel("4.5.1")
def test_van_een_regel():
    assert True

@pytest.mark.norm("4.5.1")
def test_stuk():
    raise KeyError("eerst dit")
"""


def test_een_test_slaagt_alleen_als_zij_elke_genoemde_norm_beoordeelt(pytester):
    pytester.makepyfile(PROEF)
    uitkomst = pytester.runpytest_inprocess(
        "-p", "tests.beoordeeld", "-p", "no:django", "-p", "no:xdist", "-v"
    )
    uitkomst.assert_outcomes(passed=2, failed=4)
    uitkomst.stdout.fnmatch_lines(
        [
            "*test_beoordeelt PASSED*",
            "*test_van_een_regel PASSED*",
            "*Deze test beoordeelt norm 4.5.1 niet.*",
            "*Deze test beoordeelt norm 4.5.2 niet.*",
            "*KeyError: 'eerst dit'*",
        ]
    )
