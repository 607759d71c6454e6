"""The short forms of a Privacy Officer: answer, pass on, make a question of general use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms

from leidraad.dossiers.formulieren.velden import Tekst
from leidraad.dossiers.formulieren.vrij import VrijForm
from leidraad.organisaties.models import Gemeente
from leidraad.registers.vragen.handelingen.veelgesteld import LANGSTE_VRAAG
from leidraad.registers.vragen.models import LANGSTE_TEKST


class AntwoordForm(VrijForm):
    """An answer to the asker."""

    nodig: ClassVar[dict[str, str]] = {"tekst": "Schrijf eerst uw antwoord."}

    tekst = Tekst(
        "Uw antwoord", LANGSTE_TEKST, regels=8,
        hulp="Schrijf kort en gewoon, op taalniveau B1: eerst het antwoord, dan de uitleg. De vrager krijgt "
        "een mail met een link.",
    )  # fmt: skip


class BehandelaarForm(forms.Form):
    """Which colleague answers."""

    aan = forms.TypedChoiceField(
        label="Welke Privacy Officer beantwoordt deze vraag?",
        coerce=int,
        error_messages={"required": "Kies een collega.", "invalid_choice": "Kies een collega uit de lijst."},
    )

    def __init__(self, *args: Any, kandidaten: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["aan"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101
        veld.choices = [("", "Kies een collega"), *kandidaten]


class VeelgesteldForm(VrijForm):
    """A question and its answer in general words, and for which gemeenten they hold."""

    nodig: ClassVar[dict[str, str]] = {
        "vraag": "Schrijf de vraag in algemene woorden.",
        "antwoord": "Schrijf het antwoord in algemene woorden.",
    }

    vraag = Tekst(
        "De vraag in algemene woorden", LANGSTE_VRAAG,
        hulp="Zonder namen en zonder wat over één geval gaat. Bijvoorbeeld: mag ik een foto van een collega "
        "op de website zetten?",
    )  # fmt: skip
    antwoord = Tekst(
        "Het antwoord in algemene woorden", LANGSTE_TEKST, regels=8,
        hulp="Alle medewerkers lezen dit. Schrijf kort en gewoon, op taalniveau B1.",
    )  # fmt: skip
    gemeenten = forms.ModelMultipleChoiceField(
        Gemeente.objects.none(),
        label="Voor welke gemeenten geldt dit?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Kies voor welke gemeente dit geldt.",
            "invalid_choice": "Kies gemeenten uit de lijst.",
            "invalid_pk_value": "Kies gemeenten uit de lijst.",
        },
    )

    def __init__(self, *args: Any, gemeenten: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["gemeenten"]
        assert isinstance(veld, forms.ModelMultipleChoiceField)  # noqa: S101
        veld.queryset = Gemeente.objects.filter(pk__in=gemeenten)
