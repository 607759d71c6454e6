"""The questions of the demo: asked, answered, asked on, closed, and made useful for everybody.

Each step is one handeling, done by who would do it in real life. Days in the files count from the question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from zlib import crc32

from django.utils import timezone

from leidraad.dossiers.models import Dossier
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.project.demo.bestanden import GEMEENTEN, lees
from leidraad.project.demo.kantoortijd import VRIJDAG, kantoortijd
from leidraad.project.demo.lekfeiten import Groep
from leidraad.project.demo.spelers import Spelers
from leidraad.registers.vragen import handelingen as h
from leidraad.registers.vragen.handelingen.behandelen import laatste_reactie
from leidraad.registers.vragen.models import Vraag

Nummers = dict[tuple[str, str], str]
Stap = tuple[datetime, Callable[[datetime], None]]

_EVEN_LATER = timedelta(minutes=20)


def vraagdaden(spelers: Spelers, nummers: Nummers, nu: datetime) -> Iterator[Stap]:
    """Every step of every question with its moment. `nummers` names the verwerkingen, known while playing.

    Raises ValueError for a step that has not happened yet on `nu`.
    """
    for slug in GEMEENTEN:
        for regel in lees("vragen", f"{slug}.yaml"):
            yield from Verloop(spelers, slug, regel, nummers, nu).stappen()


def _kantoortijd(nu: datetime, dagen: int, toeval: int) -> datetime:
    """A moment in office hours, so many days ago."""
    return kantoortijd(timezone.localdate(nu) - timedelta(days=dagen), toeval)


class Verloop:
    """One question while it is played."""

    def __init__(self, spelers: Spelers, slug: str, regel: Groep, nummers: Nummers, nu: datetime) -> None:
        self.spelers, self.slug, self.regel, self.nummers, self.nu = spelers, slug, regel, nummers, nu
        self.gemeente = spelers.gemeenten[slug]
        self.gevraagd_op = _kantoortijd(nu, regel["dagen"], crc32(f"{slug} {regel['onderwerp']}".encode()))
        self.vraag: Vraag | None = None

    def stappen(self) -> Iterator[Stap]:
        """What happens and when, in the order of time."""
        for moment, doe in sorted(self._alle(), key=lambda stap: stap[0]):
            if moment > self.nu:
                raise ValueError(f"{self.slug} ‘{self.regel['onderwerp']}’: een stap ligt in de toekomst.")
            yield moment, doe

    def _alle(self) -> Iterator[Stap]:
        yield self.gevraagd_op, self._stel
        if "neemt" in self.regel:
            yield self._na(self.regel["neemt"]), self._neem
        for rij in self.regel.get("gesprek", []):
            yield self._na(rij["na"]), partial(self._zeg, rij)
        if veel := self.regel.get("veelgesteld"):
            yield self._na(veel["na"]) + _EVEN_LATER, partial(self._publiceer, veel)
        if "sluit" in self.regel:
            yield self._na(self.regel["sluit"]) + 2 * _EVEN_LATER, self._sluit

    def _na(self, dagen: float) -> datetime:
        """That many days after the question; what falls in a weekend waits until Monday."""
        # A little later every day, so that two steps of one weekend keep their order on Monday.
        moment = self.gevraagd_op + timedelta(days=dagen, minutes=dagen * 5)
        dag = timezone.localtime(moment).weekday()
        return moment + timedelta(days=7 - dag if dag > VRIJDAG else 0)

    @property
    def _v(self) -> Vraag:
        if self.vraag is None:
            raise ValueError(f"{self.slug} ‘{self.regel['onderwerp']}’: nog niet gevraagd")
        return self.vraag

    def _vrager(self, nu: datetime) -> Lid:
        op = timezone.localdate(nu)
        eenheid = self.spelers.eenheid(self.gemeente, self.regel["eenheid"])
        if self.regel.get("wie") == "leiding":
            return self.spelers.lid(self.spelers.leiding(eenheid, op), nu)
        functie = self.regel.get("wie", "medewerker")
        return self.spelers.lid(self.spelers.iemand(functie, self.gemeente, op, eenheid), nu)

    def _po(self, nu: datetime) -> Lid:
        po = self.spelers.iemand("privacy_officer", self.gemeente, timezone.localdate(nu))
        return self.spelers.lid(po, nu)

    def _stel(self, nu: datetime) -> None:
        over = None
        if proces := self.regel.get("over"):
            over = Dossier.objects.get(gemeente=self.gemeente, nummer=self.nummers[self.slug, proces])
        self.vraag = h.stel_vraag(
            gemeente=self.gemeente,
            onderwerp=self.regel["onderwerp"],
            tekst=self.regel["vraag"],
            over=over,
            door=self._vrager(nu),
            nu=nu,
        )

    def _neem(self, nu: datetime) -> None:
        po = self.spelers.iemand("privacy_officer", self.gemeente, timezone.localdate(nu))
        h.geef_aan(vraag=self._v, aan=po, was=None, door=self._po(nu), nu=nu)

    def _zeg(self, rij: Groep, nu: datetime) -> None:
        if "antwoord" in rij:
            gezien = laatste_reactie(self._v)
            h.beantwoord(vraag=self._v, tekst=rij["antwoord"], gezien=gezien, door=self._po(nu), nu=nu)
        else:
            h.vraag_door(vraag=self._v, tekst=rij["vraag"], door=self._vrager(nu), nu=nu)

    def _publiceer(self, veel: Groep, nu: datetime) -> None:
        po = self._po(nu)
        hier = [self.gemeente]
        overal = [g for g in self.spelers.gemeenten.values() if g.pk in po.gemeenten(Recht.PUBLICEREN)]
        h.publiceer(
            bron=self._v,
            gemeenten=overal if veel.get("overal") else hier,
            vraag=veel["vraag"],
            antwoord=veel["antwoord"],
            revisie=Dossier.objects.get(pk=self._v.pk).revisie,
            door=po,
            nu=nu,
        )

    def _sluit(self, nu: datetime) -> None:
        h.sluit(vraag=self._v, gezien=laatste_reactie(self._v), door=self._po(nu), nu=nu)
