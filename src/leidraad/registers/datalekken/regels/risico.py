"""From six factors to an advice; a person decides (AVG art. 33 lid 1, 34 lid 1, overwegingen 75 and 76).

Own method: factors are scored from 0 to 3 and added. It helps to reason the same way each time; it never
decides.
"""

from dataclasses import dataclass

from leidraad.registers.datalekken.begrippen import Risico
from leidraad.registers.datalekken.inhoud import FACTOREN, Factoren

_RISICO_VANAF = 4
_HOOG_VANAF = 10


@dataclass(frozen=True)
class Advies:
    """What the factors point to, with the reasons in plain Dutch; None while factors are missing."""

    risico: Risico | None
    punten: int
    redenen: tuple[str, ...]


def advies(factoren: Factoren) -> Advies:
    """Weigh the factors.

    Data that nobody can trace to a person give no risk. A serious harm, or special data of vulnerable people,
    is a high risk whatever the other factors say.
    """
    waarden = {naam: getattr(factoren, naam) for naam in FACTOREN}
    ontbreekt = [naam.replace("_", " ") for naam, waarde in waarden.items() if waarde is None]
    punten = sum(waarde or 0 for waarde in waarden.values())
    if ontbreekt:
        return Advies(None, punten, (f"Nog te beoordelen: {', '.join(ontbreekt)}.",))
    if factoren.identificeerbaarheid == 0:
        return Advies(
            Risico.GEEN_RISICO,
            punten,
            ("De gegevens zijn niet te herleiden tot mensen, bijvoorbeeld door versleuteling.",),
        )
    if factoren.ernst == 3:
        return Advies(Risico.HOOG_RISICO, punten, ("De gevolgen voor mensen kunnen zeer ernstig zijn.",))
    if factoren.soort_gegevens == 3 and (factoren.kwetsbaren or 0) >= 2:
        return Advies(
            Risico.HOOG_RISICO, punten, ("Het gaat om zeer gevoelige gegevens van kwetsbare mensen.",)
        )
    return _op_punten(punten)


def _op_punten(punten: int) -> Advies:
    reden = f"De factoren tellen samen op tot {punten} van de 18 punten."
    if punten >= _HOOG_VANAF:
        return Advies(Risico.HOOG_RISICO, punten, (reden,))
    return Advies(Risico.RISICO if punten >= _RISICO_VANAF else Risico.GEEN_RISICO, punten, (reden,))
