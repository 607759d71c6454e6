"""Who sees what of the norms: the whole gemeente, or only the own units (norm 4.5.7 for the FG: all)."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from leidraad.dossiers.fouten import GeenRecht
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.organisaties.toegang import lid_bij


@dataclass(frozen=True)
class Blik:
    """What somebody sees of a gemeente: `eenheden` is None for the whole of it."""

    gemeente: Gemeente
    lid: Lid
    eenheden: frozenset[int] | None

    @property
    def heel(self) -> bool:
        """Whether this is the whole gemeente."""
        return self.eenheden is None


def bereik(lid: Lid, gemeente_id: int) -> frozenset[int] | None:
    """The units whose norms `lid` may see in a gemeente; None for the whole gemeente. May be empty."""
    hier = [b for b in lid.met(Recht.NALEVING) if b.gemeente_id == gemeente_id]
    if any(b.eenheden is None for b in hier):
        return None
    return frozenset().union(*(b.eenheden for b in hier if b.eenheden is not None))


def blik_op(request: HttpRequest, slug: str) -> Blik:
    """What the signed-in person sees of the gemeente in the address.

    Raises Http404 when she has no function there, GeenRecht (403) when none of them gives the right.
    """
    lid = lid_bij(request)
    gemeente = get_object_or_404(Gemeente, slug=slug)
    if not any(b.gemeente_id == gemeente.pk for b in lid.bevoegdheden):
        raise Http404
    eenheden = bereik(lid, gemeente.pk)
    if eenheden is not None and not eenheden:
        raise GeenRecht("Uw functie geeft u geen zicht op de naleving van de normen.")
    return Blik(gemeente, lid, eenheden)


def hele_gemeente(request: HttpRequest, slug: str) -> Blik:
    """As `blik_op`, for pages about the whole gemeente. Raises GeenRecht for who sees only own units."""
    blik = blik_op(request, slug)
    if not blik.heel:
        raise GeenRecht("Deze pagina gaat over de hele gemeente. U ziet de normen van uw eigen eenheid.")
    return blik
