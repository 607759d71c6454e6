"""The report of a processor, without signing in.

The secret stands in the address of one page only. The form posts it in its body to an address without
secrets, so that no log of a refused request can hold it, and no other site gets the address of the page.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from leidraad.registers.datalekken.forms.meldlinks import VerwerkerForm
from leidraad.registers.datalekken.handelingen import meld_als_verwerker
from leidraad.registers.datalekken.handelingen.melden import hash_van
from leidraad.registers.datalekken.models import Datalek, Meldlink

PER_UUR = 20
"""Reports per link and hour: enough for a bad day at a processor, too little to flood a municipality."""


@require_safe
def formulier(request: HttpRequest, geheim: str) -> HttpResponse:
    """The empty form. A wrong or withdrawn link does not exist."""
    link = _link(geheim)
    nu = timezone.localtime().replace(second=0, microsecond=0)
    form = VerwerkerForm(initial={"ontdekt_op": nu})
    return _antwoord(request, "datalekken/verwerker_melden.html", link, form=form, geheim=geheim)


@sensitive_post_parameters()
@require_POST
def versturen(request: HttpRequest) -> HttpResponse:
    """Keep the report and show its number; nothing else of the municipality is shown."""
    geheim, nu = request.POST.get("geheim", "")[:100], timezone.now()
    link = _link(geheim)
    form = VerwerkerForm(request.POST)
    status = 200
    if form.is_valid():
        if _nog_ruimte(link, nu):
            datalek = meld_als_verwerker(link=link, inhoud=form.inhoud(), nu=nu)
            return _antwoord(
                request, "datalekken/verwerker_ontvangst.html", link, nummer=datalek.dossier.nummer
            )
        form.add_error(None, "U hebt vaak achter elkaar gemeld. Wacht een uur, of bel de gemeente.")
        status = 429
    antwoord = _antwoord(request, "datalekken/verwerker_melden.html", link, form=form, geheim=geheim)
    antwoord.status_code = status
    return antwoord


def _nog_ruimte(link: Meldlink, nu: datetime) -> bool:
    """Nobody can post without a secret of 256 bits, so counting per link is enough."""
    laatste_uur = Datalek.objects.filter(
        melder=None,
        namens=link.verwerker,
        dossier__gemeente=link.gemeente_id,
        gemeld_op__gt=nu - timedelta(hours=1),
    )
    return laatste_uur.count() < PER_UUR


def _link(geheim: str) -> Meldlink:
    """The link with this secret. Raises Http404 when there is none, or it was withdrawn."""
    link = (
        Meldlink.objects.select_related("gemeente")
        .filter(geheim_sha256=hash_van(geheim), ingetrokken_op=None)
        .first()
    )
    if link is None:
        raise Http404
    return link


def _antwoord(request: HttpRequest, sjabloon: str, link: Meldlink, **context: object) -> HttpResponse:
    """A page that no search engine, cache or other site gets to know."""
    antwoord = render(request, sjabloon, {"link": link, "gemeente": link.gemeente, **context})
    antwoord["X-Robots-Tag"] = "noindex, nofollow"
    antwoord["Cache-Control"] = "private, no-store"
    # Only our own name goes along, never the address. "no-referrer" would also hide where the form comes
    # from, and the check against forged forms needs that.
    antwoord["Referrer-Policy"] = "strict-origin"
    return antwoord
