"""Read nested JSON so that nothing stays behind: every leaf is taken, or handed over at the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from leidraad.registers.verwerkingen.uitwisseling.bron import schoon


class Boom:
    """A branch of a record. `pad` names it as a person would: "Betrokkenen 2 Gegevens 1"."""

    def __init__(self, waarde: Any, pad: str = "", *, gebruikt: set[str] | None = None) -> None:
        self.waarde = waarde
        self.pad = pad
        self._gebruikt: set[str] = set() if gebruikt is None else gebruikt

    def tak(self, sleutel: str) -> Boom:
        """The branch below a key; an absent one is empty."""
        onder = self.waarde.get(sleutel) if isinstance(self.waarde, dict) else None
        return Boom(onder, f"{self.pad} {sleutel}".strip(), gebruikt=self._gebruikt)

    def takken(self, sleutel: str) -> list[Boom]:
        """The branches of a list below a key; one value counts as a list of one."""
        tak = self.tak(sleutel)
        rijen = tak.waarde if isinstance(tak.waarde, list) else [] if tak.waarde is None else [tak.waarde]
        return [Boom(rij, f"{tak.pad} {nr}", gebruikt=self._gebruikt) for nr, rij in enumerate(rijen, 1)]

    def neem(self, *sleutels: str) -> str:
        """The text of the first key that has one, taken: it will not be handed over again."""
        for sleutel in sleutels:
            tak = self.tak(sleutel)
            if not isinstance(tak.waarde, (dict, list)) and (tekst := _tekst(tak.waarde)):
                self._gebruikt.add(tak.pad)
                return tekst
        return ""

    def zelf(self) -> str:
        """The text of this branch itself, taken, when it is a leaf."""
        if isinstance(self.waarde, (dict, list)):
            return ""
        self._gebruikt.add(self.pad)
        return _tekst(self.waarde)

    def vlag(self, sleutel: str) -> bool | None:
        """A yes or no, taken; None when it is neither."""
        tak = self.tak(sleutel)
        if isinstance(tak.waarde, bool):
            self._gebruikt.add(tak.pad)
            return tak.waarde
        return None

    def over(self) -> Iterator[tuple[str, str]]:
        """Every leaf with something in it that nobody took: its path and its text."""
        if isinstance(self.waarde, dict):
            for sleutel in self.waarde:
                yield from self.tak(sleutel).over()
        elif isinstance(self.waarde, list):
            for nr, rij in enumerate(self.waarde, 1):
                yield from Boom(rij, f"{self.pad} {nr}", gebruikt=self._gebruikt).over()
        elif self.pad not in self._gebruikt and (tekst := _tekst(self.waarde)):
            yield self.pad, tekst


def _tekst(waarde: Any) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return schoon(str(waarde))
