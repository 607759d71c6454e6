"""What people do with one breach on the screens, in the words that they read there."""

import re
import sqlite3
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from tests.e2e.verwerking import Veld, bewaar, kies, open_sectie, vul

FACTOREN = {
    "Hoe gevoelig zijn de gegevens?": "Zeer gevoelig",
    "Om hoeveel mensen gaat het?": "Tientallen mensen",
    "Hoe makkelijk is te zien om wie het gaat?": "Meteen te zien",
    "Hoe erg kunnen de gevolgen zijn?": "Grote gevolgen",
    "Zijn het kwetsbare mensen?": "Ja, een deel",
    "Is het nog te herstellen?": "Niet meer te herstellen",
}


def moment(uren: float) -> str:
    """A moment so many hours from now, as a date field takes it."""
    toen = datetime.now(ZoneInfo("Europe/Amsterdam")) + timedelta(hours=uren)
    return f"{toen:%Y-%m-%dT%H:%M}"


def meld(page: Page, wat: str, **velden: Veld) -> str:
    """Report a breach; the number on the receipt."""
    page.goto("/werk/datalekken/melden/")
    vul(page.get_by_role("main"), {"Wat is er gebeurd?": wat})
    vul(page.get_by_role("main"), velden)
    page.get_by_role("button", name="Verstuur melding").click()
    page.wait_for_url(re.compile("/mijn-meldingen/[a-z]+/DL-"))
    gevonden = re.search(r"DL-\d{4}-\d{4}", page.url)
    assert gevonden, page.url
    return gevonden[0]


def beoordeel(page: Page, dossier: str) -> None:
    """Decide that it is a breach."""
    page.goto(f"{dossier}triage/")
    page.get_by_role("radio", name=re.compile("^Ja:")).check()
    page.get_by_role("main").get_by_role("button").last.click()
    expect(page.get_by_role("main").get_by_role("status").first).to_be_visible()


def vul_sectie(page: Page, dossier: str, sectie: str, velden: Mapping[str, Veld]) -> None:
    """Fill one section and save it."""
    open_sectie(page, dossier, sectie)
    vul(page.get_by_role("main"), velden)
    bewaar(page)


def beslis(page: Page, dossier: str, risico: str) -> None:
    """Answer the six questions, read the advice, and decide."""
    page.goto(f"{dossier}risico/")
    for vraag, begin in FACTOREN.items():
        page.get_by_role("group", name=vraag).get_by_label(re.compile(f"^{begin}")).check()
    page.get_by_role("button", name="Toon het advies").click()
    expect(page.get_by_role("main")).to_contain_text("dvies")
    kies(page, "Uw besluit", risico)
    vul(page.get_by_role("main"), {"Waarom besluit u dit?": "Het gaat om gezondheid van herkenbare mensen."})
    page.get_by_role("button", name="Besluit vastleggen").click()
    expect(page.get_by_role("main").get_by_role("status").first).to_be_visible()


def rijen(map_: Path, vraag: str, *waarden: object) -> list[tuple[object, ...]]:
    """Rows of the database of the installation: what no screen shows to one person."""
    with sqlite3.connect(f"file:{map_ / 'leidraad.sqlite3'}?mode=ro", uri=True) as verbinding:
        return verbinding.execute(vraag, waarden).fetchall()
