"""What the form of every row does: pick lists that keep the stored value, and groups that fold away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from leidraad.registers.verwerkingen.duur import duur_in_woorden
from leidraad.registers.verwerkingen.forms.keuzes import Keuzes
from leidraad.registers.verwerkingen.forms.velden import Datum, Duur, Keuze, Zoeklijst


@dataclass(frozen=True)
class Groep:
    """Fields that are only needed sometimes: folded away until one of them, or `bij`, is filled in."""

    titel: str
    velden: tuple[str, ...]
    uitleg: str = ""
    bij: tuple[str, ...] = ()
    alleen_wpg: bool = False


class Rijformulier(forms.Form):
    """One row. `naam_veld` gives the row its name on the screen, `enkelvoud` says what a row is."""

    klasse: ClassVar[type]
    enkelvoud: ClassVar[str]
    naam_veld: ClassVar[str] = "naam"
    groepen: ClassVar[tuple[Groep, ...]] = ()

    def __init__(self, *args: Any, keuzes: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keuzes = keuzes
        for naam, veld in self.fields.items():
            if isinstance(veld, Datum):
                veld.vandaag = keuzes.op
            elif isinstance(veld, Zoeklijst):
                veld.items = keuzes.lijst(veld.lijst)
            elif isinstance(veld, Duur) and (duur := self.initial.get(naam)):
                veld.help_text = f"{veld.help_text} Begrepen als: {duur_in_woorden(duur)} ({duur})."
        self.kies()

    def kies(self) -> None:
        """Fill the pick lists."""

    def kies_uit(self, veld: str, keuzes: Any) -> None:
        """Fill one pick list, keeping the stored value choosable."""
        keuzeveld = self.fields[veld]
        assert isinstance(keuzeveld, Keuze)  # noqa: S101
        keuzeveld.zet(keuzes, ook=self.get_initial_for_field(keuzeveld, veld) or "")

    def rij(self, regel: int) -> Any:
        """The row as a value of `inhoud`; only for a valid form."""
        return self.klasse(regel=regel, **self.cleaned_data)
