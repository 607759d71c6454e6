"""What deserves attention first (norm 4.5.7): what is wrong, how heavy it weighs, and how much of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leidraad.naleving.uitslag import Uitslag
from leidraad.naleving.volgorde import op_risico
from leidraad.normen.norm import normen
from leidraad.normen.oordeel import Oordeel
from leidraad.normen.risico import gewicht

# One norm of each weight: 3, 2 and 1.
ZWAARST, ZWAAR, GEWOON = "2.1.1", "3.4.1", "4.2.1"


def uitslag(
    nummer: str, oordeel: Oordeel = Oordeel.NIET_GEHAALD, tekort: int = 1, totaal: int = 1
) -> Uitslag:
    return Uitslag(normen()[nummer], oordeel, totaal, tekort)


@pytest.mark.regel("4.5.7")
def test_wat_niet_is_gehaald_gaat_voor_wat_onbekend_is_en_dat_voor_wat_goed_is():
    volgorde = [
        uitslag(GEWOON, Oordeel.NIET_GEHAALD),
        uitslag(ZWAARST, Oordeel.ATTEST_NODIG),
        uitslag(ZWAARST, Oordeel.NOG_NIETS_VASTGELEGD),
        uitslag(ZWAARST, Oordeel.GEHAALD, 0),
        uitslag(ZWAARST, Oordeel.NOG_NIET_GEBOUWD, 0, 0),
    ]
    assert op_risico(reversed(volgorde)) == volgorde


@pytest.mark.regel("4.5.7")
def test_de_zwaarste_norm_gaat_voor_het_grootste_tekort():
    volgorde = [uitslag(ZWAARST, tekort=1, totaal=100), uitslag(ZWAAR, tekort=9, totaal=10), uitslag(GEWOON)]
    assert op_risico(reversed(volgorde)) == volgorde


@pytest.mark.regel("4.5.7")
def test_bij_een_gelijk_gewicht_gaat_het_grootste_deel_voor_en_dan_het_grootste_aantal():
    volgorde = [
        uitslag(ZWAARST, tekort=4, totaal=5),
        uitslag("2.2.1", tekort=20, totaal=40),
        uitslag("2.3.1", tekort=1, totaal=2),
        uitslag("2.5.1", tekort=0, totaal=0),
    ]
    assert op_risico(reversed(volgorde)) == volgorde


@given(st.lists(st.tuples(st.sampled_from(sorted(normen())), st.sampled_from(Oordeel), st.integers(0, 9))))
def test_er_valt_niets_weg_en_de_volgorde_hangt_niet_af_van_het_begin(gegevens):
    uitslagen = [uitslag(nummer, oordeel, tekort, 9) for nummer, oordeel, tekort in gegevens]
    gesorteerd = op_risico(uitslagen)
    assert sorted(map(repr, gesorteerd)) == sorted(map(repr, uitslagen))

    def sleutel(u: Uitslag) -> tuple[str, int, int]:
        return (u.oordeel, gewicht(u.norm), u.tekort)

    assert [sleutel(u) for u in op_risico(uitslagen[::-1])] == [sleutel(u) for u in gesorteerd]
