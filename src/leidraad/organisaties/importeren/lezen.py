"""Read a CSV file as offices really make them: any encoding and separator they use. No database."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

EENHEDEN = ("gemeente", "eenheid", "soort", "bovenliggend", "van", "tot")
FUNCTIES = ("gemeente", "eenheid", "functie", "naam", "email", "van", "tot")
_VERPLICHT = {
    EENHEDEN: {"gemeente", "eenheid", "soort"},
    FUNCTIES: {"gemeente", "functie", "naam", "email"},
}
_ANDERS = {
    "e-mail": "email",
    "e-mailadres": "email",
    "emailadres": "email",
    "bovenliggende eenheid": "bovenliggend",
}
_DATUM = re.compile(
    r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}))(?:[ T]00:00(?::00)?)?"
)


class LeesFout(ValueError):
    """The file as a whole cannot be used; the text is Dutch and says why."""


@dataclass(frozen=True)
class Rij:
    """One row: its number as a spreadsheet shows it, and its cells by column, stripped."""

    nummer: int
    cellen: dict[str, str]

    def __getitem__(self, kolom: str) -> str:
        return self.cellen.get(kolom, "")


def lees_rijen(inhoud: bytes, kolommen: tuple[str, ...]) -> list[Rij]:
    """The rows of a file with these columns. Raises LeesFout when it is empty, no CSV or misses a column."""
    regels = _regels(_tekst(inhoud), kolommen)
    nummer, kop = next(((n, r) for n, r in regels if any(r)), (0, []))
    if not kop:
        raise LeesFout("Het bestand is leeg.")
    namen = [_kolom(cel) for cel in kop]
    if dubbel := sorted({naam for naam in namen if naam in kolommen and namen.count(naam) > 1}):
        raise LeesFout(f"Rij {nummer}: de kolom ‘{dubbel[0]}’ staat er twee keer in.")
    if weg := sorted(_VERPLICHT[kolommen] - set(namen)):
        raise LeesFout(
            f"Rij {nummer}: deze kolommen ontbreken: {', '.join(weg)}. Verwacht: {', '.join(kolommen)}."
        )
    rijen = [
        Rij(n, {naam: cel for naam, cel in zip(namen, r, strict=False) if naam in kolommen})
        for n, r in regels
        if any(r)
    ]
    if not rijen:
        raise LeesFout("Het bestand heeft alleen een kop en geen rijen.")
    return rijen


def lees_datum(tekst: str) -> date | None:
    """A date as 2026-01-31 or 31-1-2026; None for an empty cell. Raises ValueError with a Dutch text."""
    if not tekst:
        return None
    if not (delen := _DATUM.fullmatch(tekst)):
        raise ValueError(f"‘{tekst}’ is geen datum. Schrijf 31-1-2026 of 2026-01-31.")
    jaar, maand, dag, dag_nl, maand_nl, jaar_nl = delen.groups()
    try:
        return date(int(jaar or jaar_nl), int(maand or maand_nl), int(dag or dag_nl))
    except ValueError:
        raise ValueError(f"De datum ‘{tekst}’ bestaat niet.") from None


def _tekst(inhoud: bytes) -> str:
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        codering = "utf-16"
    elif b"\x00" in inhoud or inhoud.startswith(b"PK\x03\x04"):
        raise LeesFout("Dit is geen CSV-bestand. Kies in uw programma ‘Opslaan als’ en dan CSV.")
    else:
        codering = "utf-8-sig"
    try:
        return inhoud.decode(codering)
    except UnicodeDecodeError:
        try:
            return inhoud.decode("cp1252")
        except UnicodeDecodeError:
            raise LeesFout(
                "De letters in dit bestand zijn niet te lezen. Sla het op als CSV UTF-8."
            ) from None


def _regels(tekst: str, kolommen: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Numbered rows of stripped cells, with the separator that finds most of the columns in the header."""
    if tekst[:4].lower() == "sep=":
        # Excel's own hint; the separator shows itself below.
        tekst = "\n" + tekst.partition("\n")[2]
    kop = next((regel for regel in tekst.splitlines() if regel.strip()), "")
    scheiding = max(";,\t", key=lambda teken: sum(_kolom(cel) in kolommen for cel in _eerste(kop, teken)))
    try:
        # newline="" leaves line ends inside a quoted cell to the reader.
        for nummer, rij in enumerate(csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding), 1):
            yield nummer, [" ".join(cel.split()) for cel in rij]
    except csv.Error as fout:
        raise LeesFout(f"Het bestand is beschadigd: {fout}") from fout


def _eerste(kop: str, scheiding: str) -> list[str]:
    return next(csv.reader([kop], delimiter=scheiding), [])


def _kolom(cel: str) -> str:
    naam = " ".join(cel.casefold().replace("_", " ").split())
    return _ANDERS.get(naam, naam)
