"""The report of an import, or of a dry run: the same one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from leidraad.registers.verwerkingen.uitwisseling.bron import WAARSCHUWING, Melding


@dataclass
class Rapport:
    """What was read and what became of it; `meldingen` per row and column."""

    gelezen: int = 0
    aangemaakt: int = 0
    bijgewerkt: int = 0
    ongewijzigd: int = 0
    afgekeurd: int = 0
    kolommen: dict[str, str | None] = field(default_factory=dict)
    meldingen: list[Melding] = field(default_factory=list)

    def meld(self, rij: int | None, melding: str, ernst: str = WAARSCHUWING) -> None:
        """Add a line about a row, or about the whole file."""
        self.meldingen.append(Melding(rij, None, ernst, melding))

    def als_dict(self) -> dict[str, Any]:
        """The report as JSON-ready data; this shape is a promise to other programs."""
        return {
            "gelezen": self.gelezen,
            "aangemaakt": self.aangemaakt,
            "bijgewerkt": self.bijgewerkt,
            "ongewijzigd": self.ongewijzigd,
            "afgekeurd": self.afgekeurd,
            "kolommen": self.kolommen,
            "meldingen": [melding.als_dict() for melding in self.meldingen],
        }

    @classmethod
    def van_dict(cls, gegevens: dict[str, Any]) -> Rapport:
        """Rebuild a report that was kept."""
        return cls(**{**gegevens, "meldingen": [Melding(**melding) for melding in gegevens["meldingen"]]})
