"""Files made piece by piece: a JSON list, a CSV and a workbook, of any length in little memory. No Django."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import xlsxwriter

_BLOK = 64 * 1024
_XLSX_CEL = 32_767
_INGEKORT = " … (ingekort: een cel in Excel kan niet meer bevatten; de JSON-export heeft alles)"


def als_json(kop: dict[str, Any], naam: str, delen: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """One JSON object: the head, and under `naam` the list of parts. The head is not empty."""
    yield f"{json.dumps(kop, ensure_ascii=False)[:-1]}, {json.dumps(naam)}: [".encode()
    scheiding = "\n"
    for deel in delen:
        yield (scheiding + json.dumps(deel, ensure_ascii=False)).encode()
        scheiding = ",\n"
    yield b"\n]}\n"


def als_csv(rijen: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """Semicolons and a byte order mark, as a Dutch spreadsheet program expects."""
    regel = io.StringIO()
    schrijver = csv.writer(regel, delimiter=";")
    yield b"\xef\xbb\xbf"
    for rij in rijen:
        schrijver.writerow([geen_formule(cel) for cel in rij])
        yield regel.getvalue().encode()
        regel.seek(0)
        regel.truncate()


def als_xlsx(rijen: Iterable[Sequence[str]], *, vaste_kolommen: int = 2) -> Iterator[bytes]:
    """A workbook with one sheet; the first row is the head. Text stays text: no formulas, no links."""
    with tempfile.TemporaryFile() as uit:
        opties = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        boek = xlsxwriter.Workbook(uit, opties)
        blad = boek.add_worksheet("Register")
        vet = boek.add_format({"bold": True})
        blad.freeze_panes(1, vaste_kolommen)
        for nummer, rij in enumerate(rijen):
            if not nummer:
                blad.set_column(0, len(rij) - 1, 24)
            for plaats, cel in enumerate(rij):
                tekst = cel if len(cel) <= _XLSX_CEL else cel[: _XLSX_CEL - len(_INGEKORT)] + _INGEKORT
                blad.write_string(nummer, plaats, tekst, None if nummer else vet)
        boek.close()
        uit.seek(0)
        while blok := uit.read(_BLOK):
            yield blok


def geen_formule(cel: str) -> str:
    """A spreadsheet must not take a cell that begins so for a formula; reading back takes the quote off."""
    return f"'{cel}" if cel[:1] in ("=", "+", "-", "@", "\t", "\r") else cel
