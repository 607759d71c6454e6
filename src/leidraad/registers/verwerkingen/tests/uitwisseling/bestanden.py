"""Make the ugly files that people bring."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import xlsxwriter

KOPPEN = ["Nummer", "Naam verwerking", "Doel", "Grondslag", "Bewaartermijn"]
RIJ = ["7", "Paspoort aanvragen", "Paspoorten uitgeven", "wettelijke verplichting", "11 jaar"]


def csv_tekst(*rijen: Sequence[str], scheiding: str = ";") -> str:
    """Rows as CSV, without quotes."""
    return "".join(scheiding.join(rij) + "\n" for rij in rijen)


def xlsx(**bladen: Sequence[Sequence[Any]]) -> bytes:
    """A workbook; each keyword is a sheet."""
    uit = io.BytesIO()
    boek = xlsxwriter.Workbook(uit, {"default_date_format": "dd-mm-yyyy"})
    for naam, rijen in bladen.items():
        blad = boek.add_worksheet(naam)
        for nr, rij in enumerate(rijen):
            blad.write_row(nr, 0, rij)
    boek.close()
    return uit.getvalue()


def ods(rijen: Sequence[Sequence[str]]) -> bytes:
    """A minimal OpenDocument spreadsheet."""
    tabel = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cel}</text:p></table:table-cell>'
            for cel in rij
        )
        + "</table:table-row>"
        for rij in rijen
    )
    inhoud = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Blad1">{tabel}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return zip_met({"mimetype": mimetype, "META-INF/manifest.xml": manifest, "content.xml": inhoud})


def zip_met(delen: dict[str, str]) -> bytes:
    """A zip with these members."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        for naam, tekst in delen.items():
            archief.writestr(naam, tekst)
    return uit.getvalue()
