"""The form of the import that says which unit of ours a name in the source is."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.http import QueryDict

from leidraad.registers.verwerkingen.uitwisseling.eenheden import Eenheidkeuze, sleutel

MEESTE_NAMEN = 50
_LANG = 120


@dataclass(frozen=True)
class Naam:
    """A name in the source that is no unit here."""

    tekst: str
    rijen: int
    veld: forms.BoundField


class EenhedenForm(forms.Form):
    """One choice per unknown name, the most frequent first, and one for the rows without a unit.

    With hundreds of names the first fifty are asked; the others keep what was chosen for them before.
    `is_gevraagd`: the person saw every name in it.
    """

    def __init__(
        self,
        data: QueryDict | None,
        *,
        onbekend: Sequence[tuple[str, int]],
        eenheden: Sequence[str],
        eerder: Eenheidkeuze,
    ) -> None:
        super().__init__(data)
        self.eerder = eerder
        self.er_zijn_eenheden = bool(eenheden)
        self._namen = list(onbekend[:MEESTE_NAMEN])
        self.meer = len(onbekend) - len(self._namen)
        self.is_gevraagd = True
        if not eenheden:
            return
        for tekst, _ in self._namen:
            self.fields[_veld(tekst)] = _keuze(
                f"Eenheid voor {tekst[:_LANG]}", "Laat leeg", eenheden, eerder.namen.get(sleutel(tekst), "")
            )
        self.fields["eenheid-standaard"] = _keuze(
            "Eenheid voor rijen zonder eenheid", "Geen: laat leeg", eenheden, eerder.standaard
        )
        self.fields["eenheid-standaard"].help_text = (
            "Geldt voor elke rij die na de keuzes hierboven geen eenheid heeft."
            if self._namen
            else "Geldt voor elke rij waarin geen eenheid staat."
        )
        if data is not None:
            self._vul_aan(data)

    def namen(self) -> list[Naam]:
        """The unknown names with their choice, for the screen."""
        return [
            Naam(tekst if len(tekst) <= _LANG else tekst[:_LANG] + "…", rijen, self[_veld(tekst)])
            for tekst, rijen in self._namen
            if self.er_zijn_eenheden
        ]

    @property
    def standaard(self) -> forms.BoundField:
        """The choice for rows without a unit."""
        return self["eenheid-standaard"]

    def _vul_aan(self, data: QueryDict) -> None:
        """Another column for the unit brings names that nobody was asked about yet: propose and ask."""
        nieuw = {naam: veld.initial for naam, veld in self.fields.items() if naam not in data}
        self.data = {**data.dict(), **nieuw}
        self.is_gevraagd = nieuw.keys() <= {"eenheid-standaard"}

    def keuze(self) -> Eenheidkeuze:
        """What was chosen; a name that was not asked keeps what was chosen before."""
        gevraagd = {sleutel(tekst): self.cleaned_data.get(_veld(tekst), "") for tekst, _ in self._namen}
        namen = {code: naam for code, naam in {**self.eerder.namen, **gevraagd}.items() if naam}
        return Eenheidkeuze(namen, self.cleaned_data.get("eenheid-standaard", ""))


def _veld(tekst: str) -> str:
    """The name of the field of a name: it follows from the words, not from the place in the list."""
    return "eenheid-" + hashlib.sha256(sleutel(tekst).encode()).hexdigest()[:16]


def _keuze(label: str, leeg: str, eenheden: Sequence[str], begin: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=[("", leeg), *((naam, naam) for naam in eenheden)],
        initial=begin,
        required=False,
        error_messages={"invalid_choice": "Deze eenheid bestaat niet meer. Kies een andere."},
        widget=forms.Select(attrs={"class": "utrecht-select utrecht-select--html-select"}),
    )
