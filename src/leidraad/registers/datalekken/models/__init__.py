"""The tables of the breach register: the breach, what leaked, and what was told to whom."""

from leidraad.registers.datalekken.models.brieven import Briefsjabloon
from leidraad.registers.datalekken.models.datalek import Datalek, GelektGegeven, Getroffenen
from leidraad.registers.datalekken.models.melden import Aanvulling, Meldlink
from leidraad.registers.datalekken.models.vervolg import Mededeling, Melding, Verbeteractie

__all__ = [
    "Aanvulling",
    "Briefsjabloon",
    "Datalek",
    "GelektGegeven",
    "Getroffenen",
    "Mededeling",
    "Melding",
    "Meldlink",
    "Verbeteractie",
]
