"""De pagina van een stuk: wat geldt, wat er mist, en alleen wat deze persoon mag."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile

from leidraad.dossiers.handelingen import voeg_bijlage_toe
from leidraad.registers.beleid import handelingen
from leidraad.registers.beleid.inhoud import Inhoud, Versieinhoud
from leidraad.registers.beleid.tests import hulp
from leidraad.registers.beleid.tests.schermen.conftest import VANAF, tekst, url


def test_de_pagina_zegt_wat_geldt_sinds_wanneer_en_door_wie(po, beleid):
    pagina = tekst(po.get(url(beleid)))
    assert "College van burgemeester en wethouders" in pagina
    assert "5 januari 2026" in pagina
    assert "Z/26/123" in pagina
    assert "Zo gaan wij om met persoonsgegevens." in pagina


def test_markdown_wordt_opgemaakt_en_html_nooit_uitgevoerd(po, wereld, nu):
    boos = "# Doel\n\n<script>alert(1)</script> "
    boos += "<img src=x onerror=alert(1)> [klik](javascript:alert(1)) **let op**"
    stuk = hulp.maak(wereld, nu, versie=Versieinhoud(tekst=boos))
    pagina = tekst(po.get(url(stuk)))
    assert "<h3>Doel</h3>" in pagina
    assert "<strong>let op</strong>" in pagina
    assert "<script>alert" not in pagina
    assert "<img src=x" not in pagina
    assert 'href="javascript' not in pagina


def test_een_nieuwe_versie_laat_de_oude_gelden_tot_zij_begint(po, wereld, beleid, nu):
    hulp.stel_vast(wereld, beleid, date(2026, 11, 23), nu, geldig_vanaf=date(2027, 1, 1))
    pagina = tekst(po.get(url(beleid)))
    assert "Er komt een nieuwe versie" in pagina
    assert "1 januari 2027" in pagina
    assert "5 januari 2026" in pagina
    assert "1-1-2027" in pagina or "01-01-2027" in pagina


def test_een_stuk_dat_is_vervangen_wijst_naar_zijn_opvolger(po, wereld, beleid, nu):
    oud = hulp.maak(wereld, nu, Inhoud(naam="Regeling", soort="beleid", eigenaar="privacy_officer"))
    hulp.stel_vast(wereld, oud, date(2025, 1, 1), nu)
    hulp.stel_vast(wereld, beleid, date(2026, 11, 2), nu, trekt_in=(oud,))
    pagina = tekst(po.get(url(oud)))
    assert "Dit stuk geldt niet meer" in pagina
    assert beleid.dossier.titel in pagina
    assert po.get(url(oud)).context["tekort"] == []
    assert "Trok in" in tekst(po.get(url(beleid)))


def test_de_pagina_noemt_een_volgende_stap_en_wat_nog_nodig_is(po, concept):
    antwoord = po.get(url(concept.stuk))
    assert antwoord.context["volgende"].tekst == "Toetsen"
    assert [t.tekst for t in antwoord.context["tekort"]] == [
        "Toets het stuk aan alle tien de uitgangspunten.",
        "Leg vast wie het concept heeft vastgesteld.",
    ]


@pytest.mark.regel("1.1.6")
def test_een_beoordeling_die_voorbij_is_staat_in_rood_en_is_de_volgende_stap(po, wereld, nu):
    stuk = hulp.maak(wereld, nu)
    hulp.stel_vast(wereld, stuk, VANAF, nu, beoordelen_voor=nu.date() - timedelta(days=1))
    antwoord = po.get(url(stuk))
    assert antwoord.context["volgende"].tekst == "Opnieuw beoordelen"
    assert "1 dag te laat" in tekst(antwoord)


def test_een_medewerker_leest_en_ziet_niets_om_te_doen(client_als, beleid):
    antwoord = client_als("medewerker").get(url(beleid))
    assert antwoord.status_code == 200
    assert antwoord.context["acties"] == []
    assert "Wat u kunt doen" not in tekst(antwoord)


@pytest.mark.regel("1.1.2")
def test_de_griffie_staat_erbij_zodra_er_een_is(po, wereld, beleid, nu):
    assert "Griffie</h2>" not in tekst(po.get(url(beleid)))
    hulp.griffie(wereld)
    assert "Leg het besluit van de griffie vast." in tekst(po.get(url(beleid)))
    handelingen.pas_toe_op_griffie(
        stuk=beleid, besluitdatum=date(2026, 2, 1), kenmerk="WGC 3", door=wereld.lid("privacy_officer"), nu=nu
    )
    pagina = tekst(po.get(url(beleid)))
    assert "Leg het besluit van de griffie vast." not in pagina
    assert "WGC 3" in pagina


def test_een_ander_ziet_niet_dat_het_stuk_bestaat(client_als, beleid):
    elders = client_als("privacy_officer_elders")
    for rest in ("", "overleg/", "kennisname/", "versies/1/", "vaststellen/", "conformiteit/"):
        assert elders.get(url(beleid, rest)).status_code == 404, rest


def test_oude_versies_blijven_leesbaar_en_een_versie_die_er_niet_is_bestaat_niet(po, wereld, beleid, nu):
    hulp.stel_vast(wereld, beleid, date(2026, 11, 2), nu)
    assert "Ingetrokken" in tekst(po.get(url(beleid, "versies/1/")))
    assert po.get(url(beleid, "versies/9/")).status_code == 404
    assert po.get(url(beleid, "versies/99999999999999999999/")).status_code == 404


def test_een_bestand_hoort_bij_de_tekst(po, wereld, concept, nu):
    bijlage = voeg_bijlage_toe(
        concept.stuk.dossier, naam="procedure.txt", bestand=ContentFile(b"Zo doen wij het."),
        door=wereld.lid("privacy_officer"), nu=nu,
    )  # fmt: skip
    concept.bestand = bijlage
    concept.save()
    assert "procedure.txt" in tekst(po.get(url(concept.stuk)))


@pytest.mark.parametrize("rol", ["privacy_officer", "medewerker", "teammanager"])
def test_de_pagina_vraagt_een_vast_aantal_keren_iets_aan_de_database(
    client_als, wereld, beleid, nu, django_assert_max_num_queries, rol
):
    for _ in range(3):
        hulp.stel_vast(wereld, beleid, date(2026, 11, 2), nu)
    versie = beleid.versies.first()
    handelingen.vraag_kennisname(versie=versie, vraagt=True, door=wereld.lid("privacy_officer"), nu=nu)
    browser = client_als(rol)
    with django_assert_max_num_queries(20):
        browser.get(url(beleid))
