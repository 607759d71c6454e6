"""Make tasks from the page of a norm: one, several, for a unit, and when it is refused."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from leidraad.dossiers.models import Taak
from leidraad.naleving.tests.schermen.conftest import (
    NORM,
    NORMPAGINA,
    PAGINA,
    SECTIE,
    ClientAls,
    Maker,
    tekst,
)
from leidraad.naleving.tests.schermen.test_norm import EENHEIDNORM, LEKNORM, oud_lek
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG
from tests.wereld import Wereld

__all__ = ["oud_lek"]
MAAK = f"{NORMPAGINA}taak/"
SOORT = f"norm_herstellen_{NORM}"


@pytest.fixture
def dag(straks: datetime) -> date:
    """A day that is still to come."""
    return timezone.localdate(straks) + timedelta(days=14)


def test_een_taak_ligt_bij_wie_verantwoordelijk_is(
    po: Client, maak: Maker, wereld: Wereld, dag: date
) -> None:
    dossier = maak("Honden registreren").dossier
    antwoord = po.post(MAAK, {"uiterlijk": dag.isoformat(), "een": dossier.pk})
    assert antwoord.status_code == 302
    assert antwoord["Location"] == NORMPAGINA
    taak = Taak.objects.get(soort=SOORT)
    assert taak.dossier_id == dossier.pk
    assert taak.toegewezen == wereld.persoon("teammanager")
    assert taak.uiterlijk is not None
    assert timezone.localdate(taak.uiterlijk) == dag
    assert taak.pad == f"bewerken/{SECTIE}/"
    woorden = tekst(po.get(NORMPAGINA))
    assert "De taak is gemaakt en ligt bij Teammanager" in woorden
    assert "Taak maken" not in woorden


def test_meer_taken_tegelijk_en_wat_al_in_orde_is_blijft_zonder(po: Client, maak: Maker, dag: date) -> None:
    een, twee = maak("Een").dossier, maak("Twee").dossier
    goed = maak("Goed", doelen=VOLLEDIG.doelen).dossier
    po.post(MAAK, {"uiterlijk": dag.isoformat(), "dossier": [een.pk, twee.pk, goed.pk]})
    assert set(Taak.objects.filter(soort=SOORT).values_list("dossier", flat=True)) == {een.pk, twee.pk}
    woorden = tekst(po.get(NORMPAGINA))
    assert "2 taken zijn gemaakt." in woorden
    assert "voldoet al aan de norm" in woorden


def test_zonder_keuze_of_met_een_dag_die_voorbij_is_komt_de_pagina_terug(
    po: Client, maak: Maker, dag: date, straks: datetime
) -> None:
    dossier = maak("Honden registreren").dossier
    gisteren = timezone.localdate(straks) - timedelta(days=1)
    for gegevens, reden in (
        ({"uiterlijk": dag.isoformat()}, "Kies eerst voor welke dossiers"),
        ({"uiterlijk": gisteren.isoformat(), "een": dossier.pk}, "Kies een dag die nog komt."),
        ({"uiterlijk": "", "een": dossier.pk}, "Kies de dag waarop dit klaar moet zijn."),
    ):
        woorden = tekst(po.post(MAAK, gegevens))
        assert reden in woorden
        assert "Honden registreren" in woorden
    assert not Taak.objects.filter(soort=SOORT).exists()


def test_wat_niemand_mag_zien_kan_niemand_kiezen(
    client_als: ClientAls, oud_lek: str, wereld: Wereld, dag: date
) -> None:
    lek = Datalek.objects.get(dossier__nummer=oud_lek)
    antwoord = client_als("ciso").post(f"{LEKNORM}taak/", {"uiterlijk": dag.isoformat(), "een": lek.pk})
    assert antwoord.status_code == 404
    for onzin in ("x", "-1", "9" * 30):
        assert client_als("fg").post(MAAK, {"uiterlijk": dag.isoformat(), "een": onzin}).status_code == 404


def test_een_manager_maakt_taken_in_de_eigen_eenheid(
    manager: Client, maak: Maker, wereld: Wereld, dag: date
) -> None:
    van_mij, ander = maak("Van mij").dossier, maak("Ander", eenheid=wereld.ander_team).dossier
    assert manager.post(MAAK, {"uiterlijk": dag.isoformat(), "een": van_mij.pk}).status_code == 302
    assert manager.post(MAAK, {"uiterlijk": dag.isoformat(), "een": ander.pk}).status_code == 403
    assert Taak.objects.get(soort=SOORT).dossier_id == van_mij.pk


def test_voor_eenheden_ligt_de_taak_op_het_dossier_van_de_norm(
    po: Client, manager: Client, wereld: Wereld, dag: date
) -> None:
    maak = f"{EENHEIDNORM}taak/"
    assert manager.post(maak, {"uiterlijk": dag.isoformat()}).status_code == 403
    assert po.post(maak, {"uiterlijk": dag.isoformat()}).status_code == 302
    taak = Taak.objects.get(soort="norm_herstellen_4.2.1")
    assert taak.dossier.soort == "naleving"
    woorden = tekst(po.get(EENHEIDNORM))
    assert "Taak Nog niemand" in woorden
    assert "Taak maken" not in woorden


def test_bij_een_norm_zonder_gegevens_valt_niets_te_herstellen(po: Client, wereld: Wereld, dag: date) -> None:
    antwoord = po.post(f"{PAGINA}normen/6.1.1/taak/", {"uiterlijk": dag.isoformat(), "een": 1})
    assert antwoord.status_code == 404


def test_na_een_fout_leiden_de_links_terug_naar_de_norm(po: Client, wereld: Wereld) -> None:
    antwoord = po.get(f"{MAAK}?pagina=2")
    assert antwoord.status_code == 302
    assert antwoord["Location"] == f"{NORMPAGINA}?pagina=2"
