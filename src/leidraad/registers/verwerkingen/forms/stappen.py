"""The short forms of the steps in the life of a verwerking."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from leidraad.dossiers.formulieren.velden import Datum, Tekst
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Openbaarheid
from leidraad.registers.verwerkingen.regels.openbaar import VERTROUWELIJK_EN_OPENBAAR


class BevestigForm(forms.Form):
    """Nothing to fill in: only a confirmation."""


class AkkoordForm(forms.Form):
    """The Privacy Officer agrees."""

    redenen = Tekst("Opmerking bij uw akkoord (mag leeg blijven)", 5000, regels=3)


class RedenenForm(forms.Form):
    """Something that needs reasons."""

    redenen = Tekst("Wat moet er anders, en waarom?", 5000, regels=5,
                    hulp="De eenheid leest wat u hier schrijft.")  # fmt: skip

    def clean_redenen(self) -> str:
        """Who gets it back must be able to read why."""
        if not (redenen := str(self.cleaned_data["redenen"])):
            raise forms.ValidationError(
                "Schrijf op wat er anders moet. Zonder uitleg kan de eenheid niet verder."
            )
        return redenen


class BeeindigForm(forms.Form):
    """The end of a processing."""

    einddatum = Datum("Op welke dag eindigt de verwerking?")
    redenen = Tekst("Waarom eindigt zij?", 5000, regels=4,
                    hulp="Schrijf ook op wat er met de gegevens gebeurt.")  # fmt: skip

    def clean_einddatum(self) -> date:
        """A day is needed."""
        if (dag := self.cleaned_data["einddatum"]) is None:
            raise forms.ValidationError("Vul in wanneer de verwerking eindigt.")
        return dag  # type: ignore[no-any-return]

    def clean_redenen(self) -> str:
        """Reasons are needed."""
        if not (redenen := str(self.cleaned_data["redenen"])):
            raise forms.ValidationError("Schrijf op waarom deze verwerking eindigt.")
        return redenen


class PublicatieForm(forms.Form):
    """Public, or on which ground of the Woo not (norm 3.3.3)."""

    openbaarheid = forms.ChoiceField(
        label="Mogen inwoners deze verwerking lezen?",
        choices=Openbaarheid.keuzes(),
        required=False,
        widget=forms.RadioSelect,
        help_text="Systemen, beveiliging, namen van medewerkers en interne notities worden nooit openbaar.",
    )
    grond = forms.ChoiceField(
        label="Op welke grond niet?",
        required=False,
        help_text="Alleen nodig als de verwerking niet openbaar is.",
    )
    grond_toelichting = Tekst("Toelichting bij de grond", 2000, regels=2)

    def __init__(self, *args: Any, op: date, vertrouwelijk: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vertrouwelijk = vertrouwelijk
        gronden = [(g.code, f"{g.naam} ({g.artikel})") for g in lijst("woo_gronden", op)]
        self.fields["grond"].choices = [("", "Geen grond"), *gronden]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A choice is needed, and a ground when it is not public. A confidential one is never public."""
        velden = super().clean() or self.cleaned_data
        if not velden.get("openbaarheid") and "openbaarheid" not in self.errors:
            self.add_error("openbaarheid", "Kies of inwoners deze verwerking mogen lezen.")
        if self.vertrouwelijk and velden.get("openbaarheid") == Openbaarheid.OPENBAAR:
            self.add_error("openbaarheid", VERTROUWELIJK_EN_OPENBAAR)
        if velden.get("openbaarheid") == Openbaarheid.NIET_OPENBAAR and not velden.get("grond"):
            self.add_error("grond", "Kies de grond van de Woo. Zonder grond is een verwerking openbaar.")
        return velden


class VaststelForm(PublicatieForm):
    """Establishing: publication, a remark with the version, and the day of the next review."""

    toelichting = Tekst("Toelichting bij deze versie (mag leeg blijven)", 500, regels=2)
    herzien_voor = Datum("Herzien vóór")

    def __init__(self, *args: Any, uiterlijk: date, op: date, vertrouwelijk: bool, **kwargs: Any) -> None:
        super().__init__(*args, op=op, vertrouwelijk=vertrouwelijk, **kwargs)
        self.op, self.uiterlijk = op, uiterlijk
        self.fields["herzien_voor"].help_text = f"Uiterlijk {uiterlijk:%d-%m-%Y}. Eerder mag ook."

    def clean_herzien_voor(self) -> date | None:
        """After today, and not later than the sensitivity allows."""
        dag: date | None = self.cleaned_data["herzien_voor"]
        if dag and not self.op < dag <= self.uiterlijk:
            raise forms.ValidationError(
                f"Kies een dag na vandaag en niet later dan {self.uiterlijk:%d-%m-%Y}."
            )
        return dag
