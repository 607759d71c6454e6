"""The start page says what waits for whom."""

import pytest

from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.tests.voorbeeld import volledig

AFWIJKEND = volledig(profilering=True, profilering_toelichting="Wij voorspellen gedrag.")


@pytest.fixture
def verwerking(wereld, nu):
    """A complete concept of Team Burgerzaken."""
    return handelingen.maak_aan(
        gemeente=wereld.gemeente, eenheid=wereld.team, inhoud=AFWIJKEND,
        door=wereld.lid("privacy_officer"), nu=nu,
    )  # fmt: skip


def _titels(browser):
    return [stapel.titel for stapel in browser.get("/werk/").context["stapels"]]


def _werk(browser):
    return [rij.taak.titel for rij in browser.get("/werk/").context["rijen"]]


def test_werk_gaat_van_eenheid_naar_privacy_officer_naar_leidinggevende(client_als, wereld, verwerking, nu):
    po, manager = client_als("privacy_officer"), client_als("teammanager")
    assert "Nog in te vullen" in _titels(manager)
    assert _werk(po) == []
    handelingen.dien_in(verwerking=verwerking, door=wereld.lid("coordinator"), nu=nu)
    assert _werk(po) == ["Verwerking toetsen"]
    assert _werk(manager) == _titels(manager) == []
    handelingen.geef_akkoord(verwerking=verwerking, door=wereld.lid("privacy_officer"), nu=nu)
    assert _werk(po) == []
    assert _werk(manager) == ["Verwerking vaststellen"]
    handelingen.stuur_terug(verwerking=verwerking, redenen="Te vaag.", door=wereld.lid("teammanager"), nu=nu)
    assert _werk(manager) == ["Verwerking aanpassen"]


def test_een_ander_team_ziet_het_werk_niet(client_als, wereld, verwerking, nu):
    handelingen.dien_in(verwerking=verwerking, door=wereld.lid("coordinator"), nu=nu)
    assert _werk(client_als("privacy_officer_elders")) == []
    assert _titels(client_als("privacy_officer_elders")) == []


def test_de_fg_ziet_afwijkingen_van_het_beleid(client_als, verwerking):
    assert _titels(client_als("fg")) == ["Afwijkingen van het beleid"]


def test_lege_schermen_leggen_uit_wat_er_komt(client_als):
    assert "Het register is nog leeg" in client_als("privacy_officer").get("/werk/").content.decode()
    assert "U ziet geen dossiers" in client_als("beheerder").get("/werk/").content.decode()


@pytest.mark.parametrize("rol", ["privacy_officer", "teammanager", "fg", "medewerker"])
def test_de_startpagina_vraagt_een_vast_aantal_keren_iets_aan_de_database(
    client_als, verwerking, django_assert_max_num_queries, rol
):
    browser = client_als(rol)
    with django_assert_max_num_queries(15):
        browser.get("/werk/")


def test_wie_niet_is_aangemeld_gaat_naar_het_aanmelden(client_als):
    assert client_als("anoniem").get("/werk/")["Location"] == "/account/login/?next=/werk/"
