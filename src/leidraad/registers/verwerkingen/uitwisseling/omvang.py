"""How large a workbook becomes in memory, measured before it is opened. No Django.

The reader makes a full grid of a sheet: one cell in the far corner of an otherwise empty sheet asks for
seventeen thousand million cells, and the program dies of it.
"""

from __future__ import annotations

import re
import zipfile

from leidraad.registers.verwerkingen.uitwisseling.bron import BronFout

# A register of ten thousand rows and five hundred columns.
MEESTE_CELLEN = 5_000_000
_GROOTST_BLAD = 200 * 1024 * 1024
_TE_GROOT = (
    "Een blad van dit rekenblad is te groot: er staat iets heel ver naar rechts of naar onderen, of het heeft"
    " te veel rijen. Haal weg wat er niet bij hoort, of lever het register als CSV."
)
_BLAD = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
# A cell with something in it and its place; a cell with only a colour closes itself at once.
_CEL = re.compile(rb'<(?:\w+:)?c\s[^>]{0,200}?\br="([A-Za-z]{1,3})(\d{1,7})"[^>]{0,200}(?<!/)>')
_RIJ = re.compile(rb"<(?:\w+:)?row[\s>]")
_ODS_RIJ = re.compile(rb"<table:table-row\b([^>]*)(?<!/)>")
_ODS_CEL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)>")
_RIJEN = re.compile(rb'number-rows-repeated="(\d{1,9})"')
_KOLOMMEN = re.compile(rb'number-columns-repeated="(\d{1,9})"')


def eis_dat_het_past(archief: zipfile.ZipFile) -> None:
    """Raise BronFout when a sheet of this workbook (Excel or OpenDocument) would not fit in memory."""
    for deel in archief.infolist():
        ods = deel.filename == "content.xml"
        if not ods and not _BLAD.fullmatch(deel.filename):
            continue
        if deel.file_size > _GROOTST_BLAD:
            raise BronFout(_TE_GROOT)
        try:
            inhoud = archief.read(deel)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as fout:
            raise BronFout("Dit rekenblad is beschadigd of beveiligd met een wachtwoord.") from fout
        if (_cellen_ods(inhoud) if ods else _cellen_xlsx(inhoud)) > MEESTE_CELLEN:
            raise BronFout(_TE_GROOT)


def _cellen_xlsx(inhoud: bytes) -> int:
    """The size of the grid up to the last cell with something in it."""
    breedte = hoogte = 0
    for letters, nummer in _CEL.findall(inhoud):
        breedte, hoogte = max(breedte, _kolom(letters)), max(hoogte, int(nummer))
    # A cell need not say its place; then it comes after the one before.
    rijen = sum(1 for _ in _RIJ.finditer(inhoud))
    return max(hoogte, rijen) * max(breedte, 1)


def _kolom(letters: bytes) -> int:
    nummer = 0
    for letter in letters.upper():
        nummer = nummer * 26 + letter - 64
    return nummer


def _cellen_ods(inhoud: bytes) -> int:
    """The cells with something in them, counted as often as they are repeated."""
    cellen = 0
    # Each row as its attributes and what follows until the next row.
    delen = _ODS_RIJ.split(inhoud)[1:]
    for eigen, rij in zip(delen[::2], delen[1::2], strict=True):
        breedte = sum(_keer(_KOLOMMEN, cel) for cel in _ODS_CEL.findall(rij) if b"value-type" in cel)
        cellen += breedte * _keer(_RIJEN, eigen)
    return cellen


def _keer(patroon: re.Pattern[bytes], kenmerken: bytes) -> int:
    gevonden = patroon.search(kenmerken)
    return int(gevonden[1]) if gevonden else 1
