"""Nothing half-finished, nothing of one person's machine, nothing that fetches itself from somewhere."""

import ast
import re

from tests.contract.bron import WORTEL, bestanden, kort, python

# Written apart, so that this file does not find itself.
_ONAF = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
_DOWNLOAD = re.compile(
    r"pypi\." r"org|python" r"hosted|registry\.npm" r"js|--index" r"-url|--extra-index" r"-url|unpkg\." r"com"
)
_EIGEN_MACHINE = re.compile(r"(?<![\w.}])/(home|Users|root|wo" r"rk)/[\w.]")
_BUITEN_DE_DEUR = re.compile(r"[\"'(=\s]\.\./sha" r"red")


def vindplaatsen(patroon: re.Pattern[str], *achtervoegsels: str) -> list[str]:
    return [
        f"{kort(pad)}:{nummer}: {regel.strip()[:80]}"
        for pad in bestanden(*achtervoegsels)
        for nummer, regel in enumerate(pad.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if patroon.search(regel)
    ]


def test_er_ligt_geen_onaf_werk():
    assert vindplaatsen(_ONAF, ".py", ".html", ".yaml", ".toml", ".md", ".css", ".js", "") == []


def test_niets_is_alleen_aangekondigd():
    leeg = [
        f"{kort(pad)}:{knoop.lineno}"
        for pad in python()
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
        if isinstance(knoop, ast.Raise) and knoop.exc and "NotImplementedError" in ast.unparse(knoop.exc)
    ]
    assert leeg == []


def test_elke_test_beweert_iets():
    zonder = [
        f"{kort(pad)}:{functie.lineno} {functie.name}"
        for pad in python()
        if pad.name.startswith("test_")
        for functie in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
        if isinstance(functie, ast.FunctionDef) and functie.name.startswith("test_") and not _beweert(functie)
    ]
    assert zonder == []


def _beweert(functie: ast.FunctionDef) -> bool:
    """An assert, an expect of playwright, pytest.raises, a query count, or a function named as one."""
    for knoop in ast.walk(functie):
        if isinstance(knoop, ast.Assert):
            return True
        if isinstance(knoop, ast.Call):
            naam = ast.unparse(knoop.func)
            if (
                naam == "expect"
                or naam.endswith(".raises")
                or re.search(r"assert|controleer|verwacht|moet_|toets", naam)
            ):
                return True
    return False


def test_geen_adressen_om_iets_van_op_te_halen():
    assert vindplaatsen(_DOWNLOAD) == []


def test_geen_sloten_met_adressen():
    assert [
        n for n in ("uv.lock", "pylock.toml", "poetry.lock", "Pipfile.lock") if (WORTEL / n).exists()
    ] == []
    for slot in bestanden(".json"):
        if slot.name == "package-lock.json":
            assert '"resolved": "http' not in slot.read_text(encoding="utf-8")


def test_geen_paden_van_een_eigen_machine():
    assert vindplaatsen(_EIGEN_MACHINE) == []


def test_alleen_naast_kijkt_buiten_de_map():
    gevonden = vindplaatsen(_BUITEN_DE_DEUR)
    assert [plek for plek in gevonden if not plek.startswith("tests/naast.py")] == []
