"""Keep the stand of a day: the history of norm 4.6.3."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from leidraad.naleving.models import Dagstand, Stand
from leidraad.naleving.peilen import Uitslagen, peil_alle
from leidraad.normen.oordeel import Oordeel
from leidraad.organisaties.models import Gemeente

_PER_KEER = 1000


def leg_dag_vast(nu: datetime) -> int:
    """Judge all norms of all gemeenten and keep the figures under the day of `nu`.

    A day on which nobody ran it stays a gap: the past cannot be counted afterwards. Returns the number of
    gemeenten.
    """
    gemeenten = list(Gemeente.objects.order_by("pk").values_list("pk", flat=True))
    bewaar_dag(peil_alle(gemeenten, nu), nu)
    return len(gemeenten)


@transaction.atomic
def bewaar_dag(peilingen: Mapping[int, Uitslagen], nu: datetime) -> None:
    """Keep the verdicts per gemeente under the day of `nu`; done again it replaces that day."""
    Dagstand.objects.filter(dag=timezone.localdate(nu)).delete()
    dagstanden = Dagstand.objects.bulk_create(
        _dagstand(gemeente, uitslagen, nu) for gemeente, uitslagen in peilingen.items()
    )
    Stand.objects.bulk_create(
        (
            Stand(dagstand=dagstand, norm=nummer, totaal=u.totaal, tekort=u.tekort, oordeel=u.oordeel.value)
            for dagstand in dagstanden
            for nummer, u in peilingen[dagstand.gemeente_id].items()
            if u.oordeel is not Oordeel.NOG_NIET_GEBOUWD
        ),
        batch_size=_PER_KEER,
    )


def _dagstand(gemeente: int, uitslagen: Uitslagen, nu: datetime) -> Dagstand:
    telling = Counter(uitslag.oordeel for uitslag in uitslagen.values())
    return Dagstand(
        gemeente_id=gemeente,
        dag=timezone.localdate(nu),
        berekend_op=nu,
        gehaald=telling[Oordeel.GEHAALD],
        niet_gehaald=telling[Oordeel.NIET_GEHAALD],
        nog_niets_vastgelegd=telling[Oordeel.NOG_NIETS_VASTGELEGD],
        attest_nodig=telling[Oordeel.ATTEST_NODIG],
    )
