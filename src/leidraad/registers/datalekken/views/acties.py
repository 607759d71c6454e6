"""Improvement actions, and the verwerkingen that a breach touches."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leidraad.dossiers.forms import probeer
from leidraad.dossiers.fouten import eis
from leidraad.dossiers.handelingen import koppel, ontkoppel
from leidraad.dossiers.models import Dossier, Koppeling, Zoektekst
from leidraad.dossiers.toegang import lid_bij
from leidraad.dossiers.zoeken import zoek
from leidraad.organisaties.models import Functievervulling, Persoon
from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.registers.datalekken import handelingen
from leidraad.registers.datalekken.forms.stappen import ActieForm, ActieKlaarForm
from leidraad.registers.datalekken.models import Datalek, Verbeteractie
from leidraad.registers.datalekken.views.laden import adres, datalek_voor, gepost, kader

_SOORT = "raakt"
_GEVONDEN = 10


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def actie(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Add an action that prevents the next breach."""
    datalek = datalek_voor(request, gemeente, nummer, Recht.BEWERKEN)
    lid = lid_bij(request)
    formulier = ActieForm(gepost(request), mensen=_mensen(datalek, lid))
    if request.method == "POST" and probeer(formulier, lambda schoon: _voeg_toe(datalek, schoon, lid)):
        messages.success(request, "De verbeteractie is toegevoegd.")
        return redirect(f"{adres('detail', datalek.dossier)}#acties")
    return _stap(request, datalek, formulier, "Verbeteractie toevoegen", "Toevoegen")


def _voeg_toe(datalek: Datalek, schoon: dict[str, Any], lid: Lid) -> Verbeteractie:
    eigenaar = Persoon.objects.get(pk=schoon["eigenaar"]) if schoon["eigenaar"] else None
    return handelingen.voeg_actie_toe(
        datalek=datalek,
        omschrijving=schoon["omschrijving"],
        eigenaar=eigenaar,
        uiterlijk=schoon["uiterlijk"],
        door=lid,
        nu=timezone.now(),
    )


def _mensen(datalek: Datalek, lid: Lid) -> list[tuple[str, str]]:
    """Who works for the municipality today, by name."""
    functies = Functievervulling.objects.geldig_op(lid.op).filter(
        gemeente=datalek.dossier.gemeente_id, persoon__is_active=True
    )
    namen = dict(functies.values_list("persoon_id", "persoon__naam"))
    return sorted(((str(pk), naam) for pk, naam in namen.items()), key=lambda paar: paar[1].casefold())


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def actie_klaar(request: HttpRequest, gemeente: str, nummer: str, pk: int) -> HttpResponse:
    """Say that an action is done and what came of it: also an owner who may not see the breach."""
    gevonden, lid = _actie_voor(request, gemeente, nummer, pk), lid_bij(request)
    datalek = gevonden.datalek
    leest, eigen = bool(mag(lid, Recht.LEZEN, datalek.dossier)), reverse("datalekken:mijn_acties")
    formulier = ActieKlaarForm(gepost(request))
    if request.method == "POST" and probeer(
        formulier,
        lambda schoon: handelingen.rond_actie_af(
            actie=gevonden, resultaat=schoon["resultaat"], door=lid, nu=timezone.now()
        ),
    ):
        messages.success(request, "De verbeteractie is klaar.")
        return redirect(f"{adres('detail', datalek.dossier)}#acties" if leest else eigen)
    if leest:
        uitleg = gevonden.omschrijving
        return _stap(request, datalek, formulier, "Verbeteractie afronden", "Klaar", uitleg=uitleg)
    context = {
        "actie": gevonden,
        "dossier": datalek.dossier,
        "formulier": formulier,
        "terug": eigen,
    }
    return render(request, "datalekken/eigen_actie.html", context)


def _actie_voor(request: HttpRequest, gemeente: str, nummer: str, pk: int) -> Verbeteractie:
    """The action for its owner, or for who edits the breach. Raises Http404 or GeenRecht for others."""
    lid = lid_bij(request)
    acties = Verbeteractie.objects.select_related("datalek__dossier__gemeente")
    eigen = acties.filter(
        pk=pk,
        eigenaar=lid.persoon_id,
        datalek__dossier__nummer=nummer.upper(),
        datalek__dossier__gemeente__slug=gemeente,
        datalek__dossier__gemeente__in=lid.gemeenten(Recht.MELDEN),
    ).first()
    if eigen is not None and not mag(lid, Recht.LEZEN, eigen.datalek.dossier):
        return eigen
    datalek = datalek_voor(request, gemeente, nummer)
    gevonden = get_object_or_404(acties, datalek=datalek, pk=pk)
    if gevonden.eigenaar_id != lid.persoon_id:
        eis(mag(lid, Recht.BEWERKEN, datalek.dossier))
    return gevonden


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def koppelen(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Search verwerkingen and link them; only those this person may see exist here."""
    datalek = datalek_voor(request, gemeente, nummer, Recht.BEWERKEN)
    lid, dossier = lid_bij(request), datalek.dossier
    zichtbaar = Dossier.objects.zichtbaar_voor(lid).filter(gemeente=dossier.gemeente_id, soort="verwerkingen")
    if request.method == "POST":
        ander = zichtbaar.filter(nummer=request.POST.get("naar", "").strip().upper()[:20]).first()
        if ander is None:
            raise Http404
        weg = request.POST.get("doe") == "los"
        (ontkoppel if weg else koppel)(dossier, ander, soort=_SOORT, door=lid, nu=timezone.now())
        messages.success(request, f"{ander.nummer} is {'losgemaakt' if weg else 'gekoppeld'}.")
        return redirect(adres("koppelen", dossier))
    vraag = request.GET.get("q", "").replace("\x00", "").strip()[:200]
    gekoppeld = Koppeling.objects.filter(van=dossier, soort=_SOORT).values("naar")
    context = {
        **kader(datalek, timezone.now(), "Verwerkingen koppelen"),
        "q": vraag,
        "gekoppeld": zichtbaar.filter(pk__in=gekoppeld).order_by("nummer"),
        "gevonden": _vind(zichtbaar.exclude(pk__in=gekoppeld), vraag) if vraag else [],
    }
    return render(request, "datalekken/koppelen.html", context)


def _vind(zichtbaar: Any, vraag: str) -> list[Dossier]:
    """By number, or by words."""
    precies = list(zichtbaar.filter(nummer=vraag.upper()))
    return precies or list(zoek(zichtbaar, vraag, Zoektekst.Bereik.WERK).order_by("titel")[:_GEVONDEN])


def _stap(
    request: HttpRequest, datalek: Datalek, formulier: Any, titel: str, knoptekst: str, uitleg: str = ""
) -> HttpResponse:
    context = {
        **kader(datalek, timezone.now(), titel),
        "formulier": formulier,
        "knoptekst": knoptekst,
        "uitleg": uitleg,
        "terug": adres("detail", datalek.dossier),
    }
    return render(request, "datalekken/stap.html", context)
