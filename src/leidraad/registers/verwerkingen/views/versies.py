"""What was established when, and what changed between any two versions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leidraad.dossiers.models import Versie
from leidraad.dossiers.secties import Verschil
from leidraad.dossiers.toegang import lid_bij
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels.vergelijken import vergelijk
from leidraad.registers.verwerkingen.secties import SECTIE, SECTIES
from leidraad.registers.verwerkingen.versies import inhoud_van
from leidraad.registers.verwerkingen.views.dossier import tabbladen
from leidraad.registers.verwerkingen.views.laden import adres, kader, verwerking_voor, voor_lezer
from leidraad.registers.verwerkingen.weergave import in_woorden, label_van, secties_weergave

WERK = "werk"


@dataclass(frozen=True)
class Verschilregel:
    """One difference in words."""

    label: str
    soort: str
    oud: str
    nieuw: str


@login_required
@require_safe
def versies(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """All established versions, newest first, with a form to compare two."""
    verwerking = verwerking_voor(request, gemeente, nummer)
    alle = _alle(verwerking)
    context = {
        **kader(verwerking, "Versies"),
        "versies": alle,
        "tabbladen": tabbladen(verwerking, "versies"),
        "keuzes": _keuzes(alle),
        "van": str(alle[0].nummer) if alle else "",
        "naar": WERK,
        "vergelijk_url": adres("vergelijken", verwerking.dossier),
    }
    return render(request, "verwerkingen/versies.html", context)


@login_required
@require_safe
def versie(request: HttpRequest, gemeente: str, nummer: str, versie: int) -> HttpResponse:
    """One established version as it was."""
    verwerking = verwerking_voor(request, gemeente, nummer)
    gevonden = verwerking.dossier.versies.select_related("door").filter(nummer=versie).first()
    if gevonden is None:
        raise Http404
    dag = gevonden.op.date()
    inhoud = voor_lezer(verwerking, inhoud_van(gevonden), lid_bij(request))
    context = {
        **kader(verwerking, f"Versie {versie}"),
        "versie": gevonden,
        "geldt": gevonden.pk == verwerking.geldende_versie_id,
        "secties": secties_weergave(SECTIES, inhoud, dag),
        "versies_url": adres("versies", verwerking.dossier),
        "vergelijk_url": f"{adres('vergelijken', verwerking.dossier)}?van={versie}&naar={WERK}",
    }
    return render(request, "verwerkingen/versie.html", context)


@login_required
@require_safe
def vergelijken(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Two versions field by field; `werk` is the working copy."""
    verwerking = verwerking_voor(request, gemeente, nummer)
    alle, lid = _alle(verwerking), lid_bij(request)
    standaard = str(alle[0].nummer) if alle else WERK
    van, naar = request.GET.get("van", standaard), request.GET.get("naar", WERK)
    oud, nieuw = (voor_lezer(verwerking, _inhoud(verwerking, w), lid) for w in (van, naar))
    verschillen = [
        (SECTIE[sectie].titel, [_regel(v, oud, nieuw, lid.op) for v in deel])
        for sectie, deel in groupby(vergelijk(oud, nieuw), key=lambda v: v.sectie)
    ]
    context = {
        **kader(verwerking, "Vergelijken"),
        "verschillen": verschillen,
        "aantal": sum(len(regels) for _, regels in verschillen),
        "keuzes": _keuzes(alle),
        "van": van,
        "naar": naar,
        "van_naam": _naam(van),
        "naar_naam": _naam(naar),
        "versies_url": adres("versies", verwerking.dossier),
    }
    return render(request, "verwerkingen/vergelijken.html", context)


def _alle(verwerking: Verwerking) -> list[Versie]:
    return list(verwerking.dossier.versies.select_related("door").defer("inhoud"))


def _keuzes(alle: list[Versie]) -> list[tuple[str, str]]:
    return [(WERK, "Wat er nu staat (werkversie)"), *((str(v.nummer), f"Versie {v.nummer}") for v in alle)]


def _naam(keuze: str) -> str:
    return "Wat er nu staat (werkversie)" if keuze == WERK else f"Versie {keuze}"


def _inhoud(verwerking: Verwerking, keuze: str) -> Inhoud:
    """The content of a version number, or of the working copy. Raises Http404 for what does not exist."""
    if keuze == WERK:
        return opslag.lees(verwerking)
    if not (keuze.isascii() and keuze.isdecimal() and len(keuze) < 8):
        raise Http404
    gevonden = verwerking.dossier.versies.filter(nummer=int(keuze)).first()
    if gevonden is None:
        raise Http404
    return inhoud_van(gevonden)


def _regel(verschil: Verschil, oud: Inhoud, nieuw: Inhoud, op: Any) -> Verschilregel:
    return Verschilregel(
        label_van(verschil.pad),
        verschil.soort,
        in_woorden(verschil.pad, verschil.oud, oud, op),
        in_woorden(verschil.pad, verschil.nieuw, nieuw, op),
    )
