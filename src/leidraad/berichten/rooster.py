"""Recurring jobs: who does what when, once, however many workers there are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import structlog
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from leidraad.berichten.models import Rooster
from leidraad.termijnen import is_werkdag

_log = structlog.get_logger(__name__)

Opdracht = Callable[[datetime], object]


@dataclass(frozen=True)
class Gepland:
    """One recurring job: every so often (`elke`), or daily at a local time (`om`)."""

    naam: str
    opdracht: Opdracht
    elke: timedelta | None
    om: time | None
    alleen_werkdagen: bool

    def volgende(self, na: datetime) -> datetime:
        """The first turn after `na`.

        A local time that the clock skips in spring is taken an hour later; one that comes twice in autumn
        is taken the first time. Counted from now, not from the turn that was missed: after three days of
        standing still a daily job is caught up once.
        """
        if self.elke is not None:
            return na + self.elke
        dag = timezone.localdate(na)
        while (moment := self._op(dag)) <= na or (self.alleen_werkdagen and not is_werkdag(dag)):
            dag += timedelta(days=1)
        return moment

    def _op(self, dag: date) -> datetime:
        # In UTC: two moments of the same zone compare by the hands of the clock, also when it is put back.
        om = self.om or time()
        return datetime.combine(dag, om, tzinfo=timezone.get_default_timezone()).astimezone(UTC)


_GEPLAND: dict[str, Gepland] = {}


def gepland(
    naam: str,
    opdracht: Opdracht,
    *,
    elke: timedelta | None = None,
    om: time | None = None,
    alleen_werkdagen: bool = False,
) -> None:
    """Put a job on the schedule; called once, from an AppConfig. The job gets the moment and is idempotent.

    Raises ValueError without exactly one of `elke` and `om`, or when the name is taken by another job.
    """
    if (elke is None) == (om is None):
        raise ValueError("Kies óf elke, óf om.")
    nieuw = Gepland(naam, opdracht, elke, om, alleen_werkdagen)
    if _GEPLAND.setdefault(naam, nieuw) != nieuw:
        raise ValueError(f"Er staat al iets anders op het rooster als ‘{naam}’.")


def alles_gepland() -> tuple[Gepland, ...]:
    """Every recurring job, in the order in which they were put on the schedule."""
    return tuple(_GEPLAND.values())


def zet_in_rooster(nu: datetime) -> None:
    """Give every new job its row. What repeats begins at once, what has a time of day waits for it."""
    bekend = set(Rooster.objects.values_list("naam", flat=True))
    nieuw = [
        Rooster(naam=g.naam, volgende_keer=nu if g.elke else g.volgende(nu))
        for g in alles_gepland()
        if g.naam not in bekend
    ]
    # Two workers can start at the same moment.
    Rooster.objects.bulk_create(nieuw, ignore_conflicts=True)


def neem_beurten(nu: datetime) -> int:
    """Do every turn that has come and that no other worker takes first; returns how many.

    A job that returns within the day is done here and now: when it fails, its next turn is its retry. A
    daily job becomes a task in the same transaction, so that it survives this worker and is retried.
    """
    genomen = 0
    for rij in Rooster.objects.filter(naam__in=_GEPLAND, volgende_keer__lte=nu):
        beurt = _GEPLAND[rij.naam]
        with transaction.atomic():
            if not _neem(rij, beurt.volgende(nu), nu):
                continue
            if beurt.om is not None:
                doe_beurt.enqueue(rij.naam)
        genomen += 1
        if beurt.elke is not None:
            _doe_nu(beurt, nu)
    return genomen


def _neem(rij: Rooster, volgende: datetime, nu: datetime) -> bool:
    """Compare-and-swap: only one worker changes the moment that both have read."""
    return bool(
        Rooster.objects.filter(naam=rij.naam, volgende_keer=rij.volgende_keer).update(
            volgende_keer=volgende, laatste_keer=nu
        )
    )


def _doe_nu(beurt: Gepland, nu: datetime) -> None:
    fout = ""
    try:
        beurt.opdracht(nu)
    except Exception as uitzondering:  # noqa: BLE001 - one job must not stop the others; shown to the beheerder
        fout = type(uitzondering).__name__
        _log.error("roosterbeurt_mislukt", naam=beurt.naam, fout=fout)
    Rooster.objects.filter(naam=beurt.naam).exclude(fout=fout).update(fout=fout)


@task()
def doe_beurt(naam: str) -> None:
    """A turn of a daily job. A job that left the product since has nothing to do."""
    if beurt := _GEPLAND.get(naam):
        beurt.opdracht(timezone.now())
