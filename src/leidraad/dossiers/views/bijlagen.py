"""Add, download and remove attachments."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from leidraad.dossiers.forms import BijlageForm, probeer
from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import verwijder_bijlage, voeg_bijlage_toe
from leidraad.dossiers.models import Bijlage, Dossier
from leidraad.dossiers.toegang import dossier_voor, lid_bij
from leidraad.organisaties.rechten import Recht


@login_required
@require_http_methods(["GET", "POST"])
def bijlagen(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Add an attachment."""
    dossier = dossier_voor(request, None, gemeente, nummer, Recht.BEWERKEN)
    form = BijlageForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and probeer(
        form,
        lambda schoon: voeg_bijlage_toe(
            dossier,
            naam=schoon["bestand"].name,
            bestand=schoon["bestand"],
            omschrijving=schoon["omschrijving"],
            door=lid_bij(request),
            nu=timezone.now(),
        ),
        veld="bestand",
    ):
        messages.success(request, "De bijlage is toegevoegd.")
        return redirect(f"{dossier.get_absolute_url()}#bijlagen")
    context = {"dossier": dossier, "gemeente": dossier.gemeente, "form": form, "kop": "Bijlage toevoegen"}
    return render(request, "dossiers/formulier.html", context | {"knoptekst": "Toevoegen"})


@login_required
@require_GET
def bijlage(request: HttpRequest, gemeente: str, nummer: str, uuid: UUID) -> FileResponse:
    """Download an attachment: always to save, never to show inside the site."""
    gevonden = _bijlage(dossier_voor(request, None, gemeente, nummer), uuid)
    try:
        bestand = gevonden.bestand.open("rb")
    except FileNotFoundError as fout:
        raise Http404 from fout
    antwoord = FileResponse(
        bestand, as_attachment=True, filename=gevonden.naam, content_type=gevonden.mediatype
    )
    antwoord["X-Content-Type-Options"] = "nosniff"
    antwoord["Cache-Control"] = "private, no-store"
    return antwoord


@login_required
@require_http_methods(["GET", "POST"])
def verwijderen(request: HttpRequest, gemeente: str, nummer: str, uuid: UUID) -> HttpResponse:
    """Ask whether it is sure, then remove the attachment."""
    dossier = dossier_voor(request, None, gemeente, nummer, Recht.BEWERKEN)
    gevonden = _bijlage(dossier, uuid)
    if request.method == "POST":
        try:
            verwijder_bijlage(gevonden, door=lid_bij(request), nu=timezone.now())
            messages.success(request, "De bijlage is verwijderd.")
        except Geweigerd as weigering:
            messages.error(request, str(weigering))
        return redirect(f"{dossier.get_absolute_url()}#bijlagen")
    context = {"dossier": dossier, "gemeente": dossier.gemeente, "bijlage": gevonden}
    return render(request, "dossiers/bijlage_verwijderen.html", context)


def _bijlage(dossier: Dossier, uuid: UUID) -> Bijlage:
    return get_object_or_404(Bijlage, dossier=dossier, uuid=uuid, verwijderd_op=None)
