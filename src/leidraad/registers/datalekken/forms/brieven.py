"""The forms of letters to people, and of the templates behind them."""

from __future__ import annotations

from typing import Any

from django import forms

from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.datalekken.forms.ap import Ontvangstbewijs
from leidraad.registers.datalekken.forms.melden import Vrij
from leidraad.registers.datalekken.inhoud import Inhoud

_LANG = 5000


class BriefForm(forms.Form):
    """What the letter says, in words that an inhabitant understands."""

    wat_is_er_gebeurd = Vrij(
        "Wat is er gebeurd?", _LANG, regels=5,
        help_text="Schrijf aan de lezer, met u. Noem geen namen van anderen.",
        error_messages={"required": "Vul in wat er is gebeurd."},
    )  # fmt: skip
    welke_gegevens = Vrij(
        "Om welke gegevens gaat het?", _LANG, regels=3,
        error_messages={"required": "Vul in om welke gegevens het gaat."},
    )  # fmt: skip
    gevolgen = Vrij(
        "Wat kan dit voor de lezer betekenen?", _LANG, regels=4,
        error_messages={"required": "Vul in wat dit voor de lezer kan betekenen."},
    )  # fmt: skip
    wat_deden_wij = Vrij(
        "Wat heeft de gemeente gedaan?", _LANG, regels=4,
        error_messages={"required": "Vul in wat de gemeente heeft gedaan."},
    )  # fmt: skip
    wat_kunt_u_doen = Vrij(
        "Wat kan de lezer zelf doen?", _LANG, regels=4,
        help_text="Bijvoorbeeld: let op vreemde e-mails, of verander uw wachtwoord.",
        error_messages={"required": "Vul in wat de lezer zelf kan doen."},
    )  # fmt: skip


def begin_van(inhoud: Inhoud) -> dict[str, str]:
    """The letter to start from: what the register holds, which somebody rewrites for the reader."""
    maatregelen = (inhoud.maatregelen_gedicht, inhoud.maatregelen_voorkomen)
    return {
        "wat_is_er_gebeurd": inhoud.omschrijving,
        "welke_gegevens": ", ".join(g.naam for g in inhoud.gegevens if g.naam),
        "gevolgen": inhoud.gevolgen,
        "wat_deden_wij": "\n".join(deel for deel in maatregelen if deel),
    }


class SjabloonForm(forms.Form):
    """An own Word template of a municipality."""

    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(),
        label="Gemeente",
        empty_label=None,
        error_messages={"required": "Kies de gemeente.", "invalid_choice": "Kies een gemeente uit de lijst."},
    )
    bestand = Ontvangstbewijs(
        label="Word-bestand (docx)", error_messages={"required": "Kies een Word-bestand."}
    )

    def __init__(self, *args: Any, lid: Lid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["gemeente"]
        assert isinstance(veld, forms.ModelChoiceField)  # noqa: S101
        veld.queryset = Gemeente.objects.filter(pk__in=lid.gemeenten(Recht.TOETSEN))

    def clean_bestand(self) -> Any:
        """The one file."""
        bestanden = self.cleaned_data["bestand"]
        if not bestanden:
            raise forms.ValidationError("Kies een Word-bestand.")
        return bestanden[0]
