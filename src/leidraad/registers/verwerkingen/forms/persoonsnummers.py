"""Numbers of people in the content: not for a register (AVG art. 5 lid 1 onder c). No Django."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from leidraad.dossiers.persoonsnummers import lijkt_op
from leidraad.dossiers.waarde import als_dict
from leidraad.registers.verwerkingen.inhoud import Inhoud


def verdachte_velden(inhoud: Inhoud) -> list[tuple[str, str]]:
    """The paths of the texts that look as if they hold a number of a person, with which kind."""
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
