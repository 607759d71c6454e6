"""Keep the search index in step with the dossiers."""

from collections.abc import Iterable

from leidraad.dossiers.models import Zoektekst
from leidraad.dossiers.woorden import stammen

_PER_KEER = 1000


def indexeer(dossier_id: int, bereik: str, tekst: str) -> None:
    """Make a dossier findable by `tekst` in `bereik`; an empty text makes it unfindable there."""
    indexeer_alle([(dossier_id, bereik, tekst)])


def indexeer_alle(teksten: Iterable[tuple[int, str, str]]) -> None:
    """Index many (dossier_id, bereik, tekst) at once: a constant number of queries per thousand."""
    rijen, leeg = [], []
    for dossier_id, bereik, tekst in teksten:
        if woorden := stammen(tekst):
            rijen.append(Zoektekst(dossier_id=dossier_id, bereik=bereik, stammen=woorden))
        else:
            leeg.append((dossier_id, bereik))
    Zoektekst.objects.bulk_create(
        rijen,
        batch_size=_PER_KEER,
        update_conflicts=True,
        unique_fields=["dossier", "bereik"],
        update_fields=["stammen"],
    )
    for deel in (leeg[i : i + _PER_KEER] for i in range(0, len(leeg), _PER_KEER)):
        for bereik in {bereik for _, bereik in deel}:
            weg = [pk for pk, b in deel if b == bereik]
            Zoektekst.objects.filter(bereik=bereik, dossier__in=weg).delete()
