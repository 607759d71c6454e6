"""What the list of questions can be filtered on, and a form to find among the answers."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms

from leidraad.dossiers.formulieren.velden import Datum
from leidraad.dossiers.lijsten.filterformulier import Lijstfilter
from leidraad.organisaties.models import Gemeente
from leidraad.registers.vragen.begrippen import Status
from leidraad.registers.vragen.selectie import WACHT, Selectie


class Filterformulier(Lijstfilter):
    """The filters of `Selectie`, filled with what is chosen."""

    status = forms.ChoiceField(label="Status", required=False)
    te_laat = forms.ChoiceField(label="Op tijd", required=False)
    van = Datum("Gevraagd vanaf")
    tot = Datum("Gevraagd tot en met")

    def __init__(self, selectie: Selectie, gemeenten: Sequence[Gemeente]) -> None:
        super().__init__(
            selectie,
            gemeenten,
            status=[(WACHT, "Wacht op antwoord"), *Status.keuzes()],
            te_laat=[("ja", "Te laat")],
        )


class Zoekformulier(forms.Form):
    """Words to find among the questions that many people have."""

    q = forms.CharField(label="Zoek in de vragen en antwoorden", required=False)
