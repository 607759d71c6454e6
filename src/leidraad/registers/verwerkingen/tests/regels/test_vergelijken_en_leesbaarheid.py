"""What changed between two versions, and how readable a text is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.regels.leesbaarheid import leesbaarheid, lettergrepen
from leidraad.registers.verwerkingen.regels.vergelijken import vergelijk
from leidraad.registers.verwerkingen.tests.regels.hulp import OP
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG, volledig


def test_een_gewijzigd_veld_een_nieuwe_rij_en_een_rij_weg():
    doel = VOLLEDIG.doelen[0]
    nieuw = volledig(
        rol="gezamenlijk",
        doelen=(replace(doel, wet="Wegenverkeerswet"), replace(doel, regel=2)),
        systemen=(),
    )
    verschillen = {v.pad: (v.sectie, v.soort) for v in vergelijk(VOLLEDIG, nieuw)}
    assert verschillen == {
        "rol": ("algemeen", "gewijzigd"),
        "doelen.1.wet": ("doelen", "gewijzigd"),
        "doelen.2": ("doelen", "toegevoegd"),
        "systemen.1": ("beveiliging", "vervallen"),
    }


def test_rijen_worden_op_nummer_vergeleken_niet_op_plaats():
    doel = VOLLEDIG.doelen[0]
    beide = volledig(doelen=(doel, replace(doel, regel=2, omschrijving="Een ander doel.")))
    assert [v.pad for v in vergelijk(beide, volledig(doelen=beide.doelen[1:]))] == ["doelen.1"]


def test_nee_is_iets_anders_dan_leeg():
    [verschil] = vergelijk(volledig(profilering=True), volledig(profilering=False))
    assert verschil.soort == "gewijzigd"


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [("ja", 1), ("gemeente", 3), ("avond", 2), ("ideeën", 3), ("zee", 1), ("beoordeling", 4), ("2026", 1),
     ("geïnformeerd", 4), ("persoonsgegevens", 5), ("AVG", 1)],
)  # fmt: skip
def test_lettergrepen(woord: str, aantal: int):
    assert lettergrepen(woord) == aantal


def test_flesch_douma_van_een_nagerekende_tekst():
    """Eight words of one syllable in two sentences: 206.84 − 0.93 × 4 − 77 × 1."""
    uit = leesbaarheid("De kat zit op de mat. Slaapt hij?", OP)
    assert (uit.woorden, uit.zinnen, uit.woorden_per_zin) == (8, 2, 4.0)
    assert uit.flesch_douma == 126.1


@pytest.mark.regel("2.7.1")
def test_moeilijke_tekst_scoort_lager_dan_gewone():
    gewoon = leesbaarheid("Wij bewaren uw naam. Dat doen wij zeven jaar.", OP)
    moeilijk = leesbaarheid(
        "De verwerkingsverantwoordelijke verstrekt derhalve uitsluitend noodzakelijke persoonsgegevens.", OP
    )
    assert gewoon.flesch_douma is not None
    assert moeilijk.flesch_douma is not None
    assert gewoon.flesch_douma > 60 > moeilijk.flesch_douma
    assert "verwerkingsverantwoordelijke" in moeilijk.lange_woorden
    assert ("derhalve", "daarom") in moeilijk.jargon
    assert gewoon.jargon == ()


@pytest.mark.parametrize(
    ("tekst", "zinnen"),
    [
        ("", 0),
        ("...!?", 0),
        ("Een zin", 1),
        ("Een zin. Nog een zin.", 2),
        ("Volgens art. 6 van de wet mag dit.", 1),
        ("Dit kost € 7.500 per jaar.", 1),
        ("Regel een\nRegel twee", 2),
        ("U krijgt o.a. Een brief is genoeg.", 1),
        ("Mag dat? Ja! Dat mag.", 3),
    ],
)
def test_zinnen_tellen(tekst: str, zinnen: int):
    assert leesbaarheid(tekst, OP).zinnen == zinnen


@pytest.mark.regel("2.7.1")
def test_lange_zinnen_worden_genoemd():
    zin = " ".join(["woord"] * 21)
    assert leesbaarheid(f"Kort. {zin.capitalize()}.", OP).lange_zinnen == (f"{zin.capitalize()}.",)


@pytest.mark.regel("2.7.1")
def test_jargon_van_meer_woorden_en_in_andere_vormen():
    uit = leesbaarheid("In het kader van uw aanvraag verifieert de gemeente dit.", OP)
    assert set(uit.jargon) == {("in het kader van", "voor"), ("verifiëren", "controleren")}


def test_elk_moeilijk_woord_heeft_een_ander_woord_en_staat_er_een_keer():
    vormen = [vorm for item in lijst("jargon", OP) for vorm in (item.naam, *item.vormen)]
    assert len(vormen) == len(set(vormen)) >= 80
    assert all(item.naam != item.alternatief for item in lijst("jargon", OP))
    assert all(vorm == vorm.lower() for vorm in vormen)


@given(st.text())
def test_elke_tekst_is_te_meten(tekst: str):
    uit = leesbaarheid(tekst, OP)
    assert (uit.flesch_douma is None) == (uit.woorden == 0)
    assert uit.zinnen <= uit.woorden
