"""The fingerprint of a section of a verwerking."""

from leidraad.dossiers import secties
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.secties import SECTIE


def sectie_stempel(inhoud: Inhoud, sectie: str) -> str:
    """SHA-256 over the section's content, in hexadecimal."""
    return secties.sectie_stempel(inhoud, SECTIE[sectie])
