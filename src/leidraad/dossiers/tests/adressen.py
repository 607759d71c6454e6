"""Addresses for the tests of the spine: a register that only shows what hangs on its dossiers."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from leidraad.dossiers.paneel import paneel
from leidraad.dossiers.toegang import dossier_voor, lid_bij
from leidraad.dossiers.views.agenda import feed

_PAGINA = """{% extends "ui/werk.html" %}
{% block inhoud %}
{% paginakop dossier.titel nummer=dossier.nummer status="concept" %}{% endpaginakop %}
{% tweekolom %}
{% include "dossiers/onderdelen/beoordelingen.html" %}
{% include "dossiers/onderdelen/adviezen.html" %}
{% include "dossiers/onderdelen/bijlagen.html" %}
{% include "dossiers/onderdelen/opmerkingen.html" %}
{% zijkolom %}
{% include "dossiers/onderdelen/koppelingen.html" %}
{% include "dossiers/onderdelen/tijdlijn.html" %}
{% endzijkolom %}{% endtweekolom %}
{% endblock %}"""


def alleen_lid(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the person, without the navigation of the layers above."""
    return {"lid": getattr(request, "lid", None)}


@login_required
def detail(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """The page of a dossier."""
    dossier = dossier_voor(request, "verwerkingen", gemeente, nummer)
    context = paneel(dossier, lid_bij(request)) | {"gemeente": dossier.gemeente}
    return HttpResponse(engines["django"].from_string(_PAGINA).render(context, request))


def start(request: HttpRequest) -> HttpResponse:
    """Nothing."""
    return HttpResponse()


_register = ([path("<slug:gemeente>/verwerkingen/<slug:nummer>/", detail, name="detail")], "verwerkingen")
urlpatterns = [
    path("werk/", start, name="start"),
    path("werk/", include("leidraad.dossiers.urls")),
    path("werk/", include(_register)),
    path("agenda/<str:geheim>.ics", feed, name="agenda"),
    path("account/", include("allauth.account.urls")),
]
