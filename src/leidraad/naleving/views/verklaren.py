"""State whether the gemeente complies with a norm, and see which statements hold (the attests)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from leidraad.dossiers.forms import probeer
from leidraad.dossiers.fouten import eis
from leidraad.dossiers.toegang import lid_bij
from leidraad.naleving.forms_verklaren import VerklaarForm
from leidraad.naleving.handelingen import mag_verklaren, verklaar
from leidraad.naleving.models import Verklaring
from leidraad.naleving.onderbouwing import onderbouwing
from leidraad.naleving.toegang import Blik, hele_gemeente
from leidraad.naleving.toetsen import ATTESTEN, attest_van
from leidraad.naleving.verklaringen import functies_in_woorden, laatste_verklaringen, nieuwe_geldig_tot
from leidraad.naleving.views.kader import kader
from leidraad.normen.norm import Norm, normen
from leidraad.normen.toets import Attest
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def verklaren(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """The form. Raises Http404 for another gemeente or a norm that nobody states, GeenRecht for others."""
    plek, attest, lid = _plek(request, gemeente, nummer)
    posten = request.method == "POST"
    form = VerklaarForm(request.POST if posten else None, request.FILES if posten else None)
    if posten and probeer(
        form,
        lambda _: verklaar(plek, attest, **form.verklaring(), door=lid, nu=timezone.now()),
    ):
        messages.success(request, "Uw verklaring is vastgelegd.")
        return redirect(_na_afloop(plek, attest))
    context = {
        "gemeente": plek,
        "norm": normen()[attest.norm],
        "attest": attest,
        "form": form,
        "onderbouwing": onderbouwing(attest, plek.pk, timezone.now()),
        "vorige": laatste_verklaringen([plek.pk]).get((plek.pk, attest.norm)),
        "geldig_tot": nieuwe_geldig_tot(lid.op),
        "functie": functies_in_woorden(attest, lid.op),
        "vandaag": lid.op,
    }
    return render(request, "naleving/verklaren.html", context)


def _plek(request: HttpRequest, slug: str, nummer: str) -> tuple[Gemeente, Attest, Lid]:
    """The gemeente and the attest in the address, for who has the function that the norm names."""
    lid = lid_bij(request)
    gemeente = get_object_or_404(Gemeente, slug=slug)
    attest = attest_van(nummer)
    if attest is None or not any(b.gemeente_id == gemeente.pk for b in lid.bevoegdheden):
        raise Http404
    eis(mag_verklaren(lid, attest, gemeente.pk))
    return gemeente, attest, lid


def _na_afloop(gemeente: Gemeente, attest: Attest) -> str:
    """The dossier that now holds the statement."""
    verklaring = laatste_verklaringen([gemeente.pk])[gemeente.pk, attest.norm]
    return verklaring.normdossier.dossier.get_absolute_url()


@dataclass(frozen=True)
class Regel:
    """One norm that a person states, with what was stated last."""

    norm: Norm
    attest: Attest
    verklaring: Verklaring | None
    functie: str
    verlopen: bool
    mag: bool
    norm_url: str


@login_required
@require_safe
def verklaringen(request: HttpRequest, gemeente: str) -> HttpResponse:
    """Every norm that a person states: whether that was done, by whom and until when."""
    blik = hele_gemeente(request, gemeente)
    laatste = laatste_verklaringen([blik.gemeente.pk])
    context = {
        **kader(blik, "verklaringen"),
        "regels": [_regel(blik, attest, laatste) for attest in ATTESTEN],
        "vandaag": blik.lid.op,
    }
    return render(request, "naleving/verklaringen.html", context)


def _regel(blik: Blik, attest: Attest, laatste: Mapping[tuple[int, str], Verklaring]) -> Regel:
    gemeente, op = blik.gemeente, blik.lid.op
    verklaring = laatste.get((gemeente.pk, attest.norm))
    return Regel(
        norm=normen()[attest.norm],
        attest=attest,
        verklaring=verklaring,
        functie=functies_in_woorden(attest, op),
        verlopen=verklaring is not None and verklaring.geldig_tot < op,
        mag=bool(mag_verklaren(blik.lid, attest, gemeente.pk)),
        norm_url=reverse("naleving:norm", args=[gemeente.slug, attest.norm]),
    )
