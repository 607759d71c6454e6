"""The list shows what a person may see, by the filters of its address."""

import pytest
from django.http import QueryDict

from leidraad.dossiers.models import Dossier
from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.selectie import Selectie
from leidraad.registers.verwerkingen.tests.schermen.conftest import tekst

LIJST = "/werk/verwerkingen/"


def test_wie_niet_is_aangemeld_gaat_naar_het_aanmelden(client_als):
    assert client_als("anoniem").get(LIJST).status_code == 302


def test_een_andere_gemeente_ziet_de_verwerking_niet(client_als, verwerking):
    assert "Parkeervergunningen" not in tekst(client_als("privacy_officer_elders").get(LIJST))


def test_zoeken_vindt_een_woord_uit_de_inhoud_in_elke_vorm(po, maak):
    maak(naam="Parkeervergunningen")
    maak(naam="Bijstand", omschrijving="Uitkeringen voor inwoners zonder inkomen.")
    gevonden = tekst(po.get(LIJST, {"q": "uitkering"}))
    assert "Bijstand" in gevonden
    assert "Parkeervergunningen" not in gevonden


@pytest.mark.parametrize(
    ("filter_", "erin"),
    [
        ("status=concept", True),
        ("status=vastgesteld", False),
        ("gevoeligheid=basis", True),
        ("gevoeligheid=zeer_gevoelig", False),
        ("openbaarheid=geen", True),
        ("openbaarheid=openbaar", False),
        ("wet=gemeentew", True),
        ("wet=participatie", False),
        ("grondslag=6-1-e", True),
        ("grondslag=6-1-a", False),
        ("mijn=behandelaar", False),
        ("herziening=verlopen", False),
        ("gemeente=leiden", True),
        ("gemeente=leiderdorp", False),
        ("status=bestaat-niet", True),
    ],
)
def test_een_filter_in_het_adres_kiest(po, verwerking, filter_, erin):
    assert ("Parkeervergunningen</a>" in tekst(po.get(f"{LIJST}?{filter_}"))) is erin


def test_een_gekozen_filter_is_een_voor_een_weg_te_halen(po, verwerking):
    pagina = tekst(po.get(f"{LIJST}?status=concept&wet=gemeente"))
    assert 'href="?wet=gemeente"' in pagina
    assert 'href="?status=concept"' in pagina


def test_een_manager_begint_met_haar_eigen_eenheden(client_als, wereld, verwerking, nu):
    handelingen.maak_aan(
        gemeente=wereld.gemeente, eenheid=wereld.ander_team, inhoud=Inhoud(naam="Belastingen"),
        door=wereld.lid("privacy_officer"), nu=nu,
    )  # fmt: skip
    manager = client_als("teammanager")
    assert "Belastingen</a>" not in tekst(manager.get(LIJST))
    assert "Belastingen</a>" in tekst(manager.get(f"{LIJST}?mijn=alles"))


def test_sorteren_op_naam(po, maak):
    for naam in ("Aap", "Zebra", "Mier"):
        maak(naam=naam)
    pagina = tekst(po.get(f"{LIJST}?sorteer=-naam"))
    assert pagina.index("Zebra</a>") < pagina.index("Mier</a>") < pagina.index("Aap</a>")


def test_gekozen_kolommen_staan_in_de_tabel(po, verwerking):
    pagina = tekst(po.get(f"{LIJST}?kolom=behandelaar"))
    assert 'data-label="Behandelaar"' in pagina
    assert 'data-label="Status"' not in pagina


def test_bladeren_per_vijfentwintig_en_voorbij_het_eind(po, maak):
    for nummer in range(27):
        maak(naam=f"Verwerking {nummer}")
    assert tekst(po.get(f"{LIJST}?pagina=2")).count('scope="row"') == 2
    assert tekst(po.get(f"{LIJST}?pagina=999")).count('scope="row"') == 2
    assert tekst(po.get(f"{LIJST}?pagina=onzin")).count('scope="row"') == 25


@pytest.mark.parametrize("rol", ["privacy_officer", "teammanager", "fg"])
def test_de_lijst_vraagt_hoogstens_tien_keer_iets_aan_de_database(
    client_als, maak, django_assert_max_num_queries, rol
):
    for nummer in range(12):
        maak(naam=f"Verwerking {nummer}")
    browser = client_als(rol)
    with django_assert_max_num_queries(10):
        browser.get(f"{LIJST}?q=verwerking&status=concept")


def test_lijst_en_uitvoer_kiezen_hetzelfde(wereld, maak):
    maak(naam="Aap")
    maak(naam="Mier", doelen=())
    selectie = Selectie.uit(QueryDict("wet=gemeentewet"), wereld.lid("privacy_officer"))
    assert [d.titel for d in selectie.dossiers()] == ["Aap"]


def test_een_vertrouwelijke_verwerking_ziet_een_medewerker_niet(client_als, verwerking):
    Dossier.objects.update(vertrouwelijkheid="vertrouwelijk")
    assert "Parkeervergunningen" not in tekst(client_als("medewerker").get(LIJST))
    assert "Parkeervergunningen" in tekst(client_als("fg").get(LIJST))


def test_exporteren_mag_een_medewerker_niet(client_als, verwerking):
    browser = client_als("medewerker")
    assert "export.csv" not in tekst(browser.get(LIJST))
    assert browser.get("/werk/verwerkingen/export.csv").status_code == 403


@pytest.mark.parametrize("formaat", ["csv", "xlsx", "json", "jsonld"])
def test_exporteren_geeft_een_bestand_met_de_selectie(po, maak, formaat):
    maak(naam="Aap")
    antwoord = po.get(f"/werk/verwerkingen/export.{formaat}?q=aap")
    assert antwoord.status_code == 200
    assert "attachment" in antwoord["Content-Disposition"]
    assert b"".join(antwoord.streaming_content)


def test_een_onbekend_formaat_bestaat_niet(po):
    assert po.get("/werk/verwerkingen/export.exe").status_code == 404
