"""The floor: bare views with the same middleware, person and base layout, one indexed query, 25 rows."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from leidraad.dossiers.models import Dossier

_KOLOMMEN = ("nummer", "titel", "eenheid__naam", "verwerking__status", "verwerking__gevoeligheid",
             "verwerking__volledigheid", "herzien_voor", "gewijzigd_op")  # fmt: skip


def _rijen() -> list[dict[str, object]]:
    return list(
        Dossier.objects.filter(soort="verwerkingen").order_by("-gewijzigd_op", "-id").values(*_KOLOMMEN)[:25]
    )


@login_required
def werk(request: HttpRequest) -> HttpResponse:
    """The floor for staff pages."""
    return render(request, "vloer/werk.html", {"rijen": _rijen()})


def openbaar(request: HttpRequest) -> HttpResponse:
    """The floor for public pages."""
    return render(request, "vloer/openbaar.html", {"rijen": _rijen()})


urlpatterns = [
    path("werk/vloer/", werk),
    path("vloer/vloer/", openbaar),
    path("", include("leidraad.project.urls")),
]
handler404 = "leidraad.ui.views.fout_404"
