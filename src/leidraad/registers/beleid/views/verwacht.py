"""The documents that the policy names: what a gemeente has of them, and what is missing (norm 4.6.2)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from leidraad.dossiers.forms import probeer
from leidraad.dossiers.fouten import eis
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht, mag_in
from leidraad.registers.beleid import handelingen
from leidraad.registers.beleid.begrippen import Soort
from leidraad.registers.beleid.forms.stappen import NietNodigForm
from leidraad.registers.beleid.models import Beleidsversie, Verwacht
from leidraad.registers.beleid.regels.bevoegd import CISO, is_ciso
from leidraad.registers.beleid.regels.verwachten import verwachte_stukken
from leidraad.registers.beleid.verwachten import Verwachting, verwachtingen
from leidraad.registers.beleid.views.laden import gepost
from leidraad.registers.beleid.weergave import functienaam


@dataclass(frozen=True)
class Regel:
    """One expected document on the screen."""

    verwachting: Verwachting
    soort: str
    eigenaar: str
    concepten: tuple[Beleidsversie, ...]
    maak_url: str
    niet_nodig_url: str


@login_required
@require_safe
def verwacht(request: HttpRequest, gemeente: str) -> HttpResponse:
    """What fulfils each of them, or that it is missing with a way to make it."""
    lid = lid_bij(request)
    gemeenten = list(Gemeente.objects.filter(pk__in=lid.gemeenten()))
    hier = next((g for g in gemeenten if g.slug == gemeente), None)
    if hier is None:
        raise Http404
    regels = _regels(hier, lid)
    ontbreekt = sum(1 for regel in regels if regel.verwachting.ontbreekt)
    nodig = sum(1 for regel in regels if not regel.verwachting.verwacht.niet_nodig)
    context = {
        "gemeente": hier,
        "gemeenten": [
            {"naam": g.naam, "slug": g.slug, "url": reverse("beleid:verwacht", args=[g.slug])}
            for g in gemeenten
        ]
        if len(gemeenten) > 1
        else [],
        "regels": regels,
        "aanwezig": nodig - ontbreekt,
        "nodig": nodig,
        "lijst_url": reverse("beleid:lijst"),
        "vandaag": lid.op,
    }
    return render(request, "beleid/verwacht.html", context)


def _regels(gemeente: Gemeente, lid: Lid) -> list[Regel]:
    """All expected documents: three queries."""
    concepten: dict[str, list[Beleidsversie]] = {}
    bezig = Beleidsversie.objects.filter(stuk__dossier__gemeente=gemeente, besluitdatum=None)
    for versie in bezig.exclude(stuk__verwacht="").select_related("stuk__dossier__gemeente").defer("tekst"):
        concepten.setdefault(versie.stuk.verwacht, []).append(versie)
    maakt = bool(mag_in(lid, Recht.AANMAKEN, gemeente.pk))
    toetst = bool(mag_in(lid, Recht.TOETSEN, gemeente.pk))
    return [
        Regel(
            v,
            Soort.label_van(v.item.soort),
            functienaam(v.item.eigenaar, lid.op),
            tuple(concepten.get(v.item.code, ())),
            _maak_url(gemeente, v, maakt or (v.item.eigenaar == CISO and is_ciso(lid, gemeente.pk))),
            reverse("beleid:niet_nodig", args=[gemeente.slug, v.item.code]) if toetst else "",
        )
        for v in verwachtingen(gemeente, lid.op)
    ]


def _maak_url(gemeente: Gemeente, verwachting: Verwachting, mag: bool) -> str:
    if not mag:
        return ""
    vraag = urlencode({"gemeente": gemeente.slug, "verwacht": verwachting.item.code})
    return f"{reverse('beleid:nieuw')}?{vraag}"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def niet_nodig(request: HttpRequest, gemeente: str, code: str) -> HttpResponse:
    """Say why this gemeente does not need a document, or that it does."""
    lid = lid_bij(request)
    hier = get_object_or_404(Gemeente, slug=gemeente, pk__in=lid.gemeenten())
    eis(mag_in(lid, Recht.TOETSEN, hier.pk))
    if code not in verwachte_stukken(lid.op):
        raise Http404
    rij = get_object_or_404(Verwacht, gemeente=hier, code=code)
    formulier = NietNodigForm(gepost(request), initial={"reden": rij.niet_nodig})
    terug = reverse("beleid:verwacht", args=[hier.slug])
    if request.method == "POST" and probeer(
        formulier,
        lambda schoon: handelingen.zet_niet_nodig(
            verwacht=rij, reden=schoon["reden"], door=lid, nu=timezone.now()
        ),
    ):
        messages.success(request, "Opgeslagen.")
        return redirect(terug)
    context = {
        "gemeente": hier,
        "verwacht": rij,
        "formulier": formulier,
        "terug": terug,
        "lijst_url": reverse("beleid:lijst"),
    }
    return render(request, "beleid/niet_nodig.html", context)
