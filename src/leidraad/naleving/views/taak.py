"""Make tasks for what falls short of a norm."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.models import Dossier, Taak
from leidraad.naleving.bevindingen import PER_PAGINA
from leidraad.naleving.forms import Taakformulier
from leidraad.naleving.hersteltaken import maak_hersteltaken, maak_normtaak
from leidraad.naleving.toegang import Blik, blik_op
from leidraad.naleving.toetsen import toets_van
from leidraad.naleving.views.norm import norm_voor, normpagina, terug_naar_norm
from leidraad.normen.norm import Norm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def taak(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Make the tasks that were ticked, or the one whose button was pressed."""
    blik, norm = blik_op(request, gemeente), norm_voor(nummer)
    terug = terug_naar_norm(request, blik, norm)
    if request.method != "POST":
        # The links on a page that came back with an error lead here.
        return redirect(terug)
    form = Taakformulier(request.POST, vandaag=blik.lid.op)
    if form.is_valid():
        try:
            _maak(request, blik, norm, form.cleaned_data["uiterlijk"])
        except Geweigerd as weigering:
            form.add_error(None, list(weigering.redenen))
        else:
            return redirect(terug)
    return normpagina(request, blik, norm, form)


def _maak(request: HttpRequest, blik: Blik, norm: Norm, uiterlijk: date) -> None:
    """Make the tasks and say what became of them. Raises Geweigerd when there is nothing to make."""
    toets, nu = toets_van(norm.nummer), timezone.now()
    if toets is None:
        raise Http404
    if not toets.populatie.dossier:
        een = maak_normtaak(blik.gemeente, norm, uiterlijk=uiterlijk, door=blik.lid, nu=nu)
        messages.success(request, _gemaakt([een]))
        return
    dossiers = _dossiers(request, blik)
    uit = maak_hersteltaken(blik.gemeente, norm, dossiers, uiterlijk=uiterlijk, door=blik.lid, nu=nu)
    if not uit.taken:
        raise Geweigerd(uit.redenen)
    messages.success(request, _gemaakt(uit.taken))
    for reden in uit.redenen:
        messages.warning(request, reden)


def _dossiers(request: HttpRequest, blik: Blik) -> list[Dossier]:
    """The dossiers that were chosen. Raises Http404 for one that this person may not see."""
    gekozen = request.POST.getlist("een") or request.POST.getlist("dossier")
    if not gekozen:
        raise Geweigerd("Kies eerst voor welke dossiers u een taak wilt maken.")
    if len(gekozen) > PER_PAGINA or not all(
        pk.isascii() and pk.isdecimal() and len(pk) < 19 for pk in gekozen
    ):
        raise Http404
    dossiers = list(
        Dossier.objects.zichtbaar_voor(blik.lid)
        .filter(pk__in=set(gekozen), gemeente=blik.gemeente)
        .select_related("gemeente", "eenheid")
        .order_by("nummer")
    )
    if len(dossiers) != len(set(gekozen)):
        raise Http404
    return dossiers


def _gemaakt(taken: list[Taak]) -> str:
    """What was made, and with whom it lies."""
    vrij = sum(taak.toegewezen is None for taak in taken)
    if len(taken) == 1:
        [een] = taken
        bij = f"bij {een.toegewezen.naam}" if een.toegewezen else "in de werklijst van wie het mag doen"
        return f"De taak is gemaakt en ligt {bij}."
    tekst = f"{len(taken)} taken zijn gemaakt."
    if vrij:
        tekst += f" {vrij} daarvan {'ligt' if vrij == 1 else 'liggen'} in de werklijst van wie het mag doen."
    return tekst
