"""The forms with which somebody records what was told to the AP."""

from __future__ import annotations

from typing import Any

from django import forms

from leidraad.dossiers.formulieren.moment import Moment
from leidraad.registers.datalekken.begrippen import SoortMelding
from leidraad.registers.datalekken.forms.melden import Bijlagen, Vrij


class Ontvangstbewijs(Bijlagen):
    """One file."""

    hoogstens = 1


class OntvangstForm(forms.Form):
    """What the AP answered."""

    ap_kenmerk = Vrij(
        "Kenmerk van de AP", 100, required=False, help_text="Het nummer op het ontvangstbewijs."
    )  # fmt: skip
    ontvangstbewijs = Ontvangstbewijs(
        label="Ontvangstbewijs", required=False, help_text="De bevestiging van de AP, bijvoorbeeld als pdf."
    )

    def clean(self) -> dict[str, Any]:
        """The file by itself, or None."""
        velden = super().clean() or self.cleaned_data
        bestanden = velden.get("ontvangstbewijs")
        velden["ontvangstbewijs"] = bestanden[0] if bestanden else None
        return velden


class GemeldForm(OntvangstForm):
    """The notification has been sent with the form of the AP."""

    soort = forms.ChoiceField(
        label="Wat hebt u gestuurd?",
        choices=SoortMelding.keuzes(),
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat u hebt gestuurd.", "invalid_choice": "Kies een soort melding."},
    )
    verzonden_op = Moment("Wanneer hebt u het verstuurd?", verplicht=True, geweest=True)
    reden_te_laat = Vrij(
        "Waarom is de melding later dan 72 uur?", 5000, regels=3, required=False,
        help_text="Alleen nodig als u te laat bent.",
    )  # fmt: skip

    field_order = ("soort", "verzonden_op", "reden_te_laat", "ap_kenmerk", "ontvangstbewijs")
