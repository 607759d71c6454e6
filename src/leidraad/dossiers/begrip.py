"""A closed list in the users' words. No Django: rules and content of every register use it."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Begrip(StrEnum):
    """A closed list whose members carry a label for people; a value is the lower-cased name of its member."""

    label: str

    def __new__(cls, waarde: str, label: str) -> Begrip:
        """Make a member from its value and its label."""
        lid = str.__new__(cls, waarde)
        lid._value_ = waarde
        lid.label = label
        return lid

    @classmethod
    def keuzes(cls) -> list[tuple[str, str]]:
        """The list as choices for a form or a column."""
        return [(lid.value, lid.label) for lid in cls]

    @classmethod
    def van(cls, waarde: str) -> Self:
        """The member with this stored value. Raises ValueError when the list does not have it."""
        return cls(waarde)  # type: ignore[call-arg]

    @classmethod
    def label_van(cls, waarde: str) -> str:
        """The label of a stored value; empty stays empty."""
        return cls.van(waarde).label if waarde else ""
