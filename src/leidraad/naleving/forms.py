"""The forms on the pages of the norms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django import forms
from django.http import QueryDict

from leidraad.dossiers.formulieren.velden import Datum
from leidraad.naleving.eenheidkeuze import Eenheidkeuze
from leidraad.naleving.normfilter import OORDELEN, VOLGORDEN, Normfilter
from leidraad.naleving.weergave import hoofdstuktitel
from leidraad.normen.norm import HOOFDSTUKKEN, ROLLEN
from leidraad.organisaties.models import Gemeente

_STANDAARDTERMIJN = timedelta(days=30)
# More boxes to tick than this is a list to choose from.
_MEESTE_VAKJES = 12


def _hoofdstukken() -> list[tuple[str, str]]:
    return [("", "Alle"), *((str(nummer), hoofdstuktitel(nummer)) for nummer in HOOFDSTUKKEN)]


class Normfilterformulier(forms.Form):
    """The filters above the norms of a gemeente, filled with what is chosen."""

    q = forms.CharField(label="Zoek een norm", required=False)
    hoofdstuk = forms.ChoiceField(label="Hoofdstuk", required=False, choices=_hoofdstukken)
    oordeel = forms.ChoiceField(label="Oordeel", required=False, choices=[("", "Alle"), *OORDELEN.items()])
    rol = forms.ChoiceField(label="Verantwoordelijk", required=False, choices=[("", "Alle"), *ROLLEN.items()])
    eenheid = forms.ChoiceField(label="Eenheid", required=False)
    volgorde = forms.ChoiceField(label="Volgorde", required=False, choices=list(VOLGORDEN.items()))
    op = Datum("Stand op", hulp="Leeg is nu.")

    def __init__(self, filters: Normfilter, eenheden: Eenheidkeuze, op: str, *, heel: bool) -> None:
        gekozen = {naam: getattr(filters, naam) for naam in ("q", "hoofdstuk", "oordeel", "rol", "volgorde")}
        eenheid = eenheden.gekozen.pk if eenheden.gekozen else ""
        super().__init__(initial={**gekozen, "eenheid": eenheid, "op": op}, auto_id="filter-%s")
        alle = "Hele gemeente" if heel else "Alle eenheden die u ziet"
        veld = self.fields["eenheid"]
        veld.choices = [  # type: ignore[attr-defined]
            ("", alle),
            *((str(e.pk), f"{'– ' * diepte}{e.naam}") for e, diepte in eenheden.takken),
        ]
        if not heel:
            del self.fields["op"]


class Taakformulier(forms.Form):
    """Until when somebody has to put right what falls short."""

    uiterlijk = Datum(
        "Klaar op", hulp="Wie verantwoordelijk is, krijgt de taak als diens functie dat toelaat."
    )

    def __init__(self, gegevens: QueryDict | None = None, *, vandaag: date) -> None:
        super().__init__(gegevens, initial={"uiterlijk": vandaag + _STANDAARDTERMIJN})
        self.vandaag = vandaag
        self.fields["uiterlijk"].required = True
        self.fields["uiterlijk"].error_messages["required"] = "Kies de dag waarop dit klaar moet zijn."

    def clean_uiterlijk(self) -> date:
        """Refuse a day that has passed."""
        dag: date = self.cleaned_data["uiterlijk"]
        if dag < self.vandaag:
            raise forms.ValidationError("Kies een dag die nog komt.")
        return dag


class Vergelijkformulier(forms.Form):
    """Which gemeenten and norms stand beside each other."""

    hoofdstuk = forms.ChoiceField(label="Hoofdstuk", required=False, choices=_hoofdstukken)
    verschillen = forms.ChoiceField(
        label="Welke normen", required=False, choices=[("", "Alle"), ("ja", "Alleen met verschillen")]
    )
    gemeente = forms.MultipleChoiceField(label="Gemeenten", required=False)

    def __init__(
        self,
        gemeenten: Sequence[Gemeente],
        gekozen: Sequence[str],
        hoofdstuk: int | None,
        *,
        verschillen: bool,
    ) -> None:
        initial = {"hoofdstuk": hoofdstuk, "verschillen": "ja" if verschillen else "", "gemeente": gekozen}
        super().__init__(initial=initial, auto_id="filter-%s")
        veld = self.fields["gemeente"]
        if len(gemeenten) <= _MEESTE_VAKJES:
            veld.widget = forms.CheckboxSelectMultiple()
        else:
            veld.help_text = "Houd Ctrl of Cmd ingedrukt om er meer te kiezen."
        veld.choices = [(g.slug, g.naam) for g in gemeenten]  # type: ignore[attr-defined]
