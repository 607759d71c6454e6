"""The geometry of the figures: always inside the frame, in order, and never a line where nothing is known."""

import re
from datetime import date, timedelta
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leidraad.ui import grafiek_tijd as tijd
from leidraad.ui import grafiek_trend, grafiek_verdeling, opmaak

VANDAAG = date(2026, 11, 23)
WAARDE = st.none() | st.floats(0, 1e6)
RIJ = st.lists(WAARDE, max_size=400)
DAG = st.dates(date(2000, 1, 1), date(2080, 1, 1))


def punten(pad: str) -> list[list[tuple[float, float]]]:
    """The points of each separate part of a path."""
    getal = r"-?[\d.]+(?:e[-+]\d+)?"
    return [
        [(float(x), float(y)) for x, y in re.findall(rf"({getal}) ({getal})", deel)]
        for deel in pad.split("M")[1:]
    ]


def dag_van(x: float, aantal: int, breedte: float = tijd.BREEDTE) -> int:
    """The day that stands at `x`."""
    return round(x / breedte * (aantal - 1))


def reeks(*waarden: float | None) -> dict[date, float | None]:
    """The last days up to today."""
    eerste = VANDAAG - timedelta(days=len(waarden) - 1)
    return {eerste + timedelta(days=nummer): waarde for nummer, waarde in enumerate(waarden)}


@given(RIJ, st.floats(1, 1e6))
def test_een_lijn_blijft_binnen_haar_vak_en_loopt_van_links_naar_rechts(rij, top):
    lijn = tijd.lijn(rij, top)
    delen = punten(lijn.pad)
    alle = [*chain(*delen), *lijn.los]
    assert all(0 <= x <= tijd.BREEDTE and 0 <= y <= tijd.HOOGTE for x, y in alle)
    assert [x for deel in delen for x, _ in deel] == sorted({x for deel in delen for x, _ in deel})
    assert (lijn.eind is None) == all(waarde is None for waarde in rij)


@given(RIJ)
def test_een_lijn_loopt_nooit_over_een_gat(rij):
    lijn = tijd.lijn(rij, 1e6)
    for deel in punten(lijn.pad):
        eerste, laatste = (dag_van(x, len(rij)) for x, _ in (deel[0], deel[-1]))
        assert None not in rij[eerste : laatste + 1]
    delen = [laatste > eerste for weet, eerste, laatste in tijd.stukken(w is not None for w in rij) if weet]
    assert lijn.pad.count("M") == sum(delen)
    assert len(lijn.los) == len(delen) - sum(delen), "een dag alleen is een punt"


@given(st.lists(st.booleans(), max_size=400))
def test_elke_dag_zonder_waarde_ligt_in_een_gemerkt_vlak_en_geen_andere(aanwezig):
    vlakken = tijd.gaten(aanwezig)
    assert all(vlak.x >= 0 and vlak.tot <= 100 and vlak.breedte > 0 for vlak in vlakken)
    gemerkt = {
        dag
        for vlak in vlakken
        for dag in range(len(aanwezig))
        if len(aanwezig) == 1 or vlak.x - 0.02 <= 100 * dag / (len(aanwezig) - 1) <= vlak.tot + 0.02
    }
    assert {dag for dag, er in enumerate(aanwezig) if not er} <= gemerkt
    assert all(False in aanwezig[max(dag - 1, 0) : dag + 2] for dag in gemerkt), "hoogstens de dag ernaast"


@given(st.floats(0, 1e9), st.none() | st.floats(1, 1e9))
def test_de_as_begint_bij_nul_heeft_weinig_getallen_en_is_nooit_te_kort(hoogste, vast):
    top, merken = tijd.schaal(hoogste, vast)
    assert top >= max(hoogste, vast or 0)
    assert top == vast or vast is None or hoogste > vast
    assert merken[0].tekst == "0"
    assert 1 <= len(merken) <= 5
    assert all(0 <= merk.plek <= tijd.HOOGTE for merk in merken)
    assert [m.plek for m in merken] == sorted((m.plek for m in merken), reverse=True)


@pytest.mark.parametrize(
    ("hoogste", "vast", "getallen"),
    [
        (0, None, ["0", "1"]),
        (3, None, ["0", "1", "2", "3"]),
        (79, 100, ["0", "25", "50", "75", "100"]),
        (79, 111, ["0", "50", "100"]),
        (112, 111, ["0", "50", "100", "150"]),
        (4000, None, ["0", "1.000", "2.000", "3.000", "4.000"]),
    ],
)
def test_de_as_telt_in_ronde_getallen(hoogste, vast, getallen):
    assert [merk.tekst for merk in tijd.schaal(hoogste, vast)[1]] == getallen


@given(DAG, st.integers(0, 2000))
def test_de_maanden_staan_op_volgorde_en_passen(van, dagen):
    merken = tijd.maanden(van, van + timedelta(days=dagen))
    assert 1 <= len(merken) <= tijd.MAANDEN + 1
    plekken = [merk.plek for merk in merken]
    assert plekken == sorted(set(plekken))
    assert all(0 <= plek <= 100 for plek in plekken)
    assert not merken[0].wijkt


def test_maanden_heten_zoals_mensen_ze_schrijven():
    jaar = tijd.maanden(date(2025, 11, 24), VANDAAG)
    assert [merk.tekst for merk in jaar] == ["jan 2026", "apr 2026", "jul 2026", "okt 2026"]
    assert [merk.wijkt for merk in jaar] == [False, True, False, True]
    kort = tijd.maanden(date(2026, 3, 2), date(2026, 3, 9))
    assert [merk.tekst for merk in kort] == ["2 mrt 2026", "9 mrt 2026"]


@given(st.lists(st.floats(0, tijd.HOOGTE), max_size=4), st.integers(1, 50))
def test_woorden_naast_de_lijnen_staan_niet_over_elkaar_en_houden_hun_volgorde(plekken, afstand):
    uit = tijd.spreid(plekken, afstand)
    assert all(afstand / 2 - 0.1 <= plek <= tijd.HOOGTE - afstand / 2 + 0.1 for plek in uit)
    op_rij = sorted(uit)
    assert all(b - a >= afstand - 0.11 for a, b in pairwise(op_rij))
    volgorde = sorted(range(len(plekken)), key=lambda n: (plekken[n], n))
    assert [uit[n] for n in volgorde] == op_rij


def test_woorden_die_niet_passen_zijn_een_fout():
    with pytest.raises(ValueError, match="passen niet"):
        tijd.spreid([1, 2, 3], 100)


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=5))
def test_een_verdeling_vult_de_staaf_en_toont_wat_er_is(aantallen):
    vlakken = grafiek_verdeling.vlakken(aantallen)
    assert [vlak is not None for vlak in vlakken] == [aantal > 0 for aantal in aantallen]
    er = [vlak for vlak in vlakken if vlak]
    assert all(vlak.breedte >= grafiek_verdeling.MINSTENS and 0 <= vlak.x <= vlak.tot <= 100 for vlak in er)
    assert all(abs(a.tot - b.x) <= 0.02 for a, b in pairwise(er))
    assert not er or er[0].x == 0
    assert not er or er[-1].tot == pytest.approx(100, abs=0.02)
    for a, b in zip(range(len(aantallen)), range(1, len(aantallen)), strict=False):
        if aantallen[a] > aantallen[b] > 0:
            assert vlakken[a].breedte >= vlakken[b].breedte


def test_een_onbekende_dag_is_geen_nul():
    beeld = grafiek_trend.trend([("Gehaald", reeks(10, None, 0, 0))], eenheid="%")
    assert [rij[1] for rij in beeld.rijen] == [
        [("Gehaald", "10%")],
        [("Gehaald", "geen stand")],
        [("Gehaald", "0%")],
        [("Gehaald", "0%")],
    ]
    assert beeld.zonder == "21 november 2026"
    assert len(beeld.gaten) == 1
    assert len(beeld.lijnen[0].los) == 1, "de eerste dag staat alleen"


def test_ook_dagen_voor_en_na_de_gegevens_zijn_een_gat():
    van, tot = VANDAAG - timedelta(days=20), VANDAAG + timedelta(days=3)
    beeld = grafiek_trend.trend([("Gehaald", reeks(10, 20))], van=van, tot=tot)
    assert [vlak.x for vlak in beeld.gaten] == [0, pytest.approx(100 * 20 / 23, abs=0.01)]
    assert beeld.gaten[-1].tot == 100
    assert beeld.zonder == "3 t/m 21 november 2026, 24 t/m 26 november 2026"
    assert [regel for _, regel in beeld.lijnen[0].regels] == ["20", "op 23 nov"]


def test_een_lange_tabel_heeft_een_rij_per_maand_met_de_laatste_stand_en_de_gaten():
    een = {date(2026, 9, 1) + timedelta(days=n): float(n) for n in range(84) if n not in (3, 4, 9)}
    ander = {dag: 5.0 for dag in een if dag.month == 9}
    beeld = grafiek_trend.trend([("Leiden", een), ("Leiderdorp", ander)])
    assert beeld.rijen == (
        ("september 2026", [("Leiden", "29"), ("Leiderdorp", "5")], "4 t/m 5, 10"),
        ("oktober 2026", [("Leiden", "60"), ("Leiderdorp", "geen stand")], "Leiderdorp: 1 t/m 31"),
        ("november 2026", [("Leiden", "83"), ("Leiderdorp", "geen stand")], "Leiderdorp: 1 t/m 23"),
    )
    assert [regel for _, regel in beeld.lijnen[1].regels] == ["5", "Leiderdorp", "op 30 sep"]


def test_veel_gaten_worden_kort_genoemd():
    beeld = grafiek_trend.trend([("x", reeks(*([1, None] * 10)))])
    assert beeld.zonder.endswith(", en nog 4 keer")


def test_zonder_dagen_is_er_geen_grafiek_en_met_vijf_reeksen_is_die_niet_te_lezen():
    assert grafiek_trend.trend([("x", {})]) is None
    assert grafiek_trend.trend([], van=VANDAAG, tot=VANDAAG) is None
    assert grafiek_trend.trend([("x", {VANDAAG: 1})], van=VANDAAG + timedelta(days=1)) is None
    with pytest.raises(ValueError, match="Hoogstens 4"):
        grafiek_trend.trend([("x", {VANDAAG: 1})] * 5)


@given(RIJ)
def test_een_vonk_blijft_binnen_haar_vak_en_zegt_wat_ze_toont(rij):
    vonk = grafiek_trend.vonk(rij, 100, 20)
    alle = [*chain(*punten(vonk.lijn.pad)), *vonk.lijn.los]
    assert all(0 <= x <= 100 and 0 <= y <= 20 for x, y in alle)
    assert vonk.woorden.startswith("van ") == any(waarde is not None for waarde in rij)
    if alle and None in rij:
        assert vonk.woorden.endswith("geen stand")


@pytest.mark.parametrize(
    ("van", "tot", "tekst"),
    [
        (date(2026, 3, 3), date(2026, 3, 3), "3 maart 2026"),
        (date(2026, 3, 3), date(2026, 3, 5), "3 t/m 5 maart 2026"),
        (date(2025, 12, 31), date(2026, 1, 2), "31 december 2025 t/m 2 januari 2026"),
    ],
)
def test_een_periode_leest_kort(van, tot, tekst):
    assert opmaak.periode(van, tot) == tekst


def test_getallen_lezen_nederlands():
    assert [opmaak.getal(n) for n in (0, 82.5, 82.04, 1250, 1_000_000)] == [
        "0",
        "82,5",
        "82",
        "1.250",
        "1.000.000",
    ]
