"""Establish a verwerking, and decide whether inhabitants can read it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import VERTROUWELIJK, Recht
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.begrippen import Openbaarheid, Status
from leidraad.registers.verwerkingen.forms.stappen import PublicatieForm, VaststelForm
from leidraad.registers.verwerkingen.handelingen import publiceer, stel_vast
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels.afwijkingen import afwijkingen
from leidraad.registers.verwerkingen.regels.gevoeligheid import gevoeligheidsklasse, herzien_voor
from leidraad.registers.verwerkingen.regels.levensloop import Stap
from leidraad.registers.verwerkingen.regels.volledigheid import ontbreekt
from leidraad.registers.verwerkingen.secties import SECTIES
from leidraad.registers.verwerkingen.views.dossier import alle_tekorten
from leidraad.registers.verwerkingen.views.laden import adres, kader, verwerking_voor, voor_lezer
from leidraad.registers.verwerkingen.weergave import secties_weergave


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def vaststellen(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """What is missing blocks; else a summary, the choice about publication, and one clear button."""
    verwerking = verwerking_voor(request, gemeente, nummer, Recht.VASTSTELLEN)
    lid = lid_bij(request)
    if verwerking.status != Status.TER_VASTSTELLING:
        messages.info(request, _waarom_niet(verwerking))
        return redirect(adres("detail", verwerking.dossier))
    inhoud = voor_lezer(verwerking, opslag.lees(verwerking), lid)
    eisen = ontbreekt(inhoud, lid.op)
    tekort = alle_tekorten(verwerking, eisen)
    uiterlijk = herzien_voor(gevoeligheidsklasse(inhoud, lid.op), lid.op, lid.op)
    formulier = VaststelForm(
        request.POST if request.method == "POST" else None,
        op=lid.op,
        uiterlijk=uiterlijk,
        vertrouwelijk=_vertrouwelijk(verwerking),
        initial={**_publicatie(verwerking), "herzien_voor": uiterlijk},
    )
    if request.method == "POST" and formulier.is_valid():
        try:
            stel_vast(verwerking=verwerking, door=lid, nu=timezone.now(), **formulier.cleaned_data)
        except Geweigerd as geweigerd:
            for reden in geweigerd.redenen:
                formulier.add_error(None, reden)
        else:
            messages.success(request, "Vastgesteld. Deze versie ligt nu vast.")
            return redirect(adres("detail", verwerking.dossier))
    context = {
        **kader(verwerking, "Vaststellen"),
        "formulier": formulier,
        "tekort": tekort,
        "afwijkingen": afwijkingen(inhoud, lid.op),
        "secties": secties_weergave([s for s in SECTIES if s.code != "notitie"], inhoud, lid.op, eisen),
        "terugsturen_url": adres("stap", verwerking.dossier, Stap.TERUGSTUREN.value),
    }
    return render(request, "verwerkingen/vaststellen.html", context)


def _waarom_niet(verwerking: Verwerking) -> str:
    if verwerking.status == Status.VASTGESTELD:
        return "Deze verwerking is al vastgesteld."
    status = verwerking.get_status_display().lower()
    return f"Vaststellen kan nu niet. De status is: {status}. Eerst geeft de Privacy Officer akkoord."


def _vertrouwelijk(verwerking: Verwerking) -> bool:
    return verwerking.dossier.vertrouwelijkheid == VERTROUWELIJK


def _publicatie(verwerking: Verwerking) -> dict[str, str]:
    gewoonlijk = Openbaarheid.NIET_OPENBAAR if _vertrouwelijk(verwerking) else Openbaarheid.OPENBAAR
    return {
        "openbaarheid": verwerking.openbaarheid or gewoonlijk.value,
        "grond": verwerking.niet_openbaar_grond,
        "grond_toelichting": verwerking.niet_openbaar_toelichting,
    }


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def publicatie(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Change whether the established version is public."""
    verwerking = verwerking_voor(request, gemeente, nummer, Recht.PUBLICEREN)
    lid = lid_bij(request)
    if verwerking.geldende_versie_id is None:
        messages.info(request, "Alleen een vastgestelde verwerking kan openbaar worden.")
        return redirect(adres("detail", verwerking.dossier))
    formulier = PublicatieForm(
        request.POST if request.method == "POST" else None,
        op=lid.op,
        vertrouwelijk=_vertrouwelijk(verwerking),
        initial=_publicatie(verwerking),
    )
    if request.method == "POST" and formulier.is_valid():
        try:
            publiceer(verwerking=verwerking, door=lid, nu=timezone.now(), **formulier.cleaned_data)
        except Geweigerd as geweigerd:
            formulier.add_error(None, str(geweigerd))
        else:
            messages.success(request, "Opgeslagen.")
            return redirect(adres("detail", verwerking.dossier))
    return render(
        request, "verwerkingen/publicatie.html", {**kader(verwerking, "Publicatie"), "formulier": formulier}
    )
