"""The improvement actions of who is signed in, also those of breaches that she may not see."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.datalekken.models import Verbeteractie

_PER_PAGINA = 25


@login_required
@require_safe
def mijn_acties(request: HttpRequest) -> HttpResponse:
    """What this person still has to do, the most urgent first; below it what she did, the newest first."""
    lid = lid_bij(request)
    eigen = eigen_acties(lid)
    klaar = eigen.exclude(klaar_op=None).order_by("-klaar_op", "-pk")
    context = {
        "te_doen": eigen.filter(klaar_op=None).order_by(F("uiterlijk").asc(nulls_last=True), "pk"),
        "pagina": Paginator(klaar, _PER_PAGINA).get_page(request.GET.get("pagina")),
        "vandaag": lid.op,
    }
    return render(request, "datalekken/mijn_acties.html", context)


def eigen_acties(lid: Lid) -> Any:
    """The actions of this person where she works today. Of the breach only its number may be shown."""
    return Verbeteractie.objects.filter(
        eigenaar=lid.persoon_id, datalek__dossier__gemeente__in=lid.gemeenten(Recht.MELDEN)
    ).select_related("datalek__dossier__gemeente")
