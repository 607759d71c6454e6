"""Retention terms in ordinary words: "7 jaar" is P7Y and P7Y is "7 jaar". No Django.

Only whole years, months, weeks and days: a retention term of hours does not exist in law.
"""

from __future__ import annotations

import re

_ISO = re.compile(r"P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?", re.ASCII)
_DEEL = re.compile(r"(\d{1,5}|[a-zé]+)\s*(jaren|jaar|jr|maanden|maand|mnd|weken|week|dagen|dag)\b")
_LETTER = {"jaren": "Y", "jaar": "Y", "jr": "Y", "maanden": "M", "maand": "M", "mnd": "M",
           "weken": "W", "week": "W", "dagen": "D", "dag": "D"}  # fmt: skip
_TELWOORD = {
    woord: getal
    for getal, woord in enumerate(
        (
            "nul",
            "een",
            "twee",
            "drie",
            "vier",
            "vijf",
            "zes",
            "zeven",
            "acht",
            "negen",
            "tien",
            "elf",
            "twaalf",
        )
    )
} | {"één": 1, "vijftien": 15, "twintig": 20, "dertig": 30, "vijftig": 50, "honderd": 100}
_WOORD = (("jaar", "jaar"), ("maand", "maanden"), ("week", "weken"), ("dag", "dagen"))


def lees_duur(tekst: str) -> str:
    """Read a term as people type it ("7 jaar", "1 jaar en 6 maanden", "P7Y") and return it as ISO 8601.

    Empty stays empty. Raises ValueError with a Dutch text when it is not a term.
    """
    schoon = " ".join(tekst.split())
    if not schoon:
        return ""
    if _ISO.fullmatch(schoon.upper()):
        return schoon.upper()
    delen = _delen(schoon.lower())
    if delen is None:
        raise ValueError(
            f"‘{schoon[:40]}’ is geen termijn die wij begrijpen. Schrijf bijvoorbeeld: 7 jaar, "
            "18 maanden, 6 weken of 1 jaar en 6 maanden."
        )
    return "P" + "".join(f"{delen[letter]}{letter}" for letter in "YMWD" if letter in delen)


def _delen(tekst: str) -> dict[str, int] | None:
    """The parts of a term; None when anything but parts, "en" and commas is left, or a part comes twice."""
    delen: dict[str, int] = {}
    for gevonden in _DEEL.finditer(tekst):
        hoeveel, woord = gevonden.groups()
        getal = int(hoeveel) if hoeveel.isdecimal() else _TELWOORD.get(hoeveel)
        if getal is None or _LETTER[woord] in delen:
            return None
        delen[_LETTER[woord]] = getal
    rest = re.sub(r"\b(en)\b|,", " ", _DEEL.sub(" ", tekst)).strip()
    return delen if delen and not rest and any(delen.values()) else None


def duur_in_woorden(iso: str) -> str:
    """Say an ISO 8601 term in words: P1Y6M is "1 jaar en 6 maanden". What is no such term stays as it is."""
    gevonden = _ISO.fullmatch(iso)
    if gevonden is None:
        return iso
    delen = [
        f"{int(getal)} {een if int(getal) == 1 else meer}"
        for getal, (een, meer) in zip(gevonden.groups(), _WOORD, strict=True)
        if getal
    ]
    return " en ".join(", ".join(delen).rsplit(", ", 1))
