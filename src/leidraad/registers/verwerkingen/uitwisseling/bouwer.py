"""Build one `Inhoud` from the cells of a row, so that no cell gets lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from leidraad.registers.verwerkingen import inhoud as i
from leidraad.registers.verwerkingen.uitwisseling.bron import FOUT, INFO, WAARSCHUWING, Melding
from leidraad.registers.verwerkingen.uitwisseling.eenheden import GEEN_KEUZE, Eenheidkeuze
from leidraad.registers.verwerkingen.uitwisseling.grenzen import grens
from leidraad.registers.verwerkingen.uitwisseling.woorden import zegt_niets

NOOT_KOP = "Overgenomen uit het oude register:"
_KLASSEN: dict[str, Any] = {
    "doelen": i.Doel,
    "betrokkenen": i.Betrokkenen,
    "gegevens": i.Gegeven,
    "bewaartermijnen": i.Bewaartermijn,
    "ontvangers": i.Ontvanger,
    "systemen": i.Systeem,
    "maatregelen": i.Maatregel,
}


@dataclass(frozen=True)
class Omgeving:
    """What a conversion must know of the municipality: today, the names it can refer to, the units chosen."""

    op: date
    gemeente: str = ""
    eenheden: tuple[str, ...] = ()
    bestuursorganen: tuple[str, ...] = ()
    eenheidkeuze: Eenheidkeuze = GEEN_KEUZE

    def eenheid(self, tekst: str) -> str:
        """The unit here that a text of the source means; empty when it means none."""
        return self.eenheidkeuze.eenheid(tekst, self.eenheden)


@dataclass(frozen=True)
class Cel:
    """A cell with something in it."""

    kop: str
    tekst: str


@dataclass(frozen=True)
class Omgezet:
    """A row as content. `afgekeurd`: it cannot become a verwerking; its cells are in `meldingen`.

    `sleutel` recognises the row in a next import; `uuid` is that of the verwerking of which it is an export.
    """

    rij: int
    bron_nummer: str
    inhoud: i.Inhoud
    eenheid: str = ""
    meldingen: tuple[Melding, ...] = ()
    afgekeurd: bool = False
    sleutel: str = ""
    uuid: str = ""


@dataclass
class Bouwer:
    """Collects fields, rows, note lines and report lines of one row."""

    rij: int
    omgeving: Omgeving
    velden: dict[str, Any] = field(default_factory=dict)
    lijsten: dict[str, list[Any]] = field(default_factory=lambda: {naam: [] for naam in _KLASSEN})
    noten: list[tuple[str, str]] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)
    eenheid: str = ""

    def meld(self, cel: Cel | None, melding: str, ernst: str = WAARSCHUWING) -> None:
        """Add a line to the report about a cell, or about the whole row."""
        self.meldingen.append(Melding(self.rij, cel.kop if cel else None, ernst, melding))

    def noteer(self, cel: Cel) -> None:
        """Keep the words of a cell in the note, labelled with its header."""
        if (cel.kop, cel.tekst) not in self.noten:
            self.noten.append((cel.kop, cel.tekst))

    def knip(self, lijst: str, veld: str, tekst: str, cel: Cel) -> str:
        """The text as far as the field can hold it; a text that is too long stands whole in the note."""
        langste = grens(lijst, veld)
        if langste is None or len(tekst) <= langste:
            return tekst
        self.noteer(cel)
        self.meld(
            cel,
            f"Deze tekst is te lang ({len(tekst)} tekens, hoogstens {langste}). Het begin staat in het veld, "
            "de hele tekst in de notitie.",
        )
        return tekst[: langste - 1] + "…"

    def zet(self, veld: str, tekst: str, cel: Cel) -> None:
        """Fill a single text field; a second text is added below the first."""
        self.velden[veld] = self.erbij("", veld, self.velden.get(veld, ""), tekst, cel)

    def erbij(self, lijst: str, veld: str, al: str, tekst: str, cel: Cel, scheiding: str = "\n") -> str:
        """A text added to what a field already says; when that does not fit, the cell stands in the note."""
        if not al:
            return self.knip(lijst, veld, tekst, cel)
        langste = grens(lijst, veld)
        if langste is not None and len(al) + len(scheiding) + len(tekst) > langste:
            self.noteer(cel)
            self.meld(cel, "Deze tekst past niet meer in het veld. Hij staat in de notitie.")
            return al
        return al + scheiding + tekst

    def voeg_toe(self, lijst: str, **waarden: Any) -> Any:
        """Add a row to a list and give it the next number."""
        rij = _KLASSEN[lijst](regel=len(self.lijsten[lijst]) + 1, **waarden)
        self.lijsten[lijst].append(rij)
        return rij

    def wijzig_alle(self, lijst: str, **waarden: Any) -> None:
        """Set the same values on every row of a list."""
        self.lijsten[lijst] = [
            rij if all(getattr(rij, v) == w for v, w in waarden.items()) else replace(rij, **waarden)
            for rij in self.lijsten[lijst]
        ]

    def kies_eenheid(self, cellen: Iterable[Cel]) -> None:
        """The unit by name or choice. Other names stay in the note, unknown ones in the report."""
        # The smallest unit says most.
        for cel in sorted(cellen, key=lambda c: 0 if "team" in c.kop.lower() else 1):
            naam = self.omgeving.eenheid(cel.tekst)
            if naam and not self.eenheid:
                self.eenheid = naam
            elif not naam and not zegt_niets(cel.tekst):
                self.meld(
                    cel, f"‘{cel.tekst[:80]}’ is geen eenheid van deze gemeente. Het staat in de notitie."
                )
            if naam != cel.tekst or naam != self.eenheid:
                self.noteer(cel)

    def klaar(self) -> i.Inhoud:
        """The content, with everything that has no field in the note."""
        self.velden["notitie"] = self.notitie()
        lijsten: dict[str, Any] = {naam: tuple(rijen) for naam, rijen in self.lijsten.items()}
        return i.Inhoud(**self.velden, **lijsten)

    def notitie(self) -> str:
        """The note of the verwerking, with the cells that have no field below it."""
        eigen = self.velden.get("notitie", "")
        ruimte = (grens("", "notitie") or 0) - len(eigen) - len(NOOT_KOP) - 2
        regels = []
        for kop, tekst in self.noten:
            regel = f"{kop}: {tekst}"
            if len(regel) + 1 > ruimte:
                self.meld(Cel(kop, tekst), f"De notitie is vol. Deze tekst is niet overgenomen: {tekst}")
                continue
            ruimte -= len(regel) + 1
            regels.append(regel)
        blok = "\n".join([NOOT_KOP, *regels]) if regels else ""
        return "\n\n".join(deel for deel in (eigen, blok) if deel)


def afgekeurd(rij: int, nummer: str, cellen: Sequence[Cel], reden: str) -> Omgezet:
    """A row that cannot be taken over: the reason and all its cells go to the report."""
    meldingen = [Melding(rij, None, FOUT, reden)]
    meldingen += [Melding(rij, cel.kop, INFO, f"Niet overgenomen: {cel.tekst}") for cel in cellen]
    return Omgezet(rij, nummer, i.Inhoud(), meldingen=tuple(meldingen), afgekeurd=True)
