"""State a norm on screen: who gets the form, what comes back, and what it shows beside it."""

from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from leidraad.naleving.handelingen import vraag_verklaringen
from leidraad.naleving.models import Verklaring
from leidraad.naleving.tests.schermen.conftest import PAGINA, ClientAls, html, tekst
from leidraad.naleving.tests.verklaard import benoem, zeg
from leidraad.organisaties.models import Persoon
from tests.wereld import Wereld

VERKLAREN = f"{PAGINA}normen/4.1.1/verklaren/"
OVERZICHT = f"{PAGINA}verklaringen/"
INVOER = {
    "voldoet": "ja",
    "toelichting": "Er kwamen twee adviseurs bij.",
    "bewijs": "Collegebesluit van 12 mei 2026",
}


@pytest.fixture
def secretaris(wereld: Wereld) -> Persoon:
    return benoem(wereld.gemeente)


@pytest.fixture
def browser(secretaris: Persoon) -> Client:
    """The browser of the secretary of Leiden."""
    client = Client()
    client.force_login(secretaris)
    return client


def test_het_formulier_zegt_wat_er_wordt_verklaard_en_tot_wanneer(browser: Client) -> None:
    woorden = tekst(browser.get(VERKLAREN))
    for stuk in (
        "Dit verklaart u als Gemeentesecretaris",
        "Het college heeft dit jaar richting gegeven",
        "Uw verklaring geldt tot en met",
        "De gemeente voldoet nog niet",
        "Wat Leidraad hierover weet",
        "Er is nog geen verklaring",
    ):
        assert stuk in woorden
    datalekken = tekst(browser.get(f"{PAGINA}normen/2.1.3/verklaren/"))
    assert "Datalekken in de laatste twaalf maanden 0" in datalekken
    assert "Klachten staan nog niet in Leidraad" in datalekken


def test_een_verklaring_met_bestand_komt_op_het_dossier(browser: Client) -> None:
    bestand = SimpleUploadedFile("besluit.txt", b"Het college besluit.")
    antwoord = browser.post(VERKLAREN, INVOER | {"bestand": bestand})
    verklaring = Verklaring.objects.get()
    waar = verklaring.normdossier.dossier.get_absolute_url()
    assert (antwoord.status_code, antwoord["Location"]) == (302, waar)
    pagina = browser.get(waar)
    woorden = tekst(pagina)
    for stuk in (
        "Uw verklaring is vastgelegd",
        "De gemeente voldoet Geldig",
        "(gemeentesecretaris)",
        "Er kwamen twee adviseurs bij.",
        "Collegebesluit van 12 mei 2026",
        "Nieuwe verklaring geven",
    ):
        assert stuk in woorden
    assert verklaring.bijlage is not None
    download = f"/werk/leiden/dossiers/NO-{verklaring.op:%Y}-0001/bijlagen/{verklaring.bijlage.uuid}/"
    assert download in html(pagina)
    assert b"".join(browser.get(download)) == b"Het college besluit."


def test_twee_keer_versturen_is_een_verklaring(browser: Client) -> None:
    for _ in range(2):
        assert browser.post(VERKLAREN, INVOER).status_code == 302
    assert Verklaring.objects.count() == 1


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"voldoet": ""}, "Kies of de gemeente voldoet."),
        ({"voldoet": "misschien"}, "Kies of de gemeente voldoet."),
        ({"toelichting": " "}, "Leg uit waarop u dit baseert."),
        ({"bewijs": ""}, "Noem het bewijs"),
        ({"bewijs": "x" * 501}, "Deze tekst is te lang"),
        ({"bestand": SimpleUploadedFile("virus.exe", b"MZ")}, "Dit soort bestand kan hier niet"),
        ({"bestand": SimpleUploadedFile("leeg.pdf", b"")}, "Dit bestand is leeg"),
    ],
)
def test_wat_is_ingevuld_blijft_staan_bij_een_fout(browser: Client, anders, melding) -> None:
    antwoord = browser.post(VERKLAREN, INVOER | {"toelichting": "Een eigen zin."} | anders)
    assert melding in tekst(antwoord)
    over = (INVOER | {"toelichting": "Een eigen zin."} | anders)["toelichting"].strip()
    assert over in html(antwoord)
    assert ("Kies uw bestand opnieuw" in tekst(antwoord)) is ("bestand" in anders)
    assert not Verklaring.objects.exists()


@pytest.mark.parametrize("veld", ["toelichting", "bewijs"])
def test_een_bsn_geeft_een_keer_een_waarschuwing(browser: Client, veld: str) -> None:
    invoer = INVOER | {veld: "Zie het dossier van 111222333."}
    antwoord = browser.post(VERKLAREN, invoer)
    assert "lijkt op een BSN" in tekst(antwoord)
    assert 'name="toch"' in html(antwoord)
    assert not Verklaring.objects.exists()
    assert browser.post(VERKLAREN, invoer | {"toch": "on"}).status_code == 302


@pytest.mark.regel("4.1.1")
@pytest.mark.parametrize("rol", ["privacy_officer", "fg", "ciso", "teammanager", "medewerker", "beheerder"])
def test_wie_de_functie_niet_heeft_leest_waarom_niet(client_als: ClientAls, rol: str) -> None:
    for methode in ("get", "post"):
        antwoord = getattr(client_als(rol), methode)(VERKLAREN, INVOER)
        assert antwoord.status_code == 403
        assert "Alleen de Gemeentesecretaris van deze gemeente" in antwoord.content.decode()
    assert not Verklaring.objects.exists()


def test_elders_en_zonder_verklaring_bestaat_de_pagina_niet(
    browser: Client, client_als: ClientAls, wereld: Wereld
) -> None:
    assert client_als("privacy_officer_elders").get(VERKLAREN).status_code == 404
    assert client_als("privacy_officer_elders").get(OVERZICHT).status_code == 404
    assert browser.get("/werk/naleving/leiderdorp/normen/4.1.1/verklaren/").status_code == 404
    assert browser.get(f"{PAGINA}normen/2.1.1/verklaren/").status_code == 404
    assert browser.get(f"{PAGINA}normen/9.9.9/verklaren/").status_code == 404
    elders = Client()
    elders.force_login(benoem(wereld.andere_gemeente))
    assert elders.get(VERKLAREN).status_code == 404


def test_het_overzicht_toont_wat_geldt_wat_verliep_en_wat_ontbreekt(
    po: Client, browser: Client, wereld: Wereld, secretaris: Persoon, straks: datetime
) -> None:
    zeg(wereld.gemeente, secretaris, straks, "2.1.3", voldoet=False)
    zeg(wereld.gemeente, secretaris, straks.replace(year=straks.year - 2, day=1), "4.1.1")
    woorden = tekst(po.get(OVERZICHT))
    for stuk in ("1.1.5", "Verklaring nodig", "Voldoet nog niet", "Verlopen", secretaris.naam):
        assert stuk in woorden
    # Only who has the function gets the way to the form.
    assert "/normen/1.1.5/verklaren/" in html(po.get(OVERZICHT))
    assert "/normen/4.1.1/verklaren/" not in html(po.get(OVERZICHT))
    assert "/normen/4.1.1/verklaren/" in html(browser.get(OVERZICHT))


def test_het_overzicht_gaat_over_de_hele_gemeente(client_als: ClientAls) -> None:
    for rol in ("teammanager", "medewerker"):
        assert client_als(rol).get(OVERZICHT).status_code == 403


def test_van_de_werklijst_naar_het_formulier(browser: Client, straks: datetime) -> None:
    vraag_verklaringen(straks)
    pagina = browser.get("/werk/werklijst/")
    assert tekst(pagina).count("Verklaring geven bij een norm") >= 2
    pad = next(deel for deel in html(pagina).split('"') if deel.endswith("/verklaren/"))
    antwoord = browser.get(pad)
    assert antwoord.status_code == 302
    assert "Dit verklaart u als Gemeentesecretaris" in tekst(browser.get(antwoord["Location"]))


def test_het_formulier_en_het_overzicht_kosten_een_vast_aantal_vragen(
    browser: Client, wereld: Wereld, secretaris: Persoon, straks: datetime, django_assert_max_num_queries
) -> None:
    for norm in ("2.1.3", "4.1.1"):
        zeg(wereld.gemeente, secretaris, straks, norm)
    browser.get(OVERZICHT)
    with django_assert_max_num_queries(14):
        browser.get(OVERZICHT)
    with django_assert_max_num_queries(14):
        browser.get(f"{PAGINA}normen/2.1.3/verklaren/")
