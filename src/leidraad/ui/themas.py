"""Which themes exist: one small stylesheet with tokens per gemeente, in static/ui/themas."""

import re
from functools import cache
from pathlib import Path

STANDAARD = "standaard"
MAP = Path(__file__).parent / "static" / "ui" / "themas"
_KLEUR = re.compile(r"--ld-([a-z-]+): (#[0-9a-f]{6});")


@cache
def themas() -> frozenset[str]:
    """The slugs that have a theme of their own."""
    return frozenset(bestand.stem for bestand in MAP.glob("*.css"))


def thema_van(slug: str) -> str:
    """The theme of a gemeente, or the standard one."""
    return slug if slug in themas() else STANDAARD


@cache
def kleuren(slug: str) -> dict[str, str]:
    """The colours of a gemeente by name, for what no stylesheet reaches: paper."""
    return dict(_KLEUR.findall((MAP / f"{thema_van(slug)}.css").read_text(encoding="utf-8")))


def letters(naam: str) -> str:
    """One or two letters to recognise a name by."""
    woorden = [woord for woord in naam.split() if woord[0].isalpha()]
    return "".join(woord[0] for woord in woorden[:2]).upper() or "L"
