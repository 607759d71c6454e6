"""The dossier page and the pages beside it: where am I, what must happen, by when, by whom."""

import pytest

from leidraad.organisaties.models import Functievervulling
from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.tests.schermen.conftest import tekst, url


def test_de_pagina_zegt_wie_verantwoordelijk_is(po, wereld, verwerking):
    assert "Teammanager, Team Burgerzaken" in tekst(po.get(url(verwerking)))
    Functievervulling.objects.filter(persoon=wereld.persoon("teammanager")).update(tot="2020-01-01")
    assert "Afdelingsmanager, Afdeling Inwonerszaken" in tekst(po.get(url(verwerking)))
    Functievervulling.objects.filter(persoon=wereld.persoon("afdelingsmanager")).update(tot="2020-01-01")
    assert "<strong>Niemand.</strong>" in tekst(po.get(url(verwerking)))


def test_de_volgende_stap_is_van_wie_kijkt(client_als, po, maak):
    leeg = maak(Inhoud(naam="Leeg"))
    assert po.get(url(leeg)).context["volgende"].tekst == "Verder invullen"
    assert "De eenheid vult deze verwerking nog in." in tekst(client_als("fg").get(url(leeg)))
    assert po.get(url(maak())).context["volgende"].tekst == "Ter toetsing aanbieden"


def test_afwijkingen_gaan_naar_de_fg(po, maak):
    verwerking = maak(profilering=True, profilering_toelichting="Wij voorspellen gedrag.")
    assert "Gaat naar de FG." in tekst(po.get(url(verwerking)))


def test_een_code_wordt_gewone_taal(po, verwerking):
    pagina = tekst(po.get(url(verwerking)))
    assert "Taak van algemeen belang of openbaar gezag" in pagina
    assert "Nederland" in pagina
    assert "5 jaar" in pagina
    assert "Om te weten wie de vergunning krijgt." in pagina


def test_de_privacyverklaring_krijgt_een_aanwijzing(po, verwerking):
    assert "Is de privacyverklaring goed te lezen?" in tekst(po.get(url(verwerking)))


@pytest.mark.parametrize("rol", ["privacy_officer", "teammanager", "fg"])
def test_de_pagina_vraagt_hoogstens_twintig_keer_iets_aan_de_database(
    client_als, vastgesteld, django_assert_max_num_queries, rol
):
    browser = client_als(rol)
    with django_assert_max_num_queries(20):
        browser.get(url(vastgesteld))


@pytest.mark.parametrize(
    ("rol", "status"),
    [("medewerker", 200), ("fg", 200), ("privacy_officer_elders", 404), ("beheerder", 404), ("anoniem", 302)],
)
def test_wie_de_verwerking_ziet(client_als, verwerking, rol, status):
    assert client_als(rol).get(url(verwerking)).status_code == status


def test_een_medewerker_ziet_geen_knoppen_die_niet_werken(client_als, verwerking):
    pagina = tekst(client_als("medewerker").get(url(verwerking)))
    assert "/bewerken/" not in pagina
    assert "/stap/" not in pagina


def test_het_overleg_staat_op_een_eigen_pagina(po, verwerking):
    assert "Opmerkingen" in tekst(po.get(url(verwerking, "overleg/")))


def test_een_verwerking_beginnen(po, wereld):
    gegevens = {
        "gemeente": wereld.gemeente.pk,
        "eenheid": wereld.team.pk,
        "naam": " Bijstand ",
        "regime": "avg",
    }
    antwoord = po.post("/werk/verwerkingen/nieuw/", gegevens)
    gemaakt = Verwerking.objects.select_related("dossier").get()
    assert antwoord["Location"].endswith(f"{gemaakt.dossier.nummer}/bewerken/algemeen/")
    assert gemaakt.dossier.titel == "Bijstand"


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"naam": "\x00  "}, "Geef de verwerking een naam."),
        ({"naam": "n" * 301}, "301 tekens"),
        ({"eenheid": "999999"}, "Selecteer een geldige keuze"),
    ],
)
def test_een_verkeerd_begin_wordt_bij_het_veld_gezegd(po, wereld, anders, melding):
    gegevens = {
        "gemeente": wereld.gemeente.pk,
        "eenheid": wereld.team.pk,
        "naam": "A",
        "regime": "avg",
    } | anders
    assert melding in tekst(po.post("/werk/verwerkingen/nieuw/", gegevens))
    assert not Verwerking.objects.exists()


def test_een_coordinator_begint_alleen_in_haar_eigen_eenheid(client_als, wereld):
    browser = client_als("coordinator")
    gegevens = {"gemeente": wereld.gemeente.pk, "naam": "A", "regime": "avg"}
    assert "Kies uw eenheid." in tekst(browser.post("/werk/verwerkingen/nieuw/", gegevens))
    antwoord = browser.post("/werk/verwerkingen/nieuw/", gegevens | {"eenheid": wereld.ander_team.pk})
    assert antwoord.status_code == 200
    assert not Verwerking.objects.exists()


def test_een_medewerker_begint_geen_verwerking(client_als):
    assert client_als("medewerker").get("/werk/verwerkingen/nieuw/").status_code == 403


def test_versies_en_wat_er_tussen_veranderde(po, vastgesteld, wereld, nu):
    handelingen.begin_herziening(verwerking=vastgesteld, door=wereld.lid("privacy_officer"), nu=nu)
    velden = {"notitie": "Nieuwe notitie", "doe": "opslaan"}
    pagina = po.get(url(vastgesteld, "bewerken/notitie/"))
    po.post(url(vastgesteld, "bewerken/notitie/"), velden | {"stempel": pagina.context["stempel"]})
    assert "Versie 1" in tekst(po.get(url(vastgesteld, "versies/")))
    assert "Alleen voor intern gebruik." in tekst(po.get(url(vastgesteld, "versies/1/")))
    verschil = tekst(po.get(url(vastgesteld, "vergelijken/?van=1&naar=werk")))
    assert "Er is 1 verschil." in verschil
    assert "Alleen voor intern gebruik.</del>" in verschil
    assert "Nieuwe notitie</ins>" in verschil
    assert "Gewijzigd" in verschil


@pytest.mark.parametrize("query", ["van=9", "van=x", "naar=-1", "van=1&naar=99999999999"])
def test_een_versie_die_er_niet_is(po, vastgesteld, query):
    assert po.get(url(vastgesteld, f"vergelijken/?{query}")).status_code == 404


def test_een_onbekende_versie_bestaat_niet(po, vastgesteld):
    assert po.get(url(vastgesteld, "versies/9/")).status_code == 404


def test_wie_een_team_heeft_kiest_geen_team(client_als, po, wereld):
    adres = "/werk/verwerkingen/nieuw/"
    scherm = tekst(client_als("teammanager").get(adres))
    assert f'<option value="{wereld.team.pk}" selected>' in scherm
    assert "Nog niet bekend" not in scherm
    assert '<option value="" selected>Nog niet bekend</option>' in tekst(po.get(adres))
