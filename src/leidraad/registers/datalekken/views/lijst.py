"""The list of breaches, the most urgent clock first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from leidraad.dossiers.lijsten.bladeren import bladzijde, gemeentewissel, in_volgorde
from leidraad.dossiers.lijsten.uitvoer import uitvoerlinks
from leidraad.dossiers.models import Dossier, Termijn
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Recht
from leidraad.registers.datalekken.begrippen import Risico
from leidraad.registers.datalekken.forms.filteren import Filterformulier
from leidraad.registers.datalekken.klokbeeld import klok_in_woorden
from leidraad.registers.datalekken.register import DATALEKKEN
from leidraad.registers.datalekken.selectie import Selectie
from leidraad.registers.datalekken.taaksoorten import KLOK

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
    formulier = Filterformulier(selectie, gemeenten)
    gevonden = selectie.nummers()
    pagina = bladzijde(gevonden, request.GET.get("pagina", ""))
    pagina.object_list = _rijen(list(pagina), nu)
    context = {
        "formulier": formulier,
        "beheer": _BEHEER if lid.gemeenten(Recht.TOETSEN) else (),
        "meervelden": [formulier[naam] for naam in formulier.MEER],
        "gekozen": formulier.gekozen(request.GET),
        "pagina": pagina,
        "telling": "1 datalek" if len(gevonden) == 1 else f"{len(gevonden)} datalekken",
        "meer_gemeenten": len(gemeenten) > 1,
        "gemeenten": gemeentewissel(DATALEKKEN, gemeenten),
        "uitvoer": uitvoerlinks(DATALEKKEN, request.GET) if lid.gemeenten(Recht.EXPORTEREN) else [],
        "melden": bool(lid.gemeenten(Recht.MELDEN)),
    }
    return render(request, "datalekken/lijst.html", context)


def _rijen(pks: Sequence[int], nu: datetime) -> list[Dossier]:
    """These dossiers in this order, each with its clock and its risk in words: two queries."""
    dossiers = Dossier.objects.select_related("gemeente", "eenheid", "behandelaar", "datalek")
    termijnen = Termijn.objects.filter(dossier__in=pks, soort=KLOK.code).order_by("pk")
    klokken = {termijn.dossier_id: termijn for termijn in termijnen}
    rijen: list[Any] = in_volgorde(dossiers, pks)
    for dossier in rijen:
        dossier.klokbeeld = klok_in_woorden(dossier.datalek, klokken.get(dossier.pk), nu)
        dossier.risiconaam = Risico.label_van(dossier.datalek.risico)
    return rijen
