"""Rows in a form: kept as typed, added and removed by ordinary submit buttons, so without JavaScript.

A row is known by its number (`regel`); the form posts `<lijst>-regel` once per row, and the fields of row 3
of the list "doelen" are called `doelen-3-…`.
"""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from leidraad.dossiers.formulieren.keuzes import Keuzes
from leidraad.dossiers.formulieren.rij import Rijformulier
from leidraad.dossiers.formulieren.velden import schone_tekst

MEESTE_RIJEN = 500
_MEESTE_REGEL = 1_000_000


class Rijen:
    """The rows of one list: filled from the stored content, or bound to what was posted."""

    def __init__(
        self,
        naam: str,
        formulier: type[Rijformulier],
        opgeslagen: tuple[Any, ...],
        keuzes: Keuzes,
        data: QueryDict | None,
    ) -> None:
        self.naam = naam
        self.formulier = formulier
        self.opgeslagen = {rij.regel: rij for rij in opgeslagen}
        self.keuzes = keuzes
        self.data = data
        self.fouten: list[str] = []
        self.nieuw: int | None = None
        regels = list(self.opgeslagen) if data is None else _regels(data.getlist(f"{naam}-regel"))
        if len(regels) > max(MEESTE_RIJEN, len(self.opgeslagen)):
            self.fouten.append(f"Er passen hoogstens {MEESTE_RIJEN} rijen in deze lijst.")
        self.formulieren = {regel: self._formulier(regel) for regel in regels}

    def _formulier(self, regel: int) -> Rijformulier:
        rij = self.opgeslagen.get(regel)
        return self.formulier(
            self.data,
            prefix=f"{self.naam}-{regel}",
            initial={} if rij is None else dict(vars(rij)),
            keuzes=self.keuzes,
        )

    def voeg_toe(self, **waarden: str) -> int:
        """Add an empty row, or one with a few values, at the end; returns its number."""
        regel: int = max([0, *self.opgeslagen, *self.formulieren]) + 1
        if self.data is not None and waarden:
            self.data = self.data.copy()
            for veld, waarde in waarden.items():
                self.data[f"{self.naam}-{regel}-{veld}"] = waarde
        self.formulieren[regel] = self._formulier(regel)
        self.nieuw = regel
        return regel

    def verwijder(self, regel: int) -> None:
        """Take a row out of the form; it is gone from the register when the form is saved."""
        self.formulieren.pop(regel, None)

    def is_valid(self) -> bool:
        """Whether every row that says something is possible."""
        return all(f.is_valid() for f in self._gevuld().values()) and not self.fouten

    def waarden(self) -> tuple[Any, ...]:
        """The rows as values of the content; a row without any content is no row."""
        return tuple(formulier.rij(regel) for regel, formulier in sorted(self._gevuld().items()))

    @property
    def forms(self) -> list[Rijformulier]:
        """The forms of the rows, for the summary of errors."""
        return list(self.formulieren.values())

    def non_form_errors(self) -> list[str]:
        """What is wrong with the list as a whole, for the summary of errors."""
        return self.fouten

    def namen(self) -> list[tuple[int, str]]:
        """The rows that say something, as (number, name), also when they are not stored yet."""
        veld = self.formulier.naam_veld
        return [
            (regel, schone_tekst(formulier[veld].value()))
            for regel, formulier in self.formulieren.items()
            if not _leeg(formulier)
        ]

    def _gevuld(self) -> dict[int, Rijformulier]:
        return {regel: f for regel, f in self.formulieren.items() if not _leeg(f)}


def _regels(gepost: list[str]) -> list[int]:
    """The posted numbers: each once, in their order; what is no number is not ours."""
    getallen = [int(tekst) for tekst in gepost if tekst.isascii() and tekst.isdecimal() and len(tekst) < 8]
    return list(dict.fromkeys(getal for getal in getallen if 0 < getal <= _MEESTE_REGEL))


def _leeg(formulier: Rijformulier) -> bool:
    """Whether nothing is filled in; white space is nothing."""
    if not formulier.is_bound:
        return not any(waarde not in (None, "", False, ()) for veld, waarde in formulier.initial.items()
                       if veld != "regel")  # fmt: skip
    return not any(schone_tekst(formulier[veld].data) not in ("", "False") for veld in formulier.fields)
