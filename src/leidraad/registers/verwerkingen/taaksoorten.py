"""The work that this register gives out, in the order in which it comes."""

from leidraad.dossiers.taaksoort import Taaksoort
from leidraad.organisaties.rechten import Recht

TOETSEN = Taaksoort("toetsen", "Verwerking toetsen", Recht.TOETSEN, "stap/akkoord/")
AANPASSEN = Taaksoort("aanpassen", "Verwerking aanpassen", Recht.BEWERKEN)
VASTSTELLEN = Taaksoort("vaststellen", "Verwerking vaststellen", Recht.VASTSTELLEN, "vaststellen/")
HERZIEN = Taaksoort("herzien", "Verwerking herzien", Recht.BEWERKEN)
AFWIJKING = Taaksoort(
    "afwijking_bekijken", "Afwijking van het beleid bekijken", Recht.ADVISEREN_FG, af_te_vinken=True
)
