"""The short forms that make documents: a new one, and copies for other gemeenten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.db.models import Q

from leidraad.dossiers.formulieren.velden import Keuze, Tekst
from leidraad.organisaties.models import Eenheid, Gemeente
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.beleid.begrippen import Soort
from leidraad.registers.beleid.forms.stappen import Stapformulier
from leidraad.registers.beleid.regels.bevoegd import CISO, is_ciso
from leidraad.registers.beleid.regels.verwachten import verwachte_stukken
from leidraad.registers.beleid.weergave import eigenaren

Plek = tuple[Gemeente, Eenheid | None]


class NieuwForm(Stapformulier):
    """Where a document belongs, what it is, and who keeps it."""

    nodig: ClassVar[dict[str, str]] = {
        "plek": "Kies van welke gemeente of eenheid dit stuk is.",
        "naam": "Geef het stuk een naam.",
        "soort": "Kies wat voor stuk dit is.",
        "eigenaar": "Kies welke functie voor dit stuk zorgt.",
    }

    plek = Keuze("Van wie is dit stuk?", leeg="Kies een gemeente of een eenheid")
    naam = Tekst("Naam", 300, hulp="Bijvoorbeeld: Procedure datalekken.")
    soort = Keuze("Wat voor stuk is dit?", Soort.keuzes())
    verwacht = Keuze("Welk stuk uit het privacybeleid is dit?", leeg="Geen van deze")
    eigenaar = Keuze("Welke functie zorgt voor dit stuk?")
    omschrijving = Tekst("Waar gaat het over?", 5000, regels=3, hulp="Twee of drie zinnen. Dit hoeft niet.")

    def __init__(self, *args: Any, lid: Lid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plekken = _plekken(lid)
        groepen: dict[str, list[tuple[str, str]]] = {}
        for code, (gemeente, eenheid) in self.plekken.items():
            groep = groepen.setdefault(gemeente.naam, [])
            groep.append((code, eenheid.naam if eenheid else f"Hele gemeente {gemeente.naam}"))
        self._zet("plek", groepen.items())
        self._zet("verwacht", [(code, item.naam) for code, item in verwachte_stukken(lid.op).items()])
        self._zet("eigenaar", _mogelijke_eigenaren(lid, lid.op))
        if len(self.plekken) == 1:
            self.initial["plek"] = next(iter(self.plekken))

    def _zet(self, naam: str, keuzes: Iterable[Any]) -> None:
        veld = self.fields[naam]
        assert isinstance(veld, Keuze)  # noqa: S101
        veld.zet(keuzes)


def _mogelijke_eigenaren(lid: Lid, op: date) -> list[tuple[str, str]]:
    """Everybody for who may make documents; only herself for a CISO who makes nothing else."""
    alle = eigenaren(op)
    return alle if lid.gemeenten(Recht.AANMAKEN) else [(code, naam) for code, naam in alle if code == CISO]


def _plekken(lid: Lid) -> dict[str, Plek]:
    """The gemeenten and units for which this person may make a document: two queries."""
    heel = {b.gemeente_id for b in lid.met(Recht.AANMAKEN) if b.eenheden is None}
    heel |= {pk for pk in lid.gemeenten() if is_ciso(lid, pk)}
    eigen = {pk for b in lid.met(Recht.AANMAKEN) for pk in b.eenheden or ()}
    maakt = {b.gemeente_id for b in lid.met(Recht.AANMAKEN) if b.eenheden is None}
    plekken: dict[str, Plek] = {f"g{g.pk}": (g, None) for g in Gemeente.objects.filter(pk__in=heel)}
    eenheden = Eenheid.objects.geldig_op(lid.op).filter(Q(pk__in=eigen) | Q(gemeente__in=maakt))
    for eenheid in eenheden.select_related("gemeente").order_by("gemeente__naam", "naam"):
        plekken[f"e{eenheid.pk}"] = (eenheid.gemeente, eenheid)
    return plekken


class KopieerForm(forms.Form):
    """The gemeenten that get a copy as a concept."""

    gemeenten = forms.ModelMultipleChoiceField(
        Gemeente.objects.none(),
        label="Naar welke gemeenten?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Kies ten minste één gemeente.",
            "invalid_choice": "Kies gemeenten uit de lijst.",
            "invalid_pk_value": "Kies gemeenten uit de lijst.",
        },
    )

    def __init__(self, *args: Any, gemeenten: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["gemeenten"]
        assert isinstance(veld, forms.ModelMultipleChoiceField)  # noqa: S101
        veld.queryset = Gemeente.objects.filter(pk__in=gemeenten)
