"""The forms in which a document can be had, by the extension of the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from leidraad.ui.papier.blokken import Document
from leidraad.ui.papier.pdf import als_pdf
from leidraad.ui.papier.word import als_word


@dataclass(frozen=True)
class Vorm:
    """One kind of file: its name for people, its media type, and what makes it."""

    naam: str
    mediatype: str
    maak: Callable[[Document], bytes]


VORMEN = {
    "pdf": Vorm("PDF", "application/pdf", als_pdf),
    "docx": Vorm("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", als_word),
}
