"""The command line of Leidraad: what an operator types, and what `make demo` starts.

Exit codes: 0 all is well, 1 something is wrong with what was looked at, 2 the command could not do its work.
"""

import importlib.metadata
import os
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click

from leidraad.project.opdrachten.beheer import controleer, migreer
from leidraad.project.opdrachten.journaal import journaal
from leidraad.project.opdrachten.normen import normen
from leidraad.project.opdrachten.omgeving import Onbruikbaar
from leidraad.project.opdrachten.organisatie import (
    gemeente,
    importeer_organisatie,
    verantwoordelijke,
    wachtwoord,
)
from leidraad.project.opdrachten.rapport import rapport
from leidraad.project.opdrachten.server import demo, serve
from leidraad.project.opdrachten.taal import spreek_nederlands
from leidraad.project.opdrachten.verwerkingen import exporteer_verwerkingen, importeer_verwerkingen
from leidraad.project.opdrachten.werker import werker


@click.group(name="leidraad")
@click.version_option(
    importlib.metadata.version("leidraad"), message="Leidraad %(version)s", help="Toon de versie."
)
def leidraad() -> None:
    """Leidraad: de privacyboekhouding van gemeenten.

    Elke opdracht geeft uitleg met --help. Een opdracht eindigt met 0 als alles goed is, met 1 als er iets mis
    is met wat is bekeken, en met 2 als de opdracht zijn werk niet kon doen.
    """


@leidraad.group()
def importeer() -> None:
    """Haal gegevens uit een bestand naar binnen."""


@leidraad.group()
def exporteer() -> None:
    """Schrijf gegevens naar een bestand."""


for opdracht in (
    demo, serve, werker, migreer, controleer, journaal, gemeente, verantwoordelijke, normen, rapport,
    wachtwoord,
):  # fmt: skip
    leidraad.add_command(opdracht)
importeer.add_command(importeer_organisatie)
importeer.add_command(importeer_verwerkingen)
exporteer.add_command(exporteer_verwerkingen)


def main() -> NoReturn:
    """Run the command line and leave with its exit code. A user never sees a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leidraad.project.settings")
    spreek_nederlands(leidraad)
    try:
        code = leidraad.main(prog_name="leidraad", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("Afgebroken.", err=True)
        sys.exit(2)
    except click.ClickException as fout:
        fout.show()
        sys.exit(fout.exit_code)
    except Exception as fout:  # noqa: BLE001 - the last resort: a Dutch line, and the details in the log
        _onverwacht(fout).show()
        sys.exit(2)
    sys.exit(code if isinstance(code, int) else 0)


def _onverwacht(fout: Exception) -> Onbruikbaar:
    """What a user reads when something unexpected went wrong; the details go to a file for the supplier."""
    if uitleg := _bekende_oorzaak(fout):
        return Onbruikbaar(uitleg)
    bestand = Path(os.environ.get("LEIDRAAD_DATA", "var")) / "fouten.log"
    try:
        bestand.parent.mkdir(parents=True, exist_ok=True)
        with bestand.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC).isoformat()} {' '.join(sys.argv[1:2])}\n")
            log.writelines(traceback.format_exception(fout))
    except OSError:
        return Onbruikbaar(f"Er ging iets onverwachts mis ({type(fout).__name__}).")
    return Onbruikbaar(f"Er ging iets onverwachts mis. De bijzonderheden staan in {bestand}.")


def _bekende_oorzaak(fout: Exception) -> str:
    """Causes that an operator can take away herself."""
    # An installation that cannot even import Django must still be able to say so.
    from django.db import DatabaseError, OperationalError, ProgrammingError

    if isinstance(fout, PermissionError):
        return f"Geen toegang tot {fout.filename}. Geef de gebruiker die Leidraad draait het recht daarop."
    if isinstance(fout, OSError) and fout.filename:
        return f"Het bestand of de map {fout.filename} is niet te gebruiken. Controleer LEIDRAAD_DATA."
    if isinstance(fout, (OperationalError, ProgrammingError)):
        if "no such table" in str(fout) or "does not exist" in str(fout):
            return "De database is nog niet ingericht. Voer eerst uit: leidraad migreer"
        if "locked" in str(fout):
            return "De database is in gebruik door een ander. Probeer het zo nog eens."
        return "De database is niet bereikbaar. Controleer de instelling DATABASE_URL."
    if type(fout).__module__.startswith("dj_database_url"):
        return "De instelling DATABASE_URL is geen adres van een database. Zie docs/beheer.md."
    if isinstance(fout, DatabaseError):
        return "De database weigert deze opdracht. Controleer de database met: leidraad controleer"
    return ""
