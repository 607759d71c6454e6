"""The breaches per quarter in figures, for who reports on them (AVG art. 33, 34; norm 3.4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import TruncQuarter
from django.db.models.lookups import Exact
from django.utils import timezone

from leidraad.dossiers.werk import begin_van
from leidraad.registers.datalekken.begrippen import Risico, SoortMelding, Status
from leidraad.registers.datalekken.models import Datalek, Mededeling, Melding
from leidraad.registers.datalekken.toetsen import buitengrens_voorbij, na_de_buitengrens


@dataclass(frozen=True, kw_only=True)
class Kwartaalcijfers:
    """The breaches that were reported to us in one quarter; `kwartaal` is its first day.

    `te_laat` counts those of `te_melden` that the AP heard of after the outer bound, or not at all although
    that has passed. An explanation of the delay does not make it in time.
    """

    kwartaal: date
    aantal: int
    te_melden: int
    gemeld: int
    te_laat: int
    hoog_risico: int
    ingelicht: int


def kwartaalcijfers(gemeente: int, sinds: date, tot: datetime) -> dict[date, Kwartaalcijfers]:
    """The figures per quarter from day `sinds` up to the moment `tot`, as they stood then: one query.

    A quarter without breaches is not in it. What turned out to be no breach does not count.
    """
    meldingen = Melding.objects.filter(datalek=OuterRef("pk"), verzonden_op__lte=tot)
    laatste: Any = Subquery(meldingen.order_by("-nummer").values("soort")[:1])
    gemeld = Q(Exists(meldingen)) & ~Q(Exact(laatste, Value(SoortMelding.INTREKKING.value)))
    eerste = meldingen.filter(na_de_buitengrens(tot), soort=SoortMelding.EERSTE)
    te_melden = Q(risico__in=[Risico.RISICO, Risico.HOOG_RISICO])
    te_laat = Q(Exists(eerste)) | (~gemeld & buitengrens_voorbij(tot))
    hoog = Q(risico=Risico.HOOG_RISICO)
    ingelicht = Q(Exists(Mededeling.objects.filter(datalek=OuterRef("pk"), verstuurd_op__lte=tot)))
    rijen = (
        Datalek.objects.filter(
            dossier__gemeente=gemeente, gemeld_op__gte=begin_van(sinds), gemeld_op__lte=tot
        )
        .exclude(status=Status.GEEN_DATALEK)
        .annotate(kwartaal=TruncQuarter("gemeld_op", tzinfo=timezone.get_current_timezone()))
        .order_by()
        .values("kwartaal")
        .annotate(
            aantal=Count("pk"),
            te_melden=Count("pk", filter=te_melden),
            gemeld=Count("pk", filter=gemeld),
            te_laat=Count("pk", filter=te_melden & te_laat),
            hoog_risico=Count("pk", filter=hoog),
            ingelicht=Count("pk", filter=hoog & ingelicht),
        )
    )
    uit = (Kwartaalcijfers(**rij | {"kwartaal": rij["kwartaal"].date()}) for rij in rijen)
    return {cijfers.kwartaal: cijfers for cijfers in uit}
