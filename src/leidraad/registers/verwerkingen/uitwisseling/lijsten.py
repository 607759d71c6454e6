"""Recognise the reference lists in the words of a source: bases, data, measures, countries. No Django."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import SoortGegeven
from leidraad.registers.verwerkingen.uitwisseling.woorden import bevat, plat, stammen

# Words next to those of the list itself; a source in German or French names the same six.
_OOK_GRONDSLAG = {
    "6-1-a": "a toestemming;toestemming betrokkene;toestemming van de betrokkene;einwilligung;consentement",
    "6-1-b": "b overeenkomst;noodzakelijk voor de uitvoering van een overeenkomst;vertrag;contrat",
    "6-1-c": "c wettelijke verplichting;rechtliche verpflichtung;obligation legale;legal duty;"
    "statutory obligation",
    "6-1-d": "d vitaal belang;vitaal;lebenswichtige interessen;interets vitaux",
    "6-1-e": "e algemeen belang;taak van algemeen belang;uitoefening openbaar gezag;wettelijke taak;"
    "publiekrechtelijke taak;"
    "offentliches interesse;mission d interet public;official authority;publieke taken",
    "6-1-f": "f gerechtvaardigd belang;berechtigtes interesse;interet legitime",
}
_ARTIKEL6 = re.compile(
    r"(?:\bart(?:ikel|icle|\.)?\s*)?\b6\b[\s.,:(]*"
    r"(?:(?:eerste lid|lid 1|lid een|1e lid|1)(?=[a-f\W]))?[\s.,:)(]*"
    r"(?:aanhef en |aanhef, )?(?:onderdeel|onder|sub|lid|letter|lit\.?|punt)?[\s.,:(]*"
    r"(?<![a-z])([a-f])\b(?!\s*\d)((?:\)?\s*(?:en|,|/|of|&|\+|and)\s*(?:onder|sub)?\s*\(?\b[a-f]\b)*)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"^\s*(?:sub|onder)?\s*\(?([a-f])\)?\s*(?:[.):–-]|$)", re.IGNORECASE)
_WET = re.compile(
    r"\b(?:\w*wet(?:boek|ten)?\b|\w*besluit\b|\w*verordening\b|wmo\b|awb\b|apv\b|wabo\b|woz\b|brp\b|avg\b|wpg\b|wwb\b|"
    r"bw\b|cao\b|artikel\s+\d|art\.?\s+\d|\w*regeling\b)", re.IGNORECASE)  # fmt: skip
_NIET = ("geen ", "niet ", "zonder ", "no ", "not ", "without ")
_RANG = {soort: rang for rang, soort in enumerate(SoortGegeven)}
_MECHANISMEN = (
    (
        "scc",
        r"standa?ard\s?contract|modelcontract|modelbepaling|\bscc'?s?\b|standard contra\w+ clauses|"
        r"eu model clauses",
    ),
    ("bcr", r"\bbcr'?s?\b|binding corporate|bindende bedrijfsvoorschriften"),
    ("adequaatheidsbesluit", r"adequa\w+|passend beschermingsniveau|data privacy framework|\bdpf\b"),
    ("certificering", r"goedgekeurde certificering|certificeringsmechanisme"),
    ("gedragscode", r"goedgekeurde gedragscode"),
)


@lru_cache(maxsize=20_000)
def grondslagen(tekst: str, op: date) -> tuple[str, ...]:
    """The legal bases that a text names; letters of article 6 come first, else the words of the list."""
    letters = [
        letter
        for m in _ARTIKEL6.finditer(tekst)
        for letter in (m[1], *re.findall(r"\b[a-f]\b", m[2].lower()))
    ]
    if codes := [f"6-1-{letter.lower()}" for letter in letters]:
        return tuple(dict.fromkeys(codes))
    vlak = plat(tekst)
    gevonden: dict[str, str] = {}
    for code, woorden in _grondslagwoorden(op):
        if bevat(vlak, woorden) and not any(bevat(vlak, niet + woorden) for niet in _NIET):
            gevonden.setdefault(code, woorden)
    # "wettelijke taak" stands in one name inside another: the longer words win.
    codes = [c for c, w in gevonden.items() if not any(w != x and bevat(x, w) for x in gevonden.values())]
    if codes:
        return tuple(codes)
    return (f"6-1-{letter[1].lower()}",) if (letter := _LETTER.match(tekst)) and len(tekst) < 4 else ()


@lru_cache(maxsize=4)
def _grondslagwoorden(op: date) -> tuple[tuple[str, str], ...]:
    paren = [
        (item.code, plat(woord))
        for item in lijst("grondslagen", op)
        for woord in (item.naam, *item.herkenning, *_OOK_GRONDSLAG[item.code].split(";"))
    ]
    return tuple(sorted(set(paren), key=lambda paar: (-len(paar[1]), paar)))


def is_grondslag(tekst: str) -> bool:
    """Whether a short text names a legal basis: for a column whose header says nothing."""
    return len(tekst) < 200 and bool(grondslagen(tekst, date.max))


def wpg_grondslagen(tekst: str, op: date) -> tuple[str, ...]:
    """The articles of the Wpg that a text names as basis."""
    nummers = {item.code.removeprefix("wpg-"): item.code for item in lijst("grondslagen_wpg", op)}
    codes = (nummers.get(n) for n in re.findall(r"\bart(?:ikel|\.)?\s*(\d{1,2})\b", tekst, re.IGNORECASE))
    return tuple(dict.fromkeys(code for code in codes if code))


def noemt_wet(tekst: str) -> bool:
    """Whether a text names a law, an order or an article."""
    return bool(_WET.search(tekst))


@lru_cache(maxsize=50_000)
def soort_gegeven(naam: str, op: date) -> str:
    """The kind of a category of data, only when the list knows the words; the most sensitive word wins.

    "Gewoon" needs the words of the list themselves: in a longer name other words may say something else.
    """
    vlak = plat(naam)
    gevonden = {soort for woord, soort in _gegevenswoorden(op) if bevat(vlak, woord)}
    if not gevonden:
        return ""
    soort = max(gevonden, key=lambda s: _RANG[SoortGegeven[s.upper()]])
    return "" if soort == SoortGegeven.GEWOON and len(vlak.split()) > 3 else soort


@lru_cache(maxsize=4)
def _gegevenswoorden(op: date) -> tuple[tuple[str, str], ...]:
    return tuple(
        (plat(woord), item.soort)
        for item in lijst("gegevenscategorieen", op)
        if item.code != "overig"
        for woord in (item.naam, *item.herkenning)
    )


@lru_cache(maxsize=20_000)
def maatregelen(tekst: str, op: date) -> tuple[str, ...]:
    """The codes of the measures that a text names."""
    vlak = plat(tekst)
    return tuple(
        item.code
        for item in lijst("maatregelen", op)
        if any(
            bevat(vlak, plat(w)) or plat(w) == vlak.replace(" ", "") for w in (item.naam, *item.herkenning)
        )
    )


@lru_cache(maxsize=20_000)
def landen(tekst: str, op: date) -> tuple[str, ...]:
    """The countries that a text names, in its own order; a code counts only when it is the whole text."""
    if tekst.strip() in lijst("landen", op):
        return (tekst.strip(),)
    vlak = plat(tekst)
    kort = len(vlak.split()) <= 6
    gevonden: dict[str, int] = {}
    for code, woord in _landwoorden(op):
        # Two letters ("vs", "us") mean a country only where the cell is about countries and little else.
        if (len(woord) > 3 or kort) and (plaats := f" {vlak} ".find(f" {woord} ")) >= 0:
            gevonden[code] = plaats
    return tuple(sorted(gevonden, key=gevonden.__getitem__))


@lru_cache(maxsize=4)
def _landwoorden(op: date) -> tuple[tuple[str, str], ...]:
    # "man" and "niger" style clashes: a name that is an ordinary word must be recognised by its other names.
    gewoon = {"man", "jersey"}
    return tuple(
        (item.code, vlak)
        for item in lijst("landen", op)
        for woord in (item.naam, *item.herkenning)
        if (vlak := plat(woord)) not in gewoon
    )


def mechanisme(tekst: str) -> str:
    """The code of the transfer mechanism that a text names; empty when it names none or several."""
    codes = {code for code, patroon in _MECHANISMEN if re.search(patroon, tekst, re.IGNORECASE)}
    return codes.pop() if len(codes) == 1 else ""


def vind_naam(tekst: str, namen: Iterable[str]) -> str:
    """The one name that a text means, apart from words such as team and afdeling. Empty when unsure."""
    vlak = plat(tekst)
    alle = list(namen)
    if gelijk := [naam for naam in alle if plat(naam) == vlak]:
        return gelijk[0]
    soorten = stammen("afdeling team cluster dienst bureau gemeente sector domein")
    kern = stammen(tekst) - soorten
    gelijk = [naam for naam in alle if kern and stammen(naam) - soorten == kern]
    return gelijk[0] if len(gelijk) == 1 else ""
