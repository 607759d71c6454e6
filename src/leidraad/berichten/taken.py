"""The queue of background tasks: take one, finish it, try again later, give back what a dead worker left.

The rows are those of django-tasks-db; every change is a compare-and-swap on what was read, so that it works
the same on SQLite and PostgreSQL and a worker that lost its task to another cannot overwrite the outcome.
"""

import traceback
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

import structlog
from django.db.models import Q, QuerySet
from django_tasks_db.models import DBTaskResult, get_date_max

from leidraad.berichten.models import Bericht, Werkproces

_log = structlog.get_logger(__name__)

# A row of the queue: any function with any outcome.
Taakrij: TypeAlias = DBTaskResult[..., Any]

POGINGEN = 6
_EERSTE_WACHT = 30
# A worker that was not seen for this long is taken for dead.
LEASE = timedelta(seconds=90)
_BEWAAR_GELUKT = timedelta(days=7)
_BEWAAR_MISLUKT = timedelta(days=90)
_BEWAAR_BERICHT = timedelta(days=365)
# Workers reach for the same row. The loser looks again, so many times before it lets others go first.
_GREPEN = 5


def wachttijd(poging: int) -> timedelta:
    """How long to wait after attempt number `poging`: 30 seconds, then four times as long each time."""
    return timedelta(seconds=_EERSTE_WACHT * 4 ** (poging - 1))


def neem(kenmerk: str, nu: datetime) -> Taakrij | None:
    """Take the most urgent task that is ready, or None when there is nothing to do."""
    # Without a moment the row holds the last day of the calendar: such a task is ready at once.
    aan_de_beurt = Q(run_after__lte=nu) | Q(run_after=get_date_max())
    rijen = DBTaskResult.objects.filter(aan_de_beurt, status="READY")
    for _ in range(_GREPEN):
        if (rij := rijen.first()) is None:
            return None
        werkers = [*rij.worker_ids, kenmerk]
        grijpbaar = DBTaskResult.objects.filter(pk=rij.pk, status="READY", run_after=rij.run_after)
        if grijpbaar.update(status="RUNNING", started_at=nu, worker_ids=werkers):
            rij.status, rij.started_at, rij.worker_ids = "RUNNING", nu, werkers
            return rij
    return None


def rond_af(rij: Taakrij, nu: datetime) -> bool:
    """Write down that the task is done. False when another worker has it by now."""
    return _werk_bij(
        rij, status="SUCCESSFUL", finished_at=nu, return_value=None, exception_class_path="", traceback=""
    )


def mislukt(rij: Taakrij, fout: BaseException, nu: datetime) -> bool:
    """Write down that the task failed: try again later, or show it to the beheerder after the last attempt.

    Keeps where it went wrong but not the text of the error, which can hold personal data.
    """
    pogingen = len(rij.worker_ids)
    waar = "".join(traceback.format_list(traceback.extract_tb(fout.__traceback__)))
    velden = {"exception_class_path": _naam(fout), "traceback": waar}
    _log.error("taak_mislukt", taak=rij.task_path, poging=pogingen, fout=_naam(fout))
    if pogingen >= POGINGEN:
        return _werk_bij(rij, status="FAILED", finished_at=nu, **velden)
    return _werk_bij(rij, status="READY", run_after=nu + wachttijd(pogingen), **velden)


def geef_terug(nu: datetime, lease: timedelta = LEASE, zelf: str = "") -> int:
    """Make the tasks of workers that died ready again; returns how many.

    `zelf` is the worker that asks, between two tasks: what still stands on its name was left behind when the
    database was away.

    A task that brings down its worker time after time is stopped after the last attempt.
    """
    levend = set(
        Werkproces.objects.filter(gezien_op__gt=nu - lease, gestopt_op=None)
        .exclude(kenmerk=zelf)
        .values_list("kenmerk", flat=True)
    )
    aantal = 0
    for rij in DBTaskResult.objects.filter(status="RUNNING"):
        if rij.worker_ids and rij.worker_ids[-1] in levend:
            continue
        if len(rij.worker_ids) >= POGINGEN:
            terug = _werk_bij(rij, status="FAILED", finished_at=nu, exception_class_path="werker.weggevallen")
        else:
            terug = _werk_bij(rij, status="READY", run_after=nu)
        if terug:
            aantal += 1
            _log.warning("taak_teruggegeven", taak=rij.task_path, poging=len(rij.worker_ids))
    return aantal


def gestrand() -> QuerySet[Taakrij]:
    """Tasks that failed for good, newest first."""
    return DBTaskResult.objects.filter(status="FAILED").order_by("-finished_at")


def probeer_opnieuw(pk: UUID, nu: datetime) -> bool:
    """Give a failed task all its attempts again. False when it is no longer failed."""
    return bool(
        DBTaskResult.objects.filter(pk=pk, status="FAILED").update(
            status="READY", run_after=nu, worker_ids=[], finished_at=None
        )
    )


def ruim_op(nu: datetime) -> None:
    """Delete what nobody needs any more: finished tasks, stopped workers, mail of a year ago."""
    DBTaskResult.objects.filter(status="SUCCESSFUL", finished_at__lt=nu - _BEWAAR_GELUKT).delete()
    DBTaskResult.objects.filter(status="FAILED", finished_at__lt=nu - _BEWAAR_MISLUKT).delete()
    Werkproces.objects.filter(gezien_op__lt=nu - _BEWAAR_GELUKT).delete()
    af = (Bericht.Status.VERZONDEN, Bericht.Status.OPGENOMEN, Bericht.Status.VERVALLEN)
    Bericht.objects.filter(status__in=af, aangemaakt_op__lt=nu - _BEWAAR_BERICHT).delete()


def _werk_bij(rij: Taakrij, **velden: object) -> bool:
    """Change the row only while it is still the same run of the same worker."""
    eigen = DBTaskResult.objects.filter(pk=rij.pk, status="RUNNING", started_at=rij.started_at)
    if eigen.update(**velden):
        return True
    _log.warning("taak_was_al_van_een_ander", taak=rij.task_path)
    return False


def _naam(fout: BaseException) -> str:
    return f"{type(fout).__module__}.{type(fout).__qualname__}"
