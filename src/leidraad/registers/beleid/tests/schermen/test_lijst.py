"""De lijst: elk stuk van haar gemeenten, precies wat is gekozen, en hetzelfde als bestand."""

import csv
import io
import json
from datetime import date, timedelta

import pytest

from leidraad.registers.beleid import handelingen
from leidraad.registers.beleid.inhoud import Inhoud
from leidraad.registers.beleid.tests import hulp
from leidraad.registers.beleid.tests.schermen.conftest import VANAF, tekst

LIJST = "/werk/beleid/"


@pytest.fixture
def vier(wereld, nu, beleid):
    """One of every state: in force, concept, still to come, withdrawn."""
    hulp.maak(wereld, nu, hulp.PROCEDURE)
    komt = hulp.maak(
        wereld, nu, Inhoud(naam="Sjabloon convenant", soort="sjabloon", eigenaar="privacy_officer")
    )
    hulp.stel_vast(wereld, komt, nu.date(), nu, geldig_vanaf=date(2027, 2, 1))
    weg = hulp.maak(wereld, nu, Inhoud(naam="Oude regeling", soort="beleid", eigenaar="privacy_officer"))
    hulp.stel_vast(wereld, weg, VANAF, nu)
    handelingen.trek_stuk_in(
        stuk=weg, per=nu.date(), reden="Vervallen.", door=wereld.lid("privacy_officer"), nu=nu
    )


def kaal(naam):
    """The name without the number that the helper puts behind it."""
    return naam.rpartition(" ")[0]


def namen(browser, vraag=""):
    return [kaal(rij.stuk.dossier.titel) for rij in browser.get(LIJST + vraag).context["pagina"].object_list]


@pytest.mark.parametrize(
    ("stand", "naam"),
    [
        ("geldt", "Privacybeleid Leidse regio"),
        ("concept", "Procedure datalekken"),
        ("komt", "Sjabloon convenant"),
        ("ingetrokken", "Oude regeling"),
    ],
)
def test_filteren_op_stand_zegt_hetzelfde_als_de_rij(po, vier, stand, naam):
    pagina = po.get(f"{LIJST}?stand={stand}").context["pagina"].object_list
    assert [kaal(rij.stuk.dossier.titel) for rij in pagina] == [naam]
    assert [rij.beeld.stand.value for rij in pagina] == [stand]


def test_filteren_op_soort_eigenaar_en_woorden(po, vier, wereld, nu):
    hulp.maak(wereld, nu, hulp.IB_BELEID)
    assert namen(po, "?soort=procedure") == ["Procedure datalekken"]
    assert namen(po, "?eigenaar=ciso") == ["Informatiebeveiligingsbeleid"]
    assert namen(po, "?q=convenant") == ["Sjabloon convenant"]
    assert len(namen(po, "?soort=bestaatniet&stand=x&sorteer=x&pagina=x&gemeente=%00leiden")) == 5


@pytest.mark.parametrize(("over", "gevonden"), [(-1, 1), (0, 0), (1, 0)])
def test_beoordeling_voorbij_is_pas_na_de_dag_zelf(po, wereld, nu, over, gevonden):
    stuk = hulp.maak(wereld, nu)
    hulp.stel_vast(wereld, stuk, VANAF, nu, beoordelen_voor=nu.date() + timedelta(days=over))
    assert len(namen(po, "?voorbij=ja")) == gevonden


def test_sorteren_op_naam_en_omgekeerd(po, vier):
    op_naam = namen(po)
    assert op_naam == sorted(op_naam)
    assert namen(po, "?sorteer=-naam") == op_naam[::-1]
    assert namen(po, "?sorteer=geldig")[0] == "Privacybeleid Leidse regio"


def test_wat_van_een_andere_gemeente_is_staat_er_niet(client_als, vier):
    elders = client_als("privacy_officer_elders")
    assert namen(elders) == []
    assert "Nog geen beleid" in tekst(elders.get(LIJST))


def test_de_beheerder_ziet_geen_stukken_en_geen_knop(client_als, vier):
    antwoord = client_als("beheerder").get(LIJST)
    assert antwoord.context["pagina"].object_list == []
    assert "Nieuw stuk" not in tekst(antwoord)


def test_een_medewerker_ziet_de_lijst_zonder_knoppen_om_te_maken_of_te_exporteren(client_als, vier):
    antwoord = client_als("medewerker").get(LIJST)
    assert len(antwoord.context["pagina"].object_list) == 4
    assert not antwoord.context["mag_maken"]
    assert antwoord.context["uitvoer"] == []


def test_bladeren_houdt_de_filters(po, wereld, nu):
    for nummer in range(27):
        hulp.maak(wereld, nu, Inhoud(naam=f"Procedure {nummer:02}", soort="procedure", eigenaar="ciso"))
    assert len(namen(po, "?soort=procedure")) == 25
    assert namen(po, "?soort=procedure&pagina=2") == ["Procedure 25", "Procedure 26"]
    assert "soort=procedure" in tekst(po.get(f"{LIJST}?soort=procedure"))


def test_de_uitvoer_is_precies_wat_de_lijst_laat_zien(po, vier):
    inhoud = b"".join(po.get(f"{LIJST}export.csv?stand=geldt")).decode("utf-8-sig")
    [rij] = list(csv.DictReader(io.StringIO(inhoud), delimiter=";" if ";" in inhoud.splitlines()[0] else ","))
    assert kaal(rij["Naam"]) == "Privacybeleid Leidse regio"
    assert rij["Geldig vanaf"] == "2026-01-05"
    assert rij["Stand"] == "Geldt"


def test_json_heeft_alles_van_elke_versie(po, wereld, nu, beleid):
    hulp.stel_vast(wereld, beleid, date(2026, 11, 2), nu)
    inhoud = json.loads(b"".join(po.get(f"{LIJST}export.json")))
    [stuk] = inhoud["stukken"]
    assert [v["geldig_vanaf"] for v in stuk["versies"]] == ["2026-11-02", "2026-01-05"]
    assert stuk["versies"][1]["ingetrokken_per"] == "2026-11-02"
    assert stuk["versies"][0]["tekst"] == "Zo gaan wij om met persoonsgegevens."


def test_excel_is_een_werkmap_en_een_ander_formaat_bestaat_niet(po, vier):
    assert b"".join(po.get(f"{LIJST}export.xlsx"))[:2] == b"PK"
    assert po.get(f"{LIJST}export.pdf").status_code == 404


def test_wie_niet_mag_exporteren_krijgt_niets(client_als, vier):
    assert client_als("medewerker").get(f"{LIJST}export.csv").status_code == 403
    assert client_als("beheerder").get(f"{LIJST}export.csv").status_code == 403


@pytest.mark.parametrize("aantal", [1, 12])
def test_de_lijst_vraagt_een_vast_aantal_keren_iets_aan_de_database(
    po, wereld, nu, django_assert_max_num_queries, aantal
):
    for nummer in range(aantal):
        stuk = hulp.maak(wereld, nu, Inhoud(naam=f"Procedure {nummer}", soort="procedure", eigenaar="ciso"))
        hulp.toets(wereld, stuk.versies.get(), nu)
        hulp.stel_vast(wereld, stuk, VANAF, nu)
    with django_assert_max_num_queries(10):
        po.get(LIJST)
