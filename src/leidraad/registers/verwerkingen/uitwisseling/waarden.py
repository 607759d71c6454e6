"""Understand one cell: yes and no, dates, lists, retention sentences. Only what is sure. No Django."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from leidraad.registers.verwerkingen.duur import lees_duur
from leidraad.registers.verwerkingen.uitwisseling.woorden import plat, zegt_niets

_JA = frozenset("ja yes y j true waar x 1 v vrai oui wahr aan verplicht required".split())
_NEE = frozenset("nee neen no n false onwaar 0 non nein uit geen not required niet verplicht".split()) | {
    "niet verplicht", "not required", "geen sprake van", "none",
}  # fmt: skip
_MAANDEN = {
    naam[:3]: nummer
    for nummer, namen in enumerate(
        ("januari january", "februari february", "maart march mrt", "april", "mei may", "juni june",
         "juli july", "augustus august", "september", "oktober october", "november", "december"), 1)
    for naam in namen.split()
}  # fmt: skip
_OPSOMMING = re.compile(r"^[\s]*(?:[•●▪◦‣∙·*–—-]|\d{1,2}[.)]|[a-z]\))\s+", re.MULTILINE)
_BUITEN = re.compile(r"\([^()]*\)")

_GETALLEN = {
    "een": 1, "één": 1, "one": 1, "twee": 2, "two": 2, "drie": 3, "three": 3, "vier": 4, "four": 4, "vijf": 5,
    "five": 5, "zes": 6, "six": 6, "zeven": 7, "seven": 7, "acht": 8, "negen": 9, "tien": 10, "ten": 10,
    "twaalf": 12, "twelve": 12, "vijftien": 15, "twintig": 20, "dertig": 30,
}  # fmt: skip
_DUUR = re.compile(
    r"(?<![\d.,/-])(?P<getal>\d{1,4}|" + "|".join(_GETALLEN) + r")[\s-]*(?:\(\w+\)\s*)?"
    r"(?P<maat>jaren|jaar|jr\b|maanden|maand|mnd\b|mnd\.|weken|week|wk\b|dagen|dag\b|years?|months?|weeks?|days?|"
    r"jahren?|monaten?|wochen?|tagen?|ans?\b|mois\b|semaines?|jours?)",
    re.IGNORECASE,
)
_MAAT = {"j": "Y", "y": "Y", "a": "Y", "w": "W", "s": "W", "d": "D", "t": "D", "jour": "D"}
_REEKS = re.compile(
    r"\d\s*(?:jaar|jr|maanden|weken|dagen|years?|months?)?\s*(?:tot|t/m|-|–|à|a|of|en|to|or)\s*\d+[\s-]*"
    r"(?:ja|jr|ma|we|da|ye|mo)", re.IGNORECASE)  # fmt: skip
_ONZEKER = re.compile(
    r"\b(?:minimaal|minstens|ten minste|tenminste|minimum|at least|circa|ca\.|ongeveer|gemiddeld|"
    r"approximately|"
    r"in de praktijk|indien|mits|onbeperkt)\b|±|\bzolang\b|\bafhankelijk\b", re.IGNORECASE)  # fmt: skip
_BLIJVEND = re.compile(
    r"^\W*(?:(?:wordt |worden )?(?:blijvend|permanent|voor altijd|altijd)(?:e|ly)?"
    r"(?:\s+(?:te\s+)?(?:bewaren|bewaard))?"
    r"|blijvende bewaring|te bewaren|niet vernietigen|bewaren)\W*(?:$|\()", re.IGNORECASE)  # fmt: skip
_START = re.compile(
    r"^\s*,?\s*((?:na(?:dat)?|vanaf|te rekenen vanaf|gerekend vanaf|after|from|nach)\b[^.;\n(]*)",
    re.IGNORECASE,
)


def ja_nee(tekst: str) -> bool | None:
    """Yes, no, or None when the cell says neither ("onbekend", a sentence)."""
    if tekst.strip() in ("✓", "✔", "☑", "√", "✗", "☒", "☐", "✘"):
        return tekst.strip() in ("✓", "✔", "☑", "√", "☒")
    woord = plat(tekst)
    if woord in _JA:
        return True
    return False if woord in _NEE else None


@lru_cache(maxsize=20_000)
def lees_datum(tekst: str) -> date | None:
    """A date in any of the usual forms; with two numbers that can be day or month the Dutch order counts."""
    kaal = tekst.strip().split("T")[0].split(" 0")[0].strip()
    for vorm in (
        "%Y-%m-%d",
        "%d-%m-%Y",
        "%d/%m/%Y",
        "%d.%m.%Y",
        "%Y/%m/%d",
        "%d-%m-%y",
        "%Y%m%d",
        "%d/%m/%y",
    ):
        try:
            return datetime.strptime(kaal, vorm).date()  # noqa: DTZ007 a date has no time zone
        except ValueError:
            continue
    if m := re.match(r"^\s*(\d{4}-\d\d-\d\d)[ T]\d\d:\d\d", tekst):
        return lees_datum(m[1])
    if (m := re.fullmatch(r"(?:\w+dag )?(\d{1,2}) ([a-z]+) (\d{4})", plat(tekst))) and m[2][:3] in _MAANDEN:
        try:
            return date(int(m[3]), _MAANDEN[m[2][:3]], int(m[1]))
        except ValueError:
            return None
    return None


def splits_regels(tekst: str) -> list[str]:
    """The parts of a list that the source itself divides: new lines, bullets and semicolons."""
    zonder = _OPSOMMING.sub("\n", tekst).replace("•", "\n").replace("●", "\n").replace("▪", "\n")
    delen = [deel.strip() for deel in re.split(r"\n+|;(?![^()]*\))", zonder)]
    return [deel for deel in delen if deel and not zegt_niets(deel.strip(" .-"))]


@lru_cache(maxsize=20_000)
def splits_lijst(tekst: str) -> tuple[str, ...]:
    """The parts of a list of names; commas divide only when every part is a few words and no sentence."""
    uit: list[str] = []
    for regel in splits_regels(tekst):
        delen = [deel.strip() for deel in re.split(r",(?![^()]*\))", regel)]
        kort = all(len(deel.split()) <= 5 and ". " not in deel for deel in delen)
        if len(delen) > 1 and kort and not re.search(r"\d,\d", regel):
            uit.extend(deel for deel in delen if deel)
        else:
            uit.append(regel)
    return tuple(uit)


@dataclass(frozen=True)
class Termijn:
    """What a retention sentence says for sure; `twijfel` tells why the rest was left to people."""

    duur: str = ""
    blijvend: bool = False
    startmoment: str = ""
    twijfel: str = ""


@lru_cache(maxsize=20_000)
def lees_termijn(tekst: str) -> Termijn:
    """Read a retention sentence. Remarks in brackets do not count; a range or a condition is not a term."""
    if _BLIJVEND.match(tekst):
        return Termijn(blijvend=True)
    buiten = _BUITEN.sub(lambda m: " " * len(m[0]), tekst)
    with suppress(ValueError):
        return Termijn(duur=lees_duur(buiten))
    gevonden = list(_DUUR.finditer(buiten))
    if len(gevonden) > 1 or _REEKS.search(buiten):
        return Termijn(twijfel="noemt meer dan één termijn")
    if not gevonden:
        return Termijn()
    if onzeker := _ONZEKER.search(buiten):
        return Termijn(twijfel=f"is niet zeker door ‘{onzeker[0].strip()}’")
    m = gevonden[0]
    getal = int(m["getal"]) if m["getal"].isdecimal() else _GETALLEN[m["getal"].lower()]
    if not getal:
        return Termijn()
    start = _START.match(tekst[m.end() :])
    return Termijn(f"P{getal}{_letter(m['maat'].lower())}", startmoment=start[1].strip(" ,") if start else "")


def _letter(maat: str) -> str:
    if maat.startswith("jour"):
        return "D"
    return "M" if maat[0] == "m" else _MAAT[maat[0]]
