"""Take out exactly what a list shows, in an open format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, QueryDict, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone

from leidraad.dossiers.fouten import GeenRecht
from leidraad.dossiers.handelingen import log_inzage_alle
from leidraad.dossiers.lijsten.bladeren import zonder_pagina
from leidraad.dossiers.lijsten.selectie import Lijstselectie
from leidraad.dossiers.models import Dossier
from leidraad.dossiers.register import Register
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Recht

_NAMEN = (("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON"))
Stroom = Callable[[str, QuerySet[Dossier], datetime], Iterator[bytes]]


def uitvoerlinks(register: Register, query: QueryDict) -> list[tuple[str, str]]:
    """The formats to take exactly this list out in: address and name."""
    selectie = zonder_pagina(query).urlencode()
    return [
        (f"{reverse(f'{register.code}:exporteren', args=[formaat])}?{selectie}", naam)
        for formaat, naam in _NAMEN
    ]


def exporteer(
    request: HttpRequest,
    soort: type[Lijstselectie],
    formaat: str,
    formaten: Mapping[str, tuple[str, Any]],
    stroom: Stroom,
) -> StreamingHttpResponse:
    """The dossiers that the list shows as a file, as far as this person may take them out.

    `formaten` gives the media type first, `stroom` makes the file. A look at a confidential dossier is
    written down. Raises Http404 for another format, GeenRecht without the right.
    """
    if formaat not in formaten:
        raise Http404
    lid, nu = lid_bij(request), timezone.now()
    if not lid.gemeenten(Recht.EXPORTEREN):
        raise GeenRecht("Uw functie geeft u niet het recht om te exporteren.")
    dossiers = soort.uit(request.GET, lid, nu).dossiers(Recht.EXPORTEREN)
    log_inzage_alle(dossiers, door=lid, nu=nu)
    antwoord = StreamingHttpResponse(stroom(formaat, dossiers, nu), content_type=formaten[formaat][0])
    naam = f"{soort.REGISTER.code}-{timezone.localdate(nu).isoformat()}.{formaat}"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord
