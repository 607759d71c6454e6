"""Read Excel and OpenDocument spreadsheets. No Django."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from leidraad.registers.verwerkingen.uitwisseling.bron import WAARSCHUWING, Bron, BronFout, Melding
from leidraad.registers.verwerkingen.uitwisseling.tabel import kopscore, maak_tabel
from leidraad.registers.verwerkingen.uitwisseling.woorden import plat

_GROOTST = 500 * 1024 * 1024
_VERSLEUTELD = "EncryptedPackage".encode("utf-16-le")


def lees_rekenblad(naam: str, data: bytes, blad: str = "") -> Bron:
    """A table from a workbook: the sheet that looks most like a register, and those with the same headers.

    What stands on other sheets is named in the report. Raises BronFout.
    """
    if _VERSLEUTELD in data:
        raise BronFout(
            "Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf en probeer opnieuw."
        )
    _past(data)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as boek:
            roosters = {n: _rooster(boek.get_sheet_by_name(n)) for n in boek.sheet_names}
    except PasswordError as fout:
        raise BronFout("Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf.") from fout
    except (CalamineError, OSError, ValueError) as fout:
        raise BronFout("Dit rekenblad is beschadigd of geen Excel- of ODS-bestand.") from fout
    return _kies(naam, {n: r for n, r in roosters.items() if any(any(rij) for rij in r)}, blad)


def _past(data: bytes) -> None:
    """Refuse a workbook that would unpack to an absurd size."""
    if data.startswith(b"PK"):
        try:
            groot = sum(deel.file_size for deel in zipfile.ZipFile(io.BytesIO(data)).infolist())
        except (zipfile.BadZipFile, ValueError) as fout:
            raise BronFout("Dit rekenblad is beschadigd.") from fout
        if groot > _GROOTST:
            raise BronFout("Dit rekenblad wordt bij het uitpakken te groot (meer dan 500 MB).")


def _kies(naam: str, roosters: dict[str, list[list[str]]], blad: str) -> Bron:
    if not roosters:
        raise BronFout("In dit rekenblad staat niets.")
    if blad and blad not in roosters:
        raise BronFout(f"Het blad ‘{blad}’ bestaat niet of is leeg. De bladen zijn: {', '.join(roosters)}.")
    beste = blad or max(roosters, key=lambda n: _score(roosters[n]))
    koppen, rijen, meldingen = maak_tabel(roosters[beste], beste)
    alle, extra = list(rijen), list(meldingen)
    for ander in (n for n in roosters if n != beste):
        if not blad and (zelfde := _zelfde(roosters[ander], ander, koppen)):
            alle += zelfde
            extra.append(
                Melding(None, None, "info", f"Het blad ‘{ander}’ heeft dezelfde kolommen en is ook gelezen.")
            )
            continue
        cellen = sum(1 for rij in roosters[ander] for cel in rij if cel)
        extra.append(
            Melding(
                None,
                None,
                WAARSCHUWING,
                f"Het blad ‘{ander}’ is niet gelezen ({cellen} gevulde cellen). "
                "Is het ook een register? Importeer het dan apart.",
            )
        )
    if not alle:
        raise BronFout(f"Op het blad ‘{beste}’ staat onder de kolomkoppen geen enkele rij.")
    return Bron("tabel", naam, koppen, tuple(alle), meldingen=tuple(extra), bladen=tuple(roosters))


def _score(rooster: list[list[str]]) -> tuple[float, int]:
    return max((kopscore(rij) for rij in rooster[:25]), default=0.0), len(rooster)


def _zelfde(rooster: list[list[str]], blad: str, koppen: tuple[str, ...]) -> Sequence[Any]:
    """The rows of another sheet when its headers are the same ones in the same order."""
    try:
        andere, rijen, _ = maak_tabel(rooster, blad)
    except BronFout:
        return ()
    return rijen if [plat(kop) for kop in andere] == [plat(kop) for kop in koppen] else ()


def _rooster(blad: CalamineSheet) -> list[list[str]]:
    """The cells as people see them, from the first row of the sheet on."""
    return [[_tekst(cel) for cel in rij] for rij in blad.to_python(skip_empty_area=False)]


def _tekst(cel: Any) -> str:
    if isinstance(cel, str):
        return cel
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, float):
        return str(int(cel)) if cel.is_integer() else repr(cel)
    if isinstance(cel, datetime):
        return cel.date().isoformat() if cel.time() == time() else cel.isoformat(" ", "minutes")
    if isinstance(cel, (date, time)):
        return cel.isoformat()
    return str(cel) if isinstance(cel, (int, timedelta)) else ""
