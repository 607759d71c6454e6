"""The filter bar above a list: what is chosen stands in the address and can be removed one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django import forms
from django.http import QueryDict

from leidraad.dossiers.lijsten.bladeren import zonder_pagina
from leidraad.dossiers.lijsten.selectie import Lijstselectie
from leidraad.organisaties.models import Eenheid, Gemeente

Keuzes = list[tuple[str, str]]


@dataclass(frozen=True)
class GekozenFilter:
    """One filter that is on, with the address of the same list without it."""

    label: str
    waarde: str
    zonder: str


class Lijstfilter(forms.Form):
    """The filters of a selection, filled with what is chosen.

    A register makes its own, with a field for each filter of its own and what can be chosen in it.
    """

    # The filters that are folded away.
    MEER: ClassVar[tuple[str, ...]] = ()

    q = forms.CharField(label="Zoeken", required=False)
    gemeente = forms.ChoiceField(label="Gemeente", required=False)

    def __init__(self, selectie: Lijstselectie, gemeenten: Sequence[Gemeente], **keuzes: Keuzes) -> None:
        """`keuzes` holds for each filter that is a choice what can be chosen, besides everything."""
        initial = {naam: getattr(selectie, naam) for naam in selectie.filters()}
        super().__init__(initial=initial, auto_id="filter-%s")
        self.selectie = selectie
        for naam, mogelijk in {"gemeente": [(g.slug, g.naam) for g in gemeenten], **keuzes}.items():
            veld = self.fields[naam]
            assert isinstance(veld, forms.ChoiceField)  # noqa: S101
            veld.choices = [("", "Alle"), *mogelijk]

    @property
    def meer_gekozen(self) -> bool:
        """Whether one of the filters that are folded away is on."""
        return not self.selectie.gekozen.keys().isdisjoint(self.MEER)

    def gekozen(self, query: QueryDict) -> list[GekozenFilter]:
        """The filters that are on, each with the way to take it off."""
        return [
            GekozenFilter(
                str(self.fields[naam].label),
                self.in_woorden(naam, waarde),
                f"?{self.zonder(naam, query).urlencode()}",
            )
            for naam, waarde in self.selectie.gekozen.items()
        ]

    def in_woorden(self, naam: str, waarde: str) -> str:
        """What is chosen, as the form says it."""
        veld = self.fields[naam]
        return str(dict(veld.choices).get(waarde, waarde)) if isinstance(veld, forms.ChoiceField) else waarde  # type: ignore[arg-type]

    def zonder(self, naam: str, query: QueryDict) -> QueryDict:
        """The address of the same list without this filter."""
        over = zonder_pagina(query)
        over.pop(naam, None)
        return over


def eenheidkeuzes(selectie: Lijstselectie, gemeenten: Sequence[Gemeente]) -> Keuzes:
    """The units of the chosen gemeente, or of all that this person serves: one query."""
    waar = [g for g in gemeenten if selectie.gemeente in ("", g.slug)]
    eenheden = Eenheid.objects.filter(gemeente__in=waar).order_by("naam").only("naam")
    return [(str(eenheid.pk), eenheid.naam) for eenheid in eenheden]
