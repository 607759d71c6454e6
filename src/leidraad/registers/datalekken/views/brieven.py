"""Letters to the people it is about: write, download as Word, and keep own templates (AVG art. 34)."""

from __future__ import annotations

import io
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from leidraad.dossiers.forms import probeer
from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Recht
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.documenten.brief import VELDEN, maak_brief, standaardsjabloon
from leidraad.registers.datalekken.forms.brieven import BriefForm, SjabloonForm, begin_van
from leidraad.registers.datalekken.handelingen import bewaar_sjabloon
from leidraad.registers.datalekken.models import Briefsjabloon, Datalek
from leidraad.registers.datalekken.views.laden import adres, datalek_voor, kader
from leidraad.ui.opmaak import datum

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def brieven(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Write the letter; posting it gives the Word file. The letter itself is kept when people were told."""
    datalek = datalek_voor(request, gemeente, nummer, Recht.TOETSEN)
    nu = timezone.now()
    form = BriefForm(request.POST or None, initial=begin_van(opslag.lees(datalek)))
    if request.method == "POST" and form.is_valid():
        try:
            return _word(_brief(datalek, form.cleaned_data, nu), f"{datalek.dossier.nummer}-brief.docx")
        except Geweigerd as weigering:
            form.add_error(None, f"Het sjabloon van de gemeente werkt niet. {weigering}")
    context = {
        **kader(datalek, nu, "Brief maken"),
        "form": form,
        "sjabloon": _sjabloon(datalek.dossier.gemeente),
        "informeren_url": adres("informeren", datalek.dossier),
    }
    return render(request, "datalekken/brieven.html", context)


def _brief(datalek: Datalek, teksten: dict[str, str], nu: datetime) -> bytes:
    gemeente = datalek.dossier.gemeente
    bron = _bestand(_sjabloon(gemeente))
    velden = {
        **teksten,
        "gemeente": gemeente.naam,
        "datum": datum(timezone.localdate(nu)),
        "nummer": datalek.dossier.nummer,
        "fg_email": gemeente.fg_email,
        "fg_telefoon": gemeente.fg_telefoon,
    }
    return maak_brief(io.BytesIO(bron), velden)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sjablonen(request: HttpRequest) -> HttpResponse:
    """The templates in use, and a form to give a municipality its own."""
    lid = lid_bij(request)
    mijn = lid.gemeenten(Recht.TOETSEN)
    if not mijn:
        raise GeenRecht("Alleen een Privacy Officer beheert de sjablonen.")
    form = SjabloonForm(request.POST or None, request.FILES or None, lid=lid, initial={"gemeente": min(mijn)})
    if request.method == "POST" and probeer(
        form,
        lambda schoon: bewaar_sjabloon(
            gemeente=schoon["gemeente"], naam=schoon["bestand"].name, bestand=schoon["bestand"],
            door=lid, nu=timezone.now(),
        ),
        veld="bestand",
    ):  # fmt: skip
        messages.success(request, f"Het sjabloon van {form.cleaned_data['gemeente']} is bewaard.")
        return redirect("datalekken:sjablonen")
    gemeenten = Gemeente.objects.filter(pk__in=mijn)
    context = {
        "form": form,
        "rijen": [(gemeente, _sjabloon(gemeente)) for gemeente in gemeenten],
        "velden": VELDEN.items(),
    }
    return render(request, "datalekken/sjablonen.html", context)


@login_required
@require_safe
def standaard(request: HttpRequest) -> HttpResponse:
    """The template for who has no own one, to start from."""
    if not lid_bij(request).gemeenten(Recht.TOETSEN):
        raise GeenRecht("Alleen een Privacy Officer beheert de sjablonen.")
    return _word(standaardsjabloon(), "sjabloon-brief-datalek.docx")


def _sjabloon(gemeente: Gemeente) -> Briefsjabloon | None:
    return Briefsjabloon.objects.filter(gemeente=gemeente).first()


def _bestand(eigen: Briefsjabloon | None) -> bytes:
    if eigen is None:
        return standaardsjabloon()
    with eigen.bestand.open("rb") as bestand:
        return bytes(bestand.read())


def _word(inhoud: bytes, naam: str) -> HttpResponse:
    antwoord = HttpResponse(inhoud, content_type=_WORD)
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord
