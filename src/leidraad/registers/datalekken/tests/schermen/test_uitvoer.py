"""The register as a file, and the patterns in it: exactly what is shown, and never a formula."""

import csv
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from leidraad.dossiers.bestanden import als_csv, als_xlsx
from leidraad.dossiers.journaal.lezen import INGEZIEN
from leidraad.dossiers.models import Journaalregel
from leidraad.dossiers.waarde import van_dict
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.handelingen import beoordeel_melding, meld_bij_ap
from leidraad.registers.datalekken.inhoud import Inhoud
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.tests.schermen.conftest import Maker, tekst, vers
from tests.wereld import ELDERS, Wereld

PATRONEN = "/werk/datalekken/patronen/"
pytestmark = pytest.mark.django_db
KWAAD = st.text(st.sampled_from("=+-@\t\r\n;\",'|ab\u00eb\u2028"), max_size=12)


def haal(browser: Client, formaat: str, query: str = "") -> bytes:
    antwoord: Any = browser.get(f"/werk/datalekken/export.{formaat}{query}")
    return b"".join(antwoord)


def rijen(bytes_: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(bytes_.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_csv_excel_en_json_hebben_hetzelfde_als_de_lijst(po: Client, maak: Maker) -> None:
    een, _ = maak(oorzaak="vergissing"), maak(oorzaak="techniek")
    query = "?oorzaak=vergissing"
    assert een.dossier.nummer in tekst(po.get(f"/werk/datalekken/{query}"))
    [rij] = rijen(haal(po, "csv", query))
    assert (rij["Nummer"], rij["Oorzaak"]) == (een.dossier.nummer, "Vergissing van een medewerker")
    blad = CalamineWorkbook.from_filelike(BytesIO(haal(po, "xlsx", query))).get_sheet_by_index(0).to_python()
    assert [blad[1][0], len(blad)] == [een.dossier.nummer, 2]
    [record] = json.loads(haal(po, "json", query))["datalekken"]
    assert van_dict(Inhoud, record["inhoud"]) == opslag.lees(vers(een))


def test_een_tekst_die_op_een_formule_lijkt_blijft_tekst(po: Client, maak: Maker) -> None:
    maak(omschrijving='=HYPERLINK("http://kwaad.test";"klik")')
    assert rijen(haal(po, "csv"))[0]["Wat er is gebeurd"].startswith("'=HYPERLINK")


@given(st.lists(st.lists(KWAAD, min_size=3, max_size=3), min_size=1, max_size=4))
def test_geen_cel_wordt_een_formule_en_geen_cel_raakt_weg(tabel: list[list[str]]) -> None:
    gelezen = list(
        csv.reader(StringIO(b"".join(als_csv(tabel)).decode("utf-8-sig"), newline=""), delimiter=";")
    )
    for rij, terug in zip(tabel, gelezen, strict=True):
        for cel, wat in zip(rij, terug, strict=True):
            assert wat.removeprefix("'") == cel.removeprefix("'")
            assert wat[:1] not in ("=", "+", "-", "@", "\t", "\r")
    assert b"".join(als_xlsx(tabel)).startswith(b"PK")


def test_een_export_is_een_blik_in_elk_dossier(client_als: Callable[[str], Client], datalek: Datalek) -> None:
    haal(client_als("fg"), "csv")
    assert Journaalregel.objects.filter(keten=datalek.dossier.uuid, handeling=INGEZIEN).count() == 1


@pytest.mark.parametrize(("rol", "code"), [("medewerker", 403), ("beheerder", 403), ("ciso", 200)])
def test_wie_niet_mag_exporteren_krijgt_niets(
    client_als: Callable[[str], Client], datalek: Datalek, rol: str, code: int
) -> None:
    assert client_als(rol).get("/werk/datalekken/export.csv").status_code == code


@pytest.mark.parametrize("rol", ["ciso", ELDERS])
def test_een_export_bevat_alleen_wat_iemand_mag_zien(
    client_als: Callable[[str], Client], datalek: Datalek, rol: str
) -> None:
    assert rijen(haal(client_als(rol), "csv")) == []
    assert client_als(rol).get("/werk/datalekken/export.exe").status_code == 404


def test_het_aantal_vragen_groeit_niet_met_het_register(po: Client, maak: Maker) -> None:
    maak()
    metingen = []
    for _ in range(2):
        for adres in (PATRONEN, "/werk/datalekken/export.json"):
            b"".join(po.get(adres))
            with CaptureQueriesContext(
                connection,
            ) as vragen:
                b"".join(po.get(adres))
            metingen.append(len(vragen))
        for _ in range(6):
            maak()
    assert metingen[:2] == metingen[2:]


@pytest.mark.regel("4.4.6")
def test_patronen_tellen_per_oorzaak_en_kwartaal(
    po: Client, maak: Maker, wereld: Wereld, straks: datetime
) -> None:
    for oorzaak in ("vergissing", "vergissing", "techniek"):
        maak(oorzaak=oorzaak, ontdekt_op=straks - timedelta(hours=5))
    geen = maak(oorzaak="kwade_opzet")
    beoordeel_melding(
        datalek=geen, is_datalek=False, reden="x", door=wereld.lid("privacy_officer"), nu=straks
    )
    antwoord = po.get(PATRONEN)
    assert antwoord.context["tabellen"][0].staven == [
        ("Vergissing van een medewerker", 2), ("Technische fout of verkeerde instelling", 1)
    ]  # fmt: skip
    assert "Gemiddeld 5 uur" in tekst(antwoord)
    assert "<svg" in tekst(antwoord)
    [kop, *regels] = csv.reader(
        StringIO(b"".join(po.get("/werk/datalekken/patronen.csv")).decode("utf-8-sig")), delimiter=";"
    )
    assert kop[-1] == "Aantal"
    assert sum(int(regel[-1]) for regel in regels) == 3


@pytest.mark.regel("3.4.2")
def test_patronen_zeggen_welk_deel_op_tijd_is_gemeld(
    po: Client, maak: Maker, wereld: Wereld, straks: datetime
) -> None:
    wie = wereld.lid("privacy_officer")
    for kennis in (straks - timedelta(hours=2), straks - timedelta(days=9)):
        datalek = maak(kennisgenomen_op=kennis)
        beoordeel_melding(datalek=datalek, is_datalek=True, reden="", door=wie, nu=straks)
        meld_bij_ap(
            datalek=datalek, soort="eerste", verzonden_op=straks, reden_te_laat="Laat.", door=wie, nu=straks
        )
    assert "1 van de 2 (50%)" in tekst(po.get(PATRONEN))


def test_patronen_van_een_andere_gemeente_zijn_leeg(
    client_als: Callable[[str], Client], datalek: Datalek
) -> None:
    assert "Geen datalekken in deze periode" in tekst(client_als(ELDERS).get(PATRONEN))
    assert "Geen datalekken in deze periode" in tekst(client_als("medewerker").get(PATRONEN))
    assert client_als("medewerker").get("/werk/datalekken/patronen.csv").status_code == 403


@pytest.mark.parametrize("query", ["?gemeente=bestaatniet", "?van=2099-01-01", "?tot=2018-01-01"])
def test_patronen_volgen_de_filters(po: Client, datalek: Datalek, query: str) -> None:
    assert "Geen datalekken in deze periode" in tekst(po.get(PATRONEN + query))


def test_vreemde_waarden_in_het_adres_geven_geen_fout(po: Client, datalek: Datalek) -> None:
    vreemd: dict[str, Any] = {"van": "x", "tot": "9999-99-99", "gemeente": "\x00", "sorteer": "'"}
    assert po.get(PATRONEN, vreemd).status_code == 200
