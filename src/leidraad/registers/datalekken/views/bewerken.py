"""Edit one section of a breach: contradictions are named at the field, and typed text is never lost."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leidraad.dossiers.formulieren.beeld import Beeld
from leidraad.dossiers.formulieren.botsing import SJABLOON, botsing_context, gekozen_inhoud
from leidraad.dossiers.formulieren.keuzes import Keuzes
from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.persoonsnummers import verdachte_velden
from leidraad.dossiers.secties import Sectie, Verouderd, sectie_stempel
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Recht
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.forms.secties import Datalekformulier
from leidraad.registers.datalekken.handelingen import bewaar_sectie
from leidraad.registers.datalekken.handelingen.afsluiten import stand
from leidraad.registers.datalekken.inhoud import Inhoud
from leidraad.registers.datalekken.labels import TITELS
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.regels.plichten import nog_nodig_voor_afsluiten
from leidraad.registers.datalekken.regels.tijdlijn import tegenspraken
from leidraad.registers.datalekken.secties import SECTIE, SECTIES
from leidraad.registers.datalekken.views.laden import adres, datalek_voor, kader
from leidraad.registers.datalekken.views.volgende import OPEN, tekorten
from leidraad.registers.datalekken.weergave import WEERGAVE


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def bewerken(request: HttpRequest, gemeente: str, nummer: str, sectie: str) -> HttpResponse:
    """The form of one section."""
    if sectie not in SECTIE:
        raise Http404
    datalek = datalek_voor(request, gemeente, nummer, Recht.BEWERKEN)
    if datalek.status not in OPEN and request.method != "POST":
        messages.info(request, f"Dit datalek is nu niet te wijzigen: {datalek.get_status_display()}.")
        return redirect(adres("detail", datalek.dossier))
    inhoud = opslag.lees(datalek)
    keuzes = Keuzes(lid_bij(request).op, inhoud)
    if request.method != "POST":
        formulier = Datalekformulier(SECTIE[sectie], keuzes)
        return _toon(request, datalek, formulier, sectie_stempel(inhoud, SECTIE[sectie]))
    return _verwerk(request, datalek, Datalekformulier(SECTIE[sectie], keuzes, request.POST))


def _verwerk(request: HttpRequest, datalek: Datalek, formulier: Datalekformulier) -> HttpResponse:
    """Do what the pressed button says."""
    doe, _, wat = request.POST.get("doe", "opslaan").partition(":")
    stempel, lid, nu = request.POST.get("stempel", ""), lid_bij(request), timezone.now()
    if doe in ("toevoegen", "verwijderen"):
        if bezwaar := formulier.verander_rijen(doe, wat):
            messages.warning(request, bezwaar)
        return _toon(request, datalek, formulier, stempel)
    if not formulier.is_valid():
        return _toon(request, datalek, formulier, stempel)
    nieuw, onbeslist = (
        gekozen_inhoud(formulier, request.POST) if doe == "kies" else (formulier.naar_inhoud(), [])
    )
    if onbeslist:
        return _botsing(request, datalek, formulier, formulier.inhoud, onbeslist)
    if _spreekt_tegen(formulier, nieuw):
        return _toon(request, datalek, formulier, stempel)
    try:
        bewaar_sectie(
            datalek=datalek, sectie=formulier.sectie.code, nieuw=nieuw, stempel=stempel, door=lid, nu=nu
        )
    except Verouderd as verouderd:
        return _botsing(request, datalek, formulier, verouderd.huidig)
    except Geweigerd as geweigerd:
        return _toon(request, datalek, formulier, stempel, geweigerd.redenen)
    _meld(request, formulier.sectie, nieuw)
    return redirect(_hierna(datalek, formulier.sectie, doe))


def _spreekt_tegen(formulier: Datalekformulier, nieuw: Inhoud) -> bool:
    """Put what cannot be true at its field; what stands in another section is not asked here."""
    fouten = [formulier.meld_fout(pad, tekst) for pad, tekst in tegenspraken(nieuw, timezone.now())]
    return any(fouten)


def _botsing(
    request: HttpRequest,
    datalek: Datalek,
    formulier: Datalekformulier,
    huidig: Inhoud,
    onbeslist: list[str] | None = None,
) -> HttpResponse:
    op = lid_bij(request).op
    botsing = botsing_context(
        formulier, huidig, request.POST, datalek.dossier, label=WEERGAVE.label_van,
        in_delen=lambda naam, inhoud: WEERGAVE.in_delen(naam, inhoud, op), onbeslist=onbeslist or (),
    )  # fmt: skip
    return render(request, SJABLOON, {**kader(datalek, timezone.now(), "Iemand was u voor"), **botsing})


def _meld(request: HttpRequest, sectie: Sectie, nieuw: Inhoud) -> None:
    messages.success(request, f"‘{sectie.titel}’ is opgeslagen.")
    for pad, soort in verdachte_velden(nieuw):
        if pad.partition(".")[0] in sectie.namen:
            messages.warning(
                request,
                f"In ‘{WEERGAVE.label_van(pad)}’ staat iets dat op een {soort} lijkt. Gegevens van mensen "
                "horen hier niet. Is het er een? Haal het weg.",
            )


def _hierna(datalek: Datalek, sectie: Sectie, doe: str) -> str:
    """Stay in the section, or go on to the next one; after the last one back to the dossier."""
    if doe != "volgende":
        return adres("bewerken", datalek.dossier, sectie.code)
    volgende = _volgende(sectie)
    if volgende is None:
        return adres("detail", datalek.dossier)
    return adres("bewerken", datalek.dossier, volgende.code)


def _volgende(sectie: Sectie) -> Sectie | None:
    plaats = SECTIES.index(sectie) + 1
    return SECTIES[plaats] if plaats < len(SECTIES) else None


def _toon(
    request: HttpRequest,
    datalek: Datalek,
    formulier: Datalekformulier,
    stempel: str,
    redenen: list[str] | None = None,
) -> HttpResponse:
    sectie = formulier.sectie
    gepost = formulier.data is not None
    ongeldig = gepost and not formulier.is_valid()
    inhoud = formulier.naar_inhoud() if gepost and not ongeldig else formulier.inhoud
    paren = list(nog_nodig_voor_afsluiten(inhoud, stand(datalek, inhoud)))
    beeld = Beeld(formulier, {veld for veld, _ in paren}, "afsluiten", TITELS)
    context: dict[str, Any] = {
        **kader(datalek, timezone.now(), sectie.titel),
        "formulier": formulier,
        "sectie": sectie,
        "stempel": stempel,
        "redenen": redenen or [],
        "ongeldig": ongeldig,
        "velden": beeld.velden(),
        "lijsten": beeld.lijsten(),
        "tekort": tekorten(datalek, [paar for paar in paren if paar[0] in sectie.namen]),
        "totaal_tekort": len(paren),
        "secties": _tabs(datalek, sectie, {veld for veld, _ in paren}),
        "volgende": _volgende(sectie),
    }
    return render(request, "datalekken/bewerken.html", context)


def _tabs(datalek: Datalek, hier: Sectie, nodig: set[str]) -> list[dict[str, Any]]:
    return [
        {
            "label": sectie.titel,
            "url": adres("bewerken", datalek.dossier, sectie.code),
            "actief": sectie == hier,
            "tekort": bool(nodig & set(sectie.namen)),
        }
        for sectie in SECTIES
    ]
