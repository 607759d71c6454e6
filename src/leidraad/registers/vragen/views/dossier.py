"""The page of one question: who asked what, what was answered, and what to do now."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from leidraad.dossiers.forms import probeer
from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.kandidaten import kandidaten
from leidraad.dossiers.models import Dossier, Taak
from leidraad.dossiers.paneel import paneel
from leidraad.dossiers.toegang import dossier_voor, lid_bij
from leidraad.organisaties.models import Persoon
from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.registers.vragen import handelingen
from leidraad.registers.vragen.begrippen import Status
from leidraad.registers.vragen.forms.behandelen import AntwoordForm, BehandelaarForm
from leidraad.registers.vragen.models import VeelgesteldeVraag, Vraag
from leidraad.registers.vragen.register import VRAGEN


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def detail(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """The whole dossier on one page; a Privacy Officer answers here."""
    vraag, lid = vraag_voor(request, gemeente, nummer), lid_bij(request)
    form = AntwoordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        eis(mag(lid, Recht.TOETSEN, vraag.dossier))
        if probeer(
            form,
            lambda schoon: handelingen.beantwoord(
                vraag=vraag, tekst=schoon["tekst"], gezien=gestuurd(request, "gezien") or 0,
                door=lid, nu=timezone.now(),
            ),
        ):  # fmt: skip
            messages.success(request, "Uw antwoord is verstuurd. De vrager krijgt een mail met een link.")
            return redirect(adres("detail", vraag.dossier))
    return render(request, "vragen/detail.html", _beeld(vraag, lid) | {"form": form})


def _beeld(vraag: Vraag, lid: Lid) -> dict[str, Any]:
    dossier = vraag.dossier
    reacties = list(vraag.reacties.select_related("door"))
    zijkant = paneel(dossier, lid)
    return {
        **zijkant,
        **kader(vraag),
        "reacties": reacties,
        # What the page shows is what the answerer has read.
        "gezien": max((reactie.pk for reactie in reacties), default=0),
        "toetsen": zijkant["rechten"]["toetsen"],
        "sluitbaar": vraag.status in (Status.BEANTWOORD, Status.HEROPEND),
        "veelgesteld": VeelgesteldeVraag.objects.filter(bron=vraag, ingetrokken_op=None).first(),
        "is_van_mij": dossier.behandelaar_id == lid.persoon_id,
        "vandaag": lid.op,
    }


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def toewijzen(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Pass the question on to a colleague."""
    vraag, lid = vraag_voor(request, gemeente, nummer, Recht.TOETSEN), lid_bij(request)
    mogelijk = kandidaten(Taak(dossier=vraag.dossier, recht=Recht.TOETSEN.value), lid.op)
    form = BehandelaarForm(request.POST if request.method == "POST" else None, kandidaten=mogelijk)
    if request.method == "POST" and probeer(
        form, lambda schoon: _geef(request, vraag, Persoon.objects.get(pk=schoon["aan"]))
    ):
        messages.success(request, "De vraag ligt nu bij uw collega.")
        return redirect(adres("detail", vraag.dossier))
    # What the next attempt starts from is how it is now.
    vraag.dossier.refresh_from_db(fields=["behandelaar"])
    return render(request, "vragen/toewijzen.html", kader(vraag, "Doorgeven") | {"form": form})


@login_required
@require_POST
def nemen(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Take the question."""
    vraag = vraag_voor(request, gemeente, nummer, Recht.TOETSEN)
    try:
        _geef(request, vraag, Persoon.objects.get(pk=lid_bij(request).persoon_id))
    except Geweigerd as weigering:
        messages.error(request, str(weigering))
    else:
        messages.success(request, "Deze vraag ligt nu bij u.")
    return redirect(adres("detail", vraag.dossier))


def _geef(request: HttpRequest, vraag: Vraag, aan: Persoon) -> Vraag:
    was = gestuurd(request, "was")
    return handelingen.geef_aan(vraag=vraag, aan=aan, was=was, door=lid_bij(request), nu=timezone.now())


@login_required
@require_POST
def sluiten(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Nothing more is to be said."""
    vraag = vraag_voor(request, gemeente, nummer, Recht.TOETSEN)
    gezien = gestuurd(request, "gezien") or 0
    try:
        handelingen.sluit(vraag=vraag, gezien=gezien, door=lid_bij(request), nu=timezone.now())
    except Geweigerd as weigering:
        messages.error(request, str(weigering))
    else:
        messages.success(request, "De vraag is gesloten.")
    return redirect(adres("detail", vraag.dossier))


def vraag_voor(request: HttpRequest, gemeente: str, nummer: str, recht: Recht = Recht.LEZEN) -> Vraag:
    """The question with its dossier: one query. Raises Http404 or GeenRecht like `dossier_voor`."""
    dossier: Any = dossier_voor(request, VRAGEN.code, gemeente, nummer, recht, ook=["vraag__vrager"])
    vraag: Vraag = dossier.vraag
    return vraag


def adres(naam: str, dossier: Dossier) -> str:
    """The address of a screen of this question."""
    return reverse(f"vragen:{naam}", args=[dossier.gemeente.slug, dossier.nummer])


def gestuurd(request: HttpRequest, naam: str) -> int | None:
    """A number that the page sent along; None for anything else."""
    tekst = request.POST.get(naam, "")
    return int(tekst) if tekst.isascii() and tekst.isdecimal() and len(tekst) < 19 else None


def kader(vraag: Vraag, hier: str = "") -> dict[str, Any]:
    """The context of every screen of one question: where am I."""
    dossier, lijst_url = vraag.dossier, reverse("vragen:lijst")
    return {
        "v": vraag,
        "dossier": dossier,
        "gemeente": dossier.gemeente,
        "hier": hier,
        "lijst_url": lijst_url,
        "gemeente_url": f"{lijst_url}?gemeente={dossier.gemeente.slug}",
        "dossier_url": adres("detail", dossier),
    }
