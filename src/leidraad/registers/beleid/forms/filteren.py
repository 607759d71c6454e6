"""The filter bar above the list: what is chosen stands in the address and can be removed one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.http import QueryDict

from leidraad.organisaties.models import Gemeente
from leidraad.registers.beleid.begrippen import Soort, Stand
from leidraad.registers.beleid.selectie import FILTERS, Selectie
from leidraad.registers.beleid.weergave import eigenaren


@dataclass(frozen=True)
class GekozenFilter:
    """One filter that is on, with the address of the same list without it."""

    label: str
    waarde: str
    zonder: str


class Filterformulier(forms.Form):
    """The filters of `Selectie`, filled with what is chosen."""

    q = forms.CharField(label="Zoeken", required=False)
    gemeente = forms.ChoiceField(label="Gemeente", required=False)
    soort = forms.ChoiceField(label="Soort", required=False)
    stand = forms.ChoiceField(label="Stand", required=False)
    eigenaar = forms.ChoiceField(label="Eigenaar", required=False)
    voorbij = forms.ChoiceField(label="Beoordelen", required=False)

    def __init__(self, selectie: Selectie, gemeenten: Sequence[Gemeente]) -> None:
        super().__init__(initial={naam: getattr(selectie, naam) for naam in FILTERS}, auto_id="filter-%s")
        self.selectie = selectie
        keuzes: dict[str, list[tuple[str, str]]] = {
            "gemeente": [(g.slug, g.naam) for g in gemeenten],
            "soort": list(Soort.keuzes()),
            "stand": list(Stand.keuzes()),
            "eigenaar": eigenaren(selectie.lid.op),
            "voorbij": [("ja", "Dag is voorbij")],
        }
        for naam, lijst in keuzes.items():
            veld = self.fields[naam]
            assert isinstance(veld, forms.ChoiceField)  # noqa: S101
            veld.choices = [("", "Alle"), *lijst]

    def gekozen(self, query: QueryDict) -> list[GekozenFilter]:
        """The filters that are on, each with the way to take it off."""
        uit = []
        for naam, waarde in self.selectie.gekozen.items():
            over = query.copy()
            over.pop("pagina", None)
            over.pop(naam, None)
            veld = self.fields[naam]
            tekst = dict(veld.choices).get(waarde, waarde) if isinstance(veld, forms.ChoiceField) else waarde  # type: ignore[arg-type]
            uit.append(GekozenFilter(str(veld.label), str(tekst), f"?{over.urlencode()}"))
        return uit
