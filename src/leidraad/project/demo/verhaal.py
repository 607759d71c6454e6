"""The story of one verwerking: each step is one handeling, done by who would do it in real life."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from leidraad.dossiers.handelingen import (
    geef_advies,
    plaats_opmerking,
    reageer_op_advies,
    voeg_bijlage_toe,
    vraag_advies,
)
from leidraad.organisaties.models import Persoon
from leidraad.organisaties.rechten import Lid
from leidraad.project.demo.bestanden import processen
from leidraad.project.demo.pdf import pdf
from leidraad.project.demo.spelers import Spelers
from leidraad.registers.verwerkingen import handelingen as h
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.secties import SECTIES
from leidraad.registers.verwerkingen.stempel import sectie_stempel

Nummers = dict[tuple[str, str], str]
# Data point to their retention term, so new terms are saved first.
_VOLGORDE = sorted(SECTIES, key=lambda sectie: sectie.code == "gegevens")


class Verhaal:
    """One verwerking while it is played. `nummers` is shared: other stories look up their main verwerking."""

    def __init__(
        self, spelers: Spelers, slug: str, regel: dict[str, Any], nummers: Nummers, nu: datetime
    ) -> None:
        self.spelers, self.slug, self.regel, self.nummers = spelers, slug, regel, nummers
        self.gemeente = spelers.gemeenten[slug]
        self.eenheid = spelers.eenheid(self.gemeente, regel["eenheid"])
        self.behandelaar = self._behandelaar(nu)
        self.verwerking: Verwerking | None = None
        self.stand = Inhoud()
        self.hoofd = ""
        self._redenen = {stap: iter(regel.get(stap, [])) for stap in ("terug", "akkoord", "besluit")}

    def daad(
        self, stap: str, rij: Any, inhouden: list[Callable[[str], Inhoud]]
    ) -> Callable[[datetime], None]:
        """What must be done for a step; contents are taken one by one from `inhouden`."""
        if stap == "maak":
            return lambda nu: self._maak(inhouden.pop(0), nu)
        if stap == "wijzig":
            return lambda nu: self._wijzig(inhouden.pop(0), nu)
        if stap in ("opmerkingen", "adviesvragen", "adviezen", "reacties", "bijlagen"):
            doe = getattr(self, f"_{stap}")
            return lambda nu: doe(rij, nu)
        return getattr(self, f"_{stap}")  # type: ignore[no-any-return]

    # Who does it ----------------------------------------------------------------------------------------

    def _behandelaar(self, nu: datetime) -> Persoon | None:
        op = timezone.localdate(nu)
        match self.regel.get("behandelaar", "medewerker"):
            case None:
                return None
            case "privacy_officer":
                return self.spelers.iemand("privacy_officer", self.gemeente, op)
            case functie:
                return self.spelers.iemand(functie, self.gemeente, op, self.eenheid)

    def _leiding(self, nu: datetime) -> Lid:
        return self.spelers.lid(self.spelers.leiding(self.eenheid, timezone.localdate(nu)), nu)

    def _behandelt(self, nu: datetime) -> Lid:
        return self.spelers.lid(self.behandelaar, nu) if self.behandelaar else self._leiding(nu)

    def _met_functie(self, functie: str, nu: datetime) -> Lid:
        if functie == "leiding":
            return self._leiding(nu)
        if functie == "behandelaar":
            return self._behandelt(nu)
        return self.spelers.lid(self.spelers.iemand(functie, self.gemeente, timezone.localdate(nu)), nu)

    def _po(self, nu: datetime) -> Lid:
        return self._met_functie("privacy_officer", nu)

    # What is done ---------------------------------------------------------------------------------------

    @property
    def _v(self) -> Verwerking:
        if self.verwerking is None:
            raise ValueError(f"{self.slug} {self.regel['proces']}: begint niet met ‘maak’")
        return self.verwerking

    def _maak(self, inhoud: Callable[[str], Inhoud], nu: datetime) -> None:
        hoofd = processen()[self.regel["proces"]].get("hoofdverwerking", "")
        self.hoofd = self.nummers.get((self.slug, hoofd), "")
        self.stand = inhoud(self.hoofd)
        self.verwerking = h.maak_aan(
            gemeente=self.gemeente,
            eenheid=self.eenheid,
            inhoud=self.stand,
            behandelaar_id=self.behandelaar.pk if self.behandelaar else None,
            vertrouwelijkheid=self.regel.get("vertrouwelijkheid", "intern"),
            door=self._leiding(nu),
            nu=nu,
        )
        self.nummers.setdefault((self.slug, self.regel["proces"]), self.verwerking.dossier.nummer)

    def _wijzig(self, inhoud: Callable[[str], Inhoud], nu: datetime) -> None:
        """Save every section that is different, as somebody would in the forms."""
        nieuw, vooraf = inhoud(self.hoofd), self.stand
        for sectie in _VOLGORDE:
            namen = (*sectie.velden, *sectie.lijsten)
            if any(getattr(nieuw, naam) != getattr(vooraf, naam) for naam in namen):
                stempel = sectie_stempel(vooraf, sectie.code)
                self.verwerking = h.bewaar_sectie(
                    verwerking=self._v,
                    sectie=sectie.code,
                    nieuw=nieuw,
                    stempel=stempel,
                    door=self._behandelt(nu),
                    nu=nu,
                )
        self.stand = nieuw

    def _dien_in(self, nu: datetime) -> None:
        self.verwerking = h.dien_in(verwerking=self._v, door=self._behandelt(nu), nu=nu)

    def _akkoord(self, nu: datetime) -> None:
        redenen = next(self._redenen["akkoord"], "")
        self.verwerking = h.geef_akkoord(verwerking=self._v, redenen=redenen, door=self._po(nu), nu=nu)

    def _terug(self, nu: datetime) -> None:
        """The Privacy Officer sends it back."""
        redenen = next(self._redenen["terug"])
        self.verwerking = h.stuur_terug(verwerking=self._v, redenen=redenen, door=self._po(nu), nu=nu)

    def _terug_van_leiding(self, nu: datetime) -> None:
        """The manager does not establish it yet."""
        redenen = next(self._redenen["terug"])
        self.verwerking = h.stuur_terug(verwerking=self._v, redenen=redenen, door=self._leiding(nu), nu=nu)

    def _stel_vast(self, nu: datetime) -> None:
        dicht = self.regel.get("niet_openbaar")
        self.verwerking = h.stel_vast(
            verwerking=self._v,
            openbaarheid="niet_openbaar" if dicht else "openbaar",
            grond=dicht["grond"] if dicht else "",
            grond_toelichting=dicht["uitleg"] if dicht else "",
            toelichting=next(self._redenen["besluit"], ""),
            door=self._leiding(nu),
            nu=nu,
        )

    def _herzie(self, nu: datetime) -> None:
        self.verwerking = h.begin_herziening(verwerking=self._v, door=self._behandelt(nu), nu=nu)

    def _trek_in(self, nu: datetime) -> None:
        self.verwerking = h.trek_herziening_in(verwerking=self._v, door=self._behandelt(nu), nu=nu)

    def _beeindig(self, nu: datetime) -> None:
        self.verwerking = h.beeindig(
            verwerking=self._v,
            einddatum=timezone.localdate(nu),
            redenen=self.regel["einde"],
            door=self._leiding(nu),
            nu=nu,
        )

    # What hangs on it -----------------------------------------------------------------------------------

    def _opmerkingen(self, rij: dict[str, Any], nu: datetime) -> None:
        plaats_opmerking(self._v.dossier, tekst=rij["tekst"], door=self._met_functie(rij["van"], nu), nu=nu)

    def _adviesvragen(self, rij: dict[str, Any], nu: datetime) -> None:
        vraag_advies(self._v.dossier, aan=rij["aan"], vraag=rij["vraag"], door=self._behandelt(nu), nu=nu)

    def _adviezen(self, rij: dict[str, Any], nu: datetime) -> None:
        geef_advies(
            self._v.dossier,
            van=rij["van"],
            tekst=rij["tekst"],
            door=self._met_functie(rij["van"], nu),
            nu=nu,
        )

    def _reacties(self, rij: dict[str, Any], nu: datetime) -> None:
        reageer_op_advies(
            self._v.dossier.adviezen.get(tekst=rij["tekst"]),
            reactie=rij["reactie"],
            toelichting=rij.get("toelichting", ""),
            door=self._leiding(nu),
            nu=nu,
        )

    def _bijlagen(self, rij: dict[str, Any], nu: datetime) -> None:
        tekst = rij["tekst"]
        als_pdf = rij["naam"].endswith(".pdf")
        voeg_bijlage_toe(
            self._v.dossier,
            naam=rij["naam"],
            bestand=ContentFile(pdf(tekst) if als_pdf else tekst.encode(), name=rij["naam"]),
            omschrijving=rij["omschrijving"],
            door=self._behandelt(nu),
            nu=nu,
        )
