"""What the forms of a section and of its rows do: prepare their fields, keep the stored value choosable."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from leidraad.dossiers.formulieren.keuzes import Keuzes
from leidraad.dossiers.formulieren.velden import Keuze


@dataclass(frozen=True)
class Groep:
    """Fields that are only needed sometimes: folded away until one of them, or `bij`, is filled in."""

    titel: str
    velden: tuple[str, ...]
    uitleg: str = ""
    bij: tuple[str, ...] = ()
    alleen_wpg: bool = False


class Keuzeformulier(forms.Form):
    """A form that knows what can be chosen."""

    def __init__(self, *args: Any, keuzes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keuzes = keuzes
        self.use_required_attribute = False
        bekend: Keuzes = keuzes
        for naam, veld in self.fields.items():
            if hasattr(veld, "voor"):
                veld.voor(bekend, self.initial.get(naam))
        self.kies()

    def kies(self) -> None:
        """Fill the pick lists."""

    def kies_uit(self, veld: str, keuzes: Any) -> None:
        """Fill one pick list, keeping the stored value choosable."""
        keuzeveld = self.fields[veld]
        assert isinstance(keuzeveld, Keuze)  # noqa: S101
        keuzeveld.zet(keuzes, ook=self.get_initial_for_field(keuzeveld, veld) or "")


class Sectievelden(Keuzeformulier):
    """The single fields of one section."""


class Rijformulier(Keuzeformulier):
    """One row. `naam_veld` gives the row its name on the screen, `enkelvoud` says what a row is.

    `sjabloon` is a template with what a row shows besides its fields.
    """

    klasse: ClassVar[type]
    enkelvoud: ClassVar[str]
    naam_veld: ClassVar[str] = "naam"
    groepen: ClassVar[tuple[Groep, ...]] = ()
    sjabloon: ClassVar[str] = ""
    # The fields of this row that are still needed; the screen sets it.
    nodig: Collection[str] = ()

    def rij(self, regel: int) -> Any:
        """The row as a value of the content; only for a valid form."""
        return self.klasse(regel=regel, **self.cleaned_data)

    def losse_velden(self) -> list[str]:
        """The fields that are always in sight."""
        gegroepeerd = {veld for groep in self.groepen for veld in groep.velden}
        return [veld for veld in self.fields if veld not in gegroepeerd]

    def toont(self, groep: Groep) -> bool:
        """Whether this row has anything to do with the group."""
        return True

    def hoort_erbij(self, groep: Groep) -> bool:
        """Whether what is chosen asks for the group: one of `bij`, each as `veld:waarde`."""
        delen = (voorwaarde.partition(":") for voorwaarde in groep.bij)
        return any(self[veld].value() == waarde for veld, _, waarde in delen)

    def uitleg(self) -> list[str]:
        """What the law or the lists say of what is chosen in this row."""
        return []
