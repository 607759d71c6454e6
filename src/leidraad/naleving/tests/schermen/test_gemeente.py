"""The page of a gemeente: the figure, the norms, the filters, a past day, and who sees which part."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from leidraad.dossiers.secties import sectie_stempel
from leidraad.naleving.handelingen import leg_dag_vast
from leidraad.naleving.tests.schermen.conftest import NORM, PAGINA, SECTIE, Maker, html, tekst
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.handelingen import bewaar_sectie
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.secties import SECTIE as SECTIES
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG
from tests.wereld import Wereld


def regel(pagina: str, norm: str) -> str:
    """What the list says of one norm."""
    rij = next(deel for deel in pagina.split("<tr>") if f'data-label="Norm">{norm}<' in deel)
    return " ".join(rij.split("</tr>")[0].split())


def herstel(verwerking: Verwerking, wereld: Wereld) -> None:
    """Give the verwerking a purpose with a ground, through its own handeling."""
    oud = opslag.lees(verwerking)
    bewaar_sectie(
        verwerking=verwerking,
        sectie=SECTIE,
        nieuw=replace(oud, doelen=VOLLEDIG.doelen),
        stempel=sectie_stempel(oud, SECTIES[SECTIE]),
        door=wereld.lid("privacy_officer"),
        nu=timezone.now(),
    )


def test_elke_norm_staat_er_met_oordeel_cijfers_en_functie(po: Client, maak: Maker) -> None:
    maak()
    maak("Met grondslag", doelen=VOLLEDIG.doelen)
    antwoord = po.get(PAGINA)
    pagina = html(antwoord)
    assert "111 normen" in pagina
    rij = regel(pagina, NORM)
    assert "Niet gehaald" in rij
    assert "1 van 2 niet in orde" in rij
    assert "Teammanager" in rij
    assert f"{PAGINA}normen/{NORM}/" in rij
    assert "normen die Leidraad kan beoordelen" in tekst(antwoord)


@pytest.mark.regel("4.6.3")
def test_wat_iemand_opslaat_staat_op_de_volgende_pagina(po: Client, maak: Maker, wereld: Wereld) -> None:
    een, ander = maak("Een"), maak("Ander")
    assert "2 van 2 niet in orde" in regel(html(po.get(PAGINA)), NORM)
    herstel(een, wereld)
    assert "1 van 2 niet in orde" in regel(html(po.get(PAGINA)), NORM)
    herstel(ander, wereld)
    assert "Alle 2 in orde" in regel(html(po.get(PAGINA)), NORM)


def test_een_lege_gemeente_heet_nog_niets_vastgelegd_en_nooit_gehaald(po: Client, wereld: Wereld) -> None:
    rij = regel(html(po.get(PAGINA)), NORM)
    assert "Nog niets vastgelegd" in rij
    assert "Gehaald" not in rij


@pytest.mark.parametrize(
    ("query", "wel", "niet"),
    [
        ("hoofdstuk=2", "2.1.1", "3.1.1"),
        ("oordeel=niet_gehaald", "2.1.1", "5.1.1"),
        ("rol=ciso", "2.6.1", "2.1.1"),
        ("q=verwerkingsgrondslag", "2.1.1", "2.1.2"),
        ("q=2.1.1", "2.1.1", "2.1.2"),
    ],
)
def test_de_filters_staan_in_het_adres(po: Client, maak: Maker, query: str, wel: str, niet: str) -> None:
    maak()
    pagina = html(po.get(f"{PAGINA}?{query}"))
    assert f'data-label="Norm">{wel}<' in pagina
    assert f'data-label="Norm">{niet}<' not in pagina


def test_een_filter_dat_niet_bestaat_telt_niet(po: Client, maak: Maker) -> None:
    antwoord = po.get(f"{PAGINA}?hoofdstuk=99&oordeel=prima&rol=baas&eenheid=x&volgorde=z&op=gisteren")
    assert "111 normen" in html(antwoord)
    assert "geen bestaande datum" in tekst(antwoord)


def test_niets_gevonden_wijst_de_weg_terug(po: Client, wereld: Wereld) -> None:
    assert "Geen normen gevonden" in tekst(po.get(f"{PAGINA}?q=bestaatnergens"))


@pytest.mark.regel("4.5.7")
def test_de_fg_ziet_eerst_het_grootste_risico_en_anderen_het_beleid(
    fg: Client, po: Client, maak: Maker
) -> None:
    maak()
    van_fg, van_po = html(fg.get(PAGINA)), html(po.get(PAGINA))
    assert "Op volgorde van risico" in van_fg
    assert van_fg.index('data-label="Norm">2.1.1<') < van_fg.index('data-label="Norm">1.1.1<')
    assert van_po.index('data-label="Norm">1.1.1<') < van_po.index('data-label="Norm">2.1.1<')
    assert "Op volgorde van risico" not in html(fg.get(f"{PAGINA}?volgorde=beleid"))


def test_een_bewaarde_dag_toont_de_cijfers_van_die_dag(
    po: Client, maak: Maker, wereld: Wereld, straks: datetime
) -> None:
    verwerking = maak()
    leg_dag_vast(straks - timedelta(days=3))
    herstel(verwerking, wereld)
    toen = timezone.localdate(straks) - timedelta(days=3)
    antwoord = po.get(f"{PAGINA}?op={toen.isoformat()}")
    assert "U kijkt terug" in tekst(antwoord)
    assert "1 van 1 niet in orde" in regel(html(antwoord), NORM)
    assert f"?op={toen.isoformat()}" in regel(html(antwoord), NORM)
    assert "1 van 1 in orde" in regel(html(po.get(PAGINA)), NORM)


def test_een_dag_zonder_stand_is_een_gat_met_de_dichtstbijzijnde_dagen(
    po: Client, wereld: Wereld, straks: datetime
) -> None:
    for dagen in (6, 2):
        leg_dag_vast(straks - timedelta(days=dagen))
    vandaag = timezone.localdate(straks)
    antwoord = po.get(f"{PAGINA}?op={(vandaag - timedelta(days=4)).isoformat()}")
    assert "Van deze dag is geen stand bewaard" in tekst(antwoord)
    for dagen in (6, 2):
        assert f"?op={(vandaag - timedelta(days=dagen)).isoformat()}" in html(antwoord)
    assert 'data-label="Norm"' not in html(antwoord)


def test_morgen_kan_niemand_zien(po: Client, straks: datetime) -> None:
    morgen = timezone.localdate(straks) + timedelta(days=1)
    antwoord = po.get(f"{PAGINA}?op={morgen.isoformat()}")
    assert "Die dag moet nog komen" in tekst(antwoord)
    assert "111 normen" in html(antwoord)


def test_vandaag_is_nu(po: Client, straks: datetime) -> None:
    antwoord = po.get(f"{PAGINA}?op={timezone.localdate(straks).isoformat()}")
    assert "U kijkt terug" not in tekst(antwoord)


def test_een_manager_ziet_de_cijfers_van_de_eigen_eenheid(
    manager: Client, maak: Maker, wereld: Wereld
) -> None:
    maak("Van mij")
    maak("Van een ander", eenheid=wereld.ander_team)
    antwoord = manager.get(PAGINA)
    assert "1 van 1 niet in orde" in regel(html(antwoord), NORM)
    assert "Team Burgerzaken" in tekst(antwoord)
    assert "andere normen gaan over de hele gemeente" in tekst(antwoord)
    # A norm whose figures belong to the whole gemeente is left out.
    assert 'data-label="Norm">1.1.7<' not in html(antwoord)


def test_een_manager_kan_geen_andere_eenheid_kiezen(manager: Client, maak: Maker, wereld: Wereld) -> None:
    maak("Van een ander", eenheid=wereld.ander_team)
    antwoord = manager.get(f"{PAGINA}?eenheid={wereld.ander_team.pk}")
    assert "Nog niets vastgelegd" in regel(html(antwoord), NORM)
    assert "Team Belastingen" not in tekst(antwoord)


def test_een_eenheid_telt_met_wat_eronder_valt(po: Client, maak: Maker, wereld: Wereld) -> None:
    maak("Van het team")
    maak("Van het andere team", eenheid=wereld.ander_team)
    for eenheid, wat in ((wereld.team, "1 van 1 niet"), (wereld.afdeling, "2 van 2 niet")):
        assert wat in regel(html(po.get(f"{PAGINA}?eenheid={eenheid.pk}")), NORM)


def test_van_een_eenheid_bestaat_geen_stand_per_dag(po: Client, wereld: Wereld, straks: datetime) -> None:
    gisteren = timezone.localdate(straks) - timedelta(days=1)
    antwoord = po.get(f"{PAGINA}?eenheid={wereld.team.pk}&op={gisteren.isoformat()}")
    assert "niet die van een eenheid" in tekst(antwoord)


def test_het_aantal_vragen_aan_de_database_blijft_klein(
    po: Client, maak: Maker, straks: datetime, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    maak()
    leg_dag_vast(straks - timedelta(days=1))
    po.get(PAGINA)
    # Signing in, functions and the work that waits: 5. The page itself: 10.
    with django_assert_max_num_queries(15):
        po.get(PAGINA)
