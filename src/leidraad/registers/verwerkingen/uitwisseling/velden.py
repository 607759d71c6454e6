"""The fields a column can go to, with the words by which headers are recognised (synoniemen.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from leidraad.registers.verwerkingen.uitwisseling.woorden import plat

_BESTAND = Path(__file__).with_name("synoniemen.yaml")
_Lader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Veld:
    """A target of the mapping. `enkel`: at most one column; otherwise several columns are joined."""

    code: str
    label: str
    groep: str
    enkel: bool
    woorden: tuple[str, ...]


@cache
def velden() -> Mapping[str, Veld]:
    """All fields by code, in the order of the mapping screen."""
    return {
        v["code"]: Veld(
            v["code"],
            v["label"],
            v["groep"],
            v.get("enkel", False),
            tuple(dict.fromkeys(plat(woord) for woord in (v["label"], *v["woorden"]))),
        )
        for v in _inhoud()["velden"]
    }


@cache
def zonder_veld() -> tuple[str, ...]:
    """Headers that are known and have no field: their cells go to the note."""
    return tuple(dict.fromkeys(plat(woord) for woord in _inhoud()["zonder_veld"]))


@cache
def _inhoud() -> dict[str, list]:  # type: ignore[type-arg]
    return yaml.load(_BESTAND.read_text(encoding="utf-8"), Loader=_Lader)  # type: ignore[no-any-return]  # noqa: S506
