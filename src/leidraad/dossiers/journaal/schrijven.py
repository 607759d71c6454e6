"""Write the journaal. Only handelingen may import this module (import contract)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef

from leidraad.dossiers.journaal.hashen import canoniek, regelhash, regeltekst
from leidraad.dossiers.models import Journaalregel

_POGINGEN = 10
_PER_KEER = 1000


@dataclass(frozen=True)
class NieuweRegel:
    """The first line of a new chain."""

    keten: UUID
    handeling: str
    functie: str
    persoon_id: int | None
    op: datetime
    details: Mapping[str, Any] = field(default_factory=dict)


def schrijf(
    keten: UUID,
    handeling: str,
    *,
    functie: str,
    persoon_id: int | None,
    details: Mapping[str, Any],
    nu: datetime,
) -> Journaalregel:
    """Add one line to the end of a chain.

    Two writers on one chain both want the same number; the database lets one of them have it and the other
    tries again behind it.
    """
    regel = NieuweRegel(keten, handeling, functie, persoon_id, nu, details)
    for poging in range(_POGINGEN):
        laatste = (
            Journaalregel.objects.filter(keten=keten)
            .order_by("-volgnummer")
            .values_list("volgnummer", "hash")
            .first()
        )
        try:
            with transaction.atomic():
                nieuw = _regel(regel, *(laatste or (0, "")))
                nieuw.save(force_insert=True)
                return nieuw
        except IntegrityError:
            if poging == _POGINGEN - 1:
                raise
    raise AssertionError("unreachable")


def schrijf_nieuwe_ketens(regels: Iterable[NieuweRegel]) -> None:
    """Start many chains at once, for imports: a constant number of queries per thousand lines.

    Raises IntegrityError when a chain exists already.
    """
    Journaalregel.objects.bulk_create((_regel(regel, 0, "") for regel in regels), batch_size=_PER_KEER)


def schrijf_aan_ketens(regels: Sequence[NieuweRegel]) -> None:
    """Add one line to each of many chains: a constant number of queries per thousand lines.

    Like `schrijf`, it tries again when somebody else wrote to one of the chains meanwhile.
    """
    for begin in range(0, len(regels), _PER_KEER):
        deel = regels[begin : begin + _PER_KEER]
        for poging in range(_POGINGEN):
            koppen = _koppen([regel.keten for regel in deel])
            try:
                with transaction.atomic():
                    nieuw = [_regel(regel, *koppen.get(regel.keten, (0, ""))) for regel in deel]
                    Journaalregel.objects.bulk_create(nieuw)
                    break
            except IntegrityError:
                if poging == _POGINGEN - 1:
                    raise


def _koppen(ketens: Sequence[UUID]) -> dict[UUID, tuple[int, str]]:
    """The number and hash of the last line of each chain."""
    later = Journaalregel.objects.filter(keten=OuterRef("keten"), volgnummer__gt=OuterRef("volgnummer"))
    laatste = Journaalregel.objects.filter(~Exists(later), keten__in=ketens)
    return {
        keten: (nummer, hash_) for keten, nummer, hash_ in laatste.values_list("keten", "volgnummer", "hash")
    }


def _regel(regel: NieuweRegel, vorig_nummer: int, vorige_hash: str) -> Journaalregel:
    details = canoniek(regel.details)
    nummer = vorig_nummer + 1
    tekst = regeltekst(
        regel.keten, nummer, regel.op, regel.handeling, regel.functie, regel.persoon_id, details
    )
    return Journaalregel(
        keten=regel.keten,
        volgnummer=nummer,
        op=regel.op,
        handeling=regel.handeling,
        functie=regel.functie,
        persoon_id=regel.persoon_id,
        details=details,
        hash=regelhash(vorige_hash, tekst),
    )
