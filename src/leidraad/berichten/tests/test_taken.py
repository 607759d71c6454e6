"""The queue: one worker per task, retries that wait longer each time, and an end that is visible."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from django.db import OperationalError, connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from leidraad.berichten import rooster, taken
from leidraad.berichten.models import Bericht, Werkproces
from leidraad.berichten.taken import LEASE, POGINGEN, geef_terug, neem, probeer_opnieuw, rond_af
from leidraad.berichten.tests.proeftaken import kort, stuk
from leidraad.berichten.werker import Werker

pytestmark = pytest.mark.django_db
UUR = timedelta(hours=1)


class Klok:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.nu = timezone.now() + timedelta(seconds=1)

    def __call__(self) -> datetime:
        return self.nu


@pytest.fixture
def klok(monkeypatch) -> Klok:
    monkeypatch.setattr(rooster, "_GEPLAND", {})
    return Klok()


def test_een_taak_wordt_gedaan_en_daarna_niet_meer(klok):
    kort.enqueue(1)
    assert Werker("een", klok=klok).werk_af() == 1
    assert Werker("twee", klok=klok).werk_af() == 0
    assert Bericht.objects.get().sleutel == "kort:1"


def test_een_taak_die_niet_doorgaat_komt_niet_in_de_rij(klok):
    with transaction.atomic():
        kort.enqueue(1)
        transaction.set_rollback(True)
    assert Werker("een", klok=klok).werk_af() == 0


def test_dringend_gaat_voor_en_later_wacht(klok):
    kort.enqueue(1)
    kort.using(priority=10).enqueue(2)
    kort.using(run_after=klok.nu + UUR).enqueue(3)
    Werker("een", klok=klok).werk_af()
    assert list(Bericht.objects.order_by("pk").values_list("sleutel", flat=True)) == ["kort:2", "kort:1"]
    klok.nu += UUR
    assert Werker("een", klok=klok).werk_af() == 1


def test_een_fout_wordt_steeds_later_opnieuw_geprobeerd_en_is_dan_zichtbaar(klok):
    stuk.enqueue()
    wachttijden = []
    for _ in range(POGINGEN - 1):
        assert Werker("een", klok=klok).werk_af() == 1
        rij = DBTaskResult.objects.get()
        assert rij.status == "READY"
        wachttijden.append((rij.run_after - klok.nu).total_seconds())
        klok.nu = rij.run_after
    assert wachttijden == [30, 120, 480, 1920, 7680]
    Werker("een", klok=klok).werk_af()
    rij = taken.gestrand().get()
    assert rij.exception_class_path == "builtins.RuntimeError"
    assert "proeftaken.py" in rij.traceback
    assert "geheim" not in rij.traceback

    assert probeer_opnieuw(rij.pk, klok.nu)
    assert not probeer_opnieuw(rij.pk, klok.nu)
    assert Werker("een", klok=klok).werk_af() == 1
    assert DBTaskResult.objects.get().status == "READY"


def test_een_taak_die_niet_meer_bestaat_mislukt_als_elke_andere(klok):
    kort.enqueue(1)
    DBTaskResult.objects.update(task_path="leidraad.bestaat_niet.taak")
    Werker("een", klok=klok).werk_af()
    assert DBTaskResult.objects.get().exception_class_path == "builtins.ModuleNotFoundError"


def test_een_dode_werker_geeft_zijn_taak_terug_en_kan_hem_niet_meer_afronden(klok):
    kort.enqueue(1)
    Werkproces.objects.create(kenmerk="dood", gestart_op=klok.nu, gezien_op=klok.nu)
    van_dood = neem("dood", klok.nu)
    assert geef_terug(klok.nu + LEASE - timedelta(seconds=1)) == 0
    assert geef_terug(klok.nu + LEASE) == 1
    later = klok.nu + LEASE + timedelta(seconds=1)
    van_ander = neem("levend", later)
    assert van_ander.worker_ids == ["dood", "levend"]
    assert not rond_af(van_dood, later)
    assert rond_af(van_ander, later)


def test_een_taak_die_elke_werker_meesleurt_houdt_op(klok):
    kort.enqueue(1)
    for poging in range(POGINGEN):
        assert neem(f"werker{poging}", klok.nu)
        assert geef_terug(klok.nu) == 1
        klok.nu += UUR
    assert neem("nog een", klok.nu) is None
    assert taken.gestrand().get().exception_class_path == "werker.weggevallen"


def test_een_werker_raapt_op_wat_bij_een_storing_op_zijn_eigen_naam_bleef_staan(klok, monkeypatch):
    kort.enqueue(1)

    def weg(*_: object) -> bool:
        raise OperationalError

    proef = Werker("een", klok=klok)
    with monkeypatch.context() as storing:
        storing.setattr(taken, "rond_af", weg)
        with pytest.raises(OperationalError):
            proef.werk_af()
    assert DBTaskResult.objects.get().status == "RUNNING"
    assert geef_terug(klok.nu, zelf=proef.kenmerk) == 1
    assert DBTaskResult.objects.get().status == "READY"


def test_opruimen_bewaart_wat_pas_klaar_is_en_wat_mislukte(klok):
    kort.enqueue(1)
    stuk.enqueue()
    Werker("een", klok=klok).werk_af()
    DBTaskResult.objects.exclude(status="SUCCESSFUL").update(status="FAILED", finished_at=klok.nu)
    taken.ruim_op(klok.nu + timedelta(days=6))
    assert DBTaskResult.objects.count() == 2
    taken.ruim_op(klok.nu + timedelta(days=8))
    assert taken.gestrand().count() == DBTaskResult.objects.count() == 1
    assert Werkproces.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_elke_taak_heeft_een_werker_ook_als_ze_allemaal_tegelijk_grijpen(klok):
    for nummer in range(12):
        kort.enqueue(nummer)
    samen = Barrier(4)

    def grijp(naam: str) -> list[str]:
        try:
            samen.wait(10)
            gepakt = []
            while rij := neem(naam, klok.nu):
                gepakt.append(str(rij.pk))
            return gepakt
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as draden:
        gepakt = [pk for deel in draden.map(grijp, "abcd") for pk in deel]
    assert len(set(gepakt)) == len(gepakt)
    over = DBTaskResult.objects.filter(status="READY").count()
    # A worker that lost five times in a row comes back at its next round.
    assert len(gepakt) + over == 12
    assert neem("e", klok.nu) or over == 0
