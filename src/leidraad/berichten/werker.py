"""The worker: takes turns from the schedule and tasks from the queue until it is told to stop.

Any number of workers can run beside each other. Each writes a heartbeat; when that stays away, another gives
its task back to the queue.
"""

import secrets
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from django.db import Error, close_old_connections, connection
from django.utils import timezone
from django_tasks.base import TaskContext

from leidraad.berichten import rooster, taken
from leidraad.berichten.models import Werkproces

_log = structlog.get_logger(__name__)

_PAUZE = 1.0


class Werker:
    """One worker. `lease` is how long another worker waits for its heartbeat before it takes over."""

    def __init__(
        self,
        naam: str,
        *,
        lease: timedelta = taken.LEASE,
        pauze: float = _PAUZE,
        klok: Callable[[], datetime] = timezone.now,
    ) -> None:
        # Two workers may get the same name; their tasks must still be told apart.
        self.kenmerk = f"{naam[:50]}:{secrets.token_hex(4)}"
        self._lease, self._pauze, self._klok = lease, pauze, klok
        self._stop = threading.Event()
        self._laatst_rooster = self._laatst_opgeraapt = float("-inf")

    def stop(self) -> None:
        """Finish the task at hand and then stop; may be called from a signal or another thread."""
        self._stop.set()

    def draai(self, *, doorgaan: Callable[[], bool] = lambda: True) -> None:
        """Work until `stop` is called or `doorgaan` says no. A database that is away is waited for."""
        hart = threading.Thread(target=self._klop, daemon=True)
        self._meld_aan()
        hart.start()
        try:
            while not self._stop.is_set() and doorgaan():
                close_old_connections()
                if not self._probeer_ronde():
                    self._stop.wait(self._pauze)
        finally:
            self._stop.set()
            hart.join()
            self._meld_af()

    def werk_af(self) -> int:
        """Do everything that waits now and stop; returns how many turns and tasks that were."""
        self._meld_aan()
        aantal = 0
        try:
            while not self._stop.is_set() and (gedaan := self.ronde()):
                aantal += gedaan
        finally:
            self._meld_af()
        return aantal

    def ronde(self) -> int:
        """The turns that have come and one task; returns how many things were done."""
        nu, tik = self._klok(), time.monotonic()
        gedaan = 0
        if tik - self._laatst_rooster >= self._pauze:
            gedaan += rooster.neem_beurten(nu)
            self._laatst_rooster = tik
        if tik - self._laatst_opgeraapt >= self._lease.total_seconds() / 6:
            taken.geef_terug(nu, self._lease, self.kenmerk)
            self._laatst_opgeraapt = tik
        if rij := taken.neem(self.kenmerk, nu):
            self._voer_uit(rij)
            gedaan += 1
        return gedaan

    def _probeer_ronde(self) -> int:
        try:
            return self.ronde()
        except Error as fout:
            # Only what the database itself says ends up here; a task's own errors are kept with the task.
            _log.error("database_niet_bereikbaar", fout=type(fout).__name__)
            connection.close()
            return 0

    def _voer_uit(self, rij: taken.Taakrij) -> None:
        try:
            taak = rij.task
            argumenten, namen = rij.args_kwargs["args"], rij.args_kwargs["kwargs"]
            if taak.takes_context:
                argumenten = [TaskContext(task_result=rij.task_result), *argumenten]
            taak.call(*argumenten, **namen)
        except Exception as fout:  # noqa: BLE001 - kept with the task, tried again, shown to the beheerder
            taken.mislukt(rij, fout, self._klok())
        else:
            taken.rond_af(rij, self._klok())

    def _meld_aan(self) -> None:
        nu = self._klok()
        Werkproces.objects.create(kenmerk=self.kenmerk, gestart_op=nu, gezien_op=nu)
        rooster.zet_in_rooster(nu)
        _log.info("werker_begonnen", werker=self.kenmerk)

    def _meld_af(self) -> None:
        Werkproces.objects.filter(kenmerk=self.kenmerk).update(gestopt_op=self._klok())
        _log.info("werker_gestopt", werker=self.kenmerk)

    def _klop(self) -> None:
        """The heartbeat, in a thread with a connection of its own so that long work does not stop it."""
        try:
            while not self._stop.wait(self._lease.total_seconds() / 6):
                try:
                    Werkproces.objects.filter(kenmerk=self.kenmerk).update(gezien_op=self._klok())
                except Error as fout:
                    _log.warning("hartslag_mislukt", fout=type(fout).__name__)
                    connection.close()
        finally:
            connection.close()
