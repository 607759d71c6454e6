"""Five years after closing: somebody decides, content goes, figures and proof stay."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.utils import timezone

from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.handelingen import plaats_opmerking, voeg_bijlage_toe
from leidraad.dossiers.journaal.controleren import controleer
from leidraad.dossiers.models import Dossier, Journaalregel, Taak
from leidraad.registers.datalekken import handelingen, opslag
from leidraad.registers.datalekken.bewaren import verlopen
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.tests.schermen.conftest import Maker, tekst, url, vers
from tests.wereld import Wereld

GEHEIM = "Kanariegeel"
pytestmark = pytest.mark.django_db


@pytest.fixture
def oud(maak: Maker, wereld: Wereld, straks: datetime) -> Datalek:
    """A closed breach, full of secrets, that was closed more than five years ago."""
    wie = wereld.lid("privacy_officer")
    datalek = maak(
        omschrijving=f"{GEHEIM} 1", gevolgen=f"{GEHEIM} 2", maatregelen_gedicht=f"{GEHEIM} 3",
        oorzaak_toelichting=f"{GEHEIM} 4", naam=f"{GEHEIM} 5",
    )  # fmt: skip
    handelingen.beoordeel_melding(datalek=datalek, is_datalek=True, reden="", door=wie, nu=straks)
    handelingen.meld_bij_ap(datalek=datalek, soort="eerste", verzonden_op=straks, door=wie, nu=straks)
    handelingen.deel_mee(
        datalek=datalek,
        wijze="brief",
        verstuurd_op=straks,
        aantal=3,
        tekst=f"{GEHEIM} 6",
        door=wie,
        nu=straks,
    )
    handelingen.vul_aan(datalek=datalek, tekst=f"{GEHEIM} 7", door=wereld.lid("medewerker"), nu=straks)
    plaats_opmerking(datalek.dossier, tekst=f"{GEHEIM} 8", door=wie, nu=straks)
    bestand = ContentFile(f"{GEHEIM} 9".encode())
    voeg_bijlage_toe(datalek.dossier, naam=f"{GEHEIM}.txt", bestand=bestand, door=wie, nu=straks)
    Datalek.objects.filter(pk=datalek.pk).update(status="afgesloten")
    Dossier.objects.filter(pk=datalek.pk).update(gesloten_op=straks - timedelta(days=5 * 366))
    return vers(datalek)


def alles_in_de_database() -> str:
    """Every text in every table."""
    tabellen = connection.introspection.table_names()
    with connection.cursor() as cursor:
        delen = []
        for tabel in tabellen:
            cursor.execute(f'SELECT * FROM "{tabel}"')  # noqa: S608
            delen.append(repr(cursor.fetchall()))
    return "".join(delen)


def test_na_vernietigen_staat_er_nergens_meer_een_woord(
    po: Client, oud: Datalek, django_capture_on_commit_callbacks: Any
) -> None:
    pad = Path(oud.dossier.bijlagen.get().bestand.path)
    assert GEHEIM in alles_in_de_database()
    with django_capture_on_commit_callbacks(execute=True):
        po.post(url(oud, "vernietigen/"), {"zeker": "ja"})
    assert GEHEIM not in alles_in_de_database()
    assert not pad.exists()


def test_de_cijfers_en_het_bewijs_blijven(po: Client, oud: Datalek, wereld: Wereld) -> None:
    voor = opslag.lees(oud)
    po.post(url(oud, "vernietigen/"), {"zeker": "ja"})
    na = opslag.lees(vers(oud))
    assert (na.oorzaak, na.soort_incident, na.ontdekt_op) == (
        voor.oorzaak,
        voor.soort_incident,
        voor.ontdekt_op,
    )
    assert [g.maximum for g in na.betrokkenen] == [g.maximum for g in voor.betrokkenen]
    [regel] = Journaalregel.objects.filter(keten=oud.dossier.uuid, handeling="vernietigd")
    assert regel.persoon_id == wereld.persoon("privacy_officer").pk
    assert json.loads(regel.details)["regel"] == "Selectielijst 2020, resultaat 29.1, P5Y"
    assert controleer().klopt
    assert oud.dossier.nummer in tekst(po.get("/werk/datalekken/bewaartermijn/"))
    assert po.get(url(oud)).status_code == 200
    assert po.get(url(oud, "ap/1/")).status_code == 200


def test_zonder_duidelijk_ja_gebeurt_er_niets(po: Client, oud: Datalek) -> None:
    assert "Vink eerst aan" in tekst(po.post(url(oud, "vernietigen/")))
    assert vers(oud).vernietigd_op is None


def test_te_vroeg_wordt_geweigerd(po: Client, oud: Datalek, wereld: Wereld, straks: datetime) -> None:
    Dossier.objects.filter(pk=oud.pk).update(gesloten_op=straks - timedelta(days=5 * 365))
    assert "blijft bewaard" in tekst(po.get(url(oud, "vernietigen/")))
    with pytest.raises(Geweigerd, match="nog worden bewaard"):
        handelingen.vernietig(datalek=oud, door=wereld.lid("privacy_officer"), nu=straks)


def test_twee_keer_is_een_keer_en_heropenen_kan_niet_meer(
    oud: Datalek, wereld: Wereld, straks: datetime
) -> None:
    wie = wereld.lid("privacy_officer")
    eerste = handelingen.vernietig(datalek=oud, door=wie, nu=straks).vernietigd_op
    assert handelingen.vernietig(datalek=oud, door=wie, nu=straks + timedelta(1)).vernietigd_op == eerste
    with pytest.raises(Geweigerd, match="vernietigd"):
        handelingen.heropen(datalek=oud, reden="Toch.", door=wie, nu=straks)


def test_een_open_datalek_verloopt_nooit(datalek: Datalek) -> None:
    Datalek.objects.update(gemeld_op=timezone.now() - timedelta(days=9999))
    assert not verlopen(timezone.localdate()).exists()


def test_wat_geen_datalek_was_telt_vanaf_de_beoordeling(
    datalek: Datalek, wereld: Wereld, straks: datetime
) -> None:
    wie = wereld.lid("privacy_officer")
    handelingen.beoordeel_melding(datalek=datalek, is_datalek=False, reden=GEHEIM, door=wie, nu=straks)
    Datalek.objects.update(beoordeeld_op=straks - timedelta(days=5 * 366))
    na = handelingen.vernietig(datalek=datalek, door=wie, nu=straks)
    assert (na.geen_datalek_reden, na.eigen_woorden) == ("Vernietigd", "")


def test_de_taak_komt_een_keer_en_verdwijnt_met_het_besluit(
    po: Client, oud: Datalek, straks: datetime
) -> None:
    assert [handelingen.stel_vernietiging_voor(straks) for _ in range(2)] == [1, 0]
    taak = Taak.objects.open().get(dossier=oud.dossier, soort="datalek_vernietigen")
    assert po.get(taak.url).status_code == 200
    assert vers(oud).vernietigd_op is None
    po.post(url(oud, "vernietigen/"), {"zeker": "ja"})
    assert not Taak.objects.open().filter(soort="datalek_vernietigen").exists()


@pytest.mark.parametrize(("rol", "code"), [("fg", 403), ("teammanager", 403), ("medewerker", 404)])
def test_alleen_een_privacy_officer_vernietigt(
    client_als: Callable[[str], Client], oud: Datalek, wereld: Wereld, rol: str, code: int, straks: datetime
) -> None:
    assert client_als(rol).post(url(oud, "vernietigen/"), {"zeker": "ja"}).status_code == code
    assert client_als(rol).get("/werk/datalekken/bewaartermijn/").status_code == 403
    with pytest.raises(GeenRecht):
        handelingen.vernietig(datalek=oud, door=wereld.lid(rol), nu=straks)
