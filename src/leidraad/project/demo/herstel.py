"""The work that the Privacy Officer gave out in the demo for what falls short of a norm."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from functools import partial

from django.utils import timezone

from leidraad.dossiers.models import Dossier
from leidraad.naleving.hersteltaken import maak_hersteltaken, maak_normtaak
from leidraad.naleving.toetsen import toets_van
from leidraad.normen.norm import normen
from leidraad.project.demo.bestanden import lees
from leidraad.project.demo.kantoortijd import op_tijd
from leidraad.project.demo.lekfeiten import Groep
from leidraad.project.demo.spelers import Spelers

Stap = tuple[datetime, Callable[[datetime], None]]

_OM = time(16, 40)


def hersteldaden(spelers: Spelers, nu: datetime) -> Iterator[Stap]:
    """Every round of tasks with its moment: in office hours, so many days before `nu`."""
    for rij in lees("herstel.yaml"):
        yield op_tijd(nu, rij["dagen"], _OM), partial(_geef_uit, spelers, rij)


def _geef_uit(spelers: Spelers, rij: Groep, nu: datetime) -> None:
    """A task for the first dossiers that fall short, or one for the norm when these are no dossiers."""
    gemeente, norm = spelers.gemeenten[rij["gemeente"]], normen()[rij["norm"]]
    vandaag = timezone.localdate(nu)
    door = spelers.lid(spelers.iemand("privacy_officer", gemeente, vandaag), nu)
    uiterlijk = vandaag + timedelta(days=rij["klaar_na"])
    if not rij["aantal"]:
        maak_normtaak(gemeente, norm, uiterlijk=uiterlijk, door=door, nu=nu)
        return
    toets = toets_van(norm.nummer)
    if toets is None or not toets.populatie.dossier:
        raise ValueError(f"Wat bij norm {norm.nummer} niet in orde is, is geen dossier.")
    pad = toets.populatie.dossier
    gevonden = toets.bevindingen(nu, gemeente.pk).order_by(f"{pad}__nummer")
    kiezen = gevonden.values_list(pad, flat=True)[: rij["aantal"]]
    dossiers = Dossier.objects.select_related("gemeente", "eenheid").filter(pk__in=list(kiezen))
    maak_hersteltaken(gemeente, norm, list(dossiers), uiterlijk=uiterlijk, door=door, nu=nu)
