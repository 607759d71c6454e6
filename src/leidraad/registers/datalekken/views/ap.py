"""Notify the AP: the fields in the order of its form, and what was sent before (norm 3.4.2)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.registers.datalekken import apmelding, opslag
from leidraad.registers.datalekken.begrippen import SoortMelding
from leidraad.registers.datalekken.documenten.pdf import melding_pdf
from leidraad.registers.datalekken.forms.ap import GemeldForm, OntvangstForm
from leidraad.registers.datalekken.handelingen import bewaar_ontvangst, meld_bij_ap
from leidraad.registers.datalekken.models import Datalek, Melding
from leidraad.registers.datalekken.regels.klok import klok, te_laat
from leidraad.registers.datalekken.regels.plichten import nog_nodig_voor_melding
from leidraad.registers.datalekken.uitwisseling.ap_formulier import Deel
from leidraad.registers.datalekken.views.laden import adres, datalek_voor, kader
from leidraad.registers.datalekken.views.volgende import OPEN, tekorten


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ap(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """The fields to copy, what is still empty, and the form to say that it was sent."""
    datalek = datalek_voor(request, gemeente, nummer)
    lid, nu = lid_bij(request), timezone.now()
    soort = apmelding.volgende_soort(datalek)
    nu_lokaal = timezone.localtime(nu).replace(second=0, microsecond=0)
    form = GemeldForm(
        request.POST or None,
        request.FILES or None,
        initial={"soort": soort, "verzonden_op": nu_lokaal, "reden_te_laat": datalek.reden_te_laat},
    )
    if request.method == "POST":
        eis(mag(lid, Recht.TOETSEN, datalek.dossier))
        if form.is_valid() and (melding := _meld(form, datalek, lid, nu)):
            messages.success(request, "Vastgelegd. Wat u stuurde, ligt nu vast zoals u het stuurde.")
            return redirect(adres("ap_melding", datalek.dossier, melding.nummer))
    return render(request, "datalekken/ap.html", _beeld(datalek, soort, lid, nu) | {"form": form})


def _meld(form: GemeldForm, datalek: Datalek, lid: Lid, nu: datetime) -> Melding | None:
    """Record it with the receipt, both or neither; a refusal comes back in the form."""
    schoon = dict(form.cleaned_data)
    bewijs = schoon.pop("ontvangstbewijs")
    try:
        with transaction.atomic():
            melding = meld_bij_ap(datalek=datalek, door=lid, nu=nu, **schoon)
            if bewijs is not None:
                bewaar_ontvangst(melding=melding, naam=bewijs.name, bestand=bewijs, door=lid, nu=nu)
    except Geweigerd as weigering:
        for reden in weigering.redenen:
            form.add_error("reden_te_laat" if "72 uur" in reden else None, reden)
        return None
    return melding


def _beeld(datalek: Datalek, soort: str, lid: Lid, nu: datetime) -> dict[str, Any]:
    inhoud = opslag.lees(datalek)
    termijn, dossier = klok(inhoud), datalek.dossier
    delen = apmelding.vul_in(datalek, inhoud, soort=soort, door=lid, op=nu)
    return {
        **kader(datalek, nu, "Melden bij de AP"),
        "delen": _met_adressen(delen, datalek),
        "nog_nodig": tekorten(datalek, nog_nodig_voor_melding(inhoud)),
        "te_laat": bool(termijn and soort == SoortMelding.EERSTE and te_laat(termijn, nu)),
        "meldingen": datalek.meldingen.select_related("door"),
        "mag_melden": bool(mag(lid, Recht.TOETSEN, dossier)) and datalek.status in OPEN,
    }


def _met_adressen(delen: tuple[Deel, ...], datalek: Datalek) -> list[dict[str, Any]]:
    """The parts, with for every empty field the page where it is filled in."""
    return [
        {
            "nummer": deel.nummer,
            "naam": deel.naam,
            "velden": [
                {"veld": veld, "url": _waar(veld.invullen_bij, datalek) if not veld.waarde else ""}
                for veld in deel.velden
            ],
        }
        for deel in delen
    ]


def _waar(pagina: str, datalek: Datalek) -> str:
    if pagina in ("risico", "brieven"):
        return adres(pagina, datalek.dossier)
    return adres("bewerken", datalek.dossier, pagina) if pagina else ""


@login_required
@require_safe
def ap_pdf(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """The notification as it would be sent now, on paper."""
    datalek = datalek_voor(request, gemeente, nummer)
    nu = timezone.now()
    delen = apmelding.huidig(datalek, soort=apmelding.volgende_soort(datalek), door=lid_bij(request), op=nu)
    inleiding = f"Concept van {timezone.localtime(nu):%d-%m-%Y %H:%M}. Nog niet verstuurd."
    return _pdf(datalek, delen, "Melding datalek (concept)", inleiding, nu, "concept")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ap_melding(request: HttpRequest, gemeente: str, nummer: str, melding: int) -> HttpResponse:
    """What was sent, what differs from the one before, and the answer of the AP."""
    datalek, verstuurd = _verstuurd(request, gemeente, nummer, melding)
    lid = lid_bij(request)
    form = OntvangstForm(
        request.POST or None, request.FILES or None, initial={"ap_kenmerk": verstuurd.ap_kenmerk}
    )
    if request.method == "POST":
        eis(mag(lid, Recht.TOETSEN, datalek.dossier))
        if form.is_valid():
            bewijs = form.cleaned_data["ontvangstbewijs"]
            bewaar_ontvangst(
                melding=verstuurd, ap_kenmerk=form.cleaned_data["ap_kenmerk"],
                naam=bewijs.name if bewijs else "", bestand=bewijs, door=lid, nu=timezone.now(),
            )  # fmt: skip
            messages.success(request, "Opgeslagen.")
            return redirect(adres("ap_melding", datalek.dossier, melding))
    delen = apmelding.bevroren(verstuurd)
    vorige = datalek.meldingen.filter(nummer=melding - 1).first()
    context = {
        **kader(datalek, timezone.now(), f"Melding {melding}"),
        "melding": verstuurd,
        "delen": delen,
        "vorige": vorige,
        "verschillen": apmelding.verschillen(apmelding.bevroren(vorige), delen) if vorige else [],
        "form": form,
        "ap_url": adres("ap", datalek.dossier),
        "mag_melden": bool(mag(lid, Recht.TOETSEN, datalek.dossier)),
    }
    return render(request, "datalekken/ap_melding.html", context)


@login_required
@require_safe
def ap_melding_pdf(request: HttpRequest, gemeente: str, nummer: str, melding: int) -> HttpResponse:
    """Exactly what was sent, on paper."""
    datalek, verstuurd = _verstuurd(request, gemeente, nummer, melding)
    wanneer = timezone.localtime(verstuurd.verzonden_op)
    inleiding = f"Verstuurd aan de Autoriteit Persoonsgegevens op {wanneer:%d-%m-%Y %H:%M}."
    if verstuurd.ap_kenmerk:
        inleiding += f" Kenmerk van de AP: {verstuurd.ap_kenmerk}."
    titel = f"Melding datalek: {verstuurd.get_soort_display().lower()}"
    return _pdf(datalek, apmelding.bevroren(verstuurd), titel, inleiding, verstuurd.op, f"melding-{melding}")


def _verstuurd(request: HttpRequest, gemeente: str, nummer: str, melding: int) -> tuple[Datalek, Melding]:
    datalek = datalek_voor(request, gemeente, nummer)
    return datalek, get_object_or_404(
        datalek.meldingen.select_related("door", "ontvangstbewijs"), nummer=melding
    )


def _pdf(
    datalek: Datalek, delen: tuple[Deel, ...], titel: str, inleiding: str, op: datetime, staart: str
) -> HttpResponse:
    dossier = datalek.dossier
    pdf = melding_pdf(
        delen, titel=titel, organisatie=f"Gemeente {dossier.gemeente.naam}", nummer=dossier.nummer,
        inleiding=inleiding, thema=dossier.gemeente.slug, gemaakt_op=op,
    )  # fmt: skip
    antwoord = HttpResponse(pdf, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'attachment; filename="{dossier.nummer}-{staart}.pdf"'
    return antwoord
