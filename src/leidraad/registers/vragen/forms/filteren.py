"""The filter bar above the list: what is chosen stands in the address and can be removed one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.http import QueryDict

from leidraad.dossiers.formulieren.velden import Datum
from leidraad.organisaties.models import Gemeente
from leidraad.registers.vragen.begrippen import Status
from leidraad.registers.vragen.selectie import FILTERS, WACHT, Selectie


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
    status = forms.ChoiceField(label="Status", required=False)
    te_laat = forms.ChoiceField(label="Op tijd", required=False)
    van = Datum("Gevraagd vanaf")
    tot = Datum("Gevraagd tot en met")

    def __init__(self, selectie: Selectie, gemeenten: Sequence[Gemeente]) -> None:
        super().__init__(initial={naam: getattr(selectie, naam) for naam in FILTERS}, auto_id="filter-%s")
        self.selectie = selectie
        keuzes: dict[str, list[tuple[str, str]]] = {
            "gemeente": [(g.slug, g.naam) for g in gemeenten],
            "status": [(WACHT, "Wacht op antwoord"), *Status.keuzes()],
            "te_laat": [("ja", "Te laat")],
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


class Zoekformulier(forms.Form):
    """Words to find among the questions that many people have."""

    q = forms.CharField(label="Zoek in de vragen en antwoorden", required=False)
