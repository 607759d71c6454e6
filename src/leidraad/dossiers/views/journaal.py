"""The journaal on screen: per dossier, and the proof over all of them."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from leidraad.dossiers.fouten import GeenRecht
from leidraad.dossiers.journaal.afschermen import scherm_af
from leidraad.dossiers.journaal.controleren import controleer
from leidraad.dossiers.journaal.lezen import export, keten_klopt, leesbaar
from leidraad.dossiers.models import Journaalregel, Termijn, Zegel
from leidraad.dossiers.toegang import dossier_voor, lid_bij
from leidraad.organisaties.rechten import Recht

_PER_BLAD = 50


@login_required
@require_GET
def dossierjournaal(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Every line about one dossier, newest first, and whether its chain is whole."""
    dossier = dossier_voor(request, None, gemeente, nummer, Recht.JOURNAAL)
    regels = Journaalregel.objects.filter(keten=dossier.uuid).order_by("-volgnummer")
    pagina = Paginator(regels, _PER_BLAD).get_page(request.GET.get("pagina"))
    context = {
        "dossier": dossier,
        "gemeente": dossier.gemeente,
        "termijnen": Termijn.objects.lopend().filter(dossier=dossier),
        "pagina": pagina,
        "regels": leesbaar(scherm_af(pagina.object_list, dossier.gemeente, lid_bij(request))),
        "klopt": keten_klopt(dossier.uuid),
    }
    return render(request, "dossiers/dossierjournaal.html", context)


@login_required
@require_GET
def journaal(request: HttpRequest) -> HttpResponse:
    """The seals, and on request the check of the whole journaal."""
    _eis_toezicht(request)
    context = {
        "pagina": Paginator(Zegel.objects.all(), _PER_BLAD).get_page(request.GET.get("pagina")),
        "uitslag": controleer() if request.GET.get("controle") == "ja" else None,
    }
    return render(request, "dossiers/journaal.html", context)


@login_required
@require_GET
def zegel(request: HttpRequest, dag: date) -> HttpResponse:
    """One seal to keep elsewhere, as JSON."""
    _eis_toezicht(request)
    gevonden = get_object_or_404(Zegel, dag=dag)
    antwoord = JsonResponse(export(gevonden), json_dumps_params={"indent": 2, "ensure_ascii": False})
    antwoord["Content-Disposition"] = f'attachment; filename="zegel-{dag:%Y-%m-%d}.json"'
    return antwoord


def _eis_toezicht(request: HttpRequest) -> None:
    """The proof is about all dossiers together: for who oversees a whole municipality."""
    if not any(b.eenheden is None for b in lid_bij(request).met(Recht.JOURNAAL)):
        raise GeenRecht("Alleen de Privacy Officer en de Functionaris Gegevensbescherming zien het journaal.")
