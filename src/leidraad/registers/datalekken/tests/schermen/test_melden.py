"""Reporting in two minutes: what is kept, what is asked, and what the reporter sees afterwards."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signing import dumps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leidraad.dossiers.models import Bijlage, Dossier, Taak
from leidraad.organisaties.models import Eenheid
from leidraad.project.invoer_bewaren import ZOUT
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.handelingen import bewaar_sectie
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.tests.schermen.conftest import stempel, tekst, vers
from tests.wereld import ELDERS, Wereld

MELDEN = "/werk/datalekken/melden/"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
pytestmark = [pytest.mark.django_db, pytest.mark.regel("3.4.1")]


def invoer(**anders: Any) -> dict[str, Any]:
    moment = timezone.localtime() - timedelta(hours=1)
    return {
        "omschrijving": "Ik mailde een lijst naar de verkeerde persoon.",
        "ontdekt_op": f"{moment:%Y-%m-%dT%H:%M}",
        "duurt_voort": "nee",
        "over_wie": "Ouders van leerlingen",
        "hoeveel": "40",
        "welke_gegevens": "Namen en adressen",
    } | anders


def mijn(datalek: Datalek) -> str:
    return f"/werk/datalekken/mijn-meldingen/leiden/{datalek.dossier.nummer}/"


@pytest.mark.parametrize("rol", ["medewerker", "teammanager", "fg", "ciso", "privacy_officer"])
def test_iedereen_die_er_werkt_kan_melden(client_als: Callable[[str], Client], rol: str) -> None:
    antwoord = client_als(rol).post(MELDEN, invoer())
    datalek = Datalek.objects.select_related("dossier").get()
    assert antwoord.headers["Location"] == mijn(datalek)
    inhoud = opslag.lees(datalek)
    assert (inhoud.betrokkenen[0].naam, inhoud.betrokkenen[0].maximum) == ("Ouders van leerlingen", 40)
    assert inhoud.gegevens[0].naam == "Namen en adressen"
    assert datalek.dossier.vertrouwelijkheid == "vertrouwelijk"
    assert Taak.objects.open().filter(dossier=datalek.dossier).exists()


def test_het_eigen_team_staat_voor_en_het_moment_is_nu(
    client_als: Callable[[str], Client], wereld: Wereld
) -> None:
    form = client_als("medewerker").get(MELDEN).context["form"]
    assert form.initial["eenheid"] == wereld.team.pk
    assert abs(form.initial["ontdekt_op"] - timezone.now()) < timedelta(minutes=2)
    assert "gemeente" not in form.fields


def test_het_ontvangstbewijs_noemt_nummer_klok_en_wat_er_nu_gebeurt(
    client_als: Callable[[str], Client],
) -> None:
    pagina = tekst(client_als("medewerker").post(MELDEN, invoer(), follow=True))
    datalek = Datalek.objects.get()
    assert datalek.dossier.nummer in pagina
    assert "Een Privacy Officer beoordeelt uw melding" in pagina
    assert "Die tijd is om op" in pagina
    assert "Vul uw melding aan" in pagina


def test_twee_keer_klikken_is_een_melding(client_als: Callable[[str], Client]) -> None:
    browser, gegevens = client_als("medewerker"), invoer()
    adressen = {browser.post(MELDEN, gegevens).headers["Location"] for _ in range(2)}
    assert (len(adressen), Datalek.objects.count()) == (1, 1)


def test_een_bsn_geeft_een_waarschuwing_en_houdt_niet_tegen(client_als: Callable[[str], Client]) -> None:
    browser = client_als("medewerker")
    met_bsn = invoer(omschrijving="De brief van 111222333 is weg.")
    antwoord = browser.post(MELDEN, met_bsn)
    assert "lijkt op een BSN" in tekst(antwoord)
    assert "De brief van 111222333 is weg." in tekst(antwoord)
    assert not Datalek.objects.exists()
    assert 'name="toch" value="on"' in tekst(antwoord)
    browser.post(MELDEN, met_bsn | {"toch": "on"})
    assert Datalek.objects.count() == 1


@pytest.mark.parametrize(
    ("fout", "bericht"),
    [
        ({"omschrijving": "  "}, "Schrijf op wat er is gebeurd."),
        ({"omschrijving": "x" * 20_001}, "te lang"),
        ({"ontdekt_op": "gisteren"}, "Vul een datum en een tijd in"),
        ({"ontdekt_op": "2099-01-01T10:00"}, "ligt in de toekomst"),
        ({"ontdekt_op": ""}, "Vul een datum en een tijd in"),
        ({"ontdekt_op": "2018-05-24T23:59"}, "voor 25 mei 2018"),
        ({"ontdekt_op": "1201-01-01T10:00"}, "kan niet kloppen"),
        ({"ontdekt_op": "2026-03-29T02:30"}, "Deze tijd bestond niet"),
        ({"hoeveel": "-3"}, "niet kleiner zijn dan nul"),
        ({"hoeveel": "veel"}, "Vul een heel getal in"),
        ({"hoeveel": "99999999999999999999"}, "meer mensen dan er in Nederland wonen"),
        ({"eenheid": "999999"}, "Kies een team uit de lijst."),
        ({"duurt_voort": "misschien"}, "Kies ja, nee of dat weet ik niet."),
    ],
)
def test_slechte_invoer_komt_terug_met_wat_er_stond(
    client_als: Callable[[str], Client], fout: dict[str, str], bericht: str
) -> None:
    pagina = tekst(client_als("medewerker").post(MELDEN, invoer(over_wie="Uniek woord") | fout))
    assert bericht in pagina
    assert "Uniek woord" in pagina
    assert not Datalek.objects.exists()


@pytest.mark.parametrize(("welke", "uur"), [("zomertijd", 0), ("wintertijd", 1)])
def test_van_het_uur_dat_twee_keer_bestaat_vraagt_de_melding_welke(
    client_als: Callable[[str], Client], welke: str, uur: int
) -> None:
    browser = client_als("medewerker")
    pagina = tekst(browser.post(MELDEN, invoer(ontdekt_op="2025-10-26T02:30")))
    assert "dit uur kwam twee keer voor" in pagina
    assert 'value="26-10-2025 02:30"' in pagina
    assert not Datalek.objects.exists()
    browser.post(MELDEN, invoer(ontdekt_op=f"26-10-2025 02:30 {welke}"))
    assert Datalek.objects.get().ontdekt_op == datetime(2025, 10, 26, uur, 30, tzinfo=UTC)


def _ontdekt_op(pagina: str) -> str:
    """The field for the moment of discovery, as it stands in the page."""
    gevonden = re.search(r'<input[^>]*name="ontdekt_op"[^>]*>', pagina)
    assert gevonden
    return gevonden[0]


@pytest.mark.parametrize(
    ("nu", "soort", "waarde"),
    [
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "text", "25-10-2026 02:30 zomertijd"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "text", "25-10-2026 02:30 wintertijd"),
        (datetime(2026, 10, 25, 2, 0, tzinfo=UTC), "datetime-local", "2026-10-25T03:00"),
        (datetime(2026, 11, 23, 8, 0, tzinfo=UTC), "datetime-local", "2026-11-23T09:00"),
    ],
)
def test_het_moment_van_nu_staat_er_en_is_zo_te_versturen(
    client_als: Callable[[str], Client],
    monkeypatch: pytest.MonkeyPatch,
    nu: datetime,
    soort: str,
    waarde: str,
) -> None:
    browser = client_als("medewerker")
    monkeypatch.setattr(timezone, "now", lambda: nu)
    veld = _ontdekt_op(tekst(browser.get(MELDEN)))
    assert f'type="{soort}"' in veld
    assert f'value="{waarde}"' in veld
    browser.post(MELDEN, invoer(ontdekt_op=waarde))
    assert Datalek.objects.get().ontdekt_op == nu


def test_bijlagen_gaan_mee_en_een_vals_bestand_niet(client_als: Callable[[str], Client]) -> None:
    browser = client_als("medewerker")
    vals = SimpleUploadedFile("foto.png", b"MZ geen plaatje")
    assert "foto.png: De inhoud" in tekst(browser.post(MELDEN, invoer() | {"bestanden": [vals]}))
    goed = [SimpleUploadedFile(f"{n}.pdf", PDF + bytes([65 + n])) for n in range(2)]
    browser.post(MELDEN, invoer() | {"bestanden": goed})
    assert Bijlage.objects.filter(dossier=Datalek.objects.get().dossier).count() == 2


def test_een_team_van_een_andere_gemeente_kan_niet(
    client_als: Callable[[str], Client], wereld: Wereld
) -> None:
    elders = Eenheid.objects.create(gemeente=wereld.andere_gemeente, naam="Team Elders", soort="team")
    client_als("medewerker").post(MELDEN, invoer(eenheid=str(elders.pk)))
    assert not Datalek.objects.exists()


def test_de_melder_ziet_haar_eigen_woorden_en_niet_het_dossier(
    client_als: Callable[[str], Client], wereld: Wereld, datalek: Datalek, straks: datetime
) -> None:
    inhoud = opslag.lees(datalek)
    bewaar_sectie(
        datalek=datalek, sectie="feiten", stempel=stempel(datalek, "feiten"),
        nieuw=type(inhoud)(**(vars(inhoud) | {"omschrijving": "Woorden van de Privacy Officer."})),
        door=wereld.lid("privacy_officer"), nu=straks,
    )  # fmt: skip
    browser = client_als("medewerker")
    pagina = tekst(browser.get(mijn(datalek)))
    assert datalek.eigen_woorden in pagina
    assert "Woorden van de Privacy Officer" not in pagina
    assert browser.get(f"/werk/leiden/datalekken/{datalek.dossier.nummer}/").status_code == 404
    assert datalek.dossier.nummer in tekst(browser.get("/werk/datalekken/mijn-meldingen/"))


@pytest.mark.parametrize("rol", ["privacy_officer", "teammanager", "fg", ELDERS])
def test_een_melding_van_een_ander_bestaat_niet(
    client_als: Callable[[str], Client], datalek: Datalek, rol: str
) -> None:
    assert client_als(rol).get(mijn(datalek)).status_code == 404


def test_aanvullen_met_tekst_en_bestand_en_twee_keer_is_een_keer(
    client_als: Callable[[str], Client], datalek: Datalek
) -> None:
    browser = client_als("medewerker")
    assert "Schrijf op wat u nog weet" in tekst(browser.post(mijn(datalek), {"tekst": " "}))
    for _ in range(2):
        bestand = SimpleUploadedFile("bewijs.pdf", PDF)
        browser.post(mijn(datalek), {"tekst": "De ontvanger belde.", "bestanden": [bestand]})
    assert vers(datalek).aanvullingen.count() == 1
    assert Bijlage.objects.filter(dossier=datalek.dossier).count() == 1
    assert "De ontvanger belde." in tekst(browser.get(mijn(datalek)))


def test_wat_getypt_is_overleeft_een_verlopen_sessie(
    client_als: Callable[[str], Client], wereld: Wereld
) -> None:
    browser = client_als("medewerker")
    wie = dumps(wereld.persoon("medewerker").pk, salt=ZOUT)
    browser.logout()
    antwoord = browser.post(MELDEN, invoer(omschrijving="Lang verhaal dat niet weg mag.") | {"wie": wie})
    assert reverse("verder") in antwoord.headers["Location"].replace("%2F", "/")
    browser.force_login(wereld.persoon("medewerker"))
    sessie = browser.session
    assert "Lang verhaal dat niet weg mag." in str(dict(sessie))


def test_een_ander_nummer_bestaat_niet(client_als: Callable[[str], Client]) -> None:
    assert client_als("medewerker").get("/werk/datalekken/mijn-meldingen/leiden/DL-1/").status_code == 404
    assert not Dossier.objects.exists()
