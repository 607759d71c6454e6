"""What every source is after reading: headers, and rows that remember their own number. No Django."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


class BronFout(ValueError):
    """The source cannot be read; the text is Dutch and fit to show."""


INFO = "info"
WAARSCHUWING = "waarschuwing"
FOUT = "fout"


@dataclass(frozen=True)
class Melding:
    """One line of the report: about a cell, a row (`kolom` None), a column (`rij` None) or the whole file."""

    rij: int | None
    kolom: str | None
    ernst: str
    melding: str

    def als_dict(self) -> dict[str, Any]:
        """The line as the command prints it."""
        return {"rij": self.rij, "kolom": self.kolom, "ernst": self.ernst, "melding": self.melding}


@dataclass(frozen=True)
class Rij:
    """A row of a table: its number in the file (the first row is 1) and its cells, one per header."""

    nummer: int
    cellen: tuple[str, ...]
    blad: str = ""


@dataclass(frozen=True)
class Bron:
    """A source. A table has `rijen`; an export with its own structure has `records` instead.

    `soort` is "tabel", "avgregister" or "leidraad"; `herkomst` says whose export it is.
    """

    soort: str
    naam: str
    koppen: tuple[str, ...] = ()
    rijen: tuple[Rij, ...] = ()
    records: tuple[dict[str, Any], ...] = ()
    meldingen: tuple[Melding, ...] = ()
    herkomst: str = ""
    bladen: tuple[str, ...] = field(default=())

    @property
    def aantal(self) -> int:
        """The number of rows or records."""
        return len(self.rijen) or len(self.records)

    @property
    def koppen_sha256(self) -> str:
        """The fingerprint of the set of headers: the same register next year has the same one."""
        tekst = "\n".join(sorted(self.koppen)) if self.soort == "tabel" else f"{self.soort}\n{self.herkomst}"
        return hashlib.sha256(tekst.encode()).hexdigest()


def schoon(tekst: str) -> str:
    """A cell without outer white space and without characters that a database or a screen cannot hold."""
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").strip().lstrip("\ufeff")
    if tekst.isprintable():
        return tekst
    return "".join(
        t if t in "\n\t" or unicodedata.category(t) not in ("Cc", "Cs") else "\ufffd" for t in tekst
    )


def unieke_koppen(koppen: Iterable[str]) -> tuple[str, ...]:
    """Headers that are all different: an empty one gets its letter, a repeated one a number."""
    gezien: dict[str, int] = {}
    uit: list[str] = []
    for plaats, ruw in enumerate(koppen):
        kop = " ".join(schoon(ruw).split()) or f"Kolom {kolomletter(plaats)}"
        gezien[kop] = keer = gezien.get(kop, 0) + 1
        while keer > 1 and f"{kop} ({keer})" in gezien:
            keer += 1
        naam = kop if keer == 1 else f"{kop} ({keer})"
        gezien.setdefault(naam, 1)
        uit.append(naam)
    return tuple(uit)


def kolomletter(plaats: int) -> str:
    """The letter of a column in a spreadsheet: 0 is A, 26 is AA."""
    letters = ""
    plaats += 1
    while plaats:
        plaats, rest = divmod(plaats - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
