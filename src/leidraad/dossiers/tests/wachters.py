"""The guards of the journaal during tests.

A test that needs real transactions (threads) empties all tables afterwards, which the guards would rightly
refuse. So the test database lets lines be deleted; changing them stays refused. The tests of the guards put
the missing ones back first, inside their own transaction.
"""

from importlib import import_module

from django.db import connection

_migratie = import_module("leidraad.dossiers.migrations.0002_wachters_en_zoekindex")
_LEEGMAKEN = ["delete", "truncate"]


def laat_leegmaken_toe() -> None:
    """Take the guards against deleting away; for the test database only."""
    _voer_uit(_migratie.wachters_weg(connection.vendor, _LEEGMAKEN))


def bewaak_weer() -> None:
    """Put the guards against deleting back, as a real installation has them."""
    _voer_uit(_migratie.wachters(connection.vendor, _LEEGMAKEN))


def _voer_uit(opdrachten: list[str]) -> None:
    with connection.cursor() as cursor:
        for sql in opdrachten:
            cursor.execute(sql)
