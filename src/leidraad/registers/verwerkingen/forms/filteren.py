"""What the list of verwerkingen can be filtered on, and the columns that it can show."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.http import QueryDict

from leidraad.dossiers.lijsten.filterformulier import Lijstfilter, eenheidkeuzes
from leidraad.organisaties.models import Gemeente
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Openbaarheid, Status
from leidraad.registers.verwerkingen.selectie import ALLES, Selectie, eigen_eenheden

KOLOMMEN = {
    "nummer": "Nummer",
    "status": "Status",
    "gemeente": "Gemeente",
    "eenheid": "Eenheid",
    "gevoeligheid": "Gevoeligheid",
    "volledig": "Volledig",
    "herzien": "Herzien vóór",
    "openbaar": "Openbaar",
    "behandelaar": "Behandelaar",
    "gewijzigd": "Gewijzigd",
}
# What the table shows until somebody chooses; the gemeente only for who serves more than one.
STANDAARD_KOLOMMEN = ("nummer", "status", "gemeente", "eenheid", "volledig", "herzien")
_MIJN = [
    ("eenheden", "Van mijn eenheden"),
    ("behandelaar", "Die ik behandel"),
    (ALLES, "Alle verwerkingen"),
]


class Filterformulier(Lijstfilter):
    """The filters of `Selectie`, filled with what is chosen."""

    MEER = ("gevoeligheid", "openbaarheid", "grondslag", "wet")

    eenheid = forms.ChoiceField(label="Eenheid", required=False)
    status = forms.ChoiceField(label="Status", required=False)
    mijn = forms.ChoiceField(label="Van wie", required=False)
    herziening = forms.ChoiceField(label="Herziening", required=False)
    gevoeligheid = forms.ChoiceField(label="Gevoeligheid", required=False)
    openbaarheid = forms.ChoiceField(label="Openbaarheid", required=False)
    grondslag = forms.ChoiceField(label="Grondslag", required=False)
    wet = forms.CharField(label="Wet", required=False, help_text="Een deel van de naam is genoeg.")

    def __init__(self, selectie: Selectie, gemeenten: Sequence[Gemeente]) -> None:
        op = selectie.lid.op
        super().__init__(
            selectie,
            gemeenten,
            eenheid=eenheidkeuzes(selectie, gemeenten),
            status=Status.keuzes(),
            mijn=_MIJN if eigen_eenheden(selectie.lid) else [_MIJN[1]],
            herziening=[("verlopen", "Verlopen"), ("binnenkort", "Binnen 60 dagen")],
            gevoeligheid=lijst("gevoeligheidsklassen", op).keuzes(),
            openbaarheid=[*Openbaarheid.keuzes(), ("geen", "Nog niet beslist")],
            grondslag=[*lijst("grondslagen", op).keuzes(), *lijst("grondslagen_wpg", op).keuzes()],
        )

    def in_woorden(self, naam: str, waarde: str) -> str:
        """What is chosen, as the form says it; words that somebody typed are quoted."""
        if isinstance(self.fields[naam], forms.ChoiceField):
            return super().in_woorden(naam, waarde)
        return f"‘{waarde}’"

    def zonder(self, naam: str, query: QueryDict) -> QueryDict:
        """The same list without this filter. Without the standard filter of a manager everything shows."""
        over = super().zonder(naam, query)
        if naam == "mijn":
            over["mijn"] = ALLES
        return over
