"""Legal basis and purpose (norms 2.1.1, 2.1.2, 2.2.1 and 2.2.2): regels.doelen and regels.gegevens in SQL."""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from leidraad.normen.toets import Toets
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Beoordeeld
from leidraad.registers.verwerkingen.models import Doel, Gegeven
from leidraad.registers.verwerkingen.toetsen.populaties import (
    GEVOELIG,
    LATER_DOEL,
    LOPEND,
    WPG,
    codes,
    gevoelige_soorten,
    heeft,
)

# Four words or more; a shorter purpose says too little (regels.afwijkingen). Anchored: that keeps it linear.
_VIER_WOORDEN = r"^\s*\S+\s+\S+\s+\S+\s+\S"


def _grondslag(nu: datetime) -> Q:
    """No purpose, or a purpose without a basis that may be used, or without the law that the basis needs."""
    op = timezone.localdate(nu)
    eigen_belang = codes("grondslagen", op, lambda g: g.niet_voor_overheidstaak)
    met_uitleg = codes("grondslagen", op, lambda g: g.niet_voor_overheidstaak or g.toestemming_verdacht)
    met_wet = codes("grondslagen", op, lambda g: g.wet_verplicht)
    avg = (
        ~Q(grondslag__in=codes("grondslagen", op))
        | Q(grondslag__in=met_wet) & (Q(wet="") | Q(artikel=""))
        | Q(grondslag__in=met_uitleg, toelichting="")
    )
    publiek = ~Q(wettelijke_taak="") & heeft(Doel, grondslag__in=eigen_belang)
    wpg = ~Q(grondslag__in=codes("grondslagen_wpg", op, lambda g: g.voor_boa))
    return ~heeft(Doel) | ~WPG & (heeft(Doel, avg) | publiek) | WPG & heeft(Doel, wpg)


def _doorbreking(nu: datetime) -> Q:
    """Sensitive data without an exception that fits, or without the law that the exception needs."""
    op = timezone.localdate(nu)
    soorten = gevoelige_soorten(op)
    gronden = lijst("doorbrekingsgronden", op)
    past = Q()
    for soort in soorten:
        mag = [grond.code for grond in gronden if grond.soort == soort and not grond.niet_voor_gemeente]
        past |= Q(soort=soort, doorbrekingsgrond__in=mag)
    met_wet = [grond.code for grond in gronden if grond.wet_verplicht]
    avg = ~past | Q(doorbrekingsgrond__in=met_wet, doorbreking_toelichting="")
    return ~WPG & heeft(Gegeven, avg, soort__in=soorten) | WPG & heeft(
        Gegeven, soort__in=soorten, doorbreking_toelichting=""
    )


def _doel(nu: datetime) -> Q:
    """No purpose while it runs, or one of less than four words."""
    return ~heeft(Doel) | heeft(Doel, ~Q(omschrijving__regex=_VIER_WOORDEN))


def _verenigbaar(nu: datetime) -> Q:
    """A later purpose without the whole test of AVG art. 6 lid 4, or one that does not pass it."""
    leeg = Q(verband="") | Q(kader="") | Q(aard="") | Q(gevolgen="") | Q(waarborgen="")
    return heeft(Doel, leeg | ~Q(verenigbaar=Beoordeeld.VOLDOET.value), later_doel=True)


TOETSEN = (
    Toets(
        "2.1.1",
        LOPEND,
        _grondslag,
        "Bij een doel ontbreekt een geldige grondslag, of de wet of uitleg die bij die grondslag hoort.",
    ),
    Toets(
        "2.1.2",
        GEVOELIG,
        _doorbreking,
        "Bij een gevoelig gegeven ontbreekt de wettelijke uitzondering, of de wet die daarbij hoort.",
    ),
    Toets(
        "2.2.1",
        LOPEND,
        _doel,
        "De verwerking loopt, maar een doel ontbreekt of is te vaag: minder dan vier woorden.",
    ),
    Toets(
        "2.2.2",
        LATER_DOEL,
        _verenigbaar,
        "Het nieuwe doel past niet bij het eerste doel, of de toets daarop is niet helemaal ingevuld.",
    ),
)
