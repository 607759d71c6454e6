"""The verdicts of several gemeenten at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from leidraad.naleving.peilen import Uitslagen, peil_alle
from leidraad.naleving.standen import nu_van

WEINIG = 6
"""Up to this many gemeenten it is quicker to read what is kept of each than to judge all of them again."""


def standen_van(gemeenten: Collection[int], nu: datetime) -> Mapping[int, Uitslagen]:
    """The verdicts of whole gemeenten: of a few from what is kept, of many in one evaluation.

    Six queries for each of a few; of many one query per population, however many there are.
    """
    if len(gemeenten) <= WEINIG:
        return {gemeente: nu_van(gemeente, nu) for gemeente in gemeenten}
    return peil_alle(gemeenten, nu)
