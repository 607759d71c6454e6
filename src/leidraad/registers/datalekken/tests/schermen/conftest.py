"""A breach on the screen: fixtures for the view tests."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leidraad.dossiers.secties import sectie_stempel
from leidraad.registers.datalekken import handelingen, opslag
from leidraad.registers.datalekken.inhoud import Factoren, GelektGegeven, Getroffenen, Inhoud
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.secties import SECTIE
from tests.wereld import Wereld

Maker = Callable[..., Datalek]
HOOG = Factoren(soort_gegevens=3, omvang=2, identificeerbaarheid=3, ernst=2, kwetsbaren=2, omkeerbaarheid=2)


def compleet(nu: datetime) -> dict[str, Any]:
    """Everything that closing asks for, apart from risk and notification."""
    return {
        "naam": "Brief naar verkeerd adres",
        "omschrijving": "Een brief over bijstand ging naar de buren.",
        "vertrouwelijkheid_geschonden": True,
        "oorzaak": "vergissing",
        "ontdekt_op": nu - timedelta(hours=3),
        "kennisgenomen_op": nu - timedelta(hours=2),
        "gevolgen": "De buren weten van de bijstand.",
        "maatregelen_gedicht": "De brief is opgehaald.",
        "betrokkenen": (Getroffenen(regel=1, naam="Aanvragers van bijstand", minimum=1, maximum=3),),
        "gegevens": (GelektGegeven(regel=1, naam="Inkomen", soort="gevoelig", aantal=1),),
    }


@pytest.fixture
def straks() -> datetime:
    """Now: the screens use the real clock."""
    return timezone.now()


@pytest.fixture
def maak(wereld: Wereld, straks: datetime) -> Maker:
    """Report a breach of Team Burgerzaken."""
    nummers = count(1)

    def maker(**anders: Any) -> Datalek:
        # The same words twice are one report.
        anders = {"omschrijving": f"Een brief over bijstand ging naar nummer {next(nummers)}."} | anders
        return handelingen.meld(
            gemeente=wereld.gemeente,
            eenheid=wereld.team,
            inhoud=Inhoud(**(compleet(straks) | anders)),
            door=wereld.lid("medewerker"),
            nu=straks,
        )

    return maker


@pytest.fixture
def datalek(maak: Maker) -> Datalek:
    """One report, not judged yet."""
    return maak()


@pytest.fixture
def in_behandeling(datalek: Datalek, wereld: Wereld, straks: datetime) -> Datalek:
    """The same, judged to be a breach."""
    return handelingen.beoordeel_melding(
        datalek=datalek, is_datalek=True, reden="", door=wereld.lid("privacy_officer"), nu=straks
    )


@pytest.fixture
def po(client_als: Callable[[str], Client]) -> Client:
    """The browser of the Privacy Officer."""
    return client_als("privacy_officer")


def url(datalek: Datalek, rest: str = "") -> str:
    """The address of a screen of this breach."""
    return f"/werk/leiden/datalekken/{datalek.dossier.nummer}/{rest}"


def vers(datalek: Datalek) -> Datalek:
    """The breach as it is stored now."""
    return Datalek.objects.select_related("dossier__gemeente").get(pk=datalek.pk)


def stempel(datalek: Datalek, sectie: str) -> str:
    """The fingerprint that the form of a section carries now."""
    return sectie_stempel(opslag.lees(vers(datalek)), SECTIE[sectie])


def tekst(antwoord: Any) -> str:
    """What the answer says."""
    return str(antwoord.content.decode())
