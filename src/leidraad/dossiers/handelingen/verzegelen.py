"""Put the daily seal on the journaal."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from leidraad.dossiers.journaal.lezen import VERZEGELD, ZEGELKETEN
from leidraad.dossiers.journaal.schrijven import schrijf
from leidraad.dossiers.journaal.zegelen import leg_zegel
from leidraad.dossiers.models import Zegel


@transaction.atomic
def verzegel(*, nu: datetime) -> Zegel:
    """The seal of today; made now when there is none yet.

    The journaal notes every seal in a chain of its own, so a seal that is removed is missed by the check.
    """
    dag = timezone.localdate(nu)
    if bestaand := Zegel.objects.filter(dag=dag).first():
        return bestaand
    zegel = leg_zegel(nu)
    schrijf(
        ZEGELKETEN,
        VERZEGELD,
        functie="systeem",
        persoon_id=None,
        details={"dag": dag, "wortel": zegel.wortel},
        nu=nu,
    )
    return zegel


def verzegel_dagelijks(nu: datetime) -> None:
    """The seal of this day: a job, idempotent."""
    verzegel(nu=nu)
