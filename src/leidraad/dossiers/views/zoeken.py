"""Search through everything that this person may see."""

from django.apps import apps
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from leidraad.dossiers.models import Dossier
from leidraad.dossiers.toegang import lid_bij
from leidraad.dossiers.zoeken import zoek

_PER_BLAD = 25
# Nobody reads further; the count stays cheap whatever the question.
_MEEST = 500


@login_required
@require_GET
def zoeken(request: HttpRequest) -> HttpResponse:
    """The hits, grouped by register, newest change first."""
    vraag = request.GET.get("q", "").replace("\x00", "").strip()[:500]
    treffers: list[int] = []
    if vraag:
        zichtbaar = Dossier.objects.zichtbaar_voor(lid_bij(request))
        gesorteerd = zoek(zichtbaar, vraag).order_by("soort", "-gewijzigd_op", "-pk")
        # One query finds, sorts and counts; of the page itself the rows are read.
        treffers = list(gesorteerd.values_list("pk", flat=True)[:_MEEST])
    pagina = Paginator(treffers, _PER_BLAD).get_page(request.GET.get("pagina"))
    dossiers = Dossier.objects.select_related("gemeente", "eenheid").in_bulk(list(pagina.object_list))
    context = {
        "q": vraag,
        "pagina": pagina,
        "groepen": _per_register([dossiers[pk] for pk in pagina.object_list if pk in dossiers]),
        "meer": len(treffers) >= _MEEST,
    }
    return render(request, "dossiers/zoeken.html", context)


def _per_register(dossiers: list[Dossier]) -> list[tuple[str, list[Dossier]]]:
    """The dossiers under the name of their register, which is the name of its Django app."""
    groepen: dict[str, list[Dossier]] = {}
    for dossier in dossiers:
        groepen.setdefault(dossier.soort, []).append(dossier)
    return [(str(apps.get_app_config(soort).verbose_name), groep) for soort, groep in groepen.items()]
