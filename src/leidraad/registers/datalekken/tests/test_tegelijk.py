"""Two at once: two clicks, two notifications, two people who destroy, stay one."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.journaal.controleren import controleer
from leidraad.dossiers.models import Dossier, Journaalregel
from leidraad.registers.datalekken import handelingen
from leidraad.registers.datalekken.inhoud import Inhoud
from leidraad.registers.datalekken.models import Datalek, Melding
from tests.wereld import Wereld, maak_wereld

pytestmark = pytest.mark.django_db(transaction=True)


def samen(opdracht: Callable[[], Any]) -> list[Any]:
    """Do it four times at the same moment; a refusal comes back as its words."""

    def een(_: int) -> Any:
        try:
            return opdracht()
        except Geweigerd as weigering:
            return str(weigering)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as draden:
        return list(draden.map(een, range(4)))


def meld(wereld: Wereld, nu: datetime) -> Datalek:
    return handelingen.meld(
        gemeente=wereld.gemeente, eenheid=wereld.team, inhoud=Inhoud(omschrijving="Laptop kwijt."),
        door=wereld.lid("medewerker"), nu=nu,
    )  # fmt: skip


def test_vier_klikken_geven_een_melding(nu: datetime) -> None:
    wereld = maak_wereld()
    assert len({datalek.pk for datalek in samen(lambda: meld(wereld, nu))}) == 1
    assert Datalek.objects.count() == 1


def test_vier_keer_melden_via_een_link_geeft_een_melding(nu: datetime) -> None:
    wereld = maak_wereld()
    link, _ = handelingen.maak_meldlink(
        gemeente=wereld.gemeente, verwerker="Hosting BV", door=wereld.lid("privacy_officer"), nu=nu
    )
    inhoud = Inhoud(omschrijving="Server open.")
    samen(lambda: handelingen.meld_als_verwerker(link=link, inhoud=inhoud, nu=nu))
    assert Datalek.objects.count() == 1


def test_vier_eerste_meldingen_bij_de_ap_geven_een_melding(nu: datetime) -> None:
    wereld = maak_wereld()
    datalek, wie = meld(wereld, nu), wereld.lid("privacy_officer")
    uitkomsten = samen(
        lambda: handelingen.meld_bij_ap(datalek=datalek, soort="eerste", verzonden_op=nu, door=wie, nu=nu)
    )
    assert sorted(type(uitkomst).__name__ for uitkomst in uitkomsten) == ["Melding", "str", "str", "str"]
    assert Melding.objects.count() == 1


def test_vier_keer_vernietigen_geeft_een_bewijs(nu: datetime) -> None:
    wereld = maak_wereld()
    datalek, wie = meld(wereld, nu), wereld.lid("privacy_officer")
    Datalek.objects.update(status="afgesloten")
    Dossier.objects.update(gesloten_op=nu - timedelta(days=6 * 366))
    samen(lambda: handelingen.vernietig(datalek=datalek, door=wie, nu=nu))
    assert Journaalregel.objects.filter(keten=datalek.dossier.uuid, handeling="vernietigd").count() == 1
    assert controleer().klopt
