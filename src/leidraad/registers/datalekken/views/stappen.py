"""The steps of handling a breach: triage, risk, telling people, closing, opening again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from leidraad.dossiers.forms import probeer
from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.registers.datalekken import handelingen, opslag
from leidraad.registers.datalekken.begrippen import Risico, Status, Uitzondering, Wijze
from leidraad.registers.datalekken.forms.stappen import (
    BeoordeelForm,
    BevestigForm,
    HeropenForm,
    MededelingForm,
    PlaatsingForm,
    RisicoForm,
)
from leidraad.registers.datalekken.handelingen.afsluiten import stand
from leidraad.registers.datalekken.inhoud import FACTOREN
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.regels.plichten import moet_naar_betrokkenen, nog_nodig_voor_afsluiten
from leidraad.registers.datalekken.regels.risico import advies
from leidraad.registers.datalekken.views.dossier import tabbladen
from leidraad.registers.datalekken.views.laden import adres, datalek_voor, gepost, kader
from leidraad.registers.datalekken.views.volgende import OPEN, tekorten


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def triage(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Decide whether the report is a breach."""
    datalek = datalek_voor(request, gemeente, nummer, Recht.TOETSEN)
    if datalek.status != Status.GEMELD:
        return _te_laat(request, datalek, "Deze melding is al beoordeeld.")
    formulier = BeoordeelForm(gepost(request))
    if request.method == "POST" and probeer(
        formulier,
        lambda schoon: handelingen.beoordeel_melding(
            datalek=datalek, is_datalek=schoon["uitkomst"] == "ja", reden=schoon["reden"],
            door=lid_bij(request), nu=timezone.now(),
        ),
    ):  # fmt: skip
        is_datalek = formulier.cleaned_data["uitkomst"] == "ja"
        messages.success(request, "Beoordeeld." + (" Bepaal nu het risico." if is_datalek else ""))
        return redirect(adres("risico" if is_datalek else "detail", datalek.dossier))
    extra = {"inhoud": opslag.lees(datalek)}
    return _pagina(request, datalek, formulier, "Melding beoordelen", "Vastleggen", "triage", **extra)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def risico(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Judge the factors, read the advice, decide with a reason."""
    datalek = datalek_voor(request, gemeente, nummer)
    lid, inhoud = lid_bij(request), opslag.lees(datalek)
    mag_besluiten = bool(mag(lid, Recht.TOETSEN, datalek.dossier)) and datalek.status in OPEN
    besluit = request.POST.get("doe") != "advies"
    begin = {naam: getattr(inhoud.factoren, naam) for naam in FACTOREN}
    begin |= {"risico": inhoud.risico, "risico_reden": inhoud.risico_reden}
    formulier = RisicoForm(gepost(request), initial=begin, besluit=besluit)
    if request.method == "POST":
        eis(mag(lid, Recht.TOETSEN, datalek.dossier))
        if besluit and probeer(formulier, lambda schoon: _besluit(datalek, formulier, lid)):
            messages.success(request, "Uw besluit over het risico is vastgelegd.")
            return redirect(adres("detail", datalek.dossier))
        formulier.is_valid()
    factoren = formulier.factoren() if formulier.is_bound else inhoud.factoren
    uitkomst = advies(factoren)
    extra = {
        "advies": uitkomst,
        "advies_label": uitkomst.risico.label if uitkomst.risico else "",
        "factorvelden": [formulier[naam] for naam in FACTOREN],
        "mag_besluiten": mag_besluiten,
        "besluit_label": Risico.label_van(inhoud.risico),
        "inhoud": inhoud,
        "tabbladen": tabbladen(datalek, "risico"),
    }
    return _pagina(request, datalek, formulier, "Risico bepalen", "Besluit vastleggen", "risico", **extra)


def _besluit(datalek: Datalek, formulier: RisicoForm, lid: Lid) -> Datalek:
    return handelingen.beslis_risico(
        datalek=datalek,
        factoren=formulier.factoren(),
        risico=formulier.cleaned_data["risico"],
        reden=formulier.cleaned_data["risico_reden"],
        door=lid,
        nu=timezone.now(),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def informeren(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Whether people must be told, why not, and what they were told (norm 3.4.3)."""
    datalek = datalek_voor(request, gemeente, nummer)
    lid, inhoud = lid_bij(request), opslag.lees(datalek)
    formulier = MededelingForm(gepost(request))
    if request.method == "POST":
        eis(mag(lid, Recht.TOETSEN, datalek.dossier))
        if probeer(
            formulier,
            lambda schoon: handelingen.deel_mee(datalek=datalek, door=lid, nu=timezone.now(), **schoon),
        ):
            messages.success(request, "Vastgelegd dat de mensen zijn ingelicht.")
            return redirect(adres("informeren", datalek.dossier))
    extra = {
        "inhoud": inhoud,
        "moet": moet_naar_betrokkenen(inhoud),
        "hoog": inhoud.risico == Risico.HOOG_RISICO,
        "uitzondering": Uitzondering.label_van(inhoud.uitzondering),
        "mededelingen": [(Wijze.label_van(m.wijze), m) for m in datalek.mededelingen.select_related("door")],
        "mag_vastleggen": bool(mag(lid, Recht.TOETSEN, datalek.dossier)) and datalek.status in OPEN,
        "mag_bewerken": bool(mag(lid, Recht.BEWERKEN, datalek.dossier)) and datalek.status in OPEN,
        "uitzondering_url": adres("bewerken", datalek.dossier, "informeren"),
        "tabbladen": tabbladen(datalek, "informeren"),
    }
    return _pagina(request, datalek, formulier, "Mensen inlichten", "Vastleggen", "informeren", **extra)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def afsluiten(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Close, with everything that is still missing listed (AVG art. 33 lid 5)."""
    datalek = datalek_voor(request, gemeente, nummer, Recht.TOETSEN)
    if datalek.status != Status.IN_BEHANDELING:
        return _te_laat(request, datalek, f"Afsluiten kan nu niet: {datalek.get_status_display()}.")
    formulier = BevestigForm(gepost(request))
    if request.method == "POST" and probeer(
        formulier,
        lambda _: handelingen.sluit_af(datalek=datalek, door=lid_bij(request), nu=timezone.now()),
    ):
        messages.success(request, "Het datalek is afgesloten.")
        return redirect(adres("detail", datalek.dossier))
    inhoud = opslag.lees(datalek)
    tekort = tekorten(datalek, nog_nodig_voor_afsluiten(inhoud, stand(datalek, inhoud)))
    return _pagina(request, datalek, formulier, "Afsluiten", "Afsluiten", "afsluiten", tekort=tekort)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def heropenen(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Open a closed breach again."""
    datalek = datalek_voor(request, gemeente, nummer, Recht.TOETSEN)
    if datalek.status in OPEN:
        return _te_laat(request, datalek, "Dit datalek is al open.")
    formulier = HeropenForm(gepost(request))
    if request.method == "POST" and probeer(
        formulier,
        lambda schoon: handelingen.heropen(
            datalek=datalek, reden=schoon["reden"], door=lid_bij(request), nu=timezone.now()
        ),
    ):
        messages.success(request, "Het datalek is weer open.")
        return redirect(adres("detail", datalek.dossier))
    return _pagina(request, datalek, formulier, "Heropenen", "Heropenen", "stap")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plaatsing(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """To which unit it belongs and who handles it."""
    datalek = datalek_voor(request, gemeente, nummer, Recht.TOETSEN)
    lid, dossier = lid_bij(request), datalek.dossier
    begin = {"eenheid": dossier.eenheid_id, "behandelaar": dossier.behandelaar_id}
    formulier = PlaatsingForm(gepost(request), initial=begin, dossier=dossier, op=lid.op)
    if request.method == "POST" and probeer(
        formulier, lambda schoon: handelingen.plaats(datalek=datalek, door=lid, nu=timezone.now(), **schoon)
    ):
        messages.success(request, "Opgeslagen.")
        return redirect(adres("detail", dossier))
    return _pagina(request, datalek, formulier, "Eenheid en behandelaar", "Opslaan", "stap")


@login_required
@require_POST
def fg(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Ask the FG for advice (norm 4.5.3)."""
    return _direct(request, gemeente, nummer, handelingen.vraag_advies_fg, "De FG is om advies gevraagd.")


@login_required
@require_POST
def ciso(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Inform the CISO of a security incident."""
    return _direct(request, gemeente, nummer, handelingen.licht_ciso_in, "De CISO is ingelicht.")


def _direct(
    request: HttpRequest, gemeente: str, nummer: str, doe: Callable[..., Any], klaar: str
) -> HttpResponse:
    datalek = datalek_voor(request, gemeente, nummer, Recht.TOETSEN)
    try:
        doe(datalek=datalek, door=lid_bij(request), nu=timezone.now())
    except Geweigerd as geweigerd:
        for reden in geweigerd.redenen:
            messages.error(request, reden)
    else:
        messages.success(request, klaar)
    return redirect(adres("detail", datalek.dossier))


def _te_laat(request: HttpRequest, datalek: Datalek, tekst: str) -> HttpResponse:
    """What to say to the second of two people, or to the second click."""
    messages.info(request, tekst)
    return redirect(adres("detail", datalek.dossier))


def _pagina(
    request: HttpRequest,
    datalek: Datalek,
    formulier: Form,
    titel: str,
    knoptekst: str,
    sjabloon: str,
    **extra: Any,
) -> HttpResponse:
    context = {
        **kader(datalek, timezone.now(), titel),
        "formulier": formulier,
        "knoptekst": knoptekst,
        "terug": adres("detail", datalek.dossier),
        **extra,
    }
    return render(request, f"datalekken/{sjabloon}.html", context)
