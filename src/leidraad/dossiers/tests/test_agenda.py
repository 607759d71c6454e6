"""De agenda: een geheim adres dat te stoppen is, geldig volgens een andere lezer, zonder geheimen erin."""

from datetime import UTC, date, datetime, timedelta

import pytest
import vobject
from django.utils import timezone

from leidraad.dossiers.handelingen import (
    maak_agendasleutel,
    open_taak,
    trek_agendasleutel_in,
    zet_termijn,
)
from leidraad.dossiers.models import Agendasleutel, Dossier
from leidraad.dossiers.taaksoort import Taaksoort, Termijnsoort
from leidraad.dossiers.werk import eind_van
from leidraad.organisaties.rechten import Recht

pytestmark = pytest.mark.django_db
TOETSEN = Taaksoort("toetsen", "Verwerking toetsen", Recht.TOETSEN)
KLOK = Termijnsoort("melden", "Melden; bij de AP, op tijd", Recht.TOETSEN)
MOMENT = datetime(2027, 3, 28, 12, 30, tzinfo=UTC)


@pytest.fixture
def geheim(dossier, wereld, nu):
    """The feed of the Privacy Officer, with a task for a day and a term for a moment."""
    door = wereld.lid("coordinator")
    nu = timezone.now() - timedelta(days=1)
    open_taak(dossier, TOETSEN, uiterlijk=eind_van(date(2027, 3, 28)), door=door, nu=nu)
    zet_termijn(dossier, KLOK, vanaf=nu, streng=MOMENT, nu=nu)
    return maak_agendasleutel(door=wereld.lid("privacy_officer"), nu=nu)


def _afspraken(antwoord):
    return {a.uid.value.partition("-")[0]: a for a in vobject.readOne(antwoord.content.decode()).vevent_list}


def test_een_andere_lezer_leest_dagen_en_momenten(client, geheim, dossier):
    antwoord = client.get(f"/agenda/{geheim}.ics")
    assert antwoord["Content-Type"].startswith("text/calendar")
    agenda = vobject.readOne(antwoord.content.decode())
    assert agenda.validate(raiseException=True)
    afspraken = _afspraken(antwoord)
    assert afspraken["taak"].dtstart.value == date(2027, 3, 28)
    assert afspraken["taak"].dtend.value == date(2027, 3, 29)
    assert afspraken["termijn"].dtstart.value == MOMENT
    assert afspraken["termijn"].summary.value == f"Melden; bij de AP, op tijd ({dossier.nummer}) – Paspoorten"
    assert afspraken["taak"].url.value.endswith(f"/werk/leiden/verwerkingen/{dossier.nummer}/")
    assert max(len(regel) for regel in antwoord.content.split(b"\r\n")) <= 75


def test_van_een_vertrouwelijk_dossier_alleen_nummer_en_soort(client, geheim, dossier):
    Dossier.objects.update(vertrouwelijkheid="vertrouwelijk")
    antwoord = client.get(f"/agenda/{geheim}.ics").content.decode()
    assert dossier.nummer in antwoord
    assert "Paspoorten" not in antwoord


def test_zelfde_agenda_zelfde_merk_en_niets_opnieuw_sturen(client, geheim):
    eerste = client.get(f"/agenda/{geheim}.ics")
    tweede = client.get(f"/agenda/{geheim}.ics", headers={"if-none-match": eerste["ETag"]})
    assert (tweede.status_code, tweede.content) == (304, b"")
    Dossier.objects.update(titel="Anders")
    derde = client.get(f"/agenda/{geheim}.ics", headers={"if-none-match": eerste["ETag"]})
    assert derde.status_code == 200
    assert _afspraken(derde)["taak"].uid.value == _afspraken(eerste)["taak"].uid.value


def test_wie_het_werk_niet_meer_heeft_ziet_het_niet_meer(client, geheim, wereld):
    wereld.persoon("privacy_officer").functies.all().delete()
    antwoord = client.get(f"/agenda/{geheim}.ics")
    assert b"VEVENT" not in antwoord.content


def test_alleen_de_vingerafdruk_wordt_bewaard_en_stoppen_werkt_meteen(client, geheim, wereld, nu):
    assert geheim not in str(Agendasleutel.objects.values())
    po = wereld.lid("privacy_officer")
    nieuw = maak_agendasleutel(door=po, nu=nu)
    assert client.get(f"/agenda/{geheim}.ics").status_code == 404
    assert client.get(f"/agenda/{nieuw}.ics").status_code == 200
    assert trek_agendasleutel_in(door=po, nu=nu)
    assert not trek_agendasleutel_in(door=po, nu=nu)
    assert client.get(f"/agenda/{nieuw}.ics").status_code == 404


@pytest.mark.parametrize("geheim_", ["x", "x" * 5000, "%00", "é"])
def test_een_onbekend_adres_bestaat_niet(client, geheim_):
    assert client.get(f"/agenda/{geheim_}.ics").status_code == 404


def test_wie_geen_account_meer_heeft_heeft_geen_agenda(client, geheim, wereld):
    persoon = wereld.persoon("privacy_officer")
    persoon.is_active = False
    persoon.save()
    assert client.get(f"/agenda/{geheim}.ics").status_code == 404


def test_het_adres_is_een_keer_te_zien(client_als, wereld):
    po = client_als("privacy_officer")
    antwoord = po.post("/werk/werklijst/agenda/", {"doe": "maken"})
    adres = antwoord.context["adres"]
    assert adres in antwoord.content.decode()
    assert "no-store" in antwoord["Cache-Control"]
    assert adres not in po.get("/werk/werklijst/agenda/").content.decode()
    pad = adres[adres.index("/agenda/") :]
    assert po.get(pad).status_code == 200
    assert po.post("/werk/werklijst/agenda/", {"doe": "intrekken"}).status_code == 302
    assert po.get(pad).status_code == 404


def test_de_agenda_kost_een_vast_aantal_vragen(
    client, geheim, maak_dossier, wereld, nu, django_assert_max_num_queries
):
    for _ in range(20):
        open_taak(
            maak_dossier(), TOETSEN, uiterlijk=MOMENT, door=wereld.lid("coordinator"),
            nu=timezone.now() - timedelta(days=1),
        )  # fmt: skip
    with django_assert_max_num_queries(5):
        client.get(f"/agenda/{geheim}.ics")
