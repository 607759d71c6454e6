"""The geometry of a verdeling: how many of each verdict, as one bar of a hundred wide."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from leidraad.ui.grafiek_tijd import Vlak
from leidraad.ui.statussen import status_uiterlijk

# The verdicts on a norm, in the order in which they stand in a bar.
OORDELEN = ("gehaald", "niet_gehaald", "nog_niets_vastgelegd", "attest_nodig", "nog_niet_gebouwd")
# What is there, shows: one of a hundred thousand is still a stripe.
MINSTENS = 2.0


@dataclass(frozen=True)
class Deel:
    """One verdict of a row: its stretch of the bar (None when there are none), its count and its address."""

    code: str
    label: str
    soort: str
    aantal: int
    vlak: Vlak | None
    url: str = ""


@dataclass(frozen=True)
class Rij:
    """One bar: of a chapter, of a gemeente."""

    label: str
    url: str
    delen: tuple[Deel, ...]


def vlakken(aantallen: Iterable[int]) -> list[Vlak | None]:
    """The stretches of a bar in the order given: together all of it, none too thin to see; None for 0."""
    lijst = [max(aantal, 0) for aantal in aantallen]
    totaal = sum(lijst)
    ruim = 100 - MINSTENS * sum(aantal > 0 for aantal in lijst)
    uit: list[Vlak | None] = []
    x = 0.0
    for aantal in lijst:
        breedte = MINSTENS + ruim * aantal / totaal if aantal else 0
        uit.append(Vlak(round(x, 2), round(breedte, 2)) if aantal else None)
        x += breedte
    return uit


def verdeling(rijen: Iterable[Mapping[str, Any]]) -> list[Rij]:
    """Rows of `label`, `url`, `aantallen` and `urls` (by verdict) as bars; what is not named counts 0."""
    return [_rij(rij) for rij in rijen]


def _rij(rij: Mapping[str, Any]) -> Rij:
    """One row of the chart."""
    aantallen = [int(rij["aantallen"].get(code, 0)) for code in OORDELEN]
    urls = rij.get("urls", {})
    return Rij(
        label=str(rij["label"]),
        url=rij.get("url", ""),
        delen=tuple(
            Deel(code, *status_uiterlijk(code), aantal, vlak, urls.get(code, ""))
            for code, aantal, vlak in zip(OORDELEN, aantallen, vlakken(aantallen), strict=True)
        ),
    )


def legenda() -> list[Deel]:
    """Every verdict with a whole swatch."""
    return [Deel(code, *status_uiterlijk(code), 0, Vlak(0, 100)) for code in OORDELEN]
