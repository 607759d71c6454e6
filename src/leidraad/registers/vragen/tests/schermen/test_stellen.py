"""Een vraag stellen in een minuut, en daarna alleen de eigen vragen volgen."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.core.signing import dumps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from leidraad.dossiers.models import Dossier, Koppeling
from leidraad.organisaties.models import Functievervulling
from leidraad.project.invoer_bewaren import ZOUT
from leidraad.registers.vragen.models import Vraag
from leidraad.registers.vragen.regels import laatste_dag
from leidraad.registers.vragen.tests.conftest import PO, VRAGER, Vragen, mijn, pagina, url, vers
from leidraad.registers.vragen.tests.test_handelingen import Antwoord
from leidraad.ui.opmaak import datum
from tests.wereld import ELDERS, Wereld

STELLEN = "/werk/vragen/stellen/"
pytestmark = [pytest.mark.django_db, pytest.mark.regel("1.1.7")]


def invoer(**anders: Any) -> dict[str, Any]:
    return {"onderwerp": "Foto’s op de website", "tekst": "Mag ik een foto plaatsen?"} | anders


@pytest.mark.parametrize("rol", [VRAGER, "teammanager", "fg", "ciso", PO])
def test_iedereen_die_er_werkt_kan_een_vraag_stellen(client_als: Callable[[str], Client], rol: str) -> None:
    antwoord = client_als(rol).post(STELLEN, invoer())
    assert antwoord.headers["Location"] == mijn(Vraag.objects.get())


def test_het_ontvangstbewijs_noemt_nummer_en_uiterste_dag(vrager: Client) -> None:
    tekst = pagina(vrager.post(STELLEN, invoer(), follow=True))
    vraag = Vraag.objects.select_related("dossier").get()
    assert f"Het nummer is {vraag.dossier.nummer}" in tekst
    assert "U krijgt uiterlijk antwoord op" in tekst
    assert datum(laatste_dag(timezone.localdate())) in tekst
    assert "Mag ik een foto plaatsen?" in tekst


def test_twee_keer_klikken_is_een_vraag(vrager: Client) -> None:
    adressen = {vrager.post(STELLEN, invoer()).headers["Location"] for _ in range(2)}
    assert (len(adressen), Vraag.objects.count()) == (1, 1)


def test_een_bsn_geeft_een_waarschuwing_en_houdt_niet_tegen(vrager: Client) -> None:
    met_bsn = invoer(tekst="Mag 111222333 in de brief?")
    tekst = pagina(vrager.post(STELLEN, met_bsn))
    assert "lijkt op een BSN" in tekst
    assert "Mag 111222333 in de brief?" in tekst
    assert 'name="toch" value="on"' in tekst
    assert not Vraag.objects.exists()
    vrager.post(STELLEN, met_bsn | {"toch": "on"})
    assert Vraag.objects.count() == 1


@pytest.mark.parametrize(
    ("fout", "bericht"),
    [
        ({"onderwerp": "  "}, "Vul een onderwerp in."),
        ({"onderwerp": "x" * 151}, "te lang"),
        ({"tekst": ""}, "Schrijf uw vraag op."),
        ({"tekst": "x" * 10_001}, "te lang"),
        ({"nummer": "VW-2026-9999"}, "geen dossier zien met dit nummer"),
        ({"nummer": "\x00'; DROP"}, "geen dossier zien met dit nummer"),
    ],
)
def test_slechte_invoer_komt_terug_met_wat_er_stond(
    vrager: Client, fout: dict[str, str], bericht: str
) -> None:
    goed = {"onderwerp": "Uniek onderwerp", "tekst": "Unieke vraag"}
    tekst = pagina(vrager.post(STELLEN, goed | fout))
    assert bericht in tekst
    assert all(woorden in tekst for naam, woorden in goed.items() if naam not in fout)
    assert not Vraag.objects.exists()


def test_een_leeg_formulier_noemt_alles_wat_nodig_is(vrager: Client) -> None:
    tekst = pagina(vrager.post(STELLEN, {}))
    assert "Vul een onderwerp in." in tekst
    assert "Schrijf uw vraag op." in tekst


def test_een_dossier_noemen_dat_u_ziet(vrager: Client, stel: Vragen, wereld: Wereld) -> None:
    dossier = stel(PO).dossier
    antwoord = vrager.post(STELLEN, invoer(nummer=dossier.nummer))
    assert "geen dossier zien met dit nummer" in pagina(antwoord)
    Dossier.objects.filter(pk=dossier.pk).update(vertrouwelijkheid="intern")
    antwoord = vrager.post(STELLEN, invoer(nummer=dossier.nummer.lower()), follow=True)
    assert Koppeling.objects.get().naar == dossier
    assert dossier.nummer in pagina(antwoord)
    # Not hers to see any more: not shown either.
    Dossier.objects.filter(pk=dossier.pk).update(vertrouwelijkheid="vertrouwelijk")
    assert dossier.nummer not in pagina(vrager.get(antwoord.redirect_chain[-1][0]))


def test_wie_voor_meer_gemeenten_werkt_kiest(vrager: Client, wereld: Wereld) -> None:
    assert "gemeente" not in vrager.get(STELLEN).context["form"].fields
    Functievervulling.objects.create(
        persoon=wereld.persoon(VRAGER), gemeente=wereld.andere_gemeente, functie="medewerker"
    )
    assert "Kies de gemeente." in pagina(vrager.post(STELLEN, invoer()))
    vrager.post(STELLEN, invoer(gemeente=wereld.andere_gemeente.pk))
    assert Vraag.objects.get().dossier.gemeente == wereld.andere_gemeente


def test_een_nummer_in_het_adres_staat_vast_ingevuld(vrager: Client) -> None:
    assert 'value="VW-2026-0012"' in pagina(vrager.get(f"{STELLEN}?nummer=VW-2026-0012"))


@pytest.mark.parametrize("rol", [PO, "fg", "teammanager", ELDERS, "beheerder"])
def test_een_vraag_van_een_ander_bestaat_niet(
    client_als: Callable[[str], Client], vraag: Vraag, rol: str
) -> None:
    browser = client_als(rol)
    assert browser.get(mijn(vraag)).status_code == 404
    assert browser.post(mijn(vraag), {"tekst": "Ook ik"}).status_code == 404
    assert vraag.dossier.nummer not in pagina(browser.get("/werk/vragen/mijn-vragen/"))


@pytest.mark.parametrize("rol", [VRAGER, "coordinator", "teammanager", "directeur", "ciso", ELDERS])
def test_het_dossier_is_alleen_van_privacy_officer_en_fg(
    client_als: Callable[[str], Client], vraag: Vraag, rol: str
) -> None:
    assert client_als(rol).get(url(vraag)).status_code == 404


def test_de_vrager_ziet_het_antwoord_en_niet_de_opmerkingen(
    vrager: Client, po: Client, vraag: Vraag, antwoord: Antwoord
) -> None:
    antwoord(vraag, "Vijf jaar na afloop.")
    po.post(f"/werk/leiden/dossier/{vraag.dossier.nummer}/opmerkingen/", {"tekst": "Onder ons."})
    tekst = pagina(vrager.get(mijn(vraag)))
    assert "Vijf jaar na afloop." in tekst
    assert "Onder ons." not in tekst


def test_doorvragen_heropent(vrager: Client, vraag: Vraag, antwoord: Antwoord, nu: datetime) -> None:
    antwoord(vraag)
    assert "Schrijf op wat u nog wilt weten" in pagina(vrager.post(mijn(vraag), {"tekst": " "}))
    for _ in range(2):
        assert vrager.post(mijn(vraag), {"tekst": "En daarna?"}).status_code == 302
    na = vers(vraag)
    assert (na.status, na.reacties.filter(soort="vervolg").count()) == ("heropend", 1)
    assert "En daarna?" in pagina(vrager.get(mijn(vraag)))


def test_wat_getypt_is_overleeft_een_verlopen_sessie(vrager: Client, wereld: Wereld) -> None:
    wie = dumps(wereld.persoon(VRAGER).pk, salt=ZOUT)
    vrager.logout()
    antwoord = vrager.post(STELLEN, invoer(tekst="Lang verhaal dat niet weg mag.") | {"wie": wie})
    assert reverse("verder") in antwoord.headers["Location"].replace("%2F", "/")
    vrager.force_login(wereld.persoon(VRAGER))
    assert "Lang verhaal dat niet weg mag." in str(dict(vrager.session))


def test_mijn_vragen_kosten_evenveel_bij_meer_vragen(vrager: Client, stel: Vragen) -> None:
    stel()
    vrager.get("/werk/vragen/mijn-vragen/")
    tellingen = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as vragen:
            vrager.get("/werk/vragen/mijn-vragen/")
        tellingen.append(len(vragen))
        for _ in range(6):
            stel()
    assert tellingen[0] == tellingen[1] <= 10


def test_vragen_staat_in_de_navigatie(vrager: Client) -> None:
    tekst = pagina(vrager.get("/werk/"))
    assert STELLEN in tekst
    assert "/werk/vragen/mijn-vragen/" in tekst
