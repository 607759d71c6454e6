"""The versions of a document: read one, begin the next, give it a file, throw a concept away."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from leidraad.dossiers.forms import probeer
from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import vergrendel, voeg_bijlage_toe
from leidraad.dossiers.secties import sectie_stempel
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.registers.beleid import handelingen, opslag
from leidraad.registers.beleid.forms.stappen import BestandForm, BevestigForm
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.opmaak import als_html
from leidraad.registers.beleid.secties import VERSIE
from leidraad.registers.beleid.views.laden import adres, gepost, kader, overzicht_van, stuk_voor, versie_van


@login_required
@require_safe
def versie(request: HttpRequest, gemeente: str, nummer: str, versie: int) -> HttpResponse:
    """One version as it is or was."""
    stuk, lid = stuk_voor(request, gemeente, nummer), lid_bij(request)
    gekozen = versie_van(stuk, versie)
    context = kader(stuk, str(gekozen).capitalize()) | {
        "versie": gekozen,
        "stand": gekozen.stand(lid.op),
        "tekst": als_html(gekozen.tekst),
        "mag_bewerken": bool(mag(lid, Recht.BEWERKEN, stuk.dossier)),
    }
    return render(request, "beleid/versie.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Begin the next version from the words of the newest one; a concept that is there is opened."""
    stuk = stuk_voor(request, gemeente, nummer, Recht.BEWERKEN)
    beeld = overzicht_van(stuk, request)
    if request.method == "POST" or beeld.concept:
        concept = beeld.concept or handelingen.maak_versie(
            stuk=stuk, door=lid_bij(request), nu=timezone.now()
        )
        return redirect(adres("versie_bewerken", stuk.dossier, concept.nummer))
    context = kader(stuk, "Nieuwe versie maken") | {
        "formulier": BevestigForm(),
        "knoptekst": "Nieuwe versie maken",
        "uitleg": "De nieuwe versie begint met de tekst van de laatste versie. Wat nu geldt, blijft gelden "
        "tot de nieuwe versie is vastgesteld en begint.",
    }
    return render(request, "beleid/stap.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def bestand(request: HttpRequest, gemeente: str, nummer: str, versie: int) -> HttpResponse:
    """Give a concept its file."""
    stuk = stuk_voor(request, gemeente, nummer, Recht.BEWERKEN)
    concept = versie_van(stuk, versie)
    if not concept.is_concept:
        return _niet_meer(request, stuk)
    formulier = BestandForm(gepost(request), request.FILES or None)
    if request.method == "POST" and probeer(
        formulier, lambda schoon: _zet_bestand(concept, schoon["bestand"], lid_bij(request)), veld="bestand"
    ):
        messages.success(request, "Het bestand hoort nu bij het concept.")
        return redirect(adres("versie_bewerken", stuk.dossier, concept.nummer))
    context = kader(stuk, "Bestand bij het concept") | {
        "formulier": formulier,
        "knoptekst": "Toevoegen",
        "uitleg": f"Nu: {concept.bestand.naam}." if concept.bestand else "",
    }
    return render(request, "beleid/stap.html", context)


def _zet_bestand(concept: Beleidsversie, bestand: object, lid: Lid) -> None:
    """The attachment and the concept together; only this field changes, whatever others did meanwhile."""
    nu = timezone.now()
    with transaction.atomic():
        dossier = vergrendel(concept.stuk_id)
        bijlage = voeg_bijlage_toe(dossier, naam=bestand.name, bestand=bestand, door=lid, nu=nu)  # type: ignore[attr-defined, arg-type]
        vers = Beleidsversie.objects.filter(pk=concept.pk).first()
        if vers is None:
            raise Geweigerd("Dit concept is intussen verworpen.")
        oud = opslag.lees_versie(vers)
        handelingen.wijzig_versie(
            versie=vers, nieuw=replace(oud, bestand=bijlage.pk), stempel=sectie_stempel(oud, VERSIE),
            door=lid, nu=nu,
        )  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def verwerpen(request: HttpRequest, gemeente: str, nummer: str, versie: int) -> HttpResponse:
    """Ask whether it is sure, then throw the concept away."""
    stuk = stuk_voor(request, gemeente, nummer, Recht.BEWERKEN)
    concept = versie_van(stuk, versie)
    if not concept.is_concept:
        return _niet_meer(request, stuk)
    formulier = BevestigForm(gepost(request))
    if request.method == "POST" and probeer(
        formulier,
        lambda schoon: handelingen.verwerp_concept(versie=concept, door=lid_bij(request), nu=timezone.now()),
    ):
        messages.success(request, "Het concept is verworpen.")
        return redirect(adres("detail", stuk.dossier))
    context = kader(stuk, "Concept verwerpen") | {
        "formulier": formulier,
        "knoptekst": "Verwerpen",
        "knopsoort": "gevaar",
        "uitleg": "De tekst van het concept gaat weg. Wat nu geldt, blijft gelden.",
    }
    return render(request, "beleid/stap.html", context)


def _niet_meer(request: HttpRequest, stuk: Beleidsstuk) -> HttpResponse:
    messages.info(request, "Deze versie is vastgesteld en verandert niet meer. Maak een nieuwe versie.")
    return redirect(adres("detail", stuk.dossier))
