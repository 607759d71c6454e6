"""Where policy holds: every unit, but the griffie only after a decision of its own (norm 1.1.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from leidraad.organisaties.models import Eenheid
from leidraad.registers.beleid.models import Beleidsstuk
from leidraad.registers.beleid.regels.toepassing import bereikt, hoort_bij_griffie


def griffie_eenheden(gemeenten: Iterable[int]) -> frozenset[int]:
    """The units of these gemeenten that are a griffie or hang under one, in one query."""
    plekken = {e.pk: e for e in Eenheid.objects.filter(gemeente__in=list(gemeenten))}
    return frozenset(pk for pk in plekken if hoort_bij_griffie(pk, plekken))


def geldt_voor(stuk: Beleidsstuk, eenheid: Eenheid, op: date) -> bool:
    """Whether a document holds for a unit on day `op`; never for a unit of another gemeente."""
    if eenheid.gemeente_id != stuk.dossier.gemeente_id:
        return False
    griffie = eenheid.pk in griffie_eenheden([eenheid.gemeente_id])
    return bereikt(stuk.versies.all(), stuk.toepassingen.all(), griffie=griffie, op=op)
