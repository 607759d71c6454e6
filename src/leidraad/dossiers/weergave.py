"""The content of a dossier in words for the screen: labels, cells, tables. No Django.

A register says what its fields are called and how a value of its own reads; the rest is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from leidraad.dossiers.secties import Sectie


@dataclass(frozen=True)
class Cel:
    """One field with its label, ready to show; `tekst` is empty when nothing is filled in.

    `nodig` says whether a reader must know that it is empty.
    """

    veld: str
    label: str
    tekst: str
    nodig: bool = True

    @property
    def toon(self) -> bool:
        """Whether there is something to read: a value, or that one is still needed."""
        return bool(self.tekst) or self.nodig


@dataclass(frozen=True)
class Rijweergave:
    """One row: the cells of its columns, and what else is filled in."""

    regel: int
    naam: str
    cellen: tuple[Cel, ...]
    meer: tuple[Cel, ...]


@dataclass(frozen=True)
class Lijstweergave:
    """One list of rows as a table; `namen` are the rows that have nothing but their name."""

    code: str
    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[Rijweergave, ...]
    namen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sectieweergave:
    """One section ready to show."""

    sectie: Sectie
    velden: tuple[Cel, ...]
    lijsten: tuple[Lijstweergave, ...]


@dataclass(frozen=True)
class Weergave:
    """How one register reads.

    `labels` by path without row number, `titels` and `rijnamen` by list, `kolommen` are the columns of the
    table of a list; what else is filled in stands below the row. `waarde` says one value in words and
    `rijnaam` names a row.
    """

    labels: Mapping[str, str]
    titels: Mapping[str, str]
    rijnamen: Mapping[str, str]
    kolommen: Mapping[str, tuple[str, ...]]
    waarde: Callable[[str, Any, Any, date], str]
    rijnaam: Callable[[str, Any], str]

    def label_van(self, pad: str) -> str:
        """The label of a path such as `rol`, `doelen.2` or `doelen.2.grondslag`."""
        naam, _, rest = pad.partition(".")
        nummer, _, veld = rest.partition(".")
        if not rest:
            return self.labels.get(naam) or self.titels[naam]
        rij = f"{self.rijnamen[naam]} {nummer}"
        return f"{rij}: {self.labels[f'{naam}.{veld}'].lower()}" if veld else rij

    def in_woorden(self, pad: str, waarde: Any, inhoud: Any, op: date) -> str:
        """A value as people read it; `pad` may hold a row number. A whole row reads as its filled fields."""
        delen = pad.split(".")
        if len(delen) > 1 and delen[1].isdecimal():
            if len(delen) == 2:
                return self._rij_in_woorden(delen[0], waarde, inhoud, op)
            pad = f"{delen[0]}.{delen[2]}"
        return self.waarde(pad, waarde, inhoud, op)

    def in_delen(self, naam: str, inhoud: Any, op: date) -> list[str]:
        """A field as one text, a list as one text per row; for the page where two versions meet."""
        waarde = getattr(inhoud, naam)
        if naam in self.titels:
            return [self.in_woorden(f"{naam}.{rij.regel}", rij, inhoud, op) for rij in waarde]
        tekst = self.in_woorden(naam, waarde, inhoud, op)
        return [tekst] if tekst else []

    def om_te_lezen(
        self, sectie: Sectie, inhoud: Any, op: date, nodig: Collection[str] = ()
    ) -> Sectieweergave:
        """One section for who reads: what is empty stands there only when its path is in `nodig`.

        A column that nobody filled in is left out, and rows that then have only a name become names.
        """
        alles = self.sectie(sectie, inhoud, op)
        velden = tuple(c for c in (_met_nodig(cel, cel.veld, nodig) for cel in alles.velden) if c.toon)
        lijsten = tuple(_lees_lijst(lijst, nodig) for lijst in alles.lijsten)
        return Sectieweergave(sectie, velden, lijsten)

    def sectie(self, sectie: Sectie, inhoud: Any, op: date) -> Sectieweergave:
        """One section of the content, read under the lists of day `op`."""
        velden = tuple(
            Cel(veld, self.labels[veld], self.in_woorden(veld, getattr(inhoud, veld), inhoud, op))
            for veld in sectie.velden
        )
        return Sectieweergave(sectie, velden, tuple(self._lijst(naam, inhoud, op) for naam in sectie.lijsten))

    def _lijst(self, naam: str, inhoud: Any, op: date) -> Lijstweergave:
        kolommen = list(self.kolommen[naam])
        rijen = []
        for rij in getattr(inhoud, naam):
            over = [f.name for f in fields(rij) if f.name not in (*kolommen, "regel")]
            meer = tuple(c for c in self._cellen(naam, rij, over, inhoud, op) if c.tekst and c.tekst != "Nee")
            cellen = self._cellen(naam, rij, kolommen, inhoud, op)
            rijen.append(Rijweergave(rij.regel, self.rijnaam(naam, rij), cellen, meer))
        koppen = tuple(self.labels[f"{naam}.{kolom}"] for kolom in kolommen)
        return Lijstweergave(naam, self.titels[naam], koppen, tuple(rijen))

    def _rij_in_woorden(self, naam: str, rij: Any, inhoud: Any, op: date) -> str:
        if rij is None:
            return ""
        cellen = self._cellen(naam, rij, [f.name for f in fields(rij) if f.name != "regel"], inhoud, op)
        return "\n".join(f"{cel.label}: {cel.tekst}" for cel in cellen if cel.tekst and cel.tekst != "Nee")

    def _cellen(self, naam: str, rij: Any, velden: list[str], inhoud: Any, op: date) -> tuple[Cel, ...]:
        return tuple(
            Cel(
                veld,
                self.labels[f"{naam}.{veld}"],
                self.waarde(f"{naam}.{veld}", getattr(rij, veld), inhoud, op),
            )
            for veld in velden
        )


def _met_nodig(cel: Cel, pad: str, nodig: Collection[str]) -> Cel:
    return replace(cel, nodig=pad in nodig)


def _lees_lijst(lijst: Lijstweergave, nodig: Collection[str]) -> Lijstweergave:
    """The list without columns that say nothing, and its rows without anything to say as names."""
    rijen = [
        replace(
            rij,
            cellen=tuple(_met_nodig(c, f"{lijst.code}.{rij.regel}.{c.veld}", nodig) for c in rij.cellen),
        )
        for rij in lijst.rijen
    ]
    kaal = [rij for rij in rijen if not rij.meer and not any(cel.toon for cel in rij.cellen[1:])]
    rest = [rij for rij in rijen if rij not in kaal]
    kolommen = [
        nummer
        for nummer in range(len(lijst.koppen))
        if not nummer or any(r.cellen[nummer].toon for r in rest)
    ]
    return replace(
        lijst,
        koppen=tuple(lijst.koppen[nummer] for nummer in kolommen),
        rijen=tuple(replace(rij, cellen=tuple(rij.cellen[n] for n in kolommen)) for rij in rest),
        namen=tuple(rij.cellen[0].tekst or rij.naam for rij in kaal),
    )
