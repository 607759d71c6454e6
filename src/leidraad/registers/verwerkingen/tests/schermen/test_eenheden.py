"""The page of units without verwerkingen, and the form to state that there are none."""

import pytest

from leidraad.registers.verwerkingen.models import GeenVerwerkingen
from leidraad.registers.verwerkingen.tests.schermen.conftest import tekst

LIJST = "/werk/verwerkingen/eenheden/"
WAAROM = "Dit team werkt alleen met kaarten."


@pytest.mark.regel("1.1.4")
def test_de_lijst_noemt_eenheden_zonder_verwerking_en_wie_verantwoordelijk_is(po, verwerking, wereld):
    pagina = tekst(po.get(LIJST))
    assert "Team Belastingen" in pagina
    assert "Team Burgerzaken" not in pagina
    assert "Afdeling Inwonerszaken" not in pagina
    assert "1 van deze eenheden heeft nog geen verklaring" in pagina


def test_wie_verklaart_ziet_de_verklaring_daarna_in_de_lijst(client_als, wereld):
    manager = client_als("teammanager")
    pagina = tekst(manager.get(LIJST))
    assert "2 van deze eenheden hebben nog geen verklaring" in pagina
    # Her own team first, then what she can only see.
    assert pagina.index("Team Burgerzaken") < pagina.index("Team Belastingen")
    assert "Teammanager" in pagina
    adres = f"{LIJST}{wereld.team.pk}/"
    assert adres in pagina
    assert f"{LIJST}{wereld.ander_team.pk}/" not in pagina
    na = manager.post(adres, {"toelichting": WAAROM}, follow=True)
    assert WAAROM in tekst(na)
    assert "1 van deze eenheden heeft nog geen verklaring" in tekst(na)
    assert GeenVerwerkingen.objects.get().eenheid == wereld.team


def test_zonder_uitleg_komt_het_formulier_terug(po, wereld):
    antwoord = po.post(f"{LIJST}{wereld.team.pk}/", {"toelichting": " "})
    assert antwoord.status_code == 200
    assert "Schrijf op waarom" in tekst(antwoord)
    assert not GeenVerwerkingen.objects.exists()


def test_een_eenheid_met_verwerking_legt_uit_waarom_het_niet_kan(po, verwerking, wereld):
    antwoord = po.post(f"{LIJST}{wereld.team.pk}/", {"toelichting": WAAROM})
    assert "een verwerking die loopt" in tekst(antwoord)
    assert not GeenVerwerkingen.objects.exists()


@pytest.mark.parametrize(
    ("rol", "plek", "status"),
    [
        ("teammanager", "team", 200),
        ("teammanager", "ander_team", 403),
        # Only the units at the bottom of the tree need verwerkingen.
        ("directeur", "afdeling", 404),
        ("privacy_officer_elders", "team", 404),
        ("beheerder", "team", 404),
    ],
)
def test_wie_het_formulier_krijgt(client_als, wereld, rol, plek, status):
    adres = f"{LIJST}{getattr(wereld, plek).pk}/"
    assert client_als(rol).get(adres).status_code == status


def test_alles_verklaard_of_ingevuld_is_een_rustige_lijst(po, wereld, nu):
    po.post(f"{LIJST}{wereld.team.pk}/", {"toelichting": WAAROM})
    po.post(f"{LIJST}{wereld.ander_team.pk}/", {"toelichting": "<b>Niets</b>"})
    pagina = tekst(po.get(LIJST))
    assert "Ontbreekt" not in pagina
    assert "&lt;b&gt;Niets" in pagina


def test_het_aantal_zoekvragen_groeit_niet_mee(po, wereld, django_assert_num_queries):
    po.get(LIJST)
    with django_assert_num_queries(11):
        po.get(LIJST)
    po.post(f"{LIJST}{wereld.team.pk}/", {"toelichting": WAAROM})
    po.get(LIJST)
    with django_assert_num_queries(11):
        po.get(LIJST)
