"""Compare two contents field by field: what changed between two versions, in words people use."""

from leidraad.dossiers.secties import Verschil, vergelijk_secties
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.secties import SECTIES


def vergelijk(oud: Inhoud, nieuw: Inhoud) -> list[Verschil]:
    """All differences in the order of the sections; rows are matched by their number."""
    return vergelijk_secties(SECTIES, oud, nieuw)
