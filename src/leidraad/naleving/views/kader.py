"""What the pages of one gemeente share: its name, the way to the other pages, the switch."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from leidraad.naleving.toegang import Blik, bereik
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht

_VOOR_IEDEREEN = (("gemeente", "Normen"), ("eenheden", "Per eenheid"))
_HELE_GEMEENTE = (("verklaringen", "Verklaringen"), ("rapport", "Rapport"))


def kader(blik: Blik, hier: str) -> dict[str, Any]:
    """The gemeente in the header, the switch to her other gemeenten, and the tabs: one query."""
    gemeenten = gemeenten_van(blik.lid)
    return {
        "gemeente": blik.gemeente,
        "blik": blik,
        "gemeenten": _wissel(gemeenten),
        "meer_gemeenten": len(gemeenten) > 1,
        "tabbladen": _tabbladen(blik, hier),
    }


def gemeenten_van(lid: Lid) -> list[Gemeente]:
    """The gemeenten of which this person sees the norms, or a part of them."""
    return list(Gemeente.objects.filter(pk__in=lid.gemeenten(Recht.NALEVING)))


def hele_gemeenten_van(lid: Lid) -> list[Gemeente]:
    """The gemeenten of which this person sees all norms."""
    return [gemeente for gemeente in gemeenten_van(lid) if bereik(lid, gemeente.pk) is None]


def _wissel(gemeenten: list[Gemeente]) -> list[dict[str, str]]:
    if len(gemeenten) < 2:
        return []
    return [
        {"naam": g.naam, "slug": g.slug, "url": reverse("naleving:gemeente", args=[g.slug])}
        for g in gemeenten
    ]


def _tabbladen(blik: Blik, hier: str) -> list[dict[str, Any]]:
    tabben = (*_VOOR_IEDEREEN, *_HELE_GEMEENTE) if blik.heel else _VOOR_IEDEREEN
    return [
        {
            "label": label,
            "url": reverse(f"naleving:{naam}", args=[blik.gemeente.slug]),
            "actief": naam == hier,
        }
        for naam, label in tabben
    ]
