"""The geometry of the charts: numbers in, shapes out. The templates draw them as SVG."""

from collections.abc import Iterable
from dataclasses import dataclass

RIJHOOGTE = 30
RUIMTE_BOVEN = 4
BREEDTE = 400


@dataclass(frozen=True)
class Staaf:
    """One bar."""

    label: str
    waarde: float
    y: int
    breedte: float


def staven(rijen: Iterable[tuple[str, float]]) -> list[Staaf]:
    """Bars of which the longest takes the whole width; a bar is never negative."""
    lijst = [(str(label), max(waarde, 0)) for label, waarde in rijen]
    hoogste = max((waarde for _, waarde in lijst), default=0) or 1
    return [
        Staaf(label, waarde, nummer * RIJHOOGTE + RUIMTE_BOVEN, round(BREEDTE * waarde / hoogste, 1))
        for nummer, (label, waarde) in enumerate(lijst)
    ]


def deel(gedaan: float, totaal: float, breedte: int = 200) -> float:
    """How much of `breedte` is done, never less than nothing or more than all."""
    return 0 if totaal <= 0 else round(breedte * min(max(gedaan / totaal, 0), 1), 1)
