"""Compare words as people mean them: case, accents and punctuation do not matter. No Django."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_KAMEEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_GEEN_WOORD = re.compile(r"[^a-z0-9]+")
_STOP = frozenset((
    "de", "het", "een", "van", "der", "den", "des", "te", "ten", "ter", "en", "of", "in", "op", "aan",
    "bij", "voor", "met", "om", "die", "dat", "deze", "dit", "per", "t", "b", "v", "d", "is", "zijn",
    "wordt", "worden", "the", "a", "an", "and", "or", "for", "to", "on", "with", "by", "are", "das",
    "und", "oder", "le", "la", "les", "du", "et", "ou",
))  # fmt: skip


@lru_cache(maxsize=50_000)
def plat(tekst: str) -> str:
    """Lower case, without accents, words divided by one space: "E-mailadres(sen)" is "e mailadres sen"."""
    zonder = unicodedata.normalize("NFKD", _KAMEEL.sub(" ", tekst)).encode("ascii", "ignore").decode()
    return _GEEN_WOORD.sub(" ", zonder.lower()).strip()


@lru_cache(maxsize=20_000)
def stammen(tekst: str) -> frozenset[str]:
    """The words that carry meaning, without the ending that makes a plural."""
    return frozenset(_stam(woord) for woord in plat(tekst).split() if woord not in _STOP)


def _stam(woord: str) -> str:
    for einde, minimum in (("sen", 7), ("en", 5), ("s", 4), ("e", 5)):
        if woord.endswith(einde) and len(woord) >= minimum:
            return woord.removesuffix(einde)
    return woord


def bevat(tekst: str, woorden: str) -> bool:
    """Whether the words of `woorden` stand in `tekst` as whole words; both are plat already."""
    return f" {woorden} " in f" {tekst} "


# Cells that say that there is nothing to say. They never fill a field; the note keeps them.
NIETS = frozenset(
    ("", "n v t", "nvt", "na", "n a", "geen", "none", "null", "nihil", "niet van toepassing",
     "not applicable", "onbekend", "unknown", "nog onbekend", "nog te bepalen", "ntb", "tbd", "x x", "leeg",
     "keine", "aucun")
)  # fmt: skip


def zegt_niets(tekst: str) -> bool:
    """Whether a cell holds only a dash, "n.v.t.", "onbekend" or the like."""
    return plat(tekst) in NIETS
