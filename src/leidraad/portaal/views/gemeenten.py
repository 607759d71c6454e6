"""Which gemeenten there are, and what each tells its inhabitants (normen 3.3.3 and 4.5.4)."""

from typing import Any

from django.conf import settings
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from leidraad.organisaties.models import Gemeente
from leidraad.portaal.antwoord import houdbaar, pagina
from leidraad.portaal.rechten import RECHTEN
from leidraad.registers.verwerkingen.models import Publicatie

# Someone who just signed out gets a message; that page is hers alone.
_PERSOONLIJK = {settings.SESSION_COOKIE_NAME, "messages"}


@require_safe
def alle(request: HttpRequest) -> HttpResponseBase:
    """The beginning: choose a gemeente, or sign in as an employee."""
    gegevens: dict[str, Any] = {"gemeenten": Gemeente.objects.all()}
    if _PERSOONLIJK & request.COOKIES.keys():
        return _persoonlijk(request, gegevens)
    return pagina(request, "portaal/gemeenten.html", gegevens)


@never_cache
def _persoonlijk(request: HttpRequest, gegevens: dict[str, Any]) -> HttpResponse:
    return render(request, "portaal/gemeenten.html", gegevens)


@require_safe
def een(request: HttpRequest, gemeente: str) -> HttpResponseBase:
    """What this gemeente does with personal data, and which rights people have."""
    deze = get_object_or_404(Gemeente, slug=gemeente)
    aantallen = Publicatie.objects.filter(gemeente=deze, huidig=True).aggregate(
        alle=Count("pk"), bijzonder=Count("pk", filter=Q(bijzonder=True))
    )
    return pagina(
        request,
        "portaal/gemeente.html",
        {
            "gemeente": deze,
            "openbare_navigatie": navigatie(deze, "gemeente"),
            "aantallen": aantallen,
            "rechten": RECHTEN,
        },
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    """Where search engines may look, and the way to every public page."""
    regels = ["User-agent: *", "Disallow: /werk/", "Disallow: /account/"]
    regels += [
        f"Sitemap: {request.build_absolute_uri(reverse('portaal:sitemap', args=[slug]))}"
        for slug in Gemeente.objects.values_list("slug", flat=True)
    ]
    return houdbaar(request, HttpResponse("\n".join(regels) + "\n", content_type="text/plain; charset=utf-8"))


def navigatie(gemeente: Gemeente, hier: str) -> list[dict[str, Any]]:
    """The menu of the public pages of a gemeente."""
    return [
        {"label": label, "url": reverse(f"portaal:{naam}", args=[gemeente.slug]), "actief": naam == hier}
        for naam, label in (("gemeente", "Uw gegevens"), ("verwerkingen", "Register van verwerkingen"))
    ]
