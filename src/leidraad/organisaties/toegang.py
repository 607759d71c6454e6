"""The one way in to the pages of a gemeente: load it and decide whether this person may be here."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht, mag_in


def lid_bij(request: HttpRequest) -> Lid:
    """The signed-in person. Raises Http404 for a visitor: views ask for signing in before this."""
    lid = getattr(request, "lid", None)
    if not lid:
        raise Http404
    return cast(Lid, lid)


def gemeente_voor(request: HttpRequest, slug: str, recht: Recht) -> tuple[Gemeente, Lid]:
    """The gemeente in the address and the signed-in person.

    Raises Http404 when she has no function there, PermissionDenied when none of her functions gives `recht`.
    """
    lid = lid_bij(request)
    gemeente = get_object_or_404(Gemeente, slug=slug)
    if not any(b.gemeente_id == gemeente.pk for b in lid.bevoegdheden):
        raise Http404
    oordeel = mag_in(lid, recht, gemeente.pk)
    if not oordeel:
        raise PermissionDenied(oordeel.reden)
    return gemeente, lid


def tabs(gemeente: Gemeente, hier: str) -> list[dict[str, Any]]:
    """The three pages about the organisation of a gemeente."""
    return [
        {"label": label, "url": reverse(f"organisaties:{naam}", args=[gemeente.slug]), "actief": naam == hier}
        for naam, label in (("beheer", "Eenheden"), ("personen", "Personen"), ("wijzigingen", "Wijzigingen"))
    ]
