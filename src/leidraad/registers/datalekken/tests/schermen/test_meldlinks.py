"""A processor reports through its own link, without signing in and without learning anything."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from leidraad.registers.datalekken.models import Datalek, Meldlink
from leidraad.registers.datalekken.tests.schermen.conftest import tekst
from leidraad.registers.datalekken.views import openbaar
from tests.wereld import ELDERS, Wereld

LINKS = "/werk/datalekken/meldlinks/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def adres(po: Client, wereld: Wereld) -> str:
    antwoord = po.post(LINKS, {"gemeente": wereld.gemeente.pk, "verwerker": "Hosting BV"})
    return str(antwoord.context["adres"].removeprefix("http://testserver"))


def invoer(adres: str, **anders: str) -> dict[str, str]:
    return {
        "geheim": adres.split("/")[2],
        "omschrijving": "Een server stond open.",
        "ontdekt_op": f"{timezone.localtime() - timedelta(hours=2):%Y-%m-%dT%H:%M}",
        "contact": "Servicedesk, 071 123 45 67",
    } | anders


def test_het_geheim_wordt_een_keer_getoond_en_nergens_bewaard(po: Client, adres: str) -> None:
    geheim = adres.split("/")[2]
    assert len(geheim) > 40
    assert geheim not in tekst(po.get(LINKS))
    assert geheim not in str(Meldlink.objects.values().get())


def test_een_verwerker_meldt_zonder_inloggen_en_de_klok_loopt(adres: str) -> None:
    browser = Client(enforce_csrf_checks=True)
    pagina = browser.get(adres)
    assert "Hosting BV" in tekst(pagina)
    munt = {"csrfmiddlewaretoken": browser.cookies["csrftoken"].value}
    antwoord = browser.post("/melden/", invoer(adres) | munt)
    datalek = Datalek.objects.get()
    assert datalek.dossier.nummer in tekst(antwoord)
    assert (datalek.verwerker, datalek.melder) == ("Hosting BV", None)
    assert datalek.verwerker_meldde_op is not None
    assert "071 123 45 67" in datalek.omschrijving
    assert datalek.dossier.termijnen.lopend().exists()


def test_zonder_munt_van_het_formulier_gaat_het_niet(adres: str) -> None:
    assert Client(enforce_csrf_checks=True).post("/melden/", invoer(adres)).status_code == 403
    assert not Datalek.objects.exists()


def test_het_adres_lekt_niet_en_geen_zoekmachine_vindt_het(adres: str) -> None:
    antwoord = Client().get(adres)
    assert antwoord["Referrer-Policy"] == "strict-origin"
    assert "noindex" in antwoord["X-Robots-Tag"]
    assert "no-store" in antwoord["Cache-Control"]
    assert "sessionid" not in antwoord.cookies
    assert adres not in tekst(Client().post("/melden/", invoer(adres, omschrijving="")))


def test_een_ingetrokken_of_verzonnen_link_bestaat_niet(po: Client, adres: str) -> None:
    assert Client().get("/melden/verzonnen/").status_code == 404
    po.post(f"{LINKS}{Meldlink.objects.get().pk}/intrekken/")
    assert Client().get(adres).status_code == 404
    assert Client().post("/melden/", invoer(adres)).status_code == 404
    assert not Datalek.objects.exists()


def test_te_vaak_melden_stopt_en_houdt_de_tekst(adres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openbaar, "PER_UUR", 2)
    browser = Client()
    codes = [
        browser.post("/melden/", invoer(adres, omschrijving=f"Voorval {n}")).status_code for n in range(3)
    ]
    assert codes == [200, 200, 429]
    assert Datalek.objects.count() == 2


def test_twee_keer_klikken_is_een_melding(adres: str) -> None:
    for _ in range(2):
        Client().post("/melden/", invoer(adres))
    assert Datalek.objects.count() == 1


@pytest.mark.parametrize("rol", ["medewerker", "teammanager", "fg", "beheerder"])
def test_alleen_een_privacy_officer_maakt_links(client_als: Callable[[str], Client], rol: str) -> None:
    assert client_als(rol).get(LINKS).status_code == 403


def test_een_link_van_een_andere_gemeente_bestaat_niet(
    client_als: Callable[[str], Client], adres: str, wereld: Wereld
) -> None:
    elders = client_als(ELDERS)
    assert "Hosting BV" not in tekst(elders.get(LINKS))
    assert elders.post(f"{LINKS}{Meldlink.objects.get().pk}/intrekken/").status_code == 404
    gegevens = {"gemeente": wereld.gemeente.pk, "verwerker": "Ander BV"}
    assert "Kies een gemeente uit de lijst." in tekst(elders.post(LINKS, gegevens))
