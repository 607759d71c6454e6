"""What people write of a policy document and of one version of it, as plain values. No Django."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Inhoud:
    """The head of a document. `verwacht` is the code of the expected document it fulfils, empty for none."""

    naam: str = ""
    soort: str = ""
    verwacht: str = ""
    eigenaar: str = ""
    omschrijving: str = ""


@dataclass(frozen=True, kw_only=True)
class Versieinhoud:
    """What one version says: the text itself (Markdown), where it can be read, or both.

    `bestand` is the number of an attachment of the same dossier.
    """

    naam: str = ""
    tekst: str = ""
    link: str = ""
    bestand: int | None = None
    vraagt_kennisname: bool = False
