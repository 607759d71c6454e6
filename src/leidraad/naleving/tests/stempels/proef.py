"""Try a handeling: prepare, look at the stamps, do it, and look again."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from types import ModuleType

from leidraad.naleving.stempel import stempels
from leidraad.organisaties.models import Gemeente
from tests.wereld import Wereld

Proef = Callable[[Wereld, datetime], Callable[[], object]]
"""Prepares a handeling and gives it back, ready to do."""


def verandert(wereld: Wereld, nu: datetime, proef: Proef, gemeente: Gemeente | None = None) -> set[str]:
    """The parts of a gemeente whose stamp the handeling changes; Leiden unless another is named."""
    doe = proef(wereld, nu)
    waar = (gemeente or wereld.gemeente).pk
    voor = stempels(waar)
    doe()
    na = stempels(waar)
    return {deel for deel in na if na[deel] != voor.get(deel)}


def ongeproefd(
    handelingen: ModuleType, proeven: Mapping[str, Proef], zonder_cijfer: Iterable[str]
) -> set[str]:
    """The public handelingen of a register that are in neither list, and names that no longer exist."""
    openbaar = {
        naam
        for naam in handelingen.__all__
        if inspect.isfunction(getattr(handelingen, naam)) and not naam.startswith("mag_")
    }
    return openbaar ^ (set(proeven) | set(zonder_cijfer))
