"""How a line becomes text and a hash. Pure functions; the SQL in controleren.py builds the same text.

The text of a line is its columns joined by newlines. No column can hold a newline (the JSON in `details`
escapes it), so every text belongs to exactly one line. The moment is written in UTC with microseconds, so
SQLite and PostgreSQL give the same text and a log can move from one to the other.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder


def canoniek(inhoud: Any) -> str:
    """Canonical JSON: sorted keys, no white space, Unicode as is; dates and decimals as Django writes them.

    Numbers that JSON does not know (NaN, infinity) raise ValueError.
    """
    return json.dumps(
        inhoud,
        cls=DjangoJSONEncoder,
        sort_keys=True,
        ensure_ascii=False,
        allow_nan=False,
        separators=(",", ":"),
    )


def vingerafdruk(tekst: str) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    return sha256(tekst.encode()).hexdigest()


def regeltekst(
    keten: UUID,
    volgnummer: int,
    op: datetime,
    handeling: str,
    functie: str,
    persoon_id: int | None,
    details: str,
) -> str:
    """The text of one line. Raises ValueError for a newline in `handeling` or `functie`."""
    if "\n" in handeling or "\n" in functie:
        raise ValueError("A journaal line has no newline in its handeling or functie.")
    moment = op.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    persoon = "" if persoon_id is None else str(persoon_id)
    return "\n".join([keten.hex, str(volgnummer), moment, handeling, functie, persoon, details])


def regelhash(vorige: str, tekst: str) -> str:
    """The hash of a line: over the hash of the line before it (empty for the first) and its own text."""
    return sha256(f"{vorige}\n{tekst}".encode()).hexdigest()


def verschil(oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> dict[str, list[Any]]:
    """What changed: per name the old and the new value; a name that is absent counts as None."""
    namen = dict.fromkeys([*oud, *nieuw])
    return {naam: [oud.get(naam), nieuw.get(naam)] for naam in namen if oud.get(naam) != nieuw.get(naam)}
