"""The daily digest: one mail with everything that could wait."""

from datetime import datetime

from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from leidraad.berichten.models import Bericht
from leidraad.berichten.soorten import DAGOVERZICHT
from leidraad.berichten.teksten import adres_van
from leidraad.organisaties.models import Persoon


def maak_dagoverzichten(nu: datetime) -> int:
    """Put one mail ready for everybody who has messages waiting; returns how many. Safe to repeat."""
    wachtend = Bericht.objects.filter(status=Bericht.Status.OVERZICHT, ontvanger__is_active=True)
    ontvangers = wachtend.order_by().values_list("ontvanger", flat=True).distinct()
    return sum(_voor(persoon, nu) for persoon in Persoon.objects.filter(pk__in=ontvangers))


@transaction.atomic
def _voor(persoon: Persoon, nu: datetime) -> bool:
    """One digest per person per day. What arrives after it waits for the next."""
    dag = timezone.localdate(nu)
    berichten = list(
        Bericht.objects.select_for_update()
        .filter(ontvanger=persoon, status=Bericht.Status.OVERZICHT)
        .order_by("aangemaakt_op", "pk")
    )
    if not berichten:
        return False
    regels = [(bericht.onderwerp, adres_van(bericht.pad)) for bericht in berichten]
    aantal = len(berichten)
    overzicht, nieuw = Bericht.objects.get_or_create(
        sleutel=f"{DAGOVERZICHT}:{persoon.pk}:{dag.isoformat()}",
        defaults={
            "ontvanger": persoon,
            "adres": persoon.email,
            "soort": DAGOVERZICHT,
            "onderwerp": f"Dagoverzicht: {aantal} {'bericht' if aantal == 1 else 'berichten'}",
            "tekst": render_to_string("berichten/dagoverzicht.txt", {"regels": regels, "dag": dag}).strip(),
            "pad": reverse("start"),
            "aangemaakt_op": nu,
            "volgende_poging": nu,
        },
    )
    if nieuw:
        Bericht.objects.filter(pk__in=[bericht.pk for bericht in berichten]).update(
            status=Bericht.Status.OPGENOMEN, overzicht=overzicht
        )
    return nieuw
