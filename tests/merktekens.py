"""Which tests name a norm: `norm` exercises its toets, `regel` proves a rule, an act or a screen it asks for.

Read from the sources, so that the answer does not depend on which tests run.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.contract.bron import kort, python

SOORTEN = ("norm", "regel")

Functie = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Merkteken:
    """One test that names one norm. `soort` is the marker, `pad` the file from the root of the project."""

    soort: str
    nummer: str
    pad: str
    test: str


@cache
def merktekens() -> tuple[Merkteken, ...]:
    """Every test of the product that names a norm, by file and in the order in which it stands there."""
    return tuple(
        merkteken
        for bestand in python()
        if bestand.name.startswith("test_")
        for merkteken in lees(bestand.read_text(encoding="utf-8"), kort(bestand))
    )


def lees(bron: str, pad: str) -> Iterator[Merkteken]:
    """The tests of one file that name a norm: through a decorator, a parameter, their class or `pytestmark`.

    Raises ValueError for a marker without the number itself as text, or one that belongs to no test: nobody
    could find it, and it would prove nothing.
    """
    boom = ast.parse(bron, pad)
    waarden = _waarden(boom)
    gebruikt: set[ast.Call] = set()
    for test, plekken in _tests(boom, waarden):
        # One test can name one norm along several ways: through its file and itself, or per parameter.
        genoemd: dict[tuple[str, str], None] = {}
        for plek in plekken:
            for aanroep in _aanroepen(plek):
                gebruikt.add(aanroep)
                genoemd.update(dict.fromkeys(_nummers(aanroep, waarden, pad)))
        yield from (Merkteken(soort, nummer, pad, test) for soort, nummer in genoemd)
    for knoop in ast.walk(boom):
        if _is_merkteken(knoop) and not any(knoop is aanroep.func for aanroep in gebruikt):
            regel = getattr(knoop, "lineno", 0)
            raise ValueError(f"{pad}:{regel}: dit merkteken hoort bij geen test of heeft geen nummer.")


def _waarden(boom: ast.Module) -> dict[str, ast.expr]:
    """What stands under a name at the top of the file."""
    return {
        doel.id: knoop.value
        for knoop in boom.body
        if isinstance(knoop, ast.Assign)
        for doel in knoop.targets
        if isinstance(doel, ast.Name)
    }


def _tests(boom: ast.Module, waarden: dict[str, ast.expr]) -> Iterator[tuple[str, list[ast.AST]]]:
    """Every test function with the places where its markers can stand."""
    overal = [waarden["pytestmark"]] if "pytestmark" in waarden else []
    for knoop in boom.body:
        klasse = knoop if isinstance(knoop, ast.ClassDef) else None
        for functie in klasse.body if klasse else [knoop]:
            if isinstance(functie, Functie) and functie.name.startswith("test_"):
                versiering = [*(klasse.decorator_list if klasse else []), *functie.decorator_list]
                namen = {n.id for v in versiering for n in ast.walk(v) if isinstance(n, ast.Name)}
                # A list of cases may stand apart, above the test that is parametrized with it.
                los = [waarde for naam, waarde in waarden.items() if naam in namen]
                naam = f"{klasse.name}::{functie.name}" if klasse else functie.name
                yield naam, [*overal, *versiering, *los]


def _is_merkteken(knoop: ast.AST) -> bool:
    """Whether this is `pytest.mark.norm` or `pytest.mark.regel`."""
    return isinstance(knoop, ast.Attribute) and ast.unparse(knoop) in {f"pytest.mark.{s}" for s in SOORTEN}


def _aanroepen(plek: ast.AST) -> Iterator[ast.Call]:
    return (k for k in ast.walk(plek) if isinstance(k, ast.Call) and _is_merkteken(k.func))


def _nummers(aanroep: ast.Call, waarden: dict[str, ast.expr], pad: str) -> Iterator[tuple[str, str]]:
    """The marker with each number: written there, or in a list of numbers at the top of the file."""
    soort = ast.unparse(aanroep.func).rsplit(".")[-1]
    if not aanroep.args or aanroep.keywords:
        raise ValueError(f"{pad}:{aanroep.lineno}: dit merkteken heeft geen nummer.")
    for argument in aanroep.args:
        lijst = argument.value if isinstance(argument, ast.Starred) else None
        try:
            bron = waarden[lijst.id] if isinstance(lijst, ast.Name) else argument
            inhoud = ast.literal_eval(bron)
        except (KeyError, ValueError) as fout:
            raise ValueError(f"{pad}:{argument.lineno}: schrijf het nummer van de norm zelf.") from fout
        yield from ((soort, str(nummer)) for nummer in (inhoud if lijst else [inhoud]))
