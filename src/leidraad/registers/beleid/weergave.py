"""A policy document in words for the screen."""

from __future__ import annotations

from datetime import date
from typing import Any

from leidraad.dossiers.weergave import Weergave
from leidraad.referentie import lijst
from leidraad.registers.beleid.begrippen import Soort
from leidraad.registers.beleid.regels.verwachten import verwachte_stukken

LABELS = {
    "naam": "Naam",
    "soort": "Soort stuk",
    "verwacht": "Vult in",
    "eigenaar": "Eigenaar",
    "omschrijving": "Waar gaat het over?",
    "tekst": "Tekst",
    "link": "Link",
    "bestand": "Bestand",
    "vraagt_kennisname": "Medewerkers moeten dit lezen",
}
# Who may keep a document: whoever leads, and those whose work this is.
_EIGENAREN = ("privacy_officer", "ciso", "coordinator")


def functienaam(code: str, op: date) -> str:
    """The name of a function; a code that left the list reads as its own words."""
    functies = lijst("functies", op)
    return str(functies[code].naam) if code in functies else code.replace("_", " ").capitalize()


def eigenaren(op: date) -> list[tuple[str, str]]:
    """The functions that can keep a document."""
    functies = lijst("functies", op)
    return [(f.code, f.naam) for f in functies if f.soort == "leiding" or f.code in _EIGENAREN]


def verwachtnaam(code: str, op: date) -> str:
    """The name of the expected document with this code."""
    item = verwachte_stukken(op).get(code)
    return str(item.naam) if item else code.replace("_", " ").capitalize()


def _waarde(pad: str, waarde: Any, inhoud: Any, op: date) -> str:
    """One value as people read it; empty when nothing is filled in."""
    if waarde is None or waarde == "":
        return ""
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    if pad == "soort":
        return Soort.label_van(waarde)
    if pad == "verwacht":
        return verwachtnaam(waarde, op)
    if pad == "eigenaar":
        return functienaam(waarde, op)
    return f"Bestand {waarde}" if pad == "bestand" else str(waarde)


def _rijnaam(naam: str, rij: Any) -> str:
    return str(rij)


WEERGAVE = Weergave(LABELS, {}, {}, {}, _waarde, _rijnaam)
