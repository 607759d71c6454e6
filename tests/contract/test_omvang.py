"""Small files with a meaning of their own. There is no list of exceptions."""

import ast
from pathlib import Path

import pytest

from tests.contract.bron import kort, python, templates

PER_SOORT = {
    "regels": 200,
    "toetsen": 200,
    "api": 250,
    "rapport": 250,
    "uitwisseling": 250,
    "register": 80,
}
ELK_ANDER = 300
TEST = 400
TEMPLATE = 150
FUNCTIE = 40


def grens(pad: Path) -> int:
    """The limit of a Python file follows from its name, or from the package it was split into."""
    if "tests" in pad.parts:
        return TEST
    return min(
        (PER_SOORT[naam] for naam in (pad.stem, pad.parent.name) if naam in PER_SOORT), default=ELK_ANDER
    )


def regels(pad: Path) -> int:
    return len(pad.read_text(encoding="utf-8").splitlines())


def test_elk_pythonbestand_blijft_klein():
    te_groot = [f"{kort(p)}: {regels(p)} > {grens(p)}" for p in python() if regels(p) > grens(p)]
    assert te_groot == []


def test_elke_template_blijft_klein():
    assert [f"{kort(p)}: {regels(p)} > {TEMPLATE}" for p in templates() if regels(p) > TEMPLATE] == []


def test_elke_functie_blijft_kort():
    te_lang = [
        f"{kort(pad)}:{functie.lineno} {functie.name}: {lengte} > {FUNCTIE}"
        for pad in python()
        for functie in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
        if isinstance(functie, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lengte := (functie.end_lineno or 0) - functie.lineno + 1) > FUNCTIE
    ]
    assert te_lang == []


@pytest.mark.parametrize("naam", ["utils", "util", "common", "helpers", "misc", "diversen"])
def test_geen_bestand_heet_naar_niets(naam):
    assert [kort(p) for p in python() if naam in (p.stem, p.parent.name)] == []
