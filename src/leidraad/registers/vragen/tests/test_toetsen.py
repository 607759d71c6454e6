"""Norm 1.1.7 uit de gegevens: net op tijd, net te laat, en precies op de grens."""

from datetime import datetime, timedelta

import pytest

from leidraad.dossiers.werk import eind_van, jaar_voor
from leidraad.normen.toets import Telling, tel
from leidraad.registers.vragen import handelingen
from leidraad.registers.vragen.models import Reactie, Vraag
from leidraad.registers.vragen.tests.conftest import PO, VRAGER, Vragen, vers
from leidraad.registers.vragen.tests.test_handelingen import Antwoord
from leidraad.registers.vragen.toetsen import TOETSEN
from tests.wereld import ELDERS, Wereld

pytestmark = [pytest.mark.django_db, pytest.mark.norm("1.1.7")]
[TOETS] = TOETSEN
SECONDE = timedelta(seconds=1)
DAG = timedelta(days=1)


def telling(wereld: Wereld, nu: datetime) -> Telling:
    return tel(TOETSEN, nu).van("1.1.7", wereld.gemeente.pk)


def test_zonder_vragen_valt_er_niets_te_oordelen(wereld: Wereld, nu: datetime) -> None:
    assert telling(wereld, nu) == Telling(0, 0)


def test_een_open_vraag_is_te_laat_na_de_laatste_seconde(vraag: Vraag, wereld: Wereld) -> None:
    assert telling(wereld, vraag.uiterlijk - SECONDE) == Telling(1, 0)
    assert telling(wereld, vraag.uiterlijk) == Telling(1, 0)
    assert telling(wereld, vraag.uiterlijk + SECONDE) == Telling(1, 1)
    assert list(TOETS.bevindingen(vraag.uiterlijk + SECONDE)) == [vraag]


@pytest.mark.parametrize(("na", "tekort"), [(-SECONDE, 0), (0 * SECONDE, 0), (SECONDE, 1)])
def test_een_antwoord_is_op_tijd_tot_en_met_de_laatste_seconde(
    vraag: Vraag, antwoord: Antwoord, wereld: Wereld, na: timedelta, tekort: int
) -> None:
    antwoord(vraag, op=vraag.uiterlijk + na)
    assert telling(wereld, vraag.uiterlijk + 5 * DAG) == Telling(1, tekort)


@pytest.mark.parametrize(("na", "tekort"), [(0 * SECONDE, 0), (SECONDE, 1)])
def test_een_vervolgvraag_telt_net_zo_goed(
    vraag: Vraag, antwoord: Antwoord, wereld: Wereld, nu: datetime, na: timedelta, tekort: int
) -> None:
    antwoord(vraag, op=nu)
    handelingen.vraag_door(vraag=vraag, tekst="En dan?", door=wereld.lid(VRAGER), nu=nu + 10 * DAG)
    einde = vers(vraag).wacht_tot
    assert einde is not None
    # Waiting is measured against its own last moment, not against that of the first answer.
    assert telling(wereld, einde) == Telling(1, 0)
    assert telling(wereld, einde + SECONDE) == Telling(1, 1)
    antwoord(vraag, "Daarna weg.", einde + na)
    assert telling(wereld, einde + 5 * DAG) == Telling(1, tekort)
    # A later follow-up in time does not wipe out that an earlier one was late.
    handelingen.vraag_door(vraag=vraag, tekst="Nog een.", door=wereld.lid(VRAGER), nu=einde + 6 * DAG)
    antwoord(vraag, "Ook weg.", einde + 7 * DAG)
    assert Reactie.objects.filter(vraag=vraag, soort="vervolg").count() == 2
    assert telling(wereld, einde + 8 * DAG) == Telling(1, tekort)


def test_wat_langer_dan_een_jaar_geleden_is_beantwoord_telt_niet_meer(
    stel: Vragen, antwoord: Antwoord, wereld: Wereld, nu: datetime
) -> None:
    grens = jaar_voor(nu)
    for moment in (grens - SECONDE, grens, grens + SECONDE):
        antwoord(stel(nu=moment), op=moment + DAG)
    assert telling(wereld, nu) == Telling(2, 0)
    # What still waits, counts however old it is.
    stel(nu=grens - 30 * DAG)
    assert telling(wereld, nu) == Telling(3, 1)


def test_wat_later_is_gevraagd_telt_nog_niet(stel: Vragen, wereld: Wereld, nu: datetime) -> None:
    stel(nu=nu + SECONDE)
    assert telling(wereld, nu) == Telling(0, 0)
    assert telling(wereld, nu + SECONDE) == Telling(1, 0)


def test_elke_gemeente_heeft_haar_eigen_cijfer_en_een_eenheid_heeft_er_geen(
    stel: Vragen, wereld: Wereld, nu: datetime
) -> None:
    stel()
    stel(ELDERS, gemeente=wereld.andere_gemeente)
    later = eind_van(nu.date() + 30 * DAG)
    cijfers = tel(TOETSEN, later)
    assert cijfers.van("1.1.7", wereld.gemeente.pk) == Telling(1, 1)
    assert cijfers.van("1.1.7", wereld.andere_gemeente.pk) == Telling(1, 1)
    assert not tel(TOETSEN, later, per_eenheid=True).per_norm
    # A second look at the toets: findings of one gemeente only.
    assert TOETS.bevindingen(later, wereld.gemeente.pk).get().dossier.gemeente == wereld.gemeente


def test_een_gesloten_vraag_blijft_op_tijd(
    vraag: Vraag, antwoord: Antwoord, wereld: Wereld, nu: datetime
) -> None:
    gegeven = antwoord(vraag, op=nu + DAG)
    handelingen.sluit(vraag=vraag, gezien=gegeven.pk, door=wereld.lid(PO), nu=nu + 60 * DAG)
    assert telling(wereld, nu + 90 * DAG) == Telling(1, 0)
