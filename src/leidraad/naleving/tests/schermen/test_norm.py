"""The page of a norm: from "niet gehaald" to the dossiers and the people, and what stays hidden."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from leidraad.naleving.handelingen import leg_dag_vast, verklaar
from leidraad.naleving.tests.schermen.conftest import (
    NORMPAGINA,
    PAGINA,
    SECTIE,
    ClientAls,
    Maker,
    html,
    tekst,
)
from leidraad.naleving.toetsen import attest_van
from leidraad.organisaties.models import Functievervulling
from leidraad.registers.datalekken.handelingen import meld
from leidraad.registers.datalekken.inhoud import Inhoud as Lek
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG
from tests.wereld import Wereld

# A report that nobody judged in time falls short of this norm, and is confidential.
LEKNORM = f"{PAGINA}normen/3.4.1/"
# Units fall short of this one.
EENHEIDNORM = f"{PAGINA}normen/4.2.1/"


@pytest.fixture
def oud_lek(wereld: Wereld, straks: datetime) -> str:
    """A report of a month ago that still waits; its number."""
    datalek = meld(
        gemeente=wereld.gemeente,
        eenheid=wereld.team,
        inhoud=Lek(omschrijving="Een brief ging naar het verkeerde adres."),
        door=wereld.lid("medewerker"),
        nu=straks - timedelta(days=30),
    )
    return datalek.dossier.nummer


def test_in_twee_klikken_van_niet_gehaald_naar_het_dossier_en_de_mens(po: Client, maak: Maker) -> None:
    verwerking = maak("Honden registreren")
    maak("Wel in orde", doelen=VOLLEDIG.doelen)
    # First click: the norm in the list leads to its page.
    assert f'href="{NORMPAGINA}"' in html(po.get(PAGINA))
    antwoord = po.get(NORMPAGINA)
    assert "1 van 2 niet in orde" in tekst(antwoord)
    assert "Honden registreren" in tekst(antwoord)
    assert "Wel in orde" not in tekst(antwoord)
    # The person who is responsible for the unit of the dossier, by name and function.
    assert "Teammanager" in tekst(antwoord)
    # Second click: the dossier itself, and straight to where it is mended.
    dossier = f"/werk/leiden/verwerkingen/{verwerking.dossier.nummer}/"
    assert f'href="{dossier}"' in html(antwoord)
    assert f'href="{dossier}bewerken/{SECTIE}/"' in html(antwoord)
    assert po.get(dossier).status_code == 200
    assert po.get(f"{dossier}bewerken/{SECTIE}/").status_code == 200


def test_bij_een_norm_van_de_privacy_officer_staat_ook_wie_het_dossier_leidt(po: Client, maak: Maker) -> None:
    maak("Honden registreren")
    woorden = tekst(po.get(f"{PAGINA}normen/3.3.2/"))
    assert "Honden registreren" in woorden
    # The Privacy Officers by name, and the manager of the unit whose dossier it is.
    assert "Privacy officer" in woorden
    assert "Teammanager van de eenheid" in woorden


def test_een_dag_die_niet_is_bewaard_toont_geen_cijfers_van_nu(po: Client, maak: Maker) -> None:
    maak("Honden registreren")
    woorden = tekst(po.get(f"{NORMPAGINA}?op=2026-01-15"))
    assert "Van deze dag is geen stand bewaard" in woorden
    assert "niet in orde" not in woorden
    assert "Honden registreren" not in woorden


def test_wie_niet_mag_bewerken_krijgt_geen_weg_naar_het_formulier(fg: Client, maak: Maker) -> None:
    maak()
    assert f"bewerken/{SECTIE}" not in html(fg.get(NORMPAGINA))


def test_de_norm_staat_er_in_woorden_met_wet_en_wat_meetelt(po: Client, wereld: Wereld) -> None:
    woorden = tekst(po.get(NORMPAGINA))
    assert "Elke verwerking heeft vooraf een verwerkingsgrondslag" in woorden
    assert "AVG 5 lid 1a, 6" in woorden
    assert "Verwerkingen die lopen" in woorden
    assert "Nog niets vastgelegd" in woorden


@pytest.mark.regel("3.4.1")
def test_wat_vertrouwelijk_is_telt_mee_maar_staat_er_niet(client_als: ClientAls, oud_lek: str) -> None:
    van_po, van_ciso = (
        tekst(client_als("privacy_officer").get(LEKNORM)),
        tekst(client_als("ciso").get(LEKNORM)),
    )
    assert oud_lek in van_po
    assert oud_lek not in van_ciso
    assert "1 van 1 niet in orde" in van_ciso
    assert "1 dossier telt mee, maar mag u niet zien" in van_ciso


def test_wie_met_zijn_tweeen_is_heet_niet_verantwoordelijk(
    po: Client, maak: Maker, wereld: Wereld, straks: datetime
) -> None:
    maak()
    Functievervulling.objects.create(
        persoon=wereld.persoon("coordinator"), gemeente=wereld.gemeente, eenheid=wereld.team,
        functie="teammanager",
    )  # fmt: skip
    assert "2 mensen als teammanager" in tekst(po.get(NORMPAGINA))


def test_een_eenheid_leidt_naar_haar_eigen_normen(po: Client, wereld: Wereld) -> None:
    antwoord = po.get(EENHEIDNORM)
    assert "Team Belastingen" in tekst(antwoord)
    assert f"{PAGINA}?eenheid={wereld.ander_team.pk}" in html(antwoord)
    assert 'name="dossier"' not in html(antwoord)
    assert "Taak maken voor deze norm" in tekst(antwoord)


def test_een_manager_ziet_alleen_wat_bij_de_eigen_eenheid_hoort(
    manager: Client, maak: Maker, wereld: Wereld
) -> None:
    maak("Van mij")
    maak("Van een ander", eenheid=wereld.ander_team)
    woorden = tekst(manager.get(NORMPAGINA))
    assert "1 van 1 niet in orde" in woorden
    assert "Van mij" in woorden
    assert "Van een ander" not in woorden
    assert "Dit zijn de cijfers van Team Burgerzaken" in woorden
    assert "Verloop" not in woorden


def test_een_norm_zonder_eenheid_zegt_een_manager_waarom_er_geen_oordeel_is(
    manager: Client, wereld: Wereld
) -> None:
    for nummer in ("1.1.7", "4.1.1"):
        assert "gaat over de hele gemeente" in tekst(manager.get(f"{PAGINA}normen/{nummer}/"))


def test_een_norm_die_nog_komt_zegt_dat_eerlijk(po: Client, wereld: Wereld) -> None:
    woorden = tekst(po.get(f"{PAGINA}normen/6.1.1/"))
    assert "Nog niet gebouwd" in woorden
    assert "register van algoritmen" in woorden


def test_een_norm_die_niet_bestaat_bestaat_niet(po: Client, wereld: Wereld) -> None:
    assert po.get(f"{PAGINA}normen/9.9.9/").status_code == 404


def test_een_verklaring_staat_er_met_wie_en_tot_wanneer(po: Client, wereld: Wereld, straks: datetime) -> None:
    waar = f"{PAGINA}normen/4.1.1/"
    assert "Er is nog geen verklaring" in tekst(po.get(waar))
    assert "Alleen de Gemeentesecretaris" in tekst(po.get(waar))
    Functievervulling.objects.create(
        persoon=wereld.persoon("medewerker"), gemeente=wereld.gemeente, functie="gemeentesecretaris"
    )
    attest = attest_van("4.1.1")
    assert attest is not None
    verklaar(
        wereld.gemeente,
        attest,
        voldoet=True,
        toelichting="Er is geld en er zijn mensen.",
        bewijs="Begroting 2026, besluit van 11 november",
        door=wereld.lid("medewerker", timezone.localdate(straks)),
        nu=straks,
    )
    woorden = tekst(po.get(waar))
    for stuk in (
        "Gehaald",
        "Er is geld en er zijn mensen",
        "Begroting 2026",
        "Medewerker, gemeentesecretaris",
    ):
        assert stuk in woorden
    assert "NO-" in woorden


def test_een_bewaarde_dag_toont_toen_en_de_dossiers_van_nu(po: Client, maak: Maker, straks: datetime) -> None:
    leg_dag_vast(straks - timedelta(days=2))
    maak("Pas later gekomen")
    toen = timezone.localdate(straks) - timedelta(days=2)
    woorden = tekst(po.get(f"{NORMPAGINA}?op={toen.isoformat()}"))
    assert "Nog niets vastgelegd" in woorden
    assert "Dit zijn de dossiers van nu" in woorden
    assert "Pas later gekomen" in woorden


def test_veel_bevindingen_staan_op_bladzijden_in_evenveel_vragen(
    po: Client, maak: Maker, straks: datetime, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    maak("Nummer 0")
    po.get(NORMPAGINA)
    # Signing in, functions and the work that waits: 5. The page itself: 11.
    with django_assert_max_num_queries(16):
        po.get(NORMPAGINA)
    for nummer in range(1, 30):
        maak(f"Nummer {nummer}")
    with django_assert_max_num_queries(16):
        eerste = html(po.get(NORMPAGINA))
    tweede = html(po.get(f"{NORMPAGINA}?pagina=2"))
    assert eerste.count('name="dossier"') == 25
    assert tweede.count('name="dossier"') == 5
    assert "?pagina=2" in eerste


@pytest.mark.parametrize("pagina", ["0", "-1", "x", "99999999999"])
def test_een_bladzijde_die_niet_bestaat_wordt_de_dichtstbijzijnde(
    po: Client, maak: Maker, pagina: str
) -> None:
    maak("De enige")
    assert "De enige" in tekst(po.get(f"{NORMPAGINA}?pagina={pagina}"))
