"""Give everything back: JSON without loss, CSV and XLSX for people, JSON-LD for machines. Row by row.

What inhabitants may take along is made by the public pages (leidraad.portaal.uitvoer), from established versions.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, BinaryIO

import xlsxwriter
from django.db.models import QuerySet
from django.utils import timezone

from leidraad.dossiers.models import Dossier
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.inhoud import Inhoud, als_dict
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels.openbaar import openbare_inhoud
from leidraad.registers.verwerkingen.uitwisseling import linked_data
from leidraad.registers.verwerkingen.uitwisseling.kolommen import cellen, koppen
from leidraad.registers.verwerkingen.uitwisseling.lezen import FORMAAT

_PER_KEER = 500
_BLOK = 64 * 1024
_XLSX_CEL = 32_767
_INGEKORT = " … (ingekort: een cel in Excel kan niet meer bevatten; de JSON-export heeft alles)"
Paren = Iterator[tuple[Verwerking, Inhoud]]


def stroom(formaat: str, dossiers: QuerySet[Dossier], nu: datetime) -> Iterator[bytes]:
    """The verwerkingen of these dossiers as a file, in pieces, in the order of the query."""
    return FORMATEN[formaat][1](_lees(dossiers, met_versies=formaat == "json"), dossiers, nu)


def schrijf(formaat: str, dossiers: QuerySet[Dossier], uit: BinaryIO, nu: datetime) -> None:
    """Write the verwerkingen of these dossiers to an open file."""
    for stuk in stroom(formaat, dossiers, nu):
        uit.write(stuk)


def _lees(dossiers: QuerySet[Dossier], *, met_versies: bool) -> Paren:
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
        inhouden = opslag.lees_alle(list(hier.values()))
        yield from ((hier[pk], inhouden[pk]) for pk in pks[van : van + _PER_KEER] if pk in hier)


def _json(paren: Paren, dossiers: QuerySet[Dossier], nu: datetime) -> Iterator[bytes]:
    """Our own shape, without loss; reading it back restores the content (uitwisseling.eigen)."""
    kop = {"formaat": FORMAAT, "versie": 1, "gemaakt_op": nu.isoformat(), "gemeente": _gemeente(dossiers)}
    return _lijst(kop, "verwerkingen", (_record(v, inhoud) for v, inhoud in paren))


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
            {"nummer": versie.nummer, "op": versie.op.isoformat(), "functie": versie.functie, "sha256": versie.sha256,
             "toelichting": versie.toelichting, "inhoud": json.loads(versie.inhoud)}
            for versie in dossier.versies.all()
        ],
        "inhoud": als_dict(inhoud),
    }  # fmt: skip


def _jsonld(paren: Paren, dossiers: QuerySet[Dossier], nu: datetime) -> Iterator[bytes]:
    """One dpv:ROPA with a dpv:Process per verwerking; a verwerking is named by its own uuid."""
    return _lijst({"@context": linked_data.CONTEXT}, "@graph", _graaf(paren, nu))


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


def _lijst(kop: dict[str, Any], naam: str, delen: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    yield f"{json.dumps(kop, ensure_ascii=False)[:-1]}, {json.dumps(naam)}: [".encode()
    scheiding = "\n"
    for deel in delen:
        yield (scheiding + json.dumps(deel, ensure_ascii=False)).encode()
        scheiding = ",\n"
    yield b"\n]}\n"


def _csv(paren: Paren, dossiers: QuerySet[Dossier], nu: datetime) -> Iterator[bytes]:
    """Semicolons and a byte order mark, as a Dutch spreadsheet program expects."""
    regel = io.StringIO()
    schrijver = csv.writer(regel, delimiter=";")
    yield b"\xef\xbb\xbf"
    for rij in _rijen(paren, nu):
        schrijver.writerow([geen_formule(cel) for cel in rij])
        yield regel.getvalue().encode()
        regel.seek(0)
        regel.truncate()


def _xlsx(paren: Paren, dossiers: QuerySet[Dossier], nu: datetime) -> Iterator[bytes]:
    """A workbook with one sheet. Text stays text: nothing becomes a formula or a link."""
    with tempfile.TemporaryFile() as uit:
        opties = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        boek = xlsxwriter.Workbook(uit, opties)
        blad = boek.add_worksheet("Register")
        vet = boek.add_format({"bold": True})
        blad.freeze_panes(1, 3)
        blad.set_column(0, len(koppen()) - 1, 24)
        for nummer, rij in enumerate(_rijen(paren, nu)):
            for plaats, cel in enumerate(rij):
                tekst = cel if len(cel) <= _XLSX_CEL else cel[: _XLSX_CEL - len(_INGEKORT)] + _INGEKORT
                blad.write_string(nummer, plaats, tekst, None if nummer else vet)
        boek.close()
        uit.seek(0)
        while blok := uit.read(_BLOK):
            yield blok


def _rijen(paren: Paren, nu: datetime) -> Iterator[list[str]]:
    op = timezone.localdate(nu)
    yield koppen()
    for v, inhoud in paren:
        yield cellen(v, inhoud, op)


def geen_formule(cel: str) -> str:
    """A spreadsheet must not take a cell that begins so for a formula; reading back takes the quote off."""
    return f"'{cel}" if cel[:1] in ("=", "+", "-", "@", "\t", "\r") else cel


FORMATEN: dict[str, tuple[str, Callable[[Paren, QuerySet[Dossier], datetime], Iterator[bytes]]]] = {
    "json": ("application/json", _json),
    "csv": ("text/csv; charset=utf-8", _csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx),
    "jsonld": ("application/ld+json", _jsonld),
}
"""Per format its media type and how it is made."""
