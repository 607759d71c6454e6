"""Find dossiers by words, with the same hits on SQLite (FTS5) and PostgreSQL (tsvector); decision 0004."""

from typing import Any

from django.db import connection
from django.db.models import BooleanField, F, Func, QuerySet, Value
from django.db.models.expressions import RawSQL

from leidraad.dossiers.models import Dossier, Zoektekst
from leidraad.dossiers.woorden import stammen, zoektermen

__all__ = ["stammen", "treffers", "zoek"]


class _Treft(Func):
    """The condition that the GIN index of migration 0002 answers."""

    template = "(to_tsvector('simple', %(expressions)s))"
    arg_joiner = ") @@ to_tsquery('simple', "
    output_field = BooleanField()


def zoek(
    dossiers: "QuerySet[Dossier]", vraag: str, bereik: str = Zoektekst.Bereik.WERK
) -> "QuerySet[Dossier]":
    """Keep the dossiers in whose text every word of `vraag` occurs, in any form and in any order.

    The start of a word is enough. An empty question keeps everything; one without a single letter or digit
    keeps nothing. Any input is safe.
    """
    if not vraag.strip():
        return dossiers
    return dossiers.filter(pk__in=treffers(vraag, bereik))


def treffers(vraag: str, bereik: str) -> Any:
    """The numbers of the dossiers that match, as a subquery; for a filter on `…__in`."""
    groepen = zoektermen(vraag)
    if not groepen:
        return []
    if connection.vendor == "postgresql":
        uitdrukking = Value(_uitdrukking(groepen, "'{}'", ":*", "&", "|"))
        return Zoektekst.objects.filter(_Treft(F("stammen"), uitdrukking), bereik=bereik).values("dossier")
    # The rowid holds the dossier and the bereik (migration 0003): no other table has to be read.
    return RawSQL(
        "SELECT rowid / 2 FROM dossiers_zoektekst_fts"
        " WHERE dossiers_zoektekst_fts MATCH %s AND (rowid & 1) = %s",
        [_uitdrukking(groepen, '"{}"', "*", "AND", "OR"), int(bereik == Zoektekst.Bereik.OPENBAAR)],
    )


def _uitdrukking(
    groepen: list[list[list[tuple[str, bool]]]], aanhaling: str, begin: str, en: str, of: str
) -> str:
    """The terms in the language of one database. Terms hold letters and digits only, so quoting is exact."""

    def alle(termen: list[tuple[str, bool]]) -> str:
        return f" {en} ".join(aanhaling.format(woord) + begin * als_begin for woord, als_begin in termen)

    return f" {en} ".join("(" + f" {of} ".join(f"({alle(weg)})" for weg in groep) + ")" for groep in groepen)
