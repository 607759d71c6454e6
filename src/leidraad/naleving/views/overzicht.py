"""All gemeenten of somebody side by side; who serves one goes straight there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from leidraad.dossiers.fouten import GeenRecht
from leidraad.naleving.models import Dagstand
from leidraad.naleving.naast_elkaar import standen_van
from leidraad.naleving.peilen import Uitslagen
from leidraad.naleving.standen import nu_van
from leidraad.naleving.toegang import bereik
from leidraad.naleving.uitslag import Uitslag
from leidraad.naleving.views.kader import gemeenten_van
from leidraad.naleving.volgorde import op_risico
from leidraad.naleving.weergave import Samenvatting, vat_samen
from leidraad.normen.oordeel import Oordeel
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid
from leidraad.organisaties.toegang import lid_bij

_PER_PAGINA = 25
_EERST = 3
_JAAR = timedelta(days=365)


@dataclass(frozen=True)
class Regel:
    """One gemeente in the list: its verdicts, its trend and what needs attention first."""

    gemeente: Gemeente
    heel: bool
    samenvatting: Samenvatting
    vonk: Mapping[date, float | None]
    eerst: list[Uitslag]


@login_required
@require_safe
def overzicht(request: HttpRequest) -> HttpResponse:
    """The gemeenten by name, with their verdicts, their trend and their heaviest shortfalls."""
    lid, nu = lid_bij(request), timezone.now()
    gemeenten = gemeenten_van(lid)
    if not gemeenten:
        raise GeenRecht("Uw functie geeft u geen zicht op de naleving van de normen.")
    if len(gemeenten) == 1:
        return redirect("naleving:gemeente", gemeenten[0].slug)
    pagina = Paginator(gemeenten, _PER_PAGINA).get_page(request.GET.get("pagina"))
    regels = _regels(list(pagina.object_list), lid, nu)
    vandaag = timezone.localdate(nu)
    context = {
        "pagina": pagina,
        "regels": regels,
        "verdeling": [_staaf(regel) for regel in regels],
        "van": vandaag - _JAAR,
        "tot": vandaag,
        "vergelijken": sum(regel.heel for regel in regels) > 1,
    }
    return render(request, "naleving/overzicht.html", context)


def _regels(gemeenten: list[Gemeente], lid: Lid, nu: datetime) -> list[Regel]:
    standen = _standen(gemeenten, lid, nu)
    trends = _trends(gemeenten, nu)
    uit = []
    for gemeente in gemeenten:
        heel = bereik(lid, gemeente.pk) is None
        uitslagen = standen[gemeente.pk].values()
        samen = vat_samen(uitslagen)
        # Days are kept of a whole gemeente; of some units there is no trend.
        vonk = trends[gemeente.pk] | {timezone.localdate(nu): samen.procent} if heel else {}
        open_ = [u for u in op_risico(uitslagen) if u.oordeel is Oordeel.NIET_GEHAALD]
        uit.append(Regel(gemeente, heel, samen, vonk, open_[:_EERST]))
    return uit


def _standen(gemeenten: list[Gemeente], lid: Lid, nu: datetime) -> Mapping[int, Uitslagen]:
    """The verdicts per gemeente: of the whole of it, or of the units this person sees."""
    eenheden = {gemeente.pk: bereik(lid, gemeente.pk) for gemeente in gemeenten}
    hele = [pk for pk, deel in eenheden.items() if deel is None]
    delen = {pk: nu_van(pk, nu, deel) for pk, deel in eenheden.items() if deel is not None}
    return {**delen, **standen_van(hele, nu)}


def _trends(gemeenten: Iterable[Gemeente], nu: datetime) -> dict[int, dict[date, float | None]]:
    """The share of norms that was met, per gemeente and day: one query."""
    uit: dict[int, dict[date, float | None]] = defaultdict(dict)
    standen = Dagstand.objects.filter(gemeente__in=gemeenten, dag__gte=timezone.localdate(nu) - _JAAR)
    for pk, dag, gehaald, niet in standen.values_list("gemeente", "dag", "gehaald", "niet_gehaald"):
        uit[pk][dag] = round(100 * gehaald / (gehaald + niet), 1) if gehaald + niet else None
    return uit


def _staaf(regel: Regel) -> dict[str, Any]:
    url = reverse("naleving:gemeente", args=[regel.gemeente.slug])
    return {
        "label": regel.gemeente.naam,
        "url": url,
        "aantallen": regel.samenvatting.aantallen,
        "urls": {oordeel: f"{url}?oordeel={oordeel.value}" for oordeel in Oordeel},
    }
