"""The forms around the personal link of a processor."""

from __future__ import annotations

from typing import Any

from django import forms

from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.datalekken.forms.melden import Voorval, Vrij
from leidraad.registers.datalekken.inhoud import Inhoud


class MeldlinkForm(forms.Form):
    """A new link: for which municipality, and for which processor."""

    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(),
        label="Gemeente",
        empty_label=None,
        error_messages={"required": "Kies de gemeente.", "invalid_choice": "Kies een gemeente uit de lijst."},
    )
    verwerker = Vrij(
        "Naam van de verwerker", 300,
        help_text="Zoals in de verwerkersovereenkomst. Maak voor elke overeenkomst een eigen link.",
        error_messages={"required": "Vul de naam van de verwerker in."},
    )  # fmt: skip

    def __init__(self, *args: Any, lid: Lid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["gemeente"]
        assert isinstance(veld, forms.ModelChoiceField)  # noqa: S101
        veld.queryset = Gemeente.objects.filter(pk__in=lid.gemeenten(Recht.TOETSEN))


class VerwerkerForm(Voorval):
    """The report of a processor, without signing in (AVG art. 33 lid 2)."""

    contact = Vrij(
        "Met wie kan de gemeente bellen of mailen?", 300,
        help_text="Naam, telefoonnummer en e-mailadres.",
        error_messages={"required": "Vul in met wie de gemeente contact kan opnemen."},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["omschrijving"].help_text = "Noem geen namen van betrokkenen en geen BSN."

    def inhoud(self) -> Inhoud:
        """The report with the contact below it: the municipality must be able to ask at once."""
        kaal = super().inhoud()
        tekst = f"{kaal.omschrijving}\n\nContact bij de verwerker: {self.cleaned_data['contact']}"
        return Inhoud(**{**vars(kaal), "omschrijving": tekst})
