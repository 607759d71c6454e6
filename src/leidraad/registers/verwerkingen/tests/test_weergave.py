"""Everything that is stored has a name on the screen, and reads as words."""

import dataclasses
import typing
from datetime import date

import pytest

from leidraad.registers.verwerkingen.inhoud import (
    LIJSTEN,
    VELDEN,
    Gegeven,
    Inhoud,
    Maatregel,
    Noodzaak,
    Ontvanger,
)
from leidraad.registers.verwerkingen.labels import LABELS, LIJSTTITELS, RIJNAMEN
from leidraad.registers.verwerkingen.regels.volledigheid import ontbreekt
from leidraad.registers.verwerkingen.secties import SECTIES
from leidraad.registers.verwerkingen.tests.voorbeeld import volledig
from leidraad.registers.verwerkingen.weergave import in_woorden, label_van, secties_weergave

OP = date(2026, 11, 23)


def _rijvelden():
    for naam in LIJSTEN:
        klasse = typing.get_args(typing.get_type_hints(Inhoud)[naam])[0]
        yield from (f"{naam}.{f.name}" for f in dataclasses.fields(klasse) if f.name != "regel")


def test_elk_veld_en_elke_lijst_heeft_een_naam():
    assert set(LABELS) == {*VELDEN, *_rijvelden()}
    assert set(LIJSTTITELS) == set(RIJNAMEN) == set(LIJSTEN)


def test_elk_veld_staat_in_een_onderdeel():
    assert {*VELDEN, *LIJSTEN} == {n for s in SECTIES for n in (*s.velden, *s.lijsten)}


@pytest.mark.parametrize(
    ("pad", "waarde", "woorden"),
    [
        ("rol", "gezamenlijk", "Gezamenlijk verantwoordelijk"),
        ("rol", "iets ouds", "iets ouds"),
        ("startdatum", date(2026, 2, 1), "01-02-2026"),
        ("profilering", None, ""),
        ("profilering", False, "Nee"),
        ("doelen.1.grondslag", "6-1-a", "Toestemming (AVG 6 lid 1 onder a)"),
        ("doelen.1.grondslag", "onbekend", "onbekend"),
        ("bewaartermijnen.1.duur", "P1Y6M", "1 jaar en 6 maanden"),
        ("bewaartermijnen.1.resultaat", "1.1", "1.1 – Ingericht"),
        ("ontvangers.1.land", "DE", "Duitsland"),
        ("gegevens.1.betrokkenen", 1, "Aanvragers"),
        ("gegevens.1.betrokkenen", 99, ""),
        ("gegevens.1.noodzaken", (Noodzaak(doel=1, waarom="Om te beslissen."),),
         "Beslissen op aanvragen om een parkeervergunning.: Om te beslissen."),
    ],
)  # fmt: skip
def test_een_waarde_in_woorden(pad, waarde, woorden):
    assert in_woorden(pad, waarde, volledig(), OP) == woorden


def test_een_hele_rij_in_woorden():
    rij = Ontvanger(regel=2, naam="Cloud", land="US")
    assert in_woorden("ontvangers.2", rij, volledig(), OP) == "Ontvanger: Cloud\nLand: Verenigde Staten"
    assert in_woorden("ontvangers.2", None, volledig(), OP) == ""


@pytest.mark.parametrize(
    ("pad", "label"),
    [
        ("rol", "Rol van de gemeente"),
        ("doelen", "Doelen"),
        ("doelen.2", "Doel 2"),
        ("doelen.2.wet", "Doel 2: wet"),
    ],
)
def test_de_naam_van_een_pad(pad, label):
    assert label_van(pad) == label


def test_elk_onderdeel_is_te_tonen_ook_met_halve_rijen():
    for inhoud in (Inhoud(), volledig(), volledig(gegevens=(Gegeven(regel=7),))):
        assert [s.sectie for s in secties_weergave(SECTIES, inhoud, OP)] == list(SECTIES)


def _leest(inhoud: Inhoud):
    """What a reader of the dossier meets, by section."""
    eisen = ontbreekt(inhoud, OP)
    return {s.sectie.code: s for s in secties_weergave(SECTIES, inhoud, OP, eisen)}


def _velden(inhoud: Inhoud, sectie: str) -> dict[str, str]:
    return {cel.veld: cel.tekst for cel in _leest(inhoud)[sectie].velden}


def test_wat_niet_geldt_staat_er_niet_en_wat_nog_nodig_is_wel():
    gewoon = volledig(profilering=False, einddatum=None, rol="verantwoordelijke", rol_toelichting="")
    assert not {"einddatum", "rol_toelichting", "hoofdverwerking"} & _velden(gewoon, "algemeen").keys()
    assert "profilering_toelichting" not in _velden(gewoon, "zorgvuldigheid")
    samen = volledig(rol="gezamenlijk", rol_toelichting="", profilering=True, profilering_toelichting="")
    assert _velden(samen, "algemeen")["rol_toelichting"] == ""
    assert _velden(samen, "zorgvuldigheid")["profilering_toelichting"] == ""
    computer = volledig(geautomatiseerd_besluit=True, menselijke_controle="")
    assert _velden(computer, "zorgvuldigheid")["menselijke_controle"] == ""
    assert _velden(Inhoud(), "algemeen")["omschrijving"] == ""


def test_maatregelen_zonder_toelichting_zijn_namen_en_de_andere_rijen():
    maatregelen = (
        Maatregel(regel=1, code="mfa"),
        Maatregel(regel=2, code="logging", toelichting="Een jaar bewaard."),
        Maatregel(regel=3, code="backup"),
    )
    lijsten = {
        lijst.code: lijst for lijst in _leest(volledig(maatregelen=maatregelen))["beveiliging"].lijsten
    }
    assert [rij.regel for rij in lijsten["maatregelen"].rijen] == [2]
    assert len(lijsten["maatregelen"].namen) == 2
    zonder = _leest(volledig(maatregelen=maatregelen[:1]))["beveiliging"].lijsten[1]
    assert (zonder.koppen, zonder.rijen) == (("Maatregel",), ())


def test_een_cel_die_nog_nodig_is_blijft_in_de_tabel():
    ontvangers = (Ontvanger(regel=1, naam="Drukker", rol="verwerker", land="NL"),)
    (lijst,) = _leest(volledig(ontvangers=ontvangers))["ontvangers"].lijsten
    cel = next(cel for cel in lijst.rijen[0].cellen if cel.veld == "waarvoor")
    assert (cel.tekst, cel.nodig) == ("", True)
