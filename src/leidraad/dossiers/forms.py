"""The forms of what hangs on a dossier. They check shape; handelingen hold the rules."""

from collections.abc import Callable
from typing import Any

from django import forms

from leidraad.dossiers.bijlagen import SOORTEN
from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.models import Advies


class OpmerkingForm(forms.Form):
    """A remark."""

    tekst = forms.CharField(
        label="Opmerking",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Alleen collega’s die dit dossier mogen zien, lezen dit.",
        error_messages={"required": "Schrijf eerst een opmerking."},
    )


class AdviesForm(forms.Form):
    """Advice of the Privacy Officer or the FG."""

    tekst = forms.CharField(
        label="Advies",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"required": "Schrijf eerst het advies."},
    )


class ReactieForm(forms.Form):
    """How the organisation reacts to advice."""

    reactie = forms.ChoiceField(
        label="Wat doet de organisatie met het advies?",
        choices=Advies.Reactie.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of u het advies volgt, of afwijkt en uitlegt waarom."},
    )
    toelichting = forms.CharField(
        label="Toelichting",
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Verplicht als u afwijkt van het advies.",
    )


class BijlageForm(forms.Form):
    """A file to keep with the dossier."""

    bestand = forms.FileField(
        label="Bestand",
        max_length=250,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ",".join(f".{extensie}" for extensie in SOORTEN)}),
        help_text="Pdf, Word, Excel, PowerPoint, OpenDocument, png, jpg, txt of csv. Hooguit 25 MB.",
        error_messages={
            "required": "Kies een bestand.",
            "max_length": "De naam van dit bestand is te lang. Gebruik hooguit 250 tekens.",
        },
    )
    omschrijving = forms.CharField(
        label="Wat is dit?",
        max_length=300,
        required=False,
        help_text="Bijvoorbeeld: getekende verwerkersovereenkomst.",
    )


def probeer(form: forms.Form, handeling: Callable[[dict[str, Any]], object], veld: str | None = None) -> bool:
    """Do the action with the cleaned input. A refusal becomes an error in the form; what was typed stays."""
    if not form.is_valid():
        return False
    try:
        handeling(form.cleaned_data)
    except Geweigerd as weigering:
        for reden in weigering.redenen:
            form.add_error(veld, reden)
        return False
    return True
