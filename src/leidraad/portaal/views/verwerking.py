"""One public verwerking, now or as it was: a page for people, JSON and JSON-LD for machines, one address."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from leidraad.dossiers.models import Versie
from leidraad.portaal import antwoord, uitvoer
from leidraad.portaal.views.gemeenten import navigatie
from leidraad.portaal.weergave import beschrijf
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.models import Publicatie
from leidraad.registers.verwerkingen.regels.openbaar import openbare_inhoud
from leidraad.registers.verwerkingen.versies import inhoud_van

_SOORTEN = {"text/html": "html", "application/json": "json", "application/ld+json": "jsonld"}


@require_safe
def nu(request: HttpRequest, gemeente: str, nummer: str, formaat: str = "") -> HttpResponseBase:
    """The version that is public now."""
    return _toon(request, gemeente, nummer, None, formaat)


@require_safe
def versie(
    request: HttpRequest, gemeente: str, nummer: str, versie: int, formaat: str = ""
) -> HttpResponseBase:
    """One version that is or was public; its address stays the same for ever."""
    return _toon(request, gemeente, nummer, versie, formaat)


def _toon(
    request: HttpRequest, gemeente: str, nummer: str, welke: int | None, formaat: str
) -> HttpResponseBase:
    """Two queries: the public versions, and the content of one. Raises Http404 when nothing is public."""
    publicaties = _publicaties(gemeente, nummer.upper())
    deze = next((p for p in publicaties if welke in (None, p.versie.nummer)), None)
    if deze is None or formaat not in ("", "json", "jsonld"):
        raise Http404
    if nummer != deze.nummer:
        return HttpResponseRedirect(_adres(deze, welke, formaat))
    deze.versie.inhoud = Versie.objects.values_list("inhoud", flat=True).get(pk=deze.versie_id)
    soort = formaat or _SOORTEN[request.get_preferred_type(list(_SOORTEN)) or "text/html"]
    if soort == "html":
        return _pagina(request, deze, publicaties, welke)
    maak = {"json": uitvoer.een_als_json, "jsonld": uitvoer.een_als_jsonld}[soort]
    return antwoord.als_json(request, maak(deze, request.build_absolute_uri("/")[:-1]), soort)


def _publicaties(gemeente: str, nummer: str) -> list[Publicatie]:
    """All versions that were public, newest first. Raises Http404 when none is public now."""
    publicaties = list(
        Publicatie.objects.filter(gemeente__slug=gemeente, nummer=nummer)
        .select_related("gemeente", "eenheid", "versie")
        .defer("versie__inhoud")
        .order_by("-versie__nummer")
    )
    if not publicaties:
        raise Http404
    return publicaties


def _adres(publicatie: Publicatie, welke: int | None, formaat: str) -> str:
    naam = "verwerking" if welke is None else "versie"
    nummers: list[Any] = [] if welke is None else [welke]
    argumenten = [publicatie.gemeente.slug, publicatie.nummer, *nummers]
    return (
        reverse(f"portaal:{naam}_bestand", args=[*argumenten, formaat])
        if formaat
        else reverse(f"portaal:{naam}", args=argumenten)
    )


def _pagina(
    request: HttpRequest, deze: Publicatie, publicaties: list[Publicatie], welke: int | None
) -> HttpResponseBase:
    op = timezone.localdate(deze.versie.op)
    functie = lijst("functies", op).get(deze.versie.functie)
    inhoud = openbare_inhoud(inhoud_van(deze.versie))
    adressen = {
        naam: _adres(deze, welke, formaat) for naam, formaat in (("JSON", "json"), ("JSON-LD", "jsonld"))
    }
    return antwoord.pagina(
        request,
        "portaal/verwerking.html",
        {
            "gemeente": deze.gemeente,
            "openbare_navigatie": navigatie(deze.gemeente, "verwerkingen"),
            "publicatie": deze,
            "nu_openbaar": publicaties[0],
            "oud": not deze.huidig,
            "functie": functie.naam.lower() if functie else "",
            "versies": publicaties,
            "b": beschrijf(inhoud, op),
            "bestanden": adressen.items(),
            "adres": request.build_absolute_uri(_adres(deze, welke, "")),
            "vandaag": timezone.localdate(),
        },
    )
