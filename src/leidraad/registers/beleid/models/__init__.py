"""The tables of the register of policy."""

from leidraad.registers.beleid.models.gebruik import Kennisname, Toepassing, Verwacht
from leidraad.registers.beleid.models.oordelen import Conformiteitsoordeel, Herbeoordeling
from leidraad.registers.beleid.models.stuk import Beleidsstuk
from leidraad.registers.beleid.models.versie import Beleidsversie, geldig_q

__all__ = [
    "Beleidsstuk",
    "Beleidsversie",
    "Conformiteitsoordeel",
    "Herbeoordeling",
    "Kennisname",
    "Toepassing",
    "Verwacht",
    "geldig_q",
]
