"""Who is responsible for a unit, following each gemeente's own structure (norms 4.2.1, 4.3.1, 4.4.10)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente
from leidraad.organisaties.regels import (
    BELEIDSROLLEN,
    Bezetting,
    Oorzaak,
    Plek,
    Uitkomst,
    geldig,
    wijs_aan,
)
from leidraad.referentie import NietGeldig, lijst


@dataclass(frozen=True)
class Verantwoordelijke:
    """One holder of a policy role, or the reason why nobody holds it.

    `eenheid` is the unit at which the role lies (None: the whole gemeente, or unknown). With a reason
    `functievervulling` is None and `functie`, `naam` and `email` are empty.
    """

    functie: str
    functievervulling: Functievervulling | None
    naam: str
    email: str
    eenheid: Eenheid | None
    reden: str
    interpretatie: bool
    toelichting: str = ""
    oorzaak: Oorzaak | None = None

    @property
    def is_tekort(self) -> bool:
        """Whether somebody should carry the role and nobody does: a shortfall of norm 4.2.1."""
        return self.oorzaak not in (None, Oorzaak.NIET_VAN_TOEPASSING)

    def als_dict(self) -> dict[str, str | bool]:
        """The answer for a machine; with a reason nobody is named."""
        return {
            "functie": self.functie,
            "naam": self.naam,
            "email": self.email,
            "eenheid": self.eenheid.naam if self.eenheid else "",
            "reden": self.reden,
            "interpretatie": self.interpretatie,
        }


def verantwoordelijke(eenheid: Eenheid, beleidsrol: str, op: date) -> Verantwoordelijke:
    """Who carries `beleidsrol` for `eenheid` on day `op`: exactly one holder or a clear reason.

    Raises ValueError for an unknown policy role.
    """
    return verantwoordelijken_voor([eenheid], beleidsrol, op)[eenheid.pk]


def verantwoordelijken_voor(
    eenheden: Iterable[Eenheid], beleidsrol: str, op: date
) -> dict[int, Verantwoordelijke]:
    """The same for many units at once, by unit id, in three queries however many units there are."""
    alle = alle_verantwoordelijken(eenheden, [beleidsrol], op)
    return {pk: per_rol[beleidsrol] for pk, per_rol in alle.items()}


def alle_verantwoordelijken(
    eenheden: Iterable[Eenheid], beleidsrollen: Iterable[str], op: date
) -> dict[int, dict[str, Verantwoordelijke]]:
    """For each unit id and each policy role the holder or the reason, in three queries.

    Raises ValueError for an unknown policy role.
    """
    eenheden, rollen = list(eenheden), list(beleidsrollen)
    if onbekend := set(rollen) - set(BELEIDSROLLEN):
        raise ValueError(
            f"Onbekende beleidsrol: {', '.join(sorted(onbekend))}. Kies uit {', '.join(BELEIDSROLLEN)}."
        )
    boeken = _boeken(Gemeente.objects.filter(pk__in={eenheid.gemeente_id for eenheid in eenheden}), op)
    return {
        eenheid.pk: {rol: boeken[eenheid.gemeente_id].zoek(eenheid, rol, op) for rol in rollen}
        for eenheid in eenheden
    }


def tekorten_per_eenheid(op: date, gemeente: int | None = None) -> dict[int, dict[int, frozenset[str]]]:
    """For each gemeente (by id) and each unit that is valid on day `op`: the policy roles nobody carries.

    Of one gemeente, or of all: three queries however many there are.
    """
    gemeenten = Gemeente.objects.all() if gemeente is None else Gemeente.objects.filter(pk=gemeente)
    return {
        pk: {
            plek.id: frozenset(
                rol for rol in BELEIDSROLLEN if boek.zoek(boek.eenheden[plek.id], rol, op).is_tekort
            )
            for plek in boek.plekken.values()
            if geldig(plek, op)
        }
        for pk, boek in _boeken(gemeenten, op).items()
    }


@dataclass(frozen=True)
class _Boek:
    """Everything the rules need to know of one gemeente."""

    gemeente: Gemeente
    structuur: Any
    eenheden: dict[int, Eenheid]
    plekken: dict[int, Plek]
    functies: dict[int, Functievervulling]
    bezettingen: dict[int | None, list[Bezetting]]

    def zoek(self, eenheid: Eenheid, rol: str, op: date) -> Verantwoordelijke:
        """Apply the rules to one unit and one role."""
        if self.structuur is None:
            reden = f"Voor {self.gemeente.naam} is nog niet vastgelegd welke functie de rol van {rol} heeft."
            return self._antwoord(Uitkomst(oorzaak=Oorzaak.GEEN_STRUCTUUR, reden=reden))
        return self._antwoord(wijs_aan(eenheid.pk, rol, op, self.plekken, self.bezettingen, self.structuur))

    def _antwoord(self, uit: Uitkomst) -> Verantwoordelijke:
        functie = self.functies[uit.bezetting.id] if uit.bezetting else None
        return Verantwoordelijke(
            functie=functie.functie if functie else "",
            functievervulling=functie,
            naam=functie.persoon.naam if functie else "",
            email=functie.persoon.email if functie else "",
            eenheid=self.eenheden.get(uit.plek.id) if uit.plek else None,
            reden=uit.reden,
            interpretatie=uit.interpretatie,
            toelichting=uit.toelichting,
            oorzaak=uit.oorzaak,
        )


def _boeken(gemeenten: QuerySet[Gemeente], op: date) -> dict[int, _Boek]:
    """Load the trees and functions of these gemeenten: three queries."""
    try:
        structuren = {item.code: item for item in lijst("beleidsrollen", op)}
    except NietGeldig:
        structuren = {}
    boeken = {}
    for gemeente in gemeenten:
        item = structuren.get(gemeente.slug)
        structuur = {"rollen": item.rollen, "griffie": item.griffie} if item else None
        boeken[gemeente.pk] = _Boek(gemeente, structuur, {}, {}, {}, defaultdict(list))
    for e in Eenheid.objects.filter(gemeente__in=gemeenten.values("pk")):
        boek = boeken[e.gemeente_id]
        boek.eenheden[e.pk] = e
        boek.plekken[e.pk] = Plek(e.pk, e.naam, e.soort, e.bovenliggend_id, e.van, e.tot)
    leidend = _leidende_functies(structuren.values())
    functies = Functievervulling.objects.filter(gemeente__in=gemeenten.values("pk"), functie__in=leidend)
    for f in functies.select_related("persoon").order_by("pk"):
        boek = boeken[f.gemeente_id]
        boek.functies[f.pk] = f
        boek.bezettingen[f.eenheid_id].append(
            Bezetting(f.pk, f.persoon_id, f.persoon.naam, f.functie, f.eenheid_id, f.van, f.tot)
        )
    return boeken


def _leidende_functies(structuren: Iterable[Any]) -> set[str]:
    """The functions that can carry or pass on a role; the many others stay in the database."""
    return {
        functie
        for item in structuren
        for rollen in (item.rollen, item.griffie)
        for regel in rollen.values()
        for stap in regel["stappen"]
        for functie in (*stap["functies"], *stap.get("verder_bij", ()))
    }
