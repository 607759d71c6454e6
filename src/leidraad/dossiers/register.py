"""The card of a register: what the house needs to know to number, name and reach its dossiers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Register:
    """One register. `code` is the `soort` of its dossiers and the namespace of its addresses."""

    code: str
    voorvoegsel: str
    enkelvoud: str
    meervoud: str
    titel: str
    pakket: str
