"""Take the report to the college or the raad along, as PDF or Word."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from leidraad.dossiers.fouten import Geweigerd
from leidraad.naleving.rapport.formulier import Rapportformulier
from leidraad.naleving.rapport.inhoud import Doelgroep, Rapport
from leidraad.naleving.rapport.opbouw import document
from leidraad.naleving.rapport.opstellen import stel_op
from leidraad.naleving.toegang import Blik, hele_gemeente
from leidraad.naleving.views.kader import kader
from leidraad.ui.papier.vormen import VORMEN

_BEGIN = {"voor": Doelgroep.COLLEGE.value, "vorm": "pdf"}


@login_required
@require_safe
def rapport(request: HttpRequest, gemeente: str) -> HttpResponse:
    """The choices; with choices in the address the file itself, or why there is none."""
    blik = hele_gemeente(request, gemeente)
    gevraagd = "vorm" in request.GET or "voor" in request.GET
    formulier = Rapportformulier(request.GET if gevraagd else None, initial=_BEGIN)
    if gevraagd and formulier.is_valid() and (gemaakt := _stel_op(blik, formulier)):
        return _bestand(blik, gemaakt, formulier.cleaned_data["vorm"])
    return render(request, "naleving/rapport.html", {**kader(blik, "rapport"), "formulier": formulier})


def _stel_op(blik: Blik, formulier: Rapportformulier) -> Rapport | None:
    """The report; a day that cannot be reported on comes back in the form."""
    keuze = formulier.cleaned_data
    try:
        return stel_op(blik.gemeente, timezone.now(), Doelgroep.van(keuze["voor"]), keuze["op"])
    except Geweigerd as weigering:
        for reden in weigering.redenen:
            formulier.add_error("op", reden)
        return None


def _bestand(blik: Blik, rapport: Rapport, code: str) -> HttpResponse:
    vorm = VORMEN[code]
    antwoord = HttpResponse(vorm.maak(document(rapport)), content_type=vorm.mediatype)
    naam = f"privacyrapport-{blik.gemeente.slug}-{rapport.doelgroep}-{rapport.dag:%Y-%m-%d}.{code}"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord
