"""Terms in hours (AVG art. 33 lid 1, Wpg art. 33a): they run on through nights, weekends and holidays."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from leidraad.termijnen.kalender import buiten_kalender, eis_lengte

_EEN_UUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Uurtermijn:
    """The two ends of a term in hours, both in UTC.

    `streng` counts elapsed hours from the moment itself: the end to work with. `buitengrens` is the last
    moment the law allows: the hour in which the event falls does not count (Verordening 1182/71
    art. 3 lid 1), so the term starts at the next full hour.
    """

    streng: datetime
    buitengrens: datetime


def uren_na(moment: datetime, uren: int) -> Uurtermijn:
    """Return both ends of a term of `uren` hours after `moment`.

    Counts elapsed hours in UTC, so a change of the clock never lengthens or shortens the term. There is no
    roll-over to a working day: Verordening 1182/71 art. 3 lid 4 leaves terms in hours out, and Awt
    art. 4 onder a does the same.
    Raises ValueError when `moment` has no time zone, `uren` is negative or the calendar ends first.
    """
    if moment.utcoffset() is None:
        raise ValueError("Het tijdstip heeft geen tijdzone. Zonder tijdzone is de termijn niet te berekenen.")
    eis_lengte(uren, "uren")
    try:
        begin = moment.astimezone(UTC)
        # A moment exactly on the hour falls in the hour that starts then; that hour does not count either.
        eerste_volle_uur = begin.replace(minute=0, second=0, microsecond=0) + _EEN_UUR
        return Uurtermijn(
            streng=begin + timedelta(hours=uren), buitengrens=eerste_volle_uur + timedelta(hours=uren)
        )
    except OverflowError:
        raise buiten_kalender() from None
