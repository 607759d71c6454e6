"""The tables of the spine: one dossier per thing a register keeps, and what every dossier carries."""

from leidraad.dossiers.models.aanhang import Bijlage, Koppeling, Opmerking
from leidraad.dossiers.models.dossier import Dossier, Nummerreeks
from leidraad.dossiers.models.journaal import Journaalregel, Zegel
from leidraad.dossiers.models.oordeel import Advies, Beoordeling, Versie
from leidraad.dossiers.models.zoeken import Zoektekst

__all__ = [
    "Advies",
    "Beoordeling",
    "Bijlage",
    "Dossier",
    "Journaalregel",
    "Koppeling",
    "Nummerreeks",
    "Opmerking",
    "Versie",
    "Zegel",
    "Zoektekst",
]
