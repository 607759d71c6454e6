"""What the breaches have in common: counts by cause, kind and unit per quarter. No Django.

Patterns are what a municipality learns from (norm 4.4.6): they name no case and no person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

_MEESTE = 12
OVERIG = "Overige"
GEEN = "Nog niet bekend"


@dataclass(frozen=True, kw_only=True)
class Geval:
    """What counts of one breach. `dag` is Dutch local time; `op_tijd` is None when the AP was not told."""

    dag: datetime
    gemeente: str
    eenheid: str
    oorzaak: str
    soort: str
    ontdekt_op: datetime | None
    intern_gemeld_op: datetime | None
    op_tijd: bool | None

    @cached_property
    def kwartaal(self) -> str:
        """Such as 2026-K4, which sorts by itself."""
        return f"{self.dag.year}-K{(self.dag.month + 2) // 3}"


@dataclass(frozen=True)
class Kruistabel:
    """Counts per label and quarter, the largest label first."""

    titel: str
    kwartalen: tuple[str, ...]
    rijen: tuple[tuple[str, tuple[int, ...], int], ...]

    @property
    def bijschrift(self) -> str:
        """What the chart shows."""
        return f"Aantal datalekken per {self.titel.lower()}"

    @property
    def staven(self) -> list[tuple[str, int]]:
        """The totals, for a chart."""
        return [(label, totaal) for label, _, totaal in self.rijen]


def kwartalen(gevallen: Sequence[Geval]) -> tuple[str, ...]:
    """All quarters from the first to the last, also those without a breach."""
    if not gevallen:
        return ()
    gezien = {g.kwartaal for g in gevallen}
    eerste, laatste = min(gezien), max(gezien)
    jaren = range(int(eerste[:4]), int(laatste[:4]) + 1)
    alle = (f"{jaar}-K{nummer}" for jaar in jaren for nummer in range(1, 5))
    return tuple(kwartaal for kwartaal in alle if eerste <= kwartaal <= laatste)


def kruistabel(titel: str, gevallen: Sequence[Geval], label: Callable[[Geval], str]) -> Kruistabel:
    """Count by `label` and quarter; small groups at the end are taken together."""
    per = Counter((label(g) or GEEN, g.kwartaal) for g in gevallen)
    totalen = Counter(label(g) or GEEN for g in gevallen)
    op_grootte = sorted(totalen, key=lambda naam: (-totalen[naam], naam))
    groepen = [(naam, [naam]) for naam in op_grootte]
    if len(groepen) > _MEESTE:
        groepen = [*groepen[: _MEESTE - 1], (OVERIG, op_grootte[_MEESTE - 1 :])]
    reeks = kwartalen(gevallen)
    rijen = tuple(
        (
            naam,
            tuple(sum(per[lid, kwartaal] for lid in leden) for kwartaal in reeks),
            sum(totalen[lid] for lid in leden),
        )
        for naam, leden in groepen
    )
    return Kruistabel(titel, reeks, rijen)


def gemiddelde_tot_melding(gevallen: Iterable[Geval]) -> timedelta | None:
    """How long it took on average from discovering to telling inside; None when no case says so."""
    tijden = [
        g.intern_gemeld_op - g.ontdekt_op
        for g in gevallen
        if g.ontdekt_op and g.intern_gemeld_op and g.intern_gemeld_op >= g.ontdekt_op
    ]
    return sum(tijden, timedelta()) / len(tijden) if tijden else None


def op_tijd(gevallen: Iterable[Geval]) -> tuple[int, int]:
    """How many notifications to the AP were in time, and how many there are."""
    oordelen = [g.op_tijd for g in gevallen if g.op_tijd is not None]
    return sum(oordelen), len(oordelen)
