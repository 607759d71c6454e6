"""Piles of dossiers for the start page, and the days and moments of deadlines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from leidraad.dossiers.models import Dossier

# Counting further than this tells nobody anything.
MEESTE = 100


@dataclass(frozen=True)
class Stapel:
    """One pile: what it is, what is expected, the first dossiers, and the list that holds them all."""

    titel: str
    uitleg: str
    url: str
    dossiers: Sequence[Dossier]
    aantal: int

    @property
    def telling(self) -> str:
        """The number in words; above a hundred it is simply many."""
        return f"meer dan {MEESTE}" if self.aantal > MEESTE else str(self.aantal)


def begin_van(dag: date) -> datetime:
    """The first moment of a day in the Netherlands."""
    return timezone.make_aware(datetime.combine(dag, time.min))


def eind_van(dag: date) -> datetime:
    """The last second of a day in the Netherlands: how a deadline that is a day is stored."""
    return timezone.make_aware(datetime.combine(dag, time(23, 59, 59)))


def jaar_voor(nu: datetime) -> datetime:
    """The first moment of the day one year before `nu`: from there on are the last twelve months."""
    dag = timezone.localdate(nu)
    schrikkeldag = (dag.month, dag.day) == (2, 29)
    return begin_van(dag.replace(year=dag.year - 1, day=28 if schrikkeldag else dag.day))


def dagen_voor(nu: datetime, dagen: int) -> datetime:
    """The first moment of the day `dagen` days before `nu`: what began before it, began too long ago.

    Whole days count: what begins on the first of the month has until the end of the eighth for seven days.
    """
    return begin_van(timezone.localdate(nu) - timedelta(days=dagen))


def is_hele_dag(moment: datetime) -> bool:
    """Whether a deadline means the whole day."""
    return timezone.localtime(moment).time() == time(23, 59, 59)
