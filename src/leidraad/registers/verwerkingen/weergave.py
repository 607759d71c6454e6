"""The content in words for the screen: what a field is called and how its value reads. No Django."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

from leidraad.dossiers.begrip import Begrip
from leidraad.dossiers.secties import Sectie
from leidraad.dossiers.weergave import Sectieweergave, Weergave
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen import begrippen as b
from leidraad.registers.verwerkingen.duur import duur_in_woorden
from leidraad.registers.verwerkingen.inhoud import Inhoud, Noodzaak
from leidraad.registers.verwerkingen.labels import LABELS, LIJSTTITELS, RIJNAMEN
from leidraad.registers.verwerkingen.regels.eis import Eis

# Which columns a list shows; what else is filled in stands below the row.
_KOLOMMEN = {
    "doelen": ("omschrijving", "grondslag", "wet"),
    "betrokkenen": ("naam", "schaal", "kwetsbaar"),
    "gegevens": ("naam", "betrokkenen", "soort", "bewaartermijn"),
    "bewaartermijnen": ("omschrijving", "duur", "startmoment", "bron"),
    "vernietigingen": ("bewaartermijn", "gepland_op", "uitgevoerd_op"),
    "ontvangers": ("naam", "rol", "waarvoor", "land"),
    "systemen": ("naam", "leverancier"),
    "maatregelen": ("code", "toelichting"),
    "autorisaties": ("functie", "lezen", "invoeren", "wijzigen", "verwijderen", "herzien_op"),
}
_BEGRIPPEN: dict[str, type[Begrip]] = {
    "regime": b.Regime,
    "rol": b.Rol,
    "informatiewijze": b.Informatiewijze,
    "proportionaliteit": b.Beoordeeld,
    "subsidiariteit": b.Beoordeeld,
    "doelen.verenigbaar": b.Beoordeeld,
    "betrokkenen.schaal": b.Schaal,
    "gegevens.soort": b.SoortGegeven,
    "gegevens.herkomst": b.Herkomst,
    "bewaartermijnen.bron": b.Bewaarbron,
    "ontvangers.rol": b.Partijrol,
}
_LIJSTEN = {
    "procestype": "procestypen",
    "gegevens.doorbrekingsgrond": "doorbrekingsgronden",
    "bewaartermijnen.resultaat": "selectielijst",
    "ontvangers.land": "landen",
    "ontvangers.mechanisme": "doorgiftemechanismen",
    "ontvangers.artikel49": "doorgifteafwijkingen",
    "maatregelen.code": "maatregelen",
}
_VERWIJZINGEN = {
    "gegevens.betrokkenen": "betrokkenen",
    "gegevens.bewaartermijn": "bewaartermijnen",
    "vernietigingen.bewaartermijn": "bewaartermijnen",
}


def _waarde(pad: str, waarde: Any, inhoud: Inhoud, op: date) -> str:
    if waarde is None or waarde == "" or waarde == ():
        return ""
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    if isinstance(waarde, date):
        return f"{waarde:%d-%m-%Y}"
    return _code_in_woorden(pad, waarde, inhoud, op)


def _code_in_woorden(pad: str, waarde: Any, inhoud: Inhoud, op: date) -> str:
    if pad == "doelen.grondslag":
        return _uit_lijst("grondslagen_wpg" if inhoud.regime == b.Regime.WPG else "grondslagen", op, waarde)
    if pad == "gegevens.noodzaken":
        return "\n".join(_noodzaak(noodzaak, inhoud) for noodzaak in waarde)
    if pad in ("bewaartermijnen.duur", "bewaartermijnen.vernietigen_na"):
        return duur_in_woorden(waarde)
    omzetters: tuple[tuple[Mapping[str, Any], Callable[[Any], Callable[[Any], str]]], ...] = (
        (_BEGRIPPEN, lambda begrip: partial(_label, begrip)),
        (_LIJSTEN, lambda naam: partial(_uit_lijst, naam, op)),
        (_VERWIJZINGEN, lambda naam: partial(_verwezen, inhoud, naam)),
    )
    for tabel, maak in omzetters:
        if pad in tabel:
            return maak(tabel[pad])(waarde)
    return str(waarde)


def _label(begrip: type[Begrip], waarde: str) -> str:
    return next((lid.label for lid in begrip if lid.value == waarde), waarde)


def _uit_lijst(naam: str, op: date, code: str) -> str:
    item = lijst(naam, op).get(code)
    if item is None:
        return code
    if naam in ("selectielijst", "procestypen"):
        return f"{code} – {item.naam}"
    artikel = item.velden.get("artikel")
    return f"{item.naam} ({artikel})" if artikel else item.naam


def _verwezen(inhoud: Inhoud, naam: str, regel: int) -> str:
    rij = next((r for r in getattr(inhoud, naam) if r.regel == regel), None)
    return "" if rij is None else rijnaam(naam, rij)


def _noodzaak(noodzaak: Noodzaak, inhoud: Inhoud) -> str:
    doel = _verwezen(inhoud, "doelen", noodzaak.doel)
    return f"{doel}: {noodzaak.waarom}" if noodzaak.waarom else doel


def rijnaam(naam: str, rij: Any) -> str:
    """The name of a row: its own words, cut off when long, else what it is with its number."""
    tekst = " ".join(str(getattr(rij, "naam", "") or getattr(rij, "omschrijving", "")).split())
    if not tekst and naam == "bewaartermijnen" and rij.duur:
        tekst = duur_in_woorden(rij.duur)
    if not tekst:
        return f"{RIJNAMEN[naam]} {rij.regel}"
    return tekst if len(tekst) <= 80 else f"{tekst[:79]}…"


WEERGAVE = Weergave(LABELS, LIJSTTITELS, RIJNAMEN, _KOLOMMEN, _waarde, rijnaam)


def label_van(pad: str) -> str:
    """The label of a path such as `rol`, `doelen.2` or `doelen.2.grondslag`."""
    return WEERGAVE.label_van(pad)


def in_woorden(pad: str, waarde: Any, inhoud: Inhoud, op: date) -> str:
    """A value as people read it; `pad` may hold a row number. A whole row reads as its filled fields."""
    return WEERGAVE.in_woorden(pad, waarde, inhoud, op)


def secties_weergave(
    secties: Iterable[Sectie], inhoud: Inhoud, op: date, nodig: Iterable[Eis] = ()
) -> list[Sectieweergave]:
    """The sections for who reads them, under the lists of day `op`.

    What is empty stands there only when it is in `nodig`; what may stay empty, or does not apply, does not.
    """
    paden = {eis.veld for eis in nodig}
    if inhoud.geautomatiseerd_besluit:
        # That nobody looks at what a computer decides is a deviation, and so worth reading.
        paden.add("menselijke_controle")
    return [WEERGAVE.om_te_lezen(sectie, inhoud, op, paden) for sectie in secties]
