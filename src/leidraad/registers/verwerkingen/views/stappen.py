"""The steps in the life of a verwerking, each on its own page: what it means, who may, and what happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.registers.verwerkingen import handelingen, opslag
from leidraad.registers.verwerkingen.begrippen import Status
from leidraad.registers.verwerkingen.forms import stappen as formulieren
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels.levensloop import Stap, naar
from leidraad.registers.verwerkingen.regels.volledigheid import ontbreekt
from leidraad.registers.verwerkingen.views.dossier import alle_tekorten
from leidraad.registers.verwerkingen.views.laden import adres, kader, verwerking_voor


@dataclass(frozen=True)
class Scherm:
    """The page of one step."""

    formulier: type[forms.Form]
    uitleg: str
    klaar: str
    doe: Callable[..., Any]
    recht: Callable[[Verwerking], Recht]
    gevaar: bool = False
    toon_tekort: bool = False


def _bewerken(verwerking: Verwerking) -> Recht:
    return Recht.BEWERKEN


def _toetsen(verwerking: Verwerking) -> Recht:
    return Recht.TOETSEN


def _terugsturen(verwerking: Verwerking) -> Recht:
    return Recht.VASTSTELLEN if verwerking.status == Status.TER_VASTSTELLING else Recht.TOETSEN


def _beeindigen(verwerking: Verwerking) -> Recht:
    return Recht.BEWERKEN if verwerking.geldende_versie_id is None else Recht.VASTSTELLEN


SCHERMEN: dict[Stap, Scherm] = {
    Stap.INDIENEN: Scherm(
        formulieren.BevestigForm,
        "De Privacy Officer kijkt of de verwerking klopt en volledig is. U kunt intussen blijven bewerken.",
        "Aangeboden aan de Privacy Officer.", handelingen.dien_in, _bewerken, toon_tekort=True,
    ),
    Stap.AKKOORD: Scherm(
        formulieren.AkkoordForm,
        "U vindt dat deze verwerking klopt. Daarna stelt de leidinggevende haar vast.",
        "Akkoord gegeven. De leidinggevende kan nu vaststellen.", handelingen.geef_akkoord, _toetsen,
        toon_tekort=True,
    ),
    Stap.TERUGSTUREN: Scherm(
        formulieren.RedenenForm,
        "De verwerking gaat terug naar de eenheid, met uw uitleg.",
        "Teruggestuurd.", handelingen.stuur_terug, _terugsturen,
    ),
    Stap.HERZIEN: Scherm(
        formulieren.BevestigForm,
        "U maakt een nieuwe versie. De vastgestelde versie blijft gelden tot de nieuwe is vastgesteld.",
        "De herziening is begonnen.", handelingen.begin_herziening, _bewerken,
    ),
    Stap.HERZIENING_INTREKKEN: Scherm(
        formulieren.BevestigForm,
        "Alles wat in deze herziening is veranderd, gaat weg. De vastgestelde versie blijft gelden. "
        "In het journaal blijft staan wat er in de herziening stond.",
        "De herziening is ingetrokken.", handelingen.trek_herziening_in, _bewerken, gevaar=True,
    ),
    Stap.BEEINDIGEN: Scherm(
        formulieren.BeeindigForm,
        "De gemeente doet dit werk niet meer. Het dossier en alle versies blijven bewaard.",
        "De verwerking is beëindigd.", handelingen.beeindig, _beeindigen, gevaar=True,
    ),
    Stap.HEROPENEN: Scherm(
        formulieren.BevestigForm,
        "De verwerking wordt weer een concept.",
        "De verwerking is weer open.", handelingen.heropen, _bewerken,
    ),
}  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def stap(request: HttpRequest, gemeente: str, nummer: str, stap: str) -> HttpResponse:
    """Explain a step and take it. Who comes second is told what happened, nothing happens twice."""
    gezet = next((s for s in SCHERMEN if s.value == stap), None)
    if gezet is None:
        raise Http404
    verwerking = verwerking_voor(request, gemeente, nummer)
    scherm, lid = SCHERMEN[gezet], lid_bij(request)
    eis(mag(lid, scherm.recht(verwerking), verwerking.dossier))
    if naar(verwerking.status, gezet) is None:
        messages.info(request, _te_laat(verwerking, gezet))
        return redirect(adres("detail", verwerking.dossier))
    formulier = scherm.formulier(request.POST if request.method == "POST" else None)
    if request.method == "POST" and formulier.is_valid():
        try:
            scherm.doe(verwerking=verwerking, door=lid, nu=timezone.now(), **formulier.cleaned_data)
        except Geweigerd as geweigerd:
            for reden in geweigerd.redenen:
                formulier.add_error(None, reden)
        else:
            messages.success(request, scherm.klaar)
            return redirect(adres("detail", verwerking.dossier))
    return render(request, "verwerkingen/stap.html", _context(verwerking, gezet, scherm, formulier, lid))


def _context(
    verwerking: Verwerking, gezet: Stap, scherm: Scherm, formulier: forms.Form, lid: Lid
) -> dict[str, Any]:
    tekort = []
    if scherm.toon_tekort:
        tekort = alle_tekorten(verwerking, ontbreekt(opslag.lees(verwerking), lid.op))
    return {
        **kader(verwerking, gezet.label),
        "stap": gezet,
        "scherm": scherm,
        "knopsoort": "gevaar" if scherm.gevaar else "primair",
        "formulier": formulier,
        "tekort": tekort,
        "terugsturen_url": adres("stap", verwerking.dossier, Stap.TERUGSTUREN.value)
        if gezet is Stap.AKKOORD
        else "",
    }


def _te_laat(verwerking: Verwerking, gezet: Stap) -> str:
    """What to say to the second of two people, or to the second click."""
    status = verwerking.get_status_display().lower()
    return f"‘{gezet.label}’ is al gedaan of kan nu niet. De status is: {status}."
