"""Proving the journaal and sealing it."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from leidraad.project.opdrachten.omgeving import Mislukt, als_json, met_django, voortgang

if TYPE_CHECKING:
    from leidraad.dossiers.journaal.controleren import Uitslag


@click.group()
def journaal() -> None:
    """Controleer of verzegel het journaal."""


@journaal.command()
@click.option("--json", "json_", is_flag=True, help="Geef de uitslag als JSON.")
@met_django
def controleer(json_: bool) -> None:
    """Bewijs dat het journaal klopt, of noem de eerste regel die niet klopt."""
    from leidraad.dossiers.journaal.controleren import controleer as controleer_alles
    from leidraad.dossiers.models import Journaalregel

    totaal = Journaalregel.objects.count()
    with voortgang("Het journaal wordt gecontroleerd") as stap:
        uitslag = controleer_alles(lambda gedaan: stap(gedaan, totaal))
    if json_:
        als_json(asdict(uitslag) | {"klopt": uitslag.klopt})
    else:
        click.echo(_samenvatting(uitslag))
    if uitslag.breuk:
        raise Mislukt("Het journaal klopt niet.")


def _samenvatting(uitslag: "Uitslag") -> str:
    """What was checked, and where it broke."""
    bekeken = (
        f"Bekeken: {uitslag.regels} regels in {uitslag.ketens} ketens, {uitslag.zegels} zegels en"
        f" {uitslag.versies} versies."
    )
    if breuk := uitslag.breuk:
        plek = f"Keten {breuk.keten}, regel {breuk.volgnummer}: " if breuk.keten else ""
        return f"{bekeken}\n{plek}{breuk.reden}"
    return f"{bekeken}\nHet journaal klopt."


@journaal.command()
@click.option("--json", "json_", is_flag=True, help="Geef het zegel als JSON.")
@met_django
def verzegel(json_: bool) -> None:
    """Leg het zegel van vandaag. Een tweede keer op een dag verandert niets."""
    from django.utils import timezone

    from leidraad.dossiers.handelingen import verzegel as leg_zegel

    zegel = leg_zegel(nu=timezone.now())
    if json_:
        als_json({"dag": zegel.dag, "op": zegel.op, "ketens": zegel.ketens, "laatste_id": zegel.laatste_id,
                  "wortel": zegel.wortel})  # fmt: skip
    else:
        click.echo(f"Zegel van {zegel.dag:%d-%m-%Y} over {zegel.ketens} ketens: {zegel.wortel}")
