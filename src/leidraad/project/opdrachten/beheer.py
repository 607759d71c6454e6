"""Preparing an installation and checking that it is healthy."""

import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

import click

from leidraad.project.opdrachten.omgeving import Mislukt, als_json, met_django

_TLS = "Zet LEIDRAAD_TLS=1 en laat een server met TLS voor Leidraad staan."
_UITLEG = {
    "security.W004": _TLS,
    "security.W008": _TLS,
    "security.W012": _TLS,
    "security.W016": _TLS,
    "security.W018": "LEIDRAAD_DEBUG staat aan. Zet dat uit in een echte installatie.",
    "security.W020": "LEIDRAAD_HOSTS is leeg. Noem daar de namen waarop Leidraad bereikbaar is.",
}
# Preloading HSTS is a promise for the whole domain; only the owner of the domain can make it.
_NIET_VAN_ONS = {"security.W021"}
_STIL = timedelta(minutes=10)


@dataclass(frozen=True)
class Controle:
    """One thing that was looked at."""

    controle: str
    in_orde: bool
    uitleg: str = ""


def openstaande_migraties() -> int:
    """How many changes to the tables still have to be made."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    uitvoerder = MigrationExecutor(connection)
    return len(uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes()))


def bijwerken() -> int:
    """Bring the tables up to date; safe to repeat. Returns how many changes were made."""
    from django.core.management import call_command

    aantal = openstaande_migraties()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    return aantal


@click.command()
@met_django
def migreer() -> None:
    """Richt de database in, of werk haar bij."""
    aantal = bijwerken()
    click.echo(f"De database is bijgewerkt ({aantal} stappen)." if aantal else "De database was al bij.")


@click.command()
@click.option("--json", "json_", is_flag=True, help="Geef de uitkomst als JSON.")
@met_django
def controleer(json_: bool) -> None:
    """Controleer de installatie.

    Werkt de database, is de gegevensmap in orde, is er een werker, en zijn de instellingen veilig?
    """
    from django.utils import timezone

    controles = [_database(), _gegevensmap(), _werker(timezone.now()), *_instellingen()]
    in_orde = all(controle.in_orde for controle in controles)
    if json_:
        als_json({"in_orde": in_orde, "controles": [asdict(controle) for controle in controles]})
    else:
        for controle in controles:
            click.echo(
                f"{'goed ' if controle.in_orde else 'FOUT '} {controle.controle}  {controle.uitleg}".rstrip()
            )
    if not in_orde:
        raise Mislukt("Deze installatie is nog niet in orde.")


def _database() -> Controle:
    """The database answers and has all its tables."""
    from django.db import DatabaseError

    try:
        open_ = openstaande_migraties()
    except DatabaseError:
        return Controle("database", False, "De database is niet bereikbaar. Controleer DATABASE_URL.")
    return Controle("database", not open_, "Voer eerst uit: leidraad migreer" if open_ else "")


def _werker(nu: datetime) -> Controle:
    """A worker was seen a moment ago. An installation where none ever ran is new, and is only told so."""
    from django.db import DatabaseError
    from django.db.models import Max

    from leidraad.berichten.models import Werkproces

    try:
        gezien = Werkproces.objects.aggregate(laatst=Max("gezien_op"))["laatst"]
    except DatabaseError:
        # What is wrong with the database has been said already.
        return Controle("werker", True, "Niet te zien zolang de database niet in orde is.")
    if gezien is None:
        return Controle("werker", True, "Er is nog nooit een werker gestart. Voer uit: leidraad werker")
    if gezien < nu - _STIL:
        return Controle(
            "werker", False,
            "Er was de laatste 10 minuten geen werker. Berichten en herinneringen wachten."
            " Start er een met: leidraad werker",
        )  # fmt: skip
    return Controle("werker", True)


def _gegevensmap() -> Controle:
    """The folder for files can be written, and strangers cannot look into it."""
    from django.conf import settings

    if not os.access(settings.DATA, os.W_OK | os.X_OK):
        return Controle("gegevensmap", False, f"In {settings.DATA} kan niet worden geschreven.")
    sleutel = settings.DATA / "geheime-sleutel"
    if sleutel.exists() and sleutel.stat().st_mode & 0o077:
        return Controle(
            "gegevensmap", False, f"Anderen kunnen {sleutel} lezen. Voer uit: chmod 600 {sleutel}"
        )
    if settings.DATA.stat().st_mode & 0o007:
        return Controle(
            "gegevensmap", False,
            f"Iedereen op deze computer kan in {settings.DATA} kijken. Voer uit: chmod 700 {settings.DATA}",
        )  # fmt: skip
    return Controle("gegevensmap", True)


def _instellingen() -> Iterator[Controle]:
    """Django's own deployment checks, in Dutch and each explanation once."""
    from django.conf import settings
    from django.core.checks import run_checks

    meldingen = {
        _UITLEG.get(str(melding.id), f"Django meldt {melding.id}: {melding.msg}")
        for melding in run_checks(include_deployment_checks=True)
        if melding.id not in _NIET_VAN_ONS and melding.id not in settings.SILENCED_SYSTEM_CHECKS
    }
    yield from (Controle("instellingen", False, uitleg) for uitleg in sorted(meldingen))
    if not meldingen:
        yield Controle("instellingen", True)
