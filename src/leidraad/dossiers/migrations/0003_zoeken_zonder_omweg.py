"""A hit of the search index on SQLite is the dossier itself; and who works on a dossier is found by index."""

from django.db import migrations, models
from django.db.models import Q

_NIEUW = "new.dossier_id * 2 + (new.bereik = 'openbaar')"
_OUD = "old.dossier_id * 2 + (old.bereik = 'openbaar')"
_ERBIJ = f"INSERT INTO dossiers_zoektekst_fts(rowid, stammen) VALUES ({_NIEUW}, new.stammen);"
_ERAF = (
    "INSERT INTO dossiers_zoektekst_fts(dossiers_zoektekst_fts, rowid, stammen)"
    f" VALUES ('delete', {_OUD}, old.stammen);"
)
_WEG = [
    "DROP TRIGGER dossiers_zoektekst_erbij",
    "DROP TRIGGER dossiers_zoektekst_eraf",
    "DROP TRIGGER dossiers_zoektekst_anders",
    "DROP TABLE dossiers_zoektekst_fts",
]
# The index keeps no texts of its own. Its rowid holds the dossier and, in the last bit, the bereik.
_FTS = [
    "CREATE VIRTUAL TABLE dossiers_zoektekst_fts USING fts5(stammen, content='', tokenize='ascii')",
    f"CREATE TRIGGER dossiers_zoektekst_erbij AFTER INSERT ON dossiers_zoektekst BEGIN {_ERBIJ} END",
    f"CREATE TRIGGER dossiers_zoektekst_eraf AFTER DELETE ON dossiers_zoektekst BEGIN {_ERAF} END",
    f"CREATE TRIGGER dossiers_zoektekst_anders AFTER UPDATE ON dossiers_zoektekst BEGIN {_ERAF} {_ERBIJ} END",
    "INSERT INTO dossiers_zoektekst_fts(rowid, stammen)"
    f" SELECT {_NIEUW.replace('new.', '')}, stammen FROM dossiers_zoektekst",
]


def heen(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for sql in _WEG + _FTS:
            schema_editor.execute(sql)


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0002_wachters_en_zoekindex")]

    operations = [
        migrations.RunPython(heen, migrations.RunPython.noop),
        migrations.AddIndex(
            "dossier",
            models.Index(
                fields=["behandelaar"],
                condition=Q(behandelaar__isnull=False),
                name="dossier_behandelaar",
            ),
        ),
    ]
