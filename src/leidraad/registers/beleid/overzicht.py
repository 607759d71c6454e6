"""Where a document stands on a day, by its versions: what is in force, what comes, what is being written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from leidraad.registers.beleid.begrippen import Stand
from leidraad.registers.beleid.models import Beleidsversie
from leidraad.registers.beleid.regels.conformiteit import Oordeel, moet_getoetst, nog_te_toetsen, voldoet
from leidraad.registers.beleid.regels.geldigheid import geldig_op


@dataclass(frozen=True)
class Overzicht:
    """The versions of one document, newest first, seen on day `op`."""

    versies: Sequence[Beleidsversie]
    op: date

    @property
    def geldend(self) -> Beleidsversie | None:
        """The version in force."""
        return geldig_op(self.versies, self.op)

    @property
    def komt(self) -> Beleidsversie | None:
        """The first version that was adopted and still has to begin."""
        komend = [v for v in self.versies if v.stand(self.op) is Stand.KOMT and begint_ooit(v)]
        return min(komend, key=lambda v: v.geldig_vanaf or date.max, default=None)

    @property
    def concept(self) -> Beleidsversie | None:
        """The version that is being written."""
        return next((versie for versie in self.versies if versie.is_concept), None)

    @property
    def getoond(self) -> Beleidsversie | None:
        """The version whose text the page shows: in force, else coming, else the newest."""
        return self.geldend or self.komt or (self.versies[0] if self.versies else None)

    @property
    def te_toetsen(self) -> Beleidsversie | None:
        """The version on which a conformity check is about: the concept, else what is in force or comes."""
        return self.concept or self.geldend or self.komt

    @property
    def stand(self) -> Stand:
        """One word for the whole document."""
        if self.geldend:
            return Stand.GELDT
        if self.komt:
            return Stand.KOMT
        return Stand.CONCEPT if self.concept else Stand.INGETROKKEN

    @property
    def ontbreekt(self) -> bool:
        """Whether nothing holds or comes, while no other document took the place of this one."""
        if self.geldend or self.komt:
            return False
        return not any(v.opvolger and v.opvolger.stuk_id != v.stuk_id for v in self.versies)

    @property
    def beoordeling_voorbij(self) -> bool:
        """Whether the version in force should have been reviewed already (norm 1.1.6)."""
        geldend = self.geldend
        return bool(geldend and geldend.beoordelen_voor and geldend.beoordelen_voor < self.op)


def begint_ooit(versie: Beleidsversie) -> bool:
    """Whether an adopted version was or will be in force for at least a day."""
    if versie.geldig_vanaf is None:
        return False
    return versie.ingetrokken_per is None or versie.ingetrokken_per > versie.geldig_vanaf


@dataclass(frozen=True)
class Conformiteit:
    """The conformity check of one version in a word and a colour."""

    label: str
    kleur: str

    @property
    def open(self) -> bool:
        """Whether there is still something to judge."""
        return self.kleur in ("oranje", "grijs") and bool(self.label)


_HOEFT_NIET = Conformiteit("", "")


def conformiteit_van(soort: str, versie: Beleidsversie | None, op: date) -> Conformiteit:
    """How far the conformity check is; empty for a kind of document that is not checked (norm 1.1.5)."""
    if versie is None or not moet_getoetst(soort):
        return _HOEFT_NIET
    oordelen = als_oordelen(versie)
    nog = len(nog_te_toetsen(oordelen, op))
    if any(oordeel.verdict == "voldoet_niet" for oordeel in oordelen):
        return Conformiteit("Voldoet niet", "rood")
    if voldoet(oordelen, op):
        return Conformiteit("Voldoet", "groen")
    if len(oordelen) == 0:
        return Conformiteit("Nog niet getoetst", "grijs")
    return Conformiteit(f"Nog {nog} te toetsen", "oranje")


def als_oordelen(versie: Beleidsversie) -> list[Oordeel]:
    """The verdicts on a version as the rules see them."""
    return [Oordeel(o.uitgangspunt, o.verdict, o.waarom) for o in versie.conformiteit.all()]


def overzie(versies: Iterable[Beleidsversie], op: date) -> Overzicht:
    """The versions of one document on day `op`."""
    return Overzicht(sorted(versies, key=lambda versie: -versie.nummer), op)
