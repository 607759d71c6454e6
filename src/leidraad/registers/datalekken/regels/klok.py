"""The 72-hour clock (AVG art. 33 lid 1; Wpg art. 33a; Verordening 1182/71 art. 3; norm 3.4.2).

The strict limit is what people work towards; the outer bound is what the law allows. Weekends, holidays and
the change of the clock make no difference.
"""

from datetime import datetime, timedelta

from leidraad.referentie import lijst
from leidraad.registers.datalekken.begrippen import Regime
from leidraad.registers.datalekken.inhoud import Inhoud
from leidraad.termijnen import Uurtermijn, uren_na

HERINNER_BIJ = (48, 24, 12, 4, 1)
"""Hours left before the strict limit at which people are reminded."""
OOK_LEIDING_VANAF = 12
"""From this many hours left the teammanager and the FG are reminded too."""


def begin(inhoud: Inhoud) -> datetime | None:
    """When the clock starts: when the municipality knew; a processor's message starts it at the latest."""
    momenten = [m for m in (inhoud.kennisgenomen_op, inhoud.verwerker_meldde_op) if m is not None]
    return min(momenten, default=None)


def uren(regime: str, moment: datetime) -> int:
    """The length of the term under the law of that day, in hours."""
    code = "datalek_melding_ap_wpg" if regime == Regime.WPG else "datalek_melding_ap"
    return int(lijst("termijnen_wet", moment.date())[code].lengte)


def klok(inhoud: Inhoud) -> Uurtermijn | None:
    """The strict limit and the outer bound, in UTC; None while nobody knows since when we know."""
    moment = begin(inhoud)
    return None if moment is None else uren_na(moment, uren(inhoud.regime, moment))


def te_laat(termijn: Uurtermijn, gemeld_op: datetime) -> bool:
    """Whether a notification at this moment came after the outer bound and so needs a reason."""
    return gemeld_op > termijn.buitengrens


def herinneringen(termijn: Uurtermijn) -> tuple[datetime, ...]:
    """The moments of the reminders, early to late."""
    return tuple(termijn.streng - timedelta(hours=over) for over in HERINNER_BIJ)
