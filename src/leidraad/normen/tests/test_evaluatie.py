"""What toetsen share lives as long as one evaluation."""

from datetime import datetime

import pytest

from leidraad.normen.evaluatie import evaluatie, gedeeld

gevraagd: list[int | None] = []


@gedeeld
def _laad(nu: datetime, gemeente: int | None) -> int:
    gevraagd.append(gemeente)
    return len(gevraagd)


@pytest.fixture(autouse=True)
def _leeg() -> None:
    gevraagd.clear()


def test_buiten_een_evaluatie_wordt_elke_keer_geladen(nu: datetime) -> None:
    assert (_laad(nu), _laad(nu)) == (1, 2)
    assert gevraagd == [None, None]


def test_binnen_een_evaluatie_wordt_een_keer_geladen_en_daarna_weer(nu: datetime) -> None:
    for keer in (1, 2):
        with evaluatie(7):
            assert (_laad(nu), _laad(nu)) == (keer, keer)
    assert gevraagd == [7, 7]


def test_een_evaluatie_binnen_een_andere_deelt_wat_over_dezelfde_gemeente_gaat(nu: datetime) -> None:
    with evaluatie(7):
        _laad(nu)
        with evaluatie(7):
            _laad(nu)
        with evaluatie(8):
            _laad(nu)
        with evaluatie():
            _laad(nu)
        _laad(nu)
    assert gevraagd == [7, 8, None]


def test_ook_na_een_fout_is_de_evaluatie_voorbij(nu: datetime) -> None:
    with pytest.raises(ZeroDivisionError), evaluatie(7):
        _laad(nu) / 0
    assert _laad(nu) == 2


def test_een_ander_moment_wordt_opnieuw_geladen(nu: datetime) -> None:
    with evaluatie():
        assert (_laad(nu), _laad(nu.replace(hour=10))) == (1, 2)
