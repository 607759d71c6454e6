"""A question to the Privacy Officers: from a phone without JavaScript to an answer for everybody."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accounts import FG, MEDEWERKER, MEDEWERKER_GRIFFIE, PO, PO2
from tests.e2e.conftest import SMAL
from tests.e2e.verwerking import vul

pytestmark = pytest.mark.e2e

Ingelogd = Callable[..., Page]


def _stel(page: Page, onderwerp: str, vraag: str) -> str:
    """Ask a question; returns its number."""
    page.goto("/werk/vragen/stellen/")
    vul(page.get_by_role("main"), {"Onderwerp": onderwerp, "Uw vraag": vraag})
    page.get_by_role("button", name="Verstuur vraag").click()
    expect(page.get_by_role("main")).to_contain_text("Uw vraag is binnen.")
    nummer = re.search(r"VR-\d{4}-\d{4}", page.url)
    assert nummer
    return nummer.group()


def test_van_vraag_op_de_telefoon_naar_antwoord_en_veelgestelde_vraag(ingelogd: Ingelogd) -> None:
    vrager, po = ingelogd(MEDEWERKER, scherm=SMAL, javascript=False), ingelogd(PO)
    onderwerp = f"Een ooievaar op de foto {time.time()}"
    nummer = _stel(vrager, onderwerp, "Mag een ooievaar op de foto?")
    expect(vrager.get_by_role("main")).to_contain_text("U krijgt uiterlijk antwoord op")

    po.goto("/werk/werklijst/?gemeente=leiden&register=vragen")
    po.get_by_role("main").get_by_role("row").filter(has_text=nummer).get_by_role("link").first.click()
    po.get_by_role("button", name="Neem deze vraag").click()
    expect(po.get_by_role("main")).to_contain_text("Deze vraag ligt nu bij u.")
    vul(po.get_by_role("main"), {"Uw antwoord": "Ja, een vogel heeft geen privacy."})
    po.get_by_role("button", name="Verstuur antwoord").click()
    expect(po.get_by_role("main")).to_contain_text("Uw antwoord is verstuurd.")

    vrager.reload()
    expect(vrager.get_by_role("main")).to_contain_text("Ja, een vogel heeft geen privacy.")
    vul(vrager.get_by_role("main"), {"Wilt u nog iets vragen of toevoegen?": "En een reiger?"})
    vrager.get_by_role("button", name="Verstuur").click()
    expect(vrager.get_by_role("main")).to_contain_text("Heropend")

    po.reload()
    vul(po.get_by_role("main"), {"Uw antwoord": "Een reiger ook."})
    po.get_by_role("button", name="Verstuur antwoord").click()
    po.get_by_role("link", name="Maak een veelgestelde vraag").click()
    woorden = f"Mag er een dier op de foto? {time.time()}"
    vul(po.get_by_role("main"), {"De vraag in algemene woorden": woorden,
                                 "Het antwoord in algemene woorden": "Ja, dat mag altijd."})  # fmt: skip
    po.get_by_role("button", name="Publiceer").click()
    po.get_by_role("button", name="Sluit deze vraag").click()
    expect(po.get_by_role("main")).to_contain_text("De vraag is gesloten.")

    vrager.goto("/werk/vragen/veelgesteld/")
    vrager.get_by_text(woorden).click()
    expect(vrager.get_by_text("Ja, dat mag altijd.").first).to_be_visible()


def test_twee_collegas_antwoorden_niet_langs_elkaar(ingelogd: Ingelogd) -> None:
    een, twee = ingelogd(PO), ingelogd(PO2)
    nummer = _stel(ingelogd(MEDEWERKER), f"Tegelijk {time.time()}", "Wie is er het eerst?")
    for page in (een, twee):
        page.goto(f"/werk/leiden/vragen/{nummer}/")
    for page, tekst in ((een, "Ik was eerst."), (twee, "Ik ook, met veel woorden.")):
        vul(page.get_by_role("main"), {"Uw antwoord": tekst})
        page.get_by_role("button", name="Verstuur antwoord").click()
    expect(twee.get_by_role("main")).to_contain_text("heeft net geantwoord")
    expect(twee.get_by_role("main")).to_contain_text("Ik was eerst.")
    expect(twee.get_by_label("Uw antwoord")).to_have_value("Ik ook, met veel woorden.")
    twee.get_by_role("button", name="Verstuur antwoord").click()
    expect(twee.get_by_role("main")).to_contain_text("Uw antwoord is verstuurd.")


def test_voor_een_ander_bestaat_de_vraag_niet_en_de_fg_leest_mee(ingelogd: Ingelogd) -> None:
    nummer = _stel(ingelogd(MEDEWERKER), f"Zonnebloempit {time.time()}", "Wie mag dit lezen?")
    ander, fg = ingelogd(MEDEWERKER_GRIFFIE), ingelogd(FG)
    for pad in (f"/werk/leiden/vragen/{nummer}/", f"/werk/vragen/mijn-vragen/leiden/{nummer}/"):
        assert ander.request.get(pad).status == 404
    for pad in ("/werk/vragen/", "/werk/zoeken/?q=zonnebloempit", "/werk/werklijst/?wie=alles"):
        assert nummer not in ander.request.get(pad).text(), pad
    fg.goto(f"/werk/leiden/vragen/{nummer}/")
    expect(fg.get_by_role("main")).to_contain_text("Wie mag dit lezen?")
    expect(fg.get_by_role("button", name="Verstuur antwoord")).to_have_count(0)
