"""The stylesheet: small enough, themes readable, and no inline code in any page of the product."""

import re
from itertools import product
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from leidraad.ui import themas

STATIC = Path(themas.__file__).parent / "static" / "ui"
BRON = Path(themas.__file__).parents[1]
STIJLBLAD = (STATIC / "leidraad.css").read_text()
WIT = "#ffffff"


def licht(kleur: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    heel = kleur.lstrip("#")
    heel = "".join(c * 2 for c in heel) if len(heel) == 3 else heel
    delen = [int(heel[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(een: str, ander: str) -> float:
    """Contrast ratio (WCAG 2.2)."""
    donker, helder = sorted((licht(een), licht(ander)))
    return (helder + 0.05) / (donker + 0.05)


def tokens(slug: str) -> dict[str, str]:
    """The tokens of a theme, over those that are the same everywhere."""
    patroon = r"(--ld-[\w-]+):\s*(#[0-9a-f]{3,6})"
    eigen = dict(re.findall(patroon, (themas.MAP / f"{slug}.css").read_text()))
    return {**dict(re.findall(patroon, STIJLBLAD)), **eigen}


def test_het_stijlblad_is_hoogstens_40_kilobyte():
    assert (STATIC / "leidraad.css").stat().st_size <= 40_000


def test_het_stijlblad_haalt_niets_van_buiten_en_niets_uit_zichzelf():
    adressen = re.findall(r"url\(\"?([^)\"]+)", STIJLBLAD)
    assert adressen
    assert all((STATIC / adres).is_file() for adres in adressen)


def test_er_is_een_thema_voor_elke_gemeente_van_de_regio():
    assert {"leiden", "leiderdorp", "oegstgeest", "zoeterwoude", "standaard"} <= themas.themas()
    assert themas.thema_van("../../etc/passwd") == "standaard"


@pytest.mark.parametrize("slug", sorted(themas.themas()))
def test_alle_tekst_is_leesbaar_in_elk_thema(slug):
    t = tokens(slug)
    vlakken = [WIT, t["--ld-vlak"], t["--ld-accent-zacht"]]
    inkten = ["--ld-tekst", "--ld-tekst-rustig", "--ld-accent", "--ld-accent-donker"]
    paren = [(t[inkt], vlak) for inkt, vlak in product(inkten, vlakken)]
    paren += [(t["--ld-op-merk"], t["--ld-merk"]), (WIT, t["--ld-accent"]), (WIT, t["--ld-accent-donker"])]
    assert [(a, b, round(contrast(a, b), 2)) for a, b in paren if contrast(a, b) < 4.5] == []


def test_elke_statuskleur_is_leesbaar():
    paren = re.findall(r"\.ld-status--\w+\{color:(#\w+);background:(#\w+)\}", STIJLBLAD)
    paren += [(b, a) for a, b in re.findall(r"\.ld-status--\w+\{background:(#\w+);color:(#\w+)\}", STIJLBLAD)]
    assert len(paren) == 6
    assert [(a, b) for a, b in paren if contrast(a, b) < 4.5] == []


def test_lijnen_van_invoervelden_zijn_zichtbaar():
    assert contrast(tokens("standaard")["--ld-lijn-sterk"], WIT) >= 3


SJABLONEN = sorted(BRON.rglob("templates/**/*.html"))


def test_er_zijn_sjablonen_om_te_controleren():
    assert len(SJABLONEN) > 30


@pytest.mark.parametrize("sjabloon", SJABLONEN, ids=lambda pad: str(pad.relative_to(BRON)))
def test_geen_enkel_sjabloon_bevat_code_of_opmaak_in_de_regel(sjabloon):
    bron = sjabloon.read_text()
    assert not re.search(r"\sstyle\s*=", bron), "opmaak hoort in een klasse"
    assert not re.search(r"<style\b", bron)
    assert not re.search(r"<script(?![^>]*\bsrc=)", bron), "code hoort in een bestand"
    assert not re.search(r"\son[a-z]+\s*=", bron)
    assert not re.search(r"hx-on|javascript:|\bjs:", bron)
    assert len(bron.splitlines()) <= 150


def test_de_eigen_code_is_klein_en_alle_bestanden_zijn_te_vinden():
    assert len((STATIC / "leidraad.js").read_text().splitlines()) <= 60
    for naam in ("htmx.min.js", "LICENTIES.txt", "fonts/OFL.txt", "beeldmerk.svg"):
        assert finders.find(f"ui/{naam}"), naam
