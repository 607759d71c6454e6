"""The parts of the AVG Register Rijksoverheid that only its Wpg kind has."""

from __future__ import annotations

import re

from leidraad.registers.verwerkingen.uitwisseling.boom import Boom
from leidraad.registers.verwerkingen.uitwisseling.bouwer import Bouwer, Cel

_ARTIKEL = re.compile(r"Artikel(\d+)(A?)(?:Lid(\d)([A-C])?)?")
_GROEPEN = {
    "Verdachten": "Verdachten",
    "Slachtoffers": "Slachtoffers",
    "Veroordeelden": "Veroordeelden",
    "Derden": "Derden",
}
# The articles by which data leave, and the key that explains them; the source spells one of them wrong.
_VERSTREKKEN = (
    (("Artikel15", "Artikel15A"), "Ter beschikking stellen", ("ToelichtingTerBeschikking",)),
    (("Artikel16", "Artikel17", "Artikel18", "Artikel19", "Artikel20", "Artikel22"), "Verstrekken",
     ("ToelichtingVerstrekking", "ToelichtingVertrekking")),
    (("Artikel17A",), "Doorgeven aan een derde land", ("ToelichtingDoorgifte",)),
)  # fmt: skip


def doel_wpg(b: Bouwer, tak: Boom) -> None:
    """A purpose under the Wpg; each article that is ticked is a basis of its own."""
    tekst, toelichting = tak.neem("Omschrijving", "Doel"), tak.neem("Toelichting")
    per_code: dict[str, list[str]] = {}
    for sleutel in tak.waarde if isinstance(tak.waarde, dict) else ():
        if (m := _ARTIKEL.fullmatch(sleutel)) and tak.vlag(sleutel):
            per_code.setdefault(f"wpg-{m[1]}", []).append(_artikel(m))
    for code, artikelen in per_code.items() or [("", [])]:
        b.voeg_toe(
            "doelen",
            omschrijving=b.knip("doelen", "omschrijving", tekst, Cel(f"{tak.pad} Omschrijving", tekst)),
            toelichting=b.knip(
                "doelen", "toelichting", toelichting, Cel(f"{tak.pad} Toelichting", toelichting)
            ),
            grondslag=code,
            wet="Wet politiegegevens" if code else "",
            artikel=", ".join(artikelen)[:100],
        )
        if code in ("wpg-10", "wpg-12"):
            b.meld(
                Cel(tak.pad, tekst),
                f"{artikelen[0].capitalize()} geldt niet voor een boa. Kies een ander artikel.",
            )
    if not per_code:
        b.meld(Cel(tak.pad, tekst), "De bron noemt bij dit doel geen artikel van de Wpg.")


def _artikel(m: re.Match[str]) -> str:
    lid = f" lid {m[3]}" if m[3] else ""
    return f"artikel {m[1]}{m[2].lower()}{lid}" + (f" onder {m[4].lower()}" if m[4] else "")


def betrokkenen_wpg(b: Bouwer, tak: Boom) -> None:
    """The four categories of Wpg art. 6b; the explanation goes with third parties."""
    for sleutel, naam in _GROEPEN.items():
        if tak.vlag(sleutel):
            uitleg = tak.neem("ToelichtingDerden") if sleutel == "Derden" else ""
            cel = Cel(f"{tak.pad} ToelichtingDerden", uitleg)
            b.voeg_toe(
                "betrokkenen", naam=naam, toelichting=b.knip("betrokkenen", "toelichting", uitleg, cel)
            )


def ontvangers_wpg(b: Bouwer, tak: Boom) -> None:
    """Who gets police data, by the article that allows it. "Geen verstrekking" stays in the note."""
    for sleutels, wat, uitlegsleutels in _VERSTREKKEN:
        artikelen = [m for s in sleutels if tak.vlag(s) and (m := _ARTIKEL.fullmatch(s))]
        if not artikelen:
            continue
        uitleg = tak.neem(*uitlegsleutels)
        for m in artikelen:
            cel = Cel(f"{tak.pad} {wat}", uitleg)
            b.voeg_toe(
                "ontvangers",
                naam=f"{wat} volgens Wpg {_artikel(m)}",
                waarvoor=b.knip("ontvangers", "waarvoor", uitleg, cel),
            )
