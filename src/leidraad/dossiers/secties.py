"""The sections in which people think about a dossier: for page, forms, shortfalls, compare. No Django.

A section names its single fields and its lists of rows; the content itself is a value (dossiers/waarde.py)
whose rows carry their own number, `regel`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from leidraad.dossiers.waarde import als_dict


@dataclass(frozen=True)
class Sectie:
    """A section: its single fields and its lists of rows, by their names in the content."""

    code: str
    titel: str
    velden: tuple[str, ...] = ()
    lijsten: tuple[str, ...] = ()

    @property
    def namen(self) -> tuple[str, ...]:
        """The fields and lists of this section."""
        return (*self.velden, *self.lijsten)


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


class Verouderd(Exception):
    """Someone changed this section after the form was opened. `huidig` is what is stored now."""

    def __init__(self, huidig: Any) -> None:
        super().__init__("Iemand anders heeft dit onderdeel intussen gewijzigd.")
        self.huidig = huidig


def sectie_stempel(inhoud: Any, sectie: Sectie) -> str:
    """A fingerprint of one section, so that two people who edit it never overwrite each other silently."""
    alles = als_dict(inhoud)
    deel = {naam: alles[naam] for naam in sectie.namen}
    return hashlib.sha256(json.dumps(deel, sort_keys=True).encode()).hexdigest()


def verschil_per_sectie(secties: Iterable[Sectie], oud: Any, nieuw: Any) -> dict[str, Any]:
    """Old and new value of every field and list that changed, for the journaal, with the sections touched."""
    voor, na = als_dict(oud), als_dict(nieuw)
    velden = {naam: [voor[naam], na[naam]] for naam in voor if voor[naam] != na[naam]}
    geraakt = [s.code for s in secties if velden.keys() & set(s.namen)]
    return {"secties": geraakt, **{naam: paar for naam, paar in velden.items() if naam != "naam"}}


def vergelijk_secties(secties: Iterable[Sectie], oud: Any, nieuw: Any) -> list[Verschil]:
    """All differences in the order of the sections; rows are matched by their number."""
    return [verschil for sectie in secties for verschil in _sectie(sectie, oud, nieuw)]


def _sectie(sectie: Sectie, oud: Any, nieuw: Any) -> Iterator[Verschil]:
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
