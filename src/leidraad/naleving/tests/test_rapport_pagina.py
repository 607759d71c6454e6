"""Take the report along: who may, which file, and a wrong day comes back with what was chosen."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.papier import fouten_in, papier
from tests.wereld import ELDERS

pytestmark = pytest.mark.django_db
PAGINA = "/werk/naleving/leiden/rapport/"


def test_de_pagina_laat_kiezen(client_als: Callable[[str], Client]) -> None:
    antwoord = client_als("privacy_officer").get(PAGINA)
    assert antwoord.status_code == 200
    tekst = antwoord.content.decode()
    for woord in (
        "College van burgemeester en wethouders",
        "Gemeenteraad",
        "PDF",
        "Word",
        "Rapport downloaden",
    ):
        assert woord in tekst


def test_het_rapport_komt_als_pdf(client_als: Callable[[str], Client]) -> None:
    antwoord = client_als("fg").get(PAGINA, {"voor": "raad", "vorm": "pdf", "op": ""})
    assert antwoord["Content-Type"] == "application/pdf"
    assert 'attachment; filename="privacyrapport-leiden-raad-' in antwoord["Content-Disposition"]
    assert fouten_in(antwoord.content) == []
    assert "Gemeenteraad" in papier(antwoord.content)


def test_het_rapport_komt_als_word(client_als: Callable[[str], Client]) -> None:
    antwoord = client_als("privacy_officer").get(PAGINA, {"voor": "college", "vorm": "docx"})
    assert "wordprocessingml" in antwoord["Content-Type"]
    assert antwoord["Content-Disposition"].endswith('.docx"')
    assert antwoord.content.startswith(b"PK")


@pytest.mark.parametrize(
    ("keuze", "fout"),
    [
        ({"voor": "college", "vorm": "pdf", "op": "2001-01-01"}, "Er is nog geen enkele dag bewaard."),
        ({"voor": "college", "vorm": "pdf", "op": "2199-01-01"}, "Die dag moet nog komen."),
        ({"voor": "college", "vorm": "pdf", "op": "gisteren"}, "Dit is geen bestaande datum."),
        ({"voor": "iedereen", "vorm": "pdf"}, "Kies voor wie het rapport is."),
        ({"voor": "college", "vorm": "exe"}, "Kies PDF of Word."),
        ({"voor": "college"}, "Kies PDF of Word."),
    ],
)
def test_een_verkeerde_keuze_komt_terug_met_uitleg(
    client_als: Callable[[str], Client], keuze: dict[str, str], fout: str
) -> None:
    antwoord = client_als("privacy_officer").get(PAGINA, keuze)
    assert antwoord.status_code == 200
    tekst = antwoord.content.decode()
    assert fout in tekst
    assert keuze.get("op", "") in tekst


@pytest.mark.parametrize(
    ("rol", "status"), [("ciso", 200), ("teammanager", 403), ("medewerker", 403), (ELDERS, 404)]
)
def test_alleen_wie_de_hele_gemeente_ziet(client_als: Callable[[str], Client], rol: str, status: int) -> None:
    assert client_als(rol).get(PAGINA).status_code == status
    assert client_als(rol).get(PAGINA, {"voor": "raad", "vorm": "pdf"}).status_code == status
