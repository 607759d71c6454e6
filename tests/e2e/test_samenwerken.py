"""People who work on the same verwerking: nobody loses a word, and everybody sees who decides."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accounts import FG, GRIFFIER, MEDEWERKER_GRIFFIE, PO, TEAMMANAGER
from tests.e2e.verwerking import bewaar, doe_stap, nieuw, open_sectie, vul

pytestmark = pytest.mark.e2e

TEAM = "Team Burgerzaken"
OMSCHRIJVING = "Wat doet u met de gegevens?"
Ingelogd = Callable[..., Page]


def test_wie_als_tweede_opslaat_ziet_wat_er_veranderde_en_kiest(ingelogd: Ingelogd) -> None:
    een, twee = ingelogd(PO), ingelogd(TEAMMANAGER)
    dossier = nieuw(een, "Leiden", TEAM, "Trouwambtenaren inplannen")
    open_sectie(een, dossier, "Algemeen")
    open_sectie(twee, dossier, "Algemeen")
    vul(een.get_by_role("main"), {OMSCHRIJVING: "Wij maken een rooster.", "Wettelijke taak": "Huwelijk"})
    bewaar(een)
    vul(twee.get_by_role("main"), {OMSCHRIJVING: "Wij plannen de trouwambtenaren in."})
    twee.get_by_role("main").get_by_role("button", name="Opslaan", exact=True).last.click()

    expect(twee.get_by_role("heading", level=1)).to_have_text("Iemand was u voor")
    keuzes = twee.get_by_role("main")
    expect(keuzes).to_contain_text("Privacy Officer 1")
    expect(keuzes).to_contain_text("Wij maken een rooster.")
    expect(keuzes).to_contain_text("Wij plannen de trouwambtenaren in.")
    mijn = keuzes.get_by_role("group").filter(has_text="Wij plannen de trouwambtenaren in.")
    mijn.get_by_label("Mijn invoer opslaan").check()
    for ander in keuzes.get_by_role("group").filter(has_text="Huwelijk").all():
        ander.get_by_label("Opgeslagen versie houden").check()
    keuzes.get_by_role("button", name="Keuzes opslaan").click()
    expect(twee.get_by_role("status").filter(has_text="opgeslagen")).to_be_visible()

    een.goto(dossier)
    expect(een.get_by_role("main")).to_contain_text("Wij plannen de trouwambtenaren in.")
    expect(een.get_by_role("main")).to_contain_text("Huwelijk")


def test_een_verlopen_sessie_kost_geen_tekst(ingelogd: Ingelogd) -> None:
    page = ingelogd(PO)
    dossier = nieuw(page, "Leiden", TEAM, "Verloren voorwerpen")
    open_sectie(page, dossier, "Algemeen")
    lang = "Wij schrijven op wie een voorwerp vond en wie het kwijt is. " * 20
    vul(page.get_by_role("main"), {OMSCHRIJVING: lang})
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("main").get_by_role("button", name="Opslaan", exact=True).last.click()

    page.get_by_label("E-mailadres").fill(PO.email)
    page.get_by_label("Wachtwoord", exact=False).first.fill(PO.wachtwoord)
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Verder waar u was")
    expect(page.get_by_role("main")).to_contain_text(lang.strip())
    page.get_by_role("button", name="Verstuur wat ik had ingevuld").click()
    expect(page.get_by_role("status").filter(has_text="opgeslagen")).to_be_visible()
    page.goto(dossier)
    expect(page.get_by_role("main")).to_contain_text(lang.strip())


def test_de_fg_adviseert_en_de_manager_reageert(ingelogd: Ingelogd) -> None:
    po, fg, manager = ingelogd(PO), ingelogd(FG), ingelogd(TEAMMANAGER)
    dossier = nieuw(po, "Leiden", TEAM, "Bezoekers tellen met sensoren")
    fg.goto(dossier)
    fg.get_by_role("link", name="Overleg en bijlagen").click()
    fg.get_by_role("link", name="Advies geven").click()
    vul(fg.get_by_role("main"), {"Advies": "Tel zonder telefoons te volgen."})
    fg.get_by_role("main").get_by_role("button", name=re.compile("^Advies")).click()

    manager.goto(dossier)
    manager.get_by_role("link", name="Overleg en bijlagen").click()
    expect(manager.get_by_role("main")).to_contain_text("Tel zonder telefoons te volgen.")
    manager.get_by_role("link", name="Reageren op dit advies").click()
    hoofd = manager.get_by_role("main")
    hoofd.get_by_role("radio").first.check()
    vul(hoofd, {"Toelichting": "Wij gebruiken een teller bij de deur."})
    hoofd.get_by_role("button").last.click()

    fg.goto(f"{dossier}overleg/")
    expect(fg.get_by_role("main")).to_contain_text("Wij gebruiken een teller bij de deur.")
    fg.goto(dossier)
    expect(fg.get_by_role("main").get_by_role("link", name="Bewerken")).to_have_count(0)


def test_terugsturen_geeft_de_redenen_aan_de_manager(ingelogd: Ingelogd) -> None:
    po, manager = ingelogd(PO), ingelogd(TEAMMANAGER)
    dossier = nieuw(manager, "Leiden", TEAM, "Naamswijziging doorgeven")
    doe_stap(manager, dossier, "Ter toetsing aanbieden", "Ter toetsing aanbieden")
    po.goto(dossier)
    po.get_by_role("link", name="Terugsturen", exact=True).click()
    po.get_by_role("button", name="Terugsturen", exact=True).click()
    expect(po.get_by_role("main")).to_contain_text("Schrijf op wat er anders moet.")
    vul(po.get_by_role("main"), {"Wat moet er anders": "Leg uit wie de nieuwe naam krijgt."})
    po.get_by_role("button", name="Terugsturen", exact=True).click()

    manager.goto("/werk/")
    manager.get_by_role("link", name="Naamswijziging doorgeven").first.click()
    expect(manager.get_by_role("main")).to_contain_text("Teruggestuurd")
    expect(manager.get_by_role("main")).to_contain_text("Leg uit wie de nieuwe naam krijgt.")


def test_een_overgedragen_taak_laat_de_verantwoordelijke_staan(ingelogd: Ingelogd) -> None:
    griffier, medewerker = ingelogd(GRIFFIER), ingelogd(MEDEWERKER_GRIFFIE)
    dossier = nieuw(griffier, "Leiden", "Griffie", "Insprekers ontvangen")
    bewerken = medewerker.get_by_role("main").get_by_role("link", name="Bewerken")
    medewerker.goto(dossier)
    expect(bewerken).to_have_count(0)

    griffier.goto("/werk/overdrachten/")
    hoofd = griffier.get_by_role("main")
    hoofd.get_by_label("Voor welke eenheid?").select_option(label="Griffie (griffie)")
    hoofd.get_by_label("Wie voert de taak uit?").select_option(label="Medewerker Griffie (Leiden)")
    hoofd.get_by_label("Welke taak").fill("Het register bijhouden")
    hoofd.get_by_role("button", name="Taak overdragen").click()
    expect(griffier.get_by_role("status").filter(has_text="U blijft verantwoordelijk.")).to_be_visible()

    medewerker.goto(dossier)
    expect(bewerken.first).to_be_visible()
    open_sectie(medewerker, dossier, "Algemeen")
    vul(medewerker.get_by_role("main"), {OMSCHRIJVING: "Wij schrijven insprekers in."})
    bewaar(medewerker)
    medewerker.goto(dossier)
    expect(medewerker.get_by_role("main")).to_contain_text("Wij schrijven insprekers in.")
    verantwoordelijk = medewerker.get_by_role("term").filter(has_text=re.compile("^Verantwoordelijk$"))
    expect(verantwoordelijk.locator("..")).to_contain_text("Griffier (Leiden)")
