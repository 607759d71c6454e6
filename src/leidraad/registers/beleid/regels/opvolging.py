"""Succession: a version stays in force until its successor starts (policy chapter 1; norms 1.1.3, 1.1.6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Periode:
    """When an established version is in force: from `vanaf` until, and not on, `tot`."""

    sleutel: int
    vanaf: date
    tot: date | None = None


@dataclass(frozen=True)
class Gevolg:
    """What a new version does to the others: `eindes` per key, and when the new one itself ends by whom."""

    eindes: dict[int, date]
    einde: date | None = None
    opvolger: int | None = None


def volg_op(bestaand: Iterable[Periode], vanaf: date) -> Gevolg:
    """What it means for the other versions of a document that a version starts on `vanaf`.

    What is still in force on that day ends on that day, and not before. A version that starts later stays
    the successor of the new one, so history can be recorded afterwards. One that would start on the very
    same day is replaced and never counts.
    """
    eindes: dict[int, date] = {}
    later: list[Periode] = []
    for periode in bestaand:
        if periode.vanaf > vanaf:
            if periode.tot is None or periode.tot > periode.vanaf:
                later.append(periode)
        elif periode.tot is None or periode.tot > vanaf:
            eindes[periode.sleutel] = vanaf
    volgende = min(later, key=lambda periode: periode.vanaf, default=None)
    return Gevolg(eindes, volgende.vanaf, volgende.sleutel) if volgende else Gevolg(eindes)


def trek_in(bestaand: Iterable[Periode], per: date) -> dict[int, date]:
    """When the versions of a document end if it is withdrawn per that day; later ones never begin."""
    return {p.sleutel: max(p.vanaf, per) for p in bestaand if p.tot is None or p.tot > max(p.vanaf, per)}
