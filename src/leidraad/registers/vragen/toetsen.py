"""What the data say of norm 1.1.7: questions to the Privacy Officers are answered in time."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q

from leidraad.dossiers.werk import jaar_voor
from leidraad.normen.toets import Populatie, Rijen, Toets
from leidraad.registers.vragen.begrippen import WACHTEND
from leidraad.registers.vragen.models import Reactie, Vraag


def _vragen(nu: datetime) -> Rijen:
    """What was asked in the last twelve months, and what still waits for an answer."""
    recent_of_open = Q(gevraagd_op__gte=jaar_voor(nu)) | Q(status__in=WACHTEND)
    return Vraag.objects.filter(recent_of_open, gevraagd_op__lte=nu)


def _te_laat(nu: datetime) -> Q:
    """Waits longer than it should, or was answered after its last moment; also a follow-up."""
    vervolg = Reactie.objects.filter(vraag=OuterRef("pk"), afgehandeld_op__gt=F("uiterlijk"))
    return Q(wacht_tot__lt=nu) | Q(beantwoord_op__gt=F("uiterlijk")) | Q(Exists(vervolg))


VRAGEN = Populatie(
    code="vragen",
    telt="De vragen van de laatste twaalf maanden, en oudere vragen die nog op antwoord wachten.",
    rijen=_vragen,
    volgt=("vragen",),
    # A question belongs to the whole gemeente, not to a unit.
    eenheid="",
    per_uur=True,
)
TOETSEN: tuple[Toets, ...] = (
    Toets(
        norm="1.1.7",
        populatie=VRAGEN,
        tekort=_te_laat,
        uitleg="De vraag is te laat beantwoord, of wacht al te lang op een antwoord.",
    ),
)
