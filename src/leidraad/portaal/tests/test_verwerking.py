"""One public verwerking: its page, its versions, its data for machines."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from rdflib import Dataset, URIRef
from rdflib.namespace import RDF

from leidraad.portaal.rechten import rechten_bij
from leidraad.portaal.tests.hulp import bewerk, maak_concept, maak_openbaar, stel_vast
from leidraad.portaal.weergave import beschrijf, veilige_link
from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.inhoud import Bewaartermijn, Inhoud
from leidraad.registers.verwerkingen.tests.regels.hulp import OP
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG

pytestmark = pytest.mark.django_db
ADRES = "/leiden/verwerkingen/VW-2026-0001"


def tekst(antwoord) -> str:
    return antwoord.content.decode()


@pytest.fixture
def verwerking(wereld, nu):
    return maak_openbaar(wereld, nu)


@pytest.fixture
def tweede_versie(wereld, nu, verwerking):
    bewerk(wereld, nu, verwerking, "algemeen", omschrijving="Nu ook voor bezoekers.")
    return stel_vast(wereld, nu + timedelta(days=1), verwerking)


@pytest.mark.regel("3.3.3")
def test_de_pagina_zegt_waarom_wie_wat_hoe_lang_en_van_wie(client, verwerking):
    html = tekst(client.get(ADRES))
    for stuk in (
        "Beslissen op aanvragen om een parkeervergunning.",
        "De gemeente doet werk voor iedereen dat de wet aan haar heeft gegeven.",
        "Gemeentewet",
        "Aanvragers",
        "Naam en adres",
        "Om te weten wie de vergunning krijgt.",
        "5 jaar",
        "einde van de vergunning",
        "Leverancier parkeersysteem",
        "werkt in opdracht van de gemeente",
        "Nee. De gegevens blijven binnen de Europese Economische Ruimte",
        "Nee. Een medewerker neemt het besluit.",
        "College van burgemeester en wethouders",
        "Vastgesteld op 23 november 2026 door de teammanager",
        "fg@leiden.test",
    ):
        assert stuk in html, stuk


def test_de_naam_van_een_medewerker_staat_nergens(client, wereld, verwerking):
    for achter in ("", ".json", ".jsonld"):
        assert wereld.persoon("teammanager").naam not in tekst(client.get(ADRES + achter)).replace(
            '"vastgesteld_door": "Teammanager"', ""
        )


def test_elke_versie_houdt_haar_adres(client, tweede_versie):
    nu_, oud = tekst(client.get(ADRES)), tekst(client.get(f"{ADRES}/versies/1"))
    assert "Nu ook voor bezoekers." in nu_
    assert "Dit is een oude versie" not in nu_
    assert "Nu ook voor bezoekers." not in oud
    assert "Dit is een oude versie" in oud
    assert client.get(f"{ADRES}/versies/2").status_code == 200
    assert client.get(f"{ADRES}/versies/3").status_code == 404
    assert client.get(f"{ADRES}/versies/99999999999999999999").status_code == 404


@pytest.mark.regel("3.3.3")
def test_een_versie_die_niet_openbaar_was_wordt_het_ook_later_niet(client, wereld, nu):
    verwerking = maak_concept(wereld, nu)
    stel_vast(wereld, nu, verwerking, openbaarheid="niet_openbaar", grond="5-1-2-d")
    assert client.get(ADRES).status_code == 404
    bewerk(wereld, nu, verwerking, "algemeen", omschrijving="Zonder het geheim.")
    stel_vast(wereld, nu, verwerking)
    assert client.get(ADRES).status_code == 200
    assert client.get(f"{ADRES}/versies/1").status_code == 404


@pytest.mark.regel("3.3.3")
def test_wat_is_ingetrokken_is_overal_weg_en_komt_niet_vanzelf_terug(client, wereld, nu, tweede_versie):
    po = wereld.lid("privacy_officer")
    handelingen.publiceer(
        verwerking=tweede_versie, openbaarheid="niet_openbaar", grond="5-1-2-d", door=po, nu=nu
    )
    for achter in ("", ".json", ".jsonld", "/versies/1", "/versies/2"):
        assert client.get(ADRES + achter).status_code == 404, achter
    assert "Parkeervergunningen" not in tekst(client.get("/leiden/verwerkingen/?q=parkeer"))
    handelingen.publiceer(verwerking=tweede_versie, openbaarheid="openbaar", door=po, nu=nu)
    assert client.get(f"{ADRES}/versies/2").status_code == 200
    assert client.get(f"{ADRES}/versies/1").status_code == 404


def test_kleine_letters_in_het_nummer_leiden_naar_het_vaste_adres(client, verwerking):
    antwoord = client.get("/leiden/verwerkingen/vw-2026-0001.json")
    assert (antwoord.status_code, antwoord["Location"]) == (302, f"{ADRES}.json")


@pytest.mark.parametrize(
    ("accept", "soort"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("application/json", "application/json"),
        ("application/ld+json", "application/ld+json"),
        ("application/ld+json;q=0.9, application/json;q=0.1", "application/ld+json"),
        ("image/png", "text/html"),
        ("onzin", "text/html"),
    ],
)
def test_wie_vraagt_bepaalt_de_vorm(client, verwerking, accept, soort):
    antwoord = client.get(ADRES, headers={"accept": accept})
    assert antwoord["Content-Type"].startswith(soort)
    assert "Accept" in antwoord["Vary"]


def test_json_noemt_vaste_adressen_en_geen_interne_velden(client, tweede_versie):
    gegevens = json.loads(tekst(client.get(f"{ADRES}.json")))
    assert gegevens["uri"].endswith(ADRES)
    assert gegevens["versie_uri"].endswith(f"{ADRES}/versies/2")
    assert gegevens["gemeente"]["tooi"].endswith("/gm0546")
    assert gegevens["inhoud"]["doelen"][0]["wet"] == "Gemeentewet"
    assert not {"notitie", "systemen", "maatregelen", "autorisaties", "vernietigingen"} & set(
        gegevens["inhoud"]
    )
    assert json.loads(tekst(client.get(f"{ADRES}/versies/1.json")))["geldt_nu"] is False


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_jsonld_is_leesbaar_als_dpv(client, verwerking):
    graaf = Dataset(default_union=True)
    graaf.parse(data=tekst(client.get(f"{ADRES}.jsonld")), format="json-ld")
    proces = URIRef("https://w3id.org/dpv#Process")
    [versie] = graaf.subjects(RDF.type, proces)
    assert str(versie).endswith(f"{ADRES}/versies/1")
    soorten = {str(soort) for soort in graaf.objects(None, RDF.type)}
    assert "https://w3id.org/dpv/legal/eu/gdpr#A6-1-e" in soorten
    assert {f"https://w3id.org/dpv#{s}" for s in ("PersonalData", "DataSubject", "DataProcessor")} <= soorten


@pytest.mark.parametrize("adres", [ADRES, f"{ADRES}.json", f"{ADRES}.jsonld", f"{ADRES}/versies/1"])
def test_een_pagina_kost_hooguit_drie_queries(client, tweede_versie, adres, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        antwoord = client.get(adres)
    assert antwoord.status_code == 200
    assert not antwoord.cookies


def test_ook_wie_is_ingelogd_krijgt_de_openbare_pagina(client_als, verwerking):
    assert tekst(client_als("privacy_officer").get(ADRES)) == tekst(client_als("anoniem").get(ADRES))


def test_buiten_de_eer_noemt_land_en_waarborg(client, wereld, nu):
    weg = (
        replace(
            VOLLEDIG.ontvangers[0],
            land="JP",
            mechanisme="adequaatheidsbesluit",
            mechanisme_toelichting="De leverancier is een bedrijf; het besluit geldt voor bedrijven.",
        ),
    )
    maak_openbaar(wereld, nu, ontvangers=weg)
    html = tekst(client.get(ADRES))
    assert "Leverancier parkeersysteem in Japan" in html
    assert "De Europese Commissie vindt" in html


def test_vijandige_tekst_wordt_tekst(client, wereld, nu):
    maak_openbaar(
        wereld, nu, naam="<script>alert(1)</script>", privacyverklaring="<img src=x onerror=alert(1)>"
    )
    html = tekst(client.get(ADRES))
    assert "<script>alert" not in html
    assert "<img src=x" not in html


@pytest.mark.parametrize(
    ("adres", "goed"),
    [
        ("https://gemeente.test/privacy", True),
        (" http://gemeente.test ", True),
        ("javascript:alert(1)", False),
        ("//elders.test", False),
        ("data:text/html,x", False),
        ("https://[kapot", False),
        ("", False),
    ],
)
def test_alleen_een_adres_van_het_web_wordt_een_link(adres, goed):
    assert bool(veilige_link(adres)) is goed


@pytest.mark.parametrize(
    ("regime", "grondslagen", "computer", "artikelen"),
    [
        ("avg", {"6-1-e"}, False, {"AVG 21"}),
        ("avg", {"6-1-c"}, False, set()),
        ("avg", {"6-1-a"}, False, {"AVG 20", "AVG 7 lid 3"}),
        ("avg", {"6-1-b"}, True, {"AVG 20", "AVG 22"}),
        ("avg", {"6-1-c", "6-1-f"}, False, {"AVG 21"}),
    ],
)
def test_welke_rechten_er_zijn_volgt_uit_de_grondslag(regime, grondslagen, computer, artikelen):
    altijd = {"AVG 13 en 14", "AVG 15", "AVG 16", "AVG 17", "AVG 18"}
    gekregen = [recht.artikel for recht in rechten_bij(regime, grondslagen, computer)]
    assert set(gekregen) == altijd | artikelen
    assert len(gekregen) == len(set(gekregen))


def test_bij_politiegegevens_gelden_de_rechten_van_de_wpg():
    assert all(r.artikel.startswith("Wpg") for r in rechten_bij("wpg", {"wpg-8"}, False))


def test_een_bijna_lege_oude_versie_blijft_leesbaar():
    kaal = Inhoud(naam="Oud", bewaartermijnen=(Bewaartermijn(regel=1, blijvend=True, bron="eigen"),))
    beschrijving = beschrijf(kaal, OP)
    assert beschrijving.termijnen[0].hoe_lang.startswith("Altijd")
    assert beschrijving.groepen == ()
