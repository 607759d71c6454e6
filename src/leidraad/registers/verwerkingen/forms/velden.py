"""The form field that only this register has: a term."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from leidraad.dossiers.formulieren.keuzes import Keuzes
from leidraad.dossiers.formulieren.velden import Tekst
from leidraad.registers.verwerkingen.duur import duur_in_woorden, lees_duur


class Duur(Tekst):
    """A term as people say it; stored as ISO 8601 and shown as it was understood."""

    def __init__(self, label: str, *, hulp: str = "") -> None:
        super().__init__(label, 200, hulp=hulp)

    def voor(self, keuzes: Keuzes, waarde: Any) -> None:
        """Say how the stored term was understood."""
        if waarde:
            self.help_text = f"{self.help_text} Begrepen als: {duur_in_woorden(waarde)} ({waarde})."

    def to_python(self, value: object) -> str:
        """Read the term; ValidationError when it is none."""
        try:
            return lees_duur(super().to_python(value))
        except ValueError as fout:
            raise ValidationError(str(fout)) from None

    def prepare_value(self, value: Any) -> Any:
        """Show a stored term in words."""
        return duur_in_woorden(value) if isinstance(value, str) else value
