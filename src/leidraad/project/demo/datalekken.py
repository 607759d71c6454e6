"""The story of every datalek in the demo: reported, judged, told to the AP and to people, and closed.

Each step is one handeling, done by who would do it in real life. Hours in the files count from the moment of
the report; what is still running is told from now, so that its clock runs when somebody opens the demo.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from zlib import crc32

from django.utils import timezone

from leidraad.dossiers.handelingen import geef_advies, koppel, reageer_op_advies
from leidraad.dossiers.models import Dossier
from leidraad.dossiers.secties import sectie_stempel
from leidraad.organisaties.models import Persoon
from leidraad.organisaties.rechten import Lid
from leidraad.project.demo.bestanden import GEMEENTEN, lees
from leidraad.project.demo.lekfeiten import Groep, meldmoment, volledig, werktijd
from leidraad.project.demo.spelers import Spelers
from leidraad.registers.datalekken import handelingen as h
from leidraad.registers.datalekken import inhoud as i
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.models import Datalek, Verbeteractie
from leidraad.registers.datalekken.secties import SECTIE

Nummers = dict[tuple[str, str], str]
Stap = tuple[datetime, Callable[[datetime], None]]

# The verwerkingen entered the register one by one; older breaches were linked to them on one later day.
_ALLES_GEKOPPELD = 30
_KORT = 72


def datalekdaden(spelers: Spelers, nummers: Nummers, nu: datetime) -> Iterator[Stap]:
    """Every step of every datalek with its moment. `nummers` names the verwerkingen, known while playing.

    Raises ValueError for a step that has not happened yet on `nu`.
    """
    for slug in GEMEENTEN:
        for regel in lees("datalekken", f"{slug}.yaml"):
            yield from Lek(spelers, slug, regel, nummers, nu).stappen()


class Lek:
    """One datalek while it is played."""

    def __init__(self, spelers: Spelers, slug: str, regel: Groep, nummers: Nummers, nu: datetime) -> None:
        self.spelers, self.slug, self.regel, self.nummers, self.nu = spelers, slug, regel, nummers, nu
        self.gemeente = spelers.gemeenten[slug]
        self.eenheid = spelers.eenheid(self.gemeente, regel["eenheid"])
        self.gemeld_op = meldmoment(regel, slug, nu)
        self.datalek: Datalek | None = None
        self.acties: dict[str, Verbeteractie] = {}

    def stappen(self) -> Iterator[Stap]:
        """What happens and when, in the order of time."""
        for moment, doe in sorted(self._alle(), key=lambda stap: stap[0]):
            if moment > self.nu:
                raise ValueError(f"{self.slug} ‘{self.regel['naam']}’: een stap ligt in de toekomst.")
            yield moment, doe

    def _alle(self) -> Iterator[Stap]:
        yield self.gemeld_op, self._meld
        for rij in self.regel.get("aanvullingen", []):
            yield self._na(rij["na"]), partial(self._vul_aan, rij)
        if "triage" not in self.regel:
            return
        triage = self._na(self.regel["triage"])
        yield triage, self._beoordeel
        yield from self._overleg()
        yield from self._besluit()
        for rij in self.regel.get("acties", []):
            yield from self._actie(rij)
        if raakt := self.regel.get("raakt"):
            op = max(
                triage + timedelta(minutes=9), werktijd(self.nu, _ALLES_GEKOPPELD, crc32(raakt.encode()))
            )
            yield op, self._koppel
        if "sluit" in self.regel:
            yield self._na(self.regel["sluit"]), partial(self._zet, h.sluit_af)
        if heropen := self.regel.get("heropen"):
            yield self._na(heropen["na"]), partial(self._heropen, heropen)

    def _overleg(self) -> Iterator[Stap]:
        if "ciso" in self.regel:
            yield self._na(self.regel["ciso"]), partial(self._zet, h.licht_ciso_in)
        if fg := self.regel.get("fg"):
            gevraagd = self._na(fg["na"])
            yield gevraagd, self._vraag_advies
            if "advies" in fg:
                gegeven = gevraagd + timedelta(hours=1)
                yield gegeven, partial(self._adviseer, fg)
                yield gegeven + timedelta(minutes=40), partial(self._reageer, fg)

    def _besluit(self) -> Iterator[Stap]:
        if risico := self.regel.get("risico"):
            yield self._na(risico["na"]), partial(self._beslis, risico)
        if uitzondering := self.regel.get("uitzondering"):
            yield self._na(uitzondering["na"]), partial(self._zonder_uitleg, uitzondering)
        for rij in self.regel.get("ap", []):
            yield self._na(rij["na"]), partial(self._meld_bij_ap, rij)
        for rij in self.regel.get("ingelicht", []):
            yield self._na(rij["na"]), partial(self._deel_mee, rij)

    def _actie(self, rij: Groep) -> Iterator[Stap]:
        yield self._na(rij["na"]), partial(self._voeg_actie_toe, rij)
        if "klaar" in rij:
            yield self._na(rij["klaar"]), partial(self._rond_actie_af, rij)

    def _na(self, uren: float) -> datetime:
        """That many hours after the report. What can wait does not happen in a weekend."""
        moment = self.gemeld_op + timedelta(hours=uren)
        if "uren" in self.regel or uren <= _KORT:
            return moment
        lokaal = timezone.localtime(moment)
        return moment + timedelta(days=max(7 - lokaal.weekday(), 0) if lokaal.weekday() > 4 else 0)

    # Who does it ----------------------------------------------------------------------------------------

    def _wie(self, functie: str, nu: datetime) -> Persoon:
        op = timezone.localdate(nu)
        if functie == "leiding":
            return self.spelers.leiding(self.eenheid, op)
        waar = None if functie in ("privacy_officer", "fg", "ciso") else self.eenheid
        return self.spelers.iemand(functie, self.gemeente, op, waar)

    def _lid(self, functie: str, nu: datetime) -> Lid:
        return self.spelers.lid(self._wie(functie, nu), nu)

    def _po(self, nu: datetime) -> Lid:
        return self._lid("privacy_officer", nu)

    # What is done ---------------------------------------------------------------------------------------

    @property
    def _d(self) -> Datalek:
        if self.datalek is None:
            raise ValueError(f"{self.slug} ‘{self.regel['naam']}’: nog niet gemeld")
        return self.datalek

    def _meld(self, nu: datetime) -> None:
        """What the reporter knows: what happened, and when she saw it."""
        ontdekt = nu - timedelta(hours=self.regel.get("ontdekt", 1))
        eerste = i.Inhoud(
            omschrijving=self.regel["melding"],
            ontdekt_op=ontdekt,
            soort_incident=self.regel["feiten"]["soort_incident"],
        )
        if verwerker := self.regel.get("verwerker"):
            link, _ = h.maak_meldlink(
                gemeente=self.gemeente, verwerker=verwerker, door=self._po(nu), nu=nu - timedelta(minutes=30)
            )
            self.datalek = h.meld_als_verwerker(link=link, inhoud=eerste, nu=nu)
            return
        self.datalek = h.meld(
            gemeente=self.gemeente,
            eenheid=self.eenheid,
            inhoud=eerste,
            namens=self.regel.get("namens", ""),
            door=self._lid(self.regel.get("melder", "medewerker"), nu),
            nu=nu,
        )

    def _vul_aan(self, rij: Groep, nu: datetime) -> None:
        wie: str = rij.get("door") or self.regel.get("melder", "medewerker")
        h.vul_aan(datalek=self._d, tekst=rij["tekst"], door=self._lid(wie, nu), nu=nu)

    def _beoordeel(self, nu: datetime) -> None:
        """Triage; what turns out to be a breach is described section by section."""
        reden = self.regel.get("geen_datalek", "")
        self.datalek = h.beoordeel_melding(
            datalek=self._d, is_datalek=not reden, reden=reden, door=self._po(nu), nu=nu
        )
        if reden:
            return
        if "verwerker" in self.regel:
            self._plaats(nu)
        nieuw = volledig(self.regel, opslag.lees(self._d))
        for sectie in ("feiten", "tijdlijn", "wie_en_wat", "gevolgen"):
            self._bewaar(sectie, nieuw, nu)

    def _plaats(self, nu: datetime) -> None:
        """A processor does not know our units: the Privacy Officer says whose it is, and takes it herself."""
        po = self._wie("privacy_officer", nu)
        self.datalek = h.plaats(
            datalek=self._d, eenheid=self.eenheid, behandelaar=po, door=self._po(nu), nu=nu
        )

    def _bewaar(self, sectie: str, nieuw: i.Inhoud, nu: datetime) -> None:
        stempel = sectie_stempel(opslag.lees(self._d), SECTIE[sectie])
        self.datalek = h.bewaar_sectie(
            datalek=self._d, sectie=sectie, nieuw=nieuw, stempel=stempel, door=self._po(nu), nu=nu
        )

    def _zonder_uitleg(self, uitzondering: Groep, nu: datetime) -> None:
        """Why people are not told one by one (AVG art. 34 lid 3; Wpg art. 33a lid 7)."""
        nieuw = replace(
            opslag.lees(self._d),
            uitzondering=uitzondering["soort"],
            uitzondering_toelichting=uitzondering["reden"],
        )
        self._bewaar("informeren", nieuw, nu)

    def _beslis(self, risico: Groep, nu: datetime) -> None:
        factoren = i.Factoren(**dict(zip(i.FACTOREN, risico["factoren"], strict=True)))
        self.datalek = h.beslis_risico(
            datalek=self._d,
            factoren=factoren,
            risico=risico["besluit"],
            reden=risico["reden"],
            door=self._po(nu),
            nu=nu,
        )

    def _zet(self, handeling: Callable[..., Datalek], nu: datetime) -> None:
        self.datalek = handeling(datalek=self._d, door=self._po(nu), nu=nu)

    def _heropen(self, heropen: Groep, nu: datetime) -> None:
        self.datalek = h.heropen(datalek=self._d, reden=heropen["reden"], door=self._po(nu), nu=nu)

    def _meld_bij_ap(self, rij: Groep, nu: datetime) -> None:
        h.meld_bij_ap(
            datalek=self._d,
            soort=rij.get("soort", "eerste"),
            verzonden_op=nu,
            ap_kenmerk=rij.get("kenmerk", ""),
            reden_te_laat=rij.get("te_laat", ""),
            door=self._po(nu),
            nu=nu,
        )

    def _deel_mee(self, rij: Groep, nu: datetime) -> None:
        h.deel_mee(
            datalek=self._d,
            wijze=rij.get("wijze", "brief"),
            verstuurd_op=nu,
            aantal=rij["aantal"],
            tekst=rij["tekst"],
            door=self._po(nu),
            nu=nu,
        )

    def _vraag_advies(self, nu: datetime) -> None:
        h.vraag_advies_fg(datalek=self._d, door=self._po(nu), nu=nu)

    def _adviseer(self, fg: Groep, nu: datetime) -> None:
        geef_advies(self._d.dossier, van="fg", tekst=fg["advies"], door=self._lid("fg", nu), nu=nu)

    def _reageer(self, fg: Groep, nu: datetime) -> None:
        reageer_op_advies(
            self._d.dossier.adviezen.get(tekst=fg["advies"]),
            reactie="legt_uit" if "uitleg" in fg else "volgt",
            toelichting=fg.get("uitleg", ""),
            door=self._po(nu),
            nu=nu,
        )

    def _voeg_actie_toe(self, rij: Groep, nu: datetime) -> None:
        self.acties[rij["wat"]] = h.voeg_actie_toe(
            datalek=self._d,
            omschrijving=rij["wat"],
            eigenaar=self._wie(rij.get("wie", "leiding"), nu),
            uiterlijk=timezone.localdate(nu) + timedelta(days=rij["dagen"]),
            door=self._po(nu),
            nu=nu,
        )

    def _rond_actie_af(self, rij: Groep, nu: datetime) -> None:
        eigenaar = self._lid(rij.get("wie", "leiding"), nu)
        h.rond_actie_af(actie=self.acties[rij["wat"]], resultaat=rij["resultaat"], door=eigenaar, nu=nu)

    def _koppel(self, nu: datetime) -> None:
        nummer = self.nummers[self.slug, self.regel["raakt"]]
        verwerking = Dossier.objects.get(gemeente=self.gemeente, nummer=nummer)
        koppel(self._d.dossier, verwerking, soort="raakt", door=self._po(nu), nu=nu)
