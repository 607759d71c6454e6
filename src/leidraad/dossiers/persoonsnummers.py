"""Numbers of people in free text: they do not belong there (AVG art. 5 lid 1 onder c). No Django."""

from __future__ import annotations

import re

from stdnum import iban
from stdnum.nl import bsn

_NEGEN = re.compile(r"(?<![\d.])(\d{3}[ .]?\d{3}[ .]?\d{3}|\d{4}[ .]\d{2}[ .]\d{3})(?![\d])", re.ASCII)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b")


def lijkt_op(tekst: str) -> str:
    """The kind of number, BSN or IBAN, that the text holds and that passes its check; else empty."""
    if any(bsn.is_valid(re.sub(r"\D", "", n)) for n in _NEGEN.findall(tekst)):
        return "BSN"
    if any(_begint_met_iban(kandidaat) for kandidaat in _IBAN.findall(tekst.upper())):
        return "IBAN"
    return ""


def _begint_met_iban(kandidaat: str) -> bool:
    """The match can run on into the next word, so try every shorter length too."""
    kaal = kandidaat.replace(" ", "")
    return any(iban.is_valid(kaal[:lengte]) for lengte in range(15, len(kaal) + 1))
