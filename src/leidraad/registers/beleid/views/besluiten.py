"""Record decisions about a document: adopted, reviewed, withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leidraad.dossiers.forms import probeer
from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import vergrendel
from leidraad.dossiers.secties import sectie_stempel
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.models import Bestuursorgaan
from leidraad.organisaties.rechten import Lid
from leidraad.registers.beleid import handelingen, opslag
from leidraad.registers.beleid.forms.stappen import BeoordeelForm, IntrekForm, VaststelForm
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.regels.bevoegd import functies_voor, is_college, recht_om_vast_te_leggen
from leidraad.registers.beleid.regels.verwachten import enkelvoudige_codes
from leidraad.registers.beleid.secties import VERSIE
from leidraad.registers.beleid.views.bestanden import bewijsstuk, bijlagen_van
from leidraad.registers.beleid.views.laden import (
    adres,
    gepost,
    kader,
    overzicht_van,
    stuk_om_te_besluiten,
    versie_van,
)
from leidraad.registers.beleid.weergave import functienaam

_ANDERS = "De tekst van het concept is intussen gewijzigd. Lees haar opnieuw en leg het besluit daarna vast."


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def vaststellen(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Record by whom and when the concept was adopted, and what it replaces."""
    stuk, lid = stuk_om_te_besluiten(request, gemeente, nummer), lid_bij(request)
    concept = overzicht_van(stuk, request).concept
    if concept is None:
        messages.info(request, "Er is geen concept om vast te stellen. Misschien is dat net al gebeurd.")
        return redirect(adres("detail", stuk.dossier))
    concept = versie_van(stuk, concept.nummer)
    andere = _andere_stukken(stuk, lid)
    formulier = VaststelForm(
        gepost(request),
        request.FILES or None,
        bijlagen=bijlagen_van(stuk.dossier),
        besluiters=_besluiters(stuk, lid),
        andere=[(str(a.pk), f"{a.dossier.titel} ({a.dossier.nummer})") for a in andere],
        initial={"trekt_in": _zelfde_plaats(stuk, andere, lid)},
    )
    if request.method == "POST" and probeer(
        formulier, lambda schoon: _stel_vast(request, concept, schoon, andere, lid)
    ):
        messages.success(request, "De vaststelling is vastgelegd.")
        return redirect(adres("detail", stuk.dossier))
    context = kader(stuk, "Vaststelling vastleggen") | {
        "formulier": formulier,
        "knoptekst": "Vaststelling vastleggen",
        "verborgen": [("gezien", sectie_stempel(opslag.lees_versie(concept), VERSIE))],
        "uitleg": f"Het gaat om {concept}. Na het vastleggen verandert de tekst niet meer.",
        "concept_url": adres("versie", stuk.dossier, concept.nummer),
    }
    return render(request, "beleid/stap.html", context)


def _stel_vast(
    request: HttpRequest,
    concept: Beleidsversie,
    schoon: dict[str, Any],
    andere: Sequence[Beleidsstuk],
    lid: Lid,
) -> None:
    """All or nothing: a file that came along stays away when the decision is refused."""
    nu = timezone.now()
    soort, _, sleutel = schoon["besluiter"].partition(":")
    with transaction.atomic():
        dossier = vergrendel(concept.stuk_id)
        vers = concept.stuk.versies.filter(pk=concept.pk).first()
        if vers is None:
            raise Geweigerd(_ANDERS)
        gezien = request.POST.get("gezien", "")
        if vers.is_concept and gezien != sectie_stempel(opslag.lees_versie(vers), VERSIE):
            raise Geweigerd(_ANDERS)
        handelingen.stel_vast(
            versie=vers,
            besluit=handelingen.Besluit(
                orgaan=Bestuursorgaan.objects.get(pk=int(sleutel)) if soort == "orgaan" else None,
                functie=sleutel if soort == "functie" else "",
                datum=schoon["datum"],
                geldig_vanaf=schoon["geldig_vanaf"],
                bewijs=bewijsstuk(dossier, schoon, door=lid, nu=nu),
                kenmerk=schoon["kenmerk"],
            ),
            beoordelen_voor=schoon["beoordelen_voor"],
            trekt_in=[stuk for stuk in andere if str(stuk.pk) in schoon.get("trekt_in", [])],
            toelichting=schoon["toelichting"],
            door=lid,
            nu=nu,
        )


def _besluiters(stuk: Beleidsstuk, lid: Lid) -> list[tuple[str, str]]:
    """Who can have adopted this kind of document, as far as this person may record it."""
    uit = []
    if recht_om_vast_te_leggen(lid, stuk.dossier, stuk.eigenaar, door_functie=False):
        organen = Bestuursorgaan.objects.filter(gemeente=stuk.dossier.gemeente_id).order_by("naam")
        alleen_college = stuk.soort == "beleid"
        uit += [(f"orgaan:{o.pk}", o.naam) for o in organen if not alleen_college or is_college(o.naam)]
    uit += [(f"functie:{code}", functienaam(code, lid.op)) for code in functies_voor(stuk.soort)]
    return uit


def _andere_stukken(stuk: Beleidsstuk, lid: Lid) -> list[Beleidsstuk]:
    """The other documents of this gemeente that run, and that this person may let end."""
    lopend = Beleidsversie.objects.vastgesteld().filter(ingetrokken_per=None).values("stuk")
    stukken = (
        Beleidsstuk.objects.filter(dossier__gemeente=stuk.dossier.gemeente_id, pk__in=lopend)
        .exclude(pk=stuk.pk)
        .select_related("dossier")
        .order_by("dossier__titel", "pk")
    )
    return [a for a in stukken if recht_om_vast_te_leggen(lid, a.dossier, a.eigenaar, door_functie=False)]


def _zelfde_plaats(stuk: Beleidsstuk, andere: Sequence[Beleidsstuk], lid: Lid) -> list[str]:
    """The documents that fulfil what this one fulfils: only one of them can stay (norm 1.1.3)."""
    if stuk.verwacht not in enkelvoudige_codes(lid.op):
        return []
    return [str(ander.pk) for ander in andere if ander.verwacht == stuk.verwacht]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def beoordelen(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Review the version that is in force: it stays, or there must be a new one."""
    stuk = stuk_om_te_besluiten(request, gemeente, nummer)
    geldend = overzicht_van(stuk, request).geldend
    if geldend is None:
        messages.info(request, "Er geldt nu geen versie om te beoordelen.")
        return redirect(adres("detail", stuk.dossier))
    formulier = BeoordeelForm(gepost(request))
    if request.method == "POST" and probeer(
        formulier,
        lambda schoon: handelingen.beoordeel_opnieuw(
            versie=geldend, door=lid_bij(request), nu=timezone.now(), **schoon
        ),
    ):
        messages.success(request, "De beoordeling is vastgelegd.")
        return redirect(adres("detail", stuk.dossier))
    context = kader(stuk, "Opnieuw beoordelen") | {
        "formulier": formulier,
        "knoptekst": "Beoordeling vastleggen",
        "uitleg": "Past het stuk nog bij de wet en bij hoe er wordt gewerkt? Moet er een nieuwe versie "
        "komen, dan blijft deze gelden tot de nieuwe begint.",
    }
    return render(request, "beleid/stap.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def intrekken(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Let the document end without a successor."""
    stuk = stuk_om_te_besluiten(request, gemeente, nummer)
    formulier = IntrekForm(gepost(request))
    if request.method == "POST" and probeer(
        formulier,
        lambda schoon: handelingen.trek_stuk_in(
            stuk=stuk, per=schoon["per"], reden=schoon["reden"], door=lid_bij(request), nu=timezone.now()
        ),
    ):
        messages.success(request, "Het stuk is ingetrokken.")
        return redirect(adres("detail", stuk.dossier))
    context = kader(stuk, "Intrekken zonder opvolger") | {
        "formulier": formulier,
        "knoptekst": "Intrekken",
        "knopsoort": "gevaar",
        "uitleg": "Komt er een nieuwe versie of een ander stuk? Leg dan de vaststelling daarvan vast: "
        "dit stuk eindigt dan vanzelf.",
    }
    return render(request, "beleid/stap.html", context)
