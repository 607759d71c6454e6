"""The drawn figures: well-formed, escaped, read without seeing them, and without any style inside."""

import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest
from django.template import Context, Template

from leidraad.ui import grafiek_verdeling
from leidraad.ui.stijl_figuren import figuren

VANDAAG = date(2026, 11, 23)
GEVAARLIJK = '<script>alert("x")</script>'
SVG = "svg"


def teken(bron: str, **gegevens) -> str:
    return Template(bron).render(Context(gegevens))


def boom(html: str) -> ET.Element:
    """The drawn part as a tree; not well-formed is an error."""
    return ET.fromstring(f"<wortel>{html.replace('<br>', '<br/>')}</wortel>")  # noqa: S314 - our own output


VOORBEELDEN = [
    "{% trendlijn 'Titel' f.jaar eenheid='%' van=f.van tot=vandaag %}",
    "{% trendlijn 'Titel' f.gemeenten hoogste=111 van=f.van tot=vandaag %}",
    "{% trendlijn 'Titel' f.dagen tot=vandaag geen='geen telling' %}",
    "{% trendlijn 'Titel' f.punt %}",
    "{% trendlijn 'Titel' f.nul %}",
    "{% trendlijn 'Titel' f.gaten van=f.van tot=vandaag %}",
    "{% trendlijn 'Titel' f.gaten %}",
    "{% verdeling 'Titel' f.hoofdstukken %}",
    "{% verdeling 'Titel' f.gaten.0.1 %}",
    "{% for naam, nu, waarden in f.vonken %}{% vonk waarden eenheid='%' %}{% endfor %}",
]


@pytest.mark.parametrize("bron", VOORBEELDEN)
def test_elke_figuur_is_goed_gevormd_en_blijft_binnen_haar_breedte(bron):
    html = teken(bron, f=figuren(VANDAAG), vandaag=VANDAAG)
    assert "style=" not in html
    assert " id=" not in html, "een figuur mag vaker op een pagina staan"
    assert "url(#" not in html
    for element in boom(html).iter():
        for naam in ("x", "x1", "x2", "cx", "width"):
            waarde = element.get(naam, "0")
            if waarde.endswith("%"):
                assert 0 <= float(waarde.removesuffix("%")) <= 100, (element.tag, naam, waarde)
            float(waarde.removesuffix("%"))  # a Dutch comma would not be a number


@pytest.mark.parametrize(
    "bron",
    [
        "{% trendlijn t reeksen geen=t eenheid=t %}",
        "{% verdeling t rijen kolom=t %}",
        "{% vonk waarden eenheid=t %}",
    ],
)
def test_elke_figuur_maakt_vreemde_tekst_onschadelijk(bron):
    waarden = {VANDAAG: 1, VANDAAG - timedelta(days=2): 2}
    rijen = [
        {
            "label": GEVAARLIJK,
            "url": GEVAARLIJK,
            "aantallen": {"gehaald": 1},
            "urls": {"gehaald": GEVAARLIJK},
        }
    ]
    html = teken(bron, t=GEVAARLIJK, reeksen=[(GEVAARLIJK, waarden)] * 2, rijen=rijen, waarden=waarden)
    assert "<script" not in html
    assert "alert" in html


def test_een_trend_zegt_in_woorden_wat_er_te_zien_is():
    html = teken(VOORBEELDEN[0], f=figuren(VANDAAG), vandaag=VANDAAG)
    svg = boom(html).find(".//svg")
    assert svg.get("role") == "img"
    assert svg.find("title").text == "Titel"
    assert "van 41% op 24 november 2025 naar 79% op 23 november 2026" in svg.find("desc").text
    assert "Geen stand: 2 t/m 15 maart 2026, 12 juni 2026" in svg.find("desc").text
    rijen = [["".join(cel.itertext()) for cel in rij] for rij in boom(html).findall(".//tbody/tr")]
    assert ["maart 2026", "55%", "2 t/m 15"] in rijen
    assert len(rijen) == 13, "een rij per maand, ook voor een heel jaar"


def test_elke_reeks_heeft_een_eigen_streep_en_haar_naam_aan_de_lijn():
    html = teken(VOORBEELDEN[1], f=figuren(VANDAAG), vandaag=VANDAAG)
    paden = boom(html).findall(".//path")
    assert len({pad.get("stroke-dasharray") for pad in paden}) == len(paden) == 4
    woorden = [element.text for element in boom(html).iter("text")]
    assert {"Leiden", "Leiderdorp", "Oegstgeest", "Onderdeel…", "op 19 sep"} <= set(woorden)


def test_zonder_gegevens_staat_er_een_zin():
    assert "Er zijn nog geen gegevens om te tekenen." in teken("{% trendlijn 't' r %}", r=[("x", {})])
    assert "Er zijn nog geen gegevens." in teken("{% verdeling 't' r %}", r=[])


def test_een_verdeling_is_een_tabel_met_aantallen_en_een_legenda():
    html = teken(VOORBEELDEN[7], f=figuren(VANDAAG))
    koppen = ["".join(kop.itertext()).strip() for kop in boom(html).findall(".//thead/tr/th")]
    assert koppen == [
        "Hoofdstuk",
        "Verdeling",
        "Gehaald",
        "Niet gehaald",
        "Nog niets vastgelegd",
        "Verklaring nodig",
        "Nog niet gebouwd",
    ]
    rij = boom(html).find(".//tbody/tr")
    cellen = ["".join(cel.itertext()).split(" ")[0] for cel in rij.findall("td")[1:]]
    assert cellen == ["4", "2", "0", "1", "0"]
    assert rij.find("th/a").get("href") == "#beleid"
    assert '2<span class="verborgen-tekst"> niet gehaald: 1. Beleid</span>' in html
    assert all(svg.get("aria-hidden") == "true" for svg in boom(html).iter(SVG))


def test_elk_oordeel_heeft_een_eigen_vorm():
    bron = "{% include 'ui/onderdelen/oordeelvlak.html' %}"
    vormen = set()
    for deel in grafiek_verdeling.legenda():
        vorm = boom(teken(bron, deel=deel)).find("g")[0]
        kenmerken = ("stroke-width", "stroke-dasharray", "stroke-linecap")
        vormen.add((vorm.tag, *(vorm.get(naam) for naam in kenmerken)))
    assert len(vormen) == 5


def test_een_vonk_heeft_woorden_ernaast_en_kent_een_gewone_lijst():
    html = teken("{% vonk r eenheid='%' hoogste=100 %}", r=[61, None, None, 70, 82])
    assert "van 61% naar 82%, 2 dagen geen stand" in html
    assert boom(html).find("svg").get("aria-hidden") == "true"
    assert len(boom(html).findall(".//line")) == 1, "het gat is te zien"
    assert "geen standen" in teken("{% vonk r %}", r={})


def test_een_grafiek_van_een_jaar_is_klein():
    assert len(teken(VOORBEELDEN[0], f=figuren(VANDAAG), vandaag=VANDAAG)) < 12_000
    assert len(teken("{% vonk r %}", r=figuren(VANDAAG)["jaar"][0][1])) < 4_000
