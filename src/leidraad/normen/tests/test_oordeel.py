"""The verdict on a norm: a table of what must come out, and what holds for all numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leidraad.normen.oordeel import Oordeel, oordeel_met_verklaring, oordeel_over

GEHAALD, NIET_GEHAALD = Oordeel.GEHAALD, Oordeel.NIET_GEHAALD
NIETS, ATTEST = Oordeel.NOG_NIETS_VASTGELEGD, Oordeel.ATTEST_NODIG


@pytest.mark.parametrize(
    ("totaal", "tekort", "verwacht"),
    [
        (0, 0, NIETS),
        (1, 0, GEHAALD),
        (1, 1, NIET_GEHAALD),
        (100, 0, GEHAALD),
        (100, 1, NIET_GEHAALD),
        (100, 100, NIET_GEHAALD),
    ],
)
def test_oordeel_over_aantallen(totaal, tekort, verwacht):
    assert oordeel_over(totaal, tekort) is verwacht


@pytest.mark.parametrize(("totaal", "tekort"), [(0, 1), (1, 2), (5, -1), (-1, -1), (-1, 0)])
def test_aantallen_die_niet_kunnen_worden_geweigerd(totaal, tekort):
    with pytest.raises(ValueError, match="kan niet"):
        oordeel_over(totaal, tekort)


@pytest.mark.parametrize(
    ("voldoet", "totaal", "tekort", "verwacht"),
    [
        (None, 0, 0, ATTEST),
        (None, 5, 0, ATTEST),
        (None, 5, 1, ATTEST),
        (False, 0, 0, NIET_GEHAALD),
        (False, 5, 0, NIET_GEHAALD),
        (False, 5, 1, NIET_GEHAALD),
        (True, 0, 0, GEHAALD),
        (True, 5, 0, GEHAALD),
        (True, 5, 1, NIET_GEHAALD),
    ],
)
def test_oordeel_met_een_verklaring(voldoet, totaal, tekort, verwacht):
    assert oordeel_met_verklaring(voldoet, totaal, tekort) is verwacht


aantallen = st.integers(0, 10_000).flatmap(lambda totaal: st.tuples(st.just(totaal), st.integers(0, totaal)))


@given(aantallen)
def test_gehaald_is_het_alleen_als_er_iets_is_en_niets_tekortschiet(paar):
    totaal, tekort = paar
    assert (oordeel_over(totaal, tekort) is GEHAALD) == (totaal > 0 and tekort == 0)


@given(aantallen, st.integers(1, 100))
def test_een_tekort_erbij_maakt_het_oordeel_nooit_beter(paar, erbij):
    totaal, tekort = paar
    assert oordeel_over(totaal + erbij, tekort + erbij) is NIET_GEHAALD


@given(aantallen, st.sampled_from([True, False, None]))
def test_een_verklaring_verbergt_geen_tekort(paar, voldoet):
    totaal, tekort = paar
    uitkomst = oordeel_met_verklaring(voldoet, totaal, tekort)
    assert (uitkomst is GEHAALD) == (voldoet is True and tekort == 0)
    assert (uitkomst is ATTEST) == (voldoet is None)


def test_elk_oordeel_heeft_eigen_woorden():
    assert len({oordeel.label for oordeel in Oordeel}) == len(Oordeel) == 5
