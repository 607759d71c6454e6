"""Managers who let somebody else carry out a task (norm 4.4.9); they stay responsible."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from leidraad.organisaties.handelingen import draag_over
from leidraad.organisaties.models import Functievervulling, Persoon
from leidraad.project.demo.bestanden import lees
from leidraad.project.demo.spelers import Spelers


def draag_taken_over(spelers: Spelers, nu: datetime) -> None:
    """Hand over the tasks of overdrachten.yaml, as their managers would."""
    for rij in lees("overdrachten.yaml"):
        gemeente = spelers.gemeenten[rij["gemeente"]]
        eenheid = spelers.eenheid(gemeente, rij["eenheid"])
        toen = nu - timedelta(days=rij["dagen_geleden"])
        functie = (
            Functievervulling.objects.geldig_op(timezone.localdate(toen))
            .select_related("persoon")
            .get(eenheid=eenheid, functie=rij["functie"])
        )
        draag_over(
            functie=functie,
            aan=Persoon.objects.get(email=rij["aan"]),
            eenheid=eenheid,
            taak=rij["taak"],
            tot=timezone.localdate(nu) + timedelta(days=rij["nog_dagen"]),
            door=spelers.lid(functie.persoon, toen),
            nu=toen,
        )
