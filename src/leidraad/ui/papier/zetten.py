"""Typeset our own templates: PDF for people and archives (PDF/UA-1 and PDF/A-2a), and pictures of charts."""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from leidraad.ui.themas import kleuren

# Templates of every package import the house style by its place in this one.
_WORTEL = Path(__file__).parents[2]
_FONTS = Path(__file__).parent / "fonts"
_FIJN = 200
# White space with a meaning: a new line, and a space at which no line ends.
_WIT = "\n\xa0"
# What the fonts can draw: Latin, Greek, Cyrillic, punctuation and currency.
_TEKENS = ((0x20, 0x482), (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x2030, 0x203F), (0x20A0, 0x20BF))


def zet_pdf(sjabloon: Path, gegevens: dict[str, Any], *, thema: str, gemaakt_op: datetime) -> bytes:
    """A tagged PDF to be kept, in the colours of `thema`. Equal input gives equal bytes.

    Text is data: it cannot become a command or reach a file. A character that no font has comes as its name.
    """
    pdf = typst.compile(
        sjabloon, pdf_standards=["ua-1", "a-2a"], timestamp=gemaakt_op.astimezone(UTC).replace(microsecond=0),
        **_invoer(gegevens, thema),
    )  # fmt: skip
    assert isinstance(pdf, bytes)  # noqa: S101 - one document gives one file
    return pdf


def zet_plaat(sjabloon: Path, gegevens: dict[str, Any], *, thema: str) -> bytes:
    """The first page of a template as a PNG, for programs that take no drawing."""
    plaat = typst.compile(sjabloon, format="png", ppi=_FIJN, **_invoer(gegevens, thema))
    assert isinstance(plaat, bytes)  # noqa: S101 - one page gives one file
    return plaat


def _invoer(gegevens: dict[str, Any], thema: str) -> dict[str, Any]:
    data = tekenbaar(gegevens) | {"kleuren": kleuren(thema)}
    return {
        "root": _WORTEL,
        "font_paths": [_FONTS],
        "ignore_system_fonts": True,
        "sys_inputs": {"data": json.dumps(data, ensure_ascii=False)},
    }


def tekenbaar(waarde: Any) -> Any:
    """The same data with every character drawable, as PDF/A asks; a line break is a single newline."""
    if isinstance(waarde, str):
        return "".join(_teken(t) for t in waarde.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(waarde, dict):
        return {naam: tekenbaar(deel) for naam, deel in waarde.items()}
    return [tekenbaar(deel) for deel in waarde] if isinstance(waarde, (list, tuple)) else waarde


def _teken(teken: str) -> str:
    """The character; its name between brackets when no font has it, so that nothing is lost."""
    if teken in _WIT:
        return teken
    if any(eerste <= ord(teken) <= laatste for eerste, laatste in _TEKENS):
        return teken if teken.isprintable() else " "
    return f"[{unicodedata.name(teken, f'teken {ord(teken):X}').lower()}]" if teken.isprintable() else " "
