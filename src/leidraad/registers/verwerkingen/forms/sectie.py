"""One section of a verwerking as one form, and which of its rows others point to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from leidraad.dossiers.formulieren import sectie as formulieren
from leidraad.dossiers.formulieren.rij import Rijformulier, Sectievelden
from leidraad.registers.verwerkingen.forms.keuzes import Keuzes
from leidraad.registers.verwerkingen.forms.rijformulieren import FORMULIEREN
from leidraad.registers.verwerkingen.forms.velden_per_sectie import VELDFORMULIEREN
from leidraad.registers.verwerkingen.inhoud import Gegeven, Inhoud
from leidraad.registers.verwerkingen.regels.gevoeligheid import gevoeligheidsklasse


class Sectieformulier(formulieren.Sectieformulier):
    """The form of a section of a verwerking."""

    keuzes: Keuzes
    inhoud: Inhoud
    veldformulieren: ClassVar[Mapping[str, type[Sectievelden]]] = VELDFORMULIEREN
    rijformulieren: ClassVar[Mapping[str, type[Rijformulier]]] = FORMULIEREN
    verwijst: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "doelen": ("gegevens",),
        "betrokkenen": ("gegevens",),
        "bewaartermijnen": ("gegevens", "vernietigingen"),
    }

    def ontbrekende_maatregelen(self) -> list[str]:
        """The codes of the measures that the class of the data asks for and that the form lacks."""
        klasse = gevoeligheidsklasse(self.inhoud, self.keuzes.op)
        gekozen = {f["code"].value() for f in self.lijsten["maatregelen"].formulieren.values()}
        alle = self.keuzes.lijst("maatregelen")
        return [m.code for m in alle if klasse in m.klassen and m.code not in gekozen]

    def gebruikt_door(self, naam: str, regel: int) -> Iterator[str]:
        """The names of the rows that point to this row, as they stand in the form or as they are stored."""
        for lijst in self.verwijst.get(naam, ()):
            if lijst in self.lijsten:
                yield from self._gebruik_in_formulier(lijst, naam, regel)
            else:
                yield from (
                    _naam(rij) for rij in getattr(self.inhoud, lijst) if _wijst_naar(rij, naam, regel)
                )

    def _gebruik_in_formulier(self, lijst: str, naam: str, regel: int) -> Iterator[str]:
        veld = {"betrokkenen": "betrokkenen", "bewaartermijnen": "bewaartermijn"}[naam]
        for plaats, formulier in enumerate(self.lijsten[lijst].formulieren.values(), start=1):
            if str(formulier[veld].value() or "") == str(regel):
                yield str(formulier[formulier.naam_veld].value() or f"{formulier.enkelvoud} {plaats}")


def _wijst_naar(rij: object, naam: str, regel: int) -> bool:
    if naam == "doelen":
        return isinstance(rij, Gegeven) and any(n.doel == regel for n in rij.noodzaken)
    veld = "betrokkenen" if naam == "betrokkenen" else "bewaartermijn"
    return bool(getattr(rij, veld, None) == regel)


def _naam(rij: object) -> str:
    return str(getattr(rij, "naam", "") or f"rij {getattr(rij, 'regel', '')}")
