"""A strict CSP allows no code or style inside a page, so no template may hold any."""

import re

import pytest

from tests.contract.bron import kort, templates

VERBODEN = {
    "script zonder bestand": r"<script(?![^>]*\bsrc=)",
    "stijl in de pagina": r"<style\b",
    "stijl op een element": r"<[^>]*\sstyle\s*=",
    "code op een element": r"<[^>]*\son[a-z]+\s*=",
    "htmx met code": r"hx-on|hx-vals\s*=\s*[\"']js:|\bjs:",
    "adres van een ander": r"(?:src|href)\s*=\s*[\"']//",
    "niet-ontsnapte tekst": r"\|\s*safe\b|{%\s*autoescape off",
}


@pytest.mark.parametrize("wat", VERBODEN)
def test_geen_template_bevat(wat):
    patroon = re.compile(VERBODEN[wat], re.IGNORECASE)
    gevonden = [
        f"{kort(pad)}: {treffer.group(0)[:60]}"
        for pad in templates()
        # A .txt is the text of an e-mail: there is nothing to escape in it.
        if pad.suffix == ".html"
        for treffer in patroon.finditer(re.sub(r"{#.*?#}", "", pad.read_text(encoding="utf-8")))
    ]
    assert gevonden == []
