"""A dossier to work on."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from leidraad.dossiers.handelingen import open_dossier
from leidraad.dossiers.models import Dossier
from tests.wereld import Wereld


@pytest.fixture
def maak_dossier(wereld: Wereld, nu: datetime) -> Callable[..., Dossier]:
    """Opens a dossier of the team, by the Privacy Officer; give what should be different."""

    def maak(**anders: Any) -> Dossier:
        gegevens: dict[str, Any] = {
            "titel": "Paspoorten",
            "eenheid": wereld.team,
            "gemeente": wereld.gemeente,
        }
        return open_dossier(
            soort="verwerkingen",
            voorvoegsel="VW",
            **(gegevens | {"door": wereld.lid("privacy_officer"), "nu": nu} | anders),
        )

    return maak


@pytest.fixture
def dossier(maak_dossier: Callable[..., Dossier]) -> Dossier:
    """One dossier: VW-2026-0001 of Team Burgerzaken."""
    return maak_dossier()
