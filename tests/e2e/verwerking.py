"""What people do with one verwerking on the screens, in the words that they read there."""

import re
from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

Veld = str | bool


def open_sectie(page: Page, dossier: str, sectie: str) -> None:
    """Open the form of one section from the dossier page."""
    page.goto(dossier)
    page.get_by_role("main").get_by_role("link", name=re.compile(rf"^Bewerken ?: {sectie}$")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(sectie)


def rij(page: Page, titel: str) -> Locator:
    """The folded row whose title contains these words."""
    return page.locator("details.ld-rij").filter(
        has=page.locator("summary").filter(has_text=re.compile(re.escape(titel), re.IGNORECASE))
    )


def vul(waar: Page | Locator, velden: Mapping[str, Veld]) -> None:
    """Fill fields by their label: text is typed, a choice is picked, a tick is set."""
    for label, waarde in velden.items():
        veld = waar.get_by_label(re.compile(rf"^{re.escape(label)}")).first
        soort = veld.evaluate("e => e.type || e.tagName.toLowerCase()")
        if soort in ("checkbox", "radio"):
            veld.set_checked(bool(waarde))
        elif soort == "select-one":
            veld.select_option(label=str(waarde))
        else:
            veld.fill(str(waarde))


def kies(waar: Page | Locator, vraag: str, antwoord: str) -> None:
    """Answer a question that has its answers beside each other."""
    waar.get_by_role("group", name=vraag).get_by_label(antwoord, exact=True).check()


def bewaar(page: Page) -> None:
    """Save the section and read that it was saved."""
    page.get_by_role("main").get_by_role("button", name="Opslaan", exact=True).last.click()
    expect(page.get_by_role("status").filter(has_text="opgeslagen")).to_be_visible()


def nieuw(page: Page, gemeente: str, eenheid: str, naam: str) -> str:
    """Make an empty verwerking through the screen; the address of its dossier."""
    page.goto("/werk/verwerkingen/nieuw/")
    hoofd = page.get_by_role("main")
    vul(hoofd, {"Naam": naam, "Gemeente": gemeente})
    hoofd.get_by_label("Eenheid").select_option(label=f"{eenheid} ({gemeente})")
    hoofd.get_by_role("button", name="Verwerking maken").click()
    page.wait_for_url(re.compile("VW-"))
    gevonden = re.search(r"/werk/[a-z]+/verwerkingen/VW-[0-9-]+/", page.url)
    assert gevonden, page.url
    return gevonden[0]


def doe_stap(page: Page, dossier: str, link: str, knop: str, **velden: Veld) -> None:
    """Take a step in the life of a verwerking: its link on the dossier, its form, its button."""
    page.goto(dossier)
    page.get_by_role("main").get_by_role("link", name=link, exact=True).first.click()
    vul(page.get_by_role("main"), velden)
    page.get_by_role("main").get_by_role("button", name=knop, exact=True).click()
    expect(page.get_by_role("main").get_by_role("status").first).to_be_visible()
