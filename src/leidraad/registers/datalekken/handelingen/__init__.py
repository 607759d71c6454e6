"""Everything that changes a breach: right, rule, save, journaal, in that order and in one transaction."""

from leidraad.dossiers.secties import Verouderd
from leidraad.registers.datalekken.handelingen.afsluiten import heropen, sluit_af
from leidraad.registers.datalekken.handelingen.beoordelen import (
    beoordeel_melding,
    beslis_risico,
    licht_ciso_in,
    vraag_advies_fg,
)
from leidraad.registers.datalekken.handelingen.bewerken import bewaar_sectie
from leidraad.registers.datalekken.handelingen.brieven import bewaar_sjabloon
from leidraad.registers.datalekken.handelingen.informeren import bewaar_ontvangst, deel_mee, meld_bij_ap
from leidraad.registers.datalekken.handelingen.melden import (
    maak_meldlink,
    meld,
    meld_als_verwerker,
    trek_meldlink_in,
    voeg_bijlage_bij_melding,
    vul_aan,
)
from leidraad.registers.datalekken.handelingen.plaatsen import plaats
from leidraad.registers.datalekken.handelingen.verbeteren import rond_actie_af, voeg_actie_toe
from leidraad.registers.datalekken.handelingen.vernietigen import stel_vernietiging_voor, vernietig

__all__ = [
    "Verouderd",
    "beoordeel_melding",
    "beslis_risico",
    "bewaar_ontvangst",
    "bewaar_sectie",
    "bewaar_sjabloon",
    "deel_mee",
    "heropen",
    "licht_ciso_in",
    "maak_meldlink",
    "meld",
    "meld_als_verwerker",
    "meld_bij_ap",
    "plaats",
    "rond_actie_af",
    "sluit_af",
    "stel_vernietiging_voor",
    "trek_meldlink_in",
    "vernietig",
    "voeg_actie_toe",
    "voeg_bijlage_bij_melding",
    "vraag_advies_fg",
    "vul_aan",
]
