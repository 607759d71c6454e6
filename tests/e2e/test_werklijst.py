"""The work list: hand work over and take it back, and see its terms in one's own calendar."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accounts import MEDEWERKER, PO, PO2
from tests.e2e.conftest import BREED, SMAL
from tests.e2e.datalek import beoordeel, meld

pytestmark = pytest.mark.e2e

Ingelogd = Callable[..., Page]
SECTIES = ("feiten", "tijdlijn", "wie_en_wat", "gevolgen", "informeren")
STAPPEN = ("overleg", "risico", "ap", "informeren", "brieven", "afsluiten", "acties", "koppelen", "plaatsing")
VAN_DOSSIER = ("", *(f"{stap}/" for stap in STAPPEN), *(f"bewerken/{sectie}/" for sectie in SECTIES))
LOS = (
    *(f"/werk/werklijst/{vraag}" for vraag in ("", "?wie=team", "?wie=alles", "?status=gedaan", "agenda/")),
    *(f"/werk/datalekken/{deel}" for deel in ("", "patronen/", "sjablonen/", "meldlinks/", "bewaartermijn/")),
    "/werk/mijn-berichten/",
)


def test_een_taak_gaat_naar_een_collega_en_komt_terug(
    ingelogd: Ingelogd, toegankelijk: Callable[[Page], None]
) -> None:
    po, collega = ingelogd(PO), ingelogd(PO2)
    nummer = meld(ingelogd(MEDEWERKER), f"Een usb-stick lag in de hal. {time.time()}")
    po.goto("/werk/werklijst/")
    rij = po.get_by_role("main").get_by_role("row").filter(has_text=nummer)
    expect(rij).to_contain_text("Teammanager Burgerzaken (Leiden)")
    rij.get_by_role("link", name=re.compile("^Toewijzen")).click()
    toegankelijk(po)
    wie = po.get_by_label(re.compile("^Wie gaat dit doen"))
    wie.select_option(wie.locator("option", has_text="Privacy Officer 2").get_attribute("value"))
    po.get_by_role("main").get_by_role("button", name="Toewijzen").click()
    collega.goto("/werk/werklijst/")
    bij_collega = collega.get_by_role("main").get_by_role("row").filter(has_text=nummer)
    expect(bij_collega).to_contain_text("Teammanager Burgerzaken (Leiden)")

    po.goto("/werk/werklijst/?wie=team")
    po.get_by_role("main").get_by_role("row").filter(has_text=nummer).get_by_role(
        "button", name=re.compile("^Terugnemen")
    ).click()
    po.goto("/werk/werklijst/")
    expect(po.get_by_role("main").get_by_role("row").filter(has_text=nummer)).to_be_visible()
    beoordeel(po, f"/werk/leiden/datalekken/{nummer}/")
    po.goto("/werk/werklijst/?status=gedaan")
    klaar = po.get_by_role("main").get_by_role("row").filter(has_text=nummer)
    expect(klaar).to_contain_text("Privacy Officer 1")


def test_de_agenda_werkt_tot_hij_wordt_gestopt(ingelogd: Ingelogd, bladzijde: Ingelogd) -> None:
    nummer = meld(ingelogd(MEDEWERKER), f"Een lijst met het woord waterkoker hing op. {time.time()}")
    po, buiten = ingelogd(PO), bladzijde()
    po.goto("/werk/werklijst/")
    po.get_by_role("link", name="In uw agenda").click()
    po.get_by_role("button", name=re.compile("adres maken")).first.click()
    adres = po.get_by_label("Adres van uw agenda").input_value()
    pad = "/agenda/" + adres.rsplit("/agenda/", 1)[1]
    agenda = buiten.request.get(pad)
    assert agenda.ok
    assert agenda.headers["content-type"].startswith("text/calendar")
    assert "BEGIN:VCALENDAR" in agenda.text()
    assert nummer in agenda.text()
    assert "waterkoker" not in agenda.text()
    po.once("dialog", lambda vraag: vraag.accept())
    po.get_by_role("button", name="Agenda stoppen").click()
    expect(po.get_by_role("button", name="Agenda-adres maken")).to_be_visible()
    assert buiten.request.get(pad).status in (404, 410)


@pytest.mark.parametrize("scherm", [SMAL, BREED], ids=["320", "1280"])
def test_de_nieuwe_paginas_passen_en_zijn_toegankelijk(
    ingelogd: Ingelogd, toegankelijk: Callable[[Page], None], scherm: dict[str, int]
) -> None:
    melder = ingelogd(MEDEWERKER, scherm=scherm)
    nummer = meld(melder, f"Een scherm stond open aan de balie. {time.time()}")
    toegankelijk(melder)
    for pad in ("/werk/datalekken/melden/", "/werk/datalekken/mijn-meldingen/"):
        melder.goto(pad)
        toegankelijk(melder)
    po, dossier = ingelogd(PO, scherm=scherm), f"/werk/leiden/datalekken/{nummer}/"
    po.goto(f"{dossier}triage/")
    toegankelijk(po)
    beoordeel(po, dossier)
    for pad in (
        *(dossier + staart for staart in VAN_DOSSIER),
        *LOS,
        f"/werk/leiden/dossiers/{nummer}/journaal/",
    ):
        antwoord = po.goto(pad)
        assert antwoord is not None
        assert antwoord.status == 200, pad
        toegankelijk(po)
