"""The list of breaches, the most urgent clock first."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import EmptyPage, Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from leidraad.dossiers.models import Dossier, Termijn
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.models import Eenheid, Gemeente
from leidraad.organisaties.rechten import Recht
from leidraad.registers.datalekken.begrippen import Risico
from leidraad.registers.datalekken.forms.filteren import MEER, Filterformulier
from leidraad.registers.datalekken.klokbeeld import klok_in_woorden
from leidraad.registers.datalekken.selectie import Selectie
from leidraad.registers.datalekken.taaksoorten import KLOK

PER_PAGINA = 25
# More rows than this are not counted or leafed through.
MEESTE = 5000
# What a Privacy Officer arranges for the register as a whole.
_BEHEER = (
    ("datalekken:meldlinks", "Links voor verwerkers"),
    ("datalekken:sjablonen", "Sjablonen voor brieven"),
    ("datalekken:bewaartermijn", "Bewaartermijn"),
)


@login_required
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """The breaches that this person may see, by the filters of the address."""
    lid, nu = lid_bij(request), timezone.now()
    selectie = Selectie.uit(request.GET, lid, nu)
    gemeenten = list(Gemeente.objects.filter(pk__in=lid.gemeenten(Recht.LEZEN_VERTROUWELIJK)))
    keuze = [g for g in gemeenten if not selectie.gemeente or g.slug == selectie.gemeente]
    eenheden = list(Eenheid.objects.filter(gemeente__in=keuze).order_by("naam"))
    formulier = Filterformulier(selectie, gemeenten, eenheden)
    gevonden = list(selectie.dossiers().values_list("pk", flat=True)[:MEESTE])
    pagina = _bladzijde(Paginator(gevonden, PER_PAGINA), request.GET.get("pagina", "1"))
    pagina.object_list = _rijen(list(pagina.object_list), nu)
    zonder_pagina = request.GET.copy()
    zonder_pagina.pop("pagina", None)
    context = {
        "formulier": formulier,
        "beheer": _BEHEER if lid.gemeenten(Recht.TOETSEN) else (),
        "meervelden": [formulier[naam] for naam in MEER],
        "gekozen": formulier.gekozen(request.GET),
        "pagina": pagina,
        "telling": "1 datalek" if len(gevonden) == 1 else f"{len(gevonden)} datalekken",
        "meer_gemeenten": len(gemeenten) > 1,
        "gemeenten": _wissel(gemeenten),
        "uitvoer": _uitvoer(zonder_pagina.urlencode()) if lid.gemeenten(Recht.EXPORTEREN) else [],
        "melden": bool(lid.gemeenten(Recht.MELDEN)),
    }
    return render(request, "datalekken/lijst.html", context)


def _rijen(pks: list[int], nu: Any) -> list[Dossier]:
    """These dossiers in this order, each with its clock and its risk in words: two queries."""
    dossiers = Dossier.objects.select_related("gemeente", "eenheid", "behandelaar", "datalek").in_bulk(pks)
    termijnen = Termijn.objects.filter(dossier__in=pks, soort=KLOK.code).order_by("pk")
    klokken = {termijn.dossier_id: termijn for termijn in termijnen}
    rijen: list[Any] = [dossiers[pk] for pk in pks if pk in dossiers]
    for dossier in rijen:
        dossier.klokbeeld = klok_in_woorden(dossier.datalek, klokken.get(dossier.pk), nu)
        dossier.risiconaam = Risico.label_van(dossier.datalek.risico)
    return rijen


def _wissel(gemeenten: list[Gemeente]) -> list[dict[str, str]]:
    """The switch between municipalities, from what this page has loaded already."""
    if len(gemeenten) < 2:
        return []
    url = reverse("datalekken:lijst")
    return [{"naam": g.naam, "slug": g.slug, "url": f"{url}?gemeente={g.slug}"} for g in gemeenten]


def _bladzijde(bladen: Paginator[int], nummer: str) -> Page[Any]:
    """The asked page; the nearest one when there is no such page."""
    try:
        return bladen.page(int(nummer) if nummer.isascii() and nummer.isdecimal() and len(nummer) < 7 else 1)
    except EmptyPage:
        return bladen.page(bladen.num_pages if int(nummer) > 1 else 1)


def _uitvoer(query: str) -> list[tuple[str, str]]:
    """The formats to take exactly this list out in."""
    return [
        (f"{reverse('datalekken:exporteren', args=[formaat])}?{query}", naam)
        for formaat, naam in (("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON"))
    ]
