"""The wrong role and the other municipality: a clear Dutch page, and nothing of the content."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accounts import BEHEERDER, MEDEWERKER, PO, TEAMLEIDER
from tests.e2e.verwerking import nieuw

pytestmark = pytest.mark.e2e


def test_een_andere_gemeente_bestaat_niet(ingelogd: Callable[..., Page]) -> None:
    dossier = nieuw(ingelogd(PO), "Leiden", "Team Burgerzaken", "Geheim voor buren")
    buur = ingelogd(TEAMLEIDER)
    antwoord = buur.goto(dossier)
    assert antwoord is not None
    assert antwoord.status == 404
    expect(buur.get_by_role("heading", level=1)).to_contain_text("Deze pagina is er niet")
    buur.goto("/werk/verwerkingen/?q=geheim")
    expect(buur.get_by_role("main")).not_to_contain_text("Geheim voor buren")
    buur.goto("/werk/zoeken/?q=geheim")
    expect(buur.get_by_role("main")).not_to_contain_text("Geheim voor buren")


@pytest.mark.parametrize("pad", ["verwerkingen/importeren/", "beheer/leiden/importeren/"])
def test_de_verkeerde_rol_krijgt_uitleg(ingelogd: Callable[..., Page], pad: str) -> None:
    page = ingelogd(MEDEWERKER)
    antwoord = page.goto(f"/werk/{pad}")
    assert antwoord is not None
    assert antwoord.status in (403, 404)
    assert page.locator("html").get_attribute("lang") == "nl"
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("body")).not_to_contain_text("Forbidden")
    expect(page.get_by_role("link").filter(visible=True).first).to_be_visible()


def test_wie_niet_is_ingelogd_komt_na_inloggen_op_de_goede_plek(bladzijde: Callable[..., Page]) -> None:
    page = bladzijde()
    page.goto("/werk/verwerkingen/?gemeente=leiden")
    page.get_by_label("E-mailadres").fill(MEDEWERKER.email)
    page.get_by_label("Wachtwoord").first.fill("verkeerd wachtwoord")
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("main").get_by_role("alert").first).to_be_visible()
    page.get_by_label("Wachtwoord").first.fill(MEDEWERKER.wachtwoord)
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()
    page.wait_for_url("**/werk/verwerkingen/?gemeente=leiden")


def test_de_beheerder_leest_de_organisatie_in_en_ziet_geen_inhoud(
    ingelogd: Callable[..., Page], tmp_path: Path
) -> None:
    dossier = nieuw(ingelogd(PO), "Oegstgeest", "Afdeling Ruimte", "Kapvergunningen")
    page = ingelogd(BEHEERDER)
    page.goto("/werk/")
    page.get_by_role("link", name="Organisatie", exact=True).click()
    page.get_by_role("main").get_by_role("link", name="Zoeterwoude").click()
    page.get_by_role("main").get_by_role("link", name="Importeren").first.click()
    eenheden = tmp_path / "eenheden.csv"
    eenheden.write_text(
        "gemeente,eenheid,soort,bovenliggend,van,tot\n"
        "zoeterwoude,Gemeente Zoeterwoude,organisatie,,2020-01-01,\n"
        "zoeterwoude,Cluster Nieuwe Taken,cluster,Gemeente Zoeterwoude,2026-01-01,\n"
        "zoeterwoude,Onbekend,vereniging,Gemeente Zoeterwoude,2026-01-01,\n"
    )
    page.get_by_label("Eenheden").set_input_files(eenheden)
    page.get_by_role("button", name="Bekijk wat er gebeurt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit gaat er gebeuren")
    expect(page.get_by_role("main")).to_contain_text("vereniging")
    page.get_by_role("main").get_by_label("Ja, ik weet zeker").check()
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_role("main")).to_contain_text("Cluster Nieuwe Taken")

    antwoord = page.goto(dossier)
    assert antwoord is not None
    assert antwoord.status == 404
    page.goto("/werk/zoeken/?q=kapvergunningen")
    expect(page.get_by_role("main")).not_to_contain_text("VW-")
