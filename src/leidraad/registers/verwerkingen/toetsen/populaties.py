"""What the toetsen look at: the verwerkingen that run, and the parts of them that some norms are about.

Toetsen on one population are counted in one query. Every condition on a row of a verwerking is an EXISTS, so
that rows never multiply.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q
from django.utils import timezone

from leidraad.normen.toets import Populatie, Rijen
from leidraad.organisaties.models import Eenheid
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen import models as m
from leidraad.registers.verwerkingen.begrippen import Bewaarbron, Informatiewijze, Regime, Status

WPG = Q(regime=Regime.WPG.value)
_VOLGT = ("verwerkingen",)


def heeft(model: type[Model], *voorwaarden: Q, **velden: Any) -> Q:
    """The verwerking has at least one row of this table that meets the conditions."""
    rijen = model._default_manager.filter(*voorwaarden, verwerking=OuterRef("pk"), **velden)
    return Q(Exists(rijen))


def codes(naam: str, op: date, kies: Callable[[Any], bool] = lambda item: True) -> list[str]:
    """The codes of a dated list in force on day `op`, of all items or of some."""
    return [item.code for item in lijst(naam, op) if kies(item)]


def loopt(nu: datetime) -> Q:
    """Runs on the day of `nu`: not ended, and begun, established, or without a day on which it begins.

    What was established goes on until a manager ends it or establishes its end; a draft ends nothing.
    """
    vandaag = timezone.localdate(nu)
    einde_niet_vastgesteld = Q(geldende_versie__isnull=False) & ~Q(status=Status.VASTGESTELD.value)
    return (
        ~Q(status=Status.BEEINDIGD.value)
        & (Q(einddatum=None) | Q(einddatum__gte=vandaag) | einde_niet_vastgesteld)
        & (Q(startdatum=None) | Q(startdatum__lte=vandaag) | Q(geldende_versie__isnull=False))
    )


def buiten_eer(nu: datetime) -> Q:
    """A recipient in a country outside the EER (regels.doorgifte.buiten_eer)."""
    return ~Q(land="") & ~Q(land__in=codes("eer", timezone.localdate(nu)))


def gevoelige_soorten(op: date) -> list[str]:
    """The kinds of data that need a ground of their own (AVG art. 9 and 10; UAVG art. 46)."""
    return codes("soorten_gegevens", op, lambda soort: soort.doorbrekingsgrond_nodig)


def _lopend(nu: datetime) -> Rijen:
    return m.Verwerking.objects.filter(loopt(nu))


def _gevoelig(nu: datetime) -> Rijen:
    return _lopend(nu).filter(heeft(m.Gegeven, soort__in=gevoelige_soorten(timezone.localdate(nu))))


def _eenheden(nu: datetime) -> Rijen:
    """The leaves of the tree: above them the units below carry the verwerkingen."""
    vandaag = timezone.localdate(nu)
    onder = Eenheid.objects.geldig_op(vandaag).filter(bovenliggend=OuterRef("pk"))
    return Eenheid.objects.geldig_op(vandaag).filter(~Exists(onder))


LOPEND = Populatie(
    code="verwerkingen_lopend",
    telt="Verwerkingen die lopen: begonnen en niet beëindigd. Een concept zonder startdatum telt mee.",
    rijen=_lopend,
    volgt=_VOLGT,
)
GEVOELIG = Populatie(
    code="verwerkingen_gevoelig",
    telt="Lopende verwerkingen met bijzondere gegevens, strafrechtelijke gegevens of het BSN.",
    rijen=_gevoelig,
    volgt=_VOLGT,
)
LATER_DOEL = Populatie(
    code="verwerkingen_later_doel",
    telt="Lopende verwerkingen waaraan later een nieuw doel is toegevoegd.",
    rijen=lambda nu: _lopend(nu).filter(heeft(m.Doel, later_doel=True)),
    volgt=_VOLGT,
)
EIGEN_TERMIJN = Populatie(
    code="verwerkingen_eigen_termijn",
    telt="Lopende verwerkingen met een bewaartermijn die de gemeente zelf koos, zonder politiegegevens.",
    rijen=lambda nu: _lopend(nu).filter(~WPG, heeft(m.Bewaartermijn, bron=Bewaarbron.EIGEN.value)),
    volgt=_VOLGT,
)
UITZONDERING = Populatie(
    code="verwerkingen_uitzondering",
    telt="Lopende verwerkingen waarover de gemeente mensen niet informeert, omdat de wet dat toestaat.",
    rijen=lambda nu: _lopend(nu).filter(informatiewijze=Informatiewijze.UITZONDERING.value),
    volgt=_VOLGT,
)
BUITEN_EER = Populatie(
    code="verwerkingen_buiten_eer",
    telt="Lopende verwerkingen met een ontvanger buiten de Europese Economische Ruimte (EER).",
    rijen=lambda nu: _lopend(nu).filter(heeft(m.Ontvanger, buiten_eer(nu))),
    volgt=_VOLGT,
)
VASTGESTELD = Populatie(
    code="verwerkingen_vastgesteld",
    telt="Lopende verwerkingen met een vastgestelde versie.",
    rijen=lambda nu: _lopend(nu).filter(geldende_versie__isnull=False),
    volgt=_VOLGT,
)
EENHEDEN = Populatie(
    code="eenheden_onderaan",
    telt="Eenheden van nu waar geen andere eenheid onder valt, zoals teams en de griffie.",
    rijen=_eenheden,
    volgt=("verwerkingen", "organisatie"),
    gemeente="gemeente",
    eenheid="pk",
    dossier="",
)
