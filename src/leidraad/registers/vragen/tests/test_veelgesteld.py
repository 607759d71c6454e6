"""Een vraag wordt een veelgestelde vraag: in algemene woorden, voor de gekozen gemeenten, zonder naam."""

from datetime import datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from leidraad.dossiers.fouten import Geweigerd
from leidraad.organisaties.models import Functievervulling
from leidraad.registers.vragen import handelingen
from leidraad.registers.vragen.models import VeelgesteldeVraag, Vraag
from leidraad.registers.vragen.tests.conftest import PO, VRAGER, vers
from leidraad.registers.vragen.tests.test_handelingen import Antwoord
from tests.wereld import ELDERS, Wereld

pytestmark = [pytest.mark.django_db, pytest.mark.regel("1.1.7")]


@pytest.fixture
def beantwoord(vraag: Vraag, antwoord: Antwoord) -> Vraag:
    """A question with an answer."""
    antwoord(vraag)
    return vers(vraag)


def publiceer(bron: Vraag, wereld: Wereld, nu: datetime, rol: str = PO, **anders: Any) -> VeelgesteldeVraag:
    woorden: dict[str, Any] = {
        "gemeenten": [wereld.gemeente],
        "vraag": "Hoe lang bewaar ik een aanvraag?",
        "antwoord": "Vijf jaar na afloop.",
        "revisie": vers(bron).dossier.revisie,
    }
    return handelingen.publiceer(bron=bron, door=wereld.lid(rol), nu=nu, **(woorden | anders))


def test_publiceren_intrekken_en_weer_publiceren(beantwoord: Vraag, wereld: Wereld, nu: datetime) -> None:
    tekst = publiceer(beantwoord, wereld, nu)
    assert list(tekst.gemeenten.all()) == [wereld.gemeente]
    for _ in range(2):
        handelingen.trek_in(bron=beantwoord, door=wereld.lid(PO), nu=nu)
    tekst.refresh_from_db()
    assert tekst.ingetrokken_op == nu
    assert publiceer(beantwoord, wereld, nu, antwoord="Zeven jaar.").ingetrokken_op is None
    assert VeelgesteldeVraag.objects.count() == 1


def test_de_naam_van_de_vrager_komt_er_niet_in(beantwoord: Vraag, wereld: Wereld, nu: datetime) -> None:
    naam = wereld.persoon(VRAGER).naam
    for anders in ({"vraag": f"Wat vroeg {naam.upper()}?"}, {"antwoord": f"Beste {naam}, vijf jaar."}):
        with pytest.raises(Geweigerd, match="Haal de naam"):
            publiceer(beantwoord, wereld, nu, **anders)


def test_eerst_antwoorden_dan_publiceren(vraag: Vraag, wereld: Wereld, nu: datetime) -> None:
    with pytest.raises(Geweigerd, match="Beantwoord eerst"):
        publiceer(vraag, wereld, nu)


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"vraag": " "}, "Schrijf de vraag"),
        ({"vraag": "x" * 301}, "te lang"),
        ({"antwoord": ""}, "Schrijf het antwoord"),
        ({"gemeenten": []}, "Kies voor welke gemeente"),
        ({"revisie": 1}, "net gewijzigd"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd(
    beantwoord: Vraag, wereld: Wereld, nu: datetime, anders: dict[str, Any], reden: str
) -> None:
    with pytest.raises(Geweigerd, match=reden):
        publiceer(beantwoord, wereld, nu, **anders)


@pytest.mark.parametrize("rol", ["fg", VRAGER, "teammanager", ELDERS])
def test_alleen_een_privacy_officer_publiceert(
    beantwoord: Vraag, wereld: Wereld, nu: datetime, rol: str
) -> None:
    with pytest.raises(PermissionDenied):
        publiceer(beantwoord, wereld, nu, rol)
    with pytest.raises(PermissionDenied):
        handelingen.trek_in(bron=beantwoord, door=wereld.lid(rol), nu=nu)


def test_een_gemeente_van_een_ander_team_blijft_buiten_schot(
    beantwoord: Vraag, wereld: Wereld, nu: datetime
) -> None:
    with pytest.raises(PermissionDenied):
        publiceer(beantwoord, wereld, nu, gemeenten=[wereld.gemeente, wereld.andere_gemeente])
    collega = wereld.persoon(PO)
    ook_daar = Functievervulling.objects.create(
        persoon=collega, gemeente=wereld.andere_gemeente, functie="privacy_officer"
    )
    publiceer(beantwoord, wereld, nu, gemeenten=[wereld.gemeente, wereld.andere_gemeente])
    ook_daar.delete()
    tekst = publiceer(beantwoord, wereld, nu)
    assert set(tekst.gemeenten.all()) == {wereld.gemeente, wereld.andere_gemeente}
