"""Informing people (norms 2.7.1 and 2.7.2): regels.zorgvuldigheid in SQL, and whether the text reads well."""

from datetime import datetime

from django.db.models import Q

from leidraad.normen.toets import Toets
from leidraad.registers.verwerkingen.begrippen import Informatiewijze
from leidraad.registers.verwerkingen.regels.leesbaarheid import B1
from leidraad.registers.verwerkingen.toetsen.populaties import LOPEND, UITZONDERING

_TEKST = Q(informatiewijze=Informatiewijze.TEKST.value)
_LINK = Q(informatiewijze=Informatiewijze.LINK.value)


def _verklaring(nu: datetime) -> Q:
    """No way of informing, no text or link where one was chosen, or a text that does not read as B1.

    A text without words has no reading level: a single dot informs nobody.
    """
    return (
        ~Q(informatiewijze__in=[wijze.value for wijze in Informatiewijze])
        | _TEKST & ~Q(leesniveau=B1)
        | _LINK & Q(privacyverklaring_link="")
    )


def _artikel(nu: datetime) -> Q:
    """An exception that names no article: an article has a number."""
    return ~Q(informatie_uitzondering__regex="[0-9]")


TOETSEN = (
    Toets(
        "2.7.1",
        LOPEND,
        _verklaring,
        "Er is geen privacyverklaring, of haar tekst is moeilijker dan taalniveau B1.",
    ),
    Toets(
        "2.7.2",
        UITZONDERING,
        _artikel,
        "De uitzondering op het informeren noemt geen artikel van een wet.",
    ),
)
