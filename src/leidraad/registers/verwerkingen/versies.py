"""The frozen document of an established verwerking: what goes into a Versie, and out again."""

import json
from typing import Any

from leidraad.dossiers.models import Versie
from leidraad.dossiers.waarde import als_dict
from leidraad.registers.verwerkingen.inhoud import Inhoud, van_dict
from leidraad.registers.verwerkingen.models import Verwerking


def document(verwerking: Verwerking, inhoud: Inhoud) -> dict[str, Any]:
    """All that is established, as JSON-ready data."""
    dossier = verwerking.dossier
    return {
        "soort": "verwerking",
        "gemeente": dossier.gemeente.slug,
        "nummer": dossier.nummer,
        "eenheid": dossier.eenheid.naam if dossier.eenheid else "",
        "gevoeligheid": verwerking.gevoeligheid,
        "inhoud": als_dict(inhoud),
    }


def inhoud_van(versie: Versie) -> Inhoud:
    """The content of a frozen version, also of one from before a field was added."""
    return van_dict(json.loads(versie.inhoud)["inhoud"])
