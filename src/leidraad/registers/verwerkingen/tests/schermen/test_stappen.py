"""The life of a verwerking on the screen: each step for who may, once, and clearly."""

import pytest

from leidraad.dossiers.models import Versie
from leidraad.organisaties.models import Functievervulling
from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.tests.schermen.conftest import tekst, url, vers
from leidraad.registers.verwerkingen.tests.voorbeeld import volledig


@pytest.fixture
def ter_vaststelling(wereld, verwerking, nu):
    """Complete, and the Privacy Officer agrees."""
    lid = wereld.lid("privacy_officer")
    handelingen.dien_in(verwerking=verwerking, door=lid, nu=nu)
    return handelingen.geef_akkoord(verwerking=verwerking, door=lid, nu=nu)


def test_van_concept_tot_vastgesteld_op_de_schermen(client_als, verwerking):
    team, po, manager = (client_als(rol) for rol in ("coordinator", "privacy_officer", "teammanager"))
    team.post(url(verwerking, "stap/indienen/"))
    assert vers(verwerking).status == "ter_toetsing"
    assert po.get(url(verwerking)).context["volgende"].tekst == "Toetsen"
    po.post(url(verwerking, "stap/akkoord/"), {"redenen": "Goed werk."})
    assert vers(verwerking).status == "ter_vaststelling"
    pagina = tekst(manager.get(url(verwerking, "vaststellen/")))
    assert "Definitief vaststellen" in pagina
    antwoord = manager.post(url(verwerking, "vaststellen/"), {"openbaarheid": "openbaar"}, follow=True)
    assert "Vastgesteld. Deze versie ligt nu vast." in tekst(antwoord)
    assert vers(verwerking).is_openbaar


def test_twee_keer_vaststellen_geeft_een_versie_en_een_uitleg(client_als, ter_vaststelling):
    manager = client_als("teammanager")
    for _ in range(2):
        antwoord = manager.post(
            url(ter_vaststelling, "vaststellen/"), {"openbaarheid": "openbaar"}, follow=True
        )
    assert "is al vastgesteld" in tekst(antwoord)
    assert Versie.objects.count() == 1


def test_wat_ontbreekt_houdt_vaststellen_tegen(client_als, wereld, maak, nu):
    verwerking = maak(Inhoud(naam="Onvolledig"))
    lid = wereld.lid("privacy_officer")
    handelingen.dien_in(verwerking=verwerking, door=lid, nu=nu)
    handelingen.geef_akkoord(verwerking=verwerking, door=lid, nu=nu)
    manager = client_als("teammanager")
    pagina = tekst(manager.get(url(verwerking, "vaststellen/")))
    assert "Vaststellen kan nog niet" in pagina
    assert "Definitief vaststellen" not in pagina
    manager.post(url(verwerking, "vaststellen/"), {"openbaarheid": "openbaar"})
    assert vers(verwerking).status == "ter_vaststelling"


@pytest.mark.parametrize(
    ("gegevens", "melding"),
    [
        ({"openbaarheid": ""}, "Kies of inwoners deze verwerking mogen lezen."),
        ({"openbaarheid": "niet_openbaar"}, "Kies de grond van de Woo."),
        ({"openbaarheid": "openbaar", "herzien_voor": "2020-01-01"}, "na vandaag"),
        ({"openbaarheid": "openbaar", "herzien_voor": "2099-01-01"}, "niet later dan"),
    ],
)
def test_vaststellen_vraagt_een_besluit_over_publicatie(client_als, ter_vaststelling, gegevens, melding):
    antwoord = client_als("teammanager").post(url(ter_vaststelling, "vaststellen/"), gegevens)
    assert melding in tekst(antwoord)
    assert vers(ter_vaststelling).status == "ter_vaststelling"


def test_niet_openbaar_met_een_grond(client_als, ter_vaststelling):
    gegevens = {"openbaarheid": "niet_openbaar", "grond": "5-1-2-c", "grond_toelichting": "Opsporing."}
    client_als("teammanager").post(url(ter_vaststelling, "vaststellen/"), gegevens)
    assert vers(ter_vaststelling).niet_openbaar_grond == "5-1-2-c"


def test_terugsturen_vraagt_een_uitleg_die_de_eenheid_leest(client_als, po, verwerking, wereld, nu):
    handelingen.dien_in(verwerking=verwerking, door=wereld.lid("coordinator"), nu=nu)
    assert "Schrijf op wat er anders moet" in tekst(
        po.post(url(verwerking, "stap/terugsturen/"), {"redenen": " "})
    )
    po.post(url(verwerking, "stap/terugsturen/"), {"redenen": "Het doel is te vaag."})
    assert "Het doel is te vaag." in tekst(client_als("coordinator").get(url(verwerking)))


@pytest.mark.parametrize(
    ("stap", "rol", "status"),
    [
        ("indienen", "medewerker", 403),
        ("indienen", "coordinator", 200),
        ("akkoord", "teammanager", 403),
        ("terugsturen", "teammanager", 403),
        ("indienen", "privacy_officer_elders", 404),
        ("onzin", "privacy_officer", 404),
        ("vaststellen", "privacy_officer", 404),
    ],
)
def test_wie_welke_stap_mag_zetten(client_als, verwerking, stap, rol, status):
    assert client_als(rol).get(url(verwerking, f"stap/{stap}/")).status_code == status


def test_vaststellen_mag_alleen_de_leidinggevende(client_als, ter_vaststelling):
    assert client_als("privacy_officer").get(url(ter_vaststelling, "vaststellen/")).status_code == 403
    assert "vaststellen/" not in tekst(client_als("privacy_officer").get(url(ter_vaststelling)))


def test_een_stap_die_al_is_gezet_wordt_uitgelegd(po, verwerking):
    for _ in range(2):
        antwoord = po.post(url(verwerking, "stap/indienen/"), follow=True)
    assert "al gedaan of kan nu niet" in tekst(antwoord)


def test_herzien_en_de_herziening_weer_intrekken(po, vastgesteld):
    po.post(url(vastgesteld, "stap/herzien/"))
    assert vers(vastgesteld).status == "in_herziening"
    po.post(url(vastgesteld, "stap/herziening_intrekken/"))
    assert vers(vastgesteld).status == "vastgesteld"


def test_beeindigen_vraagt_een_dag_en_een_reden(client_als, vastgesteld):
    manager = client_als("teammanager")
    antwoord = tekst(
        manager.post(url(vastgesteld, "stap/beeindigen/"), {"einddatum": "2019-01-01", "redenen": "x"})
    )
    assert "voor de startdatum" in antwoord
    antwoord = tekst(manager.post(url(vastgesteld, "stap/beeindigen/"), {}))
    assert "Vul in wanneer" in antwoord
    manager.post(
        url(vastgesteld, "stap/beeindigen/"), {"einddatum": "2026-12-31", "redenen": "Taak vervalt."}
    )
    assert vers(vastgesteld).status == "beeindigd"
    manager.post(url(vastgesteld, "stap/heropenen/"))
    assert vers(vastgesteld).status == "concept"


def test_publicatie_wijzigen_kan_alleen_na_vaststellen(po, verwerking):
    antwoord = po.get(url(verwerking, "publicatie/"), follow=True)
    assert "Alleen een vastgestelde verwerking" in tekst(antwoord)


def test_een_openbare_verwerking_weghalen_met_een_grond(po, vastgesteld):
    po.post(url(vastgesteld, "publicatie/"), {"openbaarheid": "niet_openbaar", "grond": "5-1-2-c"})
    assert not vers(vastgesteld).is_openbaar


def test_kopieren_naar_een_andere_gemeente_die_men_ook_bedient(po, wereld, verwerking):
    pagina = url(verwerking, "kopieren/")
    antwoord = po.post(pagina, {"gemeente": wereld.andere_gemeente.pk})
    assert antwoord.status_code == 200
    Functievervulling.objects.create(
        persoon=wereld.persoon("privacy_officer"), gemeente=wereld.andere_gemeente, functie="privacy_officer"
    )
    antwoord = po.post(pagina, {"gemeente": wereld.andere_gemeente.pk})
    assert antwoord["Location"].startswith("/werk/leiderdorp/verwerkingen/")
    kopie = Verwerking.objects.select_related("dossier").get(dossier__gemeente=wereld.andere_gemeente)
    assert (kopie.status, kopie.notitie) == ("concept", "")


def test_verplaatsen_naar_een_andere_eenheid_met_een_behandelaar(po, wereld, verwerking):
    gegevens = {
        "eenheid": wereld.ander_team.pk,
        "behandelaar": wereld.persoon("medewerker").pk,
        "vertrouwelijkheid": "vertrouwelijk",
    }
    po.post(url(verwerking, "plaatsing/"), gegevens)
    dossier = vers(verwerking).dossier
    assert dossier.eenheid == wereld.ander_team
    assert dossier.behandelaar == wereld.persoon("medewerker")
    assert dossier.vertrouwelijkheid == "vertrouwelijk"


def test_verplaatsen_kan_niet_naar_een_eenheid_buiten_het_eigen_werk(client_als, wereld, verwerking):
    gegevens = {"eenheid": wereld.ander_team.pk, "behandelaar": "", "vertrouwelijkheid": "intern"}
    antwoord = client_als("coordinator").post(url(verwerking, "plaatsing/"), gegevens)
    assert antwoord.status_code == 200
    assert vers(verwerking).dossier.eenheid == wereld.team


def test_zonder_eenheid_zegt_het_dossier_wat_er_mist_en_gaat_niemand_akkoord(wereld, po, nu):
    zonder = handelingen.maak_aan(
        gemeente=wereld.gemeente, eenheid=None, inhoud=volledig(), door=wereld.lid("privacy_officer"), nu=nu
    )
    pagina = tekst(po.get(url(zonder)))
    assert "Kies bij welke eenheid deze verwerking hoort." in pagina
    assert url(zonder, "plaatsing/#id_eenheid") in pagina
    po.post(url(zonder, "stap/indienen/"))
    antwoord = po.post(url(zonder, "stap/akkoord/"), {"redenen": "Klopt."})
    assert "Zonder eenheid kan niemand haar vaststellen." in tekst(antwoord)
    assert vers(zonder).status == "ter_toetsing"
