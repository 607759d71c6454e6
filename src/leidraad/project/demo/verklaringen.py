"""What people stated about norms that no register can prove, in the demo: valid, expired, and not yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time
from functools import partial

from django.utils import timezone

from leidraad.naleving.handelingen import verklaar
from leidraad.naleving.toetsen import attest_van
from leidraad.project.demo.bestanden import lees
from leidraad.project.demo.kantoortijd import op_tijd
from leidraad.project.demo.lekfeiten import Groep
from leidraad.project.demo.spelers import Spelers

Stap = tuple[datetime, Callable[[datetime], None]]

_OM = time(14, 10)


def verklaringdaden(spelers: Spelers, nu: datetime) -> Iterator[Stap]:
    """Every statement with its moment: in office hours, so many days before `nu`."""
    for rij in lees("verklaringen.yaml"):
        yield op_tijd(nu, rij["dagen"], _OM), partial(_verklaar, spelers, rij)


def _verklaar(spelers: Spelers, rij: Groep, nu: datetime) -> None:
    gemeente = spelers.gemeenten[rij["gemeente"]]
    attest = attest_van(rij["norm"])
    if attest is None:
        raise ValueError(f"Bij norm {rij['norm']} hoort geen verklaring.")
    persoon = spelers.iemand(rij["wie"], gemeente, timezone.localdate(nu))
    verklaar(
        gemeente,
        attest,
        voldoet=rij["voldoet"],
        toelichting=rij["toelichting"],
        bewijs=rij["bewijs"],
        door=spelers.lid(persoon, nu),
        nu=nu,
    )
