"""The norms about the work of the Privacy Officers: nothing stays undone (4.6.1, 4.6.4)."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from leidraad.dossiers.doelgroep import rollen_voor
from leidraad.dossiers.models import Taak
from leidraad.dossiers.taaksoort import ADVIES_PO
from leidraad.dossiers.werk import dagen_voor, jaar_voor
from leidraad.normen.toets import Populatie, Toets
from leidraad.organisaties.rechten import Recht, Rol
from leidraad.referentie import lijst

# What is expected from Privacy Officers and from nobody else.
_VAN_DE_PO = tuple(recht.value for recht in Recht if rollen_voor(recht) == {Rol.PRIVACY_OFFICER})


def _taken(nu: datetime) -> QuerySet[Taak]:
    """The tasks of Privacy Officers of the last twelve months, and older ones that are still open."""
    recent = Q(klaar_op=None) | Q(zichtbaar_vanaf__gte=jaar_voor(nu))
    return Taak.objects.filter(recent, vervallen_op=None, zichtbaar_vanaf__lte=nu, recht__in=_VAN_DE_PO)


def _adviezen(nu: datetime) -> QuerySet[Taak]:
    return _taken(nu).filter(soort=ADVIES_PO.code)


def _te_lang(nu: datetime, streefwaarde: str) -> Q:
    """Open for more whole days than the target says."""
    dagen = lijst("streefwaarden", timezone.localdate(nu))[streefwaarde].lengte
    return Q(klaar_op=None, zichtbaar_vanaf__lt=dagen_voor(nu, dagen))


def _voorbij(nu: datetime) -> Q:
    return Q(klaar_op=None, uiterlijk__lt=nu)


def _blijft_liggen(nu: datetime) -> Q:
    return _voorbij(nu) | (Q(uiterlijk=None) & _te_lang(nu, "taak_zonder_datum"))


def _advies_blijft_uit(nu: datetime) -> Q:
    return _voorbij(nu) | _te_lang(nu, "advies_po")


TAKEN = Populatie(
    code="taken_po",
    telt="De taken van Privacy Officers van de laatste twaalf maanden, en oudere taken die nog open staan.",
    rijen=_taken,
    volgt=("taken",),
    gemeente="gemeente",
    per_uur=True,
)
ADVIEZEN = Populatie(
    code="taken_advies_po",
    telt=(
        "De vragen om advies aan een Privacy Officer van de laatste twaalf maanden, "
        "en oudere vragen die nog open staan."
    ),
    rijen=_adviezen,
    volgt=("taken",),
    gemeente="gemeente",
    per_uur=True,
)

TOETSEN = (
    Toets(
        norm="4.6.1",
        populatie=TAKEN,
        tekort=_blijft_liggen,
        uitleg="Deze taak is niet op tijd gedaan, of staat al te lang open zonder einddatum.",
    ),
    Toets(
        norm="4.6.4",
        populatie=ADVIEZEN,
        tekort=_advies_blijft_uit,
        uitleg="De Privacy Officer heeft het gevraagde advies nog niet gegeven en de tijd daarvoor is om.",
    ),
)
