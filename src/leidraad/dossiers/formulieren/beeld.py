"""The form of a section as the screen draws it: which rows and groups stand open, what is still needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

from django.forms.boundfield import BoundField

from leidraad.dossiers.formulieren.rij import Groep, Rijformulier
from leidraad.dossiers.formulieren.rijen import Rijen
from leidraad.dossiers.formulieren.sectie import Sectieformulier

# Up to this many rows all stand open; with more only those that need attention.
_ALLE_OPEN = 3
_LANGSTE_TITEL = 80


@dataclass(frozen=True)
class Veldbeeld:
    """One field with the id that the list of what is needed points at, and what it is needed for."""

    gebonden: BoundField
    anker: str
    nodig: str


@dataclass(frozen=True)
class Groepbeeld:
    """Fields that are folded away."""

    titel: str
    uitleg: str
    open: bool
    velden: list[Veldbeeld]


@dataclass(frozen=True)
class Rijbeeld:
    """One row."""

    regel: int
    titel: str
    open: bool
    velden: list[Veldbeeld]
    groepen: list[Groepbeeld]
    formulier: Rijformulier
    uitleg: list[str]


@dataclass(frozen=True)
class Lijstbeeld:
    """One list of rows."""

    naam: str
    titel: str
    enkelvoud: str
    rijen: list[Rijbeeld]
    fouten: list[str]
    nodig: str

    @property
    def regelnaam(self) -> str:
        """The name of the hidden input that says which rows there are."""
        return f"{self.naam}-regel"

    @property
    def toevoegen(self) -> str:
        """The text of the button that adds a row."""
        return f"{self.enkelvoud.capitalize()} toevoegen"

    @property
    def toevoegwaarde(self) -> str:
        """The value of that button."""
        return f"toevoegen:{self.naam}"


@dataclass(frozen=True)
class Beeld:
    """Draws a section: `nodig` are the paths of what is still needed, `waarvoor` says for what."""

    formulier: Sectieformulier
    nodig: Set[str]
    waarvoor: str
    titels: Mapping[str, str]

    def velden(self) -> list[Veldbeeld]:
        """The single fields of the section."""
        velden = self.formulier.velden
        if velden is None:
            return []
        return [
            Veldbeeld(velden[naam], f"veld-{naam}", self._nodig(naam))
            for naam in self.formulier.sectie.velden
        ]

    def lijsten(self) -> list[Lijstbeeld]:
        """The lists of the section."""
        return [
            Lijstbeeld(
                naam,
                self.titels[naam],
                rijen.formulier.enkelvoud,
                [self._rij(rijen, naam, regel) for regel in rijen.formulieren],
                rijen.fouten,
                self._nodig(naam),
            )
            for naam, rijen in self.formulier.lijsten.items()
        ]

    def _nodig(self, pad: str) -> str:
        return self.waarvoor if pad in self.nodig else ""

    def _rij(self, rijen: Rijen, naam: str, regel: int) -> Rijbeeld:
        formulier = rijen.formulieren[regel]
        pad = f"{naam}.{regel}."
        formulier.nodig = {veld.removeprefix(pad) for veld in self.nodig if veld.startswith(pad)}
        nieuw = regel == rijen.nieuw
        velden = self._velden(formulier, formulier.losse_velden(), pad)
        if nieuw and velden:
            velden[0].gebonden.field.widget.attrs["autofocus"] = True
        fout = formulier.is_bound and formulier.errors
        return Rijbeeld(
            regel=regel,
            titel=_titel(formulier, regel),
            open=bool(nieuw or formulier.nodig or fout or len(rijen.formulieren) <= _ALLE_OPEN),
            velden=velden,
            groepen=[self._groep(formulier, g, pad) for g in formulier.groepen if formulier.toont(g)],
            formulier=formulier,
            uitleg=formulier.uitleg(),
        )

    def _velden(self, formulier: Rijformulier, namen: Iterable[str], pad: str) -> list[Veldbeeld]:
        return [
            Veldbeeld(formulier[naam], f"veld-{pad.replace('.', '-')}{naam}", self._nodig(f"{pad}{naam}"))
            for naam in namen
        ]

    def _groep(self, formulier: Rijformulier, groep: Groep, pad: str) -> Groepbeeld:
        velden = self._velden(formulier, groep.velden, pad)
        gevuld = any(veld.gebonden.value() not in (None, "", False) for veld in velden)
        mist = any(veld.nodig or (formulier.is_bound and veld.gebonden.errors) for veld in velden)
        is_open = bool(gevuld or mist or formulier.hoort_erbij(groep))
        return Groepbeeld(groep.titel, groep.uitleg, is_open, velden)


def _titel(formulier: Rijformulier, regel: int) -> str:
    """The row in words: its number, as the rules call it too, and its own name."""
    gebonden = formulier[formulier.naam_veld]
    waarde = gebonden.value()
    if keuzes := getattr(gebonden.field, "choices", None):
        waarde = next((naam for code, naam in _vlak(keuzes) if waarde and code == waarde), "")
    wat = f"{formulier.enkelvoud.capitalize()} {regel}"
    tekst = " ".join(str(waarde or "").split())
    kort = tekst if len(tekst) <= _LANGSTE_TITEL else tekst[: _LANGSTE_TITEL - 1].rstrip() + "…"
    return f"{wat}: {kort}" if kort else wat


def _vlak(keuzes: Iterable[Any]) -> Iterable[tuple[str, str]]:
    for code, naam in keuzes:
        if isinstance(naam, (list, tuple)):
            yield from naam
        else:
            yield code, naam
