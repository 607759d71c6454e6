"""Give everything back: JSON without loss, CSV and XLSX for people, JSON-LD for machines. Row by row.

What inhabitants may take along comes from established versions: the public pages make it (portaal.uitvoer).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, BinaryIO

from django.db.models import QuerySet
from django.utils import timezone

from leidraad.dossiers.bestanden import als_csv, als_json, als_xlsx
from leidraad.dossiers.models import Dossier
from leidraad.dossiers.waarde import als_dict
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels.openbaar import openbare_inhoud
from leidraad.registers.verwerkingen.uitwisseling import linked_data
from leidraad.registers.verwerkingen.uitwisseling.kolommen import cellen, koppen
from leidraad.registers.verwerkingen.uitwisseling.lezen import FORMAAT

_PER_KEER = 500
Paren = Iterator[tuple[Verwerking, Inhoud]]


def stroom(
    formaat: str, dossiers: QuerySet[Dossier], nu: datetime, zichtbaar: QuerySet[Dossier] | None = None
) -> Iterator[bytes]:
    """The verwerkingen of these dossiers as a file, in pieces, in the order of the query.

    With `zichtbaar` a working copy does not name a main verwerking outside it. A frozen version stays as it
    is: its fingerprint covers every word.
    """
    paren = _lees(dossiers, met_versies=formaat == "json", zichtbaar=zichtbaar)
    return FORMATEN[formaat][1](paren, dossiers, nu)


def schrijf(formaat: str, dossiers: QuerySet[Dossier], uit: BinaryIO, nu: datetime) -> None:
    """Write the verwerkingen of these dossiers to an open file."""
    for stuk in stroom(formaat, dossiers, nu):
        uit.write(stuk)


def _lees(dossiers: QuerySet[Dossier], *, met_versies: bool, zichtbaar: QuerySet[Dossier] | None) -> Paren:
    """Verwerkingen with their content, a batch at a time: memory does not grow with the register."""
    pks = list(dossiers.values_list("pk", flat=True))
    kop = Verwerking.objects.select_related(
        "dossier__gemeente",
        "dossier__eenheid",
        "bestuursorgaan",
        "hoofdverwerking__dossier",
        "geldende_versie",
    ).defer("geldende_versie__inhoud")
    if met_versies:
        kop = kop.prefetch_related("dossier__versies")
    for van in range(0, len(pks), _PER_KEER):
        hier = kop.in_bulk(pks[van : van + _PER_KEER])
        if zichtbaar is not None:
            _verberg_hoofden(list(hier.values()), zichtbaar)
        inhouden = opslag.lees_alle(list(hier.values()))
        yield from ((hier[pk], inhouden[pk]) for pk in pks[van : van + _PER_KEER] if pk in hier)


def _verberg_hoofden(verwerkingen: list[Verwerking], zichtbaar: QuerySet[Dossier]) -> None:
    """Leave out a main verwerking that may not be seen: one query for a batch that has any. Never saved."""
    hoofden = {v.hoofdverwerking_id for v in verwerkingen if v.hoofdverwerking_id}
    wel = set(zichtbaar.filter(pk__in=hoofden).values_list("pk", flat=True)) if hoofden else set()
    for v in verwerkingen:
        if v.hoofdverwerking_id and v.hoofdverwerking_id not in wel:
            v.hoofdverwerking = None


def _json(paren: Paren, dossiers: QuerySet[Dossier], nu: datetime) -> Iterator[bytes]:
    """Our own shape, without loss; reading it back restores the content (uitwisseling.eigen)."""
    kop = {"formaat": FORMAAT, "versie": 1, "gemaakt_op": nu.isoformat(), "gemeente": _gemeente(dossiers)}
    return als_json(kop, "verwerkingen", (_record(v, inhoud) for v, inhoud in paren))


def _gemeente(dossiers: QuerySet[Dossier]) -> str:
    """The one municipality of the export; empty when there are more."""
    slugs = list(dossiers.order_by().values_list("gemeente__slug", flat=True).distinct()[:2])
    return slugs[0] if len(slugs) == 1 else ""


def _record(v: Verwerking, inhoud: Inhoud) -> dict[str, Any]:
    dossier = v.dossier
    return {
        "uuid": str(dossier.uuid),
        "gemeente": dossier.gemeente.slug,
        "nummer": dossier.nummer,
        "bron_nummer": v.bron_nummer,
        "eenheid": dossier.eenheid.naam if dossier.eenheid else "",
        "status": v.status,
        "openbaarheid": v.openbaarheid,
        "niet_openbaar_grond": v.niet_openbaar_grond,
        "niet_openbaar_toelichting": v.niet_openbaar_toelichting,
        "vertrouwelijkheid": dossier.vertrouwelijkheid,
        "gevoeligheid": v.gevoeligheid,
        "volledigheid": v.volledigheid,
        "aangemaakt_op": dossier.aangemaakt_op.isoformat(),
        "gewijzigd_op": dossier.gewijzigd_op.isoformat(),
        "herzien_voor": dossier.herzien_voor.isoformat() if dossier.herzien_voor else None,
        "versies": [
            {"nummer": versie.nummer, "op": versie.op.isoformat(), "functie": versie.functie,
             "sha256": versie.sha256, "toelichting": versie.toelichting, "inhoud": json.loads(versie.inhoud)}
            for versie in dossier.versies.all()
        ],
        "inhoud": als_dict(inhoud),
    }  # fmt: skip


def _jsonld(paren: Paren, dossiers: QuerySet[Dossier], nu: datetime) -> Iterator[bytes]:
    """One dpv:ROPA with a dpv:Process per verwerking; a verwerking is named by its own uuid."""
    return als_json({"@context": linked_data.CONTEXT}, "@graph", _graaf(paren, nu))


def _graaf(paren: Paren, nu: datetime) -> Iterator[dict[str, Any]]:
    registers: set[str] = set()
    for v, inhoud in paren:
        gemeente = v.dossier.gemeente
        register = f"{gemeente.tooi}#verwerkingen"
        if register not in registers:
            registers.add(register)
            yield {
                "@id": register,
                "@type": "dpv:ROPA",
                "dct:title": f"Register van verwerkingen van de gemeente {gemeente.naam}",
                "dct:publisher": {"@id": gemeente.tooi, "skos:prefLabel": gemeente.naam},
            }
        versie = v.geldende_versie
        uri = f"urn:uuid:{v.dossier.uuid}"
        herkomst = linked_data.Herkomst(
            uri=uri,
            versie_uri=f"{uri}#werkversie",
            nummer=v.dossier.nummer,
            versie=versie.nummer if versie else 0,
            vastgesteld_op=timezone.localdate(versie.op if versie else nu),
            gemeente=gemeente.naam,
            tooi=gemeente.tooi,
            fg_email=gemeente.fg_email,
        )
        knoop = linked_data.proces(openbare_inhoud(inhoud), herkomst)
        if not versie:
            # A draft was never issued, and has no version.
            knoop = {
                sleutel: w for sleutel, w in knoop.items() if sleutel not in ("dct:issued", "dct:hasVersion")
            }
        yield {**knoop, "dct:isPartOf": {"@id": register}}


def _csv(paren: Paren, dossiers: QuerySet[Dossier], nu: datetime) -> Iterator[bytes]:
    return als_csv(_rijen(paren, nu))


def _xlsx(paren: Paren, dossiers: QuerySet[Dossier], nu: datetime) -> Iterator[bytes]:
    return als_xlsx(_rijen(paren, nu), vaste_kolommen=3)


def _rijen(paren: Paren, nu: datetime) -> Iterator[list[str]]:
    op = timezone.localdate(nu)
    yield koppen()
    for v, inhoud in paren:
        yield cellen(v, inhoud, op)


FORMATEN: dict[str, tuple[str, Callable[[Paren, QuerySet[Dossier], datetime], Iterator[bytes]]]] = {
    "json": ("application/json", _json),
    "csv": ("text/csv; charset=utf-8", _csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx),
    "jsonld": ("application/ld+json", _jsonld),
}
"""Per format its media type and how it is made."""
