"""Norms 2.6.1, 2.8.1, 2.8.2 and 4.4.5: security and authorisations."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.tests.toetsen.conftest import (
    AUTORISATIE,
    GOED,
    OP_NORM,
    VANDAAG,
    gegeven,
    rij,
    tekort,
)
from leidraad.registers.verwerkingen.toetsen.toegang import herzien_vanaf

JAAR_GELEDEN = date(2025, 11, 23)
DAG = timedelta(days=1)
# Just inside, on and just outside the year in which authorisations must be reviewed.
HERZIEN = [
    (VANDAAG, False),
    (JAAR_GELEDEN, False),
    (JAAR_GELEDEN - DAG, True),
    (None, True),
    (VANDAAG + DAG, True),
]


def _zonder(klasse: str):
    """Every measure but one that this class asks for, and one that it does not ask for."""
    codes = [m.code for m in lijst("maatregelen", VANDAAG) if klasse in m.klassen]
    return tuple(m for m in GOED.maatregelen if m.code != codes[-1])


@pytest.mark.norm("2.6.1")
@pytest.mark.parametrize("soort", ["gewoon", "gevoelig", "bijzonder"])
def test_de_maatregelen_passen_bij_de_gevoeligheid(beoordeel, soort):
    klasse = {"gewoon": "basis", "gevoelig": "gevoelig", "bijzonder": "zeer_gevoelig"}[soort]
    alleen_nodig = tuple(
        m for m in GOED.maatregelen if klasse in lijst("maatregelen", VANDAAG)[m.code].klassen
    )
    gegevens = gegeven(soort=soort)
    assert beoordeel("2.6.1", gegevens=gegevens, maatregelen=alleen_nodig) is False
    assert beoordeel("2.6.1", gegevens=gegevens, maatregelen=_zonder(klasse)) is True
    assert beoordeel("2.6.1", gegevens=gegevens, maatregelen=()) is True


@pytest.mark.norm("2.6.1")
def test_dezelfde_maatregelen_zijn_te_weinig_voor_gevoeliger_gegevens_en_dubbel_telt_een_keer(beoordeel):
    basis = tuple(m for m in GOED.maatregelen if "basis" in lijst("maatregelen", VANDAAG)[m.code].klassen)
    dubbel = tuple(replace(m, regel=m.regel + 100) for m in basis[:-1])
    assert beoordeel("2.6.1", maatregelen=basis) is False
    assert beoordeel("2.6.1", gegevens=gegeven(soort="bsn"), maatregelen=basis) is True
    assert beoordeel("2.6.1", maatregelen=(*basis[:-1], *dubbel)) is True


@pytest.mark.norm("2.8.1")
@pytest.mark.parametrize(("herzien_op", "uitkomst"), HERZIEN)
def test_wie_mag_zien_is_het_laatste_jaar_bekeken(beoordeel, herzien_op, uitkomst):
    assert beoordeel("2.8.1", **rij("autorisaties", herzien_op=herzien_op)) is uitkomst


@pytest.mark.norm("2.8.1")
@pytest.mark.parametrize(
    ("autorisaties", "uitkomst"),
    [
        ((), True),
        ((replace(AUTORISATIE, functie=""),), True),
        ((replace(AUTORISATIE, lezen=False),), True),
        ((replace(AUTORISATIE, invoeren=False, wijzigen=False, verwijderen=False),), False),
        ((AUTORISATIE, replace(AUTORISATIE, regel=2, herzien_op=None)), True),
    ],
)
def test_er_staat_wie_mag_zien(beoordeel, autorisaties, uitkomst):
    assert beoordeel("2.8.1", autorisaties=autorisaties) is uitkomst


@pytest.mark.norm("2.8.2")
@pytest.mark.parametrize(("herzien_op", "uitkomst"), HERZIEN)
def test_wie_mag_schrijven_is_het_laatste_jaar_bekeken(beoordeel, herzien_op, uitkomst):
    assert beoordeel("2.8.2", **rij("autorisaties", herzien_op=herzien_op)) is uitkomst


LEEST = replace(AUTORISATIE, invoeren=False, wijzigen=False, verwijderen=False)


@pytest.mark.norm("2.8.2")
@pytest.mark.parametrize(
    ("autorisaties", "uitkomst"),
    [
        ((AUTORISATIE,), False),
        ((LEEST,), True),
        ((replace(AUTORISATIE, invoeren=False),), True),
        ((replace(AUTORISATIE, wijzigen=False),), True),
        ((replace(AUTORISATIE, verwijderen=False),), True),
        ((replace(AUTORISATIE, wijzigen=False), replace(LEEST, regel=2, wijzigen=True)), False),
        # Who may only read counts for norm 2.8.1.
        ((AUTORISATIE, replace(LEEST, regel=2, herzien_op=None)), False),
        ((AUTORISATIE, replace(LEEST, regel=2, wijzigen=True, herzien_op=None)), True),
        ((AUTORISATIE, replace(LEEST, regel=2, wijzigen=True, functie="")), True),
    ],
)
def test_per_recht_staat_er_wie_mag_schrijven(beoordeel, autorisaties, uitkomst):
    assert beoordeel("2.8.2", autorisaties=autorisaties) is uitkomst


@pytest.mark.norm("4.4.5")
@pytest.mark.parametrize(("herzien_op", "uitkomst"), HERZIEN)
def test_de_teammanager_bekijkt_de_autorisaties_elk_jaar(beoordeel, herzien_op, uitkomst):
    assert beoordeel("4.4.5", **rij("autorisaties", herzien_op=herzien_op)) is uitkomst


@pytest.mark.norm("4.4.5")
def test_zonder_eenheid_verstrekt_niemand_autorisaties(maak, nu):
    verwerking = maak()
    assert tekort(OP_NORM["4.4.5"], verwerking, nu) is False
    verwerking.dossier.eenheid = None
    verwerking.dossier.save()
    assert tekort(OP_NORM["4.4.5"], Verwerking.objects.get(pk=verwerking.pk), nu) is True


@pytest.mark.parametrize(
    ("op", "vanaf"),
    [
        (date(2026, 11, 23), date(2025, 11, 23)),
        (date(2026, 1, 1), date(2025, 1, 1)),
        (date(2026, 12, 31), date(2025, 12, 31)),
        (date(2028, 2, 29), date(2027, 2, 28)),
    ],
)
def test_een_jaar_terug_is_dezelfde_dag_of_de_laatste_van_de_maand(op, vanaf):
    assert lijst("streefwaarden", op)["autorisaties_herzien"].eenheid == "maanden"
    assert herzien_vanaf(op) == vanaf
