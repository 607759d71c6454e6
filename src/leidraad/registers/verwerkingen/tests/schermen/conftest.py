"""A verwerking on the screen: fixtures for the view tests."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from leidraad.registers.verwerkingen import handelingen, opslag
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.stempel import sectie_stempel
from leidraad.registers.verwerkingen.tests.voorbeeld import volledig
from tests.wereld import Wereld

Maker = Callable[..., Verwerking]


@pytest.fixture
def maak(wereld: Wereld, nu: datetime) -> Maker:
    """Make a verwerking of Team Burgerzaken, complete unless fields are given."""

    def maker(inhoud: Inhoud | None = None, **anders: Any) -> Verwerking:
        return handelingen.maak_aan(
            gemeente=wereld.gemeente,
            eenheid=wereld.team,
            inhoud=inhoud if inhoud is not None else volledig(**anders),
            door=wereld.lid("privacy_officer"),
            nu=nu,
        )

    return maker


@pytest.fixture
def verwerking(maak: Maker) -> Verwerking:
    """One complete concept."""
    return maak()


@pytest.fixture
def vastgesteld(wereld: Wereld, verwerking: Verwerking, nu: datetime) -> Verwerking:
    """The same verwerking, established and public."""
    po, manager = wereld.lid("privacy_officer"), wereld.lid("teammanager")
    handelingen.dien_in(verwerking=verwerking, door=po, nu=nu)
    handelingen.geef_akkoord(verwerking=verwerking, door=po, nu=nu)
    return handelingen.stel_vast(verwerking=verwerking, openbaarheid="openbaar", door=manager, nu=nu)


@pytest.fixture
def po(client_als: Callable[[str], Client]) -> Client:
    """The browser of the Privacy Officer."""
    return client_als("privacy_officer")


def url(verwerking: Verwerking, rest: str = "") -> str:
    """The address of a screen of this verwerking."""
    return f"/werk/leiden/verwerkingen/{verwerking.dossier.nummer}/{rest}"


def vers(verwerking: Verwerking) -> Verwerking:
    """The verwerking as it is stored now."""
    return Verwerking.objects.select_related("dossier__gemeente").get(pk=verwerking.pk)


def stempel(verwerking: Verwerking, sectie: str) -> str:
    """The fingerprint that the form of a section carries now."""
    return sectie_stempel(opslag.lees(vers(verwerking)), sectie)


def tekst(antwoord: Any) -> str:
    """What the answer says."""
    return str(antwoord.content.decode())
