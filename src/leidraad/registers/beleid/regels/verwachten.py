"""The documents that the policy names: every gemeente is expected to have them (norm 4.6.2)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from leidraad.referentie import NietGeldig, lijst

PRIVACYBELEID = "privacybeleid"
INFORMATIEBEVEILIGING = "informatiebeveiligingsbeleid"


def verwachte_stukken(op: date) -> Mapping[str, Any]:
    """The expected documents on day `op`, by code. Empty before the policy existed."""
    try:
        return {stuk.code: stuk for stuk in lijst("verwachte_stukken", op)}
    except NietGeldig:
        return {}


def codes_van(eigenaar: str, op: date) -> list[str]:
    """The codes of the documents that this function is expected to make."""
    return [code for code, stuk in verwachte_stukken(op).items() if stuk.eigenaar == eigenaar]


def enkelvoudige_codes(op: date) -> list[str]:
    """The codes of which only one document can be in force at a time."""
    return [code for code, stuk in verwachte_stukken(op).items() if not stuk.meerdere]
