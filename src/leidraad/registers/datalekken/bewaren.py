"""How long a breach is kept: Selectielijst 29.1, five years after it was closed."""

from __future__ import annotations

from datetime import date
from typing import Any

import isodate
from django.db.models import DateTimeField, QuerySet
from django.db.models.functions import Coalesce

from leidraad.dossiers.models import Dossier
from leidraad.dossiers.werk import begin_van
from leidraad.referentie import lijst
from leidraad.registers.datalekken.begrippen import Status
from leidraad.registers.datalekken.register import DATALEKKEN

RESULTAAT = "29.1"
_GESLOTEN: Any = Coalesce("gesloten_op", "datalek__beoordeeld_op", output_field=DateTimeField())


def regel(op: date) -> str:
    """The rule in words, with the version of the list, for the proof of destruction."""
    selectielijst = lijst("selectielijst", op)
    item = selectielijst[RESULTAAT]
    return f"Selectielijst {selectielijst.geldig_vanaf.year}, resultaat {item.code}, {item.bewaartermijn}"


def verlopen(op: date) -> QuerySet[Dossier]:
    """The breaches that were closed longer ago than they may be kept, with when (`gesloten`).

    A report that was no breach was closed when it was judged.
    """
    termijn = isodate.parse_duration(lijst("selectielijst", op)[RESULTAAT].bewaartermijn)
    dicht = (Status.AFGESLOTEN, Status.GEEN_DATALEK)
    return (
        Dossier.objects.filter(soort=DATALEKKEN.code, datalek__status__in=dicht, datalek__vernietigd_op=None)
        .annotate(gesloten=_GESLOTEN)
        .filter(gesloten__lt=begin_van(op - termijn))
        .order_by("gesloten", "pk")
    )
