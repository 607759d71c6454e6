"""Two people edited the same section of a verwerking."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from leidraad.dossiers.formulieren.botsing import SJABLOON, botsing_context
from leidraad.dossiers.toegang import lid_bij
from leidraad.registers.verwerkingen.forms.sectie import Sectieformulier
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.views.laden import kader
from leidraad.registers.verwerkingen.weergave import WEERGAVE, label_van


def toon_botsing(
    request: HttpRequest,
    verwerking: Verwerking,
    formulier: Sectieformulier,
    huidig: Inhoud,
    onbeslist: list[str] | None = None,
) -> HttpResponse:
    """The page that shows both versions. What was typed travels along, so nothing is lost."""
    op = lid_bij(request).op

    botsing = botsing_context(
        formulier, huidig, request.POST, verwerking.dossier, label=label_van,
        in_delen=lambda naam, inhoud: WEERGAVE.in_delen(naam, inhoud, op),
        onbeslist=onbeslist or (),
    )  # fmt: skip
    return render(request, SJABLOON, {**kader(verwerking, "Iemand was u voor"), **botsing})
