"""Lines of the journaal for somebody who may not see every dossier that they mention."""

import copy
import json
from collections.abc import Iterable
from typing import Any

from leidraad.dossiers.models import Dossier, Journaalregel
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid

# Where a line keeps the number of another dossier; of another gemeente when it names that too.
_VERWIJZINGEN = ("dossier", "nummer", "hoofdverwerking")
VERBORGEN = "een dossier dat u niet mag zien"


def scherm_af(regels: Iterable[Journaalregel], gemeente: Gemeente, lid: Lid) -> list[Journaalregel]:
    """The same lines, to read, without the numbers of dossiers that `lid` may not see: at most one query.

    The stored lines, and so their hashes, are not touched.
    """
    paren = [(regel, json.loads(regel.details)) for regel in regels]
    genoemd = {plek for _, details in paren for plek in _plekken(details, gemeente)}
    if not genoemd:
        return [regel for regel, _ in paren]
    slugs, nummers = ({plek[deel] for plek in genoemd} for deel in (0, 1))
    zichtbaar = set(
        Dossier.objects.zichtbaar_voor(lid)
        .filter(gemeente__slug__in=slugs, nummer__in=nummers)
        .values_list("gemeente__slug", "nummer")
    )
    return [_zonder(regel, details, gemeente, genoemd - zichtbaar) for regel, details in paren]


def _slug(details: dict[str, Any], gemeente: Gemeente) -> str:
    return str(details.get("gemeente") or gemeente.slug)


def _plekken(details: dict[str, Any], gemeente: Gemeente) -> set[tuple[str, str]]:
    """Which dossiers a line names: old and new value of a change alike."""
    slug = _slug(details, gemeente)
    return {
        (slug, nummer)
        for naam in _VERWIJZINGEN
        for nummer in (details[naam] if isinstance(details.get(naam), list) else [details.get(naam)])
        if isinstance(nummer, str) and nummer
    }


def _zonder(
    regel: Journaalregel, details: dict[str, Any], gemeente: Gemeente, verborgen: set[tuple[str, str]]
) -> Journaalregel:
    slug = _slug(details, gemeente)

    def tonen(waarde: Any) -> Any:
        if isinstance(waarde, list):
            return [tonen(een) for een in waarde]
        return VERBORGEN if (slug, waarde) in verborgen else waarde

    kopie = copy.copy(regel)
    kopie.details = json.dumps(
        {naam: tonen(waarde) if naam in _VERWIJZINGEN else waarde for naam, waarde in details.items()}
    )
    return kopie
