"""Find the header in a grid of cells and make a table of it. No Django."""

from __future__ import annotations

from collections.abc import Sequence

from leidraad.registers.verwerkingen.uitwisseling.bron import (
    INFO,
    BronFout,
    Melding,
    Rij,
    kolomletter,
    schoon,
    unieke_koppen,
)
from leidraad.registers.verwerkingen.uitwisseling.koppelen import bekend, scores

Rooster = Sequence[Sequence[str]]
_ZOEK_TOT = 25


def maak_tabel(
    rooster: Rooster, blad: str = ""
) -> tuple[tuple[str, ...], tuple[Rij, ...], tuple[Melding, ...]]:
    """Headers and rows of a grid; title lines above the header go to the report, empty lines do not count.

    Raises BronFout when there is no row that can be a header, or nothing below it.
    """
    kop_op, koppen, data_vanaf = _kop(rooster)
    breedte = max(len(koppen), max((_breedte(rij) for rij in rooster[data_vanaf:]), default=0))
    ruw = [*koppen, *([""] * (breedte - len(koppen)))]
    # A column without a header and without a single cell is no column.
    vol = [
        plaats
        for plaats in range(breedte)
        if ruw[plaats] or any(plaats < len(rij) and rij[plaats].strip() for rij in rooster[data_vanaf:])
    ]
    namen = unieke_koppen(ruw[p] or f"Kolom {kolomletter(p)}" for p in vol)
    meldingen = [
        Melding(nr + 1, None, INFO, "Regel boven de kolomkoppen, niet overgenomen: " + " | ".join(gevuld))
        for nr, rij in enumerate(rooster[:kop_op])
        if (gevuld := [schoon(cel) for cel in rij if cel.strip()])
    ]
    rijen = []
    kop_plat = [cel.strip() for cel in rooster[data_vanaf - 1]]
    for nr, rij in enumerate(rooster[data_vanaf:], data_vanaf + 1):
        cellen = tuple(schoon(rij[p]) if p < len(rij) else "" for p in vol)
        if not any(cellen):
            continue
        if [cel.strip() for cel in rij] == kop_plat:
            meldingen.append(Melding(nr, None, INFO, "Deze regel herhaalt de kolomkoppen en telt niet mee."))
            continue
        rijen.append(Rij(nr, cellen, blad))
    return namen, tuple(rijen), tuple(meldingen)


def kopscore(rij: Sequence[str], *, ook_gelijkend: bool = False) -> float:
    """How much a row looks like the header of a register: the number of its cells that are known headers."""
    koppen = [schoon(cel) for cel in rij if cel and len(cel) <= 160]
    if ook_gelijkend:
        return sum(gevonden[0][1] for kop in koppen if (gevonden := scores(kop)))
    return sum(1.0 for kop in koppen if bekend(kop))


def _kop(rooster: Rooster) -> tuple[int, list[str], int]:
    """Where the header starts, its texts, and where the data start; a merged header has two rows."""
    beste = _beste(rooster)
    kop = [cel.strip() for cel in rooster[beste]]
    if beste > 0 and (groepen := _groepen(rooster[beste - 1], kop)):
        return beste - 1, groepen, beste + 1
    if beste + 1 < len(rooster) and (onder := _onderkop(kop, rooster[beste + 1])):
        return beste, onder, beste + 2
    return beste, kop, beste + 1


def _beste(rooster: Rooster) -> int:
    """The row with the most known headers; with equal scores the upper row wins."""
    kandidaten = [
        nr for nr, rij in enumerate(rooster[:_ZOEK_TOT]) if sum(1 for cel in rij if cel.strip()) > 1
    ]
    for ook_gelijkend in (False, True):
        punten = {nr: kopscore(rooster[nr], ook_gelijkend=ook_gelijkend) for nr in kandidaten}
        beste = max(punten, key=lambda nr: (punten[nr], -nr), default=-1)
        if beste >= 0 and punten[beste] >= 1.2:
            return beste
    return _eerste_volle(rooster)


def _eerste_volle(rooster: Rooster) -> int:
    """No row is recognised: the header is the first row that fills most of the columns."""
    breedste = max((_breedte(rij) for rij in rooster), default=0)
    for nr, rij in enumerate(rooster[:_ZOEK_TOT]):
        if sum(1 for cel in rij if cel.strip()) > breedste / 2:
            return nr
    raise BronFout(
        "In dit bestand staat geen rij met kolomkoppen. Zet de namen van de kolommen boven de rijen."
    )


def _groepen(boven: Sequence[str], kop: list[str]) -> list[str]:
    """Headers below merged group headers: "Gegevens" over "Gewoon" and "Bijzonder". Empty when none."""
    gevuld = [plaats for plaats, cel in enumerate(boven) if cel.strip()]
    if len(gevuld) < 2 or len(gevuld) >= sum(1 for cel in kop if cel) or kopscore(boven) == 0:
        return []
    uit, groep = [], ""
    for plaats in range(max(len(kop), len(boven))):
        eigen = kop[plaats] if plaats < len(kop) else ""
        groep = boven[plaats].strip() if plaats in gevuld else groep
        uit.append(f"{groep} – {eigen}" if groep and eigen else eigen or (groep if plaats in gevuld else ""))
    return uit


def _onderkop(kop: list[str], onder: Sequence[str]) -> list[str]:
    """A second header row that only fills the columns of merged headers. Empty when it is a row of data."""
    gevuld = {plaats for plaats, cel in enumerate(onder) if cel.strip()}
    gaten = {plaats for plaats in range(len(kop)) if not kop[plaats]}
    # Below a merged header: its own column and the gap to the right of it.
    mag = gaten | {plaats for plaats in range(len(kop) - 1) if kop[plaats] and plaats + 1 in gaten}
    if not gaten & gevuld or not gevuld <= mag:
        return []
    uit, groep = [], ""
    for plaats, eigen in enumerate(kop):
        groep = eigen or groep
        sub = onder[plaats].strip() if plaats < len(onder) else ""
        uit.append(f"{groep} – {sub}" if sub else eigen)
    return uit


def _breedte(rij: Sequence[str]) -> int:
    return max((plaats + 1 for plaats, cel in enumerate(rij) if cel.strip()), default=0)
