"""Read the data files of the demo region. Everything that a user sees of it stands in `gegevens/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

GEGEVENS = Path(__file__).parent / "gegevens"
GEMEENTEN = ("leiden", "leiderdorp", "oegstgeest", "zoeterwoude")

# The C reader is five times faster; it is not in every build of PyYAML.
_LEZER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def lees(*pad: str) -> Any:
    """The content of one YAML file below `gegevens/`: shared, so nobody changes it."""
    tekst = GEGEVENS.joinpath(*pad).read_text(encoding="utf-8")
    return yaml.load(tekst, Loader=_LEZER)  # noqa: S506 - a safe loader


@cache
def processen() -> dict[str, dict[str, Any]]:
    """All processes by their key, whatever file they stand in. Raises ValueError for a key used twice."""
    alle: dict[str, dict[str, Any]] = {}
    for bestand in sorted((GEGEVENS / "processen").glob("*.yaml")):
        deel = lees("processen", bestand.name)
        if dubbel := alle.keys() & deel.keys():
            raise ValueError(f"Dubbel proces: {', '.join(sorted(dubbel))}")
        alle |= deel
    return alle


def voeg_samen(basis: dict[str, Any], anders: dict[str, Any]) -> dict[str, Any]:
    """`basis` with what is different in `anders`: groups are merged, other values replaced.

    None takes something away; its key stays, so that the rows after it keep their number.
    """
    uit = dict(basis)
    for sleutel, waarde in anders.items():
        oud = uit.get(sleutel)
        if isinstance(oud, dict) and isinstance(waarde, dict):
            uit[sleutel] = voeg_samen(oud, waarde)
        else:
            uit[sleutel] = waarde
    return uit
