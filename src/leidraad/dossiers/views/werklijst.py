"""The work list: what waits for me, most urgent first, over every register and municipality."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leidraad.dossiers.forms import ToewijsForm, WerklijstFilter, probeer
from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import log_inzage, neem_terug, vink_taak_af, wijs_toe
from leidraad.dossiers.journaal.lezen import woord
from leidraad.dossiers.kandidaten import kandidaten
from leidraad.dossiers.models import Taak
from leidraad.dossiers.toegang import lid_bij
from leidraad.dossiers.werk import is_hele_dag
from leidraad.dossiers.werkvoorraad import MEEST, WIE, Werkvoorraad, registernaam
from leidraad.organisaties.models import Persoon
from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.organisaties.verantwoordelijkheid import Verantwoordelijke, verantwoordelijken_voor

_PER_BLAD = 25


@dataclass(frozen=True)
class Rij:
    """One task as the list shows it."""

    taak: Taak
    register: str
    verantwoordelijke: Verantwoordelijke | None
    van_mij: bool
    mag_geven: bool

    @property
    def tijd(self) -> str:
        """The time of a deadline that is a moment; empty for a whole day."""
        moment = self.taak.uiterlijk
        return "" if moment is None or is_hele_dag(moment) else f"{timezone.localtime(moment):%H.%M}"

    @property
    def klaar_functie(self) -> str:
        """The function of who did it, in words."""
        return woord(self.taak.klaar_functie)


@login_required
@require_safe
def werklijst(request: HttpRequest) -> HttpResponse:
    """One list of everything that has to be done, or was done."""
    lid = lid_bij(request)
    keuze = Werkvoorraad.uit(request.GET, lid, timezone.now())
    pagina = Paginator(keuze.taken()[:MEEST], _PER_BLAD).get_page(request.GET.get("pagina"))
    context = {
        "keuze": keuze,
        "formulier": WerklijstFilter(keuze),
        "pagina": pagina,
        "rijen": rijen(pagina.object_list, lid),
        "telling": _telling(pagina.paginator.count, gedaan=keuze.gedaan),
        "tabbladen": _tabbladen(keuze),
        "wissen": _wissen(keuze),
        "terug": request.GET.urlencode(),
        "vandaag": lid.op,
        "nu": keuze.nu,
    }
    return render(request, "dossiers/werklijst.html", context)


def rijen(taken: Iterable[Taak], lid: Lid) -> list[Rij]:
    """The tasks with who is responsible (norm 4.4.9): three queries more, however many tasks."""
    taken = list(taken)
    eenheden = {taak.dossier.eenheid for taak in taken if taak.dossier.eenheid is not None}
    wie = verantwoordelijken_voor(eenheden, "teammanager", lid.op) if eenheden else {}
    return [
        Rij(
            taak,
            registernaam(taak.dossier.soort),
            wie.get(taak.dossier.eenheid_id or 0),
            taak.toegewezen_id == lid.persoon_id,
            bool(mag(lid, Recht(taak.recht), taak.dossier)),
        )
        for taak in taken
    ]


@login_required
@require_http_methods(["GET", "POST"])
def toewijzen(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a task to a colleague, or take it oneself."""
    taak, lid = _taak_voor(request, pk)
    form = ToewijsForm(
        request.POST or None,
        kandidaten=kandidaten(taak, lid.op),
        initial={"aan": lid.persoon_id, "was": taak.toegewezen_id},
    )
    if request.method == "POST" and probeer(
        form,
        lambda schoon: wijs_toe(
            taak,
            aan=Persoon.objects.get(pk=schoon["aan"]),
            was=schoon["was"],
            door=lid,
            nu=timezone.now(),
        ),
        veld="aan",
    ):
        messages.success(request, f"De taak ligt nu bij {form.gekozen}.")
        return _terug(request.POST.get("terug", ""))
    [rij] = rijen([taak], lid)
    context = {
        "rij": rij,
        "form": form,
        "gemeente": taak.dossier.gemeente,
        "terug": (request.POST or request.GET).get("terug", ""),
        "vandaag": lid.op,
    }
    return render(request, "dossiers/taak_toewijzen.html", context)


@login_required
@require_POST
def terugnemen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a task back, or give it back."""
    taak, lid = _taak_voor(request, pk)
    was = request.POST.get("was", "")
    try:
        neem_terug(taak, was=int(was) if was.isdecimal() else None, door=lid, nu=timezone.now())
        messages.success(request, "De taak ligt weer bij iedereen die haar kan doen.")
    except Geweigerd as weigering:
        messages.error(request, str(weigering))
    return _terug(request.POST.get("terug", ""))


@login_required
@require_POST
def afronden(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a task is done, and go back to where that was said: the list, or the page of its dossier."""
    taak, lid = _taak_voor(request, pk)
    try:
        vink_taak_af(taak, door=lid, nu=timezone.now())
        messages.success(request, "De taak is afgerond.")
    except Geweigerd as weigering:
        messages.error(request, str(weigering))
    if request.POST.get("naar") == "dossier":
        return redirect(taak.dossier)
    return _terug(request.POST.get("terug", ""))


def _taak_voor(request: HttpRequest, pk: int) -> tuple[Taak, Lid]:
    """The task, for whoever may see it. Raises Http404, so that nobody learns of work that is not hers."""
    lid = lid_bij(request)
    taak = (
        Taak.objects.voor(lid)
        .select_related("dossier__gemeente", "dossier__eenheid", "dossier__behandelaar", "toegewezen")
        .filter(pk=pk)
        .first()
    )
    if taak is None:
        raise Http404
    log_inzage(taak.dossier, door=lid, nu=timezone.now())
    return taak, lid


def _terug(query: str) -> HttpResponse:
    """Back to the list as it was: only ever a query of our own page."""
    schoon = QueryDict(query[:500]).urlencode()
    return redirect(f"{reverse('dossiers:werklijst')}{f'?{schoon}' if schoon else ''}")


def _tabbladen(keuze: Werkvoorraad) -> list[dict[str, Any]]:
    adres = reverse("dossiers:werklijst")
    open_ = [
        {"label": label, "url": f"{adres}?wie={wie}", "actief": not keuze.gedaan and keuze.wie == wie}
        for wie, label in WIE.items()
    ]
    return [*open_, {"label": "Gedaan", "url": f"{adres}?status=gedaan", "actief": keuze.gedaan}]


def _wissen(keuze: Werkvoorraad) -> str:
    return f"?status=gedaan&wie={keuze.wie}" if keuze.gedaan else f"?wie={keuze.wie}"


def _telling(aantal: int, *, gedaan: bool) -> str:
    if aantal >= MEEST:
        return f"Meer dan {MEEST - 1} taken. Kies een filter om minder te zien."
    soort = "gedaan" if gedaan else "te doen"
    return f"1 taak {soort}" if aantal == 1 else f"{aantal} taken {soort}"
