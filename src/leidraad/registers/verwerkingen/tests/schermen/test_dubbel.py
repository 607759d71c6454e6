"""A click too many makes nothing twice."""

from leidraad.registers.verwerkingen.models import Verwerking


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
