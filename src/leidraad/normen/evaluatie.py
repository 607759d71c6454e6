"""What toetsen share while they are evaluated together, and nothing longer than that.

Some shortfalls follow from rules that are no SQL, such as who is responsible for a unit. What those rules
need is loaded once for all toetsen of one evaluation; the next evaluation loads again, so it is never stale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class _Evaluatie:
    gemeente: int | None
    gedeeld: dict[Any, Any]


_bezig: ContextVar[_Evaluatie | None] = ContextVar("evaluatie", default=None)


@contextmanager
def evaluatie(gemeente: int | None = None, *, apart: bool = False) -> Iterator[None]:
    """Evaluate toetsen together, of one gemeente or of all.

    Within another evaluation they share with it, unless it stands `apart`.
    """
    buiten = None if apart else _bezig.get()
    token = _bezig.set(_Evaluatie(gemeente, buiten.gedeeld if buiten else {}))
    try:
        yield
    finally:
        _bezig.reset(token)


def gedeeld(maak: Callable[[datetime, int | None], T]) -> Callable[[datetime], T]:
    """Make `maak` (of a moment, and of one gemeente or None for all) once for each evaluation.

    Outside an evaluation it is made for all gemeenten, every time.
    """

    @wraps(maak)
    def lees(nu: datetime) -> T:
        if (bezig := _bezig.get()) is None:
            return maak(nu, None)
        sleutel = (maak, nu, bezig.gemeente)
        if sleutel not in bezig.gedeeld:
            bezig.gedeeld[sleutel] = maak(nu, bezig.gemeente)
        waarde: T = bezig.gedeeld[sleutel]
        return waarde

    return lees
