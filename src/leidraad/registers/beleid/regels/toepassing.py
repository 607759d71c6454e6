"""Whether policy reaches a unit: the griffie only after the werkgeverscommissie decided so (norm 1.1.2)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from leidraad.registers.beleid.regels.geldigheid import Geldig, geldt

GRIFFIE = "griffie"


class Plek(Protocol):
    """A unit as this rule sees it."""

    @property
    def soort(self) -> str:
        """Its kind, such as team or griffie."""

    @property
    def bovenliggend_id(self) -> int | None:
        """The unit above it."""


def hoort_bij_griffie(eenheid: int | None, plekken: Mapping[int, Plek]) -> bool:
    """Whether a unit is the griffie or hangs under it; a tree with a loop ends where it began."""
    gezien: set[int] = set()
    while eenheid is not None and eenheid in plekken and eenheid not in gezien:
        if plekken[eenheid].soort == GRIFFIE:
            return True
        gezien.add(eenheid)
        eenheid = plekken[eenheid].bovenliggend_id
    return False


def bereikt(versies: Iterable[Geldig], toepassingen: Iterable[Geldig], *, griffie: bool, op: date) -> bool:
    """Whether a document holds for a unit on day `op`; a `toepassing` counts from its own first day."""
    if not any(geldt(versie, op) for versie in versies):
        return False
    return not griffie or any(geldt(toepassing, op) for toepassing in toepassingen)
