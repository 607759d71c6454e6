"""Import of a whole organisation: its units and who fulfils which function (registers.md, Organisaties)."""

from leidraad.organisaties.importeren.lezen import LeesFout
from leidraad.organisaties.importeren.opdracht import importeer_organisatie
from leidraad.organisaties.importeren.rapport import Melding, Rapport

__all__ = ["LeesFout", "Melding", "Rapport", "importeer_organisatie"]
