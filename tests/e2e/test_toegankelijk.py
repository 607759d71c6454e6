"""Every page of every role: nothing against WCAG 2.2 AA, no sideways scrolling at 320 px, no errors."""

import re
from collections import deque
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accounts import BEHEERDER, FG, IEDEREEN, MEDEWERKER, PO, TEAMMANAGER, Inlog
from tests.e2e.conftest import BREED, SMAL

pytestmark = pytest.mark.e2e

# The Privacy Officer sees every kind of page; of the others the menu and what is one click away.
_HOOGSTENS, _NABIJ = 45, 14
# What the Privacy Officer meets in a test of its own: the rooms below, and breaches in test_werklijst.
_APART = re.compile(r"/(naleving|beleid|vragen|datalekken)/|/dossiers/(BE|VR|DL|NO)/")
# The pages of the norms, of policy and of questions; a star is the first such link on the page before it.
_NORMEN = (
    "/werk/naleving/", "/werk/naleving/vergelijken/", "/werk/naleving/leiden/",
    "/werk/naleving/leiden/?op=2020-02-02", "/werk/naleving/leiden/normen/3.3.2/",
    "/werk/naleving/leiden/eenheden/", "/werk/naleving/leiden/rapport/",
    "/werk/naleving/leiden/verklaringen/", "/werk/naleving/leiden/normen/1.1.5/verklaren/",
    "/werk/naleving/leiden/normen/4.1.1/", "*/NO-",
)  # fmt: skip
_BELEID = (
    "/werk/beleid/te-lezen/", "/werk/beleid/verwacht/leiden/", "/werk/beleid/nieuw/",
    "/werk/beleid/?stand=concept", "*/BE-", "*/vaststellen/",
    "/werk/beleid/?stand=geldt&soort=procedure", "*/BE-", "*/conformiteit/",
    "/werk/beleid/?stand=geldt&soort=beleid", "*/BE-", "*/kennisname/",
    "/werk/vragen/stellen/", "/werk/vragen/mijn-vragen/", "/werk/vragen/veelgesteld/", "/werk/vragen/",
    "*/VR-",
)  # fmt: skip
_GEEN_PAGINA = re.compile(r"\.(csv|xlsx|json|jsonld|pdf|xml|txt)$|/bijlagen/[0-9a-f-]{36}|/logout/")


def _soort(pad: str) -> str:
    """Pages of one kind look the same: one dossier, unit, norm or gemeente stands for all."""
    pad = re.sub(r"(VW|DL|BE|VR|NO)-\d{4}-\d{4}", r"\1", pad)
    pad = re.sub(r"/(leiden|leiderdorp|oegstgeest|zoeterwoude)(?=/|$)", "/gemeente", pad)
    # A number, such as that of a norm (2.10.1).
    return re.sub(r"/\d+(\.\d+)*(?=/|$)", "/n", pad)


def _kruip(
    page: Page, begin: str, onder: str, toets: Callable[[Page], None], hoogstens: int = _HOOGSTENS,
    *, behalve: re.Pattern[str] = _GEEN_PAGINA,
) -> set[str]:  # fmt: skip
    """Follow the links below `onder`, one page of each kind, and test each."""
    gezien, wacht = {_soort(begin)}, deque([begin])
    bezocht = 0
    while wacht and bezocht < hoogstens:
        bezocht += 1
        pad = wacht.popleft()
        antwoord = page.goto(pad)
        assert antwoord is not None
        assert antwoord.status == 200, f"{pad}: {antwoord.status}"
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        toets(page)
        for link in page.locator("a[href]").evaluate_all("alle => alle.map(a => a.href)"):
            doel = urlsplit(link)
            if doel.netloc != urlsplit(page.url).netloc or not doel.path.startswith(onder):
                continue
            if any(nee.search(doel.path) for nee in (_GEEN_PAGINA, behalve)) or _soort(doel.path) in gezien:
                continue
            gezien.add(_soort(doel.path))
            wacht.append(doel.path)
    return gezien


@pytest.mark.parametrize(
    "wie", [PO, TEAMMANAGER, FG, BEHEERDER, MEDEWERKER], ids=lambda w: w.email.split("@")[0]
)
def test_alle_paginas_van_een_medewerker_op_een_smal_scherm(
    ingelogd: Callable[..., Page], toegankelijk: Callable[[Page], None], wie: Inlog
) -> None:
    page = ingelogd(wie, scherm=SMAL)
    if wie is PO:
        gezien = _kruip(page, "/werk/", "/werk/", toegankelijk, behalve=_APART)
        assert "/werk/gemeente/verwerkingen/VW/bewerken/doelen/" in gezien
    else:
        gezien = _kruip(page, "/werk/", "/werk/", toegankelijk, _NABIJ)
    assert len(gezien) >= 5


def test_alle_openbare_paginas_op_een_smal_scherm(
    bladzijde: Callable[..., Page], toegankelijk: Callable[[Page], None]
) -> None:
    page = bladzijde(scherm=SMAL)
    gezien = _kruip(page, "/", "/", toegankelijk)
    assert {"/gemeente/", "/gemeente/verwerkingen/", "/gemeente/verwerkingen/VW"} <= gezien
    assert any("login" in pad for pad in gezien)
    page.goto("/leiden/bestaat-niet/")
    toegankelijk(page)


@pytest.mark.parametrize("pad", ["/werk/", "/werk/verwerkingen/", "/leiden/verwerkingen/", "/leiden/"])
def test_de_belangrijkste_paginas_op_een_breed_scherm(
    ingelogd: Callable[..., Page], toegankelijk: Callable[[Page], None], pad: str
) -> None:
    page = ingelogd(PO)
    page.goto(pad)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    toegankelijk(page)


@pytest.mark.parametrize("scherm", [SMAL, BREED], ids=["320", "1280"])
@pytest.mark.parametrize("paden", [_NORMEN, _BELEID], ids=["normen", "beleid-en-vragen"])
def test_de_paginas_van_normen_beleid_en_vragen(
    ingelogd: Callable[..., Page],
    toegankelijk: Callable[[Page], None],
    paden: tuple[str, ...],
    scherm: dict[str, int],
) -> None:
    page = ingelogd(PO, scherm=scherm)
    for pad in paden:
        if pad.startswith("*"):
            pad = page.locator(f"main a[href*='{pad[1:]}']").first.get_attribute("href") or ""
        antwoord = page.goto(pad)
        assert antwoord is not None
        assert antwoord.status == 200, pad
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        toegankelijk(page)


def test_alleen_met_het_toetsenbord(ingelogd: Callable[..., Page]) -> None:
    page = ingelogd(PO)
    page.goto("/werk/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()

    page.get_by_role("banner").locator("summary").last.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Mijn gegevens")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Mijn gegevens")).to_be_hidden()

    page.goto("/werk/verwerkingen/nieuw/")
    page.get_by_role("link", name="Verwerkingen", exact=True).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Naam van de verwerking")).to_be_focused()
    page.keyboard.type("Met het toetsenbord gemaakt")
    page.keyboard.press("Tab")
    page.keyboard.type("Oegst")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    knop = page.get_by_role("button", name="Verwerking maken")
    for _ in range(6):
        if knop.evaluate("e => e === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(knop).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/werk/oegstgeest/verwerkingen/VW-"))


def test_iedereen_uit_de_demo_kan_inloggen(ingelogd: Callable[..., Page]) -> None:
    for wie in IEDEREEN:
        expect(ingelogd(wie).get_by_role("heading", level=1)).to_have_text("Vandaag")
