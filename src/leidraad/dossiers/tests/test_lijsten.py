"""What the list page of every register has in common: values of the address, days, and leafing."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import Q
from django.http import QueryDict

from leidraad.dossiers.lijsten.bladeren import PER_PAGINA, bladzijde, zonder_pagina
from leidraad.dossiers.lijsten.selectie import dag, eenheid_q, leeg_laatst, periode_q, schoon
from leidraad.dossiers.werk import begin_van


def test_wat_iemand_typt_wordt_een_regel_die_elke_database_aankan():
    assert schoon("  de\x00\t wet \n ") == "de wet"
    assert schoon("a" * 300) == "a" * 200
    assert schoon("abcdef", 3) == "abc"


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("2026-11-23", date(2026, 11, 23)),
        ("1900-01-01", date(1900, 1, 1)),
        ("1899-12-31", None),
        ("2201-01-01", None),
        ("2026-02-30", None),
        ("", None),
        ("gisteren", None),
    ],
)
def test_een_dag_die_niemand_bedoelt_is_geen_dag(tekst, verwacht):
    assert dag(tekst) == verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("12", Q(eenheid_id=12)),
        ("9" * 18, Q(eenheid_id=int("9" * 18))),
        ("9" * 19, Q()),
        ("-1", Q()),
        ("x", Q()),
        ("", Q()),
    ],
)
def test_wat_geen_nummer_van_een_eenheid_is_vraagt_niets(tekst, verwacht):
    assert eenheid_q(tekst) == verwacht


def test_een_periode_telt_de_laatste_dag_heel_mee():
    eerste, na_laatste = begin_van(date(2026, 1, 1)), begin_van(date(2026, 2, 1))
    assert periode_q("op", "2026-01-01", "2026-01-31") == Q(op__gte=eerste, op__lt=na_laatste)
    assert periode_q("op", "2026-01-01", "") == Q(op__gte=eerste)
    assert periode_q("op", "", "2026-01-31") == Q(op__lt=na_laatste)
    assert periode_q("op", "", "onzin") == Q()


@pytest.mark.parametrize("omlaag", [True, False])
def test_wat_leeg_is_komt_altijd_achteraan(omlaag):
    volgorde = leeg_laatst("herzien_voor", omlaag=omlaag)
    assert volgorde.nulls_last
    assert volgorde.descending is omlaag


@pytest.mark.parametrize(
    ("gevraagd", "nummer"),
    [
        ("1", 1),
        ("3", 3),
        ("4", 3),
        ("999999", 3),
        ("0", 1),
        ("-2", 1),
        ("", 1),
        ("x", 1),
        ("²", 1),
        ("9999999", 1),
    ],
)
def test_een_bladzijde_die_er_niet_is_wordt_de_dichtstbijzijnde(gevraagd, nummer):
    assert bladzijde(range(2 * PER_PAGINA + 1), gevraagd).number == nummer


def test_een_lege_lijst_heeft_een_lege_eerste_bladzijde():
    assert list(bladzijde([], "7")) == []


def test_zonder_pagina_blijven_filters_en_volgorde():
    assert zonder_pagina(QueryDict("q=wmo&pagina=3&sorteer=-naam")).urlencode() == "q=wmo&sorteer=-naam"
