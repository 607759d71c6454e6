"""Leidraad's own JSON: what an export wrote, read back. Content is restored; status and versions are not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from leidraad.dossiers.begrip import Begrip
from leidraad.registers.verwerkingen import begrippen
from leidraad.registers.verwerkingen.inhoud import LIJSTEN, Inhoud, van_dict
from leidraad.registers.verwerkingen.uitwisseling.boom import Boom
from leidraad.registers.verwerkingen.uitwisseling.bouwer import Cel, Omgeving, Omgezet, afgekeurd
from leidraad.registers.verwerkingen.uitwisseling.bron import INFO, WAARSCHUWING, Bron, Melding, schoon
from leidraad.registers.verwerkingen.uitwisseling.grenzen import grens

KOLOMMEN: dict[str, str | None] = {
    "nummer": "nummer",
    "bron_nummer": "nummer",
    "eenheid": "eenheid",
    "inhoud": "inhoud",
}
_KEUZES: dict[tuple[str, str], type[Begrip]] = {
    ("", "regime"): begrippen.Regime,
    ("", "rol"): begrippen.Rol,
    ("", "proportionaliteit"): begrippen.Beoordeeld,
    ("", "subsidiariteit"): begrippen.Beoordeeld,
    ("", "informatiewijze"): begrippen.Informatiewijze,
    ("doelen", "verenigbaar"): begrippen.Beoordeeld,
    ("betrokkenen", "schaal"): begrippen.Schaal,
    ("gegevens", "soort"): begrippen.SoortGegeven,
    ("gegevens", "herkomst"): begrippen.Herkomst,
    ("bewaartermijnen", "bron"): begrippen.Bewaarbron,
    ("ontvangers", "rol"): begrippen.Partijrol,
}


def zet_om(bron: Bron, omgeving: Omgeving) -> Iterator[Omgezet]:
    """Each exported verwerking as content, in the order of the export."""
    nummers = {str(r.get("nummer")): str(r.get("bron_nummer") or r.get("nummer")) for r in bron.records}
    for nr, record in enumerate(bron.records, 1):
        yield _record(nr, record, bron.herkomst, nummers, omgeving)


def _record(
    nr: int, record: dict[str, Any], herkomst: str, nummers: dict[str, str], omgeving: Omgeving
) -> Omgezet:
    nummer = schoon(str(record.get("nummer") or ""))[:20]
    try:
        inhoud = van_dict(record["inhoud"])
        fouten = [] if inhoud.naam else ["de naam ontbreekt"]
        fouten += list(fouten_van(inhoud))
    except (KeyError, TypeError, ValueError, AttributeError) as fout:
        fouten = [f"de inhoud is beschadigd ({fout})"]
    if fouten:
        cellen = [Cel(pad, tekst) for pad, tekst in Boom(record).over()]
        return afgekeurd(nr, nummer, cellen, f"Niet overgenomen: {'; '.join(fouten)}.")
    meldingen = list(_meldingen(nr, record, inhoud, nummers, omgeving))
    bekend = inhoud.bestuursorgaan in omgeving.bestuursorganen
    inhoud = replace(
        inhoud,
        hoofdverwerking=nummers.get(inhoud.hoofdverwerking, ""),
        bestuursorgaan=inhoud.bestuursorgaan if bekend else "",
    )
    eenheid = omgeving.eenheid(schoon(str(record.get("eenheid") or "")))
    waar = schoon(str(record.get("gemeente") or herkomst))[:60]
    return Omgezet(
        nr, schoon(str(record.get("bron_nummer") or nummer))[:100], inhoud, eenheid, tuple(meldingen),
        sleutel=f"{waar}/{nummer}", uuid=str(record.get("uuid") or ""),
    )  # fmt: skip


def _meldingen(
    nr: int, record: dict[str, Any], inhoud: Inhoud, nummers: dict[str, str], omgeving: Omgeving
) -> Iterator[Melding]:
    """What of the export does not come back here."""
    if inhoud.hoofdverwerking and inhoud.hoofdverwerking not in nummers:
        tekst = f"De hoofdverwerking {inhoud.hoofdverwerking} staat niet in deze export en is vervallen."
        yield Melding(nr, "inhoud", WAARSCHUWING, tekst)
    if inhoud.bestuursorgaan and inhoud.bestuursorgaan not in omgeving.bestuursorganen:
        tekst = f"‘{inhoud.bestuursorgaan}’ is geen bestuursorgaan van deze gemeente. Het veld is leeg."
        yield Melding(nr, "inhoud", WAARSCHUWING, tekst)
    eenheid = schoon(str(record.get("eenheid") or ""))
    if eenheid and not omgeving.eenheid(eenheid):
        yield Melding(nr, "eenheid", WAARSCHUWING, f"‘{eenheid}’ is geen eenheid van deze gemeente.")
    if (status := record.get("status")) not in (None, "", begrippen.Status.CONCEPT):
        versies = len(record.get("versies") or [])
        tekst = (
            f"De status was ‘{status}’, met {versies} versies. De verwerking komt binnen als concept: deze "
            "gemeente stelt haar zelf vast."
        )
        yield Melding(nr, "status", INFO, tekst)


def fouten_van(inhoud: Inhoud) -> Iterator[str]:
    """What would not fit the tables: an export that somebody edited by hand."""
    if inhoud.startdatum and inhoud.einddatum and inhoud.startdatum > inhoud.einddatum:
        yield "de einddatum ligt voor de startdatum"
    yield from _rijfouten("", inhoud)
    for lijst in LIJSTEN:
        rijen = getattr(inhoud, lijst)
        if len({rij.regel for rij in rijen}) != len(rijen) or any(rij.regel < 1 for rij in rijen):
            yield f"de nummers van {lijst} kloppen niet"
        for rij in rijen:
            yield from _rijfouten(lijst, rij)


def _rijfouten(lijst: str, rij: Any) -> Iterator[str]:
    for veld in fields(rij):
        waarde = getattr(rij, veld.name)
        if not isinstance(waarde, str) or not waarde or veld.name in ("hoofdverwerking", "bestuursorgaan"):
            continue
        langste = grens(lijst, veld.name)
        if langste is not None and len(waarde) > langste:
            yield f"{lijst} {veld.name} is te lang".strip()
        if "\0" in waarde or any("\ud800" <= teken <= "\udfff" for teken in waarde):
            yield f"{lijst} {veld.name} bevat een onleesbaar teken".strip()
        if (keuzes := _KEUZES.get((lijst, veld.name))) and waarde not in list(keuzes):
            yield f"‘{waarde}’ is geen geldige {veld.name}"
