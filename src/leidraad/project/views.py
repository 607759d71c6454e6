"""The start page of staff: what waits for me today."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from leidraad.dossiers.toegang import lid_bij
from leidraad.dossiers.views.werklijst import rijen
from leidraad.dossiers.werkvoorraad import MIJN, Werkvoorraad
from leidraad.organisaties.rechten import Recht
from leidraad.registers.beleid.kennisname import te_lezen
from leidraad.registers.verwerkingen import openwerk as verwerkingen

# The rest is one click away, on the work list.
_EERSTE = 8


@login_required
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The most urgent work of the signed-in person, what else she may look at, and how far it all is."""
    lid = lid_bij(request)
    werk = Werkvoorraad(lid, timezone.now(), MIJN)
    standen = verwerkingen.standen(lid)
    context = {
        "keuze": werk,
        "rijen": rijen(werk.taken()[:_EERSTE], lid),
        "stapels": verwerkingen.open_werk(lid),
        "standen": standen,
        "te_lezen": te_lezen(lid).count(),
        "gevuld": any(stand.totaal for stand in standen),
        "vandaag": lid.op,
        "mag_importeren": bool(lid.gemeenten(Recht.IMPORTEREN)),
        "leest_niets": not lid.gemeenten(Recht.LEZEN),
    }
    return render(request, "project/start.html", context)
