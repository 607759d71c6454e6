"""The list of questions, who waits longest first, and the same list as a file."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leidraad.dossiers.lijsten.bladeren import bladzijde, gemeentewissel, in_volgorde
from leidraad.dossiers.lijsten.uitvoer import exporteer, uitvoerlinks
from leidraad.dossiers.models import Dossier
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Recht
from leidraad.registers.vragen.forms.filteren import Filterformulier
from leidraad.registers.vragen.regels import in_dagen, mediaan, streefdagen
from leidraad.registers.vragen.register import VRAGEN
from leidraad.registers.vragen.selectie import Selectie
from leidraad.registers.vragen.uitwisseling import FORMATEN, stroom


@login_required
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """The questions that this person may see, by the filters of the address."""
    lid = lid_bij(request)
    selectie = Selectie.uit(request.GET, lid)
    gemeenten = list(Gemeente.objects.filter(pk__in=lid.gemeenten(Recht.LEZEN_VERTROUWELIJK)))
    formulier = Filterformulier(selectie, gemeenten)
    gevonden = selectie.nummers()
    pagina = bladzijde(gevonden, request.GET.get("pagina", ""))
    dossiers = Dossier.objects.select_related("gemeente", "behandelaar", "vraag")
    pagina.object_list = in_volgorde(dossiers, list(pagina))
    context = {
        "formulier": formulier,
        "gekozen": formulier.gekozen(request.GET),
        "pagina": pagina,
        "telling": "1 vraag" if len(gevonden) == 1 else f"{len(gevonden)} vragen",
        "doorlooptijd": _doorlooptijd(selectie),
        "vandaag": lid.op,
        "meer_gemeenten": len(gemeenten) > 1,
        "gemeenten": gemeentewissel(VRAGEN, gemeenten),
        "uitvoer": uitvoerlinks(VRAGEN, request.GET) if lid.gemeenten(Recht.EXPORTEREN) else [],
        "stellen": bool(lid.gemeenten(Recht.MELDEN)),
    }
    return render(request, "vragen/lijst.html", context)


@login_required
@require_safe
def exporteren(request: HttpRequest, formaat: str) -> StreamingHttpResponse:
    """Exactly what the list shows in an open format, as far as this person may take it out."""
    return exporteer(request, Selectie, formaat, FORMATEN, stroom)


def _doorlooptijd(selectie: Selectie) -> str:
    """How long answers take, beside how long they may take; empty without a single answer."""
    duren = selectie.doorlooptijden()
    midden = mediaan(duren)
    if midden is None:
        return ""
    vragen = "1 vraag" if len(duren) == 1 else f"{len(duren)} vragen"
    return (
        f"Doorlooptijd in de laatste twaalf maanden: {in_dagen(midden)} "
        f"(de middelste van {vragen}). Streven: hooguit {streefdagen(selectie.lid.op)} dagen."
    )
