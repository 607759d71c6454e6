"""The frame of every page, the error pages, and the style page in a real browser."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import RequestFactory

from leidraad.ui import views
from leidraad.ui.stijl import Voorbeeldgemeente

pytestmark = pytest.mark.urls("leidraad.ui.tests.adressen")
AXE_OPTIES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("sjabloon", ["ui/werk.html", "ui/openbaar.html", "ui/account.html", "ui/fout.html"])
def test_elk_raam_staat_ook_zonder_gegevens(sjabloon):
    html = render_to_string(sjabloon)
    assert '<html lang="nl"' in html
    assert 'href="#inhoud"' in html
    assert '<main id="inhoud"' in html
    assert "ui/themas/standaard.css" in html


def test_een_openbare_pagina_heeft_geen_code_nodig():
    html = render_to_string("ui/openbaar.html", {"gemeente": Voorbeeldgemeente("Leiden", "leiden")})
    assert "<script" not in html
    assert "ui/themas/leiden.css" in html
    assert "mailto:fg@voorbeeld.nl" in html


@pytest.mark.parametrize(
    ("pagina", "status", "tekst"),
    [
        (lambda verzoek: views.fout_400(verzoek, ValueError()), 400, "Wij begrijpen uw vraag niet"),
        (lambda verzoek: views.fout_403(verzoek, ValueError()), 403, "U mag deze pagina niet zien"),
        (lambda verzoek: views.fout_404(verzoek, ValueError()), 404, "Deze pagina is er niet"),
        (views.fout_500, 500, "Er ging iets mis bij ons"),
        (views.sessie_verlopen, 403, "Uw sessie is verlopen"),
    ],
    ids=["400", "403", "404", "500", "sessie"],
)
def test_elke_fout_wordt_in_gewoon_nederlands_uitgelegd(pagina, status, tekst):
    antwoord = pagina(RequestFactory().get("/"))
    assert antwoord.status_code == status
    assert f"<h1>{tekst}</h1>" in antwoord.content.decode()


def test_de_navigatie_toont_groepen_waar_u_bent_en_hoeveel_er_wacht():
    html = views.stijl(RequestFactory().get("/werk/stijl/?thema=leiden")).content.decode()
    assert "ui/themas/leiden.css" in html
    for kop in ("Vandaag", "Registers", "Beheer"):
        assert f'<p class="ld-menu__kop">{kop}</p>' in html
    assert 'aria-current="page"><span>Verwerkingen</span>' in html


@pytest.fixture
def stijlpagina():
    """The style page in a real browser, without a server: addresses are answered from here."""
    from playwright.sync_api import Route, sync_playwright

    def antwoord(route: Route) -> None:
        pad = route.request.url.removeprefix("http://leidraad.test")
        if pad.startswith("/static/"):
            gevonden = finders.find(pad.removeprefix("/static/"))
            assert isinstance(gevonden, str), pad
            route.fulfill(path=Path(gevonden))
        else:
            antwoord = views.stijl(RequestFactory().get(pad))
            route.fulfill(body=antwoord.content, content_type="text/html")

    with sync_playwright() as p:
        browser = p.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        pagina = browser.new_page()
        pagina.route("**/*", antwoord)
        yield pagina
        browser.close()


@pytest.mark.e2e
@pytest.mark.parametrize("breedte", [1280, 320])
@pytest.mark.parametrize("thema", ["leiden", "standaard"])
def test_de_stijlpagina_is_toegankelijk_en_past_op_elk_scherm(stijlpagina, breedte, thema):
    from axe_playwright_python.sync_playwright import Axe

    stijlpagina.set_viewport_size({"width": breedte, "height": 900})
    stijlpagina.goto(f"http://leidraad.test/werk/stijl/?thema={thema}")
    gevonden = Axe().run(stijlpagina, options=AXE_OPTIES).response["violations"]
    assert [(fout["id"], [n["html"] for n in fout["nodes"]]) for fout in gevonden] == []
    assert stijlpagina.evaluate("document.documentElement.scrollWidth") == breedte
