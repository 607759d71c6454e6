"""Necessity, weighing, accuracy and decisions by computers (norms 2.3.1 to 2.4.1, 2.10.1 and 2.10.2)."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from leidraad.normen.toets import Toets
from leidraad.registers.verwerkingen.begrippen import Beoordeeld
from leidraad.registers.verwerkingen.models import Gegeven, Noodzaak
from leidraad.registers.verwerkingen.toetsen.populaties import LOPEND, heeft


def _noodzaak(nu: datetime) -> Q:
    """No data at all, or data of which nobody wrote for which purpose they are needed."""
    uitgelegd = Exists(Noodzaak.objects.filter(~Q(waarom=""), gegeven=OuterRef("pk")))
    return ~heeft(Gegeven) | heeft(Gegeven, ~Q(uitgelegd))


def _proportionaliteit(nu: datetime) -> Q:
    return ~Q(proportionaliteit=Beoordeeld.VOLDOET.value) | Q(proportionaliteit_waarom="")


def _subsidiariteit(nu: datetime) -> Q:
    return ~Q(subsidiariteit=Beoordeeld.VOLDOET.value) | Q(subsidiariteit_waarom="")


def _profilering(nu: datetime) -> Q:
    """There is profiling, or nobody said that there is none."""
    return Q(profilering=True) | Q(profilering=None)


def _besluit(nu: datetime) -> Q:
    """A computer decides and no check by a person is described, or nobody said whether it does."""
    return Q(geautomatiseerd_besluit=None) | Q(geautomatiseerd_besluit=True, menselijke_controle="")


TOETSEN = (
    Toets(
        "2.3.1",
        LOPEND,
        _noodzaak,
        "Bij een gegeven staat niet waarom het nodig is voor een doel, of er staan nog geen gegevens.",
    ),
    Toets(
        "2.3.2",
        LOPEND,
        _proportionaliteit,
        "De proportionaliteit is niet beoordeeld, voldoet niet of is niet uitgelegd.",
    ),
    Toets(
        "2.3.3",
        LOPEND,
        _subsidiariteit,
        "Er is niet beoordeeld en uitgelegd of het ook met minder inbreuk kan, of het kan met minder.",
    ),
    Toets(
        "2.4.1",
        LOPEND,
        lambda nu: Q(juistheid=""),
        "Er staat niet hoe de gemeente zorgt dat de gegevens kloppen.",
    ),
    Toets(
        "2.10.1",
        LOPEND,
        _profilering,
        "Er is profilering, of nog niemand heeft ingevuld of die er is.",
    ),
    Toets(
        "2.10.2",
        LOPEND,
        _besluit,
        "Een computer besluit zonder controle door een medewerker, of nog niemand heeft dit ingevuld.",
    ),
)
