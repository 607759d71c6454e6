"""The form of the import that says which unit of ours a name in the source is."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

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
    """

    def __init__(
        self,
        data: Any,
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

    def is_gevraagd(self) -> bool:
        """Whether the person saw every name: another column for the unit brings other names."""
        return all(naam in self.data for naam in self.fields if naam != "eenheid-standaard")

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
