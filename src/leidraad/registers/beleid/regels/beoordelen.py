"""When a version must be reviewed: at least once in three years (policy chapter 1; norm 1.1.6)."""

from datetime import date

import isodate

from leidraad.referentie import lijst

_STAPPEN = {"weken": "weeks", "maanden": "months", "jaren": "years"}


def uiterste_beoordeling(vanaf: date, op: date) -> date:
    """The last day on which a version that was adopted or reviewed on `vanaf` must be reviewed.

    `op` says which edition of the terms counts. It is not moved to a working day: three years is the most.
    """
    termijn = lijst("termijnen_wet", op)["beleid_beoordelen"]
    dag: date = vanaf + isodate.Duration(**{_STAPPEN[termijn.eenheid]: termijn.lengte})
    return dag


def bezwaar_tegen_datum(gekozen: date, vanaf: date, op: date) -> str:
    """Why this day cannot be the day before which the version is reviewed; empty when it can."""
    uiterlijk = uiterste_beoordeling(vanaf, op)
    if vanaf < gekozen <= uiterlijk:
        return ""
    return f"Kies een dag om te beoordelen na {vanaf:%d-%m-%Y} en niet later dan {uiterlijk:%d-%m-%Y}."
