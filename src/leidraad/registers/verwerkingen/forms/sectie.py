"""One section as one form: its single fields and its lists of rows, to and from `Inhoud`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django import forms
from django.http import QueryDict

from leidraad.registers.verwerkingen.forms.keuzes import Keuzes
from leidraad.registers.verwerkingen.forms.rijen import Rijen
from leidraad.registers.verwerkingen.forms.velden_per_sectie import VELDFORMULIEREN, Sectievelden
from leidraad.registers.verwerkingen.inhoud import Gegeven, Inhoud
from leidraad.registers.verwerkingen.regels.gevoeligheid import gevoeligheidsklasse
from leidraad.registers.verwerkingen.secties import Sectie

# Which rows of other lists point to a row of this list.
_VERWIJST = {
    "doelen": ("gegevens",),
    "betrokkenen": ("gegevens",),
    "bewaartermijnen": ("gegevens", "vernietigingen"),
}


class Sectieformulier:
    """The form of a section, filled from the stored content or bound to what was posted."""

    def __init__(self, sectie: Sectie, keuzes: Keuzes, data: QueryDict | None = None) -> None:
        self.sectie, self.keuzes, self.data = sectie, keuzes, data
        self.inhoud = keuzes.inhoud
        self.velden: Sectievelden | None = None
        if klasse := VELDFORMULIEREN.get(sectie.code):
            begin = {veld: getattr(self.inhoud, veld) for veld in sectie.velden}
            self.velden = klasse(data, initial=begin, keuzes=keuzes)
        self.lijsten: dict[str, Rijen] = {}
        for naam in sectie.lijsten:
            rijen = self.lijsten[naam] = Rijen(naam, getattr(self.inhoud, naam), keuzes, data)
            # The lists that follow choose from the rows as they stand in the form now.
            if data is not None and naam in _VERWIJST:
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

    def naar_inhoud(self) -> Inhoud:
        """The stored content with this section replaced by what was typed; only for a valid form."""
        nieuw: dict[str, Any] = {naam: rijen.waarden() for naam, rijen in self.lijsten.items()}
        if self.velden is not None:
            nieuw |= {veld: self.velden.cleaned_data[veld] for veld in self.sectie.velden}
        return replace(self.inhoud, **nieuw)

    def ontbrekende_maatregelen(self) -> list[str]:
        """The codes of the measures that the class of the data asks for and that the form lacks."""
        klasse = gevoeligheidsklasse(self.inhoud, self.keuzes.op)
        gekozen = {f["code"].value() for f in self.lijsten["maatregelen"].formulieren.values()}
        alle = self.keuzes.lijst("maatregelen")
        return [m.code for m in alle if klasse in m.klassen and m.code not in gekozen]

    def verwijder(self, naam: str, regel: int) -> str:
        """Take a row out, or say why not: a row that others use stays until they let go of it."""
        rijen = self.lijsten.get(naam)
        if rijen is None or regel not in rijen.formulieren:
            return ""
        if gebruik := list(self._gebruikt_door(naam, regel)):
            return _nog_in_gebruik(rijen.formulier.enkelvoud, gebruik)
        rijen.verwijder(regel)
        return ""

    def _verdwenen_maar_gebruikt(self) -> bool:
        """Rows that were removed, or emptied, while rows of other sections still point at them."""
        fout = False
        for naam, rijen in self.lijsten.items():
            blijft = {regel for regel, _ in rijen.namen()}
            for regel in rijen.opgeslagen.keys() - blijft:
                if gebruik := list(self._gebruikt_door(naam, regel)):
                    rijen.fouten.append(_nog_in_gebruik(rijen.formulier.enkelvoud, gebruik))
                    fout = True
        return fout

    def _gebruikt_door(self, naam: str, regel: int) -> Iterator[str]:
        for lijst in _VERWIJST.get(naam, ()):
            if lijst in self.lijsten:
                yield from self._gebruik_in_formulier(lijst, naam, regel)
            else:
                yield from (
                    _naam(rij) for rij in getattr(self.inhoud, lijst) if _wijst_naar(rij, naam, regel)
                )

    def _gebruik_in_formulier(self, lijst: str, naam: str, regel: int) -> Iterator[str]:
        veld = {"betrokkenen": "betrokkenen", "bewaartermijnen": "bewaartermijn"}[naam]
        for plaats, formulier in enumerate(self.lijsten[lijst].formulieren.values(), start=1):
            if str(formulier[veld].value() or "") == str(regel):
                yield str(formulier[formulier.naam_veld].value() or f"{formulier.enkelvoud} {plaats}")


def _wijst_naar(rij: object, naam: str, regel: int) -> bool:
    if naam == "doelen":
        return isinstance(rij, Gegeven) and any(n.doel == regel for n in rij.noodzaken)
    veld = "betrokkenen" if naam == "betrokkenen" else "bewaartermijn"
    return bool(getattr(rij, veld, None) == regel)


def _naam(rij: object) -> str:
    return str(getattr(rij, "naam", "") or f"rij {getattr(rij, 'regel', '')}")


def _nog_in_gebruik(wat: str, gebruik: list[str]) -> str:
    namen = ", ".join(f"‘{naam[:60]}’" for naam in gebruik[:5]) + (" en meer" if len(gebruik) > 5 else "")
    return (
        f"U kunt dit onderdeel ({wat}) nog niet verwijderen: het is gekozen bij {namen}. Maak dat eerst los."
    )
