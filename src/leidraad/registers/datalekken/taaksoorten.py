"""The work and the legal term that this register gives out."""

from leidraad.dossiers.taaksoort import Taaksoort, Termijnsoort
from leidraad.organisaties.rechten import Recht
from leidraad.registers.datalekken.regels.klok import HERINNER_BIJ, OOK_LEIDING_VANAF

BEOORDELEN = Taaksoort("datalek_beoordelen", "Datalek beoordelen", Recht.TOETSEN, "triage/", bericht="klok")
RISICO = Taaksoort("datalek_risico", "Risico van datalek bepalen", Recht.TOETSEN, "risico/", bericht="klok")
MELDEN_AP = Taaksoort("datalek_melden_ap", "Datalek melden bij de AP", Recht.TOETSEN, "ap/", bericht="klok")
INFORMEREN = Taaksoort("datalek_informeren", "Betrokkenen informeren", Recht.TOETSEN, "brieven/")
AFSLUITEN = Taaksoort("datalek_afsluiten", "Datalek afsluiten", Recht.TOETSEN, "afsluiten/")
VERNIETIGEN = Taaksoort("datalek_vernietigen", "Datalek vernietigen", Recht.TOETSEN, "vernietigen/")
KLOK = Termijnsoort(
    "datalek_72_uur", "Melding bij de AP", Recht.TOETSEN, HERINNER_BIJ,
    dringend=True, hele_team=True, leiding_vanaf=OOK_LEIDING_VANAF,
)  # fmt: skip
OP_DE_KLOK = (BEOORDELEN, RISICO, MELDEN_AP)
"""The work that has to be done before the clock ends."""
