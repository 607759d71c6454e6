"""De uiterste dag en de doorlooptijd in woorden."""

from datetime import date, timedelta

import pytest

from leidraad.registers.vragen.regels import in_dagen, laatste_dag, mediaan, streefdagen

pytestmark = pytest.mark.regel("1.1.7")
DAG = timedelta(days=1)


@pytest.mark.parametrize(
    ("gevraagd", "uiterlijk"),
    [
        (date(2026, 11, 23), date(2026, 11, 30)),
        (date(2026, 11, 21), date(2026, 11, 30)),
        # 3 april is Goede Vrijdag, 6 april tweede paasdag.
        (date(2026, 3, 27), date(2026, 4, 7)),
        (date(2026, 12, 18), date(2026, 12, 28)),
    ],
)
def test_de_uiterste_dag_is_een_werkdag(gevraagd: date, uiterlijk: date) -> None:
    assert laatste_dag(gevraagd) == uiterlijk


def test_de_streefwaarde_komt_uit_de_lijst() -> None:
    assert streefdagen(date(2026, 11, 23)) == 7


def test_de_middelste_duur() -> None:
    assert mediaan([]) is None
    assert mediaan([3 * DAG]) == 3 * DAG
    assert mediaan([DAG, 200 * DAG, 3 * DAG]) == 3 * DAG
    assert mediaan([DAG, 2 * DAG]) == 1.5 * DAG


@pytest.mark.parametrize(
    ("duur", "tekst"),
    [
        (timedelta(hours=5), "minder dan een dag"),
        (DAG, "1 dag"),
        (1.5 * DAG, "1,5 dagen"),
        (2 * DAG, "2 dagen"),
        (timedelta(days=1, minutes=10), "1 dag"),
    ],
)
def test_een_duur_in_woorden(duur: timedelta, tekst: str) -> None:
    assert in_dagen(duur) == tekst
