"""Policy: from a draft to a document that holds, read on a phone, and what the Privacy Officer sees of it."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accounts import GEMEENTESECRETARIS, MEDEWERKER, MEDEWERKER_GRIFFIE, PO
from tests.e2e.conftest import SMAL
from tests.e2e.datalek import moment
from tests.e2e.verwerking import vul

pytestmark = pytest.mark.e2e

Ingelogd = Callable[..., Page]
# What people paste: a heading, a list, a script, and a word that is wider than a phone.
TEKST = f"""# Foto’s van mensen

Vraag **altijd** eerst of het mag.

- aan de balie
- op straat

<script>alert(1)</script> [hier](javascript:alert(1)) {"lang" * 60}
"""


def _maak(po: Page, naam: str) -> str:
    """Make a document with a draft that people must read; the address of its dossier."""
    po.goto("/werk/beleid/nieuw/")
    po.get_by_role("button", name="Stuk maken").click()
    expect(po.get_by_role("main")).to_contain_text("Kies wat voor stuk dit is.")
    vul(po.get_by_role("main"), {
        "Van wie is dit stuk?": "Hele gemeente Leiden", "Naam": naam, "Wat voor stuk": "Werkinstructie",
        "Welke functie": "Privacy Officer",
    })  # fmt: skip
    po.get_by_role("button", name="Stuk maken").click()
    po.wait_for_url("**/versies/1/bewerken/")
    vul(
        po.get_by_role("main"), {"Naam van deze versie": "1.0", "Tekst": TEKST, "Link": "javascript:alert(1)"}
    )
    po.get_by_role("button", name="Opslaan en naar het dossier").click()
    expect(po.get_by_role("main")).to_contain_text("Dit is geen goede link.")
    vul(po.get_by_role("main"), {"Link": "", "Medewerkers moeten dit lezen": True})
    po.get_by_role("button", name="Opslaan en naar het dossier").click()
    expect(po.get_by_role("main")).to_contain_text("Er geldt nog niets")
    gevonden = re.search(r"/werk/leiden/beleid/BE-\d{4}-\d{4}/", po.url)
    assert gevonden, po.url
    return gevonden[0]


def _stel_vast(po: Page, dossier: str) -> None:
    po.goto(dossier)
    po.get_by_role("main").get_by_role("link", name="Vaststelling vastleggen").first.click()
    college = "College van burgemeester en wethouders"
    vul(po.get_by_role("main"), {"Wie heeft dit stuk vastgesteld?": college, "Geldt vanaf": moment(-24)[:10],
                                 "Dag van het besluit": moment(48)[:10]})  # fmt: skip
    knop = po.get_by_role("button", name="Vaststelling vastleggen")
    knop.click()
    expect(po.get_by_role("alert")).to_be_visible()
    vul(po.get_by_role("main"), {"Dag van het besluit": moment(-24)[:10], "Kenmerk": "Z/26/1204"})
    knop.click()
    expect(po.get_by_role("main")).to_contain_text("De vaststelling is vastgelegd.")


def test_van_concept_tot_gelezen_op_de_telefoon(
    ingelogd: Ingelogd, toegankelijk: Callable[[Page], None]
) -> None:
    po, naam = ingelogd(PO), f"Foto’s in het gemeentehuis {time.time()}"
    dossier = _maak(po, naam)
    lezer = ingelogd(MEDEWERKER, scherm=SMAL, javascript=False)
    lezer.goto("/werk/beleid/te-lezen/")
    expect(lezer.get_by_role("main")).not_to_contain_text(naam)
    _stel_vast(po, dossier)
    po.goto(f"{dossier}kennisname/")
    expect(po.get_by_role("main")).to_contain_text(re.compile(r"hebben er 0 .*gelezen"))

    lezer.goto("/werk/")
    lezer.get_by_role("main").get_by_role("link", name=re.compile("te lezen|moet lezen", re.I)).first.click()
    stuk = lezer.get_by_role("article").filter(has_text=naam)
    expect(stuk).not_to_contain_text("Er is nog geen tekst.")
    lees = stuk.get_by_text("Lees de tekst")
    if not stuk.get_by_role("heading", name="Foto’s van mensen").is_visible():
        lees.click()
    expect(stuk.get_by_role("listitem").filter(has_text="aan de balie")).to_be_visible()
    expect(stuk.locator("script, a[href^='javascript']")).to_have_count(0)
    assert lezer.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    stuk.get_by_role("button", name="Ik heb dit gelezen").click()
    expect(lezer.get_by_role("main")).to_contain_text("Dank u wel.")
    expect(lezer.get_by_role("article").filter(has_text=naam)).to_have_count(0)

    po.reload()
    expect(po.get_by_role("main")).to_contain_text(re.compile(r"heeft er 1 .*gelezen"))
    po.get_by_role("row").filter(has_text="Team Burgerzaken").get_by_role("cell", name="50%").wait_for()
    lezer.goto(f"{dossier}kennisname/")
    expect(lezer.get_by_role("main")).not_to_contain_text("Team Burgerzaken")
    po.goto(dossier)
    toegankelijk(po)
    po.get_by_role("link", name="Alles in het journaal").click()
    expect(po.get_by_role("main")).to_contain_text("Vastgesteld")
    # The griffie has its own decision to take, and another gemeente does not see the document.
    assert naam not in ingelogd(MEDEWERKER_GRIFFIE).request.get("/werk/beleid/te-lezen/").text()
    assert ingelogd(GEMEENTESECRETARIS).request.get(dossier).status == 404
