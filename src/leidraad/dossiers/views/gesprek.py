"""What people say about a dossier: remarks, advice and the reaction to advice."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leidraad.dossiers.forms import AdviesForm, AdviesvraagForm, OpmerkingForm, ReactieForm, probeer
from leidraad.dossiers.fouten import GeenRecht
from leidraad.dossiers.handelingen import (
    geef_advies,
    plaats_opmerking,
    reageer_op_advies,
    vraag_advies,
    wijzig_advies,
)
from leidraad.dossiers.models import Advies, Dossier
from leidraad.dossiers.toegang import dossier_voor, lid_bij
from leidraad.organisaties.rechten import Recht, mag


@login_required
@require_http_methods(["GET", "POST"])
def opmerkingen(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Place a remark."""
    dossier = dossier_voor(request, None, gemeente, nummer, Recht.OPMERKEN)
    form = OpmerkingForm(request.POST or None)
    if request.method == "POST" and probeer(
        form,
        lambda schoon: plaats_opmerking(
            dossier, tekst=schoon["tekst"], door=lid_bij(request), nu=timezone.now()
        ),
        veld="tekst",
    ):
        return _klaar(request, dossier, "Uw opmerking is geplaatst.", "opmerkingen")
    return _formulier(request, dossier, form, "Opmerking plaatsen", "Plaatsen")


@login_required
@require_http_methods(["GET", "POST"])
def adviezen(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Give advice: as FG for who is FG there, else as Privacy Officer."""
    dossier = dossier_voor(request, None, gemeente, nummer)
    lid = lid_bij(request)
    van = Advies.Van.FG if mag(lid, Recht.ADVISEREN_FG, dossier) else Advies.Van.PRIVACY_OFFICER
    if van == Advies.Van.PRIVACY_OFFICER and not mag(lid, Recht.ADVISEREN_PO, dossier):
        raise GeenRecht("Alleen de Privacy Officer en de Functionaris Gegevensbescherming geven advies.")
    form = AdviesForm(request.POST or None)
    if request.method == "POST" and probeer(
        form,
        lambda schoon: geef_advies(dossier, van=van, tekst=schoon["tekst"], door=lid, nu=timezone.now()),
        veld="tekst",
    ):
        return _klaar(request, dossier, "Uw advies is vastgelegd.", "adviezen")
    return _formulier(request, dossier, form, f"Advies geven als {van.label}", "Advies vastleggen")


@login_required
@require_http_methods(["GET", "POST"])
def adviesvraag(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Ask the Privacy Officer or the FG for advice (norm 4.5.3)."""
    dossier = dossier_voor(request, None, gemeente, nummer, Recht.OPMERKEN)
    form = AdviesvraagForm(request.POST or None)
    if request.method == "POST" and probeer(
        form,
        lambda schoon: vraag_advies(
            dossier, aan=schoon["aan"], vraag=schoon["vraag"], door=lid_bij(request), nu=timezone.now()
        ),
    ):
        return _klaar(request, dossier, "Uw vraag staat klaar bij de adviseur.", "adviezen")
    return _formulier(request, dossier, form, "Advies vragen", "Vragen")


@login_required
@require_http_methods(["GET", "POST"])
def advies(request: HttpRequest, gemeente: str, nummer: str, pk: int) -> HttpResponse:
    """Change one's own advice (norm 4.5.1)."""
    dossier = dossier_voor(request, None, gemeente, nummer)
    lid = lid_bij(request)
    gevonden = get_object_or_404(Advies, dossier=dossier, pk=pk)
    if gevonden.door_id != lid.persoon_id:
        raise GeenRecht("Alleen wie het advies gaf, mag het wijzigen.")
    form = AdviesForm(request.POST or None, initial={"tekst": gevonden.tekst})
    if request.method == "POST" and probeer(
        form,
        lambda schoon: wijzig_advies(gevonden, tekst=schoon["tekst"], door=lid, nu=timezone.now()),
        veld="tekst",
    ):
        return _klaar(request, dossier, "Uw advies is gewijzigd.", "adviezen")
    return _formulier(request, dossier, form, "Advies wijzigen", "Opslaan")


@login_required
@require_http_methods(["GET", "POST"])
def reactie(request: HttpRequest, gemeente: str, nummer: str, pk: int) -> HttpResponse:
    """Follow the advice, or explain why not."""
    dossier = dossier_voor(request, None, gemeente, nummer, Recht.BEWERKEN)
    gevonden = get_object_or_404(Advies.objects.select_related("door"), dossier=dossier, pk=pk)
    form = ReactieForm(request.POST or None)
    if request.method == "POST" and probeer(
        form,
        lambda schoon: reageer_op_advies(
            gevonden,
            reactie=schoon["reactie"],
            toelichting=schoon["toelichting"],
            door=lid_bij(request),
            nu=timezone.now(),
        ),
    ):
        return _klaar(request, dossier, "De reactie is vastgelegd.", "adviezen")
    return _formulier(request, dossier, form, "Reageren op advies", "Reactie vastleggen", gevonden)


def _klaar(request: HttpRequest, dossier: Dossier, bericht: str, plek: str) -> HttpResponse:
    messages.success(request, bericht)
    return redirect(f"{dossier.get_absolute_url()}#{plek}")


def _formulier(
    request: HttpRequest, dossier: Dossier, form: Form, kop: str, knoptekst: str, bij: Advies | None = None
) -> HttpResponse:
    context = {
        "dossier": dossier,
        "gemeente": dossier.gemeente,
        "form": form,
        "kop": kop,
        "knoptekst": knoptekst,
        "advies": bij,
    }
    return render(request, "dossiers/formulier.html", context)
