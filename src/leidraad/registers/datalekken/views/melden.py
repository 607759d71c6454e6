"""Report a breach in two minutes, and see afterwards what happens with one's own report (norm 3.4.1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.datalekken.begrippen import Status
from leidraad.registers.datalekken.forms.melden import AanvulForm, MeldForm
from leidraad.registers.datalekken.handelingen import meld, voeg_bijlage_bij_melding, vul_aan
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.taaksoorten import KLOK

_PER_PAGINA = 25
UITLEG = {
    Status.GEMELD: "Een Privacy Officer beoordeelt uw melding. Die belt of mailt u als er vragen zijn.",
    Status.IN_BEHANDELING: "Een Privacy Officer is met het datalek bezig.",
    Status.GEEN_DATALEK: "De Privacy Officer heeft gekeken. Dit was geen datalek. U hoeft niets te doen.",
    Status.AFGESLOTEN: "Het datalek is afgehandeld. U hoeft niets meer te doen.",
}
"""What the reporter reads about the state of her report."""


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def melden(request: HttpRequest) -> HttpResponse:
    """One short page; the receipt follows at once."""
    lid = lid_bij(request)
    if not lid.gemeenten(Recht.MELDEN):
        raise GeenRecht("U werkt nu niet voor een gemeente die Leidraad gebruikt.")
    nu = timezone.now()
    form = MeldForm(
        request.POST or None,
        request.FILES or None,
        lid=lid,
        initial={"ontdekt_op": timezone.localtime(nu).replace(second=0, microsecond=0)},
    )
    if request.method == "POST" and form.is_valid():
        datalek = _meld(form, lid)
        _hang_aan(request, datalek, form.cleaned_data["bestanden"], lid)
        messages.success(
            request, f"Uw melding is binnen. Het nummer is {datalek.dossier.nummer}. Dank u wel."
        )
        return redirect("datalekken:mijn_melding", datalek.dossier.gemeente.slug, datalek.dossier.nummer)
    return render(request, "datalekken/melden.html", {"form": form})


def _meld(form: MeldForm, lid: Lid) -> Datalek:
    schoon = form.cleaned_data
    return meld(
        gemeente=schoon["gemeente"],
        eenheid=schoon["eenheid"],
        inhoud=form.inhoud(),
        namens=schoon["namens"],
        door=lid,
        nu=timezone.now(),
    )


def _hang_aan(request: HttpRequest, datalek: Datalek, bestanden: Iterable[UploadedFile], lid: Lid) -> None:
    """The report is in, whatever happens to its files: a refusal is told, and the file can be sent again."""
    for bestand in bestanden:
        try:
            voeg_bijlage_bij_melding(
                datalek=datalek, naam=bestand.name or "", bestand=bestand, door=lid, nu=timezone.now()
            )
        except Geweigerd as weigering:
            messages.error(request, f"{bestand.name} is niet bewaard. {weigering}")


@login_required
@require_safe
def mijn_meldingen(request: HttpRequest) -> HttpResponse:
    """What this person reported, the newest first."""
    lid = lid_bij(request)
    eigen = _eigen(lid).order_by("-gemeld_op", "-pk")
    pagina = Paginator(eigen, _PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "datalekken/mijn_meldingen.html", {"pagina": pagina})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def mijn_melding(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """The receipt: the state and one's own words, not the file. Somebody else's report does not exist."""
    lid = lid_bij(request)
    datalek = _eigen(lid).filter(dossier__gemeente__slug=gemeente, dossier__nummer=nummer.upper()).first()
    if datalek is None:
        raise Http404
    form = AanvulForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _vul_aan(form, datalek, lid):
        messages.success(request, "Dank u wel. Uw aanvulling is bewaard.")
        return redirect("datalekken:mijn_melding", gemeente, datalek.dossier.nummer)
    return render(request, "datalekken/mijn_melding.html", _beeld(datalek, lid) | {"form": form})


def _vul_aan(form: AanvulForm, datalek: Datalek, lid: Lid) -> bool:
    """Keep the text and the files. What is refused comes back in the form; what was kept, is kept once."""
    nu, schoon = timezone.now(), form.cleaned_data
    try:
        if schoon["tekst"]:
            vul_aan(datalek=datalek, tekst=schoon["tekst"], door=lid, nu=nu)
        for bestand in schoon["bestanden"]:
            voeg_bijlage_bij_melding(datalek=datalek, naam=bestand.name, bestand=bestand, door=lid, nu=nu)
    except Geweigerd as weigering:
        for reden in weigering.redenen:
            form.add_error(None, reden)
        return False
    return True


def _eigen(lid: Lid) -> Any:
    """The reports of this person in the municipalities where she works today."""
    return Datalek.objects.filter(
        melder=lid.persoon_id, dossier__gemeente__in=lid.gemeenten(Recht.MELDEN)
    ).select_related("dossier__gemeente", "dossier__eenheid")


def _beeld(datalek: Datalek, lid: Lid) -> dict[str, Any]:
    """What the reporter sees: no more than what she wrote herself, and the clock."""
    dossier = datalek.dossier
    return {
        "datalek": datalek,
        "dossier": dossier,
        "gemeente": dossier.gemeente,
        "uitleg": UITLEG[Status.van(datalek.status)],
        "termijn": dossier.termijnen.lopend().filter(soort=KLOK.code).first(),
        "aanvullingen": datalek.aanvullingen.filter(door=lid.persoon_id),
        "bijlagen": dossier.bijlagen.filter(door=lid.persoon_id, verwijderd_op=None).order_by("op"),
        "open": datalek.status in (Status.GEMELD, Status.IN_BEHANDELING),
    }
