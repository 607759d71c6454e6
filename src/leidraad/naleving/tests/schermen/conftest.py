"""A gemeente with something to judge: fixtures for the view tests. The pages use the real clock."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags

from leidraad.organisaties.models import Eenheid
from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG
from tests.wereld import Wereld

Maker = Callable[..., Verwerking]
ClientAls = Callable[[str], Client]
# A verwerking without a ground falls short of this norm, and is mended in this section.
NORM, SECTIE = "2.1.1", "doelen"
PAGINA = "/werk/naleving/leiden/"
NORMPAGINA = f"{PAGINA}normen/{NORM}/"


@pytest.fixture
def straks() -> datetime:
    """Now: the pages use the real clock."""
    return timezone.now()


@pytest.fixture
def maak(wereld: Wereld, straks: datetime) -> Maker:
    """Make a verwerking of a unit, by default Team Burgerzaken; without a ground unless told otherwise."""

    def maker(naam: str = "Zonder grondslag", eenheid: Eenheid | None = None, **anders: Any) -> Verwerking:
        return handelingen.maak_aan(
            gemeente=wereld.gemeente,
            eenheid=eenheid or wereld.team,
            inhoud=replace(VOLLEDIG, naam=naam, **({"doelen": ()} | anders)),
            door=wereld.lid("privacy_officer"),
            nu=straks,
        )

    return maker


@pytest.fixture
def po(client_als: ClientAls) -> Client:
    """The browser of the Privacy Officer."""
    return client_als("privacy_officer")


@pytest.fixture
def fg(client_als: ClientAls) -> Client:
    """The browser of the FG."""
    return client_als("fg")


@pytest.fixture
def manager(client_als: ClientAls) -> Client:
    """The browser of the manager of Team Burgerzaken."""
    return client_als("teammanager")


def html(antwoord: Any) -> str:
    """The page as it is sent."""
    assert antwoord.status_code == 200, antwoord.status_code
    return str(antwoord.content.decode())


def tekst(antwoord: Any) -> str:
    """The words of the page itself, without the menu, on one line."""
    binnen = html(antwoord).split("<main", 1)[1].split("</main>", 1)[0]
    return " ".join(unescape(strip_tags(binnen.replace("<", " <"))).split())
