"""Properties that hold for every date, not only for the worked examples."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from leidraad.termijnen import dagen_na, is_werkdag, maanden_na, uren_na, volgende_werkdag, weken_na

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
datums = st.dates(date(2018, 5, 25), date(2060, 12, 31))
# Hypothesis adds the time zone itself, so that it also finds the double hour.
BEGIN, EINDE = datetime(2018, 5, 25), datetime(2060, 12, 31)  # noqa: DTZ001
momenten = st.datetimes(BEGIN, EINDE, timezones=st.just(AMSTERDAM))
extra = st.frozensets(st.dates(date(2018, 5, 25), date(2061, 12, 31)), max_size=5)
functies = st.sampled_from([dagen_na, weken_na, maanden_na])
lengtes = st.integers(0, 40)


@given(functies, datums, lengtes, extra)
def test_een_termijn_eindigt_nooit_op_een_gesloten_dag(functie, datum, lengte, gelijkgesteld) -> None:
    assert is_werkdag(functie(datum, lengte, gelijkgesteld=gelijkgesteld), gelijkgesteld=gelijkgesteld)


@given(functies, datums, st.integers(0, 60), lengtes)
def test_later_ontvangen_eindigt_nooit_eerder(functie, datum, dagen_later, lengte) -> None:
    assert functie(datum, lengte) <= functie(datum + timedelta(days=dagen_later), lengte)


@given(functies, datums, lengtes)
def test_een_langere_termijn_eindigt_nooit_eerder(functie, datum, lengte) -> None:
    assert functie(datum, lengte) <= functie(datum, lengte + 1)


@given(datums, st.integers(3, 40), extra)
def test_drie_dagen_of_meer_bevat_twee_werkdagen(
    datum: date, dagen: int, gelijkgesteld: frozenset[date]
) -> None:
    einde = dagen_na(datum, dagen, gelijkgesteld=gelijkgesteld)
    tussen = [datum + timedelta(days=n) for n in range(1, (einde - datum).days + 1)]
    assert sum(is_werkdag(dag, gelijkgesteld=gelijkgesteld) for dag in tussen) >= 2
    assert einde >= datum + timedelta(days=dagen)


@given(datums)
def test_volgende_werkdag_laat_een_werkdag_staan_en_slaat_er_geen_over(datum: date) -> None:
    volgende = volgende_werkdag(datum)
    assert volgende >= datum
    assert not any(is_werkdag(datum + timedelta(days=n)) for n in range((volgende - datum).days))
    assert volgende_werkdag(volgende) == volgende


@given(st.integers(2018, 2060), st.integers(1, 36))
def test_een_maand_na_de_31e_eindigt_in_de_bedoelde_maand_of_vlak_erna(jaar: int, maanden: int) -> None:
    einde = maanden_na(date(jaar, 1, 31), maanden)
    bedoeld = jaar * 12 + maanden
    assert einde.year * 12 + einde.month - 1 in {bedoeld, bedoeld + 1}
    assert einde.year * 12 + einde.month - 1 == bedoeld or einde.day <= 5


@given(momenten, st.integers(0, 500))
def test_streng_telt_verstreken_uren_en_de_buitengrens_hooguit_een_uur_meer(
    moment: datetime, uren: int
) -> None:
    termijn = uren_na(moment, uren)
    assert termijn.streng - moment.astimezone(UTC) == timedelta(hours=uren)
    assert timedelta(0) < termijn.buitengrens - termijn.streng <= timedelta(hours=1)
    assert (termijn.buitengrens.minute, termijn.buitengrens.second, termijn.buitengrens.microsecond) == (
        0,
        0,
        0,
    )


@given(momenten, st.timedeltas(timedelta(0), timedelta(days=3)), st.integers(0, 200))
def test_later_kennisgenomen_eindigt_nooit_eerder(moment: datetime, later: timedelta, uren: int) -> None:
    eerst = uren_na(moment.astimezone(UTC), uren)
    daarna = uren_na(moment.astimezone(UTC) + later, uren)
    assert eerst.streng <= daarna.streng
    assert eerst.buitengrens <= daarna.buitengrens
