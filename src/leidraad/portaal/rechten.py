"""The rights of people over their data, in plain words (AVG art. 13–22; Wpg art. 24a–28; norm 3.6.1)."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class Recht:
    """One right: its name, what it means, and the article."""

    naam: str
    uitleg: str
    artikel: str


INFORMATIE = Recht("Weten", "U mag weten welke gegevens de gemeente gebruikt en waarom.", "AVG 13 en 14")
INZAGE = Recht("Inzien", "U mag uw eigen gegevens bekijken en er een kopie van krijgen.", "AVG 15")
VERBETEREN = Recht(
    "Verbeteren", "Klopt er iets niet of mist er iets? Dan past de gemeente het aan.", "AVG 16"
)
WISSEN = Recht(
    "Laten wissen",
    "U mag vragen om uw gegevens te wissen. Dat kan niet als de gemeente ze van de wet nog moet bewaren.",
    "AVG 17",
)
BEPERKEN = Recht(
    "Even stilzetten",
    "U mag vragen om uw gegevens een tijd niet te gebruiken, bijvoorbeeld als u denkt dat ze niet kloppen.",
    "AVG 18",
)
OVERDRAGEN = Recht(
    "Meenemen",
    "Gaf u de gegevens zelf, met toestemming of voor een overeenkomst? Dan kunt u ze krijgen in een bestand.",
    "AVG 20",
)
BEZWAAR = Recht(
    "Bezwaar maken",
    "U mag zeggen dat u het niet eens bent met het gebruik van uw gegevens. De gemeente kijkt er dan opnieuw "
    "naar.",
    "AVG 21",
)
MENS = Recht(
    "Een mens laten kijken",
    "Beslist een computer over u? Dan mag u vragen of een medewerker opnieuw kijkt.",
    "AVG 22",
)
RECHTEN = (INFORMATIE, INZAGE, VERBETEREN, WISSEN, BEPERKEN, OVERDRAGEN, BEZWAAR, MENS)
"""The eight rights of the AVG, in the order of the law."""

INTREKKEN = Recht(
    "Uw toestemming intrekken",
    "U gaf toestemming. Die mag u altijd intrekken. De gemeente stopt dan met het gebruik van uw gegevens.",
    "AVG 7 lid 3",
)
RECHTEN_WPG = (
    Recht("Weten", "U mag weten hoe de gemeente met politiegegevens omgaat.", "Wpg 24a en 24b"),
    Recht("Inzien", "U mag vragen welke politiegegevens de gemeente van u heeft.", "Wpg 25"),
    Recht(
        "Verbeteren, wissen of afschermen",
        "Kloppen de gegevens niet, of mag de gemeente ze niet hebben? Dan mag u vragen om ze aan te passen, "
        "te wissen of af te schermen.",
        "Wpg 28",
    ),
)
"""The rights of the Wet politiegegevens."""

_TAAK, _BELANG, _TOESTEMMING, _OVEREENKOMST = "6-1-e", "6-1-f", "6-1-a", "6-1-b"


def rechten_bij(regime: str, grondslagen: Collection[str], besluit_door_computer: bool) -> tuple[Recht, ...]:
    """The rights that exist for a verwerking with these legal bases.

    Objecting belongs to e and f (AVG art. 21 lid 1), taking data along to a and b (art. 20 lid 1 onder a),
    withdrawing to a (art. 7 lid 3), a human look to a decision by a computer (art. 22).
    """
    if regime == "wpg":
        return RECHTEN_WPG
    weg = set()
    if not {_TAAK, _BELANG} & set(grondslagen):
        weg.add(BEZWAAR)
    if not {_TOESTEMMING, _OVEREENKOMST} & set(grondslagen):
        weg.add(OVERDRAGEN)
    if not besluit_door_computer:
        weg.add(MENS)
    extra = (INTREKKEN,) if _TOESTEMMING in grondslagen else ()
    return tuple(recht for recht in RECHTEN if recht not in weg) + extra
