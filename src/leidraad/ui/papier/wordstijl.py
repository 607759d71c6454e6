"""The house style in Word, and the few things of the file format that python-docx has no words for."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document as Woord
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

BREEDTE = 16.6
"""The width of the text on A4, in centimetres."""
_KANT = 2.2
# A typeface that every office has; ours would have to travel along.
_LETTER = "Calibri"
_GROOTTE = {"Title": 22, "Heading 1": 16, "Heading 2": 13, "Subtitle": 11, "Caption": 10}


def richt_in(woord: Woord, kleuren: Mapping[str, str]) -> None:
    """A4, Dutch, and the styles in the colour of the gemeente."""
    blad = woord.sections[0]
    blad.page_width, blad.page_height = Cm(21), Cm(29.7)
    blad.left_margin = blad.right_margin = Cm(_KANT)
    blad.top_margin = blad.bottom_margin = Cm(_KANT)
    stijlen = woord.styles
    gewoon = stijlen["Normal"]
    gewoon.font.name, gewoon.font.size = _LETTER, Pt(11)
    gewoon.paragraph_format.space_after = Pt(6)
    for taal in stijlen.element.iter(qn("w:lang")):
        taal.set(qn("w:val"), "nl-NL")
        taal.set(qn("w:eastAsia"), "nl-NL")
    for naam, grootte in _GROOTTE.items():
        stijl = stijlen[naam]
        stijl.font.name, stijl.font.size, stijl.font.italic = _LETTER, Pt(grootte), False
        stijl.font.color.rgb = RGBColor.from_string(kleuren["accent-donker"][1:].upper())
        # The theme of the empty document would win from the typeface above.
        letters = stijl.element.rPr.rFonts
        for soort in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            letters.attrib.pop(qn(f"w:{soort}"), None)
    for naam, vet in (("Tabeltekst", False), ("Tabelkop", True)):
        stijl = stijlen.add_style(naam, WD_STYLE_TYPE.PARAGRAPH)
        stijl.base_style = gewoon
        stijl.font.size, stijl.font.bold = Pt(9.5), vet
        stijl.paragraph_format.space_after = Pt(2)


def bladzijde(alinea: Paragraph, tekst: str) -> None:
    """The foot of a page: the text, and which page of how many."""
    alinea.add_run(f"{tekst}\tBladzijde ")
    _veld(alinea, "PAGE")
    alinea.add_run(" van ")
    _veld(alinea, "NUMPAGES")
    alinea.style = "Normal"
    alinea.paragraph_format.tab_stops.add_tab_stop(Cm(BREEDTE), WD_TAB_ALIGNMENT.RIGHT)


def bladwijzer(alinea: Paragraph, nummer: int) -> None:
    """Make a heading a place that a link can point at."""
    begin = _knoop("w:bookmarkStart", id=str(nummer), name=f"deel{nummer}")
    alinea._p.insert_element_before(begin, "w:r")
    alinea._p.append(_knoop("w:bookmarkEnd", id=str(nummer)))


def wijs_naar(alinea: Paragraph, nummer: int, tekst: str) -> None:
    """A link to a heading of this document."""
    link = _knoop("w:hyperlink", anchor=f"deel{nummer}", history="1")
    stuk = alinea.add_run(tekst)
    stuk.font.underline = True
    link.append(stuk._r)
    alinea._p.append(link)


def herhaal_kop(rij: _Row) -> None:
    """Make a row the header of its table, repeated on every page."""
    rij._tr.get_or_add_trPr().append(_knoop("w:tblHeader"))


def houd_bijeen(rij: _Row) -> None:
    """Keep a row on one page."""
    # The order of the format: cantSplit before tblHeader.
    rij._tr.get_or_add_trPr().insert(0, _knoop("w:cantSplit"))


def noem(tabel: Table, tekst: str) -> None:
    """What a table is about, for who does not see it."""
    tabel._tbl.tblPr.append(_knoop("w:tblCaption", val=tekst))


def vul_vlak(alinea: Paragraph, kleur: str, cel: _Cell | None = None) -> None:
    """Tint the ground of a paragraph, or of the cell around it."""
    vlak = _knoop("w:shd", val="clear", color="auto", fill=kleur[1:].upper())
    if cel is None:
        alinea._p.get_or_add_pPr().append(vlak)
    else:
        cel._tc.get_or_add_tcPr().append(vlak)


def _veld(alinea: Paragraph, code: str) -> None:
    """A value that Word fills in, such as the page number."""
    for soort in ("begin", "tekst", "end"):
        stuk = alinea.add_run()
        if soort == "tekst":
            knoop = _knoop("w:instrText")
            knoop.text = code
        else:
            knoop = _knoop("w:fldChar", fldCharType=soort)
        stuk._r.append(knoop)


def _knoop(naam: str, **attributen: str) -> BaseOxmlElement:
    knoop: BaseOxmlElement = OxmlElement(naam)
    for sleutel, waarde in attributen.items():
        knoop.set(qn(f"w:{sleutel}"), waarde)
    return knoop
