"""What can be chosen in the forms of one dossier: the dated lists, and the rows of the dossier itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from leidraad.referentie import Lijst, lijst


@dataclass
class Keuzes:
    """The choices on day `op` for one content. A register says which of its lists others point to."""

    op: date
    inhoud: Any
    _rijen: dict[str, list[tuple[int, str]]] = field(default_factory=dict, kw_only=True)

    # What a row of a list is called, and which of its fields gives it its name.
    enkelvoud: ClassVar[Mapping[str, str]] = {}
    naamveld: ClassVar[Mapping[str, str]] = {}

    def lijst(self, naam: str) -> Lijst:
        """A dated list, read under the law of `op`."""
        return lijst(naam, self.op)

    def rijen(self, naam: str) -> list[tuple[int, str]]:
        """The rows of a list of this dossier as (number, name)."""
        if naam not in self._rijen:
            rijen = getattr(self.inhoud, naam)
            self.zet_rijen(naam, [(r.regel, getattr(r, self.naamveld[naam])) for r in rijen])
        return self._rijen[naam]

    def zet_rijen(self, naam: str, rijen: Sequence[tuple[int, str]]) -> None:
        """Use the rows as they stand in the form now, also those that are not stored yet."""
        wat = self.enkelvoud[naam]
        self._rijen[naam] = [
            (regel, f"{regel}. {_kort(tekst)}" if tekst.strip() else f"{wat} {regel}")
            for regel, tekst in rijen
        ]


def _kort(tekst: str) -> str:
    tekst = " ".join(tekst.split())
    return tekst if len(tekst) <= 80 else f"{tekst[:79]}…"
