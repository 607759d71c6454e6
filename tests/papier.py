"""Judge a PDF: PDF/UA-1 (people) and PDF/A-2a (archives), and read its text."""

import re
from io import BytesIO

from page import ValidationFailure, validate_pdf_bytes
from pypdf import PdfReader

PROFIELEN = ("ua1", "2a")
_LENGTE = "STREAM-LENGTH"


def fouten_in(pdf: bytes) -> list[str]:
    """What a validator of PDF/UA-1 and PDF/A-2a has against this PDF; nothing when it is good."""
    return [
        f"{profiel}: {fout.rule_id} {fout.message}"
        for profiel in PROFIELEN
        for fout in validate_pdf_bytes(pdf, profile=profiel).failures
        if not (_LENGTE in fout.rule_id and lengte_klopt(pdf, fout))
    ]


def lengte_klopt(pdf: bytes, fout: ValidationFailure) -> bool:
    """Whether the stream ends right after the length that it names.

    Compressed data may end with a carriage return. With the line feed before `endstream` that looks like one
    end of line, so the validator counts the data one byte short.
    """
    if fout.object_id is None:
        return False
    begin = re.search(rb"\b%d 0 obj\b.*?\bstream\r?\n" % fout.object_id.object_number, pdf, re.S)
    lengte = re.search(rb"/Length (\d+)", begin[0]) if begin else None
    if begin is None or lengte is None:
        return False
    einde = begin.end() + int(lengte[1])
    return pdf[einde - 1 : einde + 10] == b"\r\nendstream"


def papier(pdf: bytes) -> str:
    """The words on all pages, with single spaces."""
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages).split())
