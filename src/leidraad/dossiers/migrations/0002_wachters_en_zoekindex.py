"""The journaal refuses change, and the search index stays in step; both are kept by the database itself."""

from django.db import migrations

# The log and its seals can only grow.
_ALLEEN_GROEIEN = ["dossiers_journaalregel", "dossiers_zegel"]
_WEIGERING = "Het journaal kan niet worden gewijzigd of verwijderd."


def wachters(vendor, acties):
    """The statements that make the guards against the given actions (update, delete, truncate)."""
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {tabel}_{actie} BEFORE {actie.upper()} ON {tabel}"
            f" BEGIN SELECT RAISE(ABORT, '{_WEIGERING}'); END"
            for tabel in _ALLEEN_GROEIEN
            for actie in acties
            if actie != "truncate"
        ]
    functie = (
        "CREATE OR REPLACE FUNCTION dossiers_weiger() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '{_WEIGERING}' USING ERRCODE = 'restrict_violation'; END $$"
    )
    return [functie] + [
        f"CREATE TRIGGER {tabel}_{actie} BEFORE {actie.upper()} ON {tabel}"
        " FOR EACH STATEMENT EXECUTE FUNCTION dossiers_weiger()"
        for tabel in _ALLEEN_GROEIEN
        for actie in acties
    ]


def wachters_weg(vendor, acties):
    """The statements that take the guards away."""
    op_tabel = vendor == "postgresql"
    return [
        f"DROP TRIGGER IF EXISTS {tabel}_{actie}" + (f" ON {tabel}" if op_tabel else "")
        for tabel in _ALLEEN_GROEIEN
        for actie in acties
        if op_tabel or actie != "truncate"
    ]


_FTS = [
    "CREATE VIRTUAL TABLE dossiers_zoektekst_fts USING fts5"
    "(stammen, content='dossiers_zoektekst', content_rowid='id', tokenize='ascii')",
    "CREATE TRIGGER dossiers_zoektekst_erbij AFTER INSERT ON dossiers_zoektekst BEGIN"
    " INSERT INTO dossiers_zoektekst_fts(rowid, stammen) VALUES (new.id, new.stammen); END",
    "CREATE TRIGGER dossiers_zoektekst_eraf AFTER DELETE ON dossiers_zoektekst BEGIN"
    " INSERT INTO dossiers_zoektekst_fts(dossiers_zoektekst_fts, rowid, stammen)"
    " VALUES ('delete', old.id, old.stammen); END",
    "CREATE TRIGGER dossiers_zoektekst_anders AFTER UPDATE ON dossiers_zoektekst BEGIN"
    " INSERT INTO dossiers_zoektekst_fts(dossiers_zoektekst_fts, rowid, stammen)"
    " VALUES ('delete', old.id, old.stammen);"
    " INSERT INTO dossiers_zoektekst_fts(rowid, stammen) VALUES (new.id, new.stammen); END",
]
_FTS_WEG = [
    "DROP TRIGGER dossiers_zoektekst_erbij",
    "DROP TRIGGER dossiers_zoektekst_eraf",
    "DROP TRIGGER dossiers_zoektekst_anders",
    "DROP TABLE dossiers_zoektekst_fts",
]
_GIN = [
    "CREATE INDEX dossiers_zoektekst_gin ON dossiers_zoektekst USING gin (to_tsvector('simple', stammen))"
]
_GIN_WEG = ["DROP INDEX dossiers_zoektekst_gin"]
ACTIES = ["update", "delete", "truncate"]


def heen(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for sql in wachters(vendor, ACTIES) + (_FTS if vendor == "sqlite" else _GIN):
        schema_editor.execute(sql)


def terug(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for sql in wachters_weg(vendor, ACTIES) + (_FTS_WEG if vendor == "sqlite" else _GIN_WEG):
        schema_editor.execute(sql)


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0001_initial")]

    operations = [migrations.RunPython(heen, terug)]
