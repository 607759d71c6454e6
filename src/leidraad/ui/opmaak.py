"""How values read on a screen: dates, moments, remaining time. Pure functions, no templates."""

from datetime import date, datetime, tzinfo

from django.utils import timezone

MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
LEEG = "–"


def lokaal(waarde: date | datetime) -> date | datetime:
    """A moment as it is read in the current time zone; a plain date is returned as it is."""
    if isinstance(waarde, datetime) and timezone.is_aware(waarde):
        zone: tzinfo = timezone.get_current_timezone()
        return waarde.astimezone(zone)
    return waarde


def datum(waarde: date | datetime | None) -> str:
    """`23 november 2026`; a dash when there is no date."""
    if not waarde:
        return LEEG
    dag = lokaal(waarde)
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def korte_datum(waarde: date | datetime | None) -> str:
    """`23-11-2026`, for tables; a dash when there is no date."""
    if not waarde:
        return LEEG
    dag = lokaal(waarde)
    return f"{dag.day:02}-{dag.month:02}-{dag.year}"


def moment(waarde: datetime | None) -> str:
    """`23 november 2026, 09.15 uur`; a dash when there is no moment."""
    return LEEG if not waarde else f"{datum(waarde)}, {lokaal(waarde):%H.%M} uur"


def korte_maand(dag: date) -> str:
    """`nov`, `mrt`."""
    return "mrt" if dag.month == 3 else MAANDEN[dag.month - 1][:3]


def korte_dag(dag: date) -> str:
    """`23 nov`."""
    return f"{dag.day} {korte_maand(dag)}"


def periode(van: date, tot: date) -> str:
    """`3 maart 2026`, `3 t/m 5 maart 2026` or `28 februari 2026 t/m 2 maart 2026`."""
    if van == tot:
        return datum(van)
    zelfde_maand = (van.year, van.month) == (tot.year, tot.month)
    return f"{van.day if zelfde_maand else datum(van)} t/m {datum(tot)}"


def getal(waarde: float) -> str:
    """`1.250`, `82,5`: Dutch signs, at most one decimal."""
    cijfers = f"{waarde:,.1f}".removesuffix(".0")
    return cijfers.translate(str.maketrans(",.", ".,"))


def ja_nee(waarde: bool | None) -> str:
    """`ja`, `nee` or, when nobody answered yet, `onbekend`."""
    return "onbekend" if waarde is None else "ja" if waarde else "nee"


def als_dag(waarde: date | datetime) -> date:
    """The calendar day of a date or a moment, in the current time zone."""
    dag = lokaal(waarde)
    return dag.date() if isinstance(dag, datetime) else dag


def telwoord(aantal: int, enkel: str, meer: str) -> str:
    """`1 dag`, `5 dagen`."""
    return f"{aantal} {enkel if aantal == 1 else meer}"


def resterend(tot: date, vandaag: date) -> tuple[str, str]:
    """The time left until `tot` in words, and how pressing it is: rustig, bijna, vandaag or te_laat."""
    dagen = (tot - vandaag).days
    if dagen < 0:
        return f"{telwoord(-dagen, 'dag', 'dagen')} te laat", "te_laat"
    if dagen == 0:
        return "vandaag", "vandaag"
    if dagen <= 14:
        return f"nog {telwoord(dagen, 'dag', 'dagen')}", "bijna"
    if dagen < 70:
        return f"nog {telwoord(dagen // 7, 'week', 'weken')}", "rustig"
    if dagen < 730:
        return f"nog {telwoord(dagen // 30, 'maand', 'maanden')}", "rustig"
    return f"nog {dagen // 365} jaar", "rustig"
