"""A fingerprint of one section, so that two people who edit it never overwrite each other silently."""

import hashlib
import json

from leidraad.dossiers.waarde import als_dict
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.secties import SECTIE


def sectie_stempel(inhoud: Inhoud, sectie: str) -> str:
    """SHA-256 over the section's content, in hexadecimal."""
    alles = als_dict(inhoud)
    deel = {naam: alles[naam] for naam in (*SECTIE[sectie].velden, *SECTIE[sectie].lijsten)}
    return hashlib.sha256(json.dumps(deel, sort_keys=True).encode()).hexdigest()
