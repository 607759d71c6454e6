"""What deserves attention first: by how heavily the law weighs it, then by how much is wrong (norm 4.5.7)."""

from collections.abc import Iterable

from leidraad.naleving.uitslag import Uitslag
from leidraad.normen.oordeel import Oordeel
from leidraad.normen.risico import gewicht

# What asks for action comes first; of what is not known we cannot say that it is right.
_EERST = (
    Oordeel.NIET_GEHAALD,
    Oordeel.ATTEST_NODIG,
    Oordeel.NOG_NIETS_VASTGELEGD,
    Oordeel.GEHAALD,
    Oordeel.NOG_NIET_GEBOUWD,
)


def op_risico(uitslagen: Iterable[Uitslag]) -> list[Uitslag]:
    """Open shortfalls first, the heaviest norm before the lighter, the largest share before the smaller."""
    return sorted(
        uitslagen,
        key=lambda uitslag: (
            _EERST.index(uitslag.oordeel),
            -gewicht(uitslag.norm),
            -(uitslag.tekort / uitslag.totaal if uitslag.totaal else 0),
            -uitslag.tekort,
        ),
    )
