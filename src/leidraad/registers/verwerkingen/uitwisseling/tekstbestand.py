"""Read CSV in whatever encoding and with whatever separator it came. No Django."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections import Counter

from leidraad.registers.verwerkingen.uitwisseling.bron import INFO, Bron, BronFout, Melding
from leidraad.registers.verwerkingen.uitwisseling.tabel import maak_tabel

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# Letters that Dutch, German and French text has; the encoding that yields most of them is the right one.
_GEWOON = frozenset("éëèêïîíöôóòüûúùáàäâçñÉËÏÖÜÄß€‘’“”–•…")
_ENKELE_BYTES = {
    "cp1252": "Windows-1252",
    "cp850": "de oude DOS-codering",
    "mac_roman": "de codering van oude Macs",
}
_BESCHERMD = ("'=", "'+", "'-", "'@")
_SCHEIDINGEN = {",": "komma", ";": "puntkomma", "\t": "tab", "|": "streepje"}


def lees_csv(naam: str, data: bytes) -> Bron:
    """A table from a text file. Raises BronFout when it is no text, is cut off, or has no header."""
    tekst, codering = decodeer(data)
    meldingen = [Melding(None, None, INFO, f"Het bestand is gelezen als {codering}.")] if codering else []
    if m := re.match(r"sep=(.)\r?\n", tekst):
        tekst, scheiding = tekst[m.end() :], m[1]
    else:
        scheiding = _scheiding(tekst)
    rooster = _rooster(tekst, scheiding)
    koppen, rijen, extra = maak_tabel(rooster)
    if not rijen:
        raise BronFout("Onder de kolomkoppen staat geen enkele rij.")
    return Bron("tabel", naam, koppen, rijen, meldingen=(*meldingen, *extra))


def decodeer(data: bytes) -> tuple[str, str]:
    """The text of a file, and the name of its encoding when not UTF-8. Raises BronFout for binary data."""
    for bom, codering in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(codering), "" if codering == "utf-8-sig" else codering.upper()
            except UnicodeDecodeError as fout:
                raise BronFout("Het bestand is beschadigd: de tekens zijn niet te lezen.") from fout
    kop = data[:4000]
    if (nullen := kop.count(0)) > len(kop) / 4:
        tekst = data.decode("utf-16-le" if kop[1::2].count(0) > kop[::2].count(0) else "utf-16-be", "replace")
        if sum(1 for teken in tekst[:2000] if not (teken.isprintable() or teken.isspace())) * 20 < len(
            tekst[:2000]
        ):
            return tekst, "UTF-16"
    if nullen or sum(kop.count(b) for b in (1, 2, 3, 4, 5, 6, 14, 15, 16)) > 2:
        raise BronFout(
            "Dit is geen tekstbestand en geen rekenblad. Lever een CSV-, Excel-, ODS- of JSON-bestand."
        )
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _enkele_bytes(data)


def _enkele_bytes(data: bytes) -> tuple[str, str]:
    def goed(codering: str) -> int:
        hoog = bytes(b for b in data if b > 127).decode(codering, "replace")
        return sum(1 if teken in _GEWOON else -1 for teken in hoog)

    beste = max(_ENKELE_BYTES, key=goed)
    try:
        return data.decode(beste), _ENKELE_BYTES[beste]
    except UnicodeDecodeError:
        return data.decode("latin-1"), "ISO-8859-1"


def _scheiding(tekst: str) -> str:
    """The separator that gives the most columns in the same number on most lines."""

    def waarde(teken: str) -> float:
        proef = _lees(tekst[:50_000], teken, streng=False)[:60]
        breedtes = Counter(len(rij) for rij in proef if len(rij) > 1)
        if not breedtes:
            return 0.0
        breedte, keer = max(breedtes.items(), key=lambda paar: paar[1] * paar[0])
        return breedte * keer / max(len([rij for rij in proef if rij]), 1)

    return max(_SCHEIDINGEN, key=waarde)


def _rooster(tekst: str, scheiding: str) -> list[list[str]]:
    if not tekst.strip():
        raise BronFout("Het bestand is leeg.")
    try:
        return _lees(tekst, scheiding, streng=True)
    except csv.Error as fout:
        if "unexpected end" in str(fout):
            raise BronFout(
                "Het bestand breekt af midden in een tekst tussen aanhalingstekens. Het is beschadigd of "
                "niet helemaal opgeslagen."
            ) from fout
        return _lees(tekst, scheiding, streng=False)


def _lees(tekst: str, scheiding: str, *, streng: bool) -> list[list[str]]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    lezer = csv.reader(
        io.StringIO(tekst.replace("\0", "\ufffd"), newline=""),
        delimiter=scheiding,
        strict=streng,
        skipinitialspace=True,
    )
    # An export protects cells that look like a formula with a quote; here they are what they were.
    return [[cel[1:] if cel[:2] in _BESCHERMD else cel for cel in rij] for rij in lezer]
