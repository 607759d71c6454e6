"""From a register in a file to an inhabitant who reads it: the main work of the product, in a browser."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accounts import PO, TEAMLEIDER
from tests.e2e.verwerking import bewaar, doe_stap, kies, open_sectie, rij, vul
from tests.naast import REDEN, naast

pytestmark = pytest.mark.e2e

NAAM = "Laadpaal bij huis aanvragen"
# As a municipality keeps it: semicolons, Windows-1252, an own name for every column, one column too many.
REGISTER = f"""Volgnr;Naam verwerking;Waar gaat het over;Team;Doel;Rechtsgrond;Betrokkenen;Soort gegevens;\
Hoe lang bewaren;Ingangsdatum;Contactpersoon
1;{NAAM};Inwoners vragen een laadpaal aan. Wij kiezen samen een plek.;Burgerzaken;Een laadpaal geven;\
publieke taak;Inwoners met een elektrische auto;Naam en adres;5 jaar na besluit;01-03-2024;J. de Boer
2;Reünie van oud-collega’s;Wij nodigen mensen uit.;Team Klantcontact;Mensen uitnodigen;toestemming;\
Oud-collega’s;E-mailadres;1 jaar;;
3;Sleutelbeheer sporthal;;Sporthal De Bloemerd;Sleutels uitgeven;weet ik niet;Verenigingen;\
Naam, telefoonnummer;zolang nodig;31-02-2024;
"""


def _importeer(page: Page, bestand: Path) -> None:
    page.goto("/werk/")
    page.get_by_role("link", name="Importeren", exact=True).click()
    hoofd = page.get_by_role("main")
    vul(hoofd, {"Gemeente": "Leiderdorp"})
    hoofd.get_by_label("Bestand").set_input_files(bestand)
    hoofd.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kloppen de kolommen?")


def _proef(page: Page) -> None:
    """Look at the mapping, correct it, and read in the dry run what will happen."""
    rijen = page.get_by_role("row")
    expect(rijen.filter(has_text="Volgnr").get_by_role("combobox").first).to_have_value("nummer")
    expect(rijen.filter(has_text="Naam verwerking").get_by_role("combobox").first).to_have_value("naam")
    for kolom, veld in (("Waar gaat het over", "Omschrijving"), ("Contactpersoon", "Naar de notitie")):
        rijen.filter(has_text=kolom).get_by_role("combobox").first.select_option(label=veld)
    page.get_by_role("button", name="Proef uitvoeren").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit gaat er gebeuren")
    expect(page.get_by_role("main")).to_contain_text("Er is nog niets opgeslagen")
    expect(page.get_by_role("main")).to_contain_text("‘Sporthal De Bloemerd’ is geen eenheid")


def _doel_en_gegevens(page: Page, dossier: str) -> None:
    open_sectie(page, dossier, "Algemeen")
    vul(page.get_by_role("main"), {"Welk bestuursorgaan": "College van burgemeester en wethouders",
                                   "Rol": "Verwerkingsverantwoordelijke"})  # fmt: skip
    bewaar(page)
    open_sectie(page, dossier, "Doelen en grondslagen")
    vul(rij(page, "Doel 1"), {"Wet": "Wegenverkeerswet 1994", "Artikel": "artikel 2 lid 1"})
    bewaar(page)
    open_sectie(page, dossier, "Betrokkenen en gegevens")
    vul(
        rij(page, "Naam en adres"),
        {"Soort": "Gewoon", "Waar komt het vandaan?": "Van de betrokkene zelf", "1. Een laadpaal geven": True,
         "Waarom nodig voor dit doel?": "Om te weten bij welk huis de laadpaal komt."},
    )  # fmt: skip
    bewaar(page)


def _bewaren_en_delen(page: Page, dossier: str) -> None:
    open_sectie(page, dossier, "Bewaren en vernietigen")
    termijn = rij(page, "Bewaartermijn 1")
    vul(termijn, {"Vanaf welk moment?": "na het besluit", "Waar rust de termijn op?": "Een wet"})
    bewaar(page)
    vul(termijn, {"Wet en artikel": "Archiefwet 1995, artikel 5"})
    bewaar(page)
    open_sectie(page, dossier, "Ontvangers en doorgifte")
    page.get_by_role("button", name="Ontvanger toevoegen").click()
    vul(
        rij(page, "Ontvanger 1"),
        {"Wie krijgt de gegevens?": "Netbeheerder", "Rol": "Zelfstandig verantwoordelijke",
         "Waarvoor?": "Om de laadpaal aan te sluiten", "Land": "Nederland"},
    )  # fmt: skip
    bewaar(page)
    open_sectie(page, dossier, "Systemen en beveiliging")
    page.get_by_role("button", name="Maatregel toevoegen").click()
    vul(rij(page, "Maatregel 1"), {"Maatregel": "Toegangsbeheer"})
    bewaar(page)


def _afwegen_en_informeren(page: Page, dossier: str) -> None:
    hoofd = page.get_by_role("main")
    open_sectie(page, dossier, "Zorgvuldigheid")
    vul(hoofd, {"Proportionaliteit": "Voldoet", "Subsidiariteit": "Voldoet",
                "Hoe zorgt u dat de gegevens kloppen?": "De aanvrager verbetert ze zelf."})  # fmt: skip
    for vraag in hoofd.get_by_label("Waarom vindt u dat?").all():
        vraag.fill("Zonder adres kan de laadpaal niet op de goede plek komen.")
    kies(hoofd, "Is er profilering?", "Nee")
    kies(hoofd, "Neemt een computer besluiten", "Nee")
    bewaar(page)
    open_sectie(page, dossier, "Mensen informeren")
    vul(hoofd, {"Hoe informeert u mensen?": "Privacyverklaring (op een andere pagina)",
                "Link naar de privacyverklaring": "www.leiderdorp.example/privacy"})  # fmt: skip
    bewaar(page)


def _stel_vast(page: Page) -> None:
    page.goto("/werk/")
    page.get_by_role("main").get_by_role("link", name=NAAM, exact=True).click()
    page.get_by_role("link", name="Vaststellen", exact=True).click()
    kies(page.get_by_role("main"), "Mogen inwoners deze verwerking lezen?", "Openbaar")
    page.get_by_role("button", name="Definitief vaststellen").click()
    expect(page.get_by_role("status").filter(has_text="Vastgesteld")).to_be_visible()


def _lees_als_inwoner(page: Page, nummer: str) -> None:
    page.goto("/leiderdorp/")
    page.get_by_label("Waar zoekt u naar?").fill("laadpalen")
    page.get_by_role("button", name="Zoeken").click()
    page.get_by_role("link", name=NAAM).click()
    assert page.url.endswith(f"/leiderdorp/verwerkingen/{nummer}")
    lees = page.get_by_role("main")
    for wel in ("Inwoners vragen een laadpaal aan.", "Wegenverkeerswet 1994", "Netbeheerder", "5 jaar"):
        expect(lees).to_contain_text(wel)
    for niet in ("J. de Boer", "Toegangsbeheer"):
        expect(lees).not_to_contain_text(niet)
    antwoord = page.request.get(f"/leiderdorp/verwerkingen/{nummer}.json")
    assert NAAM in json.dumps(antwoord.json(), ensure_ascii=False)
    assert "Boer" not in antwoord.text()
    assert page.request.get(f"/leiderdorp/verwerkingen/{nummer}/versies/1").ok


def test_van_bestand_tot_inwoner(
    ingelogd: Callable[..., Page], bladzijde: Callable[..., Page], tmp_path: Path
) -> None:
    bestand = tmp_path / "register-leiderdorp.csv"
    bestand.write_bytes(REGISTER.encode("cp1252"))
    po = ingelogd(PO)
    _importeer(po, bestand)
    _proef(po)
    po.get_by_role("button", name="Importeren", exact=True).click()
    expect(po.get_by_role("heading", level=1)).to_have_text("De import is klaar")
    po.get_by_role("link", name="Bekijk de verwerkingen").click()
    po.get_by_role("link", name=NAAM).click()
    expect(po.get_by_role("heading", level=1)).to_have_text(NAAM)
    expect(po.get_by_role("main")).to_contain_text("J. de Boer")
    dossier = po.url
    nog_nodig = po.locator("#nog-nodig li")
    expect(nog_nodig).not_to_have_count(0)
    for onderdeel in (_doel_en_gegevens, _bewaren_en_delen, _afwegen_en_informeren):
        onderdeel(po, dossier)
    po.goto(dossier)
    assert nog_nodig.all_inner_texts() == []
    doe_stap(po, dossier, "Ter toetsing aanbieden", "Ter toetsing aanbieden")
    doe_stap(po, dossier, "Toetsen", "Akkoord geven", **{"Opmerking bij uw akkoord": "Helder."})
    expect(po.get_by_role("main")).to_contain_text("Ter vaststelling")
    _stel_vast(ingelogd(TEAMLEIDER))
    _lees_als_inwoner(bladzijde(javascript=False), dossier.rstrip("/").rsplit("/", 1)[1])


@pytest.mark.skipif(naast("voorbeelden/register-voedselbank-33.csv") is None, reason=REDEN)
def test_een_echt_register_komt_binnen_zonder_verlies(ingelogd: Callable[..., Page]) -> None:
    bestand = naast("voorbeelden/register-voedselbank-33.csv")
    assert bestand is not None
    page = ingelogd(PO)
    _importeer(page, bestand)
    page.get_by_role("button", name="Proef uitvoeren").click()
    expect(page.get_by_role("main")).to_contain_text(re.compile(r"Gelezen rijen\s*33"))
    expect(page.get_by_role("main")).to_contain_text(re.compile(r"Afgekeurde rijen\s*0"))
    page.get_by_role("button", name="Importeren", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("De import is klaar")
    page.get_by_role("link", name="Bekijk de verwerkingen").click()
    page.get_by_role("link", name="Verwerking van financiële transacties").click()
    expect(page.get_by_role("main")).to_contain_text("risk_level: medium")
    expect(page.locator("#nog-nodig")).to_contain_text("Kies bij welke eenheid deze verwerking hoort.")
