"""Judge an uploaded file: allowed by its extension and by its content, and the two agree."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any, Final

import filetype
from django.core.files.base import File

from leidraad.dossiers.fouten import Geweigerd

GROOTSTE: Final = 25 * 1024 * 1024
_KOP = 8192

_OFFICE = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
# Extension → media type. Only what a privacy file needs; nothing that a reader would run.
SOORTEN: Final = {
    "pdf": "application/pdf",
    "docx": _OFFICE + "wordprocessingml.document",
    "xlsx": _OFFICE + "spreadsheetml.sheet",
    "pptx": _OFFICE + "presentationml.presentation",
    "odt": _ODF + "text",
    "ods": _ODF + "spreadsheet",
    "odp": _ODF + "presentation",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "txt": "text/plain",
    "csv": "text/csv",
}
_HOOFDDEEL = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
_ZIP = {"docx", "xlsx", "pptx", "odt", "ods", "odp"}
# A name such as factuur.exe.pdf is made to mislead; the part before the extension must not be one itself.
_UITVOERBAAR = {
    "exe", "com", "bat", "cmd", "msi", "scr", "js", "jse", "vbs", "wsf", "ps1", "sh", "jar", "lnk", "hta",
    "htm", "html", "svg", "xml", "php", "py", "dll", "docm", "xlsm", "pptm", "iso", "zip",
}  # fmt: skip
_TOEGESTAAN = "pdf, Word, Excel, PowerPoint, OpenDocument, afbeelding (png, jpg), txt en csv"


@dataclass(frozen=True)
class Goedgekeurd:
    """A file that may be kept."""

    naam: str
    mediatype: str
    grootte: int
    sha256: str


def keur(naam: str, bestand: File[Any]) -> Goedgekeurd:
    """The file as it may be kept. Raises Geweigerd with what is wrong, in plain Dutch.

    Leaves the file at its start.
    """
    naam = _nette_naam(naam)
    extensie = _extensie(naam)
    grootte = bestand.size or 0
    if grootte == 0:
        raise Geweigerd("Dit bestand is leeg. Kies een ander bestand.")
    if grootte > GROOTSTE:
        raise Geweigerd(
            f"Dit bestand is te groot ({grootte / 1024 / 1024:.0f} MB). Een bijlage is hooguit 25 MB."
        )
    bestand.seek(0)
    if not _inhoud_is(extensie, bestand):
        raise Geweigerd(
            f"De inhoud van dit bestand is geen {extensie}."
            " Sla het bestand opnieuw op en probeer het nog eens."
        )
    bestand.seek(0)
    som = sha256()
    for deel in bestand.chunks():
        som.update(deel)
    bestand.seek(0)
    return Goedgekeurd(naam, SOORTEN[extensie], grootte, som.hexdigest())


def _nette_naam(naam: str) -> str:
    """The name without folders and invisible characters (which can hide the real extension)."""
    naam = PurePosixPath(unicodedata.normalize("NFC", naam).replace("\\", "/")).name
    naam = "".join(t for t in naam if unicodedata.category(t)[0] != "C")
    naam = re.sub(r"\s+", " ", naam).strip(" .")
    if len(naam) > 200:
        stam, punt, extensie = naam.rpartition(".")
        naam = stam[: 200 - len(extensie) - 1] + punt + extensie if punt else naam[:200]
    return naam


def _extensie(naam: str) -> str:
    stam, punt, extensie = naam.rpartition(".")
    extensie = extensie.lower()
    if not punt or not stam or extensie not in SOORTEN:
        raise Geweigerd(f"Dit soort bestand kan hier niet. Wel mogelijk: {_TOEGESTAAN}.")
    if any(deel.lower().strip() in _UITVOERBAAR for deel in stam.split(".")[1:]):
        raise Geweigerd("De naam van dit bestand heeft twee extensies. Geef het bestand een gewone naam.")
    return extensie


def _inhoud_is(extensie: str, bestand: File[Any]) -> bool:
    """Whether the bytes are what the extension says."""
    kop = bestand.read(_KOP)
    if extensie in {"txt", "csv"}:
        return _is_tekst(kop, bestand)
    if extensie in _ZIP:
        return _is_kantoorbestand(extensie, bestand)
    gevonden = filetype.guess(kop)
    return gevonden is not None and gevonden.mime == SOORTEN[extensie]


def _is_tekst(kop: bytes, bestand: File[Any]) -> bool:
    """Text has no control characters and is not secretly another kind of file or a web page."""
    if filetype.guess(kop) is not None or re.match(rb"\s*<(!doctype|html|svg|script|\?xml)", kop, re.I):
        return False
    if kop.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16, as Excel writes it
        return True
    bestand.seek(0)
    stuur = bytes(set(range(32)) - set(b"\t\n\r\f"))
    return all(len(deel.translate(None, stuur)) == len(deel) for deel in bestand.chunks())


def _is_kantoorbestand(extensie: str, bestand: File[Any]) -> bool:
    """A zip file with the parts that make it this kind of document, and without macros."""
    try:
        with zipfile.ZipFile(bestand) as zip_:
            namen = set(zip_.namelist())
            if any(naam.lower().endswith("vbaproject.bin") for naam in namen):
                return False
            if extensie in _HOOFDDEEL:
                return "[Content_Types].xml" in namen and _HOOFDDEEL[extensie] in namen
            with zip_.open("mimetype") as soort:
                return soort.read(200).decode("ascii", "replace").strip() == SOORTEN[extensie]
    except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError, RuntimeError, ValueError, EOFError):
        return False
