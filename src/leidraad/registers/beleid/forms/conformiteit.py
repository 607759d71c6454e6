"""The form of the conformity check: a verdict and a reason per principle, in as many sittings as it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from leidraad.dossiers.formulieren.velden import Keuze, Tekst
from leidraad.referentie import lijst
from leidraad.registers.beleid.begrippen import Verdict
from leidraad.registers.beleid.regels.conformiteit import UITLEG_MAXIMAAL, Oordeel, uitgangspunten


@dataclass(frozen=True)
class Vraag:
    """One principle as the screen draws it."""

    naam: str
    vraag: str
    paragraaf: str
    verdict: BoundField
    waarom: BoundField


class ConformiteitForm(forms.Form):
    """Two fields per principle; one that nobody filled in is no verdict yet."""

    def __init__(self, data: QueryDict | None = None, *, op: date, oordelen: list[Oordeel]) -> None:
        begin = {}
        for oordeel in oordelen:
            begin[f"{oordeel.uitgangspunt}-verdict"] = oordeel.verdict
            begin[f"{oordeel.uitgangspunt}-waarom"] = oordeel.waarom
        super().__init__(data, initial=begin)
        self.op = op
        self.codes = list(uitgangspunten(op))
        for code in self.codes:
            self.fields[f"{code}-verdict"] = Keuze("Oordeel", Verdict.keuzes(), leeg="Nog niet getoetst")
            self.fields[f"{code}-waarom"] = Tekst("Waarom?", UITLEG_MAXIMAAL, regels=2)

    def clean(self) -> dict[str, Any]:
        """A verdict and its reason belong together."""
        velden = super().clean() or self.cleaned_data
        for code in self.codes:
            verdict, waarom = f"{code}-verdict", f"{code}-waarom"
            if verdict in self.errors or waarom in self.errors:
                continue
            if velden[verdict] and not velden[waarom]:
                self.add_error(waarom, "Leg uit waarom u dit vindt.")
            elif velden[waarom] and not velden[verdict]:
                self.add_error(verdict, "Kies of het stuk voldoet.")
            elif not velden[verdict] and self.initial.get(verdict):
                self.add_error(verdict, "Dit is al getoetst. Kies een ander oordeel in plaats van geen.")
        return velden

    def oordelen(self) -> list[Oordeel]:
        """What was judged; only for a valid form."""
        velden = self.cleaned_data
        return [
            Oordeel(code, velden[f"{code}-verdict"], velden[f"{code}-waarom"])
            for code in self.codes
            if velden[f"{code}-verdict"]
        ]

    def vragen(self) -> Iterator[Vraag]:
        """The principles in the order of the policy."""
        for punt in lijst("uitgangspunten", self.op):
            yield Vraag(
                punt.naam,
                punt.vraag,
                punt.paragraaf,
                self[f"{punt.code}-verdict"],
                self[f"{punt.code}-waarom"],
            )
