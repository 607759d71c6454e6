"""Which dossiers of a register a person asks for: read from the address, for list and export alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, Self

from django.db.models import Exists, F, Q, QuerySet
from django.db.models.expressions import Combinable, OrderBy
from django.http import QueryDict
from django.utils import timezone

from leidraad.dossiers.models import Dossier
from leidraad.dossiers.register import Register
from leidraad.dossiers.werk import begin_van
from leidraad.dossiers.zoeken import zoek
from leidraad.organisaties.rechten import Lid, Recht

# More rows than this are not counted or leafed through.
HOOGSTENS = 5000


@dataclass(frozen=True)
class Lijstselectie:
    """The chosen filters, each empty when not chosen, and the order. Values that do not exist are dropped.

    A register makes its own, with a field for each filter of its own.
    """

    REGISTER: ClassVar[Register]
    # What the list can be sorted by: the name in the address and the column behind it.
    SORTERINGEN: ClassVar[Mapping[str, str]]
    STANDAARD: ClassVar[str]
    # What decides between dossiers with the same value in that column.
    DAARNA: ClassVar[tuple[str, ...]] = ("pk",)
    # The filters that are a day.
    DAGEN: ClassVar[tuple[str, ...]] = ()

    lid: Lid
    nu: datetime
    sorteer: str
    q: str = ""
    gemeente: str = ""

    @classmethod
    def uit(cls, query: QueryDict, lid: Lid, nu: datetime | None = None) -> Self:
        """Read the selection from the address."""
        waarden = {naam: schoon(query.get(naam, "")) for naam in cls.filters()}
        for naam, mogelijk in cls.toegestaan(lid).items():
            if waarden[naam] not in mogelijk:
                waarden[naam] = ""
        for naam in cls.DAGEN:
            if dag(waarden[naam]) is None:
                waarden[naam] = ""
        sorteer = query.get("sorteer", "")
        if sorteer.removeprefix("-") not in cls.SORTERINGEN:
            sorteer = cls.STANDAARD
        return cls(lid, nu or timezone.now(), sorteer, **waarden)

    @classmethod
    def filters(cls) -> tuple[str, ...]:
        """The names of the filters, as in the address."""
        return tuple(f.name for f in fields(cls) if f.name not in ("lid", "nu", "sorteer"))

    @classmethod
    def toegestaan(cls, lid: Lid) -> Mapping[str, Collection[str]]:
        """The values that a filter can have, for the filters that are a choice from a fixed list."""
        return {}

    @property
    def gekozen(self) -> dict[str, str]:
        """The filters that are on."""
        return {naam: waarde for naam in self.filters() if (waarde := getattr(self, naam))}

    def dossiers(self, recht: Recht = Recht.LEZEN) -> QuerySet[Dossier]:
        """The dossiers of this selection on which the person holds `recht`, in order."""
        dossiers = self.van_gemeente(recht).annotate(**self.kolommen())
        for voorwaarde in self.voorwaarden():
            dossiers = dossiers.filter(voorwaarde)
        gevonden: QuerySet[Dossier] = zoek(dossiers, self.q)
        return gevonden.order_by(*self.volgorde())

    def nummers(self, hoogstens: int = HOOGSTENS) -> list[int]:
        """The keys of the dossiers of this selection, in order: one query that finds, sorts and counts."""
        return list(self.dossiers().values_list("pk", flat=True)[:hoogstens])

    def van_gemeente(self, recht: Recht) -> QuerySet[Dossier]:
        """Everything in the register on which the person holds `recht`, in the chosen gemeente."""
        dossiers = Dossier.objects.waarop(self.lid, recht).filter(soort=self.REGISTER.code)
        return dossiers.filter(gemeente__slug=self.gemeente) if self.gemeente else dossiers

    def kolommen(self) -> dict[str, Combinable]:
        """Columns to compute, so that the list can be sorted by them."""
        return {}

    def voorwaarden(self) -> Iterable[Q | Exists]:
        """What the filters of this register ask of a dossier."""
        return ()

    def volgorde(self) -> list[OrderBy | str]:
        """The columns to order by; what has no value comes last, whichever way."""
        return [leeg_laatst(self.kolom, omlaag=self.omlaag), *self.DAARNA]

    @property
    def kolom(self) -> str:
        """The column to sort by."""
        return self.SORTERINGEN[self.sorteer.removeprefix("-")]

    @property
    def omlaag(self) -> bool:
        """Whether the highest value comes first."""
        return self.sorteer.startswith("-")


def leeg_laatst(kolom: str, *, omlaag: bool) -> OrderBy:
    """Order by this column; what has no value always comes last."""
    return F(kolom).desc(nulls_last=True) if omlaag else F(kolom).asc(nulls_last=True)


def schoon(tekst: str, lengte: int = 200) -> str:
    """What somebody typed in one line, without what PostgreSQL refuses, and no longer than `lengte`."""
    return " ".join(tekst.replace("\x00", "").split())[:lengte]


def dag(tekst: str) -> date | None:
    """The day of a filter; None when it is no day, or one that nobody means."""
    try:
        gevonden = date.fromisoformat(tekst)
    except ValueError:
        return None
    return gevonden if 1900 <= gevonden.year <= 2200 else None


def eenheid_q(eenheid: str) -> Q:
    """Dossiers of this unit; of any unit when this is no key of one."""
    # Eighteen digits fit in every database; a longer number is no unit.
    return Q(eenheid_id=int(eenheid)) if eenheid.isdecimal() and len(eenheid) <= 18 else Q()


def periode_q(moment: str, van: str, tot: str) -> Q:
    """The column `moment` lies in or between these days; an empty one is no bound."""
    grenzen: dict[str, Any] = {}
    if eerste := dag(van):
        grenzen[f"{moment}__gte"] = begin_van(eerste)
    if laatste := dag(tot):
        grenzen[f"{moment}__lt"] = begin_van(laatste + timedelta(days=1))
    return Q(**grenzen)
