"""The list of questions, who waits longest first, and the same list as a file."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import EmptyPage, Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from leidraad.dossiers.fouten import GeenRecht
from leidraad.dossiers.handelingen import log_inzage_alle
from leidraad.dossiers.models import Dossier
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Recht
from leidraad.registers.vragen.forms.filteren import Filterformulier
from leidraad.registers.vragen.regels import in_dagen, mediaan, streefdagen
from leidraad.registers.vragen.selectie import Selectie
from leidraad.registers.vragen.uitwisseling import FORMATEN, stroom

PER_PAGINA = 25
# More rows than this are not counted or leafed through.
MEESTE = 5000


@login_required
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """The questions that this person may see, by the filters of the address."""
    lid = lid_bij(request)
    selectie = Selectie.uit(request.GET, lid)
    gemeenten = list(Gemeente.objects.filter(pk__in=lid.gemeenten(Recht.LEZEN_VERTROUWELIJK)))
    formulier = Filterformulier(selectie, gemeenten)
    gevonden = list(selectie.dossiers().values_list("pk", flat=True)[:MEESTE])
    pagina = _bladzijde(Paginator(gevonden, PER_PAGINA), request.GET.get("pagina", "1"))
    pagina.object_list = _rijen(list(pagina.object_list))
    zonder_pagina = request.GET.copy()
    zonder_pagina.pop("pagina", None)
    context = {
        "formulier": formulier,
        "gekozen": formulier.gekozen(request.GET),
        "pagina": pagina,
        "telling": "1 vraag" if len(gevonden) == 1 else f"{len(gevonden)} vragen",
        "doorlooptijd": _doorlooptijd(selectie),
        "vandaag": lid.op,
        "meer_gemeenten": len(gemeenten) > 1,
        "gemeenten": _wissel(gemeenten),
        "uitvoer": _uitvoer(zonder_pagina.urlencode()) if lid.gemeenten(Recht.EXPORTEREN) else [],
        "stellen": bool(lid.gemeenten(Recht.MELDEN)),
    }
    return render(request, "vragen/lijst.html", context)


@login_required
@require_safe
def exporteren(request: HttpRequest, formaat: str) -> StreamingHttpResponse:
    """Exactly what the list shows in an open format, as far as this person may take it out."""
    if formaat not in FORMATEN:
        raise Http404
    lid, nu = lid_bij(request), timezone.now()
    if not lid.gemeenten(Recht.EXPORTEREN):
        raise GeenRecht("Uw functie geeft u niet het recht om te exporteren.")
    dossiers = Selectie.uit(request.GET, lid, nu).dossiers(Recht.EXPORTEREN)
    log_inzage_alle(dossiers, door=lid, nu=nu)
    antwoord = StreamingHttpResponse(stroom(formaat, dossiers, nu), content_type=FORMATEN[formaat][0])
    naam = f"vragen-{timezone.localdate(nu).isoformat()}.{formaat}"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


def _doorlooptijd(selectie: Selectie) -> str:
    """How long answers take, beside how long they may take; empty without a single answer."""
    duren = selectie.doorlooptijden()
    midden = mediaan(duren)
    if midden is None:
        return ""
    vragen = "1 vraag" if len(duren) == 1 else f"{len(duren)} vragen"
    return (
        f"Doorlooptijd in de laatste twaalf maanden: {in_dagen(midden)} "
        f"(de middelste van {vragen}). Streven: hooguit {streefdagen(selectie.lid.op)} dagen."
    )


def _rijen(pks: list[int]) -> list[Dossier]:
    """These dossiers in this order: one query."""
    dossiers = Dossier.objects.select_related("gemeente", "behandelaar", "vraag").in_bulk(pks)
    return [dossiers[pk] for pk in pks if pk in dossiers]


def _wissel(gemeenten: list[Gemeente]) -> list[dict[str, str]]:
    """The switch between municipalities, from what this page has loaded already."""
    if len(gemeenten) < 2:
        return []
    url = reverse("vragen:lijst")
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
        (f"{reverse('vragen:exporteren', args=[formaat])}?{query}", naam)
        for formaat, naam in (("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON"))
    ]
