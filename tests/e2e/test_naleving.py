"""From a norm that is not met to the dossier, the person and the repair; and what everybody sees of it."""

import re
import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.accounts import FG, GEMEENTESECRETARIS, MANAGER_RUIMTE, MEDEWERKER, PO, TEAMMANAGER
from tests.e2e.conftest import SMAL, Server
from tests.e2e.datalek import moment, rijen
from tests.e2e.verwerking import bewaar, nieuw, rij, vul

pytestmark = pytest.mark.e2e

Ingelogd = Callable[..., Page]
_TEKORT = re.compile(r"(\d+) van (?:de )?(\d+) niet in orde")


def _norm(page: Page, gemeente: str, nummer: str) -> Locator:
    """The row of a norm on the page of a gemeente."""
    page.goto(f"/werk/naleving/{gemeente}/")
    return page.get_by_role("row").filter(has=page.get_by_role("cell", name=nummer, exact=True))


def _tekort(regel: Locator) -> int:
    """How many fall short, as the row of the norm says."""
    gevonden = _TEKORT.search(regel.inner_text())
    assert gevonden, regel.inner_text()
    return int(gevonden[1])


def test_van_norm_in_twee_klikken_naar_dossier_en_mens_en_weer_in_orde(ingelogd: Ingelogd) -> None:
    po, naam = ingelogd(PO), f"Bomen snoeien {time.time()}"
    dossier = nieuw(po, "Oegstgeest", "Afdeling Ruimte", naam)
    nummer = dossier.rstrip("/").rsplit("/", 1)[1]
    regel = _norm(po, "oegstgeest", "3.3.2")
    expect(regel).to_contain_text("Niet gehaald")
    regel.get_by_role("link").click()
    wie = po.get_by_role("row").filter(has_text=nummer)
    expect(wie).to_contain_text("Privacy Officer 1")
    expect(wie).to_contain_text("Manager Ruimte (Oegstgeest)")
    po.get_by_role("main").get_by_role("link", name=naam).click()
    po.wait_for_url(f"**{dossier}")

    regel = _norm(po, "oegstgeest", "2.1.1")
    eerst = _tekort(regel)
    regel.get_by_role("link").click()
    bevinding = po.get_by_role("row").filter(has_text=nummer)
    expect(bevinding).to_contain_text("Manager Ruimte (Oegstgeest)")
    vul(po.get_by_role("main"), {"Klaar op": moment(-48)[:10]})
    bevinding.get_by_role("button", name="Taak maken").click()
    expect(po.get_by_role("main")).to_contain_text("Kies een dag die nog komt.")
    vul(po.get_by_role("main"), {"Klaar op": moment(24 * 9)[:10]})
    po.get_by_role("row").filter(has_text=nummer).get_by_role("button", name="Taak maken").click()
    expect(po.get_by_role("main")).to_contain_text("De taak is gemaakt en ligt bij Manager Ruimte")

    manager = ingelogd(MANAGER_RUIMTE, scherm=SMAL, javascript=False)
    manager.goto("/werk/werklijst/")
    manager.get_by_role("main").get_by_role("row").filter(has_text=nummer).get_by_role("link").first.click()
    manager.get_by_role("button", name="Doel toevoegen").first.click()
    vul(rij(manager, "Doel 1"), {
        "Wat wilt u bereiken?": "Veilige bomen", "Wet": "Gemeentewet", "Artikel": "artikel 160",
        "Grondslag": "Taak van algemeen belang of openbaar gezag (AVG 6 lid 1 onder e)",
    })  # fmt: skip
    bewaar(manager)
    # The next page view, of somebody else, and without waiting for the night.
    assert _tekort(_norm(po, "oegstgeest", "2.1.1")) == eerst - 1


def test_wie_ziet_welke_normen(ingelogd: Ingelogd) -> None:
    po, naam = ingelogd(PO), f"Buiten haar team {time.time()}"
    buiten = nieuw(po, "Leiden", "Team Jeugd", naam)
    binnen = nieuw(po, "Leiden", "Team Burgerzaken", f"Binnen haar team {time.time()}")
    manager = ingelogd(TEAMMANAGER)
    _norm(manager, "leiden", "2.1.1").get_by_role("link").click()
    hoofd = manager.get_by_role("main")
    expect(hoofd).to_contain_text(binnen.rstrip("/").rsplit("/", 1)[1])
    expect(hoofd).to_contain_text("Team Burgerzaken")
    expect(hoofd).not_to_contain_text(buiten.rstrip("/").rsplit("/", 1)[1])
    expect(_norm(manager, "leiden", "4.1.1")).to_have_count(0)
    for pad, status in (("leiden/rapport/", 403), ("vergelijken/", 403), ("oegstgeest/", 404)):
        assert manager.request.get(f"/werk/naleving/{pad}").status == status, pad

    fg = ingelogd(FG)
    fg.goto("/werk/naleving/leiden/")
    expect(fg.get_by_role("heading", name="Op volgorde van risico")).to_be_visible()
    expect(fg.get_by_label("Volgorde")).to_have_value("risico")

    medewerker = ingelogd(MEDEWERKER)
    for pad in ("", "leiden/", "leiden/normen/3.3.2/", "leiden/eenheden/", "leiden/rapport/", "vergelijken/"):
        assert medewerker.request.get(f"/werk/naleving/{pad}").status == 403, pad
    expect(medewerker.get_by_role("link", name="Naleving")).to_have_count(0)
    secretaris = ingelogd(GEMEENTESECRETARIS)
    assert secretaris.request.get("/werk/naleving/oegstgeest/").status == 200
    assert secretaris.request.get("/werk/naleving/leiden/normen/3.3.2/").status == 404


def test_een_dag_van_toen_een_gat_en_een_dag_die_nog_komt(ingelogd: Ingelogd, server: Server) -> None:
    bewaard = {date.fromisoformat(f"{dag}") for (dag,) in rijen(server.map, _DAGEN)}
    eerste = min(bewaard)
    dagen = [eerste + timedelta(days=n) for n in range((max(bewaard) - eerste).days)]
    gat = next(dag for dag in dagen if dag not in bewaard)
    po = ingelogd(PO)
    po.goto("/werk/naleving/leiden/")
    po.get_by_label("Stand op").fill(f"{eerste}")
    po.get_by_role("button", name="Tonen").click()
    hoofd = po.get_by_role("main")
    expect(hoofd).to_contain_text("U kijkt terug")
    toen = _norm_van(po, "3.3.2").inner_text()
    _norm_van(po, "3.3.2").get_by_role("link").click()
    cijfers = _TEKORT.search(toen)
    expect(hoofd).to_contain_text(cijfers[0] if cijfers else "in orde")
    expect(hoofd).to_contain_text("Dit zijn de dossiers van nu.")

    for pad in ("", "normen/3.3.2/"):
        po.goto(f"/werk/naleving/leiden/{pad}?op={gat}")
        expect(hoofd).to_contain_text("Van deze dag is geen stand bewaard")
        for niet in ("niet in orde", "zijn gehaald", "0 van"):
            expect(hoofd).not_to_contain_text(niet)
    for dag, uitleg in ((f"{moment(48)[:10]}", "Die dag moet nog komen"),
                        ("gisteren", "geen bestaande datum")):  # fmt: skip
        po.goto(f"/werk/naleving/leiden/?op={dag}")
        expect(hoofd).to_contain_text(uitleg)
        expect(hoofd).to_contain_text("normen die Leidraad kan beoordelen")


_DAGEN = """select dag from naleving_dagstand
            where gemeente_id = (select id from organisaties_gemeente where slug = 'leiden')"""


def _norm_van(page: Page, nummer: str) -> Locator:
    """The row of a norm on the page that is open."""
    return page.get_by_role("row").filter(has=page.get_by_role("cell", name=nummer, exact=True))


def test_de_secretaris_verklaart_en_het_journaal_weet_het(ingelogd: Ingelogd, server: Server) -> None:
    secretaris, bewijs = ingelogd(GEMEENTESECRETARIS), f"Collegebesluit van vandaag {time.time()}"
    secretaris.goto("/werk/naleving/oegstgeest/verklaringen/")
    secretaris.get_by_role("row").filter(has_text="4.1.1").get_by_role(
        "link", name=re.compile("erklaring geven")
    ).click()
    secretaris.get_by_role("button", name="Verklaren", exact=True).click()
    expect(secretaris.get_by_role("main")).to_contain_text("Leg uit waarop u dit baseert.")
    vul(secretaris.get_by_role("main"), {
        "De gemeente voldoet": True, "Waarop baseert u dit?": "Het college besprak het privacybeleid.",
        "Welk bewijs is er?": bewijs,
    })  # fmt: skip
    secretaris.get_by_label("Bestand als bewijs").set_input_files(
        {"name": "besluit.txt", "mimeType": "text/plain", "buffer": b"Het college besluit."}
    )
    secretaris.get_by_role("button", name="Verklaren", exact=True).click()
    expect(secretaris.get_by_role("main").get_by_role("status").first).to_be_visible()
    expect(_norm(secretaris, "oegstgeest", "4.1.1")).to_contain_text("Gehaald")

    po = ingelogd(PO)
    _norm(po, "oegstgeest", "4.1.1").get_by_role("link").click()
    expect(po.get_by_role("main")).to_contain_text(bewijs)
    expect(po.get_by_role("link", name="Verklaring geven")).to_have_count(0)
    po.get_by_role("link", name=re.compile(r"^NO-\d{4}-\d{4}$")).click()
    with po.expect_download() as bestand:
        po.get_by_role("main").get_by_role("link", name=re.compile("besluit.*txt")).first.click()
    assert bestand.value.path().read_bytes() == b"Het college besluit."
    po.get_by_role("main").get_by_role("link", name=re.compile("ournaal")).first.click()
    expect(po.get_by_role("main")).to_contain_text("Verklaard")
    controle = server.leidraad("journaal", "controleer")
    assert controle.returncode == 0, controle.stdout + controle.stderr


def test_het_rapport_als_pdf_en_als_word(ingelogd: Ingelogd) -> None:
    po = ingelogd(PO)
    po.goto("/werk/naleving/leiden/")
    po.get_by_role("main").get_by_role("link", name="Rapport", exact=True).click()
    for soort, begin in (("PDF", b"%PDF"), ("Word", b"PK")):
        vul(po.get_by_role("main"), {"Gemeenteraad": True, soort: True, "Stand op": moment(48)[:10]})
        po.get_by_role("button", name="Rapport downloaden").click()
        expect(po.get_by_role("main")).to_contain_text("Die dag moet nog komen")
        vul(po.get_by_role("main"), {"Stand op": ""})
        with po.expect_download() as rapport:
            po.get_by_role("button", name="Rapport downloaden").click()
        assert rapport.value.path().read_bytes().startswith(begin)
