"""Find dossiers by words, with the same hits on SQLite (FTS5) and PostgreSQL (tsvector); decision 0004."""

from django.db import connection
from django.db.models import BooleanField, F, Func, QuerySet, Value
from django.db.models.expressions import RawSQL

from leidraad.dossiers.models import Dossier, Zoektekst
from leidraad.dossiers.woorden import stammen, zoektermen

__all__ = ["stammen", "zoek", "zoekteksten"]


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
    return dossiers.filter(pk__in=zoekteksten(vraag, bereik).values("dossier"))


def zoekteksten(vraag: str, bereik: str) -> "QuerySet[Zoektekst]":
    """The rows of the index that match; for a register that filters on `dossier_id__in`."""
    groepen = zoektermen(vraag)
    teksten = Zoektekst.objects.filter(bereik=bereik)
    if not groepen:
        return teksten.none()
    if connection.vendor == "postgresql":
        return teksten.filter(_Treft(F("stammen"), Value(_uitdrukking(groepen, "'{}'", ":*", "&", "|"))))
    treffers = RawSQL(
        "SELECT rowid FROM dossiers_zoektekst_fts WHERE dossiers_zoektekst_fts MATCH %s",
        [_uitdrukking(groepen, '"{}"', "*", "AND", "OR")],
    )
    return teksten.filter(pk__in=treffers)


def _uitdrukking(
    groepen: list[list[list[tuple[str, bool]]]], aanhaling: str, begin: str, en: str, of: str
) -> str:
    """The terms in the language of one database. Terms hold letters and digits only, so quoting is exact."""

    def alle(termen: list[tuple[str, bool]]) -> str:
        return f" {en} ".join(aanhaling.format(woord) + begin * als_begin for woord, als_begin in termen)

    return f" {en} ".join("(" + f" {of} ".join(f"({alle(weg)})" for weg in groep) + ")" for groep in groepen)
