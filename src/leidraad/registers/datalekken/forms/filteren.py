"""What the list of breaches can be filtered on."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms

from leidraad.dossiers.formulieren.velden import Datum
from leidraad.dossiers.lijsten.filterformulier import Lijstfilter, eenheidkeuzes
from leidraad.organisaties.models import Gemeente
from leidraad.registers.datalekken.begrippen import Oorzaak, Regime, Risico, SoortIncident, Status
from leidraad.registers.datalekken.selectie import OPEN, Selectie


class Filterformulier(Lijstfilter):
    """The filters of `Selectie`, filled with what is chosen."""

    MEER = ("eenheid", "soort", "oorzaak", "regime", "van", "tot")

    status = forms.ChoiceField(label="Status", required=False)
    risico = forms.ChoiceField(label="Risico", required=False)
    te_laat = forms.ChoiceField(label="Klok", required=False)
    eenheid = forms.ChoiceField(label="Eenheid", required=False)
    soort = forms.ChoiceField(label="Soort incident", required=False)
    oorzaak = forms.ChoiceField(label="Oorzaak", required=False)
    regime = forms.ChoiceField(label="Wet", required=False)
    van = Datum("Gemeld vanaf")
    tot = Datum("Gemeld tot en met")

    def __init__(self, selectie: Selectie, gemeenten: Sequence[Gemeente]) -> None:
        super().__init__(
            selectie,
            gemeenten,
            eenheid=eenheidkeuzes(selectie, gemeenten),
            status=[(OPEN, "Alles wat open is"), *Status.keuzes()],
            risico=[*Risico.keuzes(), ("geen", "Nog niet bepaald")],
            te_laat=[("ja", "De 72 uur zijn voorbij")],
            soort=SoortIncident.keuzes(),
            oorzaak=Oorzaak.keuzes(),
            regime=Regime.keuzes(),
        )
