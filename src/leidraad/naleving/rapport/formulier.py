"""Which report somebody wants: for whom, as which kind of file, of which day."""

from __future__ import annotations

from django import forms

from leidraad.dossiers.formulieren.velden import Datum
from leidraad.naleving.rapport.inhoud import Doelgroep
from leidraad.ui.papier.vormen import VORMEN


class Rapportformulier(forms.Form):
    """The choices; without a day the report is about now."""

    voor = forms.ChoiceField(
        label="Voor wie is het rapport?",
        choices=Doelgroep.keuzes(),
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies voor wie het rapport is.",
            "invalid_choice": "Kies voor wie het rapport is.",
        },
    )
    vorm = forms.ChoiceField(
        label="Wat voor bestand wilt u?",
        choices=[(code, vorm.naam) for code, vorm in VORMEN.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies PDF of Word.", "invalid_choice": "Kies PDF of Word."},
        help_text="PDF is om te lezen en te bewaren. Word is om zelf nog iets toe te voegen.",
    )
    op = Datum("Stand op", hulp="Leeg is nu.")
