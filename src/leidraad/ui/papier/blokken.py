"""A document as a pure value: what stands in it, in reading order. PDF and Word draw the same blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Tint(StrEnum):
    """What a colour says. It never says it alone: words or figures stand beside it."""

    GOED = "goed"
    SLECHT = "slecht"
    LET_OP = "let_op"
    LEEG = "leeg"
    LATER = "later"
    MERK = "merk"


@dataclass(frozen=True)
class Kop:
    """A heading; `niveau` 1 starts a section and stands in the table of contents."""

    tekst: str
    niveau: int = 1
    soort: str = field(default="kop", init=False)


@dataclass(frozen=True)
class Alinea:
    """A paragraph."""

    tekst: str
    soort: str = field(default="alinea", init=False)


@dataclass(frozen=True)
class Lijst:
    """A list of points."""

    punten: tuple[str, ...]
    soort: str = field(default="lijst", init=False)


@dataclass(frozen=True)
class Kader:
    """What a reader must not miss: a heading with points, on a tinted ground."""

    titel: str
    punten: tuple[str, ...]
    soort: str = field(default="kader", init=False)


@dataclass(frozen=True)
class Kengetallen:
    """A few figures side by side: (figure, what it counts)."""

    getallen: tuple[tuple[str, str], ...]
    soort: str = field(default="kengetallen", init=False)


@dataclass(frozen=True)
class Kolom:
    """A column: its share of the width in percents, and for cells with a fixed meaning their colour."""

    naam: str
    breed: int
    getal: bool = False
    tinten: Mapping[str, Tint] = field(default_factory=dict)


@dataclass(frozen=True)
class Tabel:
    """Rows of text under a header row that comes back on every page."""

    bijschrift: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[str, ...], ...]
    soort: str = field(default="tabel", init=False)


@dataclass(frozen=True)
class Balk:
    """One bar; `delen` in the order of the legend. No parts at all: not measured, which is not zero."""

    label: str
    delen: tuple[int, ...]


@dataclass(frozen=True)
class Grafiek:
    """Stacked bars, lying (`staand` false) or standing. `alt` says in words what they show."""

    bijschrift: str
    alt: str
    legenda: tuple[tuple[str, Tint], ...]
    balken: tuple[Balk, ...]
    staand: bool = False
    soort: str = field(default="grafiek", init=False)


@dataclass(frozen=True)
class Begrippen:
    """Words with what they mean."""

    begrippen: tuple[tuple[str, str], ...]
    soort: str = field(default="begrippen", init=False)


@dataclass(frozen=True)
class Inhoudsopgave:
    """The sections of the document."""

    titel: str
    soort: str = field(default="inhoudsopgave", init=False)


@dataclass(frozen=True)
class NieuwBlad:
    """What follows begins on a new page."""

    soort: str = field(default="nieuw_blad", init=False)


Blok = Kop | Alinea | Lijst | Kader | Kengetallen | Tabel | Grafiek | Begrippen | Inhoudsopgave | NieuwBlad


@dataclass(frozen=True, kw_only=True)
class Document:
    """A whole document. `gemaakt_op` is its date: equal documents give equal bytes."""

    titel: str
    ondertitel: str
    afzender: str
    voet: str
    thema: str
    gemaakt_op: datetime
    blokken: tuple[Blok, ...]
