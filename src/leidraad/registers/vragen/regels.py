"""When an answer is due, and how long answers take (norm 1.1.7). No Django."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median

from leidraad.referentie import lijst
from leidraad.termijnen.dagen import dagen_na

_STREEFWAARDE = "vraag_beantwoorden"


def streefdagen(op: date) -> int:
    """In how many days a question of that day is answered: a choice of the privacy team, not a law."""
    dagen: int = lijst("streefwaarden", op)[_STREEFWAARDE].lengte
    return dagen


def laatste_dag(gevraagd: date) -> date:
    """The last day to answer; the end moves on to a working day as in the Algemene termijnenwet."""
    return dagen_na(gevraagd, streefdagen(gevraagd))


def mediaan(duren: Sequence[timedelta]) -> timedelta | None:
    """The middle one, so that a single question of months does not colour the rest. None without any."""
    return timedelta(seconds=median(d.total_seconds() for d in duren)) if duren else None


def in_dagen(duur: timedelta) -> str:
    """A duration in words that suit the desk of a Privacy Officer."""
    dagen = duur / timedelta(days=1)
    if dagen < 1:
        return "minder dan een dag"
    tekst = f"{dagen:.1f}".removesuffix(".0").replace(".", ",")
    return "1 dag" if tekst == "1" else f"{tekst} dagen"
