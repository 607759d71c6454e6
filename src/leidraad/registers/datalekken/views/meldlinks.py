"""Make and withdraw the personal links with which processors report (AVG art. 33 lid 2)."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from leidraad.dossiers.fouten import GeenRecht
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.datalekken.forms.meldlinks import MeldlinkForm
from leidraad.registers.datalekken.handelingen import maak_meldlink, trek_meldlink_in
from leidraad.registers.datalekken.models import Meldlink


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def meldlinks(request: HttpRequest) -> HttpResponse:
    """All links of the municipalities of this person, and a form for a new one.

    The secret is shown in the answer to the form itself: it is kept nowhere, so a redirect would lose it.
    """
    lid = _toetser(request)
    form = MeldlinkForm(
        request.POST or None, lid=lid, initial={"gemeente": min(lid.gemeenten(Recht.TOETSEN))}
    )
    adres, nieuw = "", None
    if request.method == "POST" and form.is_valid():
        nieuw, geheim = maak_meldlink(door=lid, nu=timezone.now(), **form.cleaned_data)
        adres = request.build_absolute_uri(reverse("datalekmelding:formulier", args=[geheim]))
        form = MeldlinkForm(lid=lid, initial={"gemeente": nieuw.gemeente_id})
    links = Meldlink.objects.filter(gemeente__in=lid.gemeenten(Recht.TOETSEN)).select_related("gemeente")
    context = {
        "form": form,
        "adres": adres,
        "nieuw": nieuw,
        "links": links.order_by("gemeente__naam", "ingetrokken_op", "verwerker"),
    }
    return render(request, "datalekken/meldlinks.html", context)


@login_required
@require_POST
def intrekken(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a link. One of another municipality does not exist."""
    lid = _toetser(request)
    link = get_object_or_404(Meldlink, pk=pk, gemeente__in=lid.gemeenten(Recht.TOETSEN))
    trek_meldlink_in(link=link, door=lid, nu=timezone.now())
    messages.success(request, f"De link van {link.verwerker} werkt niet meer.")
    return redirect("datalekken:meldlinks")


def _toetser(request: HttpRequest) -> Lid:
    lid = lid_bij(request)
    if not lid.gemeenten(Recht.TOETSEN):
        raise GeenRecht("Alleen een Privacy Officer maakt links voor verwerkers.")
    return lid
