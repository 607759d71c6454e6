"""PDF for people and archives: tagged and accessible (PDF/UA-1) and to be kept (PDF/A-2a)."""

from __future__ import annotations

import json
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from leidraad.dossiers.waarde import als_dict
from leidraad.registers.datalekken.uitwisseling.ap_formulier import Deel

_HIER = Path(__file__).parent
# What the fonts can draw: Latin, Greek, Cyrillic, punctuation and currency.
_TEKENS = ((0x20, 0x482), (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x2030, 0x203F), (0x20A0, 0x20BF))


def melding_pdf(
    delen: tuple[Deel, ...],
    *,
    titel: str,
    organisatie: str,
    nummer: str,
    inleiding: str,
    gemaakt_op: datetime,
) -> bytes:
    """The notification on paper. Equal input gives equal bytes: the moment comes from the caller."""
    gegevens = {
        "titel": titel,
        "organisatie": organisatie,
        "nummer": nummer,
        "inleiding": inleiding,
        "voet": f"{organisatie}, {nummer}",
        "delen": [als_dict(deel) for deel in delen],
    }
    return _maak("melding.typ", gegevens, gemaakt_op)


def _maak(sjabloon: str, gegevens: dict[str, Any], gemaakt_op: datetime) -> bytes:
    """Compile a template of our own. Text is data: it cannot become a command or reach a file."""
    pdf = typst.compile(
        _HIER / sjabloon,
        root=_HIER,
        font_paths=[_HIER / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_tekenbaar(gegevens), ensure_ascii=False)},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=gemaakt_op.replace(microsecond=0),
    )
    assert isinstance(pdf, bytes)  # noqa: S101 - one document gives one file
    return pdf


def _tekenbaar(waarde: Any) -> Any:
    """The same data with every character drawable, as PDF/A asks; a line break is a single newline."""
    if isinstance(waarde, str):
        return "".join(_teken(t) for t in waarde.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(waarde, dict):
        return {naam: _tekenbaar(deel) for naam, deel in waarde.items()}
    return [_tekenbaar(deel) for deel in waarde] if isinstance(waarde, list) else waarde


def _teken(teken: str) -> str:
    """The character; its name between brackets when no font has it, so that nothing is lost."""
    if teken == "\n" or any(eerste <= ord(teken) <= laatste for eerste, laatste in _TEKENS):
        return teken if teken == "\n" or teken.isprintable() else " "
    return f"[{unicodedata.name(teken, f'teken {ord(teken):X}').lower()}]" if teken.isprintable() else " "
