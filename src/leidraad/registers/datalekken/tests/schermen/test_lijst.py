"""The list of breaches: who sees what, in which order, by which filters."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from leidraad.registers.datalekken import handelingen
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.tests.schermen.conftest import HOOG, Maker, tekst
from tests.wereld import Wereld

LIJST = "/werk/datalekken/"


@pytest.mark.regel("3.4.2")
def test_de_dringendste_klok_staat_bovenaan_met_het_einde(po: Client, maak: Maker, straks: datetime) -> None:
    maak(naam="Rustig lek")
    maak(
        naam="Dringend lek",
        ontdekt_op=straks - timedelta(hours=65),
        kennisgenomen_op=straks - timedelta(hours=65),
    )
    pagina = tekst(po.get(LIJST))
    assert pagina.index("Dringend lek") < pagina.index("Rustig lek")
    assert "Nog 6 uur en 59 minuten" in pagina or "Nog 7 uur" in pagina
    assert "2 datalekken" in pagina


@pytest.mark.parametrize("rol", ["medewerker", "coordinator", "ciso", "privacy_officer_elders"])
def test_wie_het_niet_behandelt_ziet_een_lege_lijst(
    client_als: Callable[[str], Client], datalek: Datalek, rol: str
) -> None:
    antwoord = client_als(rol).get(LIJST)
    assert antwoord.status_code == 200
    assert datalek.dossier.nummer not in tekst(antwoord)


@pytest.mark.parametrize(
    ("query", "aantal"),
    [
        ("status=gemeld", 1),
        ("status=in_behandeling", 1),
        ("status=open", 2),
        ("status=afgesloten", 0),
        ("risico=hoog_risico", 1),
        ("risico=geen", 1),
        ("oorzaak=vergissing", 2),
        ("oorzaak=techniek", 0),
        ("soort=gestolen", 0),
        ("regime=wpg", 0),
        ("te_laat=ja", 0),
        ("gemeente=leiden", 2),
        ("gemeente=elders", 0),
        ("van=2020-01-01&tot=2190-01-01", 2),
        ("tot=2020-01-01", 0),
        ("q=bijstand", 2),
        ("q=olifant", 0),
        ("status=onzin&van=geen-datum&eenheid=x", 2),
    ],
)
def test_filters_staan_in_het_adres(
    po: Client,
    maak: Maker,
    in_behandeling: Datalek,
    wereld: Wereld,
    straks: datetime,
    query: str,
    aantal: int,
) -> None:
    maak(naam="Tweede")
    handelingen.beslis_risico(
        datalek=in_behandeling, factoren=HOOG, risico="hoog_risico", reden="Erg.",
        door=wereld.lid("privacy_officer"), nu=straks,
    )  # fmt: skip
    pagina = tekst(po.get(f"{LIJST}?{query}"))
    assert (f"{aantal} datalek" + ("" if aantal == 1 else "ken")) in pagina


def test_te_laat_vindt_wat_voorbij_is(po: Client, maak: Maker, straks: datetime) -> None:
    maak()
    laat = straks - timedelta(hours=90)
    maak(naam="Vergeten lek", ontdekt_op=laat, kennisgenomen_op=laat)
    pagina = tekst(po.get(f"{LIJST}?te_laat=ja"))
    assert "1 datalek" in pagina
    assert "Vergeten lek" in pagina


def test_de_lijst_kost_evenveel_vragen_bij_meer_datalekken(
    po: Client, maak: Maker, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    maak()
    po.get(LIJST)
    with CaptureQueriesContext(connection) as een:
        po.get(LIJST)
    assert len(een) <= 10
    for _ in range(8):
        maak()
    with django_assert_num_queries(len(een)):
        po.get(LIJST)


def test_de_lijst_staat_in_de_navigatie(po: Client) -> None:
    assert reverse("datalekken:lijst") in tekst(po.get("/werk/"))
