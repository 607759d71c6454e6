"""The tables of the spine: one dossier per thing a register keeps, and what every dossier carries."""

from leidraad.dossiers.models.aanhang import Bijlage, Koppeling, Opmerking
from leidraad.dossiers.models.agenda import Agendasleutel
from leidraad.dossiers.models.dossier import Dossier, Nummerreeks
from leidraad.dossiers.models.journaal import Journaalregel, Zegel
from leidraad.dossiers.models.oordeel import Advies, Beoordeling, Versie
from leidraad.dossiers.models.taak import Taak
from leidraad.dossiers.models.termijn import Termijn
from leidraad.dossiers.models.zoeken import Zoektekst

__all__ = [
    "Advies",
    "Agendasleutel",
    "Beoordeling",
    "Bijlage",
    "Dossier",
    "Journaalregel",
    "Koppeling",
    "Nummerreeks",
    "Opmerking",
    "Taak",
    "Termijn",
    "Versie",
    "Zegel",
    "Zoektekst",
]
