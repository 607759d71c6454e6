"""Give back exactly what the list shows, in an open format."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_safe

from leidraad.dossiers.lijsten.uitvoer import exporteer
from leidraad.registers.datalekken.selectie import Selectie
from leidraad.registers.datalekken.uitwisseling.exporteren import FORMATEN, stroom


@login_required
@require_safe
def exporteren(request: HttpRequest, formaat: str) -> StreamingHttpResponse:
    """The breaches of the same selection that the list shows, as far as this person may take them out."""
    return exporteer(request, Selectie, formaat, FORMATEN, stroom)
