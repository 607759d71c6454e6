"""Everything that changes a verwerking: right, rule, save, journaal, in that order and in one transaction."""

from leidraad.dossiers.secties import Verouderd
from leidraad.registers.verwerkingen.handelingen.aanmaken import (
    Nieuw,
    begin,
    kopieer,
    maak_aan,
    maak_alle_aan,
)
from leidraad.registers.verwerkingen.handelingen.bewerken import (
    bewaar_sectie,
    vervang_inhoud,
    wijzig_plaatsing,
)
from leidraad.registers.verwerkingen.handelingen.eenheden import mag_verklaren, verklaar_geen_verwerkingen
from leidraad.registers.verwerkingen.handelingen.levensloop import (
    beeindig,
    begin_herziening,
    dien_in,
    geef_akkoord,
    heropen,
    stuur_terug,
    trek_herziening_in,
)
from leidraad.registers.verwerkingen.handelingen.vaststellen import publiceer, stel_vast

__all__ = [
    "Nieuw",
    "Verouderd",
    "beeindig",
    "begin",
    "begin_herziening",
    "bewaar_sectie",
    "dien_in",
    "geef_akkoord",
    "heropen",
    "kopieer",
    "maak_aan",
    "maak_alle_aan",
    "mag_verklaren",
    "publiceer",
    "stel_vast",
    "stuur_terug",
    "trek_herziening_in",
    "verklaar_geen_verwerkingen",
    "vervang_inhoud",
    "wijzig_plaatsing",
]
