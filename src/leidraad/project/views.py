"""The start page of staff: what waits for me today."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Recht
from leidraad.registers.verwerkingen import openwerk as verwerkingen


@login_required
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Every pile of work of the signed-in person, and how far her municipalities are."""
    lid = lid_bij(request)
    standen = verwerkingen.standen(lid)
    context = {
        "stapels": verwerkingen.open_werk(lid),
        "standen": standen,
        "gevuld": any(stand.totaal for stand in standen),
        "vandaag": lid.op,
        "mag_importeren": bool(lid.gemeenten(Recht.IMPORTEREN)),
        "leest_niets": not lid.gemeenten(Recht.LEZEN),
    }
    return render(request, "project/start.html", context)
