"""What an inhabitant looks for in the register: the query of the address, for page and file alike."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.utils import timezone
from django.utils.functional import cached_property

from leidraad.dossiers.models import Zoektekst
from leidraad.dossiers.zoeken import treffers
from leidraad.organisaties.models import Gemeente
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.models import Publicatie

PER_PAGINA = 25
HOOGSTENS = 10_000
SORTERINGEN = {
    "naam": ("titel", "versie_id"),
    "-naam": ("-titel", "-versie_id"),
    "bijgewerkt": ("vastgesteld_op", "versie_id"),
    "-bijgewerkt": ("-vastgesteld_op", "-versie_id"),
}
_IN_LIJST = ("nummer", "titel", "samenvatting", "eenheid__naam", "einddatum", "vastgesteld_op")
# Written out: composing these joins from models takes longer than the query itself.
_GEMEENTE_MET_EENHEDEN = """
SELECT gemeente.*, eenheid.id AS eenheid, eenheid.naam AS eenheid_naam
FROM organisaties_gemeente AS gemeente
LEFT JOIN organisaties_eenheid AS eenheid ON eenheid.gemeente_id = gemeente.id AND EXISTS (
    SELECT 1 FROM verwerkingen_publicatie AS publicatie
    WHERE publicatie.eenheid_id = eenheid.id AND publicatie.huidig
)
WHERE gemeente.slug = %s
ORDER BY eenheid.naam
"""
_ALLEEN = [("", "Maakt niet uit"), ("ja", "Ja")]


class Zoekformulier(forms.Form):
    """The filters above the register. A value that does not exist is left out, never an error page."""

    q = forms.CharField(label="Zoeken", max_length=200, required=False)
    eenheid = forms.ChoiceField(label="Afdeling", required=False)
    grondslag = forms.ChoiceField(label="Waarom mag het?", required=False)
    wet = forms.CharField(label="Wet", max_length=200, required=False)
    bijzonder = forms.ChoiceField(label="Extra beschermde gegevens", choices=_ALLEEN, required=False)
    kwetsbaar = forms.ChoiceField(label="Kwetsbare mensen", choices=_ALLEEN, required=False)

    def __init__(self, query: QueryDict, eenheden: list[tuple[int, str]]) -> None:
        # A text with a null byte would be refused by PostgreSQL.
        super().__init__({naam: str(query.get(naam, "")).replace("\x00", " ") for naam in query})
        afdelingen, gronden = self.fields["eenheid"], self.fields["grondslag"]
        assert isinstance(afdelingen, forms.ChoiceField)  # noqa: S101 - narrows the type
        assert isinstance(gronden, forms.ChoiceField)  # noqa: S101
        afdelingen.choices = [("", "Alle afdelingen"), *((str(pk), naam) for pk, naam in eenheden)]
        op = timezone.localdate()
        gronden.choices = [
            ("", "Alle redenen"),
            *lijst("grondslagen", op).keuzes(),
            *((g.code, g.naam) for g in lijst("grondslagen_wpg", op) if g.voor_boa),
        ]

    @cached_property
    def gekozen(self) -> dict[str, Any]:
        """The valid values that were filled in."""
        self.is_valid()
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}


class BegrensdeBladen(Paginator):  # type: ignore[type-arg]  # not subscriptable at run time
    """Pages over at most ten thousand hits: counting and leafing stay cheap in any register."""

    def __init__(self, publicaties: QuerySet[Publicatie]) -> None:
        super().__init__(publicaties.values(*_IN_LIJST), PER_PAGINA)
        self.publicaties = publicaties

    @cached_property
    def count(self) -> int:
        """The number of hits, at most HOOGSTENS."""
        return min(self.geteld, HOOGSTENS)

    @cached_property
    def geteld(self) -> int:
        """The number of hits; one more than HOOGSTENS means: more."""
        # Counted without the columns of the list, so that no other table is joined.
        return self.publicaties.order_by().values("pk")[: HOOGSTENS + 1].count()

    @property
    def meer(self) -> bool:
        """Whether there are more hits than are shown."""
        return self.geteld > HOOGSTENS


def gemeente_met_eenheden(slug: str) -> tuple[Gemeente, list[tuple[int, str]]]:
    """The gemeente and its units that have something public, in one query. Raises Http404."""
    rijen = list(Gemeente.objects.raw(_GEMEENTE_MET_EENHEDEN, [slug]))
    if not rijen:
        raise Http404
    kolommen = [vars(rij) for rij in rijen]
    return rijen[0], [(rij["eenheid"], rij["eenheid_naam"]) for rij in kolommen if rij["eenheid"]]


def openbaar(gemeente: Gemeente, formulier: Zoekformulier, sorteer: str) -> QuerySet[Publicatie]:
    """What is public now and fits the filters, in order."""
    gekozen = formulier.gekozen
    publicaties = Publicatie.objects.filter(gemeente=gemeente, huidig=True)
    for veld in ("bijzonder", "kwetsbaar"):
        if veld in gekozen:
            publicaties = publicaties.filter(**{veld: True})
    if "eenheid" in gekozen:
        publicaties = publicaties.filter(eenheid=int(gekozen["eenheid"]))
    if "grondslag" in gekozen:
        publicaties = publicaties.filter(grondslagen__contains=gekozen["grondslag"])
    if "wet" in gekozen:
        publicaties = publicaties.filter(wetten__icontains=gekozen["wet"])
    if "q" in gekozen:
        publicaties = publicaties.filter(verwerking_id__in=treffers(gekozen["q"], Zoektekst.Bereik.OPENBAAR))
    return publicaties.order_by(*SORTERINGEN.get(sorteer, SORTERINGEN["naam"]))


def blad(publicaties: QuerySet[Publicatie], nummer: str) -> Page[dict[str, Any]]:
    """One page of the hits, with only what the list shows; any number gives the nearest page."""
    return BegrensdeBladen(publicaties).get_page(nummer)
