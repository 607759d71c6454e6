"""The page of one breach: the clock, its state, what must happen next, by when and by whom."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from leidraad.dossiers.models import Taak
from leidraad.dossiers.paneel import paneel
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Lid
from leidraad.organisaties.verantwoordelijkheid import verantwoordelijke
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.begrippen import Risico, SoortMelding
from leidraad.registers.datalekken.handelingen.afsluiten import stand
from leidraad.registers.datalekken.inhoud import FACTOREN, Inhoud
from leidraad.registers.datalekken.labels import FACTORLABELS
from leidraad.registers.datalekken.models import Datalek, Melding, Verbeteractie
from leidraad.registers.datalekken.regels.plichten import (
    Stand,
    moet_naar_ap,
    nog_nodig_voor_afsluiten,
    nog_nodig_voor_melding,
)
from leidraad.registers.datalekken.secties import SECTIES
from leidraad.registers.datalekken.views.laden import adres, datalek_voor, kader
from leidraad.registers.datalekken.views.volgende import OPEN, acties, tekorten, volgende_stap
from leidraad.registers.datalekken.weergave import WEERGAVE

# What followed the breach, read once for the rules and the page alike.
_VERVOLG = (
    Prefetch("meldingen", Melding.objects.defer("inhoud")),
    "mededelingen",
    Prefetch("acties", Verbeteractie.objects.select_related("eigenaar")),
)


@login_required
@require_safe
def detail(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """The whole dossier on one page."""
    datalek = datalek_voor(request, gemeente, nummer)
    lid, nu = lid_bij(request), timezone.now()
    inhoud = opslag.lees(datalek)
    prefetch_related_objects([datalek], *_VERVOLG)
    taken = list(Taak.objects.open().filter(dossier=datalek.pk).select_related("toegewezen"))
    gedaan = stand(datalek, inhoud, taken)
    zijkant = paneel(datalek.dossier, lid)
    is_open = datalek.status in OPEN
    tekort = tekorten(datalek, nog_nodig_voor_afsluiten(inhoud, gedaan)) if is_open else []
    context = {
        **zijkant,
        **kader(datalek, nu),
        "secties": [
            (WEERGAVE.sectie(s, inhoud, lid.op), adres("bewerken", datalek.dossier, s.code)) for s in SECTIES
        ],
        "is_open": is_open,
        "bewerkbaar": zijkant["rechten"]["bewerken"] and is_open,
        "toetsen": zijkant["rechten"]["toetsen"],
        "tabbladen": tabbladen(datalek, "detail"),
        "tekort": tekort,
        "meldtekort": _meldtekort(datalek, inhoud, gedaan) if is_open else [],
        "volgende": volgende_stap(datalek, inhoud, gedaan, tekort, lid),
        "acties": acties(datalek, lid),
        "factoren": [(FACTORLABELS[naam], getattr(inhoud.factoren, naam)) for naam in FACTOREN],
        "risico": Risico.label_van(inhoud.risico),
        "aanvullingen": datalek.aanvullingen.select_related("door"),
        "meldingen": [(SoortMelding.label_van(m.soort), m) for m in datalek.meldingen.all()],
        "mededelingen": datalek.mededelingen.all(),
        "verbeteracties": datalek.acties.all(),
        "taken": taken,
        "vandaag": lid.op,
        "verantwoordelijke": wie_is_verantwoordelijk(datalek, lid),
    }
    return render(request, "datalekken/detail.html", context)


@login_required
@require_safe
def overleg(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """What people say about it: remarks, advice and attachments."""
    datalek = datalek_voor(request, gemeente, nummer)
    context = {
        **paneel(datalek.dossier, lid_bij(request)),
        **kader(datalek, timezone.now(), "Overleg en bijlagen"),
        "tabbladen": tabbladen(datalek, "overleg"),
    }
    return render(request, "datalekken/overleg.html", context)


def tabbladen(datalek: Datalek, hier: str) -> list[dict[str, Any]]:
    """The pages of one breach."""
    namen = (
        ("detail", "Inhoud"),
        ("risico", "Risico"),
        ("ap", "Melding bij de AP"),
        ("informeren", "Mensen inlichten"),
        ("brieven", "Brieven"),
        ("overleg", "Overleg en bijlagen"),
    )
    return [
        {"label": label, "url": adres(naam, datalek.dossier), "actief": naam == hier} for naam, label in namen
    ]


def _meldtekort(datalek: Datalek, inhoud: Inhoud, gedaan: Stand) -> list[Any]:
    """What the notification to the AP still lacks, as long as one may have to be made."""
    if gedaan.gemeld_bij_ap or (inhoud.risico and not moet_naar_ap(inhoud)):
        return []
    return tekorten(datalek, nog_nodig_voor_melding(inhoud))


def wie_is_verantwoordelijk(datalek: Datalek, lid: Lid) -> Any:
    """The function holder who carries this breach, or the reason why nobody does (norm 4.2.1)."""
    eenheid = datalek.dossier.eenheid
    return verantwoordelijke(eenheid, "teammanager", lid.op) if eenheid else None
