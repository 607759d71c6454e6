"""The norms of several gemeenten beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from leidraad.dossiers.fouten import GeenRecht
from leidraad.naleving.forms import Vergelijkformulier
from leidraad.naleving.naast_elkaar import WEINIG, standen_van
from leidraad.naleving.normfilter import Normfilter
from leidraad.naleving.peilen import Uitslagen
from leidraad.naleving.uitslag import Uitslag
from leidraad.naleving.views.kader import hele_gemeenten_van
from leidraad.naleving.weergave import cijfers, hoofdstuktitel
from leidraad.normen.norm import Norm, normen
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.toegang import lid_bij

MEESTE = WEINIG
"""More gemeenten than this do not fit beside each other."""


@dataclass(frozen=True)
class Cel:
    """One norm in one gemeente."""

    gemeente: Gemeente
    uitslag: Uitslag
    url: str

    @property
    def cijfers(self) -> str:
        """The figures behind the verdict."""
        return cijfers(self.uitslag)


@dataclass(frozen=True)
class Rij:
    """One norm over all gemeenten."""

    norm: Norm
    cellen: list[Cel]

    @property
    def verschilt(self) -> bool:
        """Whether the gemeenten do not all have the same verdict."""
        return len({cel.uitslag.oordeel for cel in self.cellen}) > 1


@login_required
@require_safe
def vergelijken(request: HttpRequest) -> HttpResponse:
    """The table, of at most six gemeenten; the filters are in the address."""
    lid = lid_bij(request)
    gemeenten = hele_gemeenten_van(lid)
    if not gemeenten:
        raise GeenRecht("Vergelijken kan wie de normen van hele gemeenten ziet. U ziet die van eenheden.")
    gevraagd = set(request.GET.getlist("gemeente"))
    passend = [gemeente for gemeente in gemeenten if gemeente.slug in gevraagd] or gemeenten
    gekozen = passend[:MEESTE]
    hoofdstuk = Normfilter.uit(request.GET).hoofdstuk
    verschillen = request.GET.get("verschillen") == "ja"
    rijen = _rijen(gekozen, standen_van([g.pk for g in gekozen], timezone.now()), hoofdstuk)
    context = {
        "gekozen": gekozen,
        "te_veel": len(passend) > MEESTE,
        "meeste": MEESTE,
        "alleen_een": len(gemeenten) == 1,
        "formulier": Vergelijkformulier(
            gemeenten, [g.slug for g in gekozen], hoofdstuk, verschillen=verschillen
        ),
        "groepen": _groepen([rij for rij in rijen if rij.verschilt] if verschillen else rijen),
    }
    return render(request, "naleving/vergelijken.html", context)


def _rijen(
    gemeenten: Sequence[Gemeente], standen: Mapping[int, Uitslagen], hoofdstuk: int | None
) -> list[Rij]:
    # Hundreds of cells: the beginning of the address is the same for every norm of a gemeente.
    voor = {g.pk: reverse("naleving:norm", args=[g.slug, "-"]).removesuffix("-/") for g in gemeenten}
    return [
        Rij(norm, [Cel(g, standen[g.pk][nummer], f"{voor[g.pk]}{nummer}/") for g in gemeenten])
        for nummer, norm in normen().items()
        if hoofdstuk in (None, norm.hoofdstuk)
    ]


def _groepen(rijen: Sequence[Rij]) -> list[tuple[str, list[Rij]]]:
    """The rows under the chapters of the policy."""
    uit: dict[int, list[Rij]] = {}
    for rij in rijen:
        uit.setdefault(rij.norm.hoofdstuk, []).append(rij)
    return [(hoofdstuktitel(nummer), groep) for nummer, groep in uit.items()]
