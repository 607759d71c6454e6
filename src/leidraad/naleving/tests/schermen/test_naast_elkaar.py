"""The pages over several gemeenten and over the units of one."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from leidraad.naleving.handelingen import leg_dag_vast
from leidraad.naleving.tests.schermen.conftest import NORM, PAGINA, ClientAls, Maker, html, tekst
from leidraad.organisaties.models import Functievervulling, Gemeente
from tests.wereld import Wereld

OVERZICHT, VERGELIJKEN, EENHEDEN = "/werk/naleving/", "/werk/naleving/vergelijken/", f"{PAGINA}eenheden/"


@pytest.fixture
def beide(wereld: Wereld) -> None:
    """The Privacy Officer of Leiden serves Leiderdorp as well."""
    Functievervulling.objects.create(
        persoon=wereld.persoon("privacy_officer"), gemeente=wereld.andere_gemeente, functie="privacy_officer"
    )


def bedien(wereld: Wereld, aantal: int) -> None:
    """The Privacy Officer of Leiden serves this many gemeenten more."""
    po = wereld.persoon("privacy_officer")
    for nummer in range(aantal):
        gemeente = Gemeente.objects.create(
            naam=f"Gemeente {nummer:03}", slug=f"gemeente-{nummer}", cbs_code=f"GM9{nummer:03}"
        )
        Functievervulling.objects.create(persoon=po, gemeente=gemeente, functie="privacy_officer")


def test_wie_een_gemeente_bedient_gaat_er_meteen_heen(manager: Client, wereld: Wereld) -> None:
    antwoord = manager.get(OVERZICHT)
    assert antwoord.status_code == 302
    assert antwoord["Location"] == PAGINA


def test_het_menu_wijst_naar_de_naleving_alleen_voor_wie_haar_ziet(client_als: ClientAls) -> None:
    assert f'href="{OVERZICHT}"' in html(client_als("ciso").get("/werk/"))
    assert f'href="{OVERZICHT}"' not in html(client_als("medewerker").get("/werk/"))


def test_gemeenten_staan_naast_elkaar_met_wat_eerst_komt(
    po: Client, beide: None, maak: Maker, straks: datetime
) -> None:
    maak()
    leg_dag_vast(straks - timedelta(days=1))
    antwoord = po.get(OVERZICHT)
    assert "Leiden" in tekst(antwoord)
    assert "Leiderdorp" in tekst(antwoord)
    assert f'href="{PAGINA}normen/{NORM}/"' in html(antwoord)
    assert f'href="{PAGINA}?oordeel=niet_gehaald"' in html(antwoord)


def test_een_manager_in_twee_gemeenten_ziet_van_elk_de_eigen_eenheden(
    manager: Client, wereld: Wereld, maak: Maker
) -> None:
    Functievervulling.objects.create(
        persoon=wereld.persoon("teammanager"), gemeente=wereld.andere_gemeente, functie="fg"
    )
    maak("Van een ander", eenheid=wereld.ander_team)
    woorden = tekst(manager.get(OVERZICHT))
    assert "Leiden alleen uw eenheden" in woorden
    assert "Leiderdorp alleen uw eenheden" not in woorden


def test_meer_gemeenten_kosten_niet_meer_vragen(
    po: Client, wereld: Wereld, beide: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    bedien(wereld, 30)
    po.get(VERGELIJKEN)
    # One query per population for all together, or six for each of six gemeenten, and the layout.
    for waar in (OVERZICHT, VERGELIJKEN):
        with django_assert_max_num_queries(48):
            assert po.get(waar).status_code == 200
    assert "?pagina=2" in html(po.get(OVERZICHT))


@pytest.mark.regel("2.1.1")
def test_vergelijken_zet_elk_oordeel_in_woorden_naast_elkaar(po: Client, beide: None, maak: Maker) -> None:
    maak()
    pagina = html(po.get(f"{VERGELIJKEN}?hoofdstuk=2"))
    rij = next(deel for deel in pagina.split("<tr>") if f"{NORM} " in deel and "data-label" in deel)
    assert "Niet gehaald" in rij
    assert "Nog niets vastgelegd" in rij
    assert 'data-label="Leiderdorp"' in rij
    assert f'href="/werk/naleving/leiderdorp/normen/{NORM}/"' in rij
    assert "3.1.1" not in tekst(po.get(f"{VERGELIJKEN}?hoofdstuk=2"))


def test_alleen_verschillen_laat_weg_wat_gelijk_is(po: Client, beide: None, maak: Maker) -> None:
    maak()
    woorden = tekst(po.get(f"{VERGELIJKEN}?verschillen=ja"))
    assert f"{NORM} Elke verwerking" in woorden
    assert "6.1.1 " not in woorden


def test_gelijke_gemeenten_hebben_geen_verschillen(po: Client, wereld: Wereld) -> None:
    woorden = tekst(po.get(f"{VERGELIJKEN}?verschillen=ja"))
    assert "Geen verschillen" in woorden
    assert "U ziet één gemeente" in woorden


def test_van_veel_gemeenten_passen_er_zes(po: Client, wereld: Wereld) -> None:
    bedien(wereld, 13)
    antwoord = po.get(VERGELIJKEN)
    assert "Er passen 6 gemeenten naast elkaar" in tekst(antwoord)
    assert '<select name="gemeente"' in html(antwoord)
    gekozen = html(po.get(f"{VERGELIJKEN}?gemeente=gemeente-3&gemeente=gemeente-5&gemeente=bestaat-niet"))
    assert gekozen.count('<th scope="col">Gemeente 003</th>') > 0
    assert '<th scope="col">Gemeente 004</th>' not in gekozen


def test_een_gemeente_van_een_ander_komt_niet_in_de_vergelijking(po: Client, wereld: Wereld) -> None:
    assert "Leiderdorp" not in tekst(po.get(f"{VERGELIJKEN}?gemeente=leiderdorp&gemeente=leiden"))


def test_eenheden_staan_in_hun_boom_met_wie_er_over_gaat(po: Client, maak: Maker, wereld: Wereld) -> None:
    maak()
    antwoord = po.get(EENHEDEN)
    woorden = tekst(antwoord)
    assert (
        woorden.index("Cluster Stad") < woorden.index("Afdeling Inwonerszaken") < woorden.index("Team Burger")
    )
    for eenheid in (wereld.cluster, wereld.afdeling, wereld.team):
        assert f"{PAGINA}?eenheid={eenheid.pk}&amp;oordeel=niet_gehaald" in html(antwoord)
    for naam in ("Directeur", "Afdelingsmanager", "Teammanager"):
        assert naam in woorden


def test_een_manager_ziet_alleen_de_eigen_eenheden(manager: Client, maak: Maker, wereld: Wereld) -> None:
    maak()
    woorden = tekst(manager.get(EENHEDEN))
    assert "Team Burgerzaken" in woorden
    assert "Team Belastingen" not in woorden
    assert "Cluster Stad" not in woorden


def test_een_gemeente_zonder_eenheden_zegt_wat_er_moet_gebeuren(client_als: ClientAls) -> None:
    waar = "/werk/naleving/leiderdorp/eenheden/"
    assert "Er zijn nog geen eenheden" in tekst(client_als("privacy_officer_elders").get(waar))


def test_meer_eenheden_kosten_niet_meer_vragen(
    po: Client, maak: Maker, wereld: Wereld, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    maak()
    with django_assert_max_num_queries(40):
        po.get(EENHEDEN)
