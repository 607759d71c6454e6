"""What the list of documents can be filtered on."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms

from leidraad.dossiers.lijsten.filterformulier import Lijstfilter
from leidraad.organisaties.models import Gemeente
from leidraad.registers.beleid.begrippen import Soort, Stand
from leidraad.registers.beleid.selectie import Selectie
from leidraad.registers.beleid.weergave import eigenaren


class Filterformulier(Lijstfilter):
    """The filters of `Selectie`, filled with what is chosen."""

    soort = forms.ChoiceField(label="Soort", required=False)
    stand = forms.ChoiceField(label="Stand", required=False)
    eigenaar = forms.ChoiceField(label="Eigenaar", required=False)
    voorbij = forms.ChoiceField(label="Beoordelen", required=False)

    def __init__(self, selectie: Selectie, gemeenten: Sequence[Gemeente]) -> None:
        super().__init__(
            selectie,
            gemeenten,
            soort=list(Soort.keuzes()),
            stand=list(Stand.keuzes()),
            eigenaar=eigenaren(selectie.lid.op),
            voorbij=[("ja", "Dag is voorbij")],
        )
