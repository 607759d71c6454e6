"""Give back exactly what the list shows, in an open format."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from leidraad.dossiers.fouten import GeenRecht
from leidraad.dossiers.handelingen import log_inzage_alle
from leidraad.dossiers.models import Dossier
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Recht
from leidraad.registers.verwerkingen.selectie import Selectie
from leidraad.registers.verwerkingen.uitwisseling.exporteren import FORMATEN, stroom


@login_required
@require_safe
def exporteren(request: HttpRequest, formaat: str) -> StreamingHttpResponse:
    """The verwerkingen of the same selection that the list shows, as far as this person may take them out."""
    if formaat not in FORMATEN:
        raise Http404
    lid = lid_bij(request)
    if not lid.gemeenten(Recht.EXPORTEREN):
        raise GeenRecht("Uw functie geeft u niet het recht om te exporteren.")
    dossiers = Selectie.uit(request.GET, lid).dossiers(Recht.EXPORTEREN)
    nu = timezone.now()
    log_inzage_alle(dossiers, door=lid, nu=nu)
    stukken = stroom(formaat, dossiers, nu, Dossier.objects.zichtbaar_voor(lid))
    antwoord = StreamingHttpResponse(stukken, content_type=FORMATEN[formaat][0])
    naam = f"verwerkingen-{timezone.localdate(nu).isoformat()}.{formaat}"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord
