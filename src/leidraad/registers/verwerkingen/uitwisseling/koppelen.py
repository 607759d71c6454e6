"""Propose which column of a source goes to which field, and how sure that is. No Django."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from leidraad.registers.verwerkingen.uitwisseling.bron import Bron, BronFout
from leidraad.registers.verwerkingen.uitwisseling.lijsten import is_grondslag
from leidraad.registers.verwerkingen.uitwisseling.velden import velden, zonder_veld
from leidraad.registers.verwerkingen.uitwisseling.waarden import lees_termijn
from leidraad.registers.verwerkingen.uitwisseling.woorden import plat, stammen

DREMPEL = 0.6
Koppeling = Mapping[str, tuple[str, ...]]
"""For each header the codes of its fields; an empty tuple sends the column to the note."""


@dataclass(frozen=True)
class Voorstel:
    """The proposed fields of one header; `zekerheid` runs from 0 to 1."""

    kop: str
    velden: tuple[str, ...]
    zekerheid: float


def stel_voor(bron: Bron) -> tuple[Voorstel, ...]:
    """A proposal for every header of a table, in the order of the columns.

    Without a column for the name, the column that comes nearest to a name gives it as well.
    """
    kandidaten = sorted(
        (-score, plaats, veld) for plaats, kop in enumerate(bron.koppen) for veld, score in scores(kop)
    )
    gekozen: dict[int, tuple[str, float]] = {}
    bezet: set[str] = set()
    for min_score, plaats, veld in kandidaten:
        if plaats in gekozen or veld in bezet:
            continue
        gekozen[plaats] = (veld, -min_score)
        if veld and velden()[veld].enkel:
            bezet.add(veld)
    _naar_inhoud(bron, gekozen, {veld for veld, _ in gekozen.values()})
    voorstellen = [
        Voorstel(kop, (veld,) if veld else (), round(zeker, 2))
        for plaats, kop in enumerate(bron.koppen)
        for veld, zeker in [gekozen.get(plaats, ("", 0.0))]
    ]
    return _met_naam(voorstellen)


def _naar_inhoud(bron: Bron, gekozen: dict[int, tuple[str, float]], bezet: set[str]) -> None:
    """A header that says nothing may have cells that do: legal bases or retention terms."""
    for plaats in range(len(bron.koppen)):
        if plaats in gekozen:
            continue
        cellen = [rij.cellen[plaats] for rij in bron.rijen[:50] if rij.cellen[plaats]]
        for veld, herkent in (
            ("grondslag", is_grondslag),
            ("bewaartermijn", lambda c: bool(lees_termijn(c).duur)),
        ):
            if veld not in bezet and len(cellen) > 1 and sum(map(herkent, cellen)) > 0.6 * len(cellen):
                gekozen[plaats] = (veld, DREMPEL)
                bezet.add(veld)
                break


def _met_naam(voorstellen: list[Voorstel]) -> tuple[Voorstel, ...]:
    if any("naam" in v.velden for v in voorstellen):
        return tuple(voorstellen)
    for veld in ("omschrijving", "wettelijke_taak", "doel"):
        for plaats, v in enumerate(voorstellen):
            if veld in v.velden:
                nieuw = ("naam",) if veld != "doel" else ("naam", "doel")
                voorstellen[plaats] = Voorstel(v.kop, nieuw, min(v.zekerheid, DREMPEL))
                return tuple(voorstellen)
    return tuple(voorstellen)


@lru_cache(maxsize=5_000)
def scores(kop: str) -> tuple[tuple[str, float], ...]:
    """The fields that a header may mean, best first; the empty code means: known, but without a field."""
    vormen = _vormen(kop)
    uit = []
    for code, woorden in [*((v.code, v.woorden) for v in velden().values()), ("", zonder_veld())]:
        # A word that stands later in its list loses from the same word earlier in another list.
        beste = (
            max(
                (gewicht * _gelijk(vorm, woord) - 0.0005 * min(nr, 40))
                for vorm, gewicht in vormen
                for nr, woord in enumerate(woorden)
            )
            if vormen
            else 0.0
        )
        if beste >= DREMPEL:
            uit.append((code, beste))
    return tuple(sorted(uit, key=lambda paar: -paar[1]))


@lru_cache(maxsize=20_000)
def bekend(kop: str) -> bool:
    """Whether a header is one of the known words as such: quick, to find the header among rows of data."""
    return any(vorm in _bekende_woorden() or stammen(vorm) in _bekende_woorden() for vorm, _ in _vormen(kop))


@cache
def _bekende_woorden() -> frozenset[str | frozenset[str]]:
    woorden = [*zonder_veld(), *(woord for veld in velden().values() for woord in veld.woorden)]
    return frozenset(woorden) | frozenset(stam for woord in woorden if (stam := stammen(woord)))


def _vormen(kop: str) -> list[tuple[str, float]]:
    """The header, its core without an explanation, and the parts of a merged header."""
    vormen = {plat(kop): 1.0}
    for kern in (re.sub(r"\([^)]*\)", " ", kop), re.split(r"[:?\n]", kop)[0]):
        vormen.setdefault(plat(kern), 0.98)
    groep, streep, onder = kop.rpartition(" – ")
    if streep:
        vormen.setdefault(plat(onder), 0.95)
        vormen.setdefault(plat(groep), 0.75)
    return [(vorm, gewicht) for vorm, gewicht in vormen.items() if vorm]


@lru_cache(maxsize=200_000)
def _gelijk(kop: str, woord: str) -> float:
    """How much a header is like a synonym, from 0 to 1; both are plat."""
    if kop == woord:
        return 1.0
    a, b = stammen(kop), stammen(woord)
    if not a or not b:
        return 0.0
    if a == b:
        return 0.95
    samen = len(a & b)
    if samen == len(b):
        return 0.5 + 0.35 / len(a) if len(b) == 1 else 0.55 + 0.4 * len(b) / len(a)
    if samen == len(a):
        return 0.5 + 0.4 * len(a) / len(b)
    if samen and samen / len(a | b) >= 0.5:
        return 0.4 + 0.4 * samen / len(a | b)
    if len(kop) > 5 and abs(len(kop) - len(woord)) <= 2 and kop[0] == woord[0]:
        ratio = SequenceMatcher(None, kop, woord).ratio()
        return 0.9 * ratio if ratio >= 0.86 else 0.0
    return 0.0


def als_koppeling(voorstellen: Iterable[Voorstel]) -> Koppeling:
    """The proposal as a mapping to work with."""
    return {v.kop: v.velden for v in voorstellen}


def pas_aan(koppeling: Koppeling, keuzes: Sequence[str]) -> Koppeling:
    """The mapping with choices such as "Doel=doel,naam" or "Status=" laid over it.

    A chosen field that takes one column is taken from the column that had it by proposal. Raises BronFout
    for an unknown column or field.
    """
    nieuw = dict(koppeling)
    for keuze in keuzes:
        kop, _, codes = keuze.rpartition("=")
        gekozen = tuple(dict.fromkeys(code.strip() for code in codes.split(",") if code.strip()))
        if kop not in nieuw:
            raise BronFout(
                f"De kolom ‘{kop}’ staat niet in de bron. De kolommen zijn: {', '.join(koppeling)}."
            )
        if onbekend := [code for code in gekozen if code not in velden()]:
            raise BronFout(f"‘{onbekend[0]}’ is geen veld. De velden zijn: {', '.join(velden())}.")
        for code in gekozen:
            if velden()[code].enkel:
                nieuw = {k: tuple(c for c in v if c != code) for k, v in nieuw.items()}
        nieuw[kop] = gekozen
    return nieuw
