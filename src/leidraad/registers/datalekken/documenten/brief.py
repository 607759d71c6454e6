"""Letters in Word for the people it is about, from a template of the gemeente (AVG art. 34 lid 2).

A template comes from a person, so it may hold names of our fields and nothing else: no loops, no
calculations, no reach into the program, and nothing that Word would fetch from elsewhere.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import IO, Any

from docx import Document
from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from leidraad.dossiers.fouten import Geweigerd

VELDEN = {
    "gemeente": "Naam van de gemeente",
    "datum": "Datum van vandaag",
    "nummer": "Nummer van het datalek",
    "wat_is_er_gebeurd": "Wat er is gebeurd",
    "welke_gegevens": "Om welke gegevens het gaat",
    "gevolgen": "Wat dit kan betekenen",
    "wat_deden_wij": "Wat de gemeente heeft gedaan",
    "wat_kunt_u_doen": "Wat iemand zelf kan doen",
    "fg_email": "E-mailadres van de FG",
    "fg_telefoon": "Telefoonnummer van de FG",
}
"""The fields that a template may name, with what they hold."""
_GEMAK = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.If)
_GROOTST = 100 * 1024 * 1024
_VREEMD = re.compile(rb'Type="[^"]*/(?!hyperlink")[^"/]*"[^>]*TargetMode="External"', re.I)
_VREEMD_OM = re.compile(rb'TargetMode="External"[^>]*Type="[^"]*/(?!hyperlink")[^"/]*"', re.I)
# What XML cannot hold.
_NIET_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_STANDAARD = (
    ("Wat is er gebeurd?", "wat_is_er_gebeurd"),
    ("Om welke gegevens gaat het?", "welke_gegevens"),
    ("Wat kan dit voor u betekenen?", "gevolgen"),
    ("Wat hebben wij gedaan?", "wat_deden_wij"),
    ("Wat kunt u zelf doen?", "wat_kunt_u_doen"),
)


def standaardsjabloon() -> bytes:
    """The template for who has no own one: plain Dutch, and a start for an own template."""
    brief = Document()
    brief.core_properties.title = "Brief over een datalek"
    brief.core_properties.language = "nl-NL"
    brief.add_paragraph("Gemeente {{ gemeente }}")
    brief.add_paragraph("{{ datum }}")
    brief.add_paragraph("Ons kenmerk: {{ nummer }}")
    brief.add_heading("Er is iets misgegaan met uw gegevens", level=1)
    brief.add_paragraph("Geachte heer, mevrouw,")
    brief.add_paragraph(
        "Er is iets misgegaan met uw persoonlijke gegevens. Dat vinden wij heel vervelend. "
        "In deze brief leest u wat er is gebeurd en wat u kunt doen."
    )
    for kop, veld in _STANDAARD:
        brief.add_heading(kop, level=2)
        brief.add_paragraph(f"{{{{ {veld} }}}}")
    brief.add_heading("Hebt u vragen?", level=2)
    brief.add_paragraph(
        "Neem dan contact op met onze functionaris gegevensbescherming (FG). "
        "De FG let erop dat de gemeente goed met uw gegevens omgaat."
    )
    brief.add_paragraph("{% if fg_email %}E-mail: {{ fg_email }}{% endif %}")
    brief.add_paragraph("{% if fg_telefoon %}Telefoon: {{ fg_telefoon }}{% endif %}")
    brief.add_paragraph("Met vriendelijke groet,")
    brief.add_paragraph("Gemeente {{ gemeente }}")
    uit = io.BytesIO()
    brief.save(uit)
    return uit.getvalue()


def keur_sjabloon(bestand: IO[bytes]) -> None:
    """Judge a Word file as a template. Raises Geweigerd with everything that is wrong with it."""
    bestand.seek(0)
    _keur_onderdelen(bestand)
    bestand.seek(0)
    try:
        bron = _bron(DocxTemplate(bestand))
        boom = _omgeving().parse(bron)
    except TemplateSyntaxError as fout:
        raise Geweigerd(
            "Een veld in het sjabloon is niet goed geschreven. Schrijf een veld zo: {{ gemeente }}."
        ) from fout
    except (KeyError, ValueError, OSError, zipfile.BadZipFile) as fout:
        raise Geweigerd("Dit is geen Word-bestand dat Leidraad kan lezen.") from fout
    redenen = [f"Het veld ‘{naam}’ bestaat niet." for naam in _onbekend(boom)]
    if any(not isinstance(knoop, _GEMAK) for knoop in _knopen(boom)):
        redenen.append("Gebruik alleen velden en ‘if’ met een veld. Rekenen en herhalen kan niet.")
    if not redenen and "wat_is_er_gebeurd" not in _namen(boom):
        redenen.append("Het veld ‘wat_is_er_gebeurd’ ontbreekt.")
    if redenen:
        raise Geweigerd(redenen)


def maak_brief(sjabloon: IO[bytes], velden: Mapping[str, str]) -> bytes:
    """The letter: the template with the fields filled in as text. Raises Geweigerd for a bad template."""
    keur_sjabloon(sjabloon)
    sjabloon.seek(0)
    brief = DocxTemplate(sjabloon)
    waarden = {naam: _NIET_IN_XML.sub("", velden.get(naam, "")) for naam in VELDEN}
    brief.render(waarden, _omgeving(), autoescape=True)
    uit = io.BytesIO()
    brief.save(uit)
    return uit.getvalue()


def _omgeving() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(autoescape=True)


def _keur_onderdelen(bestand: IO[bytes]) -> None:
    """Nothing from elsewhere, not too large, and fields only where they are checked."""
    try:
        with zipfile.ZipFile(bestand) as zip_:
            if sum(deel.file_size for deel in zip_.infolist()) > _GROOTST:
                raise Geweigerd("Dit bestand wordt bij het uitpakken te groot.")
            for naam in zip_.namelist():
                _keur_onderdeel(naam, zip_.read(naam))
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError) as fout:
        raise Geweigerd("Dit is geen Word-bestand dat Leidraad kan lezen.") from fout


def _keur_onderdeel(naam: str, inhoud: bytes) -> None:
    if naam.endswith(".rels") and (_VREEMD.search(inhoud) or _VREEMD_OM.search(inhoud)):
        raise Geweigerd(
            "Dit sjabloon haalt iets van buiten op, zoals een plaatje. Zet dat in het bestand zelf."
        )
    elders = naam.startswith("docProps/") or naam in ("word/footnotes.xml", "word/endnotes.xml")
    if elders and (b"{{" in inhoud or b"{%" in inhoud):
        raise Geweigerd("Zet velden alleen in de tekst, de kop of de voet van de brief.")


def _bron(sjabloon: DocxTemplate) -> str:
    """All text in which docxtpl fills in fields: body, headers and footers."""
    sjabloon.init_docx()
    delen = [sjabloon.patch_xml(sjabloon.get_xml())]
    for soort in (sjabloon.HEADER_URI, sjabloon.FOOTER_URI):
        delen += [
            sjabloon.patch_xml(sjabloon.get_part_xml(deel)) for _, deel in sjabloon.get_headers_footers(soort)
        ]
    return "".join(delen)


def _knopen(boom: nodes.Template) -> list[Any]:
    return list(boom.find_all(nodes.Node))


def _namen(boom: nodes.Template) -> set[str]:
    return {knoop.name for knoop in boom.find_all(nodes.Name)}


def _onbekend(boom: nodes.Template) -> list[str]:
    return sorted(_namen(boom) - set(VELDEN))
