"""Verdicts in words and in the numbers of a chart: plain text, no Django."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leidraad.naleving.toetsen import toets_van
from leidraad.naleving.uitslag import Uitslag
from leidraad.normen.norm import HOOFDSTUKKEN
from leidraad.normen.oordeel import Oordeel


@dataclass(frozen=True)
class Samenvatting:
    """How many norms have which verdict."""

    aantallen: Mapping[Oordeel, int]

    @property
    def gehaald(self) -> int:
        """How many norms are met."""
        return self.aantallen.get(Oordeel.GEHAALD, 0)

    @property
    def beoordeeld(self) -> int:
        """How many norms can be judged: met or not met."""
        return self.gehaald + self.aantallen.get(Oordeel.NIET_GEHAALD, 0)

    @property
    def procent(self) -> float | None:
        """The share of the judged norms that is met, as in the trend; None when there is none."""
        return round(100 * self.gehaald / self.beoordeeld, 1) if self.beoordeeld else None

    @property
    def kop(self) -> str:
        """The figure that sums it up, in words."""
        if not self.beoordeeld:
            return "Leidraad kan nog geen van deze normen beoordelen"
        if self.beoordeeld == 1:
            return f"De ene norm die Leidraad kan beoordelen, is {'' if self.gehaald else 'niet '}gehaald"
        werkwoord = "is" if self.gehaald == 1 else "zijn"
        return (
            f"{self.gehaald} van de {self.beoordeeld} normen die Leidraad kan beoordelen, {werkwoord} gehaald"
        )

    @property
    def rest(self) -> list[str]:
        """What cannot be judged, and why: a sentence each."""
        uit = []
        if n := self.aantallen.get(Oordeel.NOG_NIETS_VASTGELEGD, 0):
            uit.append(f"Bij {_normen(n)} is nog niets vastgelegd.")
        if n := self.aantallen.get(Oordeel.ATTEST_NODIG, 0):
            uit.append(f"Bij {_normen(n)} moet iemand nog een verklaring geven.")
        if n := self.aantallen.get(Oordeel.NOG_NIET_GEBOUWD, 0):
            uit.append(f"Bij {_normen(n)} is het onderdeel van Leidraad nog niet gebouwd.")
        return uit


def _normen(aantal: int) -> str:
    return "1 norm" if aantal == 1 else f"{aantal} normen"


def vat_samen(uitslagen: Iterable[Uitslag]) -> Samenvatting:
    """Count the verdicts."""
    return Samenvatting(Counter(uitslag.oordeel for uitslag in uitslagen))


def per_hoofdstuk(uitslagen: Iterable[Uitslag]) -> dict[int, list[Uitslag]]:
    """The verdicts under the chapters of the policy that have any, in the order of the policy."""
    uit: dict[int, list[Uitslag]] = {}
    for uitslag in uitslagen:
        uit.setdefault(uitslag.norm.hoofdstuk, []).append(uitslag)
    return {nummer: uit[nummer] for nummer in HOOFDSTUKKEN if nummer in uit}


def hoofdstuktitel(nummer: int) -> str:
    """A chapter as people call it."""
    return f"{nummer}. {HOOFDSTUKKEN[nummer]}"


def cijfers(uitslag: Uitslag) -> str:
    """The figures behind a verdict; empty when nothing was counted."""
    if not uitslag.totaal or toets_van(uitslag.norm.nummer) is None:
        return ""
    if uitslag.tekort:
        return f"{uitslag.tekort} van {uitslag.totaal} niet in orde"
    return "1 van 1 in orde" if uitslag.totaal == 1 else f"Alle {uitslag.totaal} in orde"
