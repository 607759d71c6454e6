"""Judge a PDF: PDF/UA-1 (people) and PDF/A-2a (archives), and read its text."""

from io import BytesIO

from page import validate_pdf_bytes
from pypdf import PdfReader

PROFIELEN = ("ua1", "2a")


def fouten_in(pdf: bytes) -> list[str]:
    """What a validator of PDF/UA-1 and PDF/A-2a has against this PDF; nothing when it is good."""
    return [
        f"{profiel}: {fout.rule_id} {fout.message}"
        for profiel in PROFIELEN
        for fout in validate_pdf_bytes(pdf, profile=profiel).failures
    ]


def papier(pdf: bytes) -> str:
    """The words on all pages, with single spaces."""
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages).split())
