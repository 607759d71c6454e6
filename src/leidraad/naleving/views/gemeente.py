"""How one gemeente stands: the figure, the trend, the chapters, and every norm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from leidraad.naleving.eenheidkeuze import Eenheidkeuze, kies_eenheid
from leidraad.naleving.forms import Normfilterformulier
from leidraad.naleving.normfilter import BELEID, RISICO, Normfilter
from leidraad.naleving.peildag import Peildag, peildag
from leidraad.naleving.standen import trend
from leidraad.naleving.toegang import Blik, blik_op
from leidraad.naleving.uitslag import Uitslag
from leidraad.naleving.verantwoordelijk import functie_van
from leidraad.naleving.views.kader import kader
from leidraad.naleving.volgorde import op_risico
from leidraad.naleving.weergave import Samenvatting, cijfers, hoofdstuktitel, per_hoofdstuk, vat_samen
from leidraad.normen.norm import normen
from leidraad.normen.oordeel import Oordeel
from leidraad.organisaties.rechten import Recht

_JAAR = timedelta(days=365)
_EERST = 5


@dataclass(frozen=True)
class Regel:
    """One norm in a list."""

    uitslag: Uitslag
    cijfers: str
    functie: str
    url: str


@login_required
@require_safe
def gemeente(request: HttpRequest, gemeente: str) -> HttpResponse:
    """The state of all norms, now or on a past day; for a manager those of her own units."""
    blik, nu = blik_op(request, gemeente), timezone.now()
    eenheden = kies_eenheid(blik, request.GET.get("eenheid", ""))
    gevraagd = request.GET.get("op", "") if blik.heel else ""
    stand = peildag(blik.gemeente.pk, gevraagd, nu, eenheden.tellen)
    filters = Normfilter.uit(request.GET, RISICO if _is_fg(blik) else BELEID)
    context = {
        **kader(blik, "gemeente"),
        "formulier": Normfilterformulier(filters, eenheden, gevraagd, heel=blik.heel),
        "filters": filters,
        "eenheden": eenheden,
        "stand": stand,
        "weggelaten": len(normen()) - len(stand.uitslagen or {}),
    }
    if stand.uitslagen is not None:
        context |= _inhoud(blik, eenheden, stand, stand.uitslagen, filters, nu)
    return render(request, "naleving/gemeente.html", context)


def _is_fg(blik: Blik) -> bool:
    """The FG works by risk (AVG art. 39 lid 2; norm 4.5.7)."""
    return any(b.functie == "fg" and b.gemeente_id == blik.gemeente.pk for b in blik.lid.met(Recht.NALEVING))


def _inhoud(
    blik: Blik,
    eenheden: Eenheidkeuze,
    stand: Peildag,
    uitslagen: Mapping[str, Uitslag],
    filters: Normfilter,
    nu: datetime,
) -> dict[str, Any]:
    """What the page says of these verdicts; charts only above the list of all norms."""
    samen = vat_samen(uitslagen.values())
    maak = _Regels(blik, eenheden, stand)
    gekozen = filters.kies(uitslagen.values())
    groepen = (
        [("Op volgorde van risico", gekozen)]
        if filters.volgorde == RISICO
        else [(hoofdstuktitel(nummer), rij) for nummer, rij in per_hoofdstuk(gekozen).items()]
    )
    uit: dict[str, Any] = {
        "samenvatting": samen,
        "aantal": len(gekozen),
        "groepen": [(titel, maak.regels(rij)) for titel, rij in groepen if rij],
    }
    if filters.gefilterd:
        return uit
    open_ = [u for u in op_risico(uitslagen.values()) if u.oordeel is Oordeel.NIET_GEHAALD]
    uit |= {"eerst": maak.regels(open_[:_EERST]), "verdeling": _verdeling(uitslagen.values(), maak.query)}
    if eenheden.tellen is None:
        uit |= trendlijn(blik.gemeente.pk, samen if stand.dag is None else None, nu)
    return uit


def trendlijn(gemeente: int, nu_samen: Samenvatting | None, nu: datetime) -> dict[str, Any]:
    """The share of norms that is met over twelve months. Today is kept tonight, so now is its last point."""
    vandaag = timezone.localdate(nu)
    punten: dict[date, float | None] = {punt.dag: punt.waarde for punt in trend(gemeente, nu)}
    if nu_samen:
        punten[vandaag] = nu_samen.procent
    # Who looks back before tonight would see today as a gap, which it is not.
    tot = vandaag if punten[vandaag] is not None else vandaag - timedelta(days=1)
    return {"trend": [("Gehaald", punten)], "trend_van": vandaag - _JAAR, "trend_tot": tot}


class _Regels:
    """Makes rows that lead to the page of their norm, for the same unit and day."""

    def __init__(self, blik: Blik, eenheden: Eenheidkeuze, stand: Peildag) -> None:
        self.query = {"eenheid": str(eenheden.gekozen.pk)} if eenheden.gekozen else {}
        if stand.dag:
            self.query["op"] = stand.dag.isoformat()
        self._achter = f"?{urlencode(self.query)}" if self.query else ""
        # A page holds more than a hundred norms, all with the same beginning of their address.
        self._voor = reverse("naleving:norm", args=[blik.gemeente.slug, "-"]).removesuffix("-/")
        een_per_rol = {norm.rol: norm for norm in normen().values()}
        self._functies = {
            rol: functie_van(norm, blik.gemeente, blik.lid.op) for rol, norm in een_per_rol.items()
        }

    def regels(self, uitslagen: Iterable[Uitslag]) -> list[Regel]:
        """A row for each verdict."""
        return [
            Regel(
                uitslag,
                cijfers(uitslag),
                self._functies[uitslag.norm.rol],
                f"{self._voor}{uitslag.norm.nummer}/{self._achter}",
            )
            for uitslag in uitslagen
        ]


def _verdeling(uitslagen: Iterable[Uitslag], query: dict[str, str]) -> list[dict[str, Any]]:
    """The verdicts per chapter, each count with the list behind it."""
    uit = []
    for nummer, rij in per_hoofdstuk(uitslagen).items():
        hier = {**query, "hoofdstuk": str(nummer)}
        uit.append(
            {
                "label": hoofdstuktitel(nummer),
                "url": f"?{urlencode(hier)}",
                "aantallen": vat_samen(rij).aantallen,
                "urls": {o: f"?{urlencode({**hier, 'oordeel': o.value})}" for o in Oordeel},
            }
        )
    return uit
