"""Compare two contents field by field: what changed between two versions, in words people use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.secties import SECTIES, Sectie


@dataclass(frozen=True)
class Verschil:
    """One difference.

    `pad` is the path (`rol`, `doelen.2.grondslag`). `oud` or `nieuw` is None when a whole row (`doelen.2`)
    was added or removed.
    """

    sectie: str
    pad: str
    oud: Any
    nieuw: Any

    @property
    def soort(self) -> str:
        """`toegevoegd`, `vervallen` or `gewijzigd`."""
        if self.oud in (None, "", ()):
            return "toegevoegd"
        return "vervallen" if self.nieuw in (None, "", ()) else "gewijzigd"


def vergelijk(oud: Inhoud, nieuw: Inhoud) -> list[Verschil]:
    """All differences in the order of the sections; rows are matched by their number."""
    return [verschil for sectie in SECTIES for verschil in _sectie(sectie, oud, nieuw)]


def _sectie(sectie: Sectie, oud: Inhoud, nieuw: Inhoud) -> Iterator[Verschil]:
    for veld in sectie.velden:
        voor, na = getattr(oud, veld), getattr(nieuw, veld)
        if voor != na:
            yield Verschil(sectie.code, veld, voor, na)
    for naam in sectie.lijsten:
        rijen_oud = {rij.regel: rij for rij in getattr(oud, naam)}
        rijen_nieuw = {rij.regel: rij for rij in getattr(nieuw, naam)}
        for regel in sorted(rijen_oud.keys() | rijen_nieuw.keys()):
            yield from _rij(sectie.code, f"{naam}.{regel}", rijen_oud.get(regel), rijen_nieuw.get(regel))


def _rij(sectie: str, pad: str, oud: Any, nieuw: Any) -> Iterator[Verschil]:
    if oud is None or nieuw is None:
        yield Verschil(sectie, pad, oud, nieuw)
        return
    for veld in fields(oud):
        voor, na = getattr(oud, veld.name), getattr(nieuw, veld.name)
        if voor != na:
            yield Verschil(sectie, f"{pad}.{veld.name}", voor, na)
