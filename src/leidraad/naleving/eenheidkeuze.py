"""Which units a page about the norms is about: one with all below it, or everything somebody may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from leidraad.naleving.toegang import Blik
from leidraad.organisaties.boom import volgorde
from leidraad.organisaties.models import Eenheid


@dataclass(frozen=True)
class Eenheidkeuze:
    """The units that can be chosen, each with its depth, and what the page counts.

    `tellen` is None for the whole gemeente; otherwise the ids of all units that count.
    """

    takken: tuple[tuple[Eenheid, int], ...] = ()
    gekozen: Eenheid | None = None
    tellen: frozenset[int] | None = None
    # Every unit of the gemeente, by id, with the unit above it: also those that ended.
    boven: Mapping[int, int | None] = field(default_factory=dict)

    @property
    def bovenste(self) -> list[Eenheid]:
        """The units that contain all the others: how somebody knows the own part of the gemeente."""
        return [eenheid for eenheid, diepte in self.takken if diepte == 0]

    def keten(self, eenheid: int) -> list[int]:
        """A unit and the units above it; a unit in a loop is taken once."""
        uit: list[int] = []
        hier: int | None = eenheid
        while hier is not None and hier not in uit:
            uit.append(hier)
            hier = self.boven.get(hier)
        return uit


def kies_eenheid(blik: Blik, waarde: str) -> Eenheidkeuze:
    """Read the choice from the address: one query. What somebody may not choose, is not chosen."""
    alle = {eenheid.pk: eenheid for eenheid in Eenheid.objects.filter(gemeente=blik.gemeente)}
    mag = frozenset(alle) if blik.eenheden is None else blik.eenheden
    bestaat = {pk: eenheid for pk, eenheid in alle.items() if pk in mag and _is_er(eenheid, blik)}
    gekozen = next((eenheid for pk, eenheid in bestaat.items() if str(pk) == waarde), None)
    boven = {pk: eenheid.bovenliggend_id for pk, eenheid in alle.items()}
    keuze = Eenheidkeuze(tuple(volgorde(bestaat)), gekozen, blik.eenheden, boven)
    if gekozen is None:
        return keuze
    return replace(keuze, tellen=frozenset(pk for pk in mag if gekozen.pk in keuze.keten(pk)))


def _is_er(eenheid: Eenheid, blik: Blik) -> bool:
    vandaag = blik.lid.op
    return (eenheid.van is None or eenheid.van <= vandaag) and (eenheid.tot is None or eenheid.tot >= vandaag)
