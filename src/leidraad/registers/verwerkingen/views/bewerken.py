"""Edit one section: a draft is always saved, rows come and go without losing text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leidraad.dossiers.formulieren.beeld import Beeld
from leidraad.dossiers.formulieren.botsing import gekozen_inhoud
from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.persoonsnummers import verdachte_velden
from leidraad.dossiers.secties import Sectie, Verouderd
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.forms.keuzes import Keuzes
from leidraad.registers.verwerkingen.forms.sectie import Sectieformulier
from leidraad.registers.verwerkingen.forms.velden_per_sectie import AlgemeenForm
from leidraad.registers.verwerkingen.handelingen import bewaar_sectie
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.labels import LIJSTTITELS
from leidraad.registers.verwerkingen.models import Systeem, Verwerking
from leidraad.registers.verwerkingen.regels.gevoeligheid import gevoeligheidsklasse
from leidraad.registers.verwerkingen.regels.levensloop import BEWERKBAAR
from leidraad.registers.verwerkingen.regels.volledigheid import ontbreekt
from leidraad.registers.verwerkingen.secties import SECTIE, SECTIES
from leidraad.registers.verwerkingen.stempel import sectie_stempel
from leidraad.registers.verwerkingen.views.botsing import toon_botsing
from leidraad.registers.verwerkingen.views.dossier import maatregelen_bij, tekorten
from leidraad.registers.verwerkingen.views.formulierbeeld import datalijsten
from leidraad.registers.verwerkingen.views.laden import adres, kader, mag_zien, verwerking_voor
from leidraad.registers.verwerkingen.weergave import label_van

_MEESTE_SYSTEMEN = 500


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def bewerken(request: HttpRequest, gemeente: str, nummer: str, sectie: str) -> HttpResponse:
    """The form of one section."""
    if sectie not in SECTIE:
        raise Http404
    verwerking = verwerking_voor(request, gemeente, nummer, Recht.BEWERKEN)
    lid = lid_bij(request)
    inhoud = opslag.lees(verwerking)
    keuzes = keuzes_voor(verwerking, inhoud, lid, SECTIE[sectie])
    if request.method != "POST":
        if verwerking.status not in BEWERKBAAR:
            messages.info(
                request, f"Deze verwerking is nu niet te wijzigen: {verwerking.get_status_display()}."
            )
            return redirect(adres("detail", verwerking.dossier))
        formulier = _formulier(verwerking, SECTIE[sectie], keuzes, lid)
        return _toon(request, verwerking, formulier, sectie_stempel(inhoud, sectie))
    formulier = _formulier(verwerking, SECTIE[sectie], keuzes, lid, request.POST)
    return _verwerk(request, verwerking, formulier, lid)


def keuzes_voor(verwerking: Verwerking, inhoud: Inhoud, lid: Lid, sectie: Sectie) -> Keuzes:
    """What can be chosen in this section; only the sections that need it ask the database."""
    gemeente = verwerking.dossier.gemeente
    organen, systemen = [], []
    if sectie.code == "algemeen":
        organen = list(gemeente.bestuursorganen.values_list("naam", flat=True))
    if sectie.code == "beveiliging":
        namen = Systeem.objects.filter(gemeente=gemeente).values_list("naam", flat=True)
        systemen = list(namen[:_MEESTE_SYSTEMEN])
    return Keuzes(lid.op, inhoud, organen, systemen)


def _formulier(
    verwerking: Verwerking, sectie: Sectie, keuzes: Keuzes, lid: Lid, data: QueryDict | None = None
) -> Sectieformulier:
    """The form of a section; of other verwerkingen it knows only what this person may see."""
    formulier = Sectieformulier(sectie, keuzes, data)
    if isinstance(formulier.velden, AlgemeenForm):
        hoofd = keuzes.inhoud.hoofdverwerking
        formulier.velden.bestaat = lambda ander: (
            ander != verwerking.dossier.nummer and mag_zien(verwerking, ander, lid)
        )
        if hoofd and not mag_zien(verwerking, hoofd, lid):
            formulier.velden.verberg_hoofdverwerking()
    return formulier


def _verwerk(
    request: HttpRequest, verwerking: Verwerking, formulier: Sectieformulier, lid: Lid
) -> HttpResponse:
    """Do what the pressed button says."""
    doe, _, wat = request.POST.get("doe", "opslaan").partition(":")
    stempel = request.POST.get("stempel", "")
    if doe in ("toevoegen", "verwijderen", "maatregelen", "bijwerken"):
        _verander_rijen(request, formulier, doe, wat)
        return _toon(request, verwerking, formulier, stempel)
    if not formulier.is_valid():
        return _toon(request, verwerking, formulier, stempel)
    nieuw, onbeslist = (
        gekozen_inhoud(formulier, request.POST) if doe == "kies" else (formulier.naar_inhoud(), [])
    )
    if onbeslist:
        return toon_botsing(request, verwerking, formulier, formulier.inhoud, onbeslist=onbeslist)
    try:
        bewaar_sectie(
            verwerking=verwerking, sectie=formulier.sectie.code, nieuw=nieuw, stempel=stempel,
            door=lid, nu=timezone.now(),
        )  # fmt: skip
    except Verouderd as verouderd:
        return toon_botsing(request, verwerking, formulier, verouderd.huidig)
    except Geweigerd as geweigerd:
        return _toon(request, verwerking, formulier, stempel, redenen=geweigerd.redenen)
    _meld(request, verwerking, formulier, nieuw)
    return redirect(_hierna(verwerking, formulier.sectie, doe))


def _verander_rijen(request: HttpRequest, formulier: Sectieformulier, doe: str, wat: str) -> None:
    """Add or remove a row in the form; nothing is stored yet."""
    if bezwaar := formulier.verander_rijen(doe, wat):
        messages.warning(request, bezwaar)
    elif doe == "maatregelen" and "maatregelen" in formulier.lijsten:
        for code in formulier.ontbrekende_maatregelen():
            formulier.lijsten["maatregelen"].voeg_toe(code=code)


def _meld(request: HttpRequest, verwerking: Verwerking, formulier: Sectieformulier, nieuw: Inhoud) -> None:
    sectie = formulier.sectie
    messages.success(request, f"‘{sectie.titel}’ is opgeslagen.")
    leeg = {
        naam: ()
        for naam in formulier.inhoud.__dataclass_fields__
        if naam not in (*sectie.velden, *sectie.lijsten)
    }
    for pad, soort in verdachte_velden(replace(nieuw, **leeg)):  # type: ignore[arg-type]
        waar = label_van(".".join(pad.split(".")[:3])) if pad.count(".") != 1 else label_van(pad)
        messages.warning(
            request,
            f"In ‘{waar}’ staat iets dat op een {soort} lijkt. Gegevens van personen horen niet in het "
            "register. Is het er een? Haal het weg.",
        )


def _hierna(verwerking: Verwerking, sectie: Sectie, doe: str) -> str:
    """Stay in the section, or go on to the next one; after the last one back to the dossier."""
    if doe != "volgende":
        return adres("bewerken", verwerking.dossier, sectie.code)
    volgende = _buren(sectie)[1]
    return (
        adres("bewerken", verwerking.dossier, volgende.code)
        if volgende
        else adres("detail", verwerking.dossier)
    )


def _buren(sectie: Sectie) -> tuple[Sectie | None, Sectie | None]:
    plaats = SECTIES.index(sectie)
    return (
        SECTIES[plaats - 1] if plaats else None,
        SECTIES[plaats + 1] if plaats + 1 < len(SECTIES) else None,
    )


def _toon(
    request: HttpRequest,
    verwerking: Verwerking,
    formulier: Sectieformulier,
    stempel: str,
    redenen: list[str] | None = None,
) -> HttpResponse:
    lid, sectie = lid_bij(request), formulier.sectie
    inhoud = (
        formulier.naar_inhoud() if formulier.data is not None and formulier.is_valid() else formulier.inhoud
    )
    vorige, volgende = _buren(sectie)
    eisen = ontbreekt(inhoud, lid.op)
    beeld = Beeld(formulier, {eis.veld for eis in eisen}, "vaststellen", LIJSTTITELS)
    klasse = gevoeligheidsklasse(inhoud, lid.op)
    context: dict[str, Any] = {
        **kader(verwerking, sectie.titel),
        "formulier": formulier,
        "sectie": sectie,
        "stempel": stempel,
        "redenen": redenen or [],
        "tekort": tekorten(verwerking, tuple(eis for eis in eisen if eis.sectie == sectie.code)),
        "velden": beeld.velden(),
        "lijsten": beeld.lijsten(),
        "totaal_tekort": len(eisen) + (verwerking.dossier.eenheid_id is None),
        "keuzes": formulier.keuzes,
        "klasse": lijst("gevoeligheidsklassen", lid.op)[klasse],
        "klassemaatregelen": (maatregelen := maatregelen_bij(klasse, inhoud, lid)),
        "genomen": sum(genomen for _, genomen in maatregelen),
        "mechanismen": lijst("doorgiftemechanismen", lid.op),
        "datalijsten": datalijsten(sectie, formulier.keuzes),
        "secties": _tabs(verwerking, sectie, {eis.sectie for eis in eisen}),
        "vorige": adres("bewerken", verwerking.dossier, vorige.code) if vorige else "",
        "volgende": volgende,
        "ongeldig": formulier.data is not None and not formulier.is_valid(),
    }
    return render(request, "verwerkingen/bewerken.html", context)


def _tabs(verwerking: Verwerking, hier: Sectie, met_tekort: set[str]) -> list[dict[str, Any]]:
    return [
        {
            "label": sectie.titel,
            "url": adres("bewerken", verwerking.dossier, sectie.code),
            "actief": sectie == hier,
            "tekort": sectie.code in met_tekort,
        }
        for sectie in SECTIES
    ]
