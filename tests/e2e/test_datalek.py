"""A breach from the report on a phone until it is closed, and what everybody sees of it."""

import re
import time
from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from tests.e2e.accounts import MEDEWERKER, PO
from tests.e2e.conftest import SMAL, Server
from tests.e2e.datalek import beoordeel, beslis, meld, moment, rijen, vul_sectie
from tests.e2e.verwerking import bewaar, open_sectie, rij, vul

pytestmark = pytest.mark.e2e

Ingelogd = Callable[..., Page]
WAT = f"Een brief over zorg met het woord kwetterlijster ging naar een verkeerd adres. {time.time()}"


def test_van_melding_op_de_telefoon_tot_afgesloten(
    ingelogd: Ingelogd, toegankelijk: Callable[[Page], None], server: Server
) -> None:
    melder = ingelogd(MEDEWERKER, scherm=SMAL, javascript=False)
    nummer = meld(melder, WAT, **{"Over wie gaan de gegevens?": "Inwoners met zorg", "Over hoeveel": "40"})
    ontvangst = melder.get_by_role("main")
    expect(ontvangst).to_contain_text(nummer)
    expect(ontvangst).to_contain_text("72 uur")
    expect(ontvangst).to_contain_text("Gemeld")

    po, dossier = ingelogd(PO), f"/werk/leiden/datalekken/{nummer}/"
    po.goto("/werk/werklijst/")
    bovenaan = po.get_by_role("main").get_by_role("row").filter(has_text=nummer)
    expect(bovenaan).to_contain_text("Datalek beoordelen")
    for staart in ("", "triage/", "risico/", "ap/", "informeren/", "brieven/", "overleg/"):
        po.goto(dossier + staart)
        expect(po.get_by_role("main")).to_contain_text("Uiterste grens")
    po.goto(f"/werk/datalekken/?q={nummer}")
    expect(po.get_by_role("main").get_by_role("row").filter(has_text=nummer)).to_contain_text(
        re.compile("uur|dag")
    )
    beoordeel(po, dossier)
    _vul_alles_in(po, dossier)
    beslis(po, dossier, "Hoog risico")
    toegankelijk(po)
    _meld_bij_de_ap(po, dossier, toegankelijk)
    _licht_in(po, dossier, toegankelijk)
    _verbeter(po, dossier)

    po.goto(f"{dossier}afsluiten/")
    expect(po.get_by_role("main")).to_contain_text("Alles is ingevuld")
    po.get_by_role("main").get_by_role("button").last.click()
    po.goto(dossier)
    expect(po.get_by_role("main")).to_contain_text("Afgesloten")

    melder.reload()
    expect(melder.get_by_role("main")).to_contain_text("Afgesloten")
    expect(melder.get_by_role("main")).not_to_contain_text("Een lijst met twee kolommen")
    _journaal_vertelt_alles(po, dossier, server)
    _post_zonder_inhoud(nummer, server)


def _vul_alles_in(po: Page, dossier: str) -> None:
    open_sectie(po, dossier, "Wanneer")
    vul(po.get_by_role("main"), {"Wanneer begon het?": moment(-2), "Wanneer is het ontdekt?": moment(-5)})
    po.get_by_role("main").get_by_role("button", name="Opslaan", exact=True).last.click()
    expect(po.get_by_role("main")).to_contain_text("Het is ontdekt voordat het gebeurde.")
    expect(po.get_by_label("Wanneer begon het?")).not_to_have_value("")
    vul(po.get_by_role("main"), {"Wanneer begon het?": moment(-6)})
    bewaar(po)
    vul_sectie(po, dossier, "Wat is er gebeurd", {
        "Korte naam": "Brief naar verkeerd adres", "Hoe kon het gebeuren?": "Vergissing van een medewerker",
        "Wat voor incident is het?": "Verkeerd verzonden of afgegeven",
        "Iemand zag of kreeg gegevens": True,
    })  # fmt: skip
    vul_sectie(po, dossier, "Gevolgen en maatregelen", {
        "Wat kan dit voor mensen betekenen?": "Een vreemde weet wie zorg krijgt.",
        "Wat hebt u gedaan": "De brieven zijn teruggehaald.",
        "Wat doet u om herhaling": "Een lijst met twee kolommen.",
    })  # fmt: skip
    open_sectie(po, dossier, "Over wie en welke gegevens")
    groep = rij(po, "Inwoners met zorg")
    vul(groep, {"Hoeveel mensen minstens?": "50", "Hoeveel mensen hoogstens?": "40"})
    po.get_by_role("main").get_by_role("button", name="Opslaan", exact=True).last.click()
    expect(po.get_by_role("main")).to_contain_text("Het kleinste aantal is groter dan het grootste aantal.")
    vul(groep, {"Hoeveel mensen minstens?": "30"})
    po.get_by_role("button", name="Gegeven toevoegen").click()
    vul(rij(po, "Gegeven 1"), {"Welk gegeven?": "Naam en soort zorg"})
    bewaar(po)


def _meld_bij_de_ap(po: Page, dossier: str, toegankelijk: Callable[[Page], None]) -> None:
    po.goto(f"{dossier}ap/")
    toegankelijk(po)
    expect(po.get_by_role("button", name=re.compile("^Kopieer")).first).to_be_visible()
    po.get_by_role("button", name=re.compile("^Kopieer")).first.click()
    with po.expect_download() as concept:
        po.get_by_role("link", name="Download als pdf").click()
    assert concept.value.path().read_bytes().startswith(b"%PDF")
    vul(po.get_by_role("main"), {"Kenmerk van de AP": "z2026-00042"})
    po.once("dialog", lambda vraag: vraag.accept())
    po.get_by_role("button", name="Leg de melding vast").click()
    bevestig = po.get_by_role("dialog").get_by_role("button", name=re.compile("Leg|Ja|Doorgaan"))
    if bevestig.count():
        bevestig.first.click()
    po.wait_for_url(re.compile(r"/ap/1/"))
    expect(po.get_by_role("main")).to_contain_text("z2026-00042")
    toegankelijk(po)


def _licht_in(po: Page, dossier: str, toegankelijk: Callable[[Page], None]) -> None:
    po.goto(f"{dossier}brieven/")
    toegankelijk(po)
    vul(po.get_by_role("main"), {
        "Wat is er gebeurd?": "Uw brief ging naar een verkeerd adres.",
        "Om welke gegevens gaat het?": "Uw naam en welke zorg u krijgt.",
        "Wat kan dit voor de lezer betekenen?": "Iemand anders weet dit nu.",
        "Wat heeft de gemeente gedaan?": "De brief is terug.",
        "Wat kan de lezer zelf doen?": "Bel ons als u iets vreemds merkt.",
    })  # fmt: skip
    with po.expect_download() as brief:
        po.get_by_role("button", name="Download de brief").click()
    tekst = "\n".join(p.text for p in Document(BytesIO(brief.value.path().read_bytes())).paragraphs)
    assert "Uw brief ging naar een verkeerd adres." in tekst
    po.goto(f"{dossier}informeren/")
    vul(po.get_by_role("main"), {
        "Hoe hebt u de mensen ingelicht?": "Brief", "Wanneer?": moment(-0.1), "Hoeveel mensen?": "40",
        "Wat hebt u verteld?": "Wat er gebeurde.",
    })  # fmt: skip
    po.get_by_role("main").get_by_role("button", name="Vastleggen").click()
    expect(po.get_by_role("main")).to_contain_text("aan 40 mensen")


def _verbeter(po: Page, dossier: str) -> None:
    po.goto(f"{dossier}acties/")
    vul(po.get_by_role("main"), {"Wat moet er gebeuren?": "Twee mensen kijken elke brief na.",
                                 "Wie zorgt ervoor?": "Medewerker Burgerzaken (Leiden)",
                                 "Uiterlijk op": moment(24 * 30)[:10]})  # fmt: skip
    po.get_by_role("main").get_by_role("button", name="Toevoegen").click()
    expect(po.get_by_role("main")).to_contain_text("Twee mensen kijken elke brief na.")


def _journaal_vertelt_alles(po: Page, dossier: str, server: Server) -> None:
    po.goto(dossier)
    tijdlijn = po.get_by_role("main")
    for stap in ("emeld", "eoordeeld", "isico", "AP", "ngelicht", "erbeteractie", "fgesloten"):
        expect(tijdlijn).to_contain_text(stap)
    controle = server.leidraad("journaal", "controleer")
    assert controle.returncode == 0, controle.stdout + controle.stderr


def _post_zonder_inhoud(nummer: str, server: Server) -> None:
    post = rijen(
        server.map, "select onderwerp, tekst from berichten_bericht where onderwerp || tekst like ?",
        f"%{nummer}%",
    )  # fmt: skip
    assert post
    assert not [brief for brief in post if "kwetterlijster" in f"{brief}" or "Brief naar" in f"{brief}"]
