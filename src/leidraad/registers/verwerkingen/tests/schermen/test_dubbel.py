"""A click too many makes nothing twice."""

from datetime import timedelta

from leidraad.dossiers.models import Dossier
from leidraad.registers.verwerkingen.handelingen import kopieer
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.tests.schermen.conftest import url


def test_twee_keer_klikken_maakt_een_verwerking(client_als, wereld):
    velden = {
        "naam": "Parkeren", "gemeente": wereld.gemeente.pk, "eenheid": wereld.team.pk, "regime": "avg",
    }  # fmt: skip
    eerste, tweede = (
        client_als("teammanager").post("/werk/verwerkingen/nieuw/", velden)["Location"] for _ in range(2)
    )
    assert eerste == tweede
    anders = client_als("teammanager").post("/werk/verwerkingen/nieuw/", velden | {"naam": "Markten"})
    assert anders["Location"] != eerste
    client_als("coordinator").post("/werk/verwerkingen/nieuw/", velden)
    assert Verwerking.objects.count() == 3


def test_twee_keer_klikken_maakt_een_kopie(client_als, wereld, verwerking):
    naar = {"gemeente": wereld.gemeente.pk, "eenheid": wereld.team.pk}
    eerste, tweede = (
        client_als("privacy_officer").post(url(verwerking, "kopieren/"), naar)["Location"] for _ in range(2)
    )
    assert eerste == tweede
    assert Verwerking.objects.count() == 2
    client_als("teammanager").post(url(verwerking, "kopieren/"), naar)
    assert Verwerking.objects.count() == 3


def test_na_een_wijziging_of_een_minuut_komt_er_een_tweede_kopie(wereld, verwerking, nu):
    po = wereld.lid("privacy_officer")
    naar = {"gemeente": wereld.gemeente, "eenheid": wereld.team}
    eerste = kopieer(verwerking=verwerking, **naar, door=po, nu=nu)
    assert kopieer(verwerking=verwerking, **naar, door=po, nu=nu) == eerste
    later = kopieer(verwerking=verwerking, **naar, door=po, nu=nu + timedelta(minutes=2))
    assert later != eerste
    Dossier.objects.filter(pk=later.pk).update(revisie=3)
    assert kopieer(verwerking=verwerking, **naar, door=po, nu=nu + timedelta(minutes=2)) not in (
        eerste,
        later,
    )
