"""A moment as people write it: what is read is what was shown, also in the nights that the clock changes."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from leidraad.dossiers.formulieren.moment import NEDERLAND, Moment, Momentinvoer

NU = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
minuten = st.integers(0, 60 * 24 * 400).map(lambda n: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=n))
# Three hours on both sides of both changes of the clock of 2026.
nachten = st.tuples(
    st.sampled_from([datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)]),
    st.integers(-180, 180),
).map(lambda paar: paar[0] + timedelta(minutes=paar[1]))


def lees(tekst: str, *, verplicht: bool = False, geweest: bool = False) -> datetime | None:
    moment: datetime | None = Moment("Wanneer?", verplicht=verplicht, geweest=geweest).clean(tekst)
    return moment


@given(minuten | nachten)
def test_wat_er_staat_is_zo_weer_te_lezen(moment: datetime) -> None:
    assert lees(Momentinvoer().format_value(moment) or "") == moment


def test_de_twee_keer_van_een_uur_staan_in_hun_echte_volgorde() -> None:
    eerst, later = lees("25-10-2026 02:50 zomertijd"), lees("25-10-2026 02:10 wintertijd")
    assert eerst is not None
    assert later is not None
    assert later - eerst == timedelta(minutes=20)


@pytest.mark.parametrize(
    "tekst", ["23-11-2026 09:00", "2026-11-23T09:00", "2026-11-23 09:00", "23/11/2026 om 9.00 uur"]
)
def test_elke_gewone_schrijfwijze_is_goed(tekst: str) -> None:
    assert lees(tekst) == NU


@pytest.mark.parametrize("tekst", ["2026-10-25T02:00", "25-10-2026 02:59"])
def test_van_een_dubbel_uur_is_niet_te_raden_welke_het_is(tekst: str) -> None:
    with pytest.raises(ValidationError, match="dit uur kwam twee keer voor"):
        lees(tekst, geweest=True)


@pytest.mark.parametrize("tekst", ["2026-10-25T01:59", "2026-10-25T03:00", "2026-10-24T02:30"])
def test_een_ander_uur_vraagt_niets(tekst: str) -> None:
    assert lees(tekst) == datetime.fromisoformat(tekst).replace(tzinfo=NEDERLAND)


def test_leeg_mag_alleen_als_het_niet_verplicht_is() -> None:
    assert lees("  ") is None
    assert lees("", geweest=True) is None
    with pytest.raises(ValidationError, match="Vul een datum en een tijd in"):
        lees(" ", verplicht=True)


def test_wat_geweest_is_ligt_tussen_de_avg_en_nu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NU)
    assert lees("25-05-2018 00:00", geweest=True) == datetime(2018, 5, 25, tzinfo=NEDERLAND)
    assert lees("23-11-2026 09:00", geweest=True) == NU
    for tekst, fout in (("24-05-2018 23:59", "voor 25 mei 2018"), ("23-11-2026 09:01", "in de toekomst")):
        assert lees(tekst) is not None
        with pytest.raises(ValidationError, match=fout):
            lees(tekst, geweest=True)
