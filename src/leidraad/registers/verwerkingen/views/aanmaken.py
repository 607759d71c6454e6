"""Make a verwerking, copy one, and say where it belongs."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Recht
from leidraad.registers.verwerkingen.forms.aanmaken import KopieerForm, NieuwForm, PlaatsingForm
from leidraad.registers.verwerkingen.handelingen import begin, kopieer, wijzig_plaatsing
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.views.laden import adres, kader, verwerking_voor


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """The short form; after it the first section."""
    lid = lid_bij(request)
    if not lid.gemeenten(Recht.AANMAKEN):
        raise GeenRecht("Uw functie geeft u niet het recht een verwerking te maken. Vraag uw leidinggevende.")
    gemeente = Gemeente.objects.filter(slug=request.GET.get("gemeente", "")[:60]).first()
    formulier = NieuwForm(
        request.POST or None, lid=lid, initial={"gemeente": gemeente or _enige(lid.gemeenten(Recht.AANMAKEN))}
    )
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        verwerking = begin(
            gemeente=velden["gemeente"],
            eenheid=velden["eenheid"],
            inhoud=Inhoud(naam=velden["naam"], regime=velden["regime"]),
            door=lid,
            nu=timezone.now(),
        )
        messages.success(
            request, f"De verwerking heeft nummer {verwerking.dossier.nummer}. Vul haar nu verder in."
        )
        return redirect(adres("bewerken", verwerking.dossier, "algemeen"))
    return render(
        request,
        "verwerkingen/nieuw.html",
        {"formulier": formulier, "lijst_url": reverse("verwerkingen:lijst"), "gemeente": gemeente},
    )


def _enige(gemeenten: frozenset[int]) -> int | None:
    return next(iter(gemeenten)) if len(gemeenten) == 1 else None


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def kopieren(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Copy a verwerking, also to another municipality that this person serves."""
    verwerking = verwerking_voor(request, gemeente, nummer)
    lid, dossier = lid_bij(request), verwerking.dossier
    if not lid.gemeenten(Recht.AANMAKEN):
        raise GeenRecht("Uw functie geeft u niet het recht een verwerking te maken.")
    formulier = KopieerForm(
        request.POST if request.method == "POST" else None,
        lid=lid,
        initial={"gemeente": dossier.gemeente_id, "eenheid": dossier.eenheid_id},
    )
    if request.method == "POST" and formulier.is_valid():
        kopie = kopieer(verwerking=verwerking, door=lid, nu=timezone.now(), **formulier.cleaned_data)
        messages.success(request, f"Gekopieerd van {dossier.nummer}. Kijk na wat anders is.")
        return redirect(adres("detail", kopie.dossier))
    return render(
        request,
        "verwerkingen/kopieren.html",
        {**kader(verwerking, "Kopiëren"), "formulier": formulier},
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plaatsing(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """The unit, the behandelaar, and who may see it."""
    verwerking = verwerking_voor(request, gemeente, nummer, Recht.BEWERKEN)
    lid, dossier = lid_bij(request), verwerking.dossier
    formulier = PlaatsingForm(
        request.POST if request.method == "POST" else None,
        lid=lid,
        dossier=dossier,
        openbaar=verwerking.is_openbaar,
        initial={
            "eenheid": dossier.eenheid_id,
            "behandelaar": dossier.behandelaar_id,
            "vertrouwelijkheid": dossier.vertrouwelijkheid,
        },
    )
    if request.method == "POST" and formulier.is_valid():
        try:
            wijzig_plaatsing(verwerking=verwerking, door=lid, nu=timezone.now(), **formulier.cleaned_data)
        except (Geweigerd, GeenRecht) as geweigerd:
            formulier.add_error(None, str(geweigerd))
        else:
            messages.success(request, "Opgeslagen.")
            return redirect(_waarheen(request, verwerking.dossier.gemeente.slug, nummer))
    return render(
        request,
        "verwerkingen/plaatsing.html",
        {**kader(verwerking, "Eenheid, behandelaar en vertrouwelijkheid"), "formulier": formulier},
    )


def _waarheen(request: HttpRequest, gemeente: str, nummer: str) -> str:
    """The dossier; the list when the person can no longer see it."""
    try:
        verwerking_voor(request, gemeente, nummer)
    except Http404:
        messages.info(request, "U kunt deze verwerking nu zelf niet meer zien.")
        return reverse("verwerkingen:lijst")
    return reverse("verwerkingen:detail", args=[gemeente, nummer])
