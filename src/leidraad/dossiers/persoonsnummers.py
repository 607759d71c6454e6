"""Numbers of people in free text: they do not belong there (AVG art. 5 lid 1 onder c). No Django."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from stdnum import iban
from stdnum.nl import bsn

from leidraad.dossiers.waarde import als_dict

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


def verdachte_velden(inhoud: Any) -> list[tuple[str, str]]:
    """The paths of the texts of a content that look as if they hold a number of a person, with which kind."""
    return [(pad, soort) for pad, tekst in _teksten(als_dict(inhoud), "") if (soort := lijkt_op(tekst))]


def _teksten(waarde: Any, pad: str) -> Iterator[tuple[str, str]]:
    if isinstance(waarde, str):
        yield pad, waarde
    elif isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            yield from _teksten(deel, f"{pad}.{sleutel}" if pad else sleutel)
    elif isinstance(waarde, list):
        for plaats, deel in enumerate(waarde, start=1):
            nummer = deel.get("regel", plaats) if isinstance(deel, dict) else plaats
            yield from _teksten(deel, f"{pad}.{nummer}")
