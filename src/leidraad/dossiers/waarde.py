"""The content of a dossier as a plain value: frozen dataclasses, to JSON and back. No Django.

A value is made of text, whole numbers, yes/no, dates, moments, and tuples of rows that are values too.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def als_dict(waarde: Any) -> dict[str, Any]:
    """The value as JSON-ready data: dates and moments as ISO text, rows as lists."""
    return typing.cast(dict[str, Any], _plat(waarde))


def van_dict(klasse: type[T], gegevens: dict[str, Any]) -> T:
    """Rebuild a value of this class.

    Unknown keys are ignored, so an old version stays readable; wrong types raise TypeError or ValueError.
    """
    typen = _typen(klasse)  # type: ignore[arg-type]
    return klasse(**{naam: _waarde(typen[naam], w) for naam, w in gegevens.items() if naam in typen})


def alle_tekst(waarde: Any) -> str:
    """All words of the value, for the search index."""
    return " ".join(_teksten(waarde))


def _plat(waarde: Any) -> Any:
    # By hand: dataclasses.asdict copies every value deeply, which costs most of an import.
    if waarde is None or isinstance(waarde, (str, int)):
        return waarde
    if isinstance(waarde, tuple):
        return [_plat(w) for w in waarde]
    return waarde.isoformat() if isinstance(waarde, date) else {k: _plat(w) for k, w in vars(waarde).items()}


@cache
def _typen(klasse: type) -> dict[str, Any]:
    return typing.get_type_hints(klasse)


def _waarde(soort: Any, waarde: Any) -> Any:
    if typing.get_origin(soort) is tuple:
        return tuple(van_dict(typing.get_args(soort)[0], rij) for rij in waarde)
    if isinstance(soort, types.UnionType):
        if waarde is None:
            return None
        soort = next(s for s in typing.get_args(soort) if s is not types.NoneType)
    if isinstance(soort, type) and dataclasses.is_dataclass(soort) and isinstance(waarde, dict):
        return van_dict(soort, waarde)
    if soort in (date, datetime):
        return soort.fromisoformat(waarde)
    if not isinstance(waarde, soort) or (soort is int and isinstance(waarde, bool)):
        raise TypeError(f"verwacht {soort.__name__}, gekregen {type(waarde).__name__}")
    return waarde


def _teksten(waarde: Any) -> typing.Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, tuple) or dataclasses.is_dataclass(waarde):
        for deel in waarde if isinstance(waarde, tuple) else vars(waarde).values():
            yield from _teksten(deel)
