"""De lijst van vragen: wie ziet wat, in welke volgorde, en hetzelfde als bestand."""

import csv
import io
import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook

from leidraad.dossiers.models import Journaalregel
from leidraad.registers.vragen import handelingen
from leidraad.registers.vragen.models import Vraag
from leidraad.registers.vragen.tests.conftest import PO, VRAGER, Vragen, pagina
from leidraad.registers.vragen.tests.test_handelingen import Antwoord
from tests.wereld import ELDERS, Wereld

LIJST = "/werk/vragen/"
DAG = timedelta(days=1)
pytestmark = [pytest.mark.django_db, pytest.mark.regel("1.1.7")]


@pytest.fixture
def nu() -> datetime:
    """The screens use the real clock."""
    return timezone.now()


@pytest.fixture
def drie(stel: Vragen, antwoord: Antwoord, wereld: Wereld, nu: datetime) -> list[Vraag]:
    """One that waits too long, one that was answered and closed, one of today."""
    laat = stel(onderwerp="Vergeten vraag", nu=nu - 30 * DAG)
    klaar = stel(onderwerp="Oude vraag", nu=nu - 20 * DAG)
    gegeven = antwoord(klaar, op=nu - 18 * DAG)
    handelingen.sluit(vraag=klaar, gezien=gegeven.pk, door=wereld.lid(PO), nu=nu - 17 * DAG)
    return [laat, klaar, stel(onderwerp="Verse vraag", tekst="Mag een ooievaar op de foto?")]


def test_wie_het_langst_wacht_staat_bovenaan(po: Client, drie: list[Vraag]) -> None:
    tekst = pagina(po.get(LIJST))
    assert tekst.index("Vergeten vraag") < tekst.index("Verse vraag") < tekst.index("Oude vraag")
    assert "3 vragen" in tekst
    assert "dagen te laat" in tekst


@pytest.mark.parametrize(
    ("query", "aantal"),
    [
        ("status=wacht", 2),
        ("status=open", 2),
        ("status=gesloten", 1),
        ("status=beantwoord", 0),
        ("te_laat=ja", 1),
        ("gemeente=leiden", 3),
        ("gemeente=elders", 0),
        ("q=ooievaar", 1),
        ("q=vergeten", 1),
        ("q=olifant", 0),
        ("van=2020-01-01&tot=2190-01-01", 3),
        ("tot=2020-01-01", 0),
        ("status=onzin&van=geen-datum&te_laat=nee&sorteer=kleur&pagina=99", 3),
        ("sorteer=-onderwerp", 3),
    ],
)
def test_filters_staan_in_het_adres(po: Client, drie: list[Vraag], query: str, aantal: int) -> None:
    telling = "1 vraag" if aantal == 1 else f"{aantal} vragen"
    assert po.get(f"{LIJST}?{query}").context["telling"] == telling


@pytest.mark.parametrize("rol", [VRAGER, "teammanager", "ciso", ELDERS])
def test_wie_het_niet_behandelt_ziet_een_lege_lijst(
    client_als: Callable[[str], Client], drie: list[Vraag], rol: str
) -> None:
    antwoord = client_als(rol).get(LIJST)
    assert antwoord.context["telling"] == "0 vragen"
    assert antwoord.context["doorlooptijd"] == ""


def test_de_fg_ziet_alles_van_haar_gemeenten(client_als: Callable[[str], Client], drie: list[Vraag]) -> None:
    assert client_als("fg").get(LIJST).context["telling"] == "3 vragen"


def test_de_doorlooptijd_is_de_middelste_van_het_laatste_jaar(
    po: Client, stel: Vragen, antwoord: Antwoord, nu: datetime
) -> None:
    assert "Doorlooptijd" not in pagina(po.get(LIJST))
    for gevraagd, dagen in ((20, 1), (40, 3), (90, 60), (500, 2)):
        antwoord(stel(nu=nu - gevraagd * DAG), op=nu - (gevraagd - dagen) * DAG)
    tekst = pagina(po.get(LIJST))
    assert "Doorlooptijd in de laatste twaalf maanden: 3 dagen (de middelste van 3 vragen)." in tekst
    assert "Streven: hooguit 7 dagen." in tekst


def test_de_lijst_kost_evenveel_vragen_bij_meer_dossiers(
    po: Client, stel: Vragen, antwoord: Antwoord, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    antwoord(stel())
    po.get(LIJST)
    with CaptureQueriesContext(connection) as een:
        po.get(LIJST)
    assert len(een) <= 10
    for _ in range(8):
        antwoord(stel())
    with django_assert_num_queries(len(een)):
        po.get(LIJST)


def test_de_uitvoer_is_wat_de_lijst_toont_zonder_de_vrager(
    po: Client, drie: list[Vraag], wereld: Wereld
) -> None:
    bestanden = {
        formaat: b"".join(po.get(f"{LIJST}export.{formaat}?status=open"))
        for formaat in ("csv", "xlsx", "json")
    }
    rijen = list(csv.DictReader(io.StringIO(bestanden["csv"].decode("utf-8-sig")), delimiter=";"))
    assert [rij["Onderwerp"] for rij in rijen] == ["Vergeten vraag", "Verse vraag"]
    blad = CalamineWorkbook.from_filelike(io.BytesIO(bestanden["xlsx"])).get_sheet_by_index(0).to_python()
    assert [rij[2] for rij in blad] == ["Onderwerp", "Vergeten vraag", "Verse vraag"]
    json_vragen = json.loads(bestanden["json"])["vragen"]
    assert [vraag["onderwerp"] for vraag in json_vragen] == ["Vergeten vraag", "Verse vraag"]
    naam = wereld.persoon(VRAGER).naam
    assert naam not in bestanden["csv"].decode() + bestanden["json"].decode()
    gelezen = Journaalregel.objects.filter(keten=drie[0].dossier.uuid, handeling="ingezien")
    assert gelezen.count() == 3


def test_wie_niets_ziet_krijgt_een_leeg_bestand(
    client_als: Callable[[str], Client], drie: list[Vraag]
) -> None:
    inhoud = b"".join(client_als(ELDERS).get(f"{LIJST}export.json"))
    assert json.loads(inhoud)["vragen"] == []
    assert client_als(PO).get(f"{LIJST}export.pdf").status_code == 404
