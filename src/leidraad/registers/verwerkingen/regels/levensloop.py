"""The life of a verwerking: which act leads from which state to which.

Who may do it is in organisaties.rechten; here is only what follows what.
"""

from leidraad.dossiers.begrip import Begrip
from leidraad.registers.verwerkingen.begrippen import Status


class Stap(Begrip):
    """An act that changes the state."""

    INDIENEN = "indienen", "Ter toetsing aanbieden"
    AKKOORD = "akkoord", "Akkoord geven"
    TERUGSTUREN = "terugsturen", "Terugsturen"
    VASTSTELLEN = "vaststellen", "Vaststellen"
    HERZIEN = "herzien", "Herzien"
    HERZIENING_INTREKKEN = "herziening_intrekken", "Herziening intrekken"
    BEEINDIGEN = "beeindigen", "Beëindigen"
    HEROPENEN = "heropenen", "Heropenen"


S = Status
OVERGANGEN: dict[tuple[Status, Stap], Status] = {
    (S.CONCEPT, Stap.INDIENEN): S.TER_TOETSING,
    (S.TERUGGESTUURD, Stap.INDIENEN): S.TER_TOETSING,
    (S.IN_HERZIENING, Stap.INDIENEN): S.TER_TOETSING,
    (S.TER_TOETSING, Stap.AKKOORD): S.TER_VASTSTELLING,
    (S.TER_TOETSING, Stap.TERUGSTUREN): S.TERUGGESTUURD,
    (S.TER_VASTSTELLING, Stap.TERUGSTUREN): S.TERUGGESTUURD,
    (S.TER_VASTSTELLING, Stap.VASTSTELLEN): S.VASTGESTELD,
    (S.VASTGESTELD, Stap.HERZIEN): S.IN_HERZIENING,
    (S.IN_HERZIENING, Stap.HERZIENING_INTREKKEN): S.VASTGESTELD,
    (S.CONCEPT, Stap.BEEINDIGEN): S.BEEINDIGD,
    (S.TERUGGESTUURD, Stap.BEEINDIGEN): S.BEEINDIGD,
    (S.VASTGESTELD, Stap.BEEINDIGEN): S.BEEINDIGD,
    (S.IN_HERZIENING, Stap.BEEINDIGEN): S.BEEINDIGD,
    (S.BEEINDIGD, Stap.HEROPENEN): S.CONCEPT,
}
BEWERKBAAR = frozenset({S.CONCEPT, S.TERUGGESTUURD, S.TER_TOETSING, S.IN_HERZIENING, S.VASTGESTELD})
"""The states in which the content can change. While a manager decides, the text stands still; a verwerking
that is vastgesteld becomes a new draft at the first change."""


def naar(status: str, stap: Stap) -> Status | None:
    """The state that `stap` leads to from `status`, or None when the act is not possible there."""
    return OVERGANGEN.get((Status.van(status), stap))


def stappen_vanuit(status: str) -> tuple[Stap, ...]:
    """The acts that are possible in this state, in the order of the table."""
    return tuple(stap for van, stap in OVERGANGEN if van == status)


def status_na_bewerken(status: str) -> Status:
    """Editing an established verwerking starts a review; otherwise the state stays."""
    return Status.IN_HERZIENING if status == Status.VASTGESTELD else Status.van(status)
