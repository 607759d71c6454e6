"""Open a file and find out what it is: by what is in it, not by its name. No Django."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from leidraad.registers.verwerkingen.uitwisseling.bron import WAARSCHUWING, Bron, BronFout, Melding
from leidraad.registers.verwerkingen.uitwisseling.omvang import eis_dat_het_past
from leidraad.registers.verwerkingen.uitwisseling.rekenblad import lees_rekenblad
from leidraad.registers.verwerkingen.uitwisseling.tabel import maak_tabel
from leidraad.registers.verwerkingen.uitwisseling.tekstbestand import decodeer, lees_csv

FORMAAT = "leidraad-verwerkingen"
_ZIP_GROOTST = 200 * 1024 * 1024
_ZIP_DELEN = 10_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def lees(naam: str, data: bytes, blad: str = "") -> Bron:
    """Read a source. Raises BronFout with a Dutch text that says what is wrong with the file."""
    if not data.strip():
        raise BronFout("Het bestand is leeg.")
    if data.startswith(b"PK\x03\x04"):
        bron = _zip(naam, data, blad)
    elif data.startswith(_OLE):
        bron = lees_rekenblad(naam, data, blad)
    elif data.startswith(b"%PDF"):
        raise BronFout("Dit is een PDF. Lever het register als CSV-, Excel-, ODS- of JSON-bestand.")
    elif data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") or PurePath(naam).suffix.lower() == ".json":
        bron = _json(naam, decodeer(data)[0])
    else:
        bron = lees_csv(naam, data)
    return replace(bron, naam=naam)


def _zip(naam: str, data: bytes, blad: str) -> Bron:
    """A workbook, or the zip in which the AVG-register of the Rijk is exported."""
    try:
        archief = zipfile.ZipFile(io.BytesIO(data))
        delen = archief.infolist()
    except (zipfile.BadZipFile, ValueError) as fout:
        raise BronFout("Dit bestand is beschadigd en kan niet worden uitgepakt.") from fout
    namen = {deel.filename for deel in delen}
    if any(n.startswith("xl/") for n in namen) or "content.xml" in namen:
        eis_dat_het_past(archief)
        return lees_rekenblad(naam, data, blad)
    if any(n.startswith(("word/", "ppt/")) for n in namen):
        raise BronFout(
            "Dit is een Word- of PowerPoint-bestand. Lever het register als CSV-, Excel- of ODS-bestand."
        )
    jsons = [deel for deel in delen if deel.filename.lower().endswith(".json")]
    if not jsons:
        raise BronFout("In dit zip-bestand zit geen JSON-bestand met verwerkingen.")
    if len(delen) > _ZIP_DELEN or sum(deel.file_size for deel in delen) > _ZIP_GROOTST:
        raise BronFout("Dit zip-bestand wordt bij het uitpakken te groot.")
    bronnen = [_json(deel.filename, decodeer(_pak_uit(archief, deel))[0]) for deel in jsons]
    overig = ", ".join(sorted(deel.filename for deel in delen if deel not in jsons and not deel.is_dir()))
    return _samen(naam, bronnen, overig)


def _pak_uit(archief: zipfile.ZipFile, deel: zipfile.ZipInfo) -> bytes:
    """Unpack one member, never further than it promised to be."""
    try:
        with archief.open(deel) as stroom:
            return stroom.read(_ZIP_GROOTST)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as fout:
        reden = "beveiligd met een wachtwoord" if deel.flag_bits & 1 else "beschadigd"
        raise BronFout(f"Het zip-bestand is {reden} en kan niet worden uitgepakt.") from fout


def _samen(naam: str, bronnen: Sequence[Bron], overig: str) -> Bron:
    """Several JSON files of the same kind as one source; attachments are named, not read."""
    eerste = bronnen[0]
    if any(b.soort != eerste.soort or eerste.soort == "tabel" for b in bronnen[1:]):
        raise BronFout(
            "In dit zip-bestand zitten JSON-bestanden van verschillende soort. Importeer ze apart."
        )
    extra = (
        [Melding(None, None, WAARSCHUWING, f"Deze bestanden uit de zip zijn niet gelezen: {overig}")]
        if overig
        else []
    )
    records = tuple(record for b in bronnen for record in b.records)
    return replace(eerste, naam=naam, records=records, meldingen=(*eerste.meldingen, *extra))


def _json(naam: str, tekst: str) -> Bron:
    try:
        inhoud = json.loads(tekst.lstrip("\ufeff"))
    except (ValueError, RecursionError) as fout:
        waar = f" (regel {fout.lineno})" if isinstance(fout, json.JSONDecodeError) else ""
        raise BronFout(f"Dit JSON-bestand is beschadigd of niet compleet{waar}.") from fout
    if _te_diep(inhoud):
        raise BronFout("Dit JSON-bestand is te diep genest om een register te zijn.")
    if isinstance(inhoud, dict) and inhoud.get("formaat") == FORMAAT:
        return _leidraad(naam, inhoud)
    records = _records(inhoud)
    if not records:
        raise BronFout("In dit JSON-bestand staat geen lijst van verwerkingen.")
    if any(_is_avgregister(record) for record in records):
        return Bron("avgregister", naam, records=tuple(records), herkomst="AVG-register Rijksoverheid")
    return _platte_tabel(naam, records)


def _te_diep(inhoud: Any, diepst: int = 50) -> bool:
    """Whether the nesting goes deeper than any register."""
    laag = [inhoud] if isinstance(inhoud, (dict, list)) else []
    for _ in range(diepst):
        laag = [
            onder
            for waarde in laag
            for onder in (waarde.values() if isinstance(waarde, dict) else waarde)
            if isinstance(onder, (dict, list))
        ]
        if not laag:
            return False
    return True


def _leidraad(naam: str, inhoud: dict[str, Any]) -> Bron:
    if inhoud.get("versie") != 1:
        raise BronFout("Deze export komt uit een nieuwere Leidraad. Werk eerst deze installatie bij.")
    rijen = inhoud.get("verwerkingen")
    if not isinstance(rijen, list) or not all(isinstance(r, dict) for r in rijen):
        raise BronFout("Deze export van Leidraad is beschadigd: de lijst van verwerkingen ontbreekt.")
    if not rijen:
        raise BronFout("In deze export van Leidraad staat geen enkele verwerking.")
    return Bron("leidraad", naam, records=tuple(rijen), herkomst=str(inhoud.get("gemeente", "")))


def _records(inhoud: Any) -> list[dict[str, Any]]:
    """The list of objects in a JSON file: the file itself, the one list in it, or the one object."""
    if isinstance(inhoud, dict):
        lijsten = [w for w in inhoud.values() if isinstance(w, list) and w and isinstance(w[0], dict)]
        inhoud = lijsten[0] if len(lijsten) == 1 and not _is_avgregister(inhoud) else [inhoud]
    if not isinstance(inhoud, list):
        return []
    return [record for record in inhoud if isinstance(record, dict)]


def _is_avgregister(record: dict[str, Any]) -> bool:
    """The three kinds of export share these names."""
    return (
        "Naam" in record
        and len({"Nummer", "Doelen", "Betrokkenen", "Beveiliging", "GebPia"} & record.keys()) >= 2
    )


def _platte_tabel(naam: str, records: Sequence[dict[str, Any]]) -> Bron:
    """Any other list of objects is a table: its keys are the headers."""
    plat = [dict(_plat(record)) for record in records]
    koppen = list(dict.fromkeys(kop for rij in plat for kop in rij))
    if len(koppen) < 2:
        raise BronFout("In dit JSON-bestand staan geen verwerkingen die wij herkennen.")
    namen, rijen, _ = maak_tabel([koppen, *([rij.get(kop, "") for kop in koppen] for rij in plat)])
    return Bron("tabel", naam, namen, rijen)


def _plat(waarde: Any, pad: str = "") -> list[tuple[str, str]]:
    if isinstance(waarde, dict):
        return [
            paar
            for sleutel, w in waarde.items()
            for paar in _plat(w, f"{pad}.{sleutel}" if pad else str(sleutel))
        ]
    if isinstance(waarde, list):
        if all(not isinstance(w, (dict, list)) for w in waarde):
            return [(pad, "\n".join(blad_tekst(w) for w in waarde))]
        return [paar for nr, w in enumerate(waarde, 1) for paar in _plat(w, f"{pad} {nr}")]
    return [(pad, blad_tekst(waarde))]


def blad_tekst(waarde: Any) -> str:
    """A JSON value as people would type it."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return str(waarde)
