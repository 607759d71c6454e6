"""Piles of dossiers for the start page, and the days and moments of deadlines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

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


def is_hele_dag(moment: datetime) -> bool:
    """Whether a deadline means the whole day."""
    return timezone.localtime(moment).time() == time(23, 59, 59)
