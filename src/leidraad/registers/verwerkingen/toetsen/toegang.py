"""Security and who may reach the data (norms 2.6.1, 2.8.1, 2.8.2 and 4.4.5)."""

import calendar
from datetime import date, datetime

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.db.models.lookups import LessThan
from django.utils import timezone

from leidraad.normen.toets import Toets
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.models import Autorisatie, Maatregel
from leidraad.registers.verwerkingen.regels.gevoeligheid import KLASSEN
from leidraad.registers.verwerkingen.toetsen.populaties import LOPEND, heeft


def _maatregelen(nu: datetime) -> Q:
    """Not every measure that the class of sensitivity asks for is recorded (regels.gevoeligheid)."""
    op = timezone.localdate(nu)
    tekort = ~heeft(Maatregel)
    for klasse in KLASSEN:
        nodig = [maatregel.code for maatregel in lijst("maatregelen", op) if klasse in maatregel.klassen]
        genomen = (
            Maatregel.objects.filter(verwerking=OuterRef("pk"), code__in=nodig)
            .order_by()
            .values("verwerking")
            .annotate(aantal=Count("code", distinct=True))
            .values("aantal")
        )
        tekort |= Q(gevoeligheid=klasse) & Q(LessThan(Coalesce(Subquery(genomen), 0), len(nodig)))
    return tekort


def herzien_vanaf(op: date) -> date:
    """An authorisation that was reviewed on this day or later counts as reviewed in time on day `op`."""
    maanden = lijst("streefwaarden", op)["autorisaties_herzien"].lengte
    jaar, maand = divmod(op.year * 12 + op.month - 1 - maanden, 12)
    return date(jaar, maand + 1, min(op.day, calendar.monthrange(jaar, maand + 1)[1]))


def _verouderd(nu: datetime) -> Q:
    """An authorisation that names no function or was not reviewed in time; a day to come is no review."""
    op = timezone.localdate(nu)
    te_oud = Q(herzien_op=None) | Q(herzien_op__lt=herzien_vanaf(op)) | Q(herzien_op__gt=op)
    return Q(functie="") | te_oud


def _lezen(nu: datetime) -> Q:
    """Nobody may read, or an authorisation names no function or was not reviewed in time."""
    return ~heeft(Autorisatie, lezen=True) | heeft(Autorisatie, _verouderd(nu))


def _schrijven(nu: datetime) -> Q:
    """For one of the rights nobody is named, or who has such a right was not reviewed in time."""
    schrijft = Q(invoeren=True) | Q(wijzigen=True) | Q(verwijderen=True)
    return (
        ~heeft(Autorisatie, invoeren=True)
        | ~heeft(Autorisatie, wijzigen=True)
        | ~heeft(Autorisatie, verwijderen=True)
        | heeft(Autorisatie, schrijft, _verouderd(nu))
    )


TOETSEN = (
    Toets(
        "2.6.1",
        LOPEND,
        _maatregelen,
        "Er ontbreken maatregelen die horen bij gegevens die zo gevoelig zijn.",
    ),
    Toets(
        "2.8.1",
        LOPEND,
        _lezen,
        "Er staat niet wie de gegevens mag zien, of dat is het laatste jaar niet opnieuw bekeken.",
    ),
    Toets(
        "2.8.2",
        LOPEND,
        _schrijven,
        "Er staat niet wie mag invoeren, wijzigen en verwijderen, of dat is het laatste jaar niet bekeken.",
    ),
    Toets(
        "4.4.5",
        LOPEND,
        lambda nu: Q(dossier__eenheid=None) | _lezen(nu),
        "De autorisaties zijn niet vastgelegd of het laatste jaar niet bekeken, of er is geen eenheid.",
    ),
)
