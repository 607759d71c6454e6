"""The form for a person's own preferences."""

from typing import Any

from django import forms

from leidraad.berichten.handelingen import voorkeuren_van
from leidraad.berichten.soorten import Wijze, berichtsoorten
from leidraad.organisaties.models import Persoon


class VoorkeurenForm(forms.Form):
    """One choice for every kind of message that can be chosen about."""

    def __init__(self, *args: Any, persoon: Persoon, **opties: Any) -> None:
        super().__init__(*args, **opties)
        huidig = voorkeuren_van(persoon)
        for soort in berichtsoorten():
            if soort.dringend:
                continue
            self.fields[soort.code] = forms.ChoiceField(
                label=soort.naam,
                help_text=soort.uitleg,
                choices=Wijze.choices,
                widget=forms.RadioSelect,
                initial=huidig[soort.code],
                # What is not chosen stays as it was.
                required=False,
                error_messages={"invalid_choice": "Kies een van de mogelijkheden."},
            )

    def keuzes(self) -> dict[str, str]:
        """What was chosen, for each kind."""
        return {soort: wijze for soort, wijze in self.cleaned_data.items() if wijze}
