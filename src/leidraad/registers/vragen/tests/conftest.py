"""Questions in a small world: fixtures for all tests of this register."""

from collections.abc import Callable
from datetime import datetime
from itertools import count
from typing import Any

import pytest
from django.test import Client

from leidraad.registers.vragen import handelingen
from leidraad.registers.vragen.handelingen.behandelen import laatste_reactie
from leidraad.registers.vragen.models import Reactie, Vraag
from tests.wereld import Wereld

Vragen = Callable[..., Vraag]
PO, VRAGER = "privacy_officer", "medewerker"


@pytest.fixture
def stel(wereld: Wereld, nu: datetime) -> Vragen:
    """Ask a question of an employee of Leiden; `nu` and the words may differ."""
    nummers = count(1)

    def steller(rol: str = VRAGER, **anders: Any) -> Vraag:
        # The same words twice are one question.
        woorden: dict[str, Any] = {
            "gemeente": wereld.gemeente,
            "onderwerp": f"Bewaartermijn {next(nummers)}",
            "tekst": "Hoe lang bewaren wij een aanvraag?",
            "nu": nu,
        }
        return handelingen.stel_vraag(door=wereld.lid(rol), **(woorden | anders))

    return steller


@pytest.fixture
def vraag(stel: Vragen) -> Vraag:
    """One question that nobody answered yet."""
    return stel()


@pytest.fixture
def antwoord(wereld: Wereld, nu: datetime) -> Callable[..., Reactie]:
    """Let the Privacy Officer answer, having read everything."""

    def antwoorder(vraag: Vraag, tekst: str = "Vijf jaar.", op: datetime = nu, rol: str = PO) -> Reactie:
        return handelingen.beantwoord(
            vraag=vraag, tekst=tekst, gezien=laatste_reactie(vraag), door=wereld.lid(rol), nu=op
        )

    return antwoorder


@pytest.fixture
def po(client_als: Callable[[str], Client]) -> Client:
    """The browser of the Privacy Officer."""
    return client_als(PO)


@pytest.fixture
def vrager(client_als: Callable[[str], Client]) -> Client:
    """The browser of the employee who asks."""
    return client_als(VRAGER)


def vers(vraag: Vraag) -> Vraag:
    """The question as it is stored now."""
    return Vraag.objects.select_related("dossier__gemeente", "dossier__behandelaar").get(pk=vraag.pk)


def url(vraag: Vraag, rest: str = "") -> str:
    """The address of a screen of this question."""
    return f"/werk/leiden/vragen/{vraag.dossier.nummer}/{rest}"


def mijn(vraag: Vraag) -> str:
    """Where the asker follows it."""
    return f"/werk/vragen/mijn-vragen/leiden/{vraag.dossier.nummer}/"


def pagina(antwoord: Any) -> str:
    """What the answer says."""
    return str(antwoord.content.decode())
