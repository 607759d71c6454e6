"""The documents say what the product does: every setting, every command, every make target."""

import re
from collections.abc import Iterator

import click
import pytest

from leidraad.project.cli import leidraad
from tests.contract.bron import WORTEL, bestanden, python

INSTELLING = re.compile(r"\b(?:LEIDRAAD_[A-Z_]+[A-Z]|DATABASE_URL)\b")


def lees(naam: str) -> str:
    return (WORTEL / naam).read_text(encoding="utf-8")


def opdrachten(groep: click.Group, pad: str = "leidraad", ook_groepen: bool = False) -> Iterator[str]:
    for naam, opdracht in groep.commands.items():
        if isinstance(opdracht, click.Group):
            yield from opdrachten(opdracht, f"{pad} {naam}", ook_groepen)
        if ook_groepen or not isinstance(opdracht, click.Group):
            yield f"{pad} {naam}"


def test_elke_instelling_staat_in_beheer_en_omgekeerd():
    gelezen = {
        naam
        for pad in python()
        if "tests" not in pad.parts and pad.is_relative_to(WORTEL / "src")
        for naam in INSTELLING.findall(pad.read_text(encoding="utf-8"))
    }
    assert set(INSTELLING.findall(lees("docs/beheer.md"))) == gelezen


@pytest.mark.parametrize("opdracht", sorted(opdrachten(leidraad)))
def test_elke_opdracht_staat_in_een_handleiding(opdracht):
    tekst = lees("docs/beheer.md")
    if (WORTEL / "docs/gebruik.md").exists():
        tekst += lees("docs/gebruik.md")
    assert opdracht in tekst


def test_elk_genoemd_make_doel_bestaat():
    doelen = set(re.findall(r"^([a-z0-9-]+):", lees("Makefile"), re.MULTILINE))
    genoemd = {
        doel
        for pad in bestanden(".md")
        for doel in re.findall(r"`make ([a-z0-9-]+)", pad.read_text(encoding="utf-8"))
    }
    assert genoemd <= doelen


def test_elke_genoemde_opdracht_bestaat():
    bestaand = set(opdrachten(leidraad, ook_groepen=True))
    genoemd = {
        treffer
        for pad in bestanden(".md")
        for treffer in re.findall(r"`(leidraad(?: [a-z]+\b(?![-.=/]))+)", pad.read_text(encoding="utf-8"))
    }
    onbekend = {g for g in genoemd if not any(" ".join(g.split()[:n]) in bestaand for n in (2, 3))}
    assert onbekend == set()


def test_besluiten_zijn_genummerd_en_eindigen_met_een_gevolg():
    for besluit in sorted((WORTEL / "docs/besluiten").glob("*.md")):
        tekst = besluit.read_text(encoding="utf-8")
        assert re.match(r"\d{4}-[a-z0-9-]+\.md$", besluit.name), besluit.name
        for kop in ("## Context", "## Choice", "## Consequence"):
            assert kop in tekst, f"{besluit.name} mist {kop}"


def test_links_tussen_documenten_wijzen_ergens_heen():
    kapot = [
        f"{pad.name}: {doel}"
        for pad in bestanden(".md")
        for doel in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", pad.read_text(encoding="utf-8"))
        if not (pad.parent / doel).exists()
    ]
    assert kapot == []
