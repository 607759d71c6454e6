"""The page with one's own improvement actions, for who may not see the breach."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client

from leidraad.berichten.models import Bericht
from leidraad.dossiers.models import Journaalregel
from leidraad.registers.datalekken import handelingen
from leidraad.registers.datalekken.models import Datalek, Verbeteractie
from leidraad.registers.datalekken.tests.schermen.conftest import tekst, url, vers
from tests.wereld import ELDERS, Wereld

PAGINA = "/werk/datalekken/mijn-acties/"
Browser = Callable[[str], Client]
Geven = Callable[..., Verbeteractie]


@pytest.fixture
def geef(in_behandeling: Datalek, wereld: Wereld, straks: datetime) -> Geven:
    """An action of the employee, who reported the breach but may not see its dossier."""

    def geven(
        omschrijving: str = "Adressen nakijken", aan: str = "medewerker", uiterlijk: date | None = None
    ) -> Verbeteractie:
        return handelingen.voeg_actie_toe(
            datalek=in_behandeling, omschrijving=omschrijving, eigenaar=wereld.persoon(aan),
            uiterlijk=uiterlijk, door=wereld.lid("privacy_officer"), nu=straks,
        )  # fmt: skip

    return geven


def klaar(actie: Verbeteractie) -> str:
    """The address where this action is finished."""
    return url(vers(actie.datalek), f"acties/{actie.pk}/")


def test_de_actiepagina_noemt_het_nummer_en_niets_van_het_datalek(client_als: Browser, geef: Geven) -> None:
    actie = geef(uiterlijk=date(2027, 3, 1))
    dossier = vers(actie.datalek).dossier
    pagina = tekst(client_als("medewerker").get(PAGINA))
    assert "Adressen nakijken" in pagina
    assert "1 maart 2027" in pagina
    assert dossier.nummer in pagina
    assert klaar(actie) in pagina
    for inhoud in (dossier.titel, "verkeerd adres", "bijstand", "Inkomen", "opgehaald"):
        assert inhoud not in pagina


def test_een_actie_van_een_ander_staat_er_niet(client_als: Browser, geef: Geven) -> None:
    actie = geef()
    for rol in ("coordinator", "teammanager", "privacy_officer", ELDERS):
        pagina = tekst(client_als(rol).get(PAGINA))
        assert "U hebt geen verbeteracties te doen" in pagina
        assert "Adressen nakijken" not in pagina
    assert client_als(ELDERS).get(klaar(actie)).status_code == 404
    assert client_als(ELDERS).post(klaar(actie), {"resultaat": "Ik."}).status_code == 404
    assert Verbeteractie.objects.get().klaar_op is None


def test_wie_er_niet_meer_werkt_ziet_haar_actie_niet_meer(
    client_als: Browser, geef: Geven, wereld: Wereld
) -> None:
    actie = geef()
    wereld.persoon("medewerker").functies.all().delete()
    browser = client_als("medewerker")
    assert "Adressen nakijken" not in tekst(browser.get(PAGINA))
    assert browser.post(klaar(actie), {"resultaat": "Ik."}).status_code == 404


def test_een_actie_twee_keer_afronden_bewaart_het_eerste(client_als: Browser, geef: Geven) -> None:
    actie, browser = geef(), client_als("medewerker")
    antwoord = browser.post(klaar(actie), {"resultaat": "Alles nagekeken."})
    assert antwoord.headers["Location"] == PAGINA
    eerste = Verbeteractie.objects.get().klaar_op
    assert browser.post(klaar(actie), {"resultaat": "Nog een keer."}).headers["Location"] == PAGINA
    actie.refresh_from_db()
    assert (actie.resultaat, actie.klaar_op) == ("Alles nagekeken.", eerste)
    assert Journaalregel.objects.filter(handeling="actie_afgerond").count() == 1


def test_een_klare_actie_staat_onderaan_met_wat_er_is_gedaan(client_als: Browser, geef: Geven) -> None:
    geef("Later")
    geef("Eerst", uiterlijk=date(2027, 1, 4))
    af, browser = geef("Al gedaan"), client_als("medewerker")
    browser.post(klaar(af), {"resultaat": "De lijst klopt <nu>."})
    pagina = tekst(browser.get(PAGINA))
    plaatsen = [pagina.rindex(f">{wat}<") for wat in ("Eerst", "Later", "Al gedaan")]
    assert plaatsen == sorted(plaatsen)
    assert "De lijst klopt &lt;nu&gt;." in pagina
    assert klaar(af) not in pagina


def test_een_actie_zonder_resultaat_is_niet_klaar(client_als: Browser, geef: Geven) -> None:
    actie = geef()
    assert "Beschrijf wat er is gedaan." in tekst(
        client_als("medewerker").post(klaar(actie), {"resultaat": " "})
    )
    assert Verbeteractie.objects.get().klaar_op is None


def test_het_bericht_over_een_actie_noemt_niets_van_het_datalek(geef: Geven, wereld: Wereld) -> None:
    actie = geef()
    bericht = Bericht.objects.get(sleutel__startswith="verbeteractie:")
    assert bericht.ontvanger == wereld.persoon("medewerker")
    for inhoud in (vers(actie.datalek).dossier.titel, "Adressen nakijken", "bijstand"):
        assert inhoud not in bericht.onderwerp + bericht.tekst


def test_wie_zichzelf_een_actie_geeft_krijgt_geen_bericht(geef: Geven) -> None:
    geef(aan="privacy_officer")
    assert not Bericht.objects.filter(sleutel__startswith="verbeteractie:").exists()


def test_mijn_meldingen_leidt_naar_mijn_acties(client_als: Browser) -> None:
    assert f'href="{PAGINA}"' in tekst(client_als("medewerker").get("/werk/datalekken/mijn-meldingen/"))
