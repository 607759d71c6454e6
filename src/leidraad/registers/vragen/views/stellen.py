"""Ask a question in a minute, and follow one's own questions (norm 1.1.7)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from leidraad.dossiers.forms import probeer
from leidraad.dossiers.fouten import GeenRecht
from leidraad.dossiers.models import Koppeling
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.registers.vragen import handelingen
from leidraad.registers.vragen.begrippen import Status
from leidraad.registers.vragen.forms.stellen import StelForm, VervolgForm
from leidraad.registers.vragen.handelingen.stellen import GAAT_OVER
from leidraad.registers.vragen.models import Vraag

_PER_PAGINA = 25
UITLEG = {
    Status.OPEN: "Een Privacy Officer leest uw vraag. U krijgt een mail zodra er antwoord is.",
    Status.BEANTWOORD: "Uw vraag is beantwoord. Is het nog niet duidelijk? Vraag dan gerust door.",
    Status.HEROPEND: "U hebt doorgevraagd. U krijgt een mail zodra er weer antwoord is.",
    Status.GESLOTEN: "Uw vraag is afgehandeld. Wilt u toch nog iets weten? Vraag dan gerust door.",
}
"""What the asker reads about the state of her question."""


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def stellen(request: HttpRequest) -> HttpResponse:
    """One short page; the receipt follows at once. `?nummer=` fills in the dossier it is about."""
    lid = lid_bij(request)
    if not lid.gemeenten(Recht.MELDEN):
        raise GeenRecht("U werkt nu niet voor een gemeente die Leidraad gebruikt.")
    begin = {"nummer": request.GET.get("nummer", "")[:20]}
    form = StelForm(request.POST if request.method == "POST" else None, lid=lid, initial=begin)
    vragen: list[Vraag] = []
    if request.method == "POST" and probeer(form, lambda schoon: vragen.append(_stel(schoon, lid))):
        [vraag] = vragen
        messages.success(request, f"Uw vraag is binnen. Het nummer is {vraag.dossier.nummer}.")
        return redirect("vragen:mijn_vraag", vraag.dossier.gemeente.slug, vraag.dossier.nummer)
    return render(request, "vragen/stellen.html", {"form": form})


def _stel(schoon: dict[str, Any], lid: Lid) -> Vraag:
    velden = {naam: schoon[naam] for naam in ("gemeente", "onderwerp", "tekst", "over")}
    return handelingen.stel_vraag(**velden, door=lid, nu=timezone.now())


@login_required
@require_safe
def mijn_vragen(request: HttpRequest) -> HttpResponse:
    """What this person asked, the newest first."""
    eigen = _eigen(lid_bij(request)).order_by("-gevraagd_op", "-pk")
    pagina = Paginator(eigen, _PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "vragen/mijn_vragen.html", {"pagina": pagina})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def mijn_vraag(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """The receipt and later the answer: not the file. Somebody else's question does not exist."""
    lid = lid_bij(request)
    vraag = _eigen(lid).filter(dossier__gemeente__slug=gemeente, dossier__nummer=nummer.upper()).first()
    if vraag is None:
        raise Http404
    form = VervolgForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and probeer(
        form,
        lambda schoon: handelingen.vraag_door(
            vraag=vraag, tekst=schoon["tekst"], door=lid, nu=timezone.now()
        ),
        veld="tekst",
    ):
        messages.success(request, "Dank u wel. Uw aanvulling is binnen.")
        return redirect("vragen:mijn_vraag", gemeente, vraag.dossier.nummer)
    return render(request, "vragen/mijn_vraag.html", _beeld(vraag, lid) | {"form": form})


def _eigen(lid: Lid) -> Any:
    """The questions of this person in the municipalities where she works today."""
    return Vraag.objects.filter(
        vrager=lid.persoon_id, dossier__gemeente__in=lid.gemeenten(Recht.MELDEN)
    ).select_related("dossier__gemeente")


def _beeld(vraag: Vraag, lid: Lid) -> dict[str, Any]:
    """What the asker sees: what was said to her and by her, and when she hears more."""
    koppelingen = Koppeling.objects.filter(van=vraag.pk, soort=GAAT_OVER).select_related("naar__gemeente")
    return {
        "vraag": vraag,
        "dossier": vraag.dossier,
        "gemeente": vraag.dossier.gemeente,
        "uitleg": UITLEG[Status.van(vraag.status)],
        "reacties": vraag.reacties.select_related("door"),
        # The function of the asker may have changed since.
        "over": [k.naar for k in koppelingen if mag(lid, Recht.LEZEN, k.naar)],
        "vandaag": lid.op,
    }
