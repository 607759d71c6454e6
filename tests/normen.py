"""Write docs/normen.md: for every norm of the policy its rule, its toets and the tests that prove them.

`make normen` runs this; a contract proves that the committed page says what the sources say.
"""

import ast
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from leidraad.normen.norm import HOOFDSTUKKEN, Norm, nog_niet_gebouwd, normen
from leidraad.normen.toets import Attest, Toets
from tests.contract.bron import WORTEL, kort, python
from tests.merktekens import merktekens

PAGINA = WORTEL / "docs/normen.md"

_KOP = """# De normen: van beleid tot bewijs

Deze pagina komt met `make normen` uit de broncode. Wijzig haar niet met de hand.

Elke norm van het Privacybeleid Leidse regio leeft in een onderdeel van Leidraad. Per norm staat hier:

- **Regel**: waar Leidraad uitvoert wat de norm vraagt, met de tests van die regels, handelingen en schermen.
- **Toets**: hoe Leidraad uit de gegevens afleidt of de norm wordt gehaald. Bij een attest zegt een mens dat.
- **Bewijs**: de tests die de toets of het attest beoordelen, met gegevens die net wel en net niet voldoen.

Een test heet in de broncode zoals hier, met `test_` ervoor en een liggend streepje tussen de woorden.

"""

_NUMMER = r"\d+\.\d+\.\d+"
_NORM = re.compile(rf"\bnorm(?:en|s)? ({_NUMMER}(?:(?:, | en | and ){_NUMMER})*)")


def pagina() -> str:
    """The whole page, as it must stand in docs/normen.md."""
    return _KOP + _overzicht() + "".join(map(_hoofdstuk, HOOFDSTUKKEN))


def _overzicht() -> str:
    """How many norms are judged, and how."""
    komt_nog = [norm for norm in normen().values() if norm.module in nog_niet_gebouwd()]
    soorten = [type(beoordelaar) for beoordelaar in _beoordelaars().values()]
    rijen = {
        "Leidraad toetst de norm uit de gegevens": soorten.count(Toets),
        "Een mens verklaart of de norm wordt gehaald": soorten.count(Attest),
        "Het onderdeel is nog niet gebouwd": len(komt_nog),
        "Alle normen": len(normen()),
    }
    kop = "| Hoe de norm wordt beoordeeld | Aantal |\n|---|--:|\n"
    return kop + "".join(f"| {wat} | {aantal} |\n" for wat, aantal in rijen.items())


def _hoofdstuk(hoofdstuk: int) -> str:
    kop = "| Norm | Wat het beleid vraagt | Regel | Toets | Bewijs |\n|---|---|---|---|---|\n"
    rijen = "".join(_rij(norm) for norm in normen().values() if norm.hoofdstuk == hoofdstuk)
    return f"\n## {hoofdstuk}. {HOOFDSTUKKEN[hoofdstuk]}\n\n{kop}{rijen}"


def _rij(norm: Norm) -> str:
    cellen = (
        [norm.nummer],
        [norm.tekst, f"*{norm.wet}*" if norm.wet else "", norm.rolnaam],
        [*map(_link, _regelbestanden().get(norm.nummer, [])), *_tests(norm, "regel")],
        _beoordeling(norm),
        _tests(norm, "norm"),
    )
    return "| " + " | ".join(map(_cel, cellen)) + " |\n"


def _cel(regels: list[str]) -> str:
    """The lines of one cell under each other; what is folded in begins a line by itself."""
    return "<br>".join(filter(None, regels)).replace("</details><br>", "</details>").replace("|", r"\|")


def _beoordeling(norm: Norm) -> list[str]:
    """How the norm is judged; what counts and what falls short, in the words that people read."""
    match _beoordelaars().get(norm.nummer):
        case Toets() as toets:
            return [_plek(toets), *_wat(toets)]
        case Attest() as attest:
            onder = attest.onderbouwing
            erbij = ["Daarnaast laten de gegevens zien:", *_wat(onder)] if onder else []
            return [_plek(attest), f"Attest: {attest.verklaring}", *erbij]
        case _:
            return [f"Nog niet gebouwd. {nog_niet_gebouwd()[norm.module].wat}"]


def _wat(toets: Toets) -> list[str]:
    return [f"Telt: {toets.populatie.telt}", f"Tekort: {toets.uitleg}"]


def _plek(beoordelaar: Toets | Attest) -> str:
    pad, voorwaarde = _plekken()[type(beoordelaar).__name__, beoordelaar.norm]
    return _link(pad) + (f": `{voorwaarde}`" if voorwaarde else "")


def _tests(norm: Norm, soort: str) -> list[str]:
    """The tests that name the norm with this marker: the link to each file, with its tests folded in."""
    per_bestand: dict[str, list[str]] = defaultdict(list)
    for merkteken in merktekens():
        if (merkteken.soort, merkteken.nummer) == (soort, norm.nummer):
            per_bestand[merkteken.pad].append(merkteken.test.replace("test_", "", 1).replace("_", " "))
    return [_link(pad) + _gevouwen(tests) for pad, tests in per_bestand.items()]


def _gevouwen(tests: list[str]) -> str:
    kop = "1 test" if len(tests) == 1 else f"{len(tests)} tests"
    return f"<details><summary>{kop}</summary>{'<br>'.join(f'– {test}' for test in tests)}</details>"


def _link(pad: str) -> str:
    """The file and the room it stands in; short, because a name that cannot wrap makes the table wide."""
    kamer, *tussen = pad.removeprefix("src/leidraad/").removeprefix("registers/").split("/")
    return f"[{kamer} {tussen[-1]}](../{pad})"


@cache
def _beoordelaars() -> dict[str, Toets | Attest]:
    from leidraad.naleving.toetsen import ATTESTEN, TOETSEN

    toetsen: dict[str, Toets | Attest] = {toets.norm: toets for toets in TOETSEN}
    return toetsen | {attest.norm: attest for attest in ATTESTEN}


@cache
def _plekken() -> dict[tuple[str, str], tuple[str, str]]:
    """Per toets and attest, by kind and norm: the file in which it is written, and its condition's name."""
    gevonden: dict[tuple[str, str], tuple[str, str]] = {}
    for pad in _broncode("toetsen"):
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.Call) and (soort := ast.unparse(knoop.func)) in {"Toets", "Attest"}:
                velden = dict(zip(("norm", "populatie", "tekort"), knoop.args, strict=False))
                velden |= {sleutel.arg: sleutel.value for sleutel in knoop.keywords if sleutel.arg}
                tekort = velden.get("tekort")
                naam = ast.unparse(tekort) if isinstance(tekort, ast.Name) else ""
                gevonden[soort, ast.literal_eval(velden["norm"])] = kort(pad), naam
    return gevonden


@cache
def _regelbestanden() -> dict[str, list[str]]:
    """The files with rules and acts that say in a text or a docstring which norm they carry out."""
    gevonden: dict[str, list[str]] = defaultdict(list)
    for pad in _broncode("regels", "handelingen"):
        boom = ast.parse(pad.read_text(encoding="utf-8"))
        teksten = [
            k.value for k in ast.walk(boom) if isinstance(k, ast.Constant) and isinstance(k.value, str)
        ]
        # A rule that hands the number on to what it yields names it as well.
        genoemd = {tekst for tekst in teksten if tekst in normen()}
        genoemd |= {reeks for tekst in teksten for reeks in _NORM.findall(tekst)}
        for nummer in {nummer for reeks in genoemd for nummer in re.findall(_NUMMER, reeks)}:
            gevonden[nummer].append(kort(pad))
    return gevonden


def _broncode(*namen: str) -> Iterator[Path]:
    """The files of the product with one of these names, or in a package with that name; no tests."""
    for pad in python():
        delen = pad.relative_to(WORTEL).parts
        heet = any(naam in delen or pad.stem.endswith(naam) for naam in namen)
        if heet and delen[0] == "src" and "tests" not in delen:
            yield pad


def main() -> None:
    """Write the page."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leidraad.project.settings")
    django.setup()
    PAGINA.write_text(pagina(), encoding="utf-8")


if __name__ == "__main__":
    main()
