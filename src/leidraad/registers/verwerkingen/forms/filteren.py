"""The filter bar above the list: what is chosen stands in the address and can be removed one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.http import QueryDict

from leidraad.organisaties.models import Eenheid, Gemeente
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Openbaarheid, Status
from leidraad.registers.verwerkingen.selectie import FILTERS, Selectie, eigen_eenheden

KOLOMMEN = {
    "nummer": "Nummer",
    "status": "Status",
    "gemeente": "Gemeente",
    "eenheid": "Eenheid",
    "gevoeligheid": "Gevoeligheid",
    "volledig": "Volledig",
    "herzien": "Herzien vóór",
    "openbaar": "Openbaar",
    "behandelaar": "Behandelaar",
    "gewijzigd": "Gewijzigd",
}
# What the table shows until somebody chooses; the gemeente only for who serves more than one.
STANDAARD_KOLOMMEN = ("nummer", "status", "gemeente", "eenheid", "volledig", "herzien")
_MIJN = [
    ("eenheden", "Van mijn eenheden"),
    ("behandelaar", "Die ik behandel"),
    ("alles", "Alle verwerkingen"),
]


@dataclass(frozen=True)
class GekozenFilter:
    """One filter that is on, with the address of the same list without it."""

    label: str
    waarde: str
    zonder: str


class Filterformulier(forms.Form):
    """The filters of `Selectie`, filled with what is chosen."""

    q = forms.CharField(label="Zoeken", required=False)
    gemeente = forms.ChoiceField(label="Gemeente", required=False)
    eenheid = forms.ChoiceField(label="Eenheid", required=False)
    status = forms.ChoiceField(label="Status", required=False)
    mijn = forms.ChoiceField(label="Van wie", required=False)
    herziening = forms.ChoiceField(label="Herziening", required=False)
    gevoeligheid = forms.ChoiceField(label="Gevoeligheid", required=False)
    openbaarheid = forms.ChoiceField(label="Openbaarheid", required=False)
    grondslag = forms.ChoiceField(label="Grondslag", required=False)
    wet = forms.CharField(label="Wet", required=False, help_text="Een deel van de naam is genoeg.")

    def __init__(
        self, selectie: Selectie, gemeenten: Sequence[Gemeente], eenheden: Sequence[Eenheid]
    ) -> None:
        super().__init__(initial={naam: getattr(selectie, naam) for naam in FILTERS}, auto_id="filter-%s")
        self.selectie = selectie
        op = selectie.vandaag
        keuzes: dict[str, list[tuple[str, str]]] = {
            "gemeente": [(g.slug, g.naam) for g in gemeenten],
            "eenheid": [(str(e.pk), e.naam) for e in eenheden],
            "status": Status.keuzes(),
            "mijn": _MIJN if eigen_eenheden(selectie.lid) else [_MIJN[1]],
            "herziening": [("verlopen", "Verlopen"), ("binnenkort", "Binnen 60 dagen")],
            "gevoeligheid": lijst("gevoeligheidsklassen", op).keuzes(),
            "openbaarheid": [*Openbaarheid.keuzes(), ("geen", "Nog niet beslist")],
            "grondslag": [*lijst("grondslagen", op).keuzes(), *lijst("grondslagen_wpg", op).keuzes()],
        }
        for naam, lijst_ in keuzes.items():
            veld = self.fields[naam]
            assert isinstance(veld, forms.ChoiceField)  # noqa: S101
            veld.choices = [("", "Alle"), *lijst_]

    @property
    def meer_gekozen(self) -> bool:
        """Whether one of the filters that are folded away is on."""
        return bool(self.selectie.gekozen.keys() & {"gevoeligheid", "openbaarheid", "grondslag", "wet"})

    def gekozen(self, query: QueryDict) -> list[GekozenFilter]:
        """The filters that are on. Without the standard filter of a manager everything shows."""
        uit = []
        for naam, waarde in self.selectie.gekozen.items():
            over = query.copy()
            over.pop("pagina", None)
            over.pop(naam, None)
            if naam == "mijn":
                over["mijn"] = "alles"
            uit.append(
                GekozenFilter(str(self[naam].label), self._tekst(naam, waarde), f"?{over.urlencode()}")
            )
        return uit

    def _tekst(self, naam: str, waarde: str) -> str:
        veld = self.fields[naam]
        if isinstance(veld, forms.ChoiceField):
            return str(dict(veld.choices).get(waarde, waarde))  # type: ignore[arg-type]
        return f"‘{waarde}’"
