"""Which themes exist: one small stylesheet with tokens per gemeente, in static/ui/themas."""

from functools import cache
from pathlib import Path

STANDAARD = "standaard"
MAP = Path(__file__).parent / "static" / "ui" / "themas"


@cache
def themas() -> frozenset[str]:
    """The slugs that have a theme of their own."""
    return frozenset(bestand.stem for bestand in MAP.glob("*.css"))


def thema_van(slug: str) -> str:
    """The theme of a gemeente, or the standard one."""
    return slug if slug in themas() else STANDAARD


def letters(naam: str) -> str:
    """One or two letters to recognise a name by."""
    woorden = [woord for woord in naam.split() if woord[0].isalpha()]
    return "".join(woord[0] for woord in woorden[:2]).upper() or "L"
