"""The day that a page is about: now, or a past day as it was kept. A day that was not kept is a gap."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

from leidraad.dossiers.formulieren.velden import Datum
from leidraad.naleving.models import Dagstand
from leidraad.naleving.peilen import Uitslagen
from leidraad.naleving.standen import nu_van, op_dag

_DATUM = Datum("Stand op")


@dataclass(frozen=True)
class Peildag:
    """The verdicts of a day; `dag` is None for now.

    `uitslagen` is None for a gap: then `eerder` and `later` are the nearest days that were kept. `fout` says
    why this is not the day that was asked for.
    """

    dag: date | None = None
    uitslagen: Uitslagen | None = None
    fout: str = ""
    eerder: date | None = None
    later: date | None = None


def peildag(gemeente: int, gevraagd: str, nu: datetime, eenheden: Collection[int] | None = None) -> Peildag:
    """The verdicts of the day that the address asks for; those of now when it cannot be answered."""
    dag, fout = _lees(gevraagd, timezone.localdate(nu), eenheden)
    if dag is None:
        return Peildag(uitslagen=nu_van(gemeente, nu, eenheden), fout=fout)
    if (uitslagen := op_dag(gemeente, dag)) is not None:
        return Peildag(dag, uitslagen)
    bewaard = Dagstand.objects.filter(gemeente=gemeente).values_list("dag", flat=True)
    return Peildag(
        dag,
        eerder=bewaard.filter(dag__lt=dag).order_by("-dag").first(),
        later=bewaard.filter(dag__gt=dag).order_by("dag").first(),
    )


def _lees(gevraagd: str, vandaag: date, eenheden: Collection[int] | None) -> tuple[date | None, str]:
    """The past day that is asked for, or None for now with the reason why it is not another day."""
    try:
        dag = _DATUM.to_python(gevraagd)
    except ValidationError as fout:
        return None, f"{fout.messages[0]} U ziet de stand van nu."
    if dag is None or dag == vandaag:
        return None, ""
    if dag > vandaag:
        return None, "Die dag moet nog komen. U ziet de stand van nu."
    if eenheden is not None:
        return None, (
            "Leidraad bewaart per dag de stand van de hele gemeente, niet die van een eenheid. "
            "U ziet de stand van nu."
        )
    return dag, ""
