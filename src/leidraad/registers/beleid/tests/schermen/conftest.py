"""Policy on the screen, on one fixed day."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.tests import hulp
from tests.wereld import Wereld

VANAF = date(2026, 1, 5)


@pytest.fixture(autouse=True)
def vandaag(nu: datetime) -> Iterator[None]:
    """The screens read the clock: let it stand still."""
    with time_machine.travel(nu, tick=False):
        yield


@pytest.fixture
def po(client_als: Callable[[str], Client]) -> Client:
    """The browser of the Privacy Officer."""
    return client_als("privacy_officer")


@pytest.fixture
def beleid(wereld: Wereld, nu: datetime) -> Beleidsstuk:
    """The privacy policy of Leiden, in force since January."""
    stuk = hulp.maak(wereld, nu)
    hulp.stel_vast(wereld, stuk, VANAF, nu)
    return stuk


@pytest.fixture
def concept(wereld: Wereld, nu: datetime) -> Beleidsversie:
    """A procedure that was not adopted yet."""
    return hulp.maak(wereld, nu, hulp.PROCEDURE).versies.get()


def url(stuk: Beleidsstuk, rest: str = "") -> str:
    """The address of a screen of this document."""
    return f"/werk/leiden/beleid/{stuk.dossier.nummer}/{rest}"


def tekst(antwoord: Any) -> str:
    """What the answer says."""
    return str(antwoord.content.decode())


def velden(antwoord: Any) -> dict[str, Any]:
    """What the form on the page would post: its values and its hidden stamps."""
    formulier = antwoord.context["formulier"]
    uit: dict[str, Any] = {}
    for form in getattr(formulier, "forms", [formulier]):
        for veld in form:
            waarde = veld.value()
            if waarde not in (None, False):
                uit[veld.html_name] = "on" if waarde is True else waarde
    for naam in ("stempel",):
        if naam in antwoord.context:
            uit[naam] = antwoord.context[naam]
    return uit | dict(antwoord.context.get("verborgen") or [])
