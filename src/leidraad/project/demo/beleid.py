"""The policy of the demo: written, checked, adopted, read, and now and then forgotten.

Each step is one handeling, done by who would do it in real life. The privacy policy has its own real days;
the rest counts back from today, so that the story stays fresh.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from zlib import crc32

from django.utils import timezone

from leidraad.dossiers.secties import sectie_stempel
from leidraad.organisaties.models import Bestuursorgaan, Persoon
from leidraad.organisaties.rechten import Lid
from leidraad.project.demo.bestanden import GEMEENTEN, lees
from leidraad.project.demo.kantoortijd import kantoortijd
from leidraad.project.demo.lekfeiten import Groep
from leidraad.project.demo.spelers import Spelers
from leidraad.registers.beleid import handelingen as h
from leidraad.registers.beleid import opslag
from leidraad.registers.beleid.inhoud import Inhoud, Versieinhoud
from leidraad.registers.beleid.kennisname import lezers
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie, Verwacht
from leidraad.registers.beleid.regels.conformiteit import Oordeel, uitgangspunten
from leidraad.registers.beleid.secties import VERSIE

Stap = tuple[datetime, Callable[[datetime], None]]
Stukken = dict[tuple[str, str], Beleidsstuk]

_GISTEREN = timedelta(days=1)
# People read in three waves: at once, after a week, after the reminder.
_GOLVEN = (0, 8, 33)


def beleiddaden(spelers: Spelers, nu: datetime) -> Iterator[Stap]:
    """Every step of every document with its moment. Raises ValueError for one that lies ahead of `nu`."""
    stukken: Stukken = {}
    for slug in GEMEENTEN:
        gegevens = lees("beleid", f"{slug}.yaml")
        for rij in gegevens["niet_nodig"]:
            yield _kantoortijd(_dag(rij["dagen"], nu), rij["code"]), partial(_niet_nodig, spelers, slug, rij)
        for regel in gegevens["stukken"]:
            yield from Levensloop(spelers, slug, regel, stukken, nu).stappen()


def _dag(wanneer: date | int, nu: datetime) -> date:
    """A day as the files write it: itself, or so many days ago."""
    return wanneer if isinstance(wanneer, date) else timezone.localdate(nu) - timedelta(days=wanneer)


def _kantoortijd(dag: date, toeval: str) -> datetime:
    """A moment in office hours, the same at every load for the same words."""
    return kantoortijd(dag, crc32(toeval.encode()))


def _niet_nodig(spelers: Spelers, slug: str, rij: Groep, nu: datetime) -> None:
    gemeente = spelers.gemeenten[slug]
    po = spelers.lid(spelers.iemand("privacy_officer", gemeente, timezone.localdate(nu)), nu)
    verwacht = Verwacht.objects.get(gemeente=gemeente, code=rij["code"])
    h.zet_niet_nodig(verwacht=verwacht, reden=rij["reden"], door=po, nu=nu)


class Levensloop:
    """One document of one gemeente while it is played."""

    def __init__(self, spelers: Spelers, slug: str, regel: Groep, stukken: Stukken, nu: datetime) -> None:
        self.spelers, self.slug, self.regel, self.stukken, self.nu = spelers, slug, regel, stukken, nu
        self.gemeente = spelers.gemeenten[slug]
        self.sleutel = regel["stuk"]
        self.gegevens = lees("beleid", "stukken.yaml")[self.sleutel]
        self.begin = _dag(regel["maak"], nu)

    def stappen(self) -> Iterator[Stap]:
        """What happens and when, in the order of time."""
        for moment, doe in sorted(self._alle(), key=lambda stap: stap[0]):
            if moment > self.nu:
                raise ValueError(f"{self.slug} {self.sleutel}: een stap ligt in de toekomst.")
            yield moment, doe

    def _alle(self) -> Iterator[Stap]:
        regel = self.regel
        yield self._om(self.begin), self._maak
        if "toets" in regel:
            yield self._na(regel["toets"]["na"]), partial(self._toets, regel["toets"])
        if vast := regel.get("vast"):
            yield self._na(vast["na"]), partial(self._stel_vast, vast)
        if griffie := regel.get("griffie"):
            yield self._om(griffie["besluit"] + _GISTEREN), partial(self._op_griffie, griffie)
        if opnieuw := regel.get("opnieuw"):
            yield self._na(opnieuw["na"]), partial(self._herschrijf, opnieuw)
            yield self._na(opnieuw["na"] + 4), partial(self._toets, {})
            vast = {"kenmerk": opnieuw["kenmerk"]}
            yield self._na(opnieuw["vast"]), partial(self._stel_vast, vast)
        if "beoordeel" in regel:
            yield self._na(regel["beoordeel"]["na"]), partial(self._beoordeel, regel["beoordeel"])
        if lezen := regel.get("lezen"):
            for golf, later in enumerate(_GOLVEN):
                yield self._na(lezen["na"] + later), partial(self._lees, lezen["deel"], golf)

    def _om(self, dag: date) -> datetime:
        return _kantoortijd(dag, f"{self.slug} {self.sleutel}")

    def _na(self, dagen: int) -> datetime:
        """That many days after it was made, later in the day than what was done before."""
        return self._om(self.begin + timedelta(days=dagen)) + timedelta(minutes=25)

    @property
    def _stuk(self) -> Beleidsstuk:
        return self.stukken[self.slug, self.sleutel]

    def _lid(self, nu: datetime, functie: str = "privacy_officer") -> Lid:
        op = timezone.localdate(nu)
        eenheid = self.regel.get("eenheid") if functie == "teammanager" else None
        plek = self.spelers.eenheid(self.gemeente, eenheid) if eenheid else None
        return self.spelers.lid(self.spelers.iemand(functie, self.gemeente, op, plek), nu)

    def _wie(self, nu: datetime) -> Lid:
        """Who keeps this document: the CISO what is hers, a manager that of the own team."""
        return self._lid(
            nu, "teammanager" if "eenheid" in self.regel else self.regel.get("wie", "privacy_officer")
        )

    def _maak(self, nu: datetime) -> None:
        if van := self.regel.get("kopie"):
            bron = self.stukken[van, self.sleutel]
            [versie] = h.kopieer_naar(stuk=bron, gemeenten=[self.gemeente], door=self._lid(nu), nu=nu)
            self.stukken[self.slug, self.sleutel] = versie.stuk
            return
        eenheid = self.regel.get("eenheid")
        velden = ("naam", "soort", "eigenaar", "omschrijving")
        self.stukken[self.slug, self.sleutel] = h.maak_stuk(
            gemeente=self.gemeente,
            eenheid=self.spelers.eenheid(self.gemeente, eenheid) if eenheid else None,
            inhoud=Inhoud(**{veld: self.gegevens[veld] for veld in velden}, verwacht=self._verwacht(nu)),
            versie=Versieinhoud(tekst=self.gegevens["tekst"]),
            door=self._wie(nu),
            nu=nu,
        )

    def _verwacht(self, nu: datetime) -> str:
        """What it fulfils; before the policy existed, nobody expected anything."""
        return str(self.gegevens.get("verwacht", "")) if uitgangspunten(timezone.localdate(nu)) else ""

    def _laatste(self) -> Beleidsversie:
        return self._stuk.versies.order_by("-nummer")[:1].get()

    def _toets(self, toets: Groep, nu: datetime) -> None:
        niet = toets.get("niet", {})
        oordelen = [
            Oordeel(
                code,
                "voldoet_niet" if code in niet else "voldoet",
                niet.get(code, f"{naam}: het stuk zegt hoe dit gaat en past bij het privacybeleid."),
            )
            for code, naam in uitgangspunten(timezone.localdate(nu)).items()
            if code in toets.get("alleen", [code])
        ]
        h.toets_conformiteit(versie=self._laatste(), oordelen=oordelen, door=self._lid(nu), nu=nu)

    def _stel_vast(self, vast: Groep, nu: datetime) -> None:
        functie = vast.get("functie", "")
        genomen = _dag(vast["besluit"], self.nu) if "besluit" in vast else timezone.localdate(nu) - _GISTEREN
        besluit = h.Besluit(
            orgaan=None if functie else self._college(),
            functie=functie,
            datum=genomen,
            geldig_vanaf=vast.get("geldig", genomen),
            kenmerk=vast.get("kenmerk", ""),
        )
        h.stel_vast(
            versie=self._laatste(),
            besluit=besluit,
            beoordelen_voor=_dag(vast["beoordelen"], self.nu) if "beoordelen" in vast else None,
            trekt_in=[self.stukken[self.slug, ander] for ander in vast.get("trekt_in", [])],
            door=self._wie(nu),
            nu=nu,
        )

    def _college(self) -> Bestuursorgaan:
        return Bestuursorgaan.objects.get(gemeente=self.gemeente, naam__istartswith="college")

    def _op_griffie(self, griffie: Groep, nu: datetime) -> None:
        h.pas_toe_op_griffie(
            stuk=self._stuk,
            besluitdatum=griffie["besluit"],
            kenmerk=griffie["kenmerk"],
            door=self._lid(nu),
            nu=nu,
        )

    def _herschrijf(self, opnieuw: Groep, nu: datetime) -> None:
        concept = h.maak_versie(stuk=self._stuk, door=self._wie(nu), nu=nu)
        oud = opslag.lees_versie(concept)
        nieuw = Versieinhoud(naam=opnieuw["naam"], tekst=oud.tekst + "\n" + opnieuw["erbij"])
        stempel = sectie_stempel(oud, VERSIE)
        h.wijzig_versie(versie=concept, nieuw=nieuw, stempel=stempel, door=self._wie(nu), nu=nu)

    def _beoordeel(self, beoordeel: Groep, nu: datetime) -> None:
        h.beoordeel_opnieuw(
            versie=self._laatste(), uitkomst=beoordeel["uitkomst"], toelichting=beoordeel["toelichting"],
            door=self._wie(nu), nu=nu,
        )  # fmt: skip

    def _lees(self, deel: int, golf: int, nu: datetime) -> None:
        """A part of the people reads it, each in the same wave whenever the demo is loaded."""
        versie = Beleidsversie.objects.select_related("stuk__dossier").get(pk=self._laatste().pk)
        h.vraag_kennisname(versie=versie, vraagt=True, door=self._lid(nu), nu=nu)
        moeten = lezers(versie, timezone.localdate(nu))
        for persoon in Persoon.objects.filter(pk__in=moeten).order_by("pk"):
            getal = crc32(f"{persoon.email} {self.sleutel}".encode())
            if getal % 100 < deel and getal // 100 % len(_GOLVEN) == golf:
                h.neem_kennis(versie=versie, door=self.spelers.lid(persoon, nu), nu=nu)
