"""Whether a document holds for the griffie: only after a decision of its own (norm 1.1.2)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leidraad.dossiers.forms import probeer
from leidraad.dossiers.handelingen import vergrendel
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.beleid import handelingen
from leidraad.registers.beleid.forms.stappen import GriffieForm, GriffieIntrekForm
from leidraad.registers.beleid.models import Beleidsstuk
from leidraad.registers.beleid.views.bestanden import bewijsstuk, bijlagen_van
from leidraad.registers.beleid.views.laden import adres, gepost, kader, stuk_voor

_ORGAAN = "Werkgeverscommissie van de griffie"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def toepassen(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Record the decision of the werkgeverscommissie."""
    stuk, lid = stuk_voor(request, gemeente, nummer, Recht.TOETSEN), lid_bij(request)
    formulier = GriffieForm(
        gepost(request),
        request.FILES or None,
        bijlagen=bijlagen_van(stuk.dossier),
        initial={"orgaan": _ORGAAN},
    )
    if request.method == "POST" and probeer(formulier, lambda schoon: _pas_toe(stuk, schoon, lid)):
        messages.success(request, "Het besluit van de griffie is vastgelegd.")
        return redirect(adres("detail", stuk.dossier))
    context = kader(stuk, "Van toepassing op de griffie") | {
        "formulier": formulier,
        "knoptekst": "Besluit vastleggen",
        "uitleg": "De griffie hoort bij de raad. Beleid van het college geldt daar pas na een eigen besluit.",
    }
    return render(request, "beleid/stap.html", context)


def _pas_toe(stuk: Beleidsstuk, schoon: dict[str, Any], lid: Lid) -> None:
    """All or nothing: a file that came along stays away when the decision is refused."""
    nu = timezone.now()
    with transaction.atomic():
        dossier = vergrendel(stuk.pk)
        handelingen.pas_toe_op_griffie(
            stuk=stuk,
            besluitdatum=schoon["besluitdatum"],
            geldig_vanaf=schoon["geldig_vanaf"],
            bewijs=bewijsstuk(dossier, schoon, door=lid, nu=nu),
            kenmerk=schoon["kenmerk"],
            orgaan=schoon["orgaan"],
            door=lid,
            nu=nu,
        )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def intrekken(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """The document no longer holds for the griffie."""
    stuk, lid = stuk_voor(request, gemeente, nummer, Recht.TOETSEN), lid_bij(request)
    toepassing = stuk.toepassingen.filter(ingetrokken_per=None).first()
    if toepassing is None:
        messages.info(request, "Dit stuk is niet van toepassing op de griffie.")
        return redirect(adres("detail", stuk.dossier))
    formulier = GriffieIntrekForm(gepost(request))
    if request.method == "POST" and probeer(
        formulier,
        lambda schoon: handelingen.trek_toepassing_in(
            toepassing=toepassing, per=schoon["per"], door=lid, nu=timezone.now()
        ),
    ):
        messages.success(request, "Vastgelegd: het stuk geldt niet meer voor de griffie.")
        return redirect(adres("detail", stuk.dossier))
    context = kader(stuk, "Toepassing op de griffie intrekken") | {
        "formulier": formulier,
        "knoptekst": "Intrekken",
        "knopsoort": "gevaar",
        "uitleg": f"Het stuk geldt nu voor de griffie door het besluit van {toepassing}.",
    }
    return render(request, "beleid/stap.html", context)
