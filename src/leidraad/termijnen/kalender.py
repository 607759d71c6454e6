"""The closed days of the Algemene termijnenwet: weekends, recognised holidays and days put on a par."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType

import holidays

_EEN_DAG = timedelta(days=1)
_ZATERDAG = 5

# The library counts 5 May as public once in five years and as optional in between; for the Awt it is a
# recognised holiday every year (art. 3 lid 1), so both categories are needed. Easter Sunday and Whit
# Sunday are no Awt holidays: they are closed because they are Sundays.
_SOORTEN = (holidays.PUBLIC, holidays.OPTIONAL)
_GEEN_AWT_FEESTDAG = frozenset({"Eerste paasdag", "Eerste pinksterdag"})


@lru_cache(maxsize=256)
def feestdagen(jaar: int) -> Mapping[date, str]:
    """Return the closed holidays of one year, date to Dutch name, in order of date.

    The recognised holidays of Awt art. 3 lid 1 plus Goede Vrijdag, which lid 2 puts on a par with
    them. Days that the government puts on a par for a single year (lid 3) are not part of the law
    itself: callers pass those as `gelijkgesteld` to the other functions. Empty before 1966, the first
    full year of the Awt.
    """
    dagen = holidays.country_holidays("NL", years=jaar, categories=_SOORTEN, language="nl", expand=False)
    return MappingProxyType(
        {dag: naam for dag, naam in sorted(dagen.items()) if naam not in _GEEN_AWT_FEESTDAG}
    )


def is_werkdag(datum: date, *, gelijkgesteld: Collection[date] = ()) -> bool:
    """Tell whether a date is neither Saturday, Sunday nor a holiday (Awt art. 1 and 3).

    `gelijkgesteld` holds extra days that the government put on a par with a holiday (Awt art. 3 lid 3).
    Raises ValueError when given a moment instead of a date.
    """
    eis_datum(datum)
    return datum.weekday() < _ZATERDAG and datum not in feestdagen(datum.year) and datum not in gelijkgesteld


def volgende_werkdag(datum: date, *, gelijkgesteld: Collection[date] = ()) -> date:
    """Return the date itself when it is a working day, else the first working day after it.

    This is the roll-over of Awt art. 1 lid 1 and Verordening 1182/71 art. 3 lid 4.
    Raises ValueError when given a moment instead of a date, or when the calendar ends first.
    """
    while not is_werkdag(datum, gelijkgesteld=gelijkgesteld):
        if datum == date.max:
            raise buiten_kalender()
        datum += _EEN_DAG
    return datum


def eis_datum(datum: date) -> None:
    """Refuse a moment: which day it is depends on the time zone, and only the caller knows that.

    Raises ValueError with a Dutch text.
    """
    if isinstance(datum, datetime):
        raise ValueError("Geef een datum zonder tijdstip.")


def eis_lengte(lengte: int, eenheid: str) -> None:
    """Refuse a negative length: terms that count backwards do not roll over (Awt art. 1 lid 2).

    Raises ValueError with a Dutch text.
    """
    if lengte < 0:
        raise ValueError(f"Het aantal {eenheid} mag niet lager zijn dan nul (gegeven: {lengte}).")


def buiten_kalender() -> ValueError:
    """Build the error for a term that ends after the year 9999."""
    return ValueError("De termijn loopt af na het jaar 9999. Controleer de datum en de lengte.")
