"""Edit the head of a document or its concept: typed text is never lost, and nobody overwrites another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leidraad.dossiers.formulieren.beeld import Beeld
from leidraad.dossiers.formulieren.botsing import SJABLOON, botsing_context, gekozen_inhoud
from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.persoonsnummers import verdachte_velden
from leidraad.dossiers.secties import Verouderd, sectie_stempel
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Recht
from leidraad.registers.beleid import handelingen, opslag
from leidraad.registers.beleid.forms.secties import Beleidsformulier, Beleidskeuzes
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.secties import STUK, VERSIE
from leidraad.registers.beleid.views.bestanden import bijlagen_van
from leidraad.registers.beleid.views.laden import adres, gepost, kader, stuk_voor, versie_van
from leidraad.registers.beleid.weergave import WEERGAVE

# Saves the content that was typed, against the fingerprint that the form started from.
Bewaar = Callable[[Any, str], object]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def stuk(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """The name, kind and owner."""
    stuk = stuk_voor(request, gemeente, nummer, Recht.BEWERKEN)
    formulier = Beleidsformulier(STUK, Beleidskeuzes(lid_bij(request).op, opslag.lees(stuk)), gepost(request))

    def bewaar(nieuw: Any, stempel: str) -> object:
        return handelingen.wijzig_stuk(
            stuk=stuk, nieuw=nieuw, stempel=stempel, door=lid_bij(request), nu=timezone.now()
        )

    return _bewerk(request, stuk, formulier, bewaar)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def versie(request: HttpRequest, gemeente: str, nummer: str, versie: int) -> HttpResponse:
    """The words of a concept."""
    stuk = stuk_voor(request, gemeente, nummer, Recht.BEWERKEN)
    concept = versie_van(stuk, versie)
    if not concept.is_concept and request.method != "POST":
        messages.info(request, "Deze versie is vastgesteld en verandert niet meer. Maak een nieuwe versie.")
        return redirect(adres("detail", stuk.dossier))
    keuzes = Beleidskeuzes(
        lid_bij(request).op, opslag.lees_versie(concept), bijlagen=_bijlagen(stuk, concept)
    )
    formulier = Beleidsformulier(VERSIE, keuzes, gepost(request))

    def bewaar(nieuw: Any, stempel: str) -> object:
        return handelingen.wijzig_versie(
            versie=concept, nieuw=nieuw, stempel=stempel, door=lid_bij(request), nu=timezone.now()
        )

    return _bewerk(request, stuk, formulier, bewaar, concept)


def _bijlagen(stuk: Beleidsstuk, concept: Beleidsversie) -> list[tuple[int, str]]:
    """The attachments to choose from; the stored one stays choosable when it was removed."""
    bijlagen = bijlagen_van(stuk.dossier)
    if concept.bestand and concept.bestand.pk not in dict(bijlagen):
        bijlagen.append((concept.bestand.pk, f"{concept.bestand.naam} (verwijderd)"))
    return bijlagen


def _bewerk(
    request: HttpRequest,
    stuk: Beleidsstuk,
    formulier: Beleidsformulier,
    bewaar: Bewaar,
    concept: Beleidsversie | None = None,
) -> HttpResponse:
    """Show the form, or do what the pressed button says."""
    if request.method != "POST":
        stempel = sectie_stempel(formulier.inhoud, formulier.sectie)
        return _toon(request, stuk, formulier, stempel, concept=concept)
    doe, stempel = request.POST.get("doe", "opslaan"), request.POST.get("stempel", "")
    if not formulier.is_valid():
        return _toon(request, stuk, formulier, stempel, concept=concept)
    nieuw, onbeslist = (
        gekozen_inhoud(formulier, request.POST) if doe == "kies" else (formulier.naar_inhoud(), [])
    )
    if onbeslist:
        return _botsing(request, stuk, formulier, formulier.inhoud, onbeslist)
    try:
        bewaar(nieuw, stempel)
    except Verouderd as verouderd:
        return _botsing(request, stuk, formulier, verouderd.huidig)
    except (Geweigerd, GeenRecht) as weigering:
        redenen = weigering.redenen if isinstance(weigering, Geweigerd) else [str(weigering)]
        return _toon(request, stuk, formulier, stempel, redenen, concept=concept)
    _meld(request, formulier, nieuw)
    return redirect(request.path if doe == "opslaan" else adres("detail", stuk.dossier))


def _meld(request: HttpRequest, formulier: Beleidsformulier, nieuw: Any) -> None:
    messages.success(request, f"‘{formulier.sectie.titel}’ is opgeslagen.")
    for pad, soort in verdachte_velden(nieuw):
        messages.warning(
            request,
            f"In ‘{WEERGAVE.label_van(pad)}’ staat iets dat op een {soort} lijkt. Gegevens van mensen horen "
            "hier niet. Is het er een? Haal het weg.",
        )


def _botsing(
    request: HttpRequest,
    stuk: Beleidsstuk,
    formulier: Beleidsformulier,
    huidig: Any,
    onbeslist: list[str] | None = None,
) -> HttpResponse:
    op = lid_bij(request).op
    botsing = botsing_context(
        formulier, huidig, request.POST, stuk.dossier, label=WEERGAVE.label_van,
        in_delen=lambda naam, inhoud: WEERGAVE.in_delen(naam, inhoud, op), onbeslist=onbeslist or (),
    )  # fmt: skip
    return render(request, SJABLOON, {**kader(stuk, "Iemand was u voor"), "status": "concept", **botsing})


def _toon(
    request: HttpRequest,
    stuk: Beleidsstuk,
    formulier: Beleidsformulier,
    stempel: str,
    redenen: list[str] | None = None,
    concept: Beleidsversie | None = None,
) -> HttpResponse:
    gebonden = formulier.data is not None
    context = kader(stuk, "Concept bewerken" if concept else formulier.sectie.titel) | {
        "formulier": formulier,
        "sectie": formulier.sectie,
        "stempel": stempel,
        "redenen": redenen or [],
        "ongeldig": gebonden and not formulier.is_valid(),
        "velden": Beeld(formulier, set(), "", {}).velden(),
        "concept": concept,
    }
    return render(request, "beleid/bewerken.html", context)
