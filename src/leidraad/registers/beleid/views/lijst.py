"""The list of policy documents, and the same list as a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from leidraad.dossiers.lijsten.bladeren import PER_PAGINA, gemeentewissel, in_volgorde
from leidraad.dossiers.lijsten.uitvoer import exporteer, uitvoerlinks
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.beleid.forms.filteren import Filterformulier
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.overzicht import Conformiteit, Overzicht, conformiteit_van, overzie
from leidraad.registers.beleid.regels.bevoegd import is_ciso
from leidraad.registers.beleid.register import BELEID
from leidraad.registers.beleid.selectie import Selectie
from leidraad.registers.beleid.uitwisseling.exporteren import FORMATEN, stroom
from leidraad.registers.beleid.weergave import functienaam


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
    gevonden = selectie.nummers()
    pagina: Any = Paginator(gevonden, PER_PAGINA).get_page(request.GET.get("pagina"))
    pagina.object_list = _rijen(list(pagina), lid.op)
    context = {
        "formulier": formulier,
        "gekozen": formulier.gekozen(request.GET),
        "pagina": pagina,
        "telling": "1 stuk" if len(gevonden) == 1 else f"{len(gevonden)} stukken",
        "vandaag": lid.op,
        "meer_gemeenten": len(gemeenten) > 1,
        "gemeenten": gemeentewissel(BELEID, gemeenten),
        "verwacht_url": reverse("beleid:verwacht", args=[_kies(gemeenten, selectie)]) if gemeenten else "",
        "uitvoer": uitvoerlinks(BELEID, request.GET) if lid.gemeenten(Recht.EXPORTEREN) else [],
        "mag_maken": bool(gemeenten_om_te_maken(lid)),
    }
    return render(request, "beleid/lijst.html", context)


@login_required
@require_safe
def exporteren(request: HttpRequest, formaat: str) -> StreamingHttpResponse:
    """Exactly what the list shows in an open format, as far as this person may take it out."""
    return exporteer(request, Selectie, formaat, FORMATEN, stroom)


def gemeenten_om_te_maken(lid: Lid) -> frozenset[int]:
    """Where this person may make a document; the CISO what she owns herself."""
    return lid.gemeenten(Recht.AANMAKEN) | {pk for pk in lid.gemeenten() if is_ciso(lid, pk)}


def _rijen(pks: list[int], op: date) -> list[Rij]:
    """These documents in this order, with their versions: three queries."""
    versies = Beleidsversie.objects.select_related("orgaan").defer("tekst").prefetch_related("conformiteit")
    stukken = Beleidsstuk.objects.select_related("dossier__gemeente", "dossier__eenheid")
    met_versies = stukken.prefetch_related(Prefetch("versies", versies))
    return [_rij(stuk, op) for stuk in in_volgorde(met_versies, pks)]


def _rij(stuk: Beleidsstuk, op: date) -> Rij:
    beeld = overzie(stuk.versies.all(), op)
    getoetst = beeld.geldend or beeld.komt or beeld.concept
    return Rij(stuk, beeld, functienaam(stuk.eigenaar, op), conformiteit_van(stuk.soort, getoetst, op))


def _kies(gemeenten: list[Gemeente], selectie: Selectie) -> str:
    """The gemeente whose expected documents come first: the chosen one."""
    return next((g.slug for g in gemeenten if g.slug == selectie.gemeente), gemeenten[0].slug)
