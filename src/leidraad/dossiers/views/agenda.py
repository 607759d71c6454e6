"""The calendar feed: make or revoke its secret address, and serve it without signing in."""

from hashlib import sha256

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import parse_etags, quote_etag
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from leidraad.berichten.teksten import adres_van
from leidraad.dossiers.agenda import agenda_van
from leidraad.dossiers.handelingen import maak_agendasleutel, trek_agendasleutel_in
from leidraad.dossiers.handelingen.agenda import vingerafdruk_van
from leidraad.dossiers.models import Agendasleutel
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.leden import lid_van

_LANGSTE_SLEUTEL = 100


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def agenda(request: HttpRequest) -> HttpResponse:
    """Make or revoke one's own address. The secret is shown once, in the answer to making it."""
    lid, nu = lid_bij(request), timezone.now()
    adres = ""
    if request.method == "POST" and request.POST.get("doe") == "intrekken":
        trek_agendasleutel_in(door=lid, nu=nu)
        messages.success(request, "Uw agenda is gestopt. Het adres werkt niet meer.")
        return redirect("dossiers:agenda")
    if request.method == "POST":
        adres = adres_van(reverse("agenda", args=[maak_agendasleutel(door=lid, nu=nu)]))
    sleutel = Agendasleutel.objects.filter(persoon=lid.persoon_id, ingetrokken_op=None).first()
    return render(request, "dossiers/agenda.html", {"adres": adres, "sleutel": sleutel})


@require_safe
def feed(request: HttpRequest, geheim: str) -> HttpResponse:
    """The deadlines of whoever made this address (RFC 5545). Unknown and revoked are the same: 404."""
    if len(geheim) > _LANGSTE_SLEUTEL:
        raise Http404
    sleutel = (
        Agendasleutel.objects.select_related("persoon")
        .filter(sha256=vingerafdruk_van(geheim), ingetrokken_op=None, persoon__is_active=True)
        .first()
    )
    if sleutel is None:
        raise Http404
    nu = timezone.now()
    inhoud = agenda_van(lid_van(sleutel.persoon, timezone.localdate(nu)), nu, settings.LEIDRAAD_ADRES)
    merk = quote_etag(sha256(inhoud).hexdigest()[:32])
    bekend = parse_etags(request.headers.get("If-None-Match", ""))
    antwoord: HttpResponse
    if merk in [een.removeprefix("W/") for een in bekend]:
        antwoord = HttpResponseNotModified()
    else:
        antwoord = HttpResponse(inhoud, content_type="text/calendar; charset=utf-8")
        antwoord["Content-Disposition"] = 'attachment; filename="leidraad.ics"'
    antwoord["ETag"] = merk
    antwoord["Cache-Control"] = "private, max-age=900"
    antwoord["X-Robots-Tag"] = "noindex"
    return antwoord
