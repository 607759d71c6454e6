"""The norms as data: complete, in order, and the same as those of the policy."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from leidraad.normen.norm import HOOFDSTUKKEN, ROLLEN, Norm, nog_niet_gebouwd, normen
from tests.naast import REDEN, naast

BELEID = naast("design/normen.yaml")
BESTAND = Path(__file__).parents[1] / "normen.yaml"

GEBOUWD = {"beleid", "datalekken", "naleving", "organisatie", "publicatie", "taken", "verwerkingen"}


def _plaats(nummer: str) -> tuple[int, ...]:
    return tuple(int(deel) for deel in nummer.split("."))


def test_er_zijn_111_normen_in_zes_hoofdstukken():
    per_hoofdstuk = [
        sum(1 for norm in normen().values() if norm.hoofdstuk == hoofdstuk) for hoofdstuk in HOOFDSTUKKEN
    ]
    assert per_hoofdstuk == [7, 21, 29, 29, 18, 7]
    assert sum(per_hoofdstuk) == len(normen()) == 111


def test_geen_nummer_staat_er_twee_keer():
    # The answer of normen() is by number: a number that stands twice would hide the first one.
    nummers = [rij["nummer"] for rij in yaml.safe_load(BESTAND.read_text(encoding="utf-8"))["normen"]]
    assert nummers == list(normen())


def test_de_normen_staan_in_de_volgorde_van_het_beleid():
    nummers = list(normen())
    assert all(len(_plaats(nummer)) == 3 for nummer in nummers)
    assert nummers == sorted(nummers, key=_plaats)


def test_binnen_een_paragraaf_ontbreekt_geen_nummer():
    per_paragraaf: dict[tuple[int, ...], list[int]] = {}
    for nummer in normen():
        *paragraaf, volg = _plaats(nummer)
        per_paragraaf.setdefault(tuple(paragraaf), []).append(volg)
    assert [p for p, nummers in per_paragraaf.items() if nummers != list(range(1, len(nummers) + 1))] == []


@pytest.mark.parametrize("norm", normen().values(), ids=lambda norm: norm.nummer)
def test_elke_norm_is_volledig(norm: Norm):
    # Only the law may be empty: not every norm of the policy rests on one.
    assert norm.tekst.endswith(".")
    assert norm.bewijs.startswith(("toets", "attest"))
    assert [tekst for tekst in (norm.tekst, norm.wet, norm.bewijs) if tekst != tekst.strip()] == []
    assert norm.hoofdstuk in HOOFDSTUKKEN
    assert norm.rolnaam == ROLLEN[norm.rol]
    assert norm.module in GEBOUWD | set(nog_niet_gebouwd())


def test_een_onderdeel_is_gebouwd_of_niet():
    assert GEBOUWD & set(nog_niet_gebouwd()) == set()
    assert {norm.module for norm in normen().values()} == GEBOUWD | set(nog_niet_gebouwd())


def test_elke_rol_draagt_ten_minste_een_norm():
    assert {norm.rol for norm in normen().values()} == set(ROLLEN)


def test_wat_nog_komt_zegt_wat_het_wordt_en_van_wanneer_de_lijst_is():
    for code, onderdeel in nog_niet_gebouwd().items():
        assert onderdeel.module == code
        assert onderdeel.wat.endswith(".")
        assert onderdeel.peil >= date(2026, 11, 23)


@pytest.mark.skipif(BELEID is None, reason=REDEN)
def test_nummers_rollen_en_onderdelen_zijn_die_van_het_beleid():
    assert BELEID is not None
    beleid = yaml.safe_load(BELEID.read_text(encoding="utf-8"))
    assert [(norm.nummer, norm.rol, norm.module) for norm in normen().values()] == [
        (rij["id"], rij["rol"].lower(), rij["module"]) for rij in beleid
    ]
