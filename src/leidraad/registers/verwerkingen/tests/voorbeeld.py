"""A complete verwerking that can be established, for tests to start from."""

from dataclasses import replace
from datetime import date
from typing import Any

from leidraad.registers.verwerkingen.inhoud import (
    Autorisatie,
    Betrokkenen,
    Bewaartermijn,
    Doel,
    Gegeven,
    Inhoud,
    Maatregel,
    Noodzaak,
    Ontvanger,
    Systeem,
    Vernietiging,
)

VOLLEDIG = Inhoud(
    naam="Parkeervergunningen",
    omschrijving="Inwoners vragen een parkeervergunning aan en de gemeente beslist daarover.",
    rol="verantwoordelijke",
    bestuursorgaan="College van burgemeester en wethouders",
    startdatum=date(2020, 1, 1),
    wettelijke_taak="Uitgifte van parkeervergunningen",
    profilering=False,
    geautomatiseerd_besluit=False,
    proportionaliteit="voldoet",
    proportionaliteit_waarom="De gemeente vraagt alleen wat nodig is om te beslissen.",
    subsidiariteit="voldoet",
    subsidiariteit_waarom="Zonder kenteken kan de vergunning niet worden gecontroleerd.",
    juistheid="De aanvrager kan de gegevens zelf nakijken en laten verbeteren.",
    informatiewijze="tekst",
    privacyverklaring="Wij gebruiken uw gegevens om te beslissen over uw vergunning.",
    notitie="Alleen voor intern gebruik.",
    doelen=(
        Doel(
            regel=1,
            omschrijving="Beslissen op aanvragen om een parkeervergunning.",
            grondslag="6-1-e",
            wet="Gemeentewet",
            artikel="225",
        ),
    ),
    betrokkenen=(Betrokkenen(regel=1, naam="Aanvragers", kwetsbaar=False, schaal="midden"),),
    gegevens=(
        Gegeven(
            regel=1,
            naam="Naam en adres",
            betrokkenen=1,
            soort="gewoon",
            noodzaken=(Noodzaak(doel=1, waarom="Om te weten wie de vergunning krijgt."),),
            herkomst="betrokkene",
            verplicht=True,
            gevolg="Zonder deze gegevens kan de gemeente niet beslissen.",
            bewaartermijn=1,
        ),
    ),
    bewaartermijnen=(
        Bewaartermijn(
            regel=1,
            duur="P5Y",
            startmoment="einde van de vergunning",
            bron="wet",
            wet="Algemene wet inzake rijksbelastingen, artikel 52",
        ),
    ),
    vernietigingen=(Vernietiging(regel=1, bewaartermijn=1, gepland_op=date(2027, 1, 1)),),
    ontvangers=(
        Ontvanger(
            regel=1,
            naam="Leverancier parkeersysteem",
            rol="verwerker",
            waarvoor="Beheer van het systeem",
            land="NL",
        ),
    ),
    systemen=(Systeem(regel=1, naam="Parkeersysteem"),),
    maatregelen=(Maatregel(regel=1, toelichting="Toegang met wachtwoord en code."),),
    autorisaties=(Autorisatie(regel=1, functie="Medewerker parkeren", lezen=True, invoeren=True),),
)


def volledig(**anders: Any) -> Inhoud:
    """A complete content with some fields changed."""
    return replace(VOLLEDIG, **anders)
