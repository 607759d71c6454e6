"""Real workers in processes of their own, one of them killed: nothing is lost and nothing happens twice."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from leidraad.berichten.models import Bericht, Werkproces
from leidraad.berichten.tests.proeftaken import kort, lang
from leidraad.berichten.verzenden import ONZEKER_NA, verzend

Start = Callable[..., subprocess.Popen[str]]
LEASE = "4"


@pytest.fixture
def start(omgeving) -> Iterator[Start]:
    """Start a process; whatever still runs at the end is killed."""
    lopend: list[subprocess.Popen[str]] = []

    def nieuw(*woorden: str) -> subprocess.Popen[str]:
        proces = subprocess.Popen(
            [sys.executable, "-m", *woorden], env=omgeving, text=True, stderr=subprocess.PIPE
        )
        lopend.append(proces)
        return proces

    yield nieuw
    for proces in lopend:
        proces.kill()
        proces.wait()
        if proces.stderr:
            proces.stderr.close()


def proefwerker(start: Start, naam: str) -> subprocess.Popen[str]:
    return start("leidraad.berichten.tests.proefwerker", naam, LEASE)


def wacht(tot: Callable[[], object], seconden: float = 60) -> None:
    einde = time.monotonic() + seconden
    while not tot():
        assert time.monotonic() < einde, "dit duurt te lang"
        time.sleep(0.05)


def test_van_twee_werkers_wordt_er_een_gedood_en_alles_gebeurt_een_keer(start, tmp_path):
    lang.enqueue(str(tmp_path))
    for nummer in range(20):
        kort.enqueue(nummer)
    werkers = {naam: proefwerker(start, naam) for naam in ("een", "twee")}
    wacht((tmp_path / "begonnen").exists)
    wacht(lambda: Werkproces.objects.count() == 2)
    bezig = DBTaskResult.objects.get(task_path__endswith=".lang").worker_ids[-1].partition(":")[0]
    werkers.pop(bezig).send_signal(signal.SIGKILL)
    (tmp_path / "ga").touch()
    wacht(lambda: not DBTaskResult.objects.exclude(status="SUCCESSFUL").exists())

    (over,) = werkers.values()
    over.send_signal(signal.SIGTERM)
    assert over.wait(10) == 0
    assert (tmp_path / "begonnen").read_text() == "xx"
    sporen = list(Bericht.objects.values_list("soort", flat=True))
    assert (sporen.count("lang"), sporen.count("kort"), sporen.count("beurt")) == (1, 20, 1)
    assert Werkproces.objects.filter(gestopt_op=None).count() == 1


def test_een_werker_die_sterft_tijdens_het_verzenden_laat_een_onzeker_bericht_achter(
    postkantoor, start, schrijf
):
    nu = timezone.now()
    for nummer in range(5):
        schrijf(f"b{nummer}", aan=f"b{nummer}@leiden.test", op=nu)
    postkantoor.antwoord_op_tekst = "wacht"
    werker = proefwerker(start, "een")
    wacht(postkantoor.bezig.is_set)
    werker.send_signal(signal.SIGKILL)
    werker.wait(10)
    postkantoor.antwoord_op_tekst = "250 OK"
    assert verzend(nu + timedelta(minutes=1)) == 4
    assert verzend(nu + ONZEKER_NA + timedelta(minutes=1)) == 0
    assert set(postkantoor.ontvangen().values()) == {1}
    assert sorted(Bericht.objects.values_list("status", flat=True)) == ["onzeker"] + 4 * ["verzonden"]


def test_een_werker_stopt_netjes_en_schrijft_zijn_log_als_json(start, omgeving):
    werker = start("leidraad", "werker", "--naam", "nette")
    wacht(lambda: Werkproces.objects.filter(kenmerk__startswith="nette:").exists())
    werker.send_signal(signal.SIGTERM)
    _, log = werker.communicate(timeout=10)
    assert werker.returncode == 0
    assert '"event": "werker_begonnen"' in log
    assert '"event": "werker_gestopt"' in log
    assert Werkproces.objects.get(kenmerk__startswith="nette:").gestopt_op


def test_een_werker_stopt_als_de_server_die_hem_startte_weg_is(start, omgeving):
    ouder = start("leidraad.berichten.tests.proefouder")
    wacht(lambda: Werkproces.objects.filter(gestopt_op=None).exists())
    ouder.kill()
    ouder.wait()
    wacht(lambda: Werkproces.objects.exclude(gestopt_op=None).exists())
    assert Werkproces.objects.get().gestopt_op <= datetime.now(tz=timezone.get_current_timezone())


def test_eenmalig_doet_wat_klaarstaat_en_stopt(start, omgeving):
    kort.enqueue(1)
    assert start("leidraad", "werker", "--eenmalig").wait(20) == 0
    assert Bericht.objects.get(sleutel="kort:1").soort == "kort"
