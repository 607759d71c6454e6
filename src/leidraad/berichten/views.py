"""The pages about messages: a person's own, and the post room of the beheerder."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leidraad.berichten.bezorgen import mailserver
from leidraad.berichten.forms import VoorkeurenForm
from leidraad.berichten.handelingen import sluit_af, stel_voorkeuren_in, stuur_opnieuw
from leidraad.berichten.models import Bericht, Postbus, Rooster, Werkproces
from leidraad.berichten.rooster import alles_gepland
from leidraad.berichten.soorten import berichtsoorten, naam_van
from leidraad.berichten.taken import LEASE, gestrand, probeer_opnieuw
from leidraad.organisaties.forms import probeer
from leidraad.organisaties.models import Persoon
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.organisaties.toegang import lid_bij

_S = Bericht.Status
_LAATSTE = 10
_TAKEN = 50
_PER_PAGINA = 25


@dataclass(frozen=True)
class Regel:
    """A message as a page shows it."""

    bericht: Bericht
    soort: str
    kleur: str


_KLEUR = {
    _S.KLAAR: "blauw",
    _S.OVERZICHT: "blauw",
    _S.WORDT_VERZONDEN: "blauw",
    _S.VERZONDEN: "groen",
    _S.OPGENOMEN: "groen",
    _S.MISLUKT: "rood",
    _S.ONZEKER: "oranje",
    _S.VERVALLEN: "grijs",
}


@login_required
@require_http_methods(["GET", "POST"])
def mijn_berichten(request: HttpRequest) -> HttpResponse:
    """How I want to receive messages, and the last ones."""
    lid_bij(request)
    persoon = cast(Persoon, request.user)
    form = VoorkeurenForm(request.POST or None, persoon=persoon)
    if request.method == "POST":
        # The handeling gives nothing back; True says that it was done.
        gelukt = probeer(form, lambda: stel_voorkeuren_in(persoon=persoon, keuzes=form.keuzes()) is None)
        if gelukt:
            messages.success(request, "Uw keuzes zijn opgeslagen.")
            return redirect("berichten:mijn_berichten")
    context = {
        "form": form,
        "dringend": [soort for soort in berichtsoorten() if soort.dringend],
        "regels": _regels(Bericht.objects.filter(ontvanger=persoon)[:_LAATSTE]),
    }
    return render(request, "berichten/mijn_berichten.html", context)


@login_required
@require_GET
def post(request: HttpRequest) -> HttpResponse:
    """The post room: what failed comes first, then what waits, the workers and the schedule."""
    lid = _beheerder(request)
    nu = timezone.now()
    mijn = Bericht.objects.van_beheerder(lid).select_related("ontvanger")
    aandacht = mijn.filter(status__in=(_S.MISLUKT, _S.ONZEKER))
    wachtrij = mijn.filter(status__in=(_S.KLAAR, _S.WORDT_VERZONDEN)).order_by("volgende_poging", "pk")
    pagina = Paginator(wachtrij, _PER_PAGINA).get_page(request.GET.get("pagina"))
    aandacht_pagina = Paginator(aandacht, _PER_PAGINA).get_page(request.GET.get("aandacht"))
    context = {
        "mailserver": mailserver(),
        "postbus": Postbus.objects.filter(naam="post").first(),
        "aantallen": _aantallen(mijn),
        "aandacht": aandacht_pagina,
        "aandacht_regels": _regels(aandacht_pagina),
        "pagina": pagina,
        "wachtrij": _regels(pagina),
        "gestrand": gestrand()[:_TAKEN],
        "rooster": _rooster(),
        **_werkers(nu),
    }
    return render(request, "berichten/post.html", context)


@login_required
@require_POST
def bericht_beslissen(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a failed or uncertain message again, or close it."""
    lid = _beheerder(request)
    bericht = get_object_or_404(Bericht.objects.van_beheerder(lid), pk=pk)
    if request.POST.get("actie") == "afsluiten":
        gelukt, tekst = sluit_af(bericht=bericht, door=lid), "Het bericht is afgesloten."
    else:
        gelukt = stuur_opnieuw(bericht=bericht, door=lid, nu=timezone.now())
        tekst = "Het bericht gaat opnieuw op de post."
    _meld(request, gelukt, tekst, "Over dit bericht was al besloten.")
    return redirect("berichten:post")


@login_required
@require_POST
def taak_opnieuw(request: HttpRequest, taak: UUID) -> HttpResponse:
    """Give a failed task all its attempts again."""
    _beheerder(request)
    gelukt = probeer_opnieuw(taak, timezone.now())
    _meld(
        request, gelukt, "De taak wordt opnieuw gedaan.", "Deze taak staat niet meer bij de mislukte taken."
    )
    return redirect("berichten:post")


def _beheerder(request: HttpRequest) -> Lid:
    """The signed-in person. Raises PermissionDenied for who keeps no accounts."""
    lid = lid_bij(request)
    if not lid.gemeenten(Recht.BEHEREN):
        raise PermissionDenied("Alleen de functioneel beheerder kan de post bekijken.")
    return lid


def _meld(request: HttpRequest, gelukt: bool, tekst: str, anders: str) -> None:
    if gelukt:
        messages.success(request, tekst)
    else:
        messages.info(request, anders)


def _regels(berichten: Any) -> list[Regel]:
    return [Regel(b, naam_van(b.soort), _KLEUR[_S(b.status)]) for b in berichten]


def _aantallen(berichten: Any) -> list[tuple[str, int]]:
    """How many messages there are in every state, in the order of a message's life."""
    geteld = dict(berichten.order_by().values_list("status").annotate(Count("pk")))
    return [(status.label, geteld.get(status.value, 0)) for status in _S]


def _werkers(nu: datetime) -> dict[str, Any]:
    """The workers of the last day, and whether one of them is at work."""
    recent = list(Werkproces.objects.filter(gezien_op__gt=nu - timedelta(days=1))[:_LAATSTE])
    grens = nu - LEASE
    levend = [w for w in recent if w.gestopt_op is None and w.gezien_op > grens]
    return {
        "werkers": levend,
        "laatst_gezien": max((w.gezien_op for w in recent), default=None),
    }


def _rooster() -> list[tuple[str, Rooster | None]]:
    """Every recurring job with its row; without one no worker has run since it was added."""
    rijen = Rooster.objects.in_bulk()
    return [(beurt.naam.capitalize(), rijen.get(beurt.naam)) for beurt in alles_gepland()]
