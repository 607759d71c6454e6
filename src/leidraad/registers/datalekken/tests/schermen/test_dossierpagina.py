"""The page of a breach and who may see it."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from leidraad.dossiers.models import Journaalregel
from leidraad.registers.datalekken import handelingen
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.tests.schermen.conftest import HOOG, Maker, tekst, url
from tests.wereld import Wereld

ClientAls = Callable[[str], Client]


@pytest.mark.regel("3.4.2")
@pytest.mark.parametrize("rest", ["", "overleg/", "bewerken/feiten/", "triage/", "risico/", "informeren/"])
def test_de_klok_staat_op_elk_scherm_met_beide_einden(po: Client, datalek: Datalek, rest: str) -> None:
    pagina = tekst(po.get(url(datalek, rest)))
    assert "Melden bij de AP" in pagina
    assert "Nog 2 dagen en 2" in pagina
    assert "Streng einde (72 uur)" in pagina
    assert "Uiterste grens" in pagina


@pytest.mark.regel("3.4.2")
def test_na_72_uur_zegt_de_klok_hoe_laat_het_is(po: Client, maak: Maker, straks: datetime) -> None:
    datalek = maak(ontdekt_op=straks - timedelta(hours=80), kennisgenomen_op=straks - timedelta(hours=80))
    pagina = tekst(po.get(url(datalek)))
    assert "De 72 uur zijn voorbij" in pagina
    assert "7 uur" in pagina or "8 uur" in pagina


def test_de_volgende_stap_voor_de_privacy_officer_is_beoordelen(po: Client, datalek: Datalek) -> None:
    assert f'href="{url(datalek, "triage/")}"' in tekst(po.get(url(datalek)))


@pytest.mark.parametrize(
    ("rol", "status"),
    [
        ("privacy_officer", 200),
        ("fg", 200),
        ("teammanager", 200),
        ("directeur", 200),
        ("medewerker", 404),
        ("coordinator", 404),
        ("ciso", 404),
        ("beheerder", 404),
        ("privacy_officer_elders", 404),
    ],
)
def test_alleen_wie_het_behandelt_of_toezicht_houdt_ziet_een_datalek(
    client_als: ClientAls, datalek: Datalek, rol: str, status: int
) -> None:
    assert client_als(rol).get(url(datalek)).status_code == status


def test_elke_blik_staat_in_het_journaal(client_als: ClientAls, datalek: Datalek) -> None:
    client_als("fg").get(url(datalek))
    regels = Journaalregel.objects.filter(keten=datalek.dossier.uuid, handeling="ingezien")
    assert [regel.functie for regel in regels] == ["fg"]


@pytest.mark.parametrize("rest", ["triage/", "afsluiten/", "heropenen/"])
def test_een_manager_neemt_geen_besluiten_van_de_privacy_officer(
    client_als: ClientAls, datalek: Datalek, rest: str
) -> None:
    assert client_als("teammanager").get(url(datalek, rest)).status_code == 403


def test_de_pagina_zegt_wat_nog_nodig_is_en_voor_wat(po: Client, maak: Maker) -> None:
    datalek = maak(gevolgen="")
    pagina = tekst(po.get(url(datalek)))
    assert "Nog nodig voor de melding bij de AP" in pagina
    assert f'href="{url(datalek, "bewerken/gevolgen/")}#veld-gevolgen"' in pagina
    assert "Beslis of er een risico is voor mensen." in pagina


def test_de_pagina_kost_een_vast_aantal_vragen(
    po: Client,
    in_behandeling: Datalek,
    wereld: Wereld,
    straks: datetime,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    door = wereld.lid("privacy_officer")
    handelingen.beslis_risico(
        datalek=in_behandeling, factoren=HOOG, risico="hoog_risico", reden="Bijstand.", door=door, nu=straks
    )
    for nummer in range(5):
        handelingen.voeg_actie_toe(
            datalek=in_behandeling, omschrijving=f"Actie {nummer}", eigenaar=wereld.persoon("teammanager"),
            uiterlijk=None, door=door, nu=straks,
        )  # fmt: skip
    po.get(url(in_behandeling))
    with django_assert_max_num_queries(25):
        po.get(url(in_behandeling))


def test_ook_het_journaal_van_het_datalek_toont_de_klok(po: Client, datalek: Datalek) -> None:
    adres = reverse("dossiers:dossierjournaal", args=[datalek.dossier.gemeente.slug, datalek.dossier.nummer])
    pagina = tekst(po.get(adres))
    assert "Streng einde" in pagina
    assert "Uiterste grens" in pagina
