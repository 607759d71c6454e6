"""Work that waits for somebody: every register gives its piles in this shape to the start page."""

from collections.abc import Sequence
from dataclasses import dataclass

from leidraad.dossiers.models import Dossier

# Counting further than this tells nobody anything.
MEESTE = 100


@dataclass(frozen=True)
class Stapel:
    """One pile: what it is, what is expected, the first dossiers, and the list that holds them all."""

    titel: str
    uitleg: str
    url: str
    dossiers: Sequence[Dossier]
    aantal: int
    toon_termijn: bool = False

    @property
    def telling(self) -> str:
        """The number in words; above a hundred it is simply many."""
        return f"meer dan {MEESTE}" if self.aantal > MEESTE else str(self.aantal)
