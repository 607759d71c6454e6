"""Free text in a form: what is needed is asked at its own field, and a number of a person gives a warning."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from leidraad.dossiers.formulieren.velden import Tekst
from leidraad.dossiers.persoonsnummers import lijkt_op


class VrijForm(forms.Form):
    """A form whose `nodig` fields cannot stay empty, each with its own sentence.

    A text that looks as if it holds a BSN or IBAN is asked about once: the page then sends `toch` along
    (AVG art. 5 lid 1 onder c).
    """

    nodig: ClassVar[dict[str, str]] = {}

    toch = forms.BooleanField(required=False, widget=forms.HiddenInput)
    persoonsnummer = ""

    def clean(self) -> dict[str, Any]:
        """Say what is missing, and warn for a number of a person."""
        velden = super().clean() or self.cleaned_data
        for naam, zin in self.nodig.items():
            if naam not in self.errors and not velden.get(naam):
                self.add_error(naam, zin)
        teksten = [velden.get(naam) or "" for naam, veld in self.fields.items() if isinstance(veld, Tekst)]
        self.persoonsnummer = next((soort for tekst in teksten if (soort := lijkt_op(tekst))), "")
        if self.persoonsnummer and not velden.get("toch"):
            self.add_error(
                None,
                f"In uw tekst staat een getal dat lijkt op een {self.persoonsnummer}. Haal het weg. "
                "Is het nodig, of is het iets anders? Kies dan nog een keer de knop onderaan.",
            )
        return velden
