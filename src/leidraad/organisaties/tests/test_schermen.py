"""The staff pages: who may open them, and what happens with what is typed."""

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from leidraad.organisaties.models import Eenheid, Functievervulling, Overdracht, Persoon
from tests.wereld import Wereld

ClientAls = Callable[[str], Client]
_BEHEER = ("eenheid_nieuw", "persoon_nieuw", "importeren")
_INZIEN = ("beheer", "personen", "wijzigingen")


def _url(naam: str, *args: object) -> str:
    return reverse(f"organisaties:{naam}", args=args)


@pytest.mark.parametrize("naam", [*_BEHEER, *_INZIEN])
@pytest.mark.parametrize(
    ("rol", "mag_inzien"),
    [("beheerder", 200), ("privacy_officer", 200), ("fg", 200), ("teammanager", 403), ("medewerker", 403),
     ("privacy_officer_elders", 404), ("anoniem", 302)],
)  # fmt: skip
def test_wie_welke_beheerpagina_opent(
    client_als: ClientAls, wereld: Wereld, naam: str, rol: str, mag_inzien: int
) -> None:
    verwacht = 403 if naam in _BEHEER and rol in ("privacy_officer", "fg") else mag_inzien
    assert client_als(rol).get(_url(naam, "leiden")).status_code == verwacht


def test_het_overzicht_toont_de_boom_en_bovenaan_wie_er_ontbreekt(client_als: ClientAls) -> None:
    html = client_als("fg").get(_url("beheer", "leiden")).content.decode()
    assert html.index("Hier is niemand verantwoordelijk") < html.index("Team Burgerzaken")
    assert "Team Belastingen heeft op" in html


@pytest.mark.regel("4.5.1")
def test_een_gemeente_zonder_fg_ziet_dat_bovenaan(client_als: ClientAls, wereld: Wereld) -> None:
    Functievervulling.objects.filter(functie="fg").update(tot="2020-01-01")
    html = client_als("beheerder").get(_url("beheer", "leiden")).content.decode()
    assert "geen functionaris gegevensbescherming (FG) aangewezen" in html


def test_een_persoon_toevoegen_en_de_link_is_een_keer_te_zien(client_als: ClientAls, wereld: Wereld) -> None:
    client = client_als("beheerder")
    velden = {"naam": "Nina Nieuw", "email": "nina@leiden.test", "functie": "ciso"}
    client.post(_url("persoon_nieuw", "leiden"), velden)
    nina = Persoon.objects.get(email="nina@leiden.test")
    pagina = client.post(_url("persoon_link", "leiden", nina.pk), follow=True).content.decode()
    assert "/account/password/reset/key/" in pagina
    assert (
        "/account/password/reset/key/" not in client.get(_url("persoon", "leiden", nina.pk)).content.decode()
    )


def test_met_de_link_kiest_een_nieuwe_persoon_een_wachtwoord_en_logt_in(
    client_als: ClientAls, wereld: Wereld
) -> None:
    client = client_als("beheerder")
    client.post(
        _url("persoon_nieuw", "leiden"), {"naam": "Nina", "email": "nina@leiden.test", "functie": "ciso"}
    )
    nina = Persoon.objects.get(email="nina@leiden.test")
    client.post(_url("persoon_link", "leiden", nina.pk))
    pad = client.session["organisaties_eenmalige_link"]["pad"]
    browser = Client()
    stap = browser.get(pad, follow=True)
    assert "Kies een wachtwoord" in stap.content.decode()
    kies = {"password1": "veel-te-goed-woord-9", "password2": "veel-te-goed-woord-9"}
    klaar = browser.post(stap.request["PATH_INFO"], kies, follow=True)
    assert "Uw wachtwoord is opgeslagen" in klaar.content.decode()
    inlog = {"login": "Nina@leiden.test", "password": "veel-te-goed-woord-9"}
    assert browser.post(reverse("account_login"), inlog).status_code == 302
    assert "werkt niet meer" in Client().get(pad, follow=True).content.decode()


def test_wat_getypt_is_blijft_staan_bij_een_fout(client_als: ClientAls, wereld: Wereld) -> None:
    velden = {"naam": "Nina Nieuw", "email": "geen adres", "functie": "teammanager", "bewijs": "Z-26-1"}
    html = client_als("beheerder").post(_url("persoon_nieuw", "leiden"), velden).content.decode()
    assert 'value="Nina Nieuw"' in html
    assert 'value="geen adres"' in html
    assert 'value="Z-26-1"' in html


def test_een_regel_die_breekt_staat_bij_het_veld(client_als: ClientAls, wereld: Wereld) -> None:
    fg = wereld.persoon("fg")
    html = (
        client_als("beheerder")
        .post(_url("persoon", "leiden", fg.pk), {"functie": "beheerder"})
        .content.decode()
    )
    assert "De FG is onafhankelijk" in html


def test_een_functie_beeindigen(client_als: ClientAls, wereld: Wereld) -> None:
    functie = Functievervulling.objects.get(persoon=wereld.persoon("ciso"))
    client_als("beheerder").post(_url("functie_beeindigen", "leiden", functie.pk), {"tot": "2030-01-31"})
    functie.refresh_from_db()
    assert str(functie.tot) == "2030-01-31"


def test_iets_van_een_andere_gemeente_bestaat_niet(client_als: ClientAls, wereld: Wereld) -> None:
    elders = wereld.persoon("privacy_officer_elders")
    functie = Functievervulling.objects.get(persoon=elders)
    client = client_als("beheerder")
    assert client.get(_url("persoon", "leiden", elders.pk)).status_code == 404
    assert client.get(_url("functie_beeindigen", "leiden", functie.pk)).status_code == 404
    assert client.post(_url("persoon_link", "leiden", elders.pk)).status_code == 404


def test_een_eenheid_wijzigen_en_een_fout_laat_haar_zoals_zij_was(
    client_als: ClientAls, wereld: Wereld
) -> None:
    client, pad = client_als("beheerder"), _url("eenheid", "leiden", wereld.team.pk)
    velden = {"naam": "Team Publiekszaken", "soort": "team", "bovenliggend": wereld.afdeling.pk}
    assert client.post(pad, velden).status_code == 302
    assert Eenheid.objects.get(pk=wereld.team.pk).naam == "Team Publiekszaken"
    html = client.post(pad, {**velden, "naam": "Team Belastingen"}).content.decode()
    assert "al een eenheid met deze naam" in html
    assert "<h1" in html
    assert Eenheid.objects.get(pk=wereld.team.pk).naam == "Team Publiekszaken"


def _bestand(tekst: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("functies.csv", tekst.encode())


def test_importeren_laat_eerst_zien_wat_er_gebeurt_en_slaat_dan_pas_op(
    client_als: ClientAls, wereld: Wereld
) -> None:
    client, pad = client_als("beheerder"), _url("importeren", "leiden")
    kop = "gemeente;eenheid;functie;naam;email;van;tot\n"
    bestand = _bestand(
        f"{kop}Leiden;Team Belastingen;teammanager;Bea;bea@leiden.test;;\nLeiden;;baas;B;b@x.nl;;\n"
    )
    proef = client.post(pad, {"functies": bestand})
    html = proef.content.decode()
    assert "De functie ‘baas’ is onbekend." in html
    assert "van de 9 functies" in html
    assert not Persoon.objects.filter(email="bea@leiden.test").exists()
    pakket = proef.context["pakket"]
    assert "Er is niets opgeslagen" in client.post(pad, {"bevestig": pakket}).content.decode()
    client.post(pad, {"bevestig": pakket, "toch": "ja"})
    assert Persoon.objects.filter(email="bea@leiden.test").exists()


@pytest.mark.parametrize(
    ("inhoud", "tekst"), [("", "is leeg"), ("a,b\n1,2\n", "ontbreken"), (None, "Kies een bestand")]
)
def test_een_onbruikbaar_bestand_geeft_een_melding(
    client_als: ClientAls, wereld: Wereld, inhoud: str | None, tekst: str
) -> None:
    bestanden = {} if inhoud is None else {"functies": _bestand(inhoud)}
    assert tekst in client_als("beheerder").post(_url("importeren", "leiden"), bestanden).content.decode()


def test_een_vervalst_pakket_wordt_geweigerd(client_als: ClientAls, wereld: Wereld) -> None:
    client = client_als("beheerder")
    antwoord = client.post(_url("importeren", "leiden"), {"bevestig": "rommel"}, follow=True)
    assert "Kies de bestanden opnieuw" in antwoord.content.decode()


@pytest.mark.regel("4.4.9")
def test_een_manager_draagt_een_taak_over_en_neemt_haar_terug(client_als: ClientAls, wereld: Wereld) -> None:
    client = client_als("teammanager")
    velden = {"eenheid": wereld.team.pk, "aan": wereld.persoon("medewerker").pk, "taak": "Het register"}
    html = client.post(_url("overdrachten"), velden, follow=True).content.decode()
    assert "U blijft verantwoordelijk" in html
    overdracht = Overdracht.objects.get()
    mijn = client_als("medewerker").get(_url("mijn_gegevens")).content.decode()
    assert "Teammanager blijft verantwoordelijk" in mijn
    andere = client_als("directeur").post(_url("overdracht_terugnemen", overdracht.pk))
    assert andere.status_code == 404
    client.post(_url("overdracht_terugnemen", overdracht.pk))
    assert "Het register" not in client_als("medewerker").get(_url("mijn_gegevens")).content.decode()


def test_een_directeur_draagt_een_taak_van_een_team_onder_haar_over(
    client_als: ClientAls, wereld: Wereld
) -> None:
    velden = {"eenheid": wereld.team.pk, "aan": wereld.persoon("medewerker").pk, "taak": "Het register"}
    client_als("directeur").post(_url("overdrachten"), velden)
    assert Overdracht.objects.get().functie.functie == "directeur"


def test_wie_geen_leiding_geeft_draagt_niets_over(client_als: ClientAls, wereld: Wereld) -> None:
    assert client_als("medewerker").get(_url("overdrachten")).status_code == 403


@pytest.mark.parametrize("rol", ["medewerker", "beheerder", "fg", "directeur"])
def test_iedereen_ziet_haar_eigen_functies_en_rechten(
    client_als: ClientAls, wereld: Wereld, rol: str
) -> None:
    html = client_als(rol).get(_url("mijn_gegevens")).content.decode()
    assert "Wat ik mag" in html


def test_beheer_gaat_meteen_naar_de_enige_gemeente(client_als: ClientAls, wereld: Wereld) -> None:
    assert client_als("beheerder").get(_url("beheer_start"))["Location"] == _url("beheer", "leiden")
    assert client_als("medewerker").get(_url("beheer_start")).status_code == 404


@pytest.mark.parametrize(
    "rol",
    ["medewerker", "coordinator", "teammanager", "directeur", "privacy_officer", "fg", "ciso", "beheerder"],
)
def test_elke_rol_leest_onder_haar_naam_wat_zij_mag(client_als, rol):
    client = client_als(rol)
    assert 'href="/werk/mijn-gegevens/">Mijn gegevens' in client.get("/werk/").content.decode()
    assert client.get("/werk/mijn-gegevens/").status_code == 200


@pytest.mark.parametrize("rol", ["teammanager", "privacy_officer", "fg"])
def test_het_menu_noemt_alleen_paginas_die_open_gaan(client_als, rol):
    client = client_als(rol)
    menu = re.findall(r'<li><a href="(/werk/[^"]*)"', client.get("/werk/").content.decode())
    assert menu
    assert {pad: client.get(pad, follow=True).status_code for pad in menu} == dict.fromkeys(menu, 200)
