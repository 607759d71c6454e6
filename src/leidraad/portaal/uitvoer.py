"""The public register as data: JSON in our own shape, JSON-LD, and flat tables for a spreadsheet.

Files are made row by row, so a register of any size fits in little memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from leidraad.dossiers.bestanden import als_csv, als_json, als_xlsx
from leidraad.dossiers.waarde import als_dict
from leidraad.organisaties.models import Gemeente
from leidraad.portaal.kolommen import KOLOMMEN, rij
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Publicatie
from leidraad.registers.verwerkingen.regels.openbaar import openbare_inhoud
from leidraad.registers.verwerkingen.uitwisseling import linked_data
from leidraad.registers.verwerkingen.versies import inhoud_van

# The parts of the content that are never public; they would only be empty here.
_INTERN = frozenset({
    "notitie", "hoofdverwerking", "systemen", "maatregelen", "autorisaties", "vernietigingen", "juistheid",
    "proportionaliteit_waarom", "subsidiariteit_waarom",
})  # fmt: skip
_PER_KEER = 200


def een_als_json(publicatie: Publicatie, basis: str) -> dict[str, Any]:
    """One version in our own shape. `versie_uri` identifies the processing in a Logboek Dataverwerkingen."""
    inhoud = _inhoud(publicatie)
    functie = lijst("functies", timezone.localdate(publicatie.versie.op)).get(publicatie.versie.functie)
    uri, versie_uri = _uris(publicatie, basis)
    return {
        "uri": uri,
        "versie_uri": versie_uri,
        "nummer": publicatie.nummer,
        "versie": publicatie.versie.nummer,
        "geldt_nu": publicatie.huidig,
        "vastgesteld_op": timezone.localtime(publicatie.versie.op).isoformat(),
        "vastgesteld_door": functie.naam if functie else "",
        "gemeente": {
            "naam": publicatie.gemeente.naam,
            "tooi": publicatie.gemeente.tooi,
            "fg_email": publicatie.gemeente.fg_email,
        },
        "afdeling": publicatie.eenheid.naam if publicatie.eenheid else "",
        "eindigt_op": publicatie.einddatum.isoformat() if publicatie.einddatum else None,
        "inhoud": {veld: waarde for veld, waarde in als_dict(inhoud).items() if veld not in _INTERN},
    }


def een_als_jsonld(publicatie: Publicatie, basis: str) -> dict[str, Any]:
    """One version in the Data Privacy Vocabulary."""
    return {"@context": linked_data.CONTEXT, **_proces(publicatie, basis)}


def _proces(publicatie: Publicatie, basis: str) -> dict[str, Any]:
    uri, versie_uri = _uris(publicatie, basis)
    herkomst = linked_data.Herkomst(
        uri=uri,
        versie_uri=versie_uri,
        nummer=publicatie.nummer,
        versie=publicatie.versie.nummer,
        vastgesteld_op=timezone.localdate(publicatie.versie.op),
        gemeente=publicatie.gemeente.naam,
        tooi=publicatie.gemeente.tooi,
        fg_email=publicatie.gemeente.fg_email,
    )
    return linked_data.proces(_inhoud(publicatie), herkomst)


def _inhoud(publicatie: Publicatie) -> Inhoud:
    return openbare_inhoud(inhoud_van(publicatie.versie))


def _uris(publicatie: Publicatie, basis: str) -> tuple[str, str]:
    plek = [publicatie.gemeente.slug, publicatie.nummer]
    uri = basis + reverse("portaal:verwerking", args=plek)
    return uri, basis + reverse("portaal:versie", args=[*plek, publicatie.versie.nummer])


def _stroom(gemeente: Gemeente, publicaties: QuerySet[Publicatie]) -> Iterator[Publicatie]:
    for publicatie in publicaties.select_related("versie", "eenheid").iterator(chunk_size=_PER_KEER):
        publicatie.gemeente = gemeente
        yield publicatie


def _kop(gemeente: Gemeente) -> dict[str, Any]:
    return {"gemeente": {"naam": gemeente.naam, "tooi": gemeente.tooi, "fg_email": gemeente.fg_email}}


def json_bestand(gemeente: Gemeente, publicaties: QuerySet[Publicatie], basis: str) -> Iterator[bytes]:
    """The register as one JSON object with a list of verwerkingen."""
    delen = (een_als_json(p, basis) for p in _stroom(gemeente, publicaties))
    return als_json(_kop(gemeente), "verwerkingen", delen)


def jsonld_bestand(gemeente: Gemeente, publicaties: QuerySet[Publicatie], basis: str) -> Iterator[bytes]:
    """The register as one JSON-LD graph."""
    delen = (_proces(p, basis) for p in _stroom(gemeente, publicaties))
    return als_json({"@context": linked_data.CONTEXT}, "@graph", delen)


def csv_bestand(gemeente: Gemeente, publicaties: QuerySet[Publicatie], basis: str) -> Iterator[bytes]:
    """The register as a flat table."""
    return als_csv(_rijen(gemeente, publicaties, basis))


def xlsx_bestand(gemeente: Gemeente, publicaties: QuerySet[Publicatie], basis: str) -> Iterator[bytes]:
    """The same table as a workbook."""
    return als_xlsx(_rijen(gemeente, publicaties, basis))


def _rijen(gemeente: Gemeente, publicaties: QuerySet[Publicatie], basis: str) -> Iterator[list[str]]:
    yield list(KOLOMMEN)
    for publicatie in _stroom(gemeente, publicaties):
        yield rij(publicatie, _inhoud(publicatie), _uris(publicatie, basis)[1])


FORMATEN: dict[str, tuple[str, Callable[[Gemeente, QuerySet[Publicatie], str], Iterator[bytes]]]] = {
    "csv": ("CSV", csv_bestand),
    "xlsx": ("Excel", xlsx_bestand),
    "json": ("JSON", json_bestand),
    "jsonld": ("JSON-LD", jsonld_bestand),
}
"""The formats of the whole register, by the ending of the address."""
