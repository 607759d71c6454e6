"""Who is signed out while typing loses nothing; and nobody else sees it."""

import re
import time

import pytest
from django.test import Client

from leidraad.project.invoer_bewaren import SLEUTEL
from leidraad.registers.verwerkingen import handelingen, opslag
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking


@pytest.fixture
def verwerking(wereld, nu):
    """A verwerking with only a name."""
    return handelingen.maak_aan(
        gemeente=wereld.gemeente, eenheid=wereld.team, inhoud=Inhoud(naam="Leeg"),
        door=wereld.lid("privacy_officer"), nu=nu,
    )  # fmt: skip


@pytest.fixture
def formulier(client_als, verwerking):
    """The address of an open form, and its fields with something typed."""
    adres = f"/werk/leiden/verwerkingen/{verwerking.dossier.nummer}/bewerken/notitie/"
    pagina = client_als("privacy_officer").get(adres)
    velden = {"wie": pagina.context["wie"], "stempel": pagina.context["stempel"], "doe": "opslaan"}
    return adres, velden | {"notitie": "Een lange notitie"}


def test_na_opnieuw_aanmelden_staat_alles_er_nog_en_kan_het_verstuurd(wereld, formulier):
    adres, velden = formulier
    browser = Client()
    antwoord = browser.post(adres, velden)
    assert antwoord["Location"] == "/account/login/?next=%2Fwerk%2Fverder%2F"
    browser.force_login(wereld.persoon("privacy_officer"))
    pagina = browser.get("/werk/verder/").content.decode()
    assert "Een lange notitie" in pagina
    verborgen = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', pagina))
    browser.post(adres, verborgen)
    verwerking = Verwerking.objects.select_related("dossier").get()
    assert opslag.lees(verwerking).notitie == "Een lange notitie"


def test_een_ander_die_zich_daarna_aanmeldt_ziet_niets(wereld, formulier):
    browser = Client()
    browser.post(*formulier)
    browser.force_login(wereld.persoon("teammanager"))
    antwoord = browser.get("/werk/verder/")
    assert antwoord["Location"] == "/werk/"
    assert SLEUTEL not in browser.session


def test_na_een_uur_is_het_weg(wereld, formulier):
    browser = Client()
    browser.post(*formulier)
    browser.force_login(wereld.persoon("privacy_officer"))
    sessie = browser.session
    sessie[SLEUTEL] = sessie[SLEUTEL] | {"op": int(time.time()) - 3601}
    sessie.save()
    assert browser.get("/werk/verder/")["Location"] == "/werk/"


def test_weggooien_kan_ook(wereld, formulier):
    browser = Client()
    browser.post(*formulier)
    browser.force_login(wereld.persoon("privacy_officer"))
    browser.post("/werk/verder/")
    assert SLEUTEL not in browser.session


@pytest.mark.parametrize("anders", [{"wie": "verzonnen"}, {"notitie": "x" * 1_100_000}])
def test_wat_niet_van_ons_is_of_te_groot_wordt_niet_bewaard(formulier, anders):
    adres, velden = formulier
    browser = Client()
    antwoord = browser.post(adres, velden | anders)
    assert antwoord["Location"].startswith("/account/login/?next=/werk/leiden/")
    assert SLEUTEL not in browser.session


def test_een_verlopen_sleutel_in_het_formulier_verliest_ook_niets(wereld, formulier):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(wereld.persoon("privacy_officer"))
    assert browser.post(*formulier)["Location"] == "/werk/verder/"
    assert "Een lange notitie" in browser.get("/werk/verder/").content.decode()


def test_een_vreemd_formulier_zonder_sleutel_wordt_geweigerd(wereld, formulier):
    adres, velden = formulier
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(wereld.persoon("privacy_officer"))
    velden.pop("wie")
    assert browser.post(adres, velden).status_code == 403
