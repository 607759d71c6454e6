"""Who must read which version, and who has: figures for everybody, names only for who leads those people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from leidraad.organisaties.models import Eenheid, Functievervulling, Persoon
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.beleid.bereik import griffie_eenheden
from leidraad.registers.beleid.models import Beleidsversie, Kennisname, Toepassing, geldig_q

# A beheerder sees no dossiers, and whoever works there as well has another function too.
_LEEST_NIET = "beheerder"


@dataclass
class Lezer:
    """Somebody who must read a version: for which units she works, and since when."""

    persoon: int
    vanaf: date
    eenheden: set[int | None] = field(default_factory=set)


@dataclass(frozen=True)
class Cijfer:
    """How many people of a unit (without one: of the gemeente) must read a version, and how many have."""

    eenheid: Eenheid | None
    moet: int
    gedaan: int

    @property
    def deel(self) -> int:
        """The part that is done, in whole percents, never rounded up to everything."""
        return self.gedaan * 100 // self.moet if self.moet else 100


@dataclass(frozen=True)
class Mens:
    """One person of the own units, and when she read the version; None when she did not."""

    persoon: Persoon
    op: datetime | None


def te_lezen(lid: Lid) -> QuerySet[Beleidsversie]:
    """The versions in force that this person must still read: two queries, and the one that is returned."""
    functies = list(
        _functies(lid.op).filter(persoon=lid.persoon_id).values_list("gemeente", "eenheid").distinct()
    )
    griffies = griffie_eenheden({gemeente for gemeente, _ in functies}) if functies else frozenset()
    gewoon = {gemeente for gemeente, eenheid in functies if eenheid not in griffies}
    alleen_griffie = {gemeente for gemeente, _ in functies} - gewoon
    toegepast = Toepassing.objects.filter(geldig_q(lid.op), stuk=OuterRef("stuk"))
    bereik = Q(stuk__gemeente__in=gewoon) | (Q(stuk__gemeente__in=alleen_griffie) & Q(Exists(toegepast)))
    gelezen = Kennisname.objects.filter(versie=OuterRef("pk"), persoon=lid.persoon_id)
    return (
        Beleidsversie.objects.geldig_op(lid.op)
        .filter(bereik, ~Exists(gelezen), vraagt_kennisname=True)
        .select_related("stuk__dossier__gemeente")
        .order_by("geldig_vanaf", "pk")
    )


def lezers(versie: Beleidsversie, op: date) -> dict[int, Lezer]:
    """Everybody who must read a version on day `op`, by person: three queries."""
    gemeente = versie.stuk.dossier.gemeente_id
    functies = _functies(op).filter(gemeente=gemeente)
    if not versie.stuk.toepassingen.filter(geldig_q(op)).exists():
        functies = functies.exclude(eenheid__in=griffie_eenheden([gemeente]))
    uit: dict[int, Lezer] = {}
    for persoon, eenheid, van in functies.values_list("persoon", "eenheid", "van"):
        sinds = van or date.min
        lezer = uit.setdefault(persoon, Lezer(persoon, sinds))
        lezer.vanaf = min(lezer.vanaf, sinds)
        lezer.eenheden.add(eenheid)
    return uit


def cijfers(versie: Beleidsversie, op: date) -> list[Cijfer]:
    """The whole gemeente first, then each unit by name: five queries, no names.

    Who works for two units counts in both, and once in the whole.
    """
    moeten = lezers(versie, op)
    gelezen = set(versie.kennisnames.values_list("persoon", flat=True))
    per_eenheid: dict[int, set[int]] = defaultdict(set)
    for lezer in moeten.values():
        for eenheid in lezer.eenheden:
            if eenheid is not None:
                per_eenheid[eenheid].add(lezer.persoon)
    eenheden = Eenheid.objects.filter(pk__in=per_eenheid).order_by("naam")
    return [
        _cijfer(None, moeten.keys(), gelezen),
        *(_cijfer(eenheid, per_eenheid[eenheid.pk], gelezen) for eenheid in eenheden),
    ]


def mensen(versie: Beleidsversie, lid: Lid) -> list[Mens]:
    """The people of the units that this person leads, by name; nobody for who leads none."""
    gemeente = versie.stuk.dossier.gemeente_id
    eigen = {
        eenheid
        for b in lid.met(Recht.VASTSTELLEN)
        if b.gemeente_id == gemeente and b.eenheden is not None
        for eenheid in b.eenheden
    }
    if not eigen:
        return []
    zijn = [pk for pk, lezer in lezers(versie, lid.op).items() if lezer.eenheden & eigen]
    gelezen = dict(versie.kennisnames.filter(persoon__in=zijn).values_list("persoon", "op"))
    return [Mens(p, gelezen.get(p.pk)) for p in Persoon.objects.filter(pk__in=zijn).order_by("naam")]


def _functies(op: date) -> QuerySet[Functievervulling]:
    return (
        Functievervulling.objects.geldig_op(op).filter(persoon__is_active=True).exclude(functie=_LEEST_NIET)
    )


def _cijfer(eenheid: Eenheid | None, moeten: Iterable[int], gelezen: set[int]) -> Cijfer:
    personen = set(moeten)
    return Cijfer(eenheid, len(personen), len(personen & gelezen))
