"""How one norm stands for what somebody may see of a gemeente: counted now, without the other norms."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from leidraad.naleving.models import Normdossier, Verklaring
from leidraad.naleving.peilen import beoordeel, geldige_verklaringen
from leidraad.naleving.standen import trend_van_norm
from leidraad.naleving.toetsen import attest_van, toets_van
from leidraad.naleving.uitslag import Uitslag
from leidraad.normen.norm import Norm
from leidraad.normen.toets import Attest, Toets, tel
from leidraad.organisaties.models import Gemeente

_JAAR = timedelta(days=365)


@dataclass(frozen=True)
class Normbeeld:
    """A norm with what judges it. `uitslag` is None when its figures do not belong to units."""

    norm: Norm
    toets: Toets | None
    attest: Attest | None
    uitslag: Uitslag | None

    @property
    def tekort(self) -> int:
        """How many rows fall short."""
        return self.uitslag.tekort if self.toets and self.uitslag else 0


def lees_normbeeld(
    norm: Norm, gemeente: int, nu: datetime, eenheden: Collection[int] | None = None
) -> Normbeeld:
    """The verdict of this moment: one query, and one more for a norm that a person states."""
    toets, attest = toets_van(norm.nummer), attest_van(norm.nummer)
    per_eenheid = toets is not None and attest is None and bool(toets.populatie.eenheid)
    if eenheden is not None and not per_eenheid:
        return Normbeeld(norm, toets, attest, None)
    tellingen = tel([toets] if toets else [], nu, gemeente=gemeente, eenheden=eenheden)
    verklaard = geldige_verklaringen(nu, gemeente) if attest else {}
    uitslag = beoordeel(norm, gemeente, tellingen.van(norm.nummer, gemeente), verklaard)
    return Normbeeld(norm, toets, attest, uitslag)


@dataclass(frozen=True)
class Trend:
    """The share that was in order, day by day; None is a gap."""

    punten: dict[date, float | None]
    van: date
    tot: date

    @property
    def reeksen(self) -> list[tuple[str, dict[date, float | None]]]:
        """The one line of the chart."""
        return [("In orde", self.punten)]


def trend_met_nu(gemeente: int, beeld: Normbeeld, nu: datetime) -> Trend | None:
    """Twelve months of this norm: one query. Today is kept tonight, so now is the last point.

    None for a norm of which nothing was ever counted.
    """
    if beeld.toets is None:
        return None
    vandaag = timezone.localdate(nu)
    punten = {punt.dag: punt.waarde for punt in trend_van_norm(gemeente, beeld.norm.nummer, nu)}
    if beeld.uitslag and beeld.uitslag.totaal:
        punten[vandaag] = round(100 * beeld.uitslag.voldoet / beeld.uitslag.totaal, 1)
    if not any(waarde is not None for waarde in punten.values()):
        return None
    tot = vandaag if punten[vandaag] is not None else vandaag - timedelta(days=1)
    return Trend(punten, vandaag - _JAAR, tot)


def laatste_verklaring(gemeente: Gemeente, norm: Norm) -> Verklaring | None:
    """What was stated last about this norm, also when it has expired: one query."""
    return (
        Verklaring.objects.filter(normdossier__gemeente=gemeente, normdossier__norm=norm.nummer)
        .select_related("door")
        .first()
    )


def normdossier_van(gemeente: Gemeente, norm: Norm) -> Normdossier | None:
    """The dossier of this norm, when there is one: one query."""
    return (
        Normdossier.objects.filter(gemeente=gemeente, norm=norm.nummer)
        .select_related("dossier__gemeente")
        .first()
    )
