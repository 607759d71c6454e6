"""A document for Word: real headings, header rows, Dutch, and words for every picture.

The same blocks as the PDF. Equal documents give equal bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

from docx import Document as Leeg
from docx.document import Document as Woord
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from leidraad.ui.papier.blokken import (
    Alinea,
    Begrippen,
    Blok,
    Document,
    Grafiek,
    Inhoudsopgave,
    Kader,
    Kengetallen,
    Kop,
    Lijst,
    NieuwBlad,
    Tabel,
)
from leidraad.ui.papier.pdf import als_plaat
from leidraad.ui.papier.wordstijl import (
    BREEDTE,
    bladwijzer,
    bladzijde,
    herhaal_kop,
    houd_bijeen,
    noem,
    richt_in,
    vul_vlak,
    wijs_naar,
)
from leidraad.ui.themas import kleuren

# What XML cannot hold.
_NIET_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def als_word(document: Document) -> bytes:
    """The document as a .docx."""
    tekenaar = _Tekenaar(document)
    for blok in document.blokken:
        tekenaar.teken(blok)
    uit = io.BytesIO()
    tekenaar.woord.save(uit)
    return _vaste_datum(uit, document)


def _vaste_datum(bestand: io.BytesIO, document: Document) -> bytes:
    """The same archive with the date of the document on every part, not that of this moment."""
    moment = document.gemaakt_op.timetuple()[:6]
    uit = io.BytesIO()
    with zipfile.ZipFile(bestand) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for deel in bron.infolist():
            doel.writestr(zipfile.ZipInfo(deel.filename, moment), bron.read(deel), zipfile.ZIP_DEFLATED)
    return uit.getvalue()


def _schoon(tekst: str) -> str:
    return _NIET_IN_XML.sub("", tekst)


class _Tekenaar:
    """Writes the blocks of one document, and remembers its headings and captions."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.kleuren = kleuren(document.thema)
        self.woord: Woord = Leeg()
        self.tabellen = self.figuren = self.koppen = 0
        self.op_nieuw_blad = False
        richt_in(self.woord, self.kleuren)
        self.celstijl = [self.woord.styles[naam].style_id for naam in ("Tabeltekst", "Tabelkop")]
        eigen = self.woord.core_properties
        eigen.title, eigen.author, eigen.language = document.titel, _schoon(document.afzender), "nl-NL"
        eigen.comments = ""
        # Word takes these for UTC and refuses a time zone.
        eigen.created = eigen.modified = document.gemaakt_op.replace(tzinfo=None, microsecond=0)
        bladzijde(self.woord.sections[0].footer.paragraphs[0], _schoon(document.voet))
        self.alinea(document.afzender, "Subtitle")
        self.alinea(document.titel, "Title")
        self.alinea(document.ondertitel, "Subtitle")

    def teken(self, blok: Blok) -> None:
        """Write one block."""
        tekenaars: dict[type, Callable[[Any], object]] = {
            Kop: self.kop, Alinea: lambda b: self.alinea(b.tekst), Lijst: self.lijst, Kader: self.kader,
            Kengetallen: self.kengetallen, Tabel: self.tabel, Grafiek: self.grafiek,
            Begrippen: self.begrippen, Inhoudsopgave: self.inhoudsopgave, NieuwBlad: self.nieuw_blad,
        }  # fmt: skip
        tekenaars[type(blok)](blok)

    def alinea(self, tekst: str, stijl: str = "Normal") -> Paragraph:
        """A paragraph; a line break stays a line break."""
        return self.woord.add_paragraph(_schoon(tekst), stijl)

    def kop(self, blok: Kop) -> None:
        """A real heading; one that starts a section can be pointed at."""
        alinea = self.alinea(blok.tekst, f"Heading {blok.niveau}")
        alinea.paragraph_format.page_break_before = self.op_nieuw_blad or None
        self.op_nieuw_blad = False
        if blok.niveau == 1:
            self.koppen += 1
            bladwijzer(alinea, self.koppen)

    def lijst(self, blok: Lijst) -> None:
        """A list of points."""
        for punt in blok.punten:
            self.alinea(punt, "List Bullet")

    def kader(self, blok: Kader) -> None:
        """The heading and its points; the ground is tinted."""
        self.kop(Kop(blok.titel))
        for punt in blok.punten:
            vul_vlak(self.alinea(punt, "List Bullet"), self.kleuren["accent-zacht"])

    def kengetallen(self, blok: Kengetallen) -> None:
        """The figures in sentences: side by side they would be a table that is none."""
        self.alinea("")
        for getal, uitleg in blok.getallen:
            alinea = self.alinea("", "List Bullet")
            alinea.add_run(_schoon(getal)).bold = True
            alinea.add_run(_schoon(f" {uitleg}"))

    def begrippen(self, blok: Begrippen) -> None:
        """Each word in bold before its meaning."""
        for woord, uitleg in blok.begrippen:
            alinea = self.alinea("")
            alinea.paragraph_format.space_after = Pt(2)
            alinea.add_run(_schoon(f"{woord}: ")).bold = True
            alinea.add_run(_schoon(uitleg))

    def tabel(self, blok: Tabel) -> None:
        """A table whose first row is its header, on every page; a row stays in one piece."""
        self.tabellen += 1
        bijschrift = f"Tabel {self.tabellen}: {_schoon(blok.bijschrift)}"
        self.alinea(bijschrift, "Caption").paragraph_format.keep_with_next = True
        tabel = self.woord.add_table(1 + len(blok.rijen), len(blok.kolommen), "Table Grid")
        tabel.autofit = False
        noem(tabel, bijschrift)
        herhaal_kop(tabel.rows[0])
        for plek, kolom in zip(tabel.columns, blok.kolommen, strict=True):
            plek.width = Cm(BREEDTE * kolom.breed / 100)
        namen = tuple(kolom.naam for kolom in blok.kolommen)
        for rij, teksten in zip(tabel.rows, (namen, *blok.rijen), strict=True):
            houd_bijeen(rij)
            for cel, kolom, tekst in zip(rij.cells, blok.kolommen, teksten, strict=True):
                cel.width = Cm(BREEDTE * kolom.breed / 100)
                self._cel(cel, tekst, rechts=kolom.getal, kop=teksten is namen)
        self.alinea("")

    def _cel(self, cel: _Cell, tekst: str, *, rechts: bool, kop: bool) -> None:
        alinea = cel.paragraphs[0]
        # By its id: looking a style up by name for every cell takes longer than all the rest.
        alinea._p.style = self.celstijl[kop]
        alinea.add_run(_schoon(tekst))
        if rechts:
            alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if kop:
            vul_vlak(alinea, self.kleuren["accent-zacht"], cel)

    def grafiek(self, blok: Grafiek) -> None:
        """The chart as a picture, with its words for who does not see it."""
        self.figuren += 1
        bijschrift = f"Figuur {self.figuren}: {_schoon(blok.bijschrift)}"
        self.alinea(bijschrift, "Caption").paragraph_format.keep_with_next = True
        plaat = io.BytesIO(als_plaat(blok, self.document.thema))
        vorm = self.woord.add_picture(plaat, width=Cm(BREEDTE))
        eigen = vorm._inline.docPr
        eigen.set("descr", _schoon(blok.alt))
        eigen.set("title", bijschrift)

    def inhoudsopgave(self, blok: Inhoudsopgave) -> None:
        """The sections of the document, each a link."""
        self.alinea(blok.titel, "Heading 2")
        koppen = [
            b.tekst if isinstance(b, Kop) else b.titel
            for b in self.document.blokken
            if isinstance(b, Kader) or (isinstance(b, Kop) and b.niveau == 1)
        ]
        for nummer, tekst in enumerate(koppen, 1):
            wijs_naar(self.alinea("", "List Bullet"), nummer, _schoon(tekst))

    def nieuw_blad(self, _: NieuwBlad) -> None:
        """The next heading begins on a new page; a break of its own could leave a page empty."""
        self.op_nieuw_blad = True
