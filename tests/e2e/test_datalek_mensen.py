"""A breach and the people around it: who reports, who advises, who must not know, and who works outside."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accounts import BEHEERDER, CISO, FG, MEDEWERKER, MEDEWERKER_GRIFFIE, PO, TEAMLEIDER
from tests.e2e.conftest import SMAL
from tests.e2e.datalek import meld, moment
from tests.e2e.verwerking import vul

pytestmark = pytest.mark.e2e

Ingelogd = Callable[..., Page]


def _woorden(wat: str) -> str:
    """Other words every time: the same words of one reporter are one report."""
    return f"{wat} ({time.time()})"


def test_de_melder_vult_aan_en_ziet_het_dossier_niet(ingelogd: Ingelogd) -> None:
    melder, po = ingelogd(MEDEWERKER, scherm=SMAL), ingelogd(PO)
    nummer = meld(
        melder, _woorden("Een laptop is weg."), **{"Meldt u dit voor iemand anders?": "Een stagiair"}
    )
    dossier = f"/werk/leiden/datalekken/{nummer}/"
    vul(melder.get_by_role("main"), {"Wat weet u nog meer?": "De laptop was versleuteld."})
    melder.get_by_role("button", name="Vul aan").click()
    expect(melder.get_by_role("main")).to_contain_text("Uw aanvulling is bewaard.")
    expect(melder.get_by_role("main")).to_contain_text("De laptop was versleuteld.")

    po.goto(dossier)
    expect(po.get_by_role("main")).to_contain_text("De laptop was versleuteld.")
    expect(po.get_by_role("main")).to_contain_text("Een stagiair")
    antwoord = melder.goto(dossier)
    assert antwoord is not None
    assert antwoord.status == 404


@pytest.mark.parametrize(
    "wie", [BEHEERDER, CISO, MEDEWERKER_GRIFFIE, TEAMLEIDER], ids=lambda w: w.email.split("@")[0]
)
def test_voor_wie_er_niets_mee_doet_bestaat_het_niet(ingelogd: Ingelogd, wie: object) -> None:
    nummer = meld(ingelogd(MEDEWERKER), _woorden("Een kast stond open met het woord zonnebloempit."))
    ander = ingelogd(wie)
    for staart in ("", "risico/", "ap/", "ap/concept.pdf", "overleg/", "brieven/", "triage/"):
        assert ander.request.get(f"/werk/leiden/datalekken/{nummer}/{staart}").status == 404, staart
    assert ander.request.get(f"/werk/leiden/dossiers/{nummer}/journaal/").status == 404
    assert ander.request.get(f"/werk/datalekken/mijn-meldingen/leiden/{nummer}/").status == 404
    for pad in ("/werk/datalekken/", "/werk/zoeken/?q=zonnebloempit", "/werk/werklijst/?wie=alles", "/werk/"):
        lees = ander.request.get(pad)
        assert nummer not in lees.text(), pad


def test_de_fg_wordt_gevraagd_en_antwoordt(ingelogd: Ingelogd) -> None:
    po, fg = ingelogd(PO), ingelogd(FG)
    nummer = meld(ingelogd(MEDEWERKER), _woorden("Een mail ging naar alle ouders."))
    dossier = f"/werk/leiden/datalekken/{nummer}/"
    po.goto(dossier)
    po.get_by_role("button", name="Advies vragen aan de FG").click()
    expect(po.get_by_role("status").filter(has_text="De FG is om advies gevraagd.")).to_be_visible()
    fg.goto("/werk/werklijst/")
    expect(fg.get_by_role("main").get_by_role("row").filter(has_text=nummer)).to_contain_text("dvies")
    fg.goto(f"{dossier}overleg/")
    fg.get_by_role("link", name="Advies geven").first.click()
    vul(fg.get_by_role("main"), {"Advies": "Licht de ouders vandaag nog in."})
    fg.get_by_role("main").get_by_role("button", name=re.compile("^Advies")).click()
    po.goto(f"{dossier}overleg/")
    expect(po.get_by_role("main")).to_contain_text("Licht de ouders vandaag nog in.")
    fg.goto(dossier)
    expect(fg.get_by_role("main").get_by_role("link", name="Bewerken")).to_have_count(0)


def test_een_verwerker_meldt_met_een_link_tot_die_is_ingetrokken(
    ingelogd: Ingelogd, bladzijde: Ingelogd, toegankelijk: Callable[[Page], None]
) -> None:
    po, verwerker = ingelogd(PO), bladzijde(scherm=SMAL, javascript=True)
    naam = _woorden("Drukkerij De Vouw")
    po.goto("/werk/datalekken/meldlinks/")
    vul(po.get_by_role("main"), {"Gemeente": "Leiden", "Naam van de verwerker": naam})
    po.get_by_role("button", name="Maak link").click()
    adres = po.get_by_role("main").locator("code").inner_text()
    toegankelijk(po)

    verwerker.goto(adres)
    expect(verwerker.get_by_role("main")).to_contain_text("Drukkerij De Vouw")
    toegankelijk(verwerker)
    vul(verwerker.get_by_role("main"), {
        "Wat is er gebeurd?": "Een stapel brieven ligt op straat.", "Met wie kan de gemeente": "P. de Wit",
    })  # fmt: skip
    verwerker.get_by_role("button", name="Verstuur melding").click()
    gevonden = re.search(r"DL-\d{4}-\d{4}", verwerker.get_by_role("main").inner_text())
    assert gevonden
    toegankelijk(verwerker)

    po.goto(f"/werk/leiden/datalekken/{gevonden[0]}/")
    expect(po.get_by_role("main")).to_contain_text("Een stapel brieven ligt op straat.")
    expect(po.get_by_role("main")).to_contain_text("Streng einde (72 uur)")
    po.goto("/werk/datalekken/meldlinks/")
    po.once("dialog", lambda vraag: vraag.accept())
    po.get_by_role("main").get_by_role("row").filter(has_text=naam).get_by_role("button").click()
    bevestig = po.get_by_role("dialog").get_by_role("button").filter(has_not_text=re.compile("nnuleren"))
    if bevestig.count():
        bevestig.first.click()
    expect(po.get_by_role("main").get_by_role("row").filter(has_text=naam)).not_to_contain_text("Werkt nog")
    dood = verwerker.goto(adres)
    assert dood is not None
    assert dood.status in (404, 410)


def test_een_verlopen_sessie_kost_de_melder_geen_tekst(ingelogd: Ingelogd) -> None:
    page = ingelogd(MEDEWERKER, scherm=SMAL)
    lang = _woorden("Ik vond een map met dossiers bij de koffieautomaat. " * 20)
    page.goto("/werk/datalekken/melden/")
    vul(page.get_by_role("main"), {"Wat is er gebeurd?": lang})
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Verstuur melding").click()
    page.get_by_label("E-mailadres").fill(MEDEWERKER.email)
    page.get_by_label("Wachtwoord", exact=False).first.fill(MEDEWERKER.wachtwoord)
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Verder waar u was")
    expect(page.get_by_role("main")).to_contain_text(lang)
    page.get_by_role("button", name="Verstuur wat ik had ingevuld").click()
    page.wait_for_url(re.compile("/mijn-meldingen/leiden/DL-"))
    expect(page.get_by_role("main")).to_contain_text(lang)


@pytest.mark.parametrize(
    ("veld", "waarde", "bericht"),
    [
        ("Over hoeveel mensen", "-3", "kan niet kleiner zijn dan nul"),
        ("Over hoeveel mensen", "99999999", "meer mensen dan er in Nederland wonen"),
        ("Over hoeveel mensen", "veel", "Vul een heel getal in"),
        ("Wanneer is het ontdekt?", moment(30), "ligt in de toekomst"),
        ("Wat is er gebeurd?", "Het ging om 123456782 en nog iets.", "lijkt op een BSN"),
    ],
)
def test_wat_niet_kan_wordt_gezegd_en_de_tekst_blijft(
    ingelogd: Ingelogd, toegankelijk: Callable[[Page], None], veld: str, waarde: str, bericht: str
) -> None:
    page = ingelogd(MEDEWERKER, scherm=SMAL)
    page.goto("/werk/datalekken/melden/")
    vul(page.get_by_role("main"), {"Wat is er gebeurd?": "Dit moet blijven staan.", veld: waarde})
    page.get_by_role("button", name="Verstuur melding").click()
    expect(page.get_by_role("main")).to_contain_text(bericht)
    expect(page.get_by_label(re.compile(f"^{re.escape(veld)}"))).to_have_value(waarde)
    if "gebeurd" not in veld:
        expect(page.get_by_label("Wat is er gebeurd?")).to_have_value("Dit moet blijven staan.")
    toegankelijk(page)


def test_een_bijlage_die_liegt_wordt_geweigerd_en_twee_keer_versturen_is_een_keer(ingelogd: Ingelogd) -> None:
    page = ingelogd(MEDEWERKER)
    wat = _woorden("Een foto van een scherm.")
    page.goto("/werk/datalekken/melden/")
    vul(page.get_by_role("main"), {"Wat is er gebeurd?": wat})
    page.locator("input[type=file]").set_input_files(
        {"name": "foto.png", "mimeType": "image/png", "buffer": b"MZ\x90\x00 geen foto"}
    )
    page.get_by_role("button", name="Verstuur melding").click()
    expect(page.get_by_role("main")).to_contain_text("foto.png")
    expect(page.get_by_label("Wat is er gebeurd?")).to_have_value(wat)
    page.get_by_role("button", name="Verstuur melding").click()
    page.wait_for_url(re.compile("/DL-"))
    eerste = page.url.split("/")[-2]
    assert meld(page, wat) == eerste
