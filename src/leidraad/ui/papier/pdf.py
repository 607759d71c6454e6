"""A document as PDF/UA-1 and PDF/A-2a; a chart as a picture for Word."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from leidraad.ui.papier.blokken import Document, Grafiek
from leidraad.ui.papier.zetten import zet_pdf, zet_plaat

_DOCUMENT = Path(__file__).with_name("document.typ")
_PLAAT = Path(__file__).with_name("plaat.typ")


def als_pdf(document: Document) -> bytes:
    """The document for reading and keeping: tagged, with its fonts, and equal bytes for equal documents."""
    gegevens = asdict(document) | {"gemaakt_op": ""}
    return zet_pdf(_DOCUMENT, gegevens, thema=document.thema, gemaakt_op=document.gemaakt_op)


def als_plaat(grafiek: Grafiek, thema: str) -> bytes:
    """The chart as PNG; who uses it gives its `alt` along."""
    return zet_plaat(_PLAAT, {"grafiek": asdict(grafiek)}, thema=thema)
