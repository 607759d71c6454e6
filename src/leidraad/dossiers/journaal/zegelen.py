"""Write a seal. Only handelingen may import this module (import contract)."""

from datetime import datetime

from django.db import connection
from django.utils import timezone

from leidraad.dossiers.journaal.merkle import Merkleboom
from leidraad.dossiers.models import Zegel

# The last line of every chain, in the order in which the chains began.
_KOPPEN = """
SELECT kop.hash, keten.laatste_id
FROM (
    SELECT keten, MIN(id) AS eerste_id, MAX(id) AS laatste_id FROM dossiers_journaalregel GROUP BY keten
) keten
JOIN dossiers_journaalregel kop ON kop.id = keten.laatste_id
ORDER BY keten.eerste_id
"""


def leg_zegel(nu: datetime) -> Zegel:
    """Seal the heads of all chains as they are now. Call inside a transaction.

    On PostgreSQL writers wait a moment: a line with a lower id that is committed after the seal would
    otherwise fall outside it. SQLite has one writer at a time already.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE dossiers_journaalregel IN SHARE ROW EXCLUSIVE MODE")
    boom, laatste = Merkleboom(), 0
    with connection.chunked_cursor() as koppen:
        koppen.execute(_KOPPEN)
        for plaats, (hash_, regel_id) in enumerate(koppen):
            boom.zet(plaats, bytes.fromhex(hash_))
            laatste = max(laatste, regel_id)
    return Zegel.objects.create(
        dag=timezone.localdate(nu), op=nu, ketens=len(boom), laatste_id=laatste, wortel=boom.wortel()
    )
