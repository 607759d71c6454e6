"""The long lists that people search by typing in the form of a section."""

from __future__ import annotations

from leidraad.dossiers.secties import Sectie
from leidraad.referentie import Item
from leidraad.registers.verwerkingen.forms.keuzes import Keuzes


def datalijsten(sectie: Sectie, keuzes: Keuzes) -> list[tuple[str, list[str]]]:
    """The long lists that people search by typing, for this section."""
    if sectie.code == "bewaren":
        return [("selectielijst", [_resultaatnaam(r) for r in keuzes.lijst("selectielijst")])]
    if sectie.code == "ontvangers":
        return [("landen", [land.naam for land in keuzes.lijst("landen")])]
    return [("systemen", list(keuzes.systemen))] if sectie.code == "beveiliging" else []


def _resultaatnaam(resultaat: Item) -> str:
    meer = f": {resultaat.omschrijving}" if resultaat.omschrijving else ""
    return f"{resultaat.code} – {resultaat.naam}{meer}"
