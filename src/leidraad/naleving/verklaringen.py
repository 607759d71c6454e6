"""Which statements hold: the last one per gemeente and norm, and until when the next one would."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import OuterRef, Subquery

from leidraad.naleving.models import Verklaring
from leidraad.naleving.toetsen import ATTESTEN
from leidraad.normen.toets import Attest
from leidraad.referentie import lijst
from leidraad.termijnen import maanden_na


def functies_in_woorden(attest: Attest, op: date) -> str:
    """The functions that may state it: "Gemeentesecretaris", or more of them with `of` between."""
    functies = lijst("functies", op)
    return " of ".join(str(functies[code].naam) for code in attest.door)


def nieuwe_geldig_tot(dag: date) -> date:
    """The last day on which a statement of this day holds (streefwaarde `attest_geldig`)."""
    return maanden_na(dag, lijst("streefwaarden", dag)["attest_geldig"].lengte)


def laatste_verklaringen(gemeenten: Collection[int]) -> dict[tuple[int, str], Verklaring]:
    """What was stated last per gemeente and norm, also when it has expired: one query."""
    nieuwste = Verklaring.objects.filter(normdossier=OuterRef("normdossier")).order_by("-op", "-pk")
    rijen = Verklaring.objects.filter(
        pk=Subquery(nieuwste.values("pk")[:1]),
        normdossier__gemeente__in=gemeenten,
        normdossier__norm__in=[attest.norm for attest in ATTESTEN],
    ).select_related("normdossier__dossier__gemeente", "door")
    return {(rij.normdossier.gemeente_id, rij.normdossier.norm): rij for rij in rijen}
