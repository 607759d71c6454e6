"""The 72-hour clock in words, with the colour that goes with it: on every screen that shows a breach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from leidraad.dossiers.models import Termijn
from leidraad.registers.datalekken.begrippen import Risico, Status
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.regels.klok import OOK_LEIDING_VANAF
from leidraad.registers.datalekken.taaksoorten import KLOK

_BIJNA = timedelta(hours=24)
_DRINGEND = timedelta(hours=OOK_LEIDING_VANAF)
_MINUUT = timedelta(minutes=1)


@dataclass(frozen=True)
class Klokbeeld:
    """`soort` is the kind of message, `kleur` the kind of badge; `streng` is None when nothing runs."""

    kop: str
    rest: str
    soort: str
    kleur: str
    streng: datetime | None = None
    buitengrens: datetime | None = None


def klok_van(datalek: Datalek, nu: datetime) -> Klokbeeld:
    """The clock of one breach: one query."""
    return klok_in_woorden(datalek, datalek.dossier.termijnen.filter(soort=KLOK.code).last(), nu)


def klok_in_woorden(datalek: Datalek, termijn: Termijn | None, nu: datetime) -> Klokbeeld:
    """What the clock says: still running, kept, too late, or not running and why."""
    if termijn is not None and termijn.gehaald_op is not None:
        return _gehaald(termijn)
    if termijn is not None and termijn.vervallen_op is None:
        return _loopt(termijn, nu)
    if datalek.status == Status.GEEN_DATALEK:
        return Klokbeeld("Geen datalek", "De klok loopt niet.", "info", "grijs")
    if datalek.risico == Risico.GEEN_RISICO:
        return Klokbeeld("Melden hoeft niet", "Er is geen risico voor mensen.", "info", "grijs")
    if datalek.status == Status.AFGESLOTEN:
        return Klokbeeld("Afgesloten", "De klok loopt niet meer.", "info", "grijs")
    return Klokbeeld(
        "De klok loopt nog niet", "Vul in sinds wanneer de gemeente het weet.", "waarschuwing", "oranje"
    )


def _gehaald(termijn: Termijn) -> Klokbeeld:
    assert termijn.gehaald_op is not None  # noqa: S101
    te_laat = termijn.gehaald_op - termijn.uiterst
    if te_laat > timedelta():
        return Klokbeeld(
            "Te laat gemeld bij de AP", f"{duur(te_laat)} na het einde.", "waarschuwing", "oranje",
            termijn.streng, termijn.buitengrens,
        )  # fmt: skip
    return Klokbeeld(
        "Op tijd gemeld bij de AP", "De klok staat stil.", "ok", "groen", termijn.streng, termijn.buitengrens
    )


def _loopt(termijn: Termijn, nu: datetime) -> Klokbeeld:
    over = termijn.streng - nu
    if over <= timedelta():
        kop, rest, soort, kleur = "De 72 uur zijn voorbij", f"{duur(-over)} te laat.", "fout", "rood"
        if nu <= termijn.uiterst:
            rest = f"De uiterste grens komt over {duur(termijn.uiterst - nu)}. Meld nu."
    elif over <= _DRINGEND:
        kop, rest, soort, kleur = "Melden bij de AP", f"Nog {duur(over)}.", "fout", "rood"
    elif over <= _BIJNA:
        kop, rest, soort, kleur = "Melden bij de AP", f"Nog {duur(over)}.", "waarschuwing", "oranje"
    else:
        kop, rest, soort, kleur = "Melden bij de AP", f"Nog {duur(over)}.", "info", "blauw"
    return Klokbeeld(kop, rest, soort, kleur, termijn.streng, termijn.buitengrens)


def duur(tijd: timedelta) -> str:
    """A length of time in days and hours, or in hours and minutes when it is short."""
    minuten = max(tijd // _MINUUT, 1)
    dagen, uren, minuten = minuten // 1440, minuten % 1440 // 60, minuten % 60
    delen = [
        f"{dagen} dag" + ("" if dagen == 1 else "en") if dagen else "",
        f"{uren} uur" if uren else "",
        ("1 minuut" if minuten == 1 else f"{minuten} minuten") if minuten and not dagen else "",
    ]
    return " en ".join(deel for deel in delen if deel)
