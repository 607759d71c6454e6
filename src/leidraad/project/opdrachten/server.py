"""Serving the product, and the demo that needs nothing else."""

import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from leidraad.project.opdrachten.beheer import bijwerken, openstaande_migraties
from leidraad.project.opdrachten.omgeving import Onbruikbaar, met_django, voortgang
from leidraad.project.opdrachten.werker import start_ernaast

if TYPE_CHECKING:
    from leidraad.project.demo import Account

_POORT = click.IntRange(1, 65535)


@click.command()
@click.option("--adres", default="127.0.0.1", show_default=True, help="Adres om op te luisteren.")
@click.option("--poort", type=_POORT, default=8000, show_default=True, help="Poort om op te luisteren.")
@click.option(
    "--werkers",
    type=click.IntRange(1, 64),
    default=2,
    show_default=True,
    help="Aantal processen naast elkaar.",
)
@click.option(
    "--met-werker",
    is_flag=True,
    help="Start ook een werker, die met de webserver stopt. Voor een kleine installatie.",
)
@met_django
def serve(adres: str, poort: int, werkers: int, met_werker: bool) -> None:
    """Start de webserver. Zet er zelf een server met TLS voor."""
    if openstaande_migraties():
        raise Onbruikbaar("De database is niet bijgewerkt. Voer eerst uit: leidraad migreer")
    _serveer(adres, poort, werkers, met_werker=met_werker)


@click.command()
@click.option("--zonder-server", is_flag=True, help="Laad alleen de gegevens en start geen server.")
@click.option("--poort", type=_POORT, default=8000, show_default=True, help="Poort om op te luisteren.")
@met_django
def demo(zonder_server: bool, poort: int) -> None:
    """Laad de voorbeeldregio en start de server en een werker.

    De regio heeft vier gemeenten. De server luistert alleen op deze computer. Berichten gaan niet naar
    buiten: ze komen als bestand in de map post van de gegevensmap, tenzij LEIDRAAD_SMTP is ingesteld.
    """
    from django.conf import settings

    if settings.ACHTER_TLS:
        # The accounts of the demo have a password that everybody can read.
        raise Onbruikbaar("LEIDRAAD_TLS staat aan: dit is een echte installatie. Laad de demo in een lege.")
    from leidraad.project.demo import laad

    if not zonder_server:
        _is_vrij("127.0.0.1", poort)
    click.echo("De database wordt ingericht …", err=True)
    bijwerken()
    with voortgang("De voorbeeldregio wordt geladen") as stap:
        accounts = laad(stap)
    _toon(accounts)
    if not zonder_server:
        # For the programs that this one starts and becomes.
        os.environ.setdefault("LEIDRAAD_SMTP", "map")
        os.environ.setdefault("LEIDRAAD_ADRES", f"http://127.0.0.1:{poort}")
        _serveer("127.0.0.1", poort, werkers=1, met_werker=True)


def _toon(accounts: "list[Account]") -> None:
    """One account per role, with its password."""
    breedte = max((len(account.email) for account in accounts), default=0)
    click.echo("\nInloggen kan als:")
    for account in accounts:
        click.echo(f"  {account.email:<{breedte}}  {account.functie}, {account.gemeente}")
    for wachtwoord in sorted({account.wachtwoord for account in accounts}):
        click.echo(f"Het wachtwoord is steeds: {wachtwoord}")


def _serveer(adres: str, poort: int, werkers: int, *, met_werker: bool) -> NoReturn:
    """Become the web server. The process is replaced, so that signals reach the server itself."""
    _is_vrij(adres, poort)
    naam = f"[{adres}]" if ":" in adres else adres
    click.echo(f"\nLeidraad draait op http://{naam}:{poort}/ (stoppen: Ctrl+C)")
    sys.stdout.flush()
    if met_werker:
        start_ernaast()
    # The heartbeat files are touched every second; in memory that costs no disk.
    geheugen = ["--worker-tmp-dir", "/dev/shm"] if Path("/dev/shm").is_dir() else []  # noqa: S108
    os.execv(  # noqa: S606 - our own interpreter, no shell
        sys.executable,
        [sys.executable, "-m", "gunicorn", "leidraad.project.wsgi:application", "--config",
         "python:leidraad.project.webserver", "--bind", f"{naam}:{poort}",
         "--worker-class", "gthread", "--threads", "4", "--workers", str(werkers), "--no-control-socket",
         "--log-level", "warning", *geheugen],
    )  # fmt: skip


def _is_vrij(adres: str, poort: int) -> None:
    """Say in Dutch that the address is taken, before the server would say it in English."""
    try:
        familie, soort, _, _, plek = socket.getaddrinfo(adres, poort, type=socket.SOCK_STREAM)[0]
        with socket.socket(familie, soort) as proef:
            proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            proef.bind(plek)
    except OSError as fout:
        raise Onbruikbaar(
            f"Leidraad kan niet luisteren op {adres}, poort {poort}: het adres bestaat hier niet, of de poort"
            " is bezet. Kies een andere poort met --poort."
        ) from fout
