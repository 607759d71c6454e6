"""Make the tasks that somebody asks for on the page of a norm, and give each to who is responsible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.models import Dossier, Taak
from leidraad.naleving.bevindingen import hersteladres
from leidraad.naleving.handelingen import open_hersteltaak
from leidraad.naleving.verantwoordelijk import Wie, leiding_van, wie_voor_eenheden, wie_voor_gemeente
from leidraad.normen.norm import Norm
from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Gemeente, Persoon
from leidraad.organisaties.rechten import Lid, Recht, mag, mag_in


@dataclass
class Uitkomst:
    """The tasks that were made, and why others were not."""

    taken: list[Taak] = field(default_factory=list)
    redenen: list[str] = field(default_factory=list)


def maak_hersteltaken(
    gemeente: Gemeente, norm: Norm, dossiers: Sequence[Dossier], *, uiterlijk: date, door: Lid, nu: datetime
) -> Uitkomst:
    """A task on each of these dossiers, given to the responsible person when her function lets her do it.

    Where a function of the whole gemeente is responsible, who leads the unit does the work.

    Raises GeenRecht for who may not see the norms there. A dossier that is in order already stays without.
    """
    eenheden = {d.eenheid for d in dossiers if d.eenheid}
    # Privacy Officers do it as a team; who may not edit, such as the CISO, leaves it to who leads the unit.
    uitvoerders = (
        {}
        if norm.rol == "po"
        else wie_voor_eenheden(norm, eenheden, door.op) or leiding_van(eenheden, door.op)
    )
    hele_gemeente = wie_voor_gemeente(norm, gemeente, door.op)
    wie = {d.pk: uitvoerders.get(d.eenheid_id or 0, hele_gemeente) for d in dossiers}
    personen = _Personen(wie.values(), door.op)
    uit = Uitkomst()
    for dossier in dossiers:
        try:
            taak = open_hersteltaak(
                gemeente,
                norm,
                dossier=dossier,
                aan=personen.voor(wie[dossier.pk], dossier),
                uiterlijk=uiterlijk,
                pad=hersteladres(norm, dossier),
                door=door,
                nu=nu,
            )
            uit.taken.append(taak)
        except Geweigerd as weigering:
            uit.redenen += [reden for reden in weigering.redenen if reden not in uit.redenen]
    return uit


def maak_normtaak(gemeente: Gemeente, norm: Norm, *, uiterlijk: date, door: Lid, nu: datetime) -> Taak:
    """One task for the whole norm, on its own dossier: what falls short is no dossier itself.

    Raises GeenRecht for who may not see the norms of the whole gemeente, Geweigerd for a day that has passed.
    """
    wie = wie_voor_gemeente(norm, gemeente, door.op)
    aan = _Personen([wie], door.op).voor_gemeente(wie, gemeente)
    return open_hersteltaak(gemeente, norm, dossier=None, aan=aan, uiterlijk=uiterlijk, door=door, nu=nu)


class _Personen:
    """The responsible people, each with what her functions let her do; loaded once."""

    def __init__(self, wie: Iterable[Wie], op: date) -> None:
        personen = Persoon.objects.filter(
            pk__in={een.persoon for een in wie if een.persoon is not None}, is_active=True
        )
        self._leden = {persoon.pk: (persoon, lid_van(persoon, op)) for persoon in personen}

    def voor(self, wie: Wie, dossier: Dossier) -> Persoon | None:
        """The responsible person, when she may edit this dossier."""
        persoon, lid = self._leden.get(wie.persoon or 0, (None, None))
        return persoon if lid and mag(lid, Recht.BEWERKEN, dossier) else None

    def voor_gemeente(self, wie: Wie, gemeente: Gemeente) -> Persoon | None:
        """The responsible person, when she may edit dossiers of the whole gemeente."""
        persoon, lid = self._leden.get(wie.persoon or 0, (None, None))
        return persoon if lid and mag_in(lid, Recht.BEWERKEN, gemeente.pk) else None
