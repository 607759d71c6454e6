"""Lezen wat u moet kennen, zien hoeveel mensen dat deden, en toetsen in zoveel keer als nodig."""

import pytest

from leidraad.organisaties.models import Functievervulling
from leidraad.registers.beleid import handelingen
from leidraad.registers.beleid.models import Conformiteitsoordeel, Kennisname
from leidraad.registers.beleid.tests import hulp
from leidraad.registers.beleid.tests.schermen.conftest import VANAF, tekst, url

TE_LEZEN = "/werk/beleid/te-lezen/"


@pytest.fixture
def te_lezen(wereld, beleid, nu):
    """The policy, which everybody must read."""
    handelingen.vraag_kennisname(
        versie=beleid.versies.get(), vraagt=True, door=wereld.lid("privacy_officer"), nu=nu
    )
    return beleid


def test_een_medewerker_leest_de_tekst_en_meldt_dat_zij_hem_las(client_als, te_lezen):
    browser = client_als("medewerker")
    pagina = tekst(browser.get(TE_LEZEN))
    assert "Zo gaan wij om met persoonsgegevens." in pagina
    assert "Er is nog geen tekst" not in pagina
    assert "Ik heb dit gelezen" in pagina
    assert "Er is nog geen tekst" not in pagina
    assert "Er is 1 stuk dat u moet lezen" in tekst(browser.get("/werk/"))
    na = tekst(browser.post(url(te_lezen, "versies/1/gelezen/"), follow=True))
    assert "U hebt alles gelezen" in na
    assert "23-11-2026" in na
    assert "stuk dat u moet lezen" not in tekst(browser.get("/werk/"))


def test_twee_keer_gelezen_is_een_keer(client_als, te_lezen):
    browser = client_als("medewerker")
    for _ in range(2):
        browser.post(url(te_lezen, "versies/1/gelezen/"))
    assert Kennisname.objects.count() == 1


def test_wat_niet_gelezen_hoeft_te_worden_kan_ook_niet(client_als, beleid):
    antwoord = client_als("medewerker").post(url(beleid, "versies/1/gelezen/"), follow=True)
    assert "hoeft u nu niet te melden" in tekst(antwoord)
    assert client_als("medewerker").get(url(beleid, "versies/1/gelezen/")).status_code == 405
    assert client_als("privacy_officer_elders").post(url(beleid, "versies/1/gelezen/")).status_code == 404


def test_op_de_pagina_van_het_stuk_staat_de_knop_ook(client_als, te_lezen):
    browser = client_als("medewerker")
    assert "U moet dit stuk lezen" in tekst(browser.get(url(te_lezen)))
    browser.post(url(te_lezen, "versies/1/gelezen/"))
    assert "U moet dit stuk lezen" not in tekst(browser.get(url(te_lezen)))


def test_wie_ergens_anders_gaat_werken_houdt_haar_lijst_zonder_link(client_als, te_lezen, wereld):
    browser = client_als("medewerker")
    browser.post(url(te_lezen, "versies/1/gelezen/"))
    Functievervulling.objects.filter(persoon=wereld.persoon("medewerker")).update(
        gemeente=wereld.andere_gemeente, eenheid=None
    )
    pagina = tekst(browser.get(TE_LEZEN))
    assert te_lezen.dossier.titel in pagina
    assert url(te_lezen) not in pagina


def test_cijfers_zijn_voor_iedereen_en_namen_alleen_voor_de_eigen_leidinggevende(client_als, te_lezen):
    client_als("medewerker").post(url(te_lezen, "versies/1/gelezen/"))
    manager = tekst(client_als("teammanager").get(url(te_lezen, "kennisname/")))
    assert "Team Burgerzaken" in manager
    assert "Uw eigen mensen" in manager
    assert "Medewerker" in manager
    po = client_als("privacy_officer").get(url(te_lezen, "kennisname/"))
    assert po.context["mensen"] == []
    assert "Uw eigen mensen" not in tekst(po)
    assert po.context["cijfers"][0].gedaan == 1
    assert len(po.context["cijfers"]) > 1
    medewerker = client_als("medewerker").get(url(te_lezen, "kennisname/"))
    assert [cijfer.eenheid for cijfer in medewerker.context["cijfers"]] == [None]


def test_wie_las_staat_niet_op_de_tijdlijn(client_als, te_lezen):
    client_als("medewerker").post(url(te_lezen, "versies/1/gelezen/"))
    titels = [regel.titel for regel in client_als("coordinator").get(url(te_lezen)).context["tijdlijn"]]
    assert "Vastgesteld" in titels
    assert "Gelezen" not in titels


def test_de_privacy_officer_vraagt_en_stopt_met_vragen(po, client_als, beleid):
    pad = url(beleid, "kennisname/")
    assert "Niemand is gevraagd" in tekst(po.get(pad))
    assert "Er is intussen een andere versie" in tekst(
        po.post(pad, {"vraagt": "ja", "versie": "0"}, follow=True)
    )
    hier = {"versie": beleid.versies.get().pk}
    po.post(pad, hier | {"vraagt": "ja"})
    assert beleid.versies.get().vraagt_kennisname
    po.post(pad, hier | {"vraagt": "nee"})
    assert not beleid.versies.get().vraagt_kennisname
    assert client_als("medewerker").post(pad, {"vraagt": "ja"}).status_code == 403


@pytest.mark.regel("1.1.5")
def test_toetsen_kan_in_delen(po, concept):
    pad = url(concept.stuk, "conformiteit/")
    invoer = {
        "versie": concept.pk,
        "doelbinding-verdict": "voldoet",
        "doelbinding-waarom": "Zie paragraaf 2.",
    }
    assert "Nog 9 te toetsen" in tekst(po.post(pad, invoer, follow=True))
    meer = invoer | {"toegang-verdict": "voldoet_niet", "toegang-waarom": "Iedereen kan erbij."}
    po.post(pad, meer)
    assert Conformiteitsoordeel.objects.count() == 2
    pagina = tekst(po.get(url(concept.stuk)))
    assert "Voldoet niet" in pagina
    assert "Iedereen kan erbij." in pagina


def test_een_oordeel_zonder_uitleg_en_uitleg_zonder_oordeel_kan_niet(po, concept):
    invoer = {"versie": concept.pk, "juist-verdict": "voldoet", "minimaal-waarom": "Alleen wat nodig is."}
    pagina = tekst(po.post(url(concept.stuk, "conformiteit/"), invoer))
    assert "Leg uit waarom u dit vindt." in pagina
    assert "Kies of het stuk voldoet." in pagina
    assert "Alleen wat nodig is." in pagina
    assert not Conformiteitsoordeel.objects.exists()


def test_een_oordeel_kan_worden_veranderd_maar_niet_gewist(po, concept):
    pad = url(concept.stuk, "conformiteit/")
    goed = {"versie": concept.pk, "juist-verdict": "voldoet", "juist-waarom": "Ja."}
    po.post(pad, goed)
    assert "Kies een ander oordeel" in tekst(po.post(pad, {"versie": concept.pk}))
    po.post(pad, goed | {"juist-verdict": "niet_van_toepassing"})
    assert Conformiteitsoordeel.objects.get().verdict == "niet_van_toepassing"


def test_een_toets_van_een_andere_versie_wordt_niet_bewaard(po, concept, wereld, nu):
    hulp.stel_vast(wereld, concept.stuk, VANAF, nu)
    handelingen.maak_versie(stuk=concept.stuk, door=wereld.lid("privacy_officer"), nu=nu)
    invoer = {"versie": concept.pk, "juist-verdict": "voldoet", "juist-waarom": "Ja, want."}
    pagina = tekst(po.post(url(concept.stuk, "conformiteit/"), invoer))
    assert "Er is intussen een andere versie." in pagina
    assert "Ja, want." in pagina
    assert not Conformiteitsoordeel.objects.exists()


def test_het_privacybeleid_zelf_wordt_niet_getoetst(po, beleid):
    assert po.get(url(beleid, "conformiteit/"))["Location"] == url(beleid)
