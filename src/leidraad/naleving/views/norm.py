"""One norm in one gemeente: what it asks, who is responsible, how it stands and what falls short."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from leidraad.dossiers.journaal.lezen import woord
from leidraad.naleving.bevindingen import lees_bevindingen
from leidraad.naleving.eenheidkeuze import Eenheidkeuze, kies_eenheid
from leidraad.naleving.forms import Taakformulier
from leidraad.naleving.handelingen import mag_verklaren
from leidraad.naleving.normbeeld import (
    Normbeeld,
    laatste_verklaring,
    lees_normbeeld,
    normdossier_van,
    trend_met_nu,
)
from leidraad.naleving.peildag import Peildag, peildag
from leidraad.naleving.toegang import Blik, blik_op
from leidraad.naleving.uitslag import Uitslag
from leidraad.naleving.verantwoordelijk import BELEIDSROL, wie_voor_gemeente
from leidraad.naleving.views.kader import kader
from leidraad.naleving.weergave import cijfers, hoofdstuktitel
from leidraad.normen.evaluatie import evaluatie
from leidraad.normen.norm import Norm, normen


@login_required
@require_safe
def norm(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """The page of a norm."""
    blik = blik_op(request, gemeente)
    return normpagina(request, blik, norm_voor(nummer), Taakformulier(vandaag=blik.lid.op))


def norm_voor(nummer: str) -> Norm:
    """The norm with this number. Raises Http404 for a number that the policy does not have."""
    gevonden = normen().get(nummer)
    if gevonden is None:
        raise Http404
    return gevonden


def normpagina(request: HttpRequest, blik: Blik, norm: Norm, formulier: Taakformulier) -> HttpResponse:
    """Draw the page, with what was typed in the form for a task."""
    nu = timezone.now()
    eenheden = _eenheden(request, blik)
    gemeente = blik.gemeente
    wie = wie_voor_gemeente(norm, gemeente, blik.lid.op)
    # What toetsen share is loaded once for the figure and for the rows behind it.
    with evaluatie(gemeente.pk):
        beeld = lees_normbeeld(norm, gemeente.pk, nu, eenheden.tellen)
        bladzijde = request.GET.get("pagina", "1")
        bevindingen = (
            lees_bevindingen(blik, norm, beeld.toets, beeld.tekort, bladzijde, wie, nu, eenheden.tellen)
            if beeld.toets and beeld.tekort
            else None
        )
    stand = _toen(request, blik, eenheden, nu)
    uitslag = _op(stand, norm, beeld)
    context = {
        **kader(blik, "gemeente"),
        "norm": norm,
        "hoofdstuk": hoofdstuktitel(norm.hoofdstuk),
        "wie": wie,
        "wie_per_eenheid": norm.rol in BELEIDSROL,
        "beeld": beeld,
        "uitslag": uitslag,
        "cijfers": cijfers(uitslag) if uitslag else "",
        "stand": stand,
        "eenheden": eenheden,
        "bevindingen": bevindingen if stand.uitslagen or not stand.dag else None,
        "formulier": formulier,
        "taak_url": _met_query(request, "naleving:taak", blik, norm),
        "trend": trend_met_nu(gemeente.pk, beeld, nu) if eenheden.tellen is None else None,
        "normdossier": normdossier_van(gemeente, norm) if blik.heel else None,
        **_verklaring(blik, beeld),
        "vandaag": blik.lid.op,
    }
    return render(request, "naleving/norm.html", context)


def _eenheden(request: HttpRequest, blik: Blik) -> Eenheidkeuze:
    """The units that count; without a choice in a whole gemeente nothing has to be loaded."""
    gevraagd = request.GET.get("eenheid", "")
    return Eenheidkeuze() if blik.heel and not gevraagd else kies_eenheid(blik, gevraagd)


def _toen(request: HttpRequest, blik: Blik, eenheden: Eenheidkeuze, nu: datetime) -> Peildag:
    """The past day that the address asks for; without one there is nothing to read."""
    gevraagd = request.GET.get("op", "")
    if not gevraagd or not blik.heel:
        return Peildag()
    return peildag(blik.gemeente.pk, gevraagd, nu, eenheden.tellen)


def _op(stand: Peildag, norm: Norm, beeld: Normbeeld) -> Uitslag | None:
    """The verdict of the day that was asked for; None for a gap: the figures of now are not of that day."""
    if stand.dag is None:
        return beeld.uitslag
    return stand.uitslagen[norm.nummer] if stand.uitslagen else None


def _verklaring(blik: Blik, beeld: Normbeeld) -> dict[str, Any]:
    """For a norm that a person states: what was stated last, and the way to state it."""
    if beeld.attest is None:
        return {}
    oordeel = mag_verklaren(blik.lid, beeld.attest, blik.gemeente.pk)
    verklaring = laatste_verklaring(blik.gemeente, beeld.norm)
    return {
        "verklaring": verklaring,
        "verklaard_als": verklaring and woord(verklaring.functie),
        "verlopen": verklaring is not None and verklaring.geldig_tot < blik.lid.op,
        "verklaren_url": _adres("naleving:verklaren", blik, beeld.norm) if oordeel else "",
        "waarom_niet": oordeel.reden,
    }


def _adres(naam: str, blik: Blik, norm: Norm) -> str:
    return reverse(naam, args=[blik.gemeente.slug, norm.nummer])


def _met_query(request: HttpRequest, naam: str, blik: Blik, norm: Norm) -> str:
    """An address of this norm, with the unit and page of this one."""
    query, url = request.GET.urlencode(), _adres(naam, blik, norm)
    return f"{url}?{query}" if query else url


def terug_naar_norm(request: HttpRequest, blik: Blik, norm: Norm) -> str:
    """The page of the norm, at the same unit and page."""
    return _met_query(request, "naleving:norm", blik, norm)
