"""Load and authorise in one call; what every screen of one breach shows around its content."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from leidraad.dossiers.models import Dossier
from leidraad.dossiers.toegang import dossier_voor
from leidraad.organisaties.rechten import Recht
from leidraad.registers.datalekken.klokbeeld import klok_van
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.register import DATALEKKEN


def datalek_voor(request: HttpRequest, gemeente: str, nummer: str, recht: Recht = Recht.LEZEN) -> Datalek:
    """The breach with its dossier: one query. Raises Http404 or GeenRecht like `dossier_voor`."""
    dossier: Any = dossier_voor(request, DATALEKKEN.code, gemeente, nummer, recht, ook=["datalek__melder"])
    datalek: Datalek = dossier.datalek
    return datalek


def adres(naam: str, dossier: Dossier, *meer: Any) -> str:
    """The address of a screen of this breach."""
    return reverse(f"datalekken:{naam}", args=[dossier.gemeente.slug, dossier.nummer, *meer])


def gepost(request: HttpRequest) -> QueryDict | None:
    """What was posted, also when that is nothing at all; None when the page is only looked at."""
    return request.POST if request.method == "POST" else None


def kader(datalek: Datalek, nu: datetime, hier: str = "") -> dict[str, Any]:
    """The context of every screen of one breach: where am I, how late is it, the name of this screen."""
    dossier = datalek.dossier
    lijst_url = reverse("datalekken:lijst")
    return {
        "d": datalek,
        "status": datalek.status,
        "dossier": dossier,
        "gemeente": dossier.gemeente,
        "naam": dossier.titel or "Datalek zonder naam",
        "hier": hier,
        "lijst_naam": "Datalekken",
        "lijst_url": lijst_url,
        "gemeente_url": f"{lijst_url}?gemeente={dossier.gemeente.slug}",
        "dossier_url": adres("detail", dossier),
        "klok": klok_van(datalek, nu),
    }
