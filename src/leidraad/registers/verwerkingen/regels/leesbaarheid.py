"""How readable a text is: an indication for the writer, not a verdict (AVG art. 12 lid 1; norm 2.7.2).

Flesch-Douma: 206.84 − 0.93 × words per sentence − 77 × syllables per word. Higher reads easier; about 60 is
ordinary, above 70 easy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

import pyphen

from leidraad.referentie import Lijst, lijst

_WOORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
# One vowel sound of Dutch; a letter with a trema begins a new one.
_KLANK = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyà-öø-ü]")
# A sentence ends at . ! or ? followed by white space, and at the end of a line; "art. 6" and "7.500" go on.
_ZINSEINDE = re.compile(r"(?<=[.!?…])[\"'’”)]*\s+|\n+")
_AFKORTING = re.compile(
    r"\b(?:art|bijv|bv|blz|ca|d\.w\.z|dhr|enz|evt|incl|jl|m\.b\.t|mevr|nr|o\.a|resp|vgl|z\.o\.z)\.$", re.I
)
_BEGIN = re.compile(r"[\"'‘“(]*[A-ZÀ-Þ0-9\-•*]")

LANG_WOORD = 4
"""A word of more syllables than this is long."""
LANGE_ZIN = 20
"""A sentence of more words than this is long."""

LEESBAAR, KORTE_ZIN = 60, 15
"""Our reading of B1: at least this score, and at most so many words per sentence."""
B1, MOEILIJK = "b1", "moeilijk"


@dataclass(frozen=True)
class Leesbaarheid:
    """The figures of one text. `flesch_douma` is None without words; `jargon` holds (word, plainer word)."""

    woorden: int
    zinnen: int
    woorden_per_zin: float
    flesch_douma: float | None
    lange_woorden: tuple[str, ...]
    lange_zinnen: tuple[str, ...]
    jargon: tuple[tuple[str, str], ...]


def leesbaarheid(tekst: str, op: date) -> Leesbaarheid:
    """Measure a text, with the list of difficult words of day `op`. Any text is safe."""
    zinnen = [(zin, woorden) for zin in _zinnen(tekst) if (woorden := _WOORD.findall(zin))]
    alle = [woord for _, woorden in zinnen for woord in woorden]
    if not alle:
        return Leesbaarheid(0, 0, 0.0, None, (), (), ())
    per_zin = len(alle) / len(zinnen)
    per_woord = sum(map(lettergrepen, alle)) / len(alle)
    lang = (woord for woord in alle if lettergrepen(woord) > LANG_WOORD)
    return Leesbaarheid(
        woorden=len(alle),
        zinnen=len(zinnen),
        woorden_per_zin=round(per_zin, 1),
        flesch_douma=round(206.84 - 0.93 * per_zin - 77 * per_woord, 1),
        lange_woorden=tuple(dict.fromkeys(woord.lower() for woord in lang)),
        lange_zinnen=tuple(zin.strip() for zin, woorden in zinnen if len(woorden) > LANGE_ZIN),
        jargon=_jargon(alle, op),
    )


def is_b1(gemeten: Leesbaarheid) -> bool:
    """Whether the figures are those of a text that most people can read (norm 2.7.1)."""
    score = gemeten.flesch_douma
    return score is not None and score >= LEESBAAR and gemeten.woorden_per_zin <= KORTE_ZIN


def leesniveau(tekst: str, op: date) -> str:
    """B1 or MOEILIJK; empty when there are no words to measure."""
    gemeten = leesbaarheid(tekst, op)
    if gemeten.flesch_douma is None:
        return ""
    return B1 if is_b1(gemeten) else MOEILIJK


@cache
def lettergrepen(woord: str) -> int:
    """The number of syllables, at least one.

    The Dutch hyphenation patterns never leave one letter alone ("avond"), so the vowel sounds are counted too
    and the higher number holds; a borrowed word can count one too many.
    """
    klein = woord.lower()
    afgebroken = sum(len(_breker().positions(deel)) + 1 for deel in re.split(r"['’\-]", klein) if deel)
    return max(1, afgebroken, len(_KLANK.findall(klein)))


@cache
def _breker() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl")


def _zinnen(tekst: str) -> list[str]:
    """Split into sentences; an abbreviation, or a small letter after the full stop, does not end one."""
    zinnen = []
    begin = 0
    for einde in _ZINSEINDE.finditer(tekst):
        staart = tekst[max(begin, einde.start() - 10) : einde.start()]
        nieuw = _BEGIN.match(tekst, einde.end()) and not _AFKORTING.search(staart)
        if nieuw or "\n" in einde.group():
            zinnen.append(tekst[begin : einde.start()])
            begin = einde.end()
    return [*zinnen, tekst[begin:]]


@cache
def _moeilijk(woordenlijst: Lijst) -> dict[tuple[str, ...], tuple[str, str]]:
    """Every form as a tuple of words, with the entry it belongs to."""
    return {
        tuple(_WOORD.findall(vorm)): (item.naam, item.alternatief)
        for item in woordenlijst
        for vorm in (item.naam, *item.vormen)
    }


def _jargon(woorden: list[str], op: date) -> tuple[tuple[str, str], ...]:
    moeilijk = _moeilijk(lijst("jargon", op))
    langste = max(map(len, moeilijk))
    klein = [woord.lower() for woord in woorden]
    gevonden = {
        moeilijk[deel]: None
        for begin in range(len(klein))
        for lengte in range(1, langste + 1)
        if (deel := tuple(klein[begin : begin + lengte])) in moeilijk
    }
    return tuple(gevonden)
