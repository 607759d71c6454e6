"""Load a `Lid`: the person with the functions and delegated tasks that are active on a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from leidraad.organisaties.models import Eenheid, Functievervulling, Overdracht, Persoon
from leidraad.organisaties.rechten import ROL_VAN_FUNCTIE, Bevoegdheid, Lid, Rol

# These serve the whole municipality, whatever unit their function hangs under.
_HELE_GEMEENTE = {Rol.PRIVACY_OFFICER, Rol.FG, Rol.CISO, Rol.BEHEERDER}


def lid_van(persoon: Persoon, op: date) -> Lid:
    """The person as a `Lid` on day `op`: two queries, and two more for those who manage or stand in."""
    functies = list(Functievervulling.objects.geldig_op(op).filter(persoon=persoon))
    overdrachten = list(
        Overdracht.objects.geldig_op(op)
        .filter(aan=persoon, functie__in=Functievervulling.objects.geldig_op(op))
        .select_related("eenheid")
    )
    # Whoever left the gemeente, or supervises it as FG, no longer carries out a task there (norm 4.5.1).
    werkt_in = {f.gemeente_id for f in functies} - {f.gemeente_id for f in functies if f.functie == "fg"}
    overdrachten = [o for o in overdrachten if o.eenheid.gemeente_id in werkt_in]
    wortels = {f.eenheid_id for f in functies if f.eenheid_id} | {o.eenheid_id for o in overdrachten}
    onder = _onderliggend(
        wortels, {f.gemeente_id for f in functies} | {o.eenheid.gemeente_id for o in overdrachten}
    )
    bevoegdheden = [b for f in functies for b in _van_functie(f, onder)] + [
        Bevoegdheid(Rol.UITVOERDER, "uitvoerder", o.eenheid.gemeente_id, onder[o.eenheid_id])
        for o in overdrachten
    ]
    return Lid(persoon.pk, persoon.naam, op, tuple(dict.fromkeys(bevoegdheden)))


def _van_functie(f: Functievervulling, onder: dict[int, frozenset[int]]) -> Iterable[Bevoegdheid]:
    """The roles that come with one function. Everybody who works for a municipality is an employee of it."""
    rol = ROL_VAN_FUNCTIE.get(f.functie, Rol.MEDEWERKER)
    if rol in _HELE_GEMEENTE:
        yield Bevoegdheid(rol, f.functie, f.gemeente_id)
    elif rol is not Rol.MEDEWERKER:
        yield Bevoegdheid(rol, f.functie, f.gemeente_id, onder[f.eenheid_id] if f.eenheid_id else frozenset())
    if f.functie == "gemeentesecretaris":
        yield Bevoegdheid(Rol.BESTUUR, f.functie, f.gemeente_id)
    if rol is not Rol.BEHEERDER:
        yield Bevoegdheid(Rol.MEDEWERKER, "medewerker", f.gemeente_id)


def _onderliggend(wortels: set[int], gemeenten: set[int]) -> dict[int, frozenset[int]]:
    """For each root unit the ids of itself and everything below it; a unit in a loop is taken once."""
    if not wortels:
        return {}
    kinderen = defaultdict(list)
    for pk, boven in Eenheid.objects.filter(gemeente__in=gemeenten).values_list("pk", "bovenliggend"):
        kinderen[boven].append(pk)
    return {wortel: _tak(wortel, kinderen) for wortel in wortels}


def _tak(wortel: int, kinderen: dict[int | None, list[int]]) -> frozenset[int]:
    gezien: set[int] = set()
    wacht = [wortel]
    while wacht:
        if (pk := wacht.pop()) not in gezien:
            gezien.add(pk)
            wacht.extend(kinderen.get(pk, ()))
    return frozenset(gezien)
