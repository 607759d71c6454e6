"""The tags that draw figures: SVG, with the same figures in words or in a table."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import template

from leidraad.ui import grafiek, grafiek_tijd, grafiek_trend, grafiek_verdeling

register = template.Library()
_ONDERDELEN = "ui/onderdelen/"
VONK = (100, 20)


@register.inclusion_tag(f"{_ONDERDELEN}voortgang.html")
def voortgang(gedaan: int, totaal: int, label: str = "") -> dict[str, Any]:
    """How far: in words and as a bar."""
    return {"gedaan": gedaan, "totaal": totaal, "label": label, "deel": grafiek.deel(gedaan, totaal)}


@register.inclusion_tag(f"{_ONDERDELEN}staafdiagram.html")
def staafdiagram(titel: str, rijen: list[tuple[str, float]]) -> dict[str, Any]:
    """A bar chart with its figures in a table beside it."""
    lijst = grafiek.staven(rijen)
    return {"titel": titel, "staven": lijst, "hoogte": len(lijst) * grafiek.RIJHOOGTE}


@register.inclusion_tag(f"{_ONDERDELEN}trendlijn.html")
def trendlijn(
    titel: str,
    reeksen: Iterable[tuple[str, grafiek_tijd.Waarden]],
    *,
    eenheid: str = "",
    hoogste: float | None = None,
    van: date | None = None,
    tot: date | None = None,
    geen: str = "geen stand",
) -> dict[str, Any]:
    """Lines over days, with gaps where a day is not known, and a table; at most four series (ValueError)."""
    lijst = list(reeksen)
    beeld = grafiek_trend.trend(lijst, eenheid=eenheid, hoogste=hoogste, van=van, tot=tot, geen=geen)
    return {
        "titel": titel,
        "trend": beeld,
        "geen": geen,
        "eenheid": eenheid,
        "meer": len(lijst) > 1,
        "hoogte": grafiek_tijd.HOOGTE,
        "midden": grafiek_tijd.HOOGTE // 2,
        "doek": f"0 0 {grafiek_tijd.BREEDTE} {grafiek_tijd.HOOGTE}",
    }


@register.inclusion_tag(f"{_ONDERDELEN}verdeling.html")
def verdeling(titel: str, rijen: Iterable[Mapping[str, Any]], *, kolom: str = "Hoofdstuk") -> dict[str, Any]:
    """How many norms of each verdict, per row: a table with a bar in it, told apart by shape."""
    return {
        "titel": titel,
        "rijen": grafiek_verdeling.verdeling(rijen),
        "legenda": grafiek_verdeling.legenda(),
        "kolom": kolom,
    }


@register.inclusion_tag(f"{_ONDERDELEN}vonk.html")
def vonk(
    waarden: grafiek_tijd.Waarden | Sequence[float | None],
    *,
    eenheid: str = "",
    hoogste: float | None = None,
    van: date | None = None,
    tot: date | None = None,
) -> dict[str, Any]:
    """A line the size of a word, for in a cell; the words beside it are for who does not see it."""
    if isinstance(waarden, Mapping):
        van, tot = van or min(waarden, default=None), tot or max(waarden, default=None)
        rij = grafiek_tijd.op_rij(waarden, grafiek_tijd.dagen(van, tot)) if van and tot else []
    else:
        rij = list(waarden)
    breedte, hoogte = VONK
    return {
        "vonk": grafiek_trend.vonk(rij, breedte, hoogte, eenheid=eenheid, hoogste=hoogste),
        "breedte": breedte,
        "hoogte": hoogte,
        "midden": hoogte // 2,
    }
