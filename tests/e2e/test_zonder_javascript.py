"""Everything works without JavaScript: it only makes things smoother."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accounts import PO
from tests.e2e.verwerking import bewaar, nieuw, open_sectie, rij, vul

pytestmark = pytest.mark.e2e


def test_een_inwoner_zoekt_filtert_en_leest(bladzijde: Callable[..., Page]) -> None:
    page = bladzijde(javascript=False)
    page.goto("/")
    page.get_by_role("link", name="Leiden", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Uw rechten")
    page.get_by_role("link", name="Bekijk het hele register").click()
    page.get_by_role("searchbox").or_(page.get_by_role("main").get_by_role("textbox")).first.fill("paspoort")
    page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_role("main").get_by_role("row").get_by_role("link", name="Paspoorten").first.click()
    lees = page.get_by_role("main")
    for vraag in ("Waarom", "Hoe lang", "uw rechten"):
        expect(lees).to_contain_text(vraag)
    eigen = page.url
    page.goto("/leiden/verwerkingen/?q=bestaatechtniet")
    expect(page.get_by_role("main")).to_contain_text("Niets gevonden")
    assert page.request.get(f"{eigen}.json").ok


def test_een_sectie_bewerken_met_rijen_en_fouten(ingelogd: Callable[..., Page]) -> None:
    page = ingelogd(PO, javascript=False)
    dossier = nieuw(page, "Leiden", "Team Burgerzaken", "Zonder script bewerken")
    open_sectie(page, dossier, "Doelen en grondslagen")
    page.get_by_role("button", name="Doel toevoegen").click()
    vul(rij(page, "Doel 1"), {"Wat wilt u bereiken?": "Het eerste doel"})
    page.get_by_role("button", name="Doel toevoegen").click()
    expect(rij(page, "Doel 1").get_by_label("Wat wilt u bereiken?")).to_have_value("Het eerste doel")
    vul(rij(page, "Doel 2"), {"Wat wilt u bereiken?": "Het tweede doel"})
    rij(page, "Doel 1").get_by_role("button", name="Verwijderen").click()
    bewaar(page)
    page.goto(dossier)
    expect(page.get_by_role("main")).to_contain_text("Het tweede doel")
    expect(page.get_by_role("main")).not_to_contain_text("Het eerste doel")

    open_sectie(page, dossier, "Algemeen")
    vul(page.get_by_role("main"), {"Begint op": "2026-05-01", "Eindigt op": "2025-05-01",
                                   "Wettelijke taak": "Dit moet blijven staan"})  # fmt: skip
    page.get_by_role("main").get_by_role("button", name="Opslaan", exact=True).last.click()
    expect(page.get_by_role("main")).to_contain_text("De einddatum ligt vóór de begindatum")
    expect(page.get_by_label("Wettelijke taak")).to_have_value("Dit moet blijven staan")
