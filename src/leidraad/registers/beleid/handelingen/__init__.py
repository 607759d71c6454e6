"""Everything that changes policy: right, rule, save, journaal, in that order and in one transaction."""

from leidraad.dossiers.secties import Verouderd
from leidraad.registers.beleid.handelingen.aanmaken import maak_stuk, maak_versie
from leidraad.registers.beleid.handelingen.bewerken import (
    verwerp_concept,
    vraag_kennisname,
    wijzig_stuk,
    wijzig_versie,
)
from leidraad.registers.beleid.handelingen.intrekken import beoordeel_opnieuw, trek_stuk_in
from leidraad.registers.beleid.handelingen.kopieren import kopieer_naar
from leidraad.registers.beleid.handelingen.lezen import neem_kennis
from leidraad.registers.beleid.handelingen.toepassen import (
    pas_toe_op_griffie,
    trek_toepassing_in,
    zet_niet_nodig,
)
from leidraad.registers.beleid.handelingen.toetsen import toets_conformiteit
from leidraad.registers.beleid.handelingen.vaststellen import Besluit, stel_vast

__all__ = [
    "Besluit",
    "Verouderd",
    "beoordeel_opnieuw",
    "kopieer_naar",
    "maak_stuk",
    "maak_versie",
    "neem_kennis",
    "pas_toe_op_griffie",
    "stel_vast",
    "toets_conformiteit",
    "trek_stuk_in",
    "trek_toepassing_in",
    "verwerp_concept",
    "vraag_kennisname",
    "wijzig_stuk",
    "wijzig_versie",
    "zet_niet_nodig",
]
