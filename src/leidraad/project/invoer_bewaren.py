"""Keep what somebody typed when the session ends during a long form.

A form of a staff page carries `wie`: the signed number of the person it was made for. When it is posted
without a valid session (or with a stale token), the typed fields are kept in the session of that same
browser, for an hour and at most 1 MB. After signing in, the same person, and nobody else, finds them under
/werk/verder/, reads what was kept, and sends it or throws it away. Nothing is sent by itself, and files are
never kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.signing import BadSignature, loads
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from leidraad.dossiers.toegang import lid_bij
from leidraad.ui import views as ui

ZOUT = "leidraad.invoer"
SLEUTEL = "bewaarde_invoer"
_HOOGSTENS_SECONDEN = 60 * 60
_HOOGSTENS_BYTES = 1024 * 1024
# A form can lie open for a working day before it is sent.
_WIE_SECONDEN = 24 * 60 * 60
_NIET_BEWAREN = {"csrfmiddlewaretoken", "wie"}


class InvoerBewaren:
    """Middleware: a form posted after the session ended is kept, and the person is sent to sign in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; the work is in process_view."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """Runs after the check on the token, before the view."""
        # The method first: a page that only reads must not touch the session.
        if request.method != "POST" or request.user.is_authenticated or not _bewaar(request):
            return None
        return _aanmelden()


def sessie_verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW: somebody signed in again in another tab, or the token is not ours."""
    if not _bewaar(request):
        return ui.sessie_verlopen(request, reason)
    return redirect("verder") if request.user.is_authenticated else _aanmelden()


def _aanmelden() -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': reverse('verder')})}")


def _bewaar(request: HttpRequest) -> bool:
    """Keep the form when it is one of ours and small enough; says whether it was kept."""
    if request.method != "POST" or not request.path.startswith("/werk/") or "wie" not in request.POST:
        return False
    # Another site must not put anything in this session, nor start a new one in place of it.
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    try:
        wie = loads(request.POST["wie"], salt=ZOUT, max_age=_WIE_SECONDEN)
    except BadSignature:
        return False
    velden = [[naam, waarden] for naam, waarden in request.POST.lists() if naam not in _NIET_BEWAREN]
    if sum(len(naam) + sum(len(w.encode()) for w in waarden) for naam, waarden in velden) > _HOOGSTENS_BYTES:
        return False
    # What somebody else once left behind and never came back for, goes.
    type(request.session).clear_expired()
    request.session[SLEUTEL] = {"pad": request.path, "velden": velden, "wie": wie, "op": int(time.time())}
    return True


def _bewaard(request: HttpRequest) -> dict[str, Any] | None:
    """What was kept for this person, if it is not too old; somebody else's is thrown away."""
    bewaard: dict[str, Any] | None = request.session.get(SLEUTEL)
    if bewaard is None:
        return None
    te_oud = time.time() - bewaard["op"] > _HOOGSTENS_SECONDEN
    if te_oud or bewaard["wie"] != lid_bij(request).persoon_id:
        del request.session[SLEUTEL]
        return None
    return bewaard


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def verder(request: HttpRequest) -> HttpResponse:
    """Show what was kept, to send it after all (to its own address) or throw it away (here)."""
    bewaard = _bewaard(request)
    if request.method == "POST":
        request.session.pop(SLEUTEL, None)
        return redirect("start")
    if bewaard is None:
        return redirect("start")
    velden = QueryDict(mutable=True)
    for naam, waarden in bewaard["velden"]:
        velden.setlist(naam, waarden)
    getypt = [(_naam(naam), w) for naam, waarden in velden.lists() for w in waarden if _leesbaar(naam, w)]
    alles = [(naam, w) for naam, waarden in velden.lists() for w in waarden]
    return render(request, "project/verder.html", {"pad": bewaard["pad"], "getypt": getypt, "alles": alles})


def _leesbaar(naam: str, waarde: str) -> bool:
    """Whether a person typed or chose this; the machinery of the form is not worth showing."""
    return bool(waarde.strip()) and naam not in ("stempel", "doe") and not naam.endswith("-regel")


def _naam(naam: str) -> str:
    """The name of a field as words: `doelen-2-wet` is "Doelen 2 wet"."""
    return naam.replace("-", " ").replace("_", " ").strip().capitalize()
