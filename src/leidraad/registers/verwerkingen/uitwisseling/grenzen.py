"""How long each text may be, as the tables say it: one source of truth for import and database."""

from __future__ import annotations

from functools import cache

from leidraad.dossiers.models import Dossier
from leidraad.registers.verwerkingen import models as m

_MODELLEN = {
    "": m.Verwerking,
    "doelen": m.Doel,
    "betrokkenen": m.Betrokkenen,
    "gegevens": m.Gegeven,
    "noodzaken": m.Noodzaak,
    "bewaartermijnen": m.Bewaartermijn,
    "vernietigingen": m.Vernietiging,
    "ontvangers": m.Ontvanger,
    "systemen": m.Systeem,
    "maatregelen": m.Maatregel,
    "autorisaties": m.Autorisatie,
}


@cache
def grens(lijst: str, veld: str) -> int | None:
    """The longest text a field holds; `lijst` is empty for a single field. None when it has no bound."""
    if (lijst, veld) == ("", "naam"):
        return Dossier._meta.get_field("titel").max_length
    return getattr(_MODELLEN[lijst]._meta.get_field(veld), "max_length", None)
