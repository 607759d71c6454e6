"""The list of policy documents, and the same list as a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from leidraad.dossiers.fouten import GeenRecht
from leidraad.dossiers.handelingen import log_inzage_alle
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.beleid.forms.filteren import Filterformulier
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.overzicht import Conformiteit, Overzicht, conformiteit_van, overzie
from leidraad.registers.beleid.regels.bevoegd import is_ciso
from leidraad.registers.beleid.selectie import Selectie
from leidraad.registers.beleid.uitwisseling.exporteren import FORMATEN, stroom
from leidraad.registers.beleid.weergave import functienaam

PER_PAGINA = 25
# More rows than this are not counted or leafed through.
_MEESTE = 5000


@dataclass(frozen=True)
class Rij:
    """One document in the list."""

    stuk: Beleidsstuk
    beeld: Overzicht
    eigenaar: str
    conformiteit: Conformiteit


@login_required
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """The documents that this person may see, by the filters of the address."""
    lid = lid_bij(request)
    selectie = Selectie.uit(request.GET, lid)
    gemeenten = list(Gemeente.objects.filter(pk__in=lid.gemeenten()))
    formulier = Filterformulier(selectie, gemeenten)
    gevonden = list(selectie.dossiers().values_list("pk", flat=True)[:_MEESTE])
    pagina: Any = Paginator(gevonden, PER_PAGINA).get_page(request.GET.get("pagina"))
    pagina.object_list = _rijen(list(pagina.object_list), lid.op)
    zonder_pagina = request.GET.copy()
    zonder_pagina.pop("pagina", None)
    context = {
        "formulier": formulier,
        "gekozen": formulier.gekozen(request.GET),
        "pagina": pagina,
        "telling": "1 stuk" if len(gevonden) == 1 else f"{len(gevonden)} stukken",
        "vandaag": lid.op,
        "meer_gemeenten": len(gemeenten) > 1,
        "gemeenten": _wissel(gemeenten),
        "verwacht_url": reverse("beleid:verwacht", args=[_kies(gemeenten, selectie)]) if gemeenten else "",
        "uitvoer": _uitvoer(zonder_pagina.urlencode()) if lid.gemeenten(Recht.EXPORTEREN) else [],
        "mag_maken": bool(gemeenten_om_te_maken(lid)),
    }
    return render(request, "beleid/lijst.html", context)


@login_required
@require_safe
def exporteren(request: HttpRequest, formaat: str) -> StreamingHttpResponse:
    """Exactly what the list shows in an open format, as far as this person may take it out."""
    if formaat not in FORMATEN:
        raise Http404
    lid, nu = lid_bij(request), timezone.now()
    if not lid.gemeenten(Recht.EXPORTEREN):
        raise GeenRecht("Uw functie geeft u niet het recht om te exporteren.")
    dossiers = Selectie.uit(request.GET, lid).dossiers(Recht.EXPORTEREN)
    log_inzage_alle(dossiers, door=lid, nu=nu)
    antwoord = StreamingHttpResponse(stroom(formaat, dossiers, nu), content_type=FORMATEN[formaat][0])
    naam = f"beleid-{timezone.localdate(nu).isoformat()}.{formaat}"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


def gemeenten_om_te_maken(lid: Lid) -> frozenset[int]:
    """Where this person may make a document; the CISO what she owns herself."""
    return lid.gemeenten(Recht.AANMAKEN) | {pk for pk in lid.gemeenten() if is_ciso(lid, pk)}


def _rijen(pks: list[int], op: date) -> list[Rij]:
    """These documents in this order, with their versions: three queries."""
    versies = Beleidsversie.objects.select_related("orgaan").defer("tekst").prefetch_related("conformiteit")
    stukken = (
        Beleidsstuk.objects.select_related("dossier__gemeente", "dossier__eenheid")
        .prefetch_related(Prefetch("versies", versies))
        .in_bulk(pks)
    )
    return [_rij(stukken[pk], op) for pk in pks if pk in stukken]


def _rij(stuk: Beleidsstuk, op: date) -> Rij:
    beeld = overzie(stuk.versies.all(), op)
    getoetst = beeld.geldend or beeld.komt or beeld.concept
    return Rij(stuk, beeld, functienaam(stuk.eigenaar, op), conformiteit_van(stuk.soort, getoetst, op))


def _kies(gemeenten: list[Gemeente], selectie: Selectie) -> str:
    """The gemeente whose expected documents come first: the chosen one."""
    return next((g.slug for g in gemeenten if g.slug == selectie.gemeente), gemeenten[0].slug)


def _wissel(gemeenten: list[Gemeente]) -> list[dict[str, str]]:
    """The switch between municipalities, from what this page has loaded already."""
    if len(gemeenten) < 2:
        return []
    url = reverse("beleid:lijst")
    return [{"naam": g.naam, "slug": g.slug, "url": f"{url}?gemeente={g.slug}"} for g in gemeenten]


def _uitvoer(query: str) -> list[tuple[str, str]]:
    """The formats to take exactly this list out in."""
    return [
        (f"{reverse('beleid:exporteren', args=[formaat])}?{query}", naam)
        for formaat, naam in (("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON"))
    ]
