"""What the style page shows of the figures: lifelike series, and the ugly ones."""

from datetime import date, timedelta
from typing import Any

LANG = "Onderdeel waarvan de naam zo lang is dat hij nooit naast een lijn of staaf op één regel past"
HOOFDSTUKKEN: list[dict[str, Any]] = [
    {
        "label": "1. Beleid",
        "url": "#beleid",
        "aantallen": {"gehaald": 4, "niet_gehaald": 2, "attest_nodig": 1},
        "urls": {"niet_gehaald": "#niet"},
    },
    {"label": "2. Verwerkingen", "aantallen": {"gehaald": 19, "niet_gehaald": 6}},
    {
        "label": "3. Rechten van mensen",
        "aantallen": {"nog_niets_vastgelegd": 3, "nog_niet_gebouwd": 22},
    },
    {"label": "4. Organisatie", "aantallen": {"gehaald": 200, "niet_gehaald": 1, "attest_nodig": 1}},
    {"label": LANG, "aantallen": {"niet_gehaald": 5, "nog_niets_vastgelegd": 2, "attest_nodig": 4}},
    {"label": "Nog leeg", "aantallen": {}},
]


def _reeks(
    tot: date, dagen: int, begin: float, stap: float, *, zonder: tuple[int, ...] = ()
) -> dict[date, float | None]:
    """A value for each of the last `dagen` days that goes up in steps, without the days in `zonder`."""
    eerste = tot - timedelta(days=dagen - 1)
    return {
        eerste + timedelta(days=nummer): round(begin + stap * (nummer // 9) - nummer % 31 // 8, 1)
        for nummer in range(dagen)
        if nummer not in zonder
    }


def figuren(vandaag: date) -> dict[str, Any]:
    """Series and rows for every figure."""
    dagen = 365
    uit = (*range(98, 112), 200, *range(260, 264))
    jaar = _reeks(vandaag, dagen, 41, 1, zonder=uit)
    return {
        "van": vandaag - timedelta(days=dagen - 1),
        "jaar": [("Gehaald", jaar)],
        "gemeenten": [
            ("Leiden", jaar),
            ("Leiderdorp", _reeks(vandaag, dagen, 40, 0.9, zonder=(*uit, *range(300, 365)))),
            ("Oegstgeest", _reeks(vandaag, 200, 12, 2.5, zonder=())),
            (LANG, _reeks(vandaag, dagen, 5, 0.1, zonder=uit)),
        ],
        "dagen": [("Datalekken", {vandaag - timedelta(days=n): n * 7 % 4 for n in range(12) if n != 5})],
        "punt": [("Gehaald", {vandaag: 64})],
        "nul": [("Te laat", {vandaag - timedelta(days=n): 0 for n in range(90)})],
        "gaten": [("Gehaald", {})],
        "hoofdstukken": HOOFDSTUKKEN,
        "vonken": [
            ("Leiden", 79, jaar),
            ("Leiderdorp", 0, {vandaag - timedelta(days=n): 0 for n in range(365)}),
            ("Oegstgeest", 64, {vandaag: 64}),
            ("Zoeterwoude", "–", {}),
        ],
    }
