"""What an import did, row by row and in numbers."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

FOUT = "fout"
WAARSCHUWING = "waarschuwing"

_TELLINGEN = ("gelezen", "aangemaakt", "bijgewerkt", "ongewijzigd", "beeindigd", "afgekeurd")


@dataclass(frozen=True)
class Melding:
    """One remark: `bestand` is eenheden or functies, `rij` the row as a spreadsheet numbers it."""

    bestand: str
    rij: int | None
    kolom: str
    ernst: str
    melding: str


@dataclass
class Rapport:
    """The outcome of an import. `geblokkeerd` says why nothing was saved until someone insists."""

    proef: bool
    meldingen: list[Melding] = field(default_factory=list)
    geblokkeerd: list[str] = field(default_factory=list)
    gemeenten: set[str] = field(default_factory=set)
    _aantallen: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def fout(self, bestand: str, rij: int, kolom: str, melding: str) -> None:
        """A row that cannot be used."""
        self.meldingen.append(Melding(bestand, rij, kolom, FOUT, melding))
        self.tel(bestand, "afgekeurd")

    def waarschuw(self, bestand: str, rij: int | None, kolom: str, melding: str) -> None:
        """A row that is used, or skipped on purpose, but deserves a look."""
        self.meldingen.append(Melding(bestand, rij, kolom, WAARSCHUWING, melding))

    def tel(self, bestand: str, wat: str, gemeente: str = "", aantal: int = 1) -> None:
        """Count what happened."""
        self._aantallen[bestand, wat, gemeente] += aantal

    def aantal(self, bestand: str, wat: str, gemeente: str | None = None) -> int:
        """How often something happened, in one gemeente or in all."""
        return sum(
            n
            for (b, w, g), n in self._aantallen.items()
            if (b, w) == (bestand, wat) and gemeente in (None, g)
        )

    @property
    def overzicht(self) -> dict[str, dict[str, int]]:
        """The numbers per file."""
        return {b: {w: self.aantal(b, w) for w in _TELLINGEN} for b in ("eenheden", "functies")} | {
            "personen": {w: self.aantal("personen", w) for w in ("aangemaakt", "bijgewerkt")}
        }

    @property
    def fouten(self) -> list[Melding]:
        """The rows that were not used."""
        return [m for m in self.meldingen if m.ernst == FOUT]

    @property
    def opgeslagen(self) -> bool:
        """Whether the outcome is in the database."""
        return not self.proef and not self.geblokkeerd

    def per_gemeente(self, gemeente: str) -> dict[str, int]:
        """What changed in one gemeente, for its list of changes."""
        return {f"{b} {w}": n for (b, w, g), n in sorted(self._aantallen.items()) if n and g == gemeente}

    def als_dict(self) -> dict[str, Any]:
        """The report for a machine."""
        return {
            "proef": self.proef,
            "opgeslagen": self.opgeslagen,
            "gemeenten": sorted(self.gemeenten),
            **self.overzicht,
            "geblokkeerd": self.geblokkeerd,
            "meldingen": [asdict(melding) for melding in self.meldingen],
        }
