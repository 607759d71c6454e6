"""A public verwerking as JSON-LD in the Data Privacy Vocabulary of the W3C (DPV 2). No Django.

Takes public content only (regels.openbaar): what is internal is gone before it comes here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Partijrol, Regime, Rol, SoortGegeven
from leidraad.registers.verwerkingen.inhoud import Bewaartermijn, Gegeven, Inhoud, Ontvanger
from leidraad.registers.verwerkingen.regels.doorgifte import buiten_eer

Knoop = dict[str, Any]

CONTEXT: Knoop = {
    "dpv": "https://w3id.org/dpv#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "@language": "nl",
}
_ONTVANGERS: dict[str, str] = {
    Partijrol.VERWERKER: "dpv:DataProcessor",
    Partijrol.SUBVERWERKER: "dpv:DataSubProcessor",
    Partijrol.GEZAMENLIJK: "dpv:DataController",
    Partijrol.ZELFSTANDIG: "dpv:ThirdParty",
    Partijrol.INTERN: "dpv:Recipient",
}
_GEGEVENS: dict[str, str] = {
    SoortGegeven.BIJZONDER: "dpv:SpecialCategoryPersonalData",
    SoortGegeven.STRAFRECHTELIJK: "dpv:SensitivePersonalData",
    SoortGegeven.BSN: "dpv:SensitivePersonalData",
    SoortGegeven.GEVOELIG: "dpv:SensitivePersonalData",
}
_LEEG: tuple[Any, ...] = (None, "", [], {})


@dataclass(frozen=True)
class Herkomst:
    """Who says this, where, and on which day it was established."""

    uri: str
    versie_uri: str
    nummer: str
    versie: int
    vastgesteld_op: date
    gemeente: str
    tooi: str
    fg_email: str = ""


def proces(inhoud: Inhoud, herkomst: Herkomst) -> Knoop:
    """One verwerking as a dpv:Process, without the context. Empty parts are left out."""
    op = herkomst.vastgesteld_op
    gemeente = {"@id": herkomst.tooi, "skos:prefLabel": herkomst.gemeente}
    als_verwerker = inhoud.rol == Rol.VERWERKER
    knoop: Knoop = {
        "@id": herkomst.versie_uri,
        "@type": "dpv:Process",
        "dct:isVersionOf": {"@id": herkomst.uri},
        "dct:identifier": herkomst.nummer,
        "dct:hasVersion": str(herkomst.versie),
        "dct:issued": _datum(op),
        "dct:title": inhoud.naam,
        "dct:description": inhoud.omschrijving,
        "dct:publisher": gemeente,
        "dpv:hasDataController": None if als_verwerker else _verantwoordelijke(inhoud, gemeente),
        "dpv:hasDataProcessor": gemeente if als_verwerker else None,
        "dpv:hasDataProtectionOfficer": _fg(herkomst),
        "dpv:hasPurpose": [_doel(d.omschrijving) for d in inhoud.doelen if d.omschrijving],
        "dpv:hasLegalBasis": list(_grondslagen(inhoud, op)),
        "dpv:hasDataSubject": [_betrokkenen(b.naam, bool(b.kwetsbaar)) for b in inhoud.betrokkenen],
        "dpv:hasPersonalData": [_gegeven(g, inhoud, op) for g in inhoud.gegevens],
        "dpv:hasStorageCondition": [_termijn(t) for t in inhoud.bewaartermijnen],
        "dpv:hasRecipient": [_ontvanger(o, op) for o in inhoud.ontvangers],
    }
    return {sleutel: deel for sleutel, waarde in knoop.items() if (deel := _zonder_leeg(waarde)) not in _LEEG}


def document(inhoud: Inhoud, herkomst: Herkomst) -> Knoop:
    """One verwerking as a JSON-LD document of its own."""
    return {"@context": CONTEXT, **proces(inhoud, herkomst)}


def _verantwoordelijke(inhoud: Inhoud, gemeente: Knoop) -> Knoop:
    organen = {"dct:description": inhoud.bestuursorgaan} if inhoud.bestuursorgaan else {}
    return {"@type": "dpv:DataController", **gemeente, **organen}


def _fg(herkomst: Herkomst) -> Knoop | None:
    if not herkomst.fg_email:
        return None
    return {"@type": "dpv:DataProtectionOfficer", "dpv:hasContact": herkomst.fg_email}


def _doel(omschrijving: str) -> Knoop:
    return {"@type": "dpv:Purpose", "dct:description": omschrijving}


def _grondslagen(inhoud: Inhoud, op: date) -> Iterator[Knoop]:
    """The legal bases, each once; the Wpg has no terms in DPV and gives its article in words."""
    wpg = inhoud.regime == Regime.WPG
    gronden = lijst("grondslagen_wpg" if wpg else "grondslagen", op)
    gezien = set()
    for doel in inhoud.doelen:
        wet = ", ".join(deel for deel in (doel.wet, doel.artikel) if deel)
        grond = gronden.get(doel.grondslag)
        if grond is None or (grond.code, wet) in gezien:
            continue
        gezien.add((grond.code, wet))
        soort = "dpv:LegalBasis" if wpg else str(grond.dpv)
        yield {"@type": soort, "skos:prefLabel": f"{grond.naam} ({grond.artikel})", "dct:source": wet}


def _betrokkenen(naam: str, kwetsbaar: bool) -> Knoop:
    soort = "dpv:VulnerableDataSubject" if kwetsbaar else "dpv:DataSubject"
    return {"@type": soort, "skos:prefLabel": naam}


def _gegeven(gegeven: Gegeven, inhoud: Inhoud, op: date) -> Knoop:
    wie = next((b for b in inhoud.betrokkenen if b.regel == gegeven.betrokkenen), None)
    termijn = next((t for t in inhoud.bewaartermijnen if t.regel == gegeven.bewaartermijn), None)
    uitzondering = lijst("doorbrekingsgronden", op).get(gegeven.doorbrekingsgrond)
    term = uitzondering.velden.get("dpv") if uitzondering else None
    grond = None
    if uitzondering:
        grond = {
            "@type": term or "dpv:LegalBasis",
            "skos:prefLabel": f"{uitzondering.naam} ({uitzondering.artikel})",
        }
    return {
        "@type": _GEGEVENS.get(gegeven.soort, "dpv:PersonalData"),
        "skos:prefLabel": gegeven.naam,
        "dpv:hasDataSubject": _betrokkenen(wie.naam, bool(wie.kwetsbaar)) if wie else None,
        "dpv:hasLegalBasis": grond,
        "dpv:hasJustification": [n.waarom for n in gegeven.noodzaken if n.waarom],
        "dpv:hasStorageCondition": _termijn(termijn) if termijn else None,
    }


def _termijn(termijn: Bewaartermijn) -> Knoop:
    duur: Any = None
    if termijn.blijvend:
        duur = {"@type": "dpv:IndeterminateDuration"}
    elif termijn.duur:
        duur = {"@value": termijn.duur, "@type": "xsd:duration"}
    return {
        "@type": "dpv:StorageDuration",
        "dct:description": " – ".join(d for d in (termijn.omschrijving, termijn.startmoment) if d),
        "dpv:hasDuration": duur,
    }


def _ontvanger(ontvanger: Ontvanger, op: date) -> Knoop:
    """A recipient; outside the EER with the country and the tool for the transfer (AVG ch. V)."""
    knoop: Knoop = {
        "@type": _ONTVANGERS.get(ontvanger.rol, "dpv:Recipient"),
        "skos:prefLabel": ontvanger.naam,
        "dct:description": ontvanger.waarvoor,
    }
    if buiten_eer(ontvanger.land, op):
        land = lijst("landen", op).get(ontvanger.land)
        mechanisme = lijst("doorgiftemechanismen", op).get(ontvanger.mechanisme)
        term = mechanisme.velden.get("dpv") if mechanisme else None
        knoop["dpv:hasThirdCountry"] = {
            "@type": "dpv:ThirdCountry",
            "dct:identifier": ontvanger.land,
            "skos:prefLabel": land.naam if land else ontvanger.land,
        }
        knoop["dpv:hasLegalBasis"] = {"@type": term} if term else None
    return knoop


def _datum(dag: date) -> Knoop:
    return {"@value": dag.isoformat(), "@type": "xsd:date"}


def _zonder_leeg(waarde: Any) -> Any:
    """Leave out what is not filled in, at every depth."""
    if isinstance(waarde, dict):
        schoon = {sleutel: _zonder_leeg(deel) for sleutel, deel in waarde.items()}
        return {sleutel: deel for sleutel, deel in schoon.items() if deel not in _LEEG}
    if isinstance(waarde, list):
        return [deel for deel in map(_zonder_leeg, waarde) if deel not in _LEEG]
    return waarde
