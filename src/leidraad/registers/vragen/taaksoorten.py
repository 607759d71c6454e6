"""The work and the messages that this register gives out."""

from leidraad.berichten.soorten import Berichtsoort, Wijze
from leidraad.dossiers.taaksoort import Taaksoort
from leidraad.organisaties.rechten import Recht

BEANTWOORDEN = Taaksoort("vraag_beantwoorden", "Vraag beantwoorden", Recht.TOETSEN, "#antwoorden")
ANTWOORD = Berichtsoort(
    "antwoord_op_vraag",
    "Antwoord op uw vraag",
    "Een Privacy Officer heeft uw vraag beantwoord.",
    Wijze.DIRECT,
)
