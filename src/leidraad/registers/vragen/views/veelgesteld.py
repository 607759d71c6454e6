"""Questions that many people have: one page for every employee, written by a Privacy Officer."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leidraad.dossiers.forms import probeer
from leidraad.dossiers.lijsten.selectie import schoon
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Recht
from leidraad.registers.vragen import handelingen
from leidraad.registers.vragen.forms.behandelen import VeelgesteldForm
from leidraad.registers.vragen.forms.filteren import Zoekformulier
from leidraad.registers.vragen.models import VeelgesteldeVraag
from leidraad.registers.vragen.views.dossier import adres, gestuurd, kader, vraag_voor

_PER_PAGINA = 50


@login_required
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """The questions and answers of the municipalities where this person works; every word of `q` is in it."""
    lid = lid_bij(request)
    q = schoon(request.GET.get("q", ""))
    teksten = VeelgesteldeVraag.objects.filter(
        ingetrokken_op=None, gemeenten__in=lid.gemeenten(Recht.LEZEN)
    ).distinct()
    for woord in q.split():
        teksten = teksten.filter(Q(vraag__icontains=woord) | Q(antwoord__icontains=woord))
    pagina = Paginator(teksten, _PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "pagina": pagina,
        "q": q,
        "form": Zoekformulier(initial={"q": q}, auto_id="filter-%s"),
        "stellen": bool(lid.gemeenten(Recht.MELDEN)),
    }
    return render(request, "vragen/veelgesteld.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def bewerken(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Write the question and the answer in general words."""
    vraag, lid = vraag_voor(request, gemeente, nummer, Recht.PUBLICEREN), lid_bij(request)
    oud = VeelgesteldeVraag.objects.filter(bron=vraag).first()
    begin = {
        "vraag": oud.vraag if oud else vraag.dossier.titel,
        "antwoord": oud.antwoord if oud else "",
        "gemeenten": list(oud.gemeenten.all()) if oud else [vraag.dossier.gemeente],
    }
    form = VeelgesteldForm(
        request.POST if request.method == "POST" else None,
        gemeenten=sorted(lid.gemeenten(Recht.PUBLICEREN)),
        initial=begin,
    )
    if request.method == "POST" and probeer(
        form,
        lambda schoon: handelingen.publiceer(
            bron=vraag,
            gemeenten=list(schoon["gemeenten"]),
            vraag=schoon["vraag"],
            antwoord=schoon["antwoord"],
            revisie=gestuurd(request, "revisie") or 0,
            door=lid,
            nu=timezone.now(),
        ),
    ):
        messages.success(request, "De vraag staat nu bij de veelgestelde vragen.")
        return redirect(adres("detail", vraag.dossier))
    context = kader(vraag, "Veelgestelde vraag") | {
        "form": form,
        "gepubliceerd": bool(oud and not oud.ingetrokken_op),
        "reacties": vraag.reacties.select_related("door"),
    }
    return render(request, "vragen/veelgesteld_bewerken.html", context)


@login_required
@require_POST
def intrekken(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Take it off the page."""
    vraag = vraag_voor(request, gemeente, nummer, Recht.PUBLICEREN)
    handelingen.trek_in(bron=vraag, door=lid_bij(request), nu=timezone.now())
    messages.success(request, "De vraag staat niet meer bij de veelgestelde vragen.")
    return redirect(adres("detail", vraag.dossier))
