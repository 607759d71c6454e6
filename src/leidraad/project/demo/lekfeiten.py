"""What a data file knows of a datalek: the facts that a Privacy Officer finds, and when it was reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any
from zlib import crc32

from django.utils import timezone

from leidraad.registers.datalekken import inhoud as i

Groep = dict[str, Any]

_WOENSDAG = 2
_VELDEN = (
    "soort_incident", "oorzaak", "oorzaak_toelichting", "versleuteld", "maatregelen_vooraf", "gevolgen",
    "maatregelen_gedicht", "maatregelen_voorkomen", "andere_toezichthouders", "duurt_voort",
)  # fmt: skip


def volledig(regel: Groep, eerste: i.Inhoud) -> i.Inhoud:
    """The content after the Privacy Officer has found out what happened."""
    feiten = regel["feiten"]
    geschonden: Groep = {f"{wat}_geschonden": True for wat in regel.get("geschonden", ["vertrouwelijkheid"])}
    gemeld = eerste.intern_gemeld_op
    if gemeld is None:
        raise ValueError("Een melding heeft altijd een moment.")
    return replace(
        eerste,
        naam=regel["naam"],
        regime=regel.get("regime", "avg"),
        **geschonden,
        **{veld: feiten[veld] for veld in _VELDEN if veld in feiten},
        beveiligingsincident="ciso" in regel,
        grensoverschrijdend=False,
        gebeurd_van=gemeld - timedelta(hours=regel["gebeurd"]),
        gebeurd_zekerheid=regel.get("zekerheid", "exact"),
        kennisgenomen_op=gemeld - timedelta(hours=regel.get("kennis", 0)),
        betrokkenen=tuple(
            i.Getroffenen(regel=nummer, naam=naam, minimum=minst, maximum=meest, kwetsbaar=kwetsbaar)
            for nummer, (naam, (minst, meest, kwetsbaar)) in enumerate(regel["betrokkenen"].items(), 1)
        ),
        gegevens=tuple(
            i.GelektGegeven(regel=nummer, naam=naam, soort=soort, aantal=aantal)
            for nummer, (naam, (soort, aantal)) in enumerate(regel["gegevens"].items(), 1)
        ),
    )


def meldmoment(regel: Groep, slug: str, nu: datetime) -> datetime:
    """When it was reported: `uren` ago, or `dagen` ago, early in a week so that 72 hours are workdays."""
    if "uren" in regel:
        return nu - timedelta(hours=regel["uren"])
    return werktijd(nu, regel["dagen"], crc32(f"{slug} {regel['naam']}".encode()))


def werktijd(nu: datetime, dagen: int, toeval: int) -> datetime:
    """A moment in office hours on that day, or on the Wednesday before it from Thursday on."""
    dag = timezone.localdate(nu) - timedelta(days=dagen)
    dag -= timedelta(days=max(dag.weekday() - _WOENSDAG, 0))
    return timezone.make_aware(datetime.combine(dag, time(9 + toeval % 6, toeval // 6 % 60)))
