"""Everything that changes the room of the norms."""

from leidraad.naleving.handelingen.dagstand import bewaar_dag, leg_dag_vast
from leidraad.naleving.handelingen.herinneren import vraag_verklaringen
from leidraad.naleving.handelingen.herstellen import open_hersteltaak, ruim_hersteltaken_op
from leidraad.naleving.handelingen.normdossier import open_normdossier
from leidraad.naleving.handelingen.taaksoorten import hersteltaaksoort
from leidraad.naleving.handelingen.verklaren import mag_verklaren, verklaar

__all__ = [
    "bewaar_dag",
    "hersteltaaksoort",
    "leg_dag_vast",
    "mag_verklaren",
    "open_hersteltaak",
    "open_normdossier",
    "ruim_hersteltaken_op",
    "verklaar",
    "vraag_verklaringen",
]
