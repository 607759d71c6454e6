"""Terms in days, weeks and months; the day of receipt itself does not count.

Every term here rolls over. Awt art. 4 leaves national terms of more than 90 days, twelve weeks or three
months out, but the product keeps none of those: its longer terms are European, and Verordening 1182/71
knows no such limit.
"""

import calendar
from collections.abc import Collection
from datetime import date, timedelta

from leidraad.termijnen.kalender import (
    buiten_kalender,
    eis_datum,
    eis_lengte,
    is_werkdag,
    volgende_werkdag,
)

_MAANDEN_PER_JAAR = 12
# Awt art. 2: a term of at least this many days holds at least this many working days.
_DREMPEL_DAGEN = 3
_MINSTE_WERKDAGEN = 2


def dagen_na(ontvangen: date, dagen: int, *, gelijkgesteld: Collection[date] = ()) -> date:
    """Return the last day of a term of `dagen` days after receipt (Awt art. 1 and 2).

    Raises ValueError when given a moment, a negative length or when the calendar ends first.
    """
    eis_datum(ontvangen)
    eis_lengte(dagen, "dagen")
    return _sluit(ontvangen, _plus_dagen(ontvangen, dagen), gelijkgesteld)


def weken_na(ontvangen: date, weken: int, *, gelijkgesteld: Collection[date] = ()) -> date:
    """Return the last day of a term of `weken` weeks after receipt (Awt art. 1 and 2; Wpg art. 25, 28).

    Raises ValueError when given a moment, a negative length or when the calendar ends first.
    """
    eis_datum(ontvangen)
    eis_lengte(weken, "weken")
    return _sluit(ontvangen, _plus_dagen(ontvangen, 7 * weken), gelijkgesteld)


def maanden_na(ontvangen: date, maanden: int, *, gelijkgesteld: Collection[date] = ()) -> date:
    """Return the last day of a term of `maanden` months after receipt (AVG art. 12 lid 3).

    The term ends on the same day number, or on the last day of a month that has no such day
    (Verordening 1182/71 art. 3 lid 2 onder c), and then rolls over (lid 4). An extended term is counted
    from receipt as well: one month and two more is `maanden=3`.
    Raises ValueError when given a moment, a negative length or when the calendar ends first.
    """
    eis_datum(ontvangen)
    eis_lengte(maanden, "maanden")
    jaren, maand = divmod(ontvangen.month - 1 + maanden, _MAANDEN_PER_JAAR)
    jaar, maand = ontvangen.year + jaren, maand + 1
    if jaar > date.max.year:
        raise buiten_kalender()
    dag = min(ontvangen.day, calendar.monthrange(jaar, maand)[1])
    return _sluit(ontvangen, date(jaar, maand, dag), gelijkgesteld)


def _plus_dagen(datum: date, dagen: int) -> date:
    """Add days; an end beyond the calendar is an error the user can read."""
    try:
        return datum + timedelta(days=dagen)
    except OverflowError:
        raise buiten_kalender() from None


def _sluit(ontvangen: date, einde: date, gelijkgesteld: Collection[date]) -> date:
    """Move the end to a working day and make sure that a longer term holds two working days (Awt art. 2)."""
    lengte = (einde - ontvangen).days
    einde = volgende_werkdag(einde, gelijkgesteld=gelijkgesteld)
    if lengte >= _DREMPEL_DAGEN:
        while _werkdagen(ontvangen, einde, gelijkgesteld) < _MINSTE_WERKDAGEN:
            einde = volgende_werkdag(_plus_dagen(einde, 1), gelijkgesteld=gelijkgesteld)
    return einde


def _werkdagen(ontvangen: date, einde: date, gelijkgesteld: Collection[date]) -> int:
    """Count the working days after receipt up to and including the end, but never further than needed."""
    geteld = 0
    dag = ontvangen
    while dag < einde and geteld < _MINSTE_WERKDAGEN:
        dag += timedelta(days=1)
        geteld += is_werkdag(dag, gelijkgesteld=gelijkgesteld)
    return geteld
