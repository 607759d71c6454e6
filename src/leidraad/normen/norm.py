"""Read the norms: `normen.yaml`, in the order of the policy. No Django."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_MAP = Path(__file__).parent

HOOFDSTUKKEN = {
    1: "Inleiding en reikwijdte",
    2: "Uitgangspunten",
    3: "Borging en beheersing",
    4: "Rollen en verantwoordelijkheden",
    5: "Politiegegevens (Wpg)",
    6: "Artificiële intelligentie",
}

ROLLEN = {
    "col": "College",
    "dir": "Directeur",
    "am": "Afdelingsmanager",
    "tm": "Teammanager",
    "fg": "Functionaris Gegevensbescherming",
    "po": "Privacy Officer",
    "ciso": "CISO",
    "mw": "Medewerker",
    "boa": "Boa",
}
"""Who the policy makes responsible for a norm (chapter 4 of the policy)."""


@dataclass(frozen=True)
class Norm:
    """One norm of the policy. `nummer` is chapter.section.number, such as "3.4.2"."""

    nummer: str
    tekst: str
    wet: str
    rol: str
    module: str
    bewijs: str

    @property
    def hoofdstuk(self) -> int:
        """The chapter of the policy in which it stands."""
        return int(self.nummer.split(".")[0])

    @property
    def rolnaam(self) -> str:
        """Who is responsible, in words."""
        return ROLLEN[self.rol]


@cache
def normen() -> dict[str, Norm]:
    """All norms by number, in the order of the policy."""
    rijen = _lees("normen.yaml")["normen"]
    return {rij["nummer"]: Norm(**rij) for rij in rijen}


@dataclass(frozen=True)
class NogNietGebouwd:
    """A part of Leidraad that is still to come, and what it will hold."""

    module: str
    wat: str
    peil: date


@cache
def nog_niet_gebouwd() -> dict[str, NogNietGebouwd]:
    """The parts that are still to come, by module; a norm of such a part cannot be judged yet."""
    lijst = _lees("nog_niet_gebouwd.yaml")
    return {rij["module"]: NogNietGebouwd(**rij, peil=lijst["peil"]) for rij in lijst["modules"]}


def _lees(naam: str) -> Any:
    return yaml.safe_load((_MAP / naam).read_text(encoding="utf-8"))
