"""The attachments of a document as evidence of a decision or as the text of a version."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import voeg_bijlage_toe
from leidraad.dossiers.models import Bijlage, Dossier
from leidraad.organisaties.rechten import Lid

_MEESTE = 200


def bijlagen_van(dossier: Dossier) -> list[tuple[int, str]]:
    """The attachments that can be chosen, the newest first."""
    bijlagen = dossier.bijlagen.filter(verwijderd_op=None).order_by("-op", "-pk")
    return list(bijlagen.values_list("pk", "naam")[:_MEESTE])


def bewijsstuk(dossier: Dossier, schoon: dict[str, Any], *, door: Lid, nu: datetime) -> Bijlage | None:
    """The evidence of a decision: the file that came along, or the chosen attachment.

    Raises Geweigerd for a file that cannot be kept, or an attachment that is gone.
    """
    if bestand := schoon.get("bestand"):
        return voeg_bijlage_toe(
            dossier, naam=bestand.name, bestand=bestand, omschrijving="Besluit", door=door, nu=nu
        )
    if not schoon.get("bijlage"):
        return None
    gekozen = dossier.bijlagen.filter(pk=schoon["bijlage"], verwijderd_op=None).first()
    if gekozen is None:
        raise Geweigerd("Deze bijlage is intussen verwijderd. Kies opnieuw.")
    return gekozen
