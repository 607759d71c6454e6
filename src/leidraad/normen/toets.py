"""What judges a norm: a toets on data, or the statement of a person (an attest).

A toets is a population and a shortfall: two pieces of one query. Nothing is stored, so nothing gets stale;
the findings are the same rows, filtered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from leidraad.normen.evaluatie import evaluatie
from leidraad.normen.oordeel import Oordeel, oordeel_met_verklaring

Rijen = QuerySet[Any]


@dataclass(frozen=True)
class Populatie:
    """What a toets looks at: the rows that count at a moment, over all gemeenten.

    `gemeente`, `eenheid` and `dossier` are the ways from a row to those ("" when a row has none, `pk` when it
    is one). `telt` says in plain Dutch sentences what counts. `volgt` names the parts of the administration
    whose changes can change the figures: the codes of registers, "taken", "organisatie" and "standen". With
    `per_uur` the clock can change them within a day as well.
    """

    code: str
    telt: str
    rijen: Callable[[datetime], Rijen]
    volgt: tuple[str, ...]
    gemeente: str = "dossier__gemeente"
    eenheid: str = "dossier__eenheid"
    dossier: str = "dossier"
    per_uur: bool = False

    def van(
        self, nu: datetime, gemeente: int | None = None, eenheden: Collection[int] | None = None
    ) -> Rijen:
        """The rows at `nu`; of one gemeente, or of some units only. Without a way to units: no rows."""
        rijen = self.rijen(nu).order_by()
        if gemeente is not None:
            rijen = rijen.filter(**{self.gemeente: gemeente})
        if eenheden is None:
            return rijen
        return rijen.filter(**{f"{self.eenheid}__in": sorted(eenheden)}) if self.eenheid else rijen.none()


@dataclass(frozen=True)
class Toets:
    """Judges one norm from data: of the population, what falls short. `nu` is always an argument.

    `uitleg` says what is wrong with the rows that fall short, in one plain Dutch sentence.
    """

    norm: str
    populatie: Populatie
    tekort: Callable[[datetime], Q]
    uitleg: str

    def tekort_op(self, nu: datetime) -> Q:
        """The condition on a row of the population that makes it a shortfall at `nu`."""
        return self.tekort(nu)

    def bevindingen(
        self, nu: datetime, gemeente: int | None = None, eenheden: Collection[int] | None = None
    ) -> Rijen:
        """The rows that fall short: the same query as the figure, filtered."""
        with evaluatie(gemeente):
            return self.populatie.van(nu, gemeente, eenheden).filter(self.tekort_op(nu))


@dataclass(frozen=True)
class Attest:
    """Judges one norm by the statement of a person, with evidence, until it expires.

    `door` are the functions that may state it; `verklaring` is what they state. `onderbouwing` is what the
    registers show of the same norm: it stands beside the statement and can contradict it.
    """

    norm: str
    verklaring: str
    door: tuple[str, ...]
    onderbouwing: Toets | None = None

    def oordeel(self, voldoet: bool | None, telling: Telling) -> Oordeel:
        """The verdict on the norm: what the valid statement says (None without one), beside the figures."""
        return oordeel_met_verklaring(voldoet, telling.totaal, telling.tekort)


@dataclass(frozen=True)
class Telling:
    """How many rows a toets looked at, and how many of them fall short."""

    totaal: int = 0
    tekort: int = 0

    def __add__(self, ander: Telling) -> Telling:
        return Telling(self.totaal + ander.totaal, self.tekort + ander.tekort)


@dataclass(frozen=True)
class Tellingen:
    """The figures of many toetsen, per norm and per key (a gemeente, or a unit with `per_eenheid`)."""

    per_norm: dict[str, dict[int | None, Telling]] = field(default_factory=dict)

    def van(self, norm: str, sleutel: int | None) -> Telling:
        """The figures of one norm; nothing counted is zero."""
        return self.per_norm.get(norm, {}).get(sleutel, Telling())


def tel(
    toetsen: Iterable[Toets],
    nu: datetime,
    *,
    gemeente: int | None = None,
    eenheden: Collection[int] | None = None,
    per_eenheid: bool = False,
) -> Tellingen:
    """Evaluate toetsen: one query for each population, however many toetsen and gemeenten there are.

    What they need that is no SQL is loaded once for all of them (evaluatie.gedeeld). The keys of the answer
    are gemeenten, or units with `per_eenheid` (toetsen on rows without a unit are then left out). Raises
    ValueError when two different populations have one code.
    """
    per_norm: dict[str, dict[int | None, Telling]] = {}
    with evaluatie(gemeente):
        for groep in per_populatie(toetsen):
            populatie = groep[0].populatie
            sleutel = populatie.eenheid if per_eenheid else populatie.gemeente
            if not sleutel:
                continue
            tekorten = {f"tekort_{i}": Count("pk", filter=t.tekort_op(nu)) for i, t in enumerate(groep)}
            rijen = populatie.van(nu, gemeente, eenheden).values(sleutel)
            for rij in rijen.annotate(totaal=Count("pk"), **tekorten):
                for i, toets in enumerate(groep):
                    telling = Telling(rij["totaal"], rij[f"tekort_{i}"])
                    per_norm.setdefault(toets.norm, {})[rij[sleutel]] = telling
    return Tellingen(per_norm)


def per_populatie(toetsen: Iterable[Toets]) -> Iterable[list[Toets]]:
    """The toetsen that look at the same rows, together.

    Raises ValueError when two different populations have one code.
    """
    groepen: dict[str, list[Toets]] = defaultdict(list)
    for toets in toetsen:
        groep = groepen[toets.populatie.code]
        if groep and groep[0].populatie != toets.populatie:
            # They would be counted over the rows of the first one.
            raise ValueError(f"Twee verschillende populaties heten ‘{toets.populatie.code}’.")
        groep.append(toets)
    return groepen.values()
