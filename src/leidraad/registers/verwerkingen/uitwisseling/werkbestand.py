"""An uploaded source between the steps of an import.

Outside the web root, under a random name, for one person in one municipality, and gone after a day.
"""

from __future__ import annotations

import json
import re
import secrets
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

GROOTST = 25 * 1024 * 1024
_BLIJFT = timedelta(hours=24)
_KENMERK = re.compile(r"[0-9a-f]{32}")
_KOP, _BESTAND, _BEZIG = "kop.json", "bestand", "bezig"


class GeenWerkbestand(LookupError):
    """There is no such upload, or it is another's, or it expired."""


@dataclass(frozen=True)
class Werkbestand:
    """An upload with what the steps so far made of it."""

    kenmerk: str
    naam: str
    map: Path

    def data(self) -> bytes:
        """The uploaded file. Raises GeenWerkbestand once the import is done."""
        try:
            return (self.map / _BESTAND).read_bytes()
        except FileNotFoundError as fout:
            raise GeenWerkbestand from fout

    def lees(self, stap: str) -> Any:
        """What a step kept; None when it has not been taken."""
        try:
            return json.loads((self.map / f"{stap}.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None

    def bewaar(self, stap: str, waarde: Any) -> None:
        """Keep what a step made, whole or not at all."""
        tijdelijk = self.map / f".{stap}-{secrets.token_hex(4)}"
        tijdelijk.write_text(json.dumps(waarde, ensure_ascii=False), encoding="utf-8")
        tijdelijk.replace(self.map / f"{stap}.json")

    def begin(self) -> bool:
        """Claim the import; False when it was already claimed: of two clicks one does the work."""
        try:
            (self.map / _BEZIG).mkdir()
        except FileExistsError:
            return False
        return True

    @property
    def is_begonnen(self) -> bool:
        """Whether somebody claimed the import."""
        return (self.map / _BEZIG).exists()

    def laat_los(self) -> None:
        """Give the claim back: the import failed and can be tried again."""
        (self.map / _BEZIG).rmdir()

    def rond_af(self) -> None:
        """The import is done: the source itself is no longer kept."""
        (self.map / _BESTAND).unlink(missing_ok=True)


def bewaar(naam: str, data: bytes, *, persoon_id: int, gemeente_id: int, nu: datetime) -> Werkbestand:
    """Keep an upload, and clear what expired."""
    ruim_op(nu)
    kenmerk = secrets.token_hex(16)
    map_ = _wortel() / kenmerk
    map_.mkdir(parents=True, mode=0o700)
    (map_ / _BESTAND).write_bytes(data)
    kop = {"naam": naam, "persoon": persoon_id, "gemeente": gemeente_id, "op": nu.isoformat()}
    (map_ / _KOP).write_text(json.dumps(kop), encoding="utf-8")
    return Werkbestand(kenmerk, naam, map_)


def zoek(kenmerk: str, *, persoon_id: int, gemeente_id: int, nu: datetime) -> Werkbestand:
    """The upload of this person in this municipality. Raises GeenWerkbestand."""
    if not _KENMERK.fullmatch(kenmerk):
        raise GeenWerkbestand
    map_ = _wortel() / kenmerk
    kop = _kop(map_)
    if kop is None or nu - datetime.fromisoformat(kop["op"]) > _BLIJFT:
        raise GeenWerkbestand
    if (kop["persoon"], kop["gemeente"]) != (persoon_id, gemeente_id):
        raise GeenWerkbestand
    return Werkbestand(kenmerk, str(kop["naam"]), map_)


def ruim_op(nu: datetime) -> None:
    """Remove uploads that expired: a job, idempotent."""
    for map_ in _wortel().glob("*"):
        kop = _kop(map_)
        if kop is not None and nu - datetime.fromisoformat(kop["op"]) > _BLIJFT:
            shutil.rmtree(map_, ignore_errors=True)


def _kop(map_: Path) -> dict[str, Any] | None:
    try:
        kop: dict[str, Any] = json.loads((map_ / _KOP).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    return kop


def _wortel() -> Path:
    return Path(settings.MEDIA_ROOT).parent / "import"
