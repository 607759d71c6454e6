"""The schedule: once per turn, a missed day once, and the local time of the clock on the wall."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from leidraad.berichten import rooster
from leidraad.berichten.models import Rooster
from leidraad.berichten.rooster import Gepland, doe_beurt, gepland, neem_beurten, zet_in_rooster

NL = ZoneInfo("Europe/Amsterdam")
DAG = timedelta(days=1)


@pytest.fixture
def gedaan(monkeypatch) -> list[datetime]:
    """An empty schedule, and what its jobs did."""
    monkeypatch.setattr(rooster, "_GEPLAND", {})
    return []


def dagelijks(om: time, *, werkdagen: bool = False) -> Gepland:
    return Gepland("proef", print, None, om, werkdagen)


@pytest.mark.parametrize(
    ("na", "om", "verwacht"),
    [
        # An ordinary day: today when it is still to come, else tomorrow.
        (datetime(2026, 11, 23, 6, tzinfo=NL), time(7), datetime(2026, 11, 23, 6, tzinfo=UTC)),
        (datetime(2026, 11, 23, 7, tzinfo=NL), time(7), datetime(2026, 11, 24, 6, tzinfo=UTC)),
        # Seven o'clock stays seven o'clock when summer time begins and ends.
        (datetime(2026, 3, 28, 8, tzinfo=NL), time(7), datetime(2026, 3, 29, 5, tzinfo=UTC)),
        (datetime(2026, 10, 24, 8, tzinfo=NL), time(7), datetime(2026, 10, 25, 6, tzinfo=UTC)),
        # Half past two does not exist on 29 March 2026; it is taken an hour later.
        (datetime(2026, 3, 28, 8, tzinfo=NL), time(2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        # Half past two exists twice on 25 October 2026; only the first counts.
        (datetime(2026, 10, 24, 8, tzinfo=NL), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), time(2, 30), datetime(2026, 10, 26, 1, 30, tzinfo=UTC)),
    ],
)
def test_de_volgende_beurt_volgt_de_klok_aan_de_muur(na, om, verwacht):
    assert dagelijks(om).volgende(na) == verwacht


@pytest.mark.parametrize(
    ("na", "dag"),
    [
        (datetime(2026, 11, 20, 8, tzinfo=NL), 23),  # Friday → Monday
        (datetime(2026, 12, 24, 8, tzinfo=NL), 28),  # Christmas on a Friday and Saturday
    ],
)
def test_op_werkdagen_slaat_weekend_en_feestdagen_over(na, dag):
    assert dagelijks(time(7), werkdagen=True).volgende(na).astimezone(NL).day == dag


def test_elk_tijdstip_heeft_precies_een_van_beide(gedaan):
    with pytest.raises(ValueError, match="elke"):
        gepland("fout", gedaan.append)
    with pytest.raises(ValueError, match="elke"):
        gepland("fout", gedaan.append, elke=DAG, om=time(7))
    gepland("goed", gedaan.append, elke=DAG)
    gepland("goed", gedaan.append, elke=DAG)
    with pytest.raises(ValueError, match="iets anders"):
        gepland("goed", gedaan.append, om=time(7))


@pytest.mark.django_db
def test_wat_steeds_terugkomt_begint_meteen_en_haalt_gemiste_beurten_een_keer_in(gedaan, nu):
    gepland("vaak", gedaan.append, elke=timedelta(minutes=1))
    zet_in_rooster(nu)
    zet_in_rooster(nu)
    assert neem_beurten(nu) == 1
    assert neem_beurten(nu + timedelta(seconds=59)) == 0
    assert neem_beurten(nu + 3 * DAG) == 1
    assert neem_beurten(nu + 3 * DAG) == 0
    assert gedaan == [nu, nu + 3 * DAG]


@pytest.mark.django_db
def test_een_gemiste_dag_wordt_een_keer_ingehaald(gedaan, nu):
    gepland("dagelijks", gedaan.append, om=time(7))
    zet_in_rooster(nu)
    assert neem_beurten(nu) == 0
    assert neem_beurten(nu + 3 * DAG) == 1
    assert neem_beurten(nu + 3 * DAG) == 0
    assert Rooster.objects.get().volgende_keer == datetime(2026, 11, 27, 6, tzinfo=UTC)
    taak = DBTaskResult.objects.get()
    assert taak.args_kwargs["args"] == ["dagelijks"]
    doe_beurt.call("dagelijks")
    assert len(gedaan) == 1


@pytest.mark.django_db
def test_een_fout_houdt_de_andere_niet_op_en_is_te_zien_tot_het_weer_lukt(gedaan, nu):
    stuk = [True]

    def wankel(moment: datetime) -> None:
        if stuk:
            raise RuntimeError("geheim@leiden.test")

    gepland("wankel", wankel, elke=timedelta(minutes=1))
    gepland("goed", gedaan.append, elke=timedelta(minutes=1))
    zet_in_rooster(nu)
    assert neem_beurten(nu) == 2
    assert gedaan == [nu]
    assert Rooster.objects.get(naam="wankel").fout == "RuntimeError"
    stuk.clear()
    neem_beurten(nu + timedelta(minutes=1))
    assert Rooster.objects.get(naam="wankel").fout == ""


@pytest.mark.django_db
def test_een_taak_die_uit_het_rooster_is_gehaald_doet_niets(gedaan):
    doe_beurt.call("bestaat niet meer")
    assert gedaan == []


@pytest.mark.django_db(transaction=True)
def test_van_werkers_op_hetzelfde_moment_neemt_er_een_de_beurt(gedaan, nu):
    gepland("samen", gedaan.append, elke=timedelta(hours=1))
    zet_in_rooster(nu)
    samen = Barrier(4)

    def werker() -> int:
        try:
            samen.wait(10)
            return neem_beurten(nu)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as draden:
        genomen = [beurt.result() for beurt in [draden.submit(werker) for _ in range(4)]]
    assert sorted(genomen) == [0, 0, 0, 1]
    assert gedaan == [nu]
