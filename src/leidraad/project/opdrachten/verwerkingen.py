"""Commands about the register of processing: bring a register in, and give it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leidraad.project.opdrachten.omgeving import (
    Mislukt,
    Onbruikbaar,
    als_json,
    met_django,
    schrijf,
    voortgang,
)

if TYPE_CHECKING:
    from leidraad.organisaties.models import Gemeente
    from leidraad.organisaties.rechten import Lid
    from leidraad.registers.verwerkingen.uitwisseling.rapport import Rapport

_FUNCTIE = "beheer (opdrachtregel)"
_FORMATEN = ("json", "csv", "xlsx", "jsonld")
_TOON = 50


@click.command("verwerkingen")
@click.argument("bestand", metavar="BESTAND", type=click.Path(path_type=Path))
@click.option("--gemeente", required=True, help="Korte naam van de gemeente, zoals leiderdorp.")
@click.option("--proef", is_flag=True, help="Laat zien wat er zou gebeuren en sla niets op.")
@click.option("--json", "json_", is_flag=True, help="Geef het verslag als JSON.")
@click.option(
    "--kolom",
    "kolommen",
    multiple=True,
    metavar='"BRON=VELD"',
    help="Kies zelf het veld van een kolom. Leeg na het =-teken: naar de notitie. Mag vaker.",
)
@click.option(
    "--eenheid",
    "eenheden",
    multiple=True,
    metavar='"NAAM=EENHEID"',
    help="Kies welke eenheid van de gemeente bij een naam in de bron hoort. Leeg na het =-teken: geen. "
    "Mag vaker.",
)
@click.option(
    "--eenheid-standaard",
    "standaard",
    default=None,
    metavar="EENHEID",
    help="De eenheid voor rijen die er dan nog geen hebben. Leeg: geen.",
)
@click.option(
    "--blad", default="", help="Het blad van het rekenblad, als het programma een ander blad kiest."
)
@met_django
def importeer_verwerkingen(
    bestand: Path,
    gemeente: str,
    proef: bool,
    json_: bool,
    kolommen: tuple[str, ...],
    eenheden: tuple[str, ...],
    standaard: str | None,
    blad: str,
) -> None:
    """Lees een register van verwerkingen in: CSV, Excel, ODS, JSON of zip.

    Leidraad herkent de kolommen. Wat geen veld heeft, komt in de notitie van de verwerking. Alles komt binnen
    als concept. Nog een keer importeren werkt bij wat in de bron is veranderd, maar nooit over het werk van
    mensen heen.

    Leidraad onthoudt uw keuzes voor de volgende keer dat de gemeente een bestand met deze kolommen inleest.

    De uitkomst is 0 als alles gelukt is, 1 als rijen zijn afgekeurd, en 2 als het bestand niet te lezen is.
    """
    rapport = _importeer(bestand, blad, _gemeente(gemeente), kolommen, eenheden, standaard, proef=proef)
    if json_:
        als_json(rapport.als_dict())
    else:
        _toon(rapport, proef=proef)
    if rapport.afgekeurd:
        zijn = "is" if rapport.afgekeurd == 1 else "zijn"
        raise Mislukt(f"{rapport.afgekeurd} van de {rapport.gelezen} rijen {zijn} afgekeurd.")


def _importeer(
    bestand: Path,
    blad: str,
    waar: Gemeente,
    kolommen: tuple[str, ...],
    eenheden: tuple[str, ...],
    standaard: str | None,
    *,
    proef: bool,
) -> Rapport:
    """Read the file and bring it in. Raises Onbruikbaar for a file or a choice that cannot be used."""
    from django.utils import timezone

    from leidraad.registers.verwerkingen.uitwisseling.bron import BronFout
    from leidraad.registers.verwerkingen.uitwisseling.importeren import importeer
    from leidraad.registers.verwerkingen.uitwisseling.lezen import lees
    from leidraad.registers.verwerkingen.uitwisseling.profiel import eenheidkeuze_voor, koppeling_voor

    nu = timezone.now()
    try:
        bron = lees(bestand.name, bestand.read_bytes(), blad)
        koppeling = koppeling_voor(bron, waar, kolommen)
        keuze = eenheidkeuze_voor(bron, waar, timezone.localdate(nu), eenheden, standaard)
    except OSError as fout:
        raise Onbruikbaar(
            f"Het bestand {bestand} is niet te lezen. Controleer de naam en de rechten."
        ) from fout
    except BronFout as fout:
        raise Onbruikbaar(str(fout)) from fout
    with voortgang("Verwerkingen inlezen") as stap:
        return importeer(
            bron=bron, gemeente=waar, koppeling=koppeling, eenheden=keuze, door=_beheer(waar), nu=nu,
            proef=proef, voortgang=stap,
        )  # fmt: skip


def _toon(rapport: Rapport, *, proef: bool) -> None:
    """The report for a person: the columns, the most serious lines first, the numbers last."""
    for kop, veld in rapport.kolommen.items():
        click.echo(f"Kolom {kop}: {veld or 'naar de notitie'}")
    volgorde = {"fout": 0, "waarschuwing": 1, "info": 2}
    meldingen = sorted(rapport.meldingen, key=lambda m: volgorde[m.ernst])
    for melding in meldingen[:_TOON]:
        waar = ", ".join(
            deel for deel in (f"rij {melding.rij}" if melding.rij else "", melding.kolom or "") if deel
        )
        click.echo(f"{melding.ernst.capitalize()}: {waar + ': ' if waar else ''}{melding.melding}")
    if len(meldingen) > _TOON:
        click.echo(f"… en nog {len(meldingen) - _TOON} meldingen. Met --json ziet u ze allemaal.")
    click.echo(
        f"{rapport.gelezen} gelezen, {rapport.aangemaakt} aangemaakt, {rapport.bijgewerkt} bijgewerkt, "
        f"{rapport.ongewijzigd} ongewijzigd, {rapport.afgekeurd} afgekeurd."
    )
    if proef:
        click.echo("Dit was een proef: er is niets opgeslagen.")


@click.command("verwerkingen")
@click.option("--gemeente", required=True, help="Korte naam van de gemeente, zoals leiderdorp.")
@click.option("--formaat", required=True, type=click.Choice(_FORMATEN), help="json, csv, xlsx of jsonld.")
@click.option("--uit", required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="BESTAND",
              help="Het bestand waarin het register komt. Een bestaand bestand wordt vervangen.")  # fmt: skip
@click.option(
    "--openbaar", is_flag=True, help="Alleen wat inwoners mogen lezen: de vastgestelde, openbare versies."
)
@met_django
def exporteer_verwerkingen(gemeente: str, formaat: str, uit: Path, openbaar: bool) -> None:
    """Schrijf het register van verwerkingen naar een bestand.

    JSON bevat alles: ook status, openbaarheid en elke versie. Wie dat bestand inleest, krijgt de inhoud terug
    als concept: vaststellen doet de gemeente zelf. CSV en Excel zijn voor mensen; een rij die niemand
    verandert, komt heel terug. JSON-LD (W3C DPV) is voor andere programma's.
    """
    waar = _gemeente(gemeente)
    stukken = _openbaar(waar, formaat) if openbaar else _alles(waar, formaat)
    schrijf(uit, stukken)
    click.echo(f"Het register van {waar.naam} staat in {uit}.", err=True)


def _alles(gemeente: Gemeente, formaat: str) -> Iterator[bytes]:
    from django.utils import timezone

    from leidraad.dossiers.models import Dossier
    from leidraad.registers.verwerkingen.register import VERWERKINGEN
    from leidraad.registers.verwerkingen.uitwisseling.exporteren import stroom

    dossiers = Dossier.objects.filter(gemeente=gemeente, soort=VERWERKINGEN.code).order_by("nummer")
    return stroom(formaat, dossiers, timezone.now())


def _openbaar(gemeente: Gemeente, formaat: str) -> Iterator[bytes]:
    """What the public pages give too. Addresses begin with the first origin that the installation trusts."""
    from django.conf import settings

    from leidraad.portaal.uitvoer import FORMATEN
    from leidraad.registers.verwerkingen.models import Publicatie

    publicaties = Publicatie.objects.filter(gemeente=gemeente, huidig=True).order_by("nummer")
    basis = next(iter(settings.CSRF_TRUSTED_ORIGINS), "http://localhost:8000")
    return FORMATEN[formaat][1](gemeente, publicaties, basis)


def _gemeente(slug: str) -> Gemeente:
    from leidraad.organisaties.models import Gemeente

    gevonden = Gemeente.objects.filter(slug=slug.strip().lower()).first()
    if gevonden is None:
        bekend = ", ".join(Gemeente.objects.values_list("slug", flat=True))
        raise Onbruikbaar(f"De gemeente ‘{slug}’ is onbekend. Bekend zijn: {bekend or 'nog geen'}.")
    return gevonden


def _beheer(gemeente: Gemeente) -> Lid:
    """Who the journaal names for a command: nobody in person, with the rights of a Privacy Officer."""
    from django.utils import timezone

    from leidraad.organisaties.rechten import Bevoegdheid, Lid, Rol

    bevoegdheid = Bevoegdheid(Rol.PRIVACY_OFFICER, _FUNCTIE, gemeente.pk)
    return Lid(None, "Systeembeheer", timezone.localdate(), (bevoegdheid,))  # type: ignore[arg-type]
