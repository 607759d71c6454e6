"""The dossier of one norm: what was stated and shown about it, what people say, and what must be done."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from leidraad.dossiers.models import Taak
from leidraad.dossiers.paneel import paneel
from leidraad.dossiers.toegang import dossier_voor, lid_bij
from leidraad.dossiers.views.werklijst import rijen
from leidraad.naleving.handelingen import mag_verklaren
from leidraad.naleving.models import Normdossier
from leidraad.naleving.normbeeld import lees_normbeeld
from leidraad.naleving.register import NORMDOSSIERS
from leidraad.naleving.toegang import bereik
from leidraad.naleving.toetsen import attest_van
from leidraad.naleving.verantwoordelijk import wie_voor_gemeente
from leidraad.naleving.verklaringen import functies_in_woorden
from leidraad.normen.norm import Norm, normen
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht


@login_required
@require_safe
def detail(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """The norm, its statements and its tasks."""
    normdossier, lid = normdossier_voor(request, gemeente, nummer), lid_bij(request)
    dossier, nu = normdossier.dossier, timezone.now()
    taken = Taak.objects.zichtbaar(nu).filter(dossier=dossier.pk).dringendst_eerst()
    verklaringen = list(normdossier.verklaringen.select_related("door", "bijlage"))
    context = {
        **paneel(dossier, lid),
        **kader(normdossier, lid, "detail"),
        **_norm(normdossier, lid),
        "verklaringen": verklaringen,
        "geldig": bool(verklaringen and verklaringen[0].geldig_tot >= lid.op),
        "taken": rijen([_bij(taak, normdossier) for taak in taken.select_related("toegewezen")], lid),
        "vandaag": lid.op,
    }
    return render(request, "naleving/normdossier.html", context)


@login_required
@require_safe
def overleg(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """What people say about it: remarks, advice and attachments."""
    normdossier, lid = normdossier_voor(request, gemeente, nummer), lid_bij(request)
    context = {
        **paneel(normdossier.dossier, lid),
        **kader(normdossier, lid, "overleg", "Overleg en bijlagen"),
    }
    return render(request, "naleving/overleg.html", context)


@login_required
@require_safe
def naar_verklaren(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Where the task leads: the form is a page of the norm, since a first statement has no dossier yet."""
    normdossier = normdossier_voor(request, gemeente, nummer)
    return redirect("naleving:verklaren", normdossier.gemeente.slug, normdossier.norm)


def normdossier_voor(request: HttpRequest, gemeente: str, nummer: str) -> Normdossier:
    """The dossier of a norm: one query. Raises Http404 like `dossier_voor`, and for a norm that is gone."""
    dossier: Any = dossier_voor(request, NORMDOSSIERS.code, gemeente, nummer, ook=["normdossier"])
    normdossier: Normdossier = dossier.normdossier
    normdossier.dossier, normdossier.gemeente = dossier, dossier.gemeente
    if normdossier.norm not in normen():
        raise Http404
    return normdossier


def kader(normdossier: Normdossier, lid: Lid, hier: str, naam: str = "") -> dict[str, Any]:
    """The context of both pages: where am I, and the way to the norm for who may see how it stands."""
    dossier, norm = normdossier.dossier, normen()[normdossier.norm]
    slug = dossier.gemeente.slug
    ziet_norm = dossier.gemeente_id in lid.gemeenten(Recht.NALEVING)
    return {
        "dossier": dossier,
        "gemeente": dossier.gemeente,
        "norm": norm,
        "norm_url": reverse("naleving:norm", args=[slug, norm.nummer]) if ziet_norm else "",
        "dossier_url": dossier.get_absolute_url(),
        "hier": naam,
        "tabbladen": [
            {"label": label, "url": reverse(f"naleving:{pad}", args=[slug, dossier.nummer]),
             "actief": pad == hier}
            for pad, label in (("detail", "Verklaringen en taken"), ("overleg", "Overleg en bijlagen"))
        ],
    }  # fmt: skip


def _norm(normdossier: Normdossier, lid: Lid) -> dict[str, Any]:
    """How the norm stands, who answers for it, and the next action."""
    norm, gemeente = normen()[normdossier.norm], normdossier.gemeente
    attest = attest_van(norm.nummer)
    heel = bereik(lid, gemeente.pk) is None
    oordeel = mag_verklaren(lid, attest, gemeente.pk) if attest else None
    return {
        "wie_norm": wie_voor_gemeente(norm, gemeente, lid.op),
        "uitslag": lees_normbeeld(norm, gemeente.pk, timezone.now()).uitslag if heel else None,
        "attest": attest,
        "wie_verklaart": functies_in_woorden(attest, lid.op) if attest else "",
        "verklaren_url": _verklaren_url(gemeente, norm) if oordeel else "",
        "waarom_niet": oordeel.reden if oordeel is not None else "",
    }


def _verklaren_url(gemeente: Gemeente, norm: Norm) -> str:
    return reverse("naleving:verklaren", args=[gemeente.slug, norm.nummer])


def _bij(taak: Taak, normdossier: Normdossier) -> Taak:
    """The task with the dossier that is loaded already."""
    taak.dossier = normdossier.dossier
    return taak
