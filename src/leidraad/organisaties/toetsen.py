"""Norms on who is responsible: one person for each unit and policy role (4.2.1, 4.3.1, 4.4.9, 4.4.10).

Who is responsible follows from rules that each gemeente lays down (regels.py), not from SQL. So the units are
judged by those rules, once for all toetsen of one evaluation, and the shortfall is the list of those units.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from leidraad.normen.evaluatie import gedeeld
from leidraad.normen.toets import Populatie, Toets
from leidraad.organisaties.models import Eenheid, Functievervulling, Overdracht
from leidraad.organisaties.regels import BELEIDSROLLEN
from leidraad.organisaties.verantwoordelijkheid import tekorten_per_eenheid
from leidraad.referentie import NietGeldig, lijst


def _eenheden(nu: datetime) -> QuerySet[Eenheid]:
    return Eenheid.objects.geldig_op(timezone.localdate(nu))


def _met_alleen_coordinator(nu: datetime) -> QuerySet[Eenheid]:
    """Units with a coordinator and without anybody who holds the role of teammanager there.

    Gemeenten with the same rule are asked together.
    """
    op = timezone.localdate(nu)
    try:
        structuren = lijst("beleidsrollen", op)
    except NietGeldig:
        return Eenheid.objects.none()
    gemeenten: dict[tuple[tuple[str, ...], ...], list[str]] = defaultdict(list)
    for item in structuren:
        for stap in item.rollen["teammanager"]["stappen"]:
            if verder_bij := stap.get("verder_bij"):
                regel = tuple(stap["eenheidsoorten"]), tuple(stap["functies"]), tuple(verder_bij)
                gemeenten[regel].append(item.code)
    hier = Functievervulling.objects.geldig_op(op).filter(eenheid=OuterRef("pk"))
    geeft_door = Q(pk__in=[])
    for (soorten, functies, verder_bij), slugs in gemeenten.items():
        geeft_door |= (
            Q(gemeente__slug__in=slugs, soort__in=soorten)
            & Q(Exists(hier.filter(functie__in=verder_bij)))
            & ~Q(Exists(hier.filter(functie__in=functies)))
        )
    return _eenheden(nu).filter(geeft_door)


def _overdrachten(nu: datetime) -> QuerySet[Overdracht]:
    return Overdracht.objects.geldig_op(timezone.localdate(nu))


@gedeeld
def _oordelen(nu: datetime, gemeente: int | None) -> dict[int, dict[int, frozenset[str]]]:
    """The roles nobody carries, of every unit of every gemeente: three queries."""
    return tekorten_per_eenheid(timezone.localdate(nu), gemeente)


def _niemand(*rollen: str) -> Callable[[datetime], Q]:
    """The condition on a unit that nobody carries one of these roles."""
    return lambda nu: _samen(rollen, _oordelen(nu))


def _samen(rollen: Collection[str], oordelen: dict[int, dict[int, frozenset[str]]]) -> Q:
    """The units that fall short, as a condition; a gemeente of which all units do is named once."""
    geheel: list[int] = []
    los: list[int] = []
    for gemeente, per_eenheid in oordelen.items():
        tekort = [eenheid for eenheid, leeg in per_eenheid.items() if not leeg.isdisjoint(rollen)]
        if len(tekort) == len(per_eenheid):
            geheel.append(gemeente)
        else:
            los += tekort
    return Q(gemeente__in=geheel) | Q(pk__in=los)


def _niet_meer_van_haar(nu: datetime) -> Q:
    """The manager who handed it over has left the function, or carries it out herself."""
    op = timezone.localdate(nu)
    return Q(functie__van__gt=op) | Q(functie__tot__lt=op) | Q(aan=F("functie__persoon"))


EENHEDEN = Populatie(
    code="organisatie_eenheden",
    telt="Alle eenheden van de organisatie die er vandaag zijn.",
    rijen=_eenheden,
    volgt=("organisatie",),
    gemeente="gemeente",
    eenheid="pk",
    dossier="",
)
MET_COORDINATOR = Populatie(
    code="organisatie_coordinator",
    telt="De teams die vandaag een coördinator hebben en geen teammanager.",
    rijen=_met_alleen_coordinator,
    volgt=("organisatie",),
    gemeente="gemeente",
    eenheid="pk",
    dossier="",
)
OVERDRACHTEN = Populatie(
    code="organisatie_overdrachten",
    telt="De taken die een manager nu door een ander laat uitvoeren.",
    rijen=_overdrachten,
    volgt=("organisatie",),
    gemeente="eenheid__gemeente",
    eenheid="eenheid",
    dossier="",
)

TOETSEN = (
    Toets(
        norm="4.2.1",
        populatie=EENHEDEN,
        tekort=_niemand(*BELEIDSROLLEN),
        uitleg="Voor deze eenheid is niet duidelijk wie directeur, afdelingsmanager of teammanager is.",
    ),
    Toets(
        norm="4.3.1",
        populatie=EENHEDEN,
        tekort=_niemand("afdelingsmanager"),
        uitleg="Voor deze eenheid is niet duidelijk wie afdelingsmanager is.",
    ),
    Toets(
        norm="4.4.9",
        populatie=OVERDRACHTEN,
        tekort=_niet_meer_van_haar,
        uitleg=(
            "De manager die deze taak overdroeg, heeft die functie niet meer of voert de taak zelf uit: "
            "er is geen verantwoordelijke."
        ),
    ),
    Toets(
        norm="4.4.10",
        populatie=MET_COORDINATOR,
        tekort=_niemand("teammanager"),
        uitleg="Dit team heeft alleen een coördinator, en er is niemand boven het team verantwoordelijk.",
    ),
)
