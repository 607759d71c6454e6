"""Checking the whole journaal, against reading and hashing the same bytes.

A million lines in a hundred thousand chains. The floor reads the same columns in the same order and hashes
them, so the ratio is what chains, seals and versions cost on top.
"""

import json
import uuid
from dataclasses import asdict
from datetime import timedelta
from hashlib import sha256

import django
from django.core.management import call_command

django.setup()

from django.db import connection  # noqa: E402 - after setup
from django.utils import timezone  # noqa: E402

from bench.meten import Regel, verhouding  # noqa: E402
from leidraad.dossiers.journaal.controleren import controleer  # noqa: E402
from leidraad.dossiers.journaal.hashen import canoniek, regelhash, regeltekst  # noqa: E402
from leidraad.dossiers.models import Journaalregel  # noqa: E402

_KETENS, _REGELS = 100_000, 10
_KOLOMMEN = ("keten", "volgnummer", "op", "handeling", "functie", "persoon_id", "details")


def main() -> list[Regel]:
    """Write the lines in bulk, then compare the check with hashing."""
    call_command("migrate", verbosity=0)
    begin = timezone.now()
    for deel in range(0, _KETENS, 1000):
        rijen = []
        for _ in range(1000):
            keten, vorige = uuid.uuid4(), ""
            for nummer in range(1, _REGELS + 1):
                details = canoniek({"omschrijving": ["Oude tekst van de verwerking", f"Nieuwe tekst {deel}"]})
                kolommen = (
                    keten,
                    nummer,
                    begin + timedelta(seconds=nummer),
                    "gewijzigd",
                    "teammanager",
                    nummer,
                    details,
                )
                tekst = regeltekst(*kolommen)
                vorige = regelhash(vorige, tekst)
                rijen.append(Journaalregel(**dict(zip(_KOLOMMEN, kolommen, strict=True)), hash=vorige))
        Journaalregel.objects.bulk_create(rijen, batch_size=5000)
    if not controleer().klopt:
        raise SystemExit("Het gezaaide journaal klopt niet.")
    return [Regel("journaal controleren (1.000.000 regels)", verhouding(controleer, _lees_en_hash, 3), 3)]


def _lees_en_hash() -> None:
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {' || '.join(_KOLOMMEN)}, hash FROM dossiers_journaalregel ORDER BY id")  # noqa: S608
        while regels := cursor.fetchmany(5000):
            for tekst, vorige in regels:
                sha256((vorige + tekst).encode()).hexdigest()


if __name__ == "__main__":
    print(json.dumps([asdict(regel) for regel in main()]))
