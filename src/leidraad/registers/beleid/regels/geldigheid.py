"""Which version is in force on a day (norms 1.1.3 and 1.1.6).

`models.geldig_q` says the same in SQL; a property test proves that the two agree.
"""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from leidraad.registers.beleid.begrippen import Stand


class Geldig(Protocol):
    """A version as the rules see it: in force from `geldig_vanaf`, no longer on `ingetrokken_per`.

    A concept has neither.
    """

    @property
    def geldig_vanaf(self) -> date | None:
        """The first day on which it is in force."""

    @property
    def ingetrokken_per(self) -> date | None:
        """The first day on which it no longer is."""


V = TypeVar("V", bound=Geldig)


def stand(versie: Geldig, op: date) -> Stand:
    """Where a version stands on day `op`."""
    if versie.geldig_vanaf is None:
        return Stand.CONCEPT
    if versie.ingetrokken_per is not None and versie.ingetrokken_per <= op:
        return Stand.INGETROKKEN
    return Stand.KOMT if op < versie.geldig_vanaf else Stand.GELDT


def geldt(versie: Geldig, op: date) -> bool:
    """Whether a version is in force on day `op`."""
    return stand(versie, op) is Stand.GELDT


def geldig_op(versies: Iterable[V], op: date) -> V | None:
    """The version that is in force on day `op`, if any; of one document there is never more than one."""
    return next((versie for versie in versies if geldt(versie, op)), None)
