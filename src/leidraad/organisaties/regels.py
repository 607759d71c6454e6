"""Who carries a policy role for a unit: exactly one holder, or the reason why there is none. Pure rules.

Policy chapter 4, norms 4.2.1, 4.3.1 and 4.4.10. Which unit and which function carry a role differs per
gemeente: the reference list `beleidsrollen` states it as steps, this module walks them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

BELEIDSROLLEN = ("directeur", "afdelingsmanager", "teammanager")
# From the top down: a role of a lower level says nothing about a unit above that level.
_RANG = {"organisatie": 0, "cluster": 1, "afdeling": 2, "griffie": 2, "team": 3}

# A step as the reference list holds it: eenheidsoorten, functies and optional keys.
Stap = Mapping[str, Any]


class Oorzaak(StrEnum):
    """Why nobody carries the role."""

    NIET_VAN_TOEPASSING = "niet_van_toepassing"
    VACANT = "vacant"
    TWEE_TEGELIJK = "twee_tegelijk"
    GEEN_BOVENLIGGENDE = "geen_bovenliggende"
    EENHEID_NIET_GELDIG = "eenheid_niet_geldig"
    LUS = "lus"
    GEEN_STRUCTUUR = "geen_structuur"


@dataclass(frozen=True)
class Plek:
    """A unit in the tree, valid from `van` up to and including `tot`."""

    id: int
    naam: str
    soort: str
    boven: int | None = None
    van: date | None = None
    tot: date | None = None


@dataclass(frozen=True)
class Bezetting:
    """A person in a function of a unit, or of the whole gemeente when `plek` is None."""

    id: int
    persoon: int
    naam: str
    functie: str
    plek: int | None = None
    van: date | None = None
    tot: date | None = None


# The functions per unit id (None: of the whole gemeente), of every period.
Bezettingen = Mapping[int | None, Iterable[Bezetting]]


@dataclass(frozen=True)
class Uitkomst:
    """One holder, or one cause with its reason in plain Dutch; `plek` is where the role lies, when known."""

    bezetting: Bezetting | None = None
    plek: Plek | None = None
    oorzaak: Oorzaak | None = None
    reden: str = ""
    interpretatie: bool = False
    toelichting: str = ""


def geldig(rij: Plek | Bezetting, op: date) -> bool:
    """Whether the period of the row contains `op`; both ends count, an empty end is open."""
    return (rij.van is None or rij.van <= op) and (rij.tot is None or op <= rij.tot)


def wijs_aan(
    start: int,
    rol: str,
    op: date,
    plekken: Mapping[int, Plek],
    bezettingen: Bezettingen,
    structuur: Mapping[str, Any],
) -> Uitkomst:
    """Who carries policy role `rol` for unit `start` on day `op`, by the `structuur` of the gemeente."""
    pad, lus = _pad(start, plekken)
    if lus:
        namen = " → ".join(plek.naam for plek in pad)
        return _niemand(Oorzaak.LUS, f"De eenheden vormen een kring: {namen} → {lus.naam}.")
    if not geldig(pad[0], op):
        return _niemand(Oorzaak.EENHEID_NIET_GELDIG, f"{pad[0].naam} bestaat niet op {datum(op)}.", pad[0])
    bij_griffie = any(plek.soort == "griffie" for plek in pad)
    regel = structuur["griffie" if bij_griffie else "rollen"][rol]
    vorige = None
    for stap in regel["stappen"]:
        if stap.get("alleen_na") not in (None, vorige):
            continue
        if (gevonden := _zoek_plek(stap, pad, bezettingen, op)) is None:
            vorige = "geen_eenheid"
            continue
        tot_hier = pad[: pad.index(gevonden) + 1] if gevonden in pad else pad
        if weg := next((plek for plek in tot_hier if not geldig(plek, op)), None):
            reden = f"{pad[0].naam} hangt onder {weg.naam}, maar die eenheid bestaat niet op {datum(op)}."
            return _niemand(Oorzaak.EENHEID_NIET_GELDIG, reden, weg)
        if uitkomst := _bezet(stap, gevonden, bezettingen, op):
            return uitkomst
        vorige = "verder_bij"
    return _geen_stap(regel, pad)


def _pad(start: int, plekken: Mapping[int, Plek]) -> tuple[list[Plek], Plek | None]:
    """The unit and everything above it; the second value is the unit where a loop closes."""
    pad: list[Plek] = []
    volgende: int | None = start
    while volgende is not None and (plek := plekken.get(volgende)):
        if plek in pad:
            return pad, plek
        pad.append(plek)
        volgende = plek.boven
    return pad, None


# The gemeente as a whole: where functions without a unit lie.
_GEHEEL = Plek(0, "De hele organisatie", "organisatie")


def _zoek_plek(stap: Stap, pad: list[Plek], bezettingen: Bezettingen, op: date) -> Plek | None:
    """The nearest unit of a kind this step asks for, from the unit itself upward."""
    for plek in pad:
        if plek.soort in stap["eenheidsoorten"]:
            return plek
    if "organisatie" in stap["eenheidsoorten"] and any(
        b.functie in stap["functies"] and geldig(b, op) for b in bezettingen.get(None, ())
    ):
        return _GEHEEL
    return None


def _bezet(stap: Stap, plek: Plek, bezettingen: Bezettingen, op: date) -> Uitkomst | None:
    """The holder at this unit, or why there is none; None when the role passes on to the next step."""
    hier = [*bezettingen.get(plek.id, ())] if plek is not _GEHEEL else []
    if plek.soort == "organisatie":
        hier += bezettingen.get(None, ())
    functies = stap["functies"]
    groepen = [(functie,) for functie in functies] if stap.get("op_volgorde") else [functies]
    for groep in groepen:
        houders = {b.persoon: b for b in hier if b.functie in groep and geldig(b, op)}
        if len(houders) == 1:
            [houder] = houders.values()
            interpretatie, toelichting = bool(stap.get("interpretatie")), stap.get("toelichting", "")
            return Uitkomst(houder, plek, interpretatie=interpretatie, toelichting=toelichting)
        if houders:
            namen = " en ".join(sorted(b.naam for b in houders.values()))
            titel = _of(sorted({b.functie for b in houders.values()}))
            reden = f"{plek.naam} heeft op {datum(op)} {len(houders)} mensen als {titel}: {namen}."
            return _niemand(Oorzaak.TWEE_TEGELIJK, reden, plek)
    if any(b.functie in stap.get("verder_bij", ()) and geldig(b, op) for b in hier):
        return None
    return _niemand(Oorzaak.VACANT, _vacant(plek, functies, hier, op), plek)


def _vacant(plek: Plek, functies: Iterable[str], hier: Iterable[Bezetting], op: date) -> str:
    """Say that nobody holds the function, and since or until when if that is known."""
    titel = _of(functies)
    ooit = [b for b in hier if b.functie in functies]
    reden = f"{plek.naam} heeft op {datum(op)} geen {titel}"
    if geweest := [b.tot for b in ooit if b.tot and b.tot < op]:
        reden += f": de laatste stopte op {datum(max(geweest))}"
    if straks := [b.van for b in ooit if b.van and b.van > op]:
        reden += f"{', en' if geweest else ':'} de volgende begint op {datum(min(straks))}"
    return f"{reden}."


def _geen_stap(regel: Mapping[str, Any], pad: list[Plek]) -> Uitkomst:
    """No step found a unit: the role does not apply at this level, or the tree misses a parent."""
    rangen = [_RANG[soort] for stap in regel["stappen"] for soort in stap["eenheidsoorten"]]
    if not rangen or _RANG[pad[0].soort] < min(rangen):
        return _niemand(Oorzaak.NIET_VAN_TOEPASSING, regel["reden"], pad[0])
    top = pad[-1]
    los = "" if top.soort in ("organisatie", "cluster") else f" {top.naam} heeft geen bovenliggende eenheid."
    return _niemand(Oorzaak.GEEN_BOVENLIGGENDE, f"{regel['reden']}{los}", pad[0])


def _niemand(oorzaak: Oorzaak, reden: str, plek: Plek | None = None) -> Uitkomst:
    return Uitkomst(plek=plek, oorzaak=oorzaak, reden=reden)


def _of(functies: Iterable[str]) -> str:
    return " of ".join(
        functie.replace("_", " ").replace("coordinator", "coördinator") for functie in functies
    )


def datum(dag: date) -> str:
    """A day as Dutch text: 23-11-2026."""
    return f"{dag.day}-{dag.month}-{dag.year}"
