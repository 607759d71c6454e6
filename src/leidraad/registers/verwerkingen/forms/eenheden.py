"""The form to state that a unit has no verwerkingen."""

from django import forms

from leidraad.dossiers.formulieren.velden import Tekst
from leidraad.registers.verwerkingen.handelingen.eenheden import WAAROM_LANGSTE


class GeenVerwerkingenForm(forms.Form):
    """Why a unit uses no personal data of its own."""

    toelichting = Tekst(
        "Waarom gebruikt deze eenheid geen persoonsgegevens?",
        WAAROM_LANGSTE,
        regels=4,
        hulp="Denk ook aan lijsten met namen, mail van inwoners en gegevens van collega’s.",
    )

    def clean_toelichting(self) -> str:
        """Others must be able to read why."""
        if not (toelichting := str(self.cleaned_data["toelichting"]).strip()):
            raise forms.ValidationError("Schrijf op waarom deze eenheid geen persoonsgegevens gebruikt.")
        return toelichting
