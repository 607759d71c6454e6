"""Read how a gemeente stands: now, on a past day, and over time.

Now is never older than the last save: the figures of each population are kept under the stamps of what they
follow (stempel.py), so only what changed is counted again.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.cache import cache
from django.utils import timezone

from leidraad.naleving.models import Dagstand, Stand
from leidraad.naleving.peilen import Uitslagen, beoordeel, geldige_verklaringen
from leidraad.naleving.stempel import stempels, tijdvak
from leidraad.naleving.toetsen import GEMETEN, attest_van, toets_van
from leidraad.naleving.uitslag import Uitslag, leg_uit
from leidraad.normen.norm import normen
from leidraad.normen.oordeel import Oordeel
from leidraad.normen.toets import Populatie, Telling, Toets, tel
from leidraad.normen.voorbereid import tel_gemeente

# Long enough for a day; a part whose stamp changed is counted again, so an old entry is never wrong.
_BEWAAR = 26 * 60 * 60
# The stamp under which figures were counted, and the figures per norm: (totaal, tekort).
_Bewaard = tuple[str, dict[str, tuple[int, int]]]


def nu_van(gemeente: int, nu: datetime, eenheden: Collection[int] | None = None) -> Uitslagen:
    """The verdicts on all norms of a gemeente at this moment, or on those of some of its units.

    With units only the norms whose figures belong to a unit are judged; the others are left out.
    """
    tellingen = _tellingen(gemeente, nu, eenheden)
    if eenheden is not None:
        return {
            norm: beoordeel(normen()[norm], gemeente, telling, {})
            for norm, telling in tellingen.items()
            if attest_van(norm) is None
        }
    verklaard = geldige_verklaringen(nu, gemeente)
    return {
        nummer: beoordeel(norm, gemeente, tellingen.get(nummer, Telling()), verklaard)
        for nummer, norm in normen().items()
    }


def _tellingen(gemeente: int, nu: datetime, eenheden: Collection[int] | None) -> dict[str, Telling]:
    """The figures per norm: from the cache where nothing changed, counted where something did."""
    groepen: dict[str, list[Toets]] = defaultdict(list)
    for toets in GEMETEN:
        if eenheden is None or toets.populatie.eenheid:
            groepen[toets.populatie.code].append(toets)
    delen = stempels(gemeente)
    nodig = {code: _stempel(groep[0].populatie, delen, nu) for code, groep in groepen.items()}
    sleutel = _sleutel(gemeente, eenheden)
    # One entry with a stamp in every part: who writes at the same time loses no truth, only some counting.
    bewaard: dict[str, _Bewaard] = cache.get(sleutel) or {}
    oud = {code for code, stempel in nodig.items() if bewaard.get(code, ("",))[0] != stempel}
    if oud:
        tellen = [toets for code in oud for toets in groepen[code]]
        nieuw = (
            tel_gemeente(tellen, nu, gemeente)
            if eenheden is None
            else tel(tellen, nu, gemeente=gemeente, eenheden=eenheden)
        )
        for code in oud:
            geteld = {toets.norm: nieuw.van(toets.norm, gemeente) for toets in groepen[code]}
            bewaard[code] = nodig[code], {norm: (t.totaal, t.tekort) for norm, t in geteld.items()}
        cache.set(sleutel, bewaard, _BEWAAR)
    return {norm: Telling(*paar) for code in groepen for norm, paar in bewaard[code][1].items()}


def _stempel(populatie: Populatie, delen: dict[str, str], nu: datetime) -> str:
    gevolgd = ",".join(f"{deel}:{delen.get(deel, '')}" for deel in populatie.volgt)
    return f"{gevolgd}@{tijdvak(nu, populatie.per_uur)}"


def _sleutel(gemeente: int, eenheden: Collection[int] | None) -> str:
    bereik = "alles" if eenheden is None else ",".join(map(str, sorted(eenheden)))
    return f"naleving:{gemeente}:{hashlib.sha256(bereik.encode()).hexdigest()}"


def op_dag(gemeente: int, dag: date) -> Uitslagen | None:
    """The verdicts as they were kept on a past day; None when that day was not kept (a gap)."""
    dagstand = Dagstand.objects.filter(gemeente=gemeente, dag=dag).first()
    if dagstand is None:
        return None
    bewaard = {stand.norm: stand for stand in dagstand.standen.all()}
    return {nummer: _uitslag(nummer, bewaard.get(nummer)) for nummer in normen()}


def _uitslag(nummer: str, stand: Stand | None) -> Uitslag:
    norm, toets, attest = normen()[nummer], toets_van(nummer), attest_van(nummer)
    if stand is None:
        niet = Oordeel.NOG_NIET_GEBOUWD
        return Uitslag(norm, niet, uitleg=leg_uit(norm, niet, None, None, 0))
    oordeel = Oordeel(stand.oordeel)
    uitleg = leg_uit(norm, oordeel, toets, attest, stand.totaal, stand.tekort)
    return Uitslag(norm, oordeel, stand.totaal, stand.tekort, uitleg)


@dataclass(frozen=True)
class Punt:
    """One day in a trend; `waarde` is None where no stand was kept."""

    dag: date
    waarde: float | None
    totaal: int = 0


def trend(gemeente: int, nu: datetime, dagen: int = 365) -> list[Punt]:
    """For each of the last days which share of the judged norms was met, in percents: one query."""
    eerste = timezone.localdate(nu) - timedelta(days=dagen)
    rijen = Dagstand.objects.filter(gemeente=gemeente, dag__gte=eerste)
    bewaard = {dag: (g, g + n) for dag, g, n in rijen.values_list("dag", "gehaald", "niet_gehaald")}
    punten = []
    for dag in (eerste + timedelta(days=n) for n in range(dagen + 1)):
        gehaald, beoordeeld = bewaard.get(dag, (0, 0))
        punten.append(Punt(dag, round(100 * gehaald / beoordeeld, 1) if beoordeeld else None, beoordeeld))
    return punten


def trend_van_norm(gemeente: int, norm: str, nu: datetime, dagen: int = 365) -> list[Punt]:
    """For each of the last days which share of what counts for this norm was in order, in percents."""
    eerste = timezone.localdate(nu) - timedelta(days=dagen)
    rijen = Stand.objects.filter(dagstand__gemeente=gemeente, dagstand__dag__gte=eerste, norm=norm)
    bewaard = {dag: (t, k) for dag, t, k in rijen.values_list("dagstand__dag", "totaal", "tekort")}
    punten = []
    for dag in (eerste + timedelta(days=n) for n in range(dagen + 1)):
        totaal, tekort = bewaard.get(dag, (0, 0))
        punten.append(Punt(dag, round(100 * (totaal - tekort) / totaal, 1) if totaal else None, totaal))
    return punten


def dagen_met_stand(gemeente: int, tot: date) -> tuple[date | None, date | None]:
    """The first and the last day that were kept up to `tot`; (None, None) when there is none."""
    dagen = (
        Dagstand.objects.filter(gemeente=gemeente, dag__lte=tot).order_by("dag").values_list("dag", flat=True)
    )
    return dagen.first(), dagen.last()
