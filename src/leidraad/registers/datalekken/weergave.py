"""A breach in words for the screen. No Django."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from leidraad.dossiers.begrip import Begrip
from leidraad.dossiers.weergave import Weergave
from leidraad.registers.datalekken import begrippen as b
from leidraad.registers.datalekken.labels import KOLOMMEN, LABELS, RIJNAMEN, TITELS

_NEDERLAND = ZoneInfo("Europe/Amsterdam")
_BEGRIPPEN: dict[str, type[Begrip]] = {
    "regime": b.Regime,
    "soort_incident": b.SoortIncident,
    "oorzaak": b.Oorzaak,
    "gebeurd_zekerheid": b.Zekerheid,
    "uitzondering": b.Uitzondering,
}


def _waarde(pad: str, waarde: Any, inhoud: Any, op: date) -> str:
    """One value as people read it; empty when nothing is filled in."""
    if waarde is None or waarde == "" or waarde == ():
        return ""
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    if isinstance(waarde, datetime):
        return in_nederland(waarde)
    if pad in _BEGRIPPEN:
        return _BEGRIPPEN[pad].label_van(waarde)
    if pad == "gegevens.soort":
        return SOORTEN_GEGEVENS.get(waarde, str(waarde))
    return f"{waarde:,}".replace(",", ".") if isinstance(waarde, int) else str(waarde)


def in_nederland(moment: datetime) -> str:
    """A moment in Dutch time; of an hour that came twice also which of the two."""
    hier = moment.astimezone(_NEDERLAND)
    andere = hier.replace(fold=1 - hier.fold)
    dubbel = hier.utcoffset() != andere.utcoffset()
    return f"{hier:%d-%m-%Y %H.%M} uur" + (
        (" (wintertijd)" if hier.fold else " (zomertijd)") if dubbel else ""
    )


SOORTEN_GEGEVENS = {
    "gewoon": "Gewoon",
    "gevoelig": "Gevoelig, zoals geld, schulden of inloggegevens",
    "bijzonder": "Bijzonder (AVG artikel 9), zoals gezondheid",
    "strafrechtelijk": "Strafrechtelijk (AVG artikel 10)",
    "bsn": "Burgerservicenummer",
}


def _rijnaam(naam: str, rij: Any) -> str:
    tekst = " ".join(rij.naam.split())
    if not tekst:
        return f"{RIJNAMEN[naam]} {rij.regel}"
    return tekst if len(tekst) <= 80 else f"{tekst[:79]}…"


WEERGAVE = Weergave(LABELS, TITELS, RIJNAMEN, KOLOMMEN, _waarde, _rijnaam)
