"""The worker: sends mail and does what takes long, beside the web server."""

import os
import signal
import socket
import subprocess
import sys
from types import FrameType

import click

from leidraad.project.opdrachten.beheer import openstaande_migraties
from leidraad.project.opdrachten.omgeving import Onbruikbaar, met_django


@click.command()
@click.option("--eenmalig", is_flag=True, help="Doe alles wat nu klaarstaat en stop dan.")
@click.option(
    "--naam",
    default=socket.gethostname,
    help="Naam in het log en op de beheerpagina.  [standaard: de naam van deze computer]",
)
@click.option(
    "--bij", type=click.IntRange(min=1), help="Stop als dit proces (een nummer) stopt dat de werker startte."
)
@met_django
def werker(eenmalig: bool, naam: str, bij: int | None) -> None:
    """Verstuur berichten en doe het werk op de achtergrond.

    Laat altijd ten minste één werker draaien. Meer werkers naast elkaar mag: elk werk gebeurt één keer. Stop
    een werker met Ctrl+C of met een signaal (SIGTERM): hij maakt af waar hij mee bezig is.
    """
    if openstaande_migraties():
        raise Onbruikbaar("De database is niet bijgewerkt. Voer eerst uit: leidraad migreer")
    from leidraad.berichten.werker import Werker

    proces = Werker(naam)

    def stop(_signaal: int, _plaats: FrameType | None) -> None:
        # A second signal is no longer caught: it ends the process at once.
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        proces.stop()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    if eenmalig:
        aantal = proces.werk_af()
        click.echo(f"{aantal} {'taak' if aantal == 1 else 'taken'} gedaan.")
        return
    if bij is None:
        click.echo("De werker draait (stoppen: Ctrl+C).", err=True)
    proces.draai(doorgaan=lambda: bij is None or os.getppid() == bij)


def start_ernaast() -> None:
    """Start a worker that stops when this process stops, also after it became another program."""
    subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "leidraad", "werker", "--bij", str(os.getpid())], stdin=subprocess.DEVNULL
    )
