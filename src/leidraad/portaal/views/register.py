"""The public register of a gemeente: search, filter, sort, leaf, and take exactly that along as a file."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from leidraad.organisaties.models import Gemeente
from leidraad.portaal import antwoord, uitvoer
from leidraad.portaal.views.gemeenten import navigatie
from leidraad.portaal.vinden import Zoekformulier, blad, gemeente_met_eenheden, openbaar
from leidraad.registers.verwerkingen.models import Publicatie

# A sitemap may hold fifty thousand addresses (sitemaps.org).
_SITEMAP = 50_000


@require_safe
def lijst(request: HttpRequest, gemeente: str) -> HttpResponseBase:
    """The list, at most three queries."""
    deze, eenheden = gemeente_met_eenheden(gemeente)
    formulier = Zoekformulier(request.GET, eenheden)
    gevonden = openbaar(deze, formulier, request.GET.get("sorteer", ""))
    query = request.GET.copy()
    query.pop("pagina", None)
    adres = reverse("portaal:verwerkingen", args=[deze.slug]).rstrip("/")
    achter = f"?{query.urlencode()}" if query else ""
    return antwoord.pagina(
        request,
        "portaal/register.html",
        {
            "gemeente": deze,
            "openbare_navigatie": navigatie(deze, "verwerkingen"),
            "formulier": formulier,
            "gefilterd": bool(formulier.gekozen),
            "pagina": blad(gevonden, request.GET.get("pagina", "1")),
            "bestanden": [
                (naam, f"{adres}.{formaat}{achter}") for formaat, (naam, _) in uitvoer.FORMATEN.items()
            ],
            "adres": request.build_absolute_uri(f"{adres}/"),
        },
    )


@require_safe
def bestand(request: HttpRequest, gemeente: str, formaat: str) -> HttpResponseBase:
    """The same selection, whole, as a file. Raises Http404 for a format that does not exist."""
    if formaat not in uitvoer.FORMATEN:
        raise Http404
    deze, eenheden = gemeente_met_eenheden(gemeente)
    formulier = Zoekformulier(request.GET, eenheden)
    gevonden = openbaar(deze, formulier, request.GET.get("sorteer", ""))
    basis = request.build_absolute_uri("/")[:-1]
    _, maak = uitvoer.FORMATEN[formaat]
    return antwoord.bestand(maak(deze, gevonden, basis), formaat, f"register-{deze.slug}")


@require_safe
def sitemap(request: HttpRequest, gemeente: str) -> HttpResponseBase:
    """Every public page of this gemeente, for search engines."""
    deze = get_object_or_404(Gemeente, slug=gemeente)
    publicaties = Publicatie.objects.filter(gemeente=deze, huidig=True).order_by("nummer")
    xml = render_to_string(
        "portaal/sitemap.xml",
        {
            "basis": request.build_absolute_uri("/")[:-1],
            "gemeente": deze,
            "rijen": publicaties.values_list("nummer", "vastgesteld_op")[:_SITEMAP],
        },
    )
    return antwoord.houdbaar(request, HttpResponse(xml, content_type="application/xml"))
