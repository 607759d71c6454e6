"""What is still needed before a verwerking can be established, and how complete it is (normen 3.3.1, 3.3.2).

The side panel of the form and the guard of the transition both come from here.
"""

from collections.abc import Iterator
from datetime import date

from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.regels import (
    algemeen,
    bewaren,
    doelen,
    doorgifte,
    gegevens,
    zorgvuldigheid,
)
from leidraad.registers.verwerkingen.regels.eis import Eis


def alle_eisen(inhoud: Inhoud, op: date) -> Iterator[Eis]:
    """Every demand on this content under the law of day `op`, met or not."""
    yield from algemeen.eisen(inhoud)
    yield from doelen.eisen(inhoud, op)
    yield from gegevens.eisen(inhoud, op)
    yield from bewaren.eisen(inhoud, op)
    yield from doorgifte.eisen(inhoud, op)
    yield from zorgvuldigheid.eisen(inhoud)


def ontbreekt(inhoud: Inhoud, op: date) -> tuple[Eis, ...]:
    """The demands that are not met yet: “nog nodig voor vaststellen”."""
    return tuple(eis for eis in alle_eisen(inhoud, op) if not eis.voldaan)


def volledigheid(inhoud: Inhoud, op: date) -> int:
    """The share of demands that are met, in whole percents; 100 only when nothing is missing."""
    eisen = [eis.voldaan for eis in alle_eisen(inhoud, op)]
    return 100 * sum(eisen) // len(eisen)
