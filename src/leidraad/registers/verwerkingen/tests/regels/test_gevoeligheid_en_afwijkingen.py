"""How sensitive the data make a verwerking, and what deserves attention without blocking."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.inhoud import Inhoud, Maatregel, Vernietiging
from leidraad.registers.verwerkingen.regels.afwijkingen import afwijkingen
from leidraad.registers.verwerkingen.regels.gevoeligheid import (
    KLASSEN,
    gevoeligheidsklasse,
    herzien_voor,
    ontbrekende_maatregelen,
)
from leidraad.registers.verwerkingen.tests.regels.hulp import OP
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG, volledig


def met(soort: str, **wie: Any) -> Inhoud:
    return volledig(
        gegevens=(replace(VOLLEDIG.gegevens[0], soort=soort),),
        betrokkenen=(replace(VOLLEDIG.betrokkenen[0], **wie),),
    )


@pytest.mark.regel("2.6.1")
@pytest.mark.parametrize(
    ("inhoud", "klasse"),
    [
        (Inhoud(), "basis"),
        (met("gewoon"), "basis"),
        (met("gewoon", kwetsbaar=True, schaal="groot"), "basis"),
        (met("gevoelig"), "gevoelig"),
        (met("bsn"), "gevoelig"),
        (met("gevoelig", kwetsbaar=True), "zeer_gevoelig"),
        (met("gevoelig", schaal="groot"), "zeer_gevoelig"),
        (met("bijzonder"), "zeer_gevoelig"),
        (met("strafrechtelijk", kwetsbaar=True), "zeer_gevoelig"),
        (met("onbekende soort"), "basis"),
    ],
)
def test_hoe_gevoeliger_de_gegevens_hoe_hoger_de_klasse(inhoud: Inhoud, klasse: str):
    assert gevoeligheidsklasse(inhoud, OP) == klasse


def test_de_klassen_staan_in_de_volgorde_van_de_lijst():
    assert [k.code for k in sorted(lijst("gevoeligheidsklassen", OP), key=lambda k: k.rang)] == list(KLASSEN)


@pytest.mark.regel("3.3.2")
@pytest.mark.parametrize(
    ("klasse", "uiterlijk"),
    [("basis", date(2027, 11, 23)), ("gevoelig", date(2027, 11, 23)), ("zeer_gevoelig", date(2027, 5, 24))],
)
def test_gevoelige_verwerkingen_worden_vaker_herzien(klasse: str, uiterlijk: date):
    assert abs((herzien_voor(klasse, OP, OP) - uiterlijk).days) <= 3


@pytest.mark.regel("2.6.1")
def test_alle_maatregelen_van_de_klasse_is_genoeg():
    inhoud = met("bijzonder")
    codes = [m.code for m in lijst("maatregelen", OP) if "zeer_gevoelig" in m.klassen]
    assert ontbrekende_maatregelen(inhoud, OP)
    alle = tuple(Maatregel(regel=nummer, code=code) for nummer, code in enumerate(codes, 1))
    assert ontbrekende_maatregelen(replace(inhoud, maatregelen=alle), OP) == ()


def gronden(inhoud: Inhoud, op: date = OP) -> set[str]:
    return {a.grond for a in afwijkingen(inhoud, op)}


# On a day that still has to come nothing can have been destroyed.
STRAKS_VERNIETIGD = Vernietiging(
    regel=1, gepland_op=date(2026, 11, 22), uitgevoerd_op=date(2026, 11, 24), verklaring="Weg."
)
GEVALLEN = [
    ("norm 2.10.1", {"profilering": True}, True),
    ("AVG art. 22, norm 2.10.2", {"geautomatiseerd_besluit": True}, True),
    ("norm 2.2.1", {"doelen": (replace(VOLLEDIG.doelen[0], omschrijving="Te kort."),)}, False),
    ("norm 2.8.1", {"autorisaties": ()}, False),
    ("norm 2.5.3", {"vernietigingen": (Vernietiging(regel=1, uitgevoerd_op=OP),)}, False),
    ("norm 2.5.3", {"vernietigingen": (Vernietiging(regel=1, gepland_op=date(2026, 11, 22)),)}, False),
    ("norm 2.5.3", {"vernietigingen": (STRAKS_VERNIETIGD,)}, False),
]  # fmt: skip


@pytest.mark.regel("2.2.1", "2.5.3", "2.8.1", "2.10.1", "2.10.2")
@pytest.mark.parametrize(("grond", "anders", "naar_fg"), GEVALLEN)
def test_een_afwijking_heeft_een_grond_en_gaat_soms_naar_de_fg(
    grond: str, anders: dict[str, Any], naar_fg: bool
):
    inhoud = volledig(**anders)
    assert [a.naar_fg for a in afwijkingen(inhoud, OP) if a.grond == grond] == [naar_fg]
    assert grond not in gronden(VOLLEDIG)


@pytest.mark.regel("2.10.2")
def test_beschreven_controle_door_een_mens_is_geen_afwijking():
    inhoud = volledig(
        geautomatiseerd_besluit=True, menselijke_controle="Een medewerker kijkt elk besluit na."
    )
    assert "AVG art. 22, norm 2.10.2" not in gronden(inhoud)


@pytest.mark.regel("2.5.3")
def test_wat_vandaag_gepland_is_is_nog_op_tijd():
    inhoud = volledig(vernietigingen=(Vernietiging(regel=1, gepland_op=OP),))
    assert "norm 2.5.3" not in gronden(inhoud)
