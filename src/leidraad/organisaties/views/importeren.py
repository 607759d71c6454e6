"""Import of the two CSV files: first a dry run, then confirm. Works without JavaScript."""

from base64 import b64decode, b64encode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leidraad.organisaties.forms import ImportForm
from leidraad.organisaties.importeren import LeesFout, Rapport, importeer_organisatie
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.organisaties.toegang import gemeente_voor

_ZOUT = "organisaties.import"
_UUR = 60 * 60
_TE_OUD = "De proef is ouder dan een uur of beschadigd. Kies de bestanden opnieuw."


@login_required
@require_http_methods(["GET", "POST"])
def importeren(request: HttpRequest, gemeente: str) -> HttpResponse:
    """Choose files, see what would happen, and only then save it.

    Between the two steps the files travel in the page, signed; nothing stays behind on the server.
    """
    waar, lid = gemeente_voor(request, gemeente, Recht.BEHEREN)
    if "bevestig" in request.POST:
        return _bevestig(request, waar, lid)
    form = ImportForm(request.POST or None, request.FILES or None)
    context = {"gemeente": waar, "form": form}
    if request.method == "POST":
        form = context["form"] = ImportForm(request.POST, request.FILES)
        if form.is_valid():
            bestanden = {welk: form.cleaned_data[welk] for welk in ("eenheden", "functies")}
            try:
                rapport = _voer_uit(bestanden, lid, proef=True)
            except LeesFout as fout:
                form.add_error(None, str(fout))
            else:
                context |= {"rapport": rapport, "pakket": _inpakken(bestanden)}
    return render(request, "organisaties/importeren.html", context)


def _bevestig(request: HttpRequest, waar: Gemeente, lid: Lid) -> HttpResponse:
    try:
        bestanden = _uitpakken(request.POST["bevestig"])
    except signing.BadSignature:
        messages.error(request, _TE_OUD)
        return redirect("organisaties:importeren", waar.slug)
    rapport = _voer_uit(bestanden, lid, toch="toch" in request.POST)
    if rapport.geblokkeerd:
        messages.error(request, "Er is niets opgeslagen. Vink aan dat u het zeker weet.")
        context = {
            "gemeente": waar,
            "form": ImportForm(),
            "rapport": rapport,
            "pakket": request.POST["bevestig"],
        }
        return render(request, "organisaties/importeren.html", context)
    messages.success(request, "De organisatie is bijgewerkt.")
    return redirect("organisaties:beheer", waar.slug)


def _voer_uit(
    bestanden: dict[str, bytes | None], lid: Lid, *, proef: bool = False, toch: bool = False
) -> Rapport:
    return importeer_organisatie(**bestanden, door=lid, nu=timezone.now(), proef=proef, toch=toch)


def _inpakken(bestanden: dict[str, bytes | None]) -> str:
    tekst = {welk: b64encode(inhoud).decode() for welk, inhoud in bestanden.items() if inhoud is not None}
    return signing.dumps(tekst, salt=_ZOUT, compress=True)


def _uitpakken(pakket: str) -> dict[str, bytes | None]:
    """The files again. Raises BadSignature when the package is too old or was tampered with."""
    tekst = signing.loads(pakket, salt=_ZOUT, max_age=_UUR)
    return {welk: b64decode(tekst[welk]) if welk in tekst else None for welk in ("eenheden", "functies")}
