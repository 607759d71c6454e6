"""Read back a table that Leidraad exported itself: the last column has all content, without loss.

That column holds only as long as the other cells still say the same; a row that somebody changed in the
spreadsheet is read from the cells that people see.
"""

from __future__ import annotations

import json
from dataclasses import replace

from leidraad.registers.verwerkingen.inhoud import Inhoud, van_dict
from leidraad.registers.verwerkingen.uitwisseling.bouwer import Bouwer, Cel
from leidraad.registers.verwerkingen.uitwisseling.bron import schoon
from leidraad.registers.verwerkingen.uitwisseling.eigen import fouten_van
from leidraad.registers.verwerkingen.uitwisseling.kolommen import koppen, zichtbaar
from leidraad.registers.verwerkingen.uitwisseling.vul_doelen import Cellen


def inhoud(b: Bouwer, per_veld: Cellen) -> Inhoud | None:
    """All content of a row of our own export that nobody changed; None: read the row cell by cell."""
    cellen = per_veld.get("inhoud", [])
    if not cellen:
        return None
    heel = _lees(cellen[0])
    if heel is None:
        b.noteer(cellen[0])
        b.meld(cellen[0], "Deze cel komt niet zo uit een export van Leidraad. Zij staat in de notitie.")
        return None
    if not _onveranderd(b, per_veld, heel):
        b.meld(
            cellen[0],
            "Deze rij is na de export veranderd. De andere cellen gelden. Wat alleen in deze cel staat, is "
            "niet overgenomen.",
        )
        return None
    # Columns that somebody added have no place in the content; the others are in it already.
    b.noten = [(kop, tekst) for kop, tekst in b.noten if kop not in koppen()]
    b.kies_eenheid(per_veld["eenheid"])
    if heel.bestuursorgaan and heel.bestuursorgaan not in b.omgeving.bestuursorganen:
        cel = Cel("Bestuursorgaan", heel.bestuursorgaan)
        b.noteer(cel)
        b.meld(cel, f"‘{cel.tekst}’ is geen bestuursorgaan van deze gemeente. Het staat in de notitie.")
        heel = replace(heel, bestuursorgaan="")
    b.velden["notitie"] = heel.notitie
    return replace(heel, notitie=b.notitie())


def _lees(cel: Cel) -> Inhoud | None:
    try:
        heel = van_dict(json.loads(cel.tekst))
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return None
    return heel if heel.naam and not any(fouten_van(heel)) else None


def _onveranderd(b: Bouwer, per_veld: Cellen, heel: Inhoud) -> bool:
    """Whether the cells that people see still say what the content says."""
    for code, tekst in zichtbaar(heel, b.omgeving.op).items():
        if [cel.tekst for cel in per_veld.get(code, [])] != ([schoon(tekst)] if schoon(tekst) else []):
            return False
    return True
