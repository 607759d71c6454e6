"""One section as one form: its single fields and its lists of rows, to and from the content of a dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict

from leidraad.dossiers.formulieren.rij import Rijformulier, Sectievelden
from leidraad.dossiers.formulieren.rijen import Rijen
from leidraad.dossiers.secties import Sectie


class Sectieformulier:
    """The form of a section, filled from the stored content or bound to what was posted.

    A register names its forms: per section the form of the single fields, per list the form of a row, and
    which lists hold rows that point to rows of another list.
    """

    veldformulieren: ClassVar[Mapping[str, type[Sectievelden]]] = {}
    rijformulieren: ClassVar[Mapping[str, type[Rijformulier]]] = {}
    verwijst: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def __init__(self, sectie: Sectie, keuzes: Any, data: QueryDict | None = None) -> None:
        self.sectie, self.keuzes, self.data = sectie, keuzes, data
        self.inhoud: Any = keuzes.inhoud
        self.velden: Sectievelden | None = None
        if klasse := self.veldformulieren.get(sectie.code):
            begin = {veld: getattr(self.inhoud, veld) for veld in sectie.velden}
            self.velden = klasse(data, initial=begin, keuzes=keuzes)
        self.lijsten: dict[str, Rijen] = {}
        for naam in sectie.lijsten:
            opgeslagen = getattr(self.inhoud, naam)
            rijen = self.lijsten[naam] = Rijen(naam, self.rijformulieren[naam], opgeslagen, keuzes, data)
            # The lists that follow choose from the rows as they stand in the form now.
            if data is not None and naam in self.verwijst:
                keuzes.zet_rijen(naam, rijen.namen())

    def is_valid(self) -> bool:
        """Whether everything that was typed is possible, and no row went that others still use."""
        geldig = [
            self.velden is None or self.velden.is_valid(),
            *[r.is_valid() for r in self.lijsten.values()],
        ]
        return all(geldig) and not self._verdwenen_maar_gebruikt()

    @property
    def forms(self) -> list[forms.Form]:
        """All forms of the section, for the summary of errors."""
        los = [self.velden] if self.velden is not None else []
        return [*los, *(formulier for rijen in self.lijsten.values() for formulier in rijen.forms)]

    def non_form_errors(self) -> list[str]:
        """What is wrong with a list as a whole, for the summary of errors."""
        return [fout for rijen in self.lijsten.values() for fout in rijen.fouten]

    def naar_inhoud(self) -> Any:
        """The stored content with this section replaced by what was typed; only for a valid form."""
        nieuw: dict[str, Any] = {naam: rijen.waarden() for naam, rijen in self.lijsten.items()}
        if self.velden is not None:
            nieuw |= {veld: self.velden.cleaned_data[veld] for veld in self.sectie.velden}
        return replace(self.inhoud, **nieuw)

    def meld_fout(self, pad: str, tekst: str) -> bool:
        """Put a message at the field of a path (`rol`, `doelen.2.wet`); False when this form lacks it."""
        naam, _, rest = pad.partition(".")
        regel, _, veld = rest.partition(".")
        if not rest:
            if self.velden is None or naam not in self.velden.fields:
                return False
            self.velden.add_error(naam, tekst)
            return True
        rijen = self.lijsten.get(naam)
        if rijen is None or not regel.isdecimal() or int(regel) not in rijen.formulieren:
            return False
        rijen.formulieren[int(regel)].add_error(veld or None, tekst)
        return True

    def verander_rijen(self, doe: str, wat: str) -> str:
        """Add or remove a row in the form; nothing is stored yet. Returns why a row cannot go, or nothing."""
        if doe == "toevoegen" and wat in self.lijsten:
            self.lijsten[wat].voeg_toe()
        elif doe == "verwijderen":
            naam, _, regel = wat.partition(":")
            if regel.isascii() and regel.isdecimal():
                return self.verwijder(naam, int(regel[:8]))
        return ""

    def verwijder(self, naam: str, regel: int) -> str:
        """Take a row out, or say why not: a row that others use stays until they let go of it."""
        rijen = self.lijsten.get(naam)
        if rijen is None or regel not in rijen.formulieren:
            return ""
        if gebruik := list(self.gebruikt_door(naam, regel)):
            return _nog_in_gebruik(rijen.formulier.enkelvoud, gebruik)
        rijen.verwijder(regel)
        return ""

    def gebruikt_door(self, naam: str, regel: int) -> Iterator[str]:
        """The names of the rows that point to this row; in most registers rows do not."""
        yield from ()

    def _verdwenen_maar_gebruikt(self) -> bool:
        """Rows that were removed, or emptied, while rows of other sections still point at them."""
        fout = False
        for naam, rijen in self.lijsten.items():
            blijft = {regel for regel, _ in rijen.namen()}
            for regel in rijen.opgeslagen.keys() - blijft:
                if gebruik := list(self.gebruikt_door(naam, regel)):
                    rijen.fouten.append(_nog_in_gebruik(rijen.formulier.enkelvoud, gebruik))
                    fout = True
        return fout


def _nog_in_gebruik(wat: str, gebruik: list[str]) -> str:
    namen = ", ".join(f"‘{naam[:60]}’" for naam in gebruik[:5]) + (" en meer" if len(gebruik) > 5 else "")
    return (
        f"U kunt dit onderdeel ({wat}) nog niet verwijderen: het is gekozen bij {namen}. Maak dat eerst los."
    )
