"""Verdicts in words: one, several and none, and never a figure where nothing was counted."""

import pytest

from leidraad.naleving.uitslag import Uitslag
from leidraad.naleving.weergave import cijfers, hoofdstuktitel, per_hoofdstuk, vat_samen
from leidraad.normen.norm import normen
from leidraad.normen.oordeel import Oordeel


def uitslag(oordeel: Oordeel, totaal: int = 0, tekort: int = 0, nummer: str = "2.1.1") -> Uitslag:
    return Uitslag(normen()[nummer], oordeel, totaal, tekort)


@pytest.mark.parametrize(
    ("oordelen", "kop"),
    [
        ([], "Leidraad kan nog geen van deze normen beoordelen"),
        (
            [Oordeel.NOG_NIETS_VASTGELEGD, Oordeel.ATTEST_NODIG],
            "Leidraad kan nog geen van deze normen beoordelen",
        ),
        ([Oordeel.GEHAALD], "De ene norm die Leidraad kan beoordelen, is gehaald"),
        ([Oordeel.NIET_GEHAALD], "De ene norm die Leidraad kan beoordelen, is niet gehaald"),
        (
            [Oordeel.GEHAALD, Oordeel.NIET_GEHAALD],
            "1 van de 2 normen die Leidraad kan beoordelen, is gehaald",
        ),
        ([Oordeel.NIET_GEHAALD] * 2, "0 van de 2 normen die Leidraad kan beoordelen, zijn gehaald"),
        ([Oordeel.GEHAALD] * 3, "3 van de 3 normen die Leidraad kan beoordelen, zijn gehaald"),
    ],
)
def test_de_kop_telt_alleen_wat_leidraad_kan_beoordelen(oordelen: list[Oordeel], kop: str) -> None:
    assert vat_samen(uitslag(oordeel) for oordeel in oordelen).kop == kop


def test_wat_leidraad_niet_kan_beoordelen_staat_er_met_de_reden() -> None:
    rest = vat_samen(
        uitslag(oordeel)
        for oordeel in (
            Oordeel.NOG_NIETS_VASTGELEGD,
            Oordeel.ATTEST_NODIG,
            Oordeel.NOG_NIET_GEBOUWD,
            Oordeel.NOG_NIET_GEBOUWD,
        )
    ).rest
    assert rest == [
        "Bij 1 norm is nog niets vastgelegd.",
        "Bij 1 norm moet iemand nog een verklaring geven.",
        "Bij 2 normen is het onderdeel van Leidraad nog niet gebouwd.",
    ]
    assert vat_samen([uitslag(Oordeel.GEHAALD)]).rest == []


def test_het_procent_is_dat_van_de_beoordeelde_normen() -> None:
    assert vat_samen([]).procent is None
    assert (
        vat_samen(
            [uitslag(Oordeel.GEHAALD), uitslag(Oordeel.NIET_GEHAALD), uitslag(Oordeel.ATTEST_NODIG)]
        ).procent
        == 50.0
    )


@pytest.mark.parametrize(
    ("wat", "woorden"),
    [
        (uitslag(Oordeel.NIET_GEHAALD, 40, 3), "3 van 40 niet in orde"),
        (uitslag(Oordeel.GEHAALD, 40), "Alle 40 in orde"),
        (uitslag(Oordeel.GEHAALD, 1), "1 van 1 in orde"),
        (uitslag(Oordeel.NOG_NIETS_VASTGELEGD), ""),
        # A statement alone counts nothing.
        (uitslag(Oordeel.GEHAALD, 1, nummer="4.1.1"), ""),
    ],
)
def test_cijfers_in_woorden(wat: Uitslag, woorden: str) -> None:
    assert cijfers(wat) == woorden


def test_hoofdstukken_staan_in_de_volgorde_van_het_beleid_en_zonder_lege() -> None:
    groepen = per_hoofdstuk(
        [uitslag(Oordeel.GEHAALD, nummer="4.1.1"), uitslag(Oordeel.GEHAALD, nummer="1.1.1")]
    )
    assert list(groepen) == [1, 4]
    assert hoofdstuktitel(1) == "1. Inleiding en reikwijdte"
