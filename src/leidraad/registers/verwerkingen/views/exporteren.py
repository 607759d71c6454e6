"""Give back exactly what the list shows, in an open format."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_safe

from leidraad.dossiers.lijsten.uitvoer import exporteer
from leidraad.dossiers.models import Dossier
from leidraad.dossiers.toegang import lid_bij
from leidraad.registers.verwerkingen.selectie import Selectie
from leidraad.registers.verwerkingen.uitwisseling.exporteren import FORMATEN, stroom


@login_required
@require_safe
def exporteren(request: HttpRequest, formaat: str) -> StreamingHttpResponse:
    """The verwerkingen of the same selection that the list shows, as far as this person may take them out."""

    def stukken(formaat: str, dossiers: QuerySet[Dossier], nu: datetime) -> Iterator[bytes]:
        return stroom(formaat, dossiers, nu, Dossier.objects.zichtbaar_voor(lid_bij(request)))

    return exporteer(request, Selectie, formaat, FORMATEN, stukken)
