"""Play all that happened in the demo region in the order of time: the journaal tells one true story."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Any
from zlib import crc32

from django.utils import timezone

from leidraad.dossiers.handelingen import verzegel
from leidraad.project.demo.beleid import beleiddaden
from leidraad.project.demo.bestanden import GEMEENTEN, lees, processen, voeg_samen
from leidraad.project.demo.bouwen import bouw
from leidraad.project.demo.datalekken import datalekdaden
from leidraad.project.demo.geschiedenis import Geschiedenis
from leidraad.project.demo.herstel import hersteldaden
from leidraad.project.demo.kantoortijd import kantoortijd
from leidraad.project.demo.spelers import Spelers
from leidraad.project.demo.toegang import Moment
from leidraad.project.demo.verhaal import Verhaal
from leidraad.project.demo.verklaringen import verklaringdaden
from leidraad.project.demo.vragen import vraagdaden

if TYPE_CHECKING:
    from leidraad.project.opdrachten.omgeving import Voortgang

# An act: when, which story, what to do. Stories of one moment keep the order of the files.
Daad = tuple[datetime, int, Callable[[datetime], None]]

_ELKE = timedelta(days=90)


def speel_af(spelers: Spelers, nu: datetime, voortgang: Voortgang | None = None) -> None:
    """Play everything in the files of the municipalities up to `nu`."""
    daden = sorted(_daden(spelers, nu), key=lambda daad: daad[:2])
    gezegeld = daden[0][0]
    geschiedenis = Geschiedenis(nu)
    for gedaan, (moment, _, doe) in enumerate(daden, 1):
        geschiedenis.tot(moment)
        doe(moment)
        if moment - gezegeld > _ELKE:
            verzegel(nu=moment)
            gezegeld = moment
        if voortgang:
            voortgang(gedaan, len(daden))
    geschiedenis.tot(nu)
    verzegel(nu=nu)


def _daden(spelers: Spelers, nu: datetime) -> Iterator[Daad]:
    levenslopen = lees("levenslopen.yaml")
    nummers: dict[tuple[str, str], str] = {}
    volgorde = 0
    for slug in GEMEENTEN:
        for regel in lees("verwerkingen", f"{slug}.yaml"):
            verhaal = Verhaal(spelers, slug, regel, nummers, nu)
            rooster = rooster_van(regel, levenslopen[regel["levensloop"]], slug, nu)
            inhouden = _inhouden(regel, slug, spelers, rooster, nu)
            for moment, stap, gegevens in rooster:
                volgorde += 1
                yield moment, volgorde, verhaal.daad(stap, gegevens, inhouden)
    overig = chain(
        datalekdaden(spelers, nummers, nu),
        vraagdaden(spelers, nummers, nu),
        beleiddaden(spelers, nu),
        verklaringdaden(spelers, nu),
        hersteldaden(spelers, nu),
    )
    for moment, doe in overig:
        volgorde += 1
        yield moment, volgorde, doe


def rooster_van(
    regel: dict[str, Any], levensloop: list[list[Any]], slug: str, nu: datetime
) -> list[tuple[datetime, str, Any]]:
    """When each step happens: on working days, in office hours, each later than the one before it."""
    stappen = [(dag, stap, None) for stap, dag in levensloop]
    for soort in ("opmerkingen", "adviesvragen", "adviezen", "bijlagen"):
        stappen += [(rij["dag"], soort, rij) for rij in regel.get(soort, [])]
        if soort == "adviezen":
            reacties = [rij for rij in regel.get(soort, []) if "reactie" in rij]
            stappen += [(rij["dag"] + 3, "reacties", rij) for rij in reacties]
    uit: list[tuple[datetime, str, Any]] = []
    for nummer, (dag, stap, gegevens) in enumerate(sorted(stappen, key=lambda s: s[0])):
        moment = _werktijd(nu, regel["sinds"] - dag, crc32(f"{slug} {regel['proces']} {nummer}".encode()))
        if uit and moment <= uit[-1][0]:
            moment = uit[-1][0] + timedelta(minutes=17)
        uit.append((moment, stap, gegevens))
    return uit


def _werktijd(nu: datetime, dagen_geleden: int, toeval: int) -> datetime:
    """A moment in office hours on that day, or on the Friday before a weekend."""
    if dagen_geleden < 1:
        raise ValueError("De demo speelt in het verleden: elke stap is ten minste een dag geleden.")
    return kantoortijd(timezone.localdate(nu) - timedelta(days=dagen_geleden), toeval)


def _inhouden(
    regel: dict[str, Any], slug: str, spelers: Spelers, rooster: list[tuple[datetime, str, Any]], nu: datetime
) -> list[Callable[[str], Any]]:
    """The contents that a verwerking goes through, from the first draft to the last, each at its moment.

    They still ask for the number of the main verwerking, which is known once that one is made.
    """
    laatste = voeg_samen(processen()[regel["proces"]], regel.get("anders", {}))
    reeks = [voeg_samen(laatste, eerder) for eerder in regel.get("eerder", [])] + [laatste]
    momenten = [moment for moment, stap, _ in rooster if stap in ("maak", "wijzig")]
    if len(reeks) != len(momenten):
        raise ValueError(f"{slug} {regel['proces']}: {len(reeks)} inhouden voor {len(momenten)} momenten")
    naam = spelers.gemeenten[slug].naam
    vandaag = timezone.localdate(nu)

    def maker(proces: dict[str, Any], toen: datetime, *, is_laatste: bool) -> Callable[[str], Any]:
        moment = Moment(timezone.localdate(toen), vandaag, is_laatste)
        return lambda hoofd: bouw(proces, naam, hoofd, moment)

    return [
        maker(proces, toen, is_laatste=proces is reeks[-1])
        for proces, toen in zip(reeks, momenten, strict=True)
    ]
