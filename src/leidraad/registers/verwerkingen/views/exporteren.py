"""Give back exactly what the list shows, in an open format."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from leidraad.dossiers.fouten import GeenRecht
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Recht
from leidraad.registers.verwerkingen.selectie import Selectie
from leidraad.registers.verwerkingen.views.lijst import FORMATEN


@login_required
@require_safe
def exporteren(request: HttpRequest, formaat: str) -> HttpResponse:
    """The verwerkingen of the same selection that the list shows, as far as this person may take them out."""
    if formaat not in dict(FORMATEN):
        raise Http404
    lid = lid_bij(request)
    if not lid.gemeenten(Recht.EXPORTEREN):
        raise GeenRecht("Uw functie geeft u niet het recht om te exporteren.")
    dossiers = Selectie.uit(request.GET, lid).dossiers(Recht.EXPORTEREN)
    raise Http404
