"""Read the journaal: the lines of a dossier in plain Dutch, and whether its chain holds."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from leidraad.dossiers.journaal.hashen import regelhash, regeltekst
from leidraad.dossiers.models import Journaalregel, Zegel
from leidraad.organisaties.models import Persoon

# The codes that reading and checking must recognise.
INGEZIEN = "ingezien"
BEVROREN = "versie_bevroren"
VERZEGELD = "verzegeld"
# The chain in which the seals themselves are noted.
ZEGELKETEN = UUID("6c656964-7261-6164-8000-7a6567656c73")

_ZINNEN = {
    INGEZIEN: "Bekeken",
    BEVROREN: "Versie vastgelegd",
    "beoordeeld": "Beoordeling gegeven",
    "op_advies_gereageerd": "Op het advies gereageerd",
}
# A value that is a code, such as privacy_officer or norm_herstellen_2.1.1, is shown in words.
_CODE = re.compile(r"[a-z]+(_[a-z]+)+(_\d+(\.\d+)*)?")
_WOORDEN = {
    "fg": "FG",
    "ciso": "CISO",
    "privacy_officer": "Privacy Officer",
    "coordinator": "coördinator",
    "herzien_voor": "herzien vóór",
    "legt_uit": "wijkt af en legt uit",
}


@dataclass(frozen=True)
class Regel:
    """One line as a person reads it; also an item of the component `tijdlijn`."""

    volgnummer: int
    moment: datetime
    titel: str
    naam: str
    functie: str
    details: tuple[str, ...]

    @property
    def door(self) -> str:
        """Who did it: the name with the function, or the function alone."""
        return f"{self.naam} ({self.functie})" if self.naam else self.functie


def leesbaar(regels: Iterable[Journaalregel], *, met_namen: bool = True) -> list[Regel]:
    """The lines in plain Dutch. One query for the names of all people in them; none without names."""
    regels = list(regels)
    ids = {regel.persoon_id for regel in regels if regel.persoon_id} if met_namen else set()
    namen = dict(Persoon.objects.filter(pk__in=ids).values_list("pk", "naam")) if ids else {}
    return [
        Regel(
            volgnummer=regel.volgnummer,
            moment=regel.op,
            titel=_ZINNEN.get(regel.handeling) or woord(regel.handeling).capitalize(),
            naam=namen.get(regel.persoon_id, "") if regel.persoon_id else "",
            functie=woord(regel.functie),
            details=tuple(_details(json.loads(regel.details))),
        )
        for regel in regels
    ]


def keten_klopt(keten: UUID) -> bool:
    """Whether all hashes of one chain follow from its lines."""
    vorige = Journaalregel(volgnummer=0, hash="")
    regels = Journaalregel.objects.filter(keten=keten).order_by("volgnummer").iterator(chunk_size=2000)
    return all(
        regel.volgnummer == voor.volgnummer + 1 and regel.hash == regelhash(voor.hash, tekst_van(regel))
        for voor, regel in pairwise(_vanaf(vorige, regels))
    )


def tekst_van(regel: Journaalregel) -> str:
    """The hashed text of a stored line."""
    return regeltekst(
        regel.keten,
        regel.volgnummer,
        regel.op,
        regel.handeling,
        regel.functie,
        regel.persoon_id,
        regel.details,
    )


def export(zegel: Zegel) -> dict[str, str | int]:
    """The seal as it is mailed to the FG: enough to prove later that nothing before it was changed."""
    return {
        "soort": "zegel van het journaal van Leidraad",
        "methode": "RFC 6962, SHA-256, over de laatste regel van elke keten in volgorde van ontstaan",
        "dag": zegel.dag.isoformat(),
        "op": zegel.op.isoformat(),
        "ketens": zegel.ketens,
        "laatste_id": zegel.laatste_id,
        "wortel": zegel.wortel,
    }


def woord(code: str) -> str:
    """A code, such as `uiterste_datum` or the code of a function, in words."""
    return _WOORDEN.get(code, code.replace("_", " "))


def _vanaf(eerste: Journaalregel, rest: Iterable[Journaalregel]) -> Iterator[Journaalregel]:
    yield eerste
    yield from rest


def _details(details: dict[str, Any]) -> Iterator[str]:
    for naam, waarde in details.items():
        if naam == "sha256":
            yield f"vingerafdruk: {str(waarde)[:12]}…"
        elif isinstance(waarde, list) and len(waarde) == 2:
            oud, nieuw = (_waarde(w) for w in waarde)
            yield f"{woord(naam)}: van {oud} naar {nieuw}"
        else:
            yield f"{woord(naam)}: {_waarde(waarde)}"


def _waarde(waarde: Any) -> str:
    if waarde in (None, "", [], {}):
        return "leeg"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, dict):
        return ", ".join(f"{woord(k)}: {_waarde(v)}" for k, v in waarde.items())
    if isinstance(waarde, list):
        return ", ".join(_waarde(w) for w in waarde)
    tekst = str(waarde)
    if _CODE.fullmatch(tekst) or tekst in _WOORDEN:
        return woord(tekst)
    return f"‘{tekst[:200]}…’" if len(tekst) > 200 else f"‘{tekst}’"
