"""Commands about people and units: import them, ask who is responsible, set a password."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from leidraad.project.opdrachten.omgeving import Mislukt, Onbruikbaar, als_json, met_django

if TYPE_CHECKING:
    from leidraad.organisaties.importeren import Rapport
    from leidraad.organisaties.models import Eenheid

_BESTAND = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("organisatie")
@click.argument("eenheden", metavar="EENHEDEN.csv", type=_BESTAND)
@click.argument("functies", metavar="FUNCTIES.csv", type=_BESTAND)
@click.option("--proef", is_flag=True, help="Laat zien wat er zou gebeuren en sla niets op.")
@click.option("--toch", is_flag=True, help="Sla ook op als meer dan de helft van een gemeente zou stoppen.")
@click.option("--json", "json_", is_flag=True, help="Geef het verslag als JSON.")
@met_django
def importeer_organisatie(eenheden: Path, functies: Path, proef: bool, toch: bool, json_: bool) -> None:
    """Lees de eenheden en functies van gemeenten in uit twee CSV-bestanden.

    EENHEDEN.csv heeft de kolommen gemeente, eenheid, soort, bovenliggend, van en tot. FUNCTIES.csv heeft
    de kolommen gemeente, eenheid, functie, naam, email, van en tot. Wie niet meer in het bestand staat,
    stopt; er wordt niets verwijderd. Alleen gemeenten die in de bestanden staan, veranderen.

    De uitkomst is 0 als alles gelukt is, 1 als rijen zijn afgekeurd of niets is opgeslagen, en 2 als een
    bestand niet te lezen is.
    """
    from django.utils import timezone

    from leidraad.organisaties.importeren import LeesFout
    from leidraad.organisaties.importeren import importeer_organisatie as importeer

    try:
        rapport = importeer(
            eenheden=eenheden.read_bytes(), functies=functies.read_bytes(), door=None, nu=timezone.now(),
            proef=proef, toch=toch,
        )  # fmt: skip
    except (LeesFout, OSError) as fout:
        raise Onbruikbaar(str(fout)) from fout
    if json_:
        als_json(rapport.als_dict())
    else:
        _toon(rapport)
    if rapport.geblokkeerd:
        raise Mislukt("Er is niets opgeslagen. Weet u het zeker? Gebruik dan --toch.")
    if rapport.fouten:
        aantal = len(rapport.fouten)
        raise Mislukt("1 rij is afgekeurd." if aantal == 1 else f"{aantal} rijen zijn afgekeurd.")


def _toon(rapport: "Rapport") -> None:
    """The report for a person."""
    for melding in rapport.meldingen:
        rij = f"rij {melding.rij}" if melding.rij else ""
        click.echo(
            f"{melding.ernst.capitalize()}: {melding.bestand} {rij} {melding.kolom}: {melding.melding}"
        )
    for onderdeel, aantallen in rapport.overzicht.items():
        cijfers = ", ".join(f"{aantal} {wat}" for wat, aantal in aantallen.items() if aantal)
        click.echo(f"{onderdeel.capitalize()}: {cijfers or 'niets gewijzigd'}.")
    for reden in rapport.geblokkeerd:
        click.echo(f"Let op: {reden}")
    if rapport.proef:
        click.echo("Dit was een proef: er is niets opgeslagen.")


@click.command()
@click.option("--gemeente", required=True, help="Korte naam van de gemeente, zoals leiderdorp.")
@click.option("--eenheid", required=True, help="Naam van de eenheid.")
@click.option("--rol", required=True, help="directeur, afdelingsmanager of teammanager.")
@click.option(
    "--op", default="", metavar="DATUM", help="De dag, zoals 2026-11-23. Zonder deze optie: vandaag."
)
@click.option("--json", "json_", is_flag=True, help="Geef het antwoord als JSON.")
@met_django
def verantwoordelijke(gemeente: str, eenheid: str, rol: str, op: str, json_: bool) -> None:
    """Vraag wie op een dag een rol uit het privacybeleid draagt voor een eenheid.

    De uitkomst is 0 als er precies één verantwoordelijke is, 1 als er niemand is (met de reden) en 2 als
    de vraag niet klopt.
    """
    from django.utils import timezone

    from leidraad.organisaties.importeren.lezen import lees_datum
    from leidraad.organisaties.verantwoordelijkheid import verantwoordelijke as wie_is

    try:
        dag = lees_datum(op.strip()) or timezone.localdate()
        wie = wie_is(_eenheid(gemeente, eenheid), rol.strip().lower(), dag)
    except ValueError as fout:
        raise Onbruikbaar(str(fout)) from fout
    if json_:
        als_json(wie.als_dict())
    elif wie.reden:
        click.echo(f"Niemand: {wie.reden}")
    else:
        click.echo(f"{wie.naam} ({wie.functie}), {wie.email}")
        if wie.toelichting:
            click.echo(wie.toelichting)
    if wie.reden:
        raise click.exceptions.Exit(1)


def _eenheid(gemeente: str, eenheid: str) -> "Eenheid":
    """The unit by name. Raises Onbruikbaar when it or its gemeente is unknown."""
    from leidraad.organisaties.importeren.basis import naamsleutel
    from leidraad.organisaties.models import Eenheid, Gemeente

    waar = Gemeente.objects.filter(slug=gemeente.strip().lower()).first()
    if waar is None:
        raise Onbruikbaar(f"De gemeente ‘{gemeente}’ is onbekend.")
    eenheden: list[Eenheid] = list(Eenheid.objects.filter(gemeente=waar))
    for gevonden in eenheden:
        if naamsleutel(gevonden.naam) == naamsleutel(eenheid):
            return gevonden
    raise Onbruikbaar(f"{waar.naam} heeft geen eenheid ‘{eenheid}’.")


@click.command()
@click.argument("email", metavar="E-MAILADRES")
@met_django
def wachtwoord(email: str) -> None:
    """Stel een nieuw wachtwoord in voor een persoon. U typt het twee keer; het verschijnt niet in beeld."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from leidraad.organisaties.models import Persoon

    persoon = Persoon.objects.vindbaar(email)
    if persoon is None:
        raise Onbruikbaar(f"Er is niemand met het e-mailadres ‘{email}’.")
    nieuw = click.prompt("Nieuw wachtwoord", hide_input=True)
    if click.prompt("Nog een keer", hide_input=True) != nieuw:
        raise Mislukt("De twee wachtwoorden zijn niet gelijk. Er is niets veranderd.")
    try:
        validate_password(nieuw, persoon)
    except ValidationError as fout:
        raise Mislukt(" ".join(fout.messages)) from fout
    persoon.set_password(nieuw)
    persoon.save(update_fields=["password"])
    click.echo(f"Het wachtwoord van {persoon.naam} is ingesteld.")


@click.command()
@click.argument("naam")
@click.argument("cbs_code", metavar="CBS-CODE")
@met_django
def gemeente(naam: str, cbs_code: str) -> None:
    """Neem een gemeente in gebruik, bijvoorbeeld: leidraad gemeente Katwijk GM0537."""
    import re

    from django.utils import timezone
    from django.utils.text import slugify

    from leidraad.organisaties.handelingen import maak_gemeente
    from leidraad.organisaties.models import Gemeente

    naam, code, slug = " ".join(naam.split()), cbs_code.strip().upper(), slugify(naam)
    if not re.fullmatch(r"GM\d{4}", code):
        raise Onbruikbaar("Een CBS-code bestaat uit GM en vier cijfers, zoals GM0546.")
    if not slug or len(naam) > 60:
        raise Onbruikbaar("Geef de naam van de gemeente, met hooguit 60 tekens.")
    for veld, waarde in (("naam__iexact", naam), ("slug", slug), ("cbs_code", code)):
        if al := Gemeente.objects.filter(**{veld: waarde}).first():
            raise Onbruikbaar(f"{al.naam} ({al.cbs_code}) is al in gebruik.")
    nieuw = maak_gemeente(naam=naam, slug=slug, cbs_code=code, nu=timezone.now())
    click.echo(f"{nieuw.naam} is in gebruik, op /{nieuw.slug}/.")
