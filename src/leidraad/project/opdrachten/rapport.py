"""Write the report to the college or the raad to a file."""

from pathlib import Path

import click

from leidraad.project.opdrachten.omgeving import Mislukt, Onbruikbaar, met_django, schrijf


@click.command("rapport")
@click.option("--gemeente", "slug", required=True, help="Korte naam van de gemeente, zoals leiderdorp.")
@click.option(
    "--uit",
    required=True,
    metavar="BESTAND",
    type=click.Path(path_type=Path),
    help="Waar het rapport komt. Eindigt op .pdf of .docx (Word).",
)
@click.option(
    "--voor",
    type=click.Choice(["college", "raad"]),
    default="college",
    show_default=True,
    help="Wie het rapport leest.",
)
@click.option("--op", default="", metavar="DATUM", help="De dag, zoals 2026-11-23. Zonder deze optie: nu.")
@met_django
def rapport(slug: str, uit: Path, voor: str, op: str) -> None:
    """Maak het rapport over de normen voor het college of de raad, als PDF of Word.

    Zonder --op is dat de stand van dit moment. Een dag die voorbij is, komt uit de bewaarde standen.

    De uitkomst is 0 als het rapport er is, 1 als van die dag geen stand is bewaard en 2 als het rapport
    niet te maken of te schrijven is.
    """
    from django.utils import timezone

    from leidraad.dossiers.fouten import Geweigerd
    from leidraad.naleving.rapport.inhoud import Doelgroep
    from leidraad.naleving.rapport.opbouw import document
    from leidraad.naleving.rapport.opstellen import stel_op
    from leidraad.organisaties.importeren.lezen import lees_datum
    from leidraad.project.opdrachten.normen import gemeente_met
    from leidraad.ui.papier.vormen import VORMEN

    vorm = VORMEN.get(uit.suffix.lower().removeprefix("."))
    if vorm is None:
        raise Onbruikbaar(f"Het bestand {uit} moet eindigen op .pdf of .docx.")
    gemeente, nu = gemeente_met(slug), timezone.now()
    try:
        dag = lees_datum(op)
    except ValueError as fout:
        raise Onbruikbaar(f"{op} is geen datum. Schrijf de dag zo: 2026-11-23.") from fout
    if dag and dag > timezone.localdate(nu):
        raise Onbruikbaar("Die dag moet nog komen. Kies vandaag of een dag die voorbij is.")
    try:
        gemaakt = stel_op(gemeente, nu, Doelgroep.van(voor), dag)
    except Geweigerd as weigering:
        raise Mislukt(" ".join(weigering.redenen)) from weigering
    schrijf(uit, [vorm.maak(document(gemaakt))])
    click.echo(f"Het rapport van {gemeente.naam} staat in {uit}.", err=True)
