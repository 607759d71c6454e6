"""The journaal: every change in one unbroken chain, and no way to change the past unseen."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from leidraad.berichten.rooster import alles_gepland
from leidraad.dossiers.handelingen import bevries, leg_vast, verzegel
from leidraad.dossiers.journaal.controleren import controleer
from leidraad.dossiers.journaal.hashen import verschil
from leidraad.dossiers.journaal.lezen import keten_klopt
from leidraad.dossiers.journaal.merkle import Merkleboom
from leidraad.dossiers.journaal.schrijven import NieuweRegel, schrijf, schrijf_nieuwe_ketens
from leidraad.dossiers.models import Dossier, Journaalregel, Versie, Zegel
from leidraad.dossiers.tests.wachters import bewaak_weer
from leidraad.organisaties.rechten import Recht

MORGEN = timedelta(days=1)


def _schrijf(keten, handeling="gewijzigd", nu=datetime(2026, 11, 23, 8, 0, tzinfo=UTC), **details):
    return schrijf(keten, handeling, functie="systeem", persoon_id=None, details=details, nu=nu)


def _voer_uit(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def _zonder_wachters(sql: str) -> None:
    """What someone with the keys of the database could do."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE dossiers_journaalregel DISABLE TRIGGER USER")
            cursor.execute("ALTER TABLE dossiers_zegel DISABLE TRIGGER USER")
        else:
            for tabel in ("journaalregel", "zegel"):
                cursor.execute(f"DROP TRIGGER IF EXISTS dossiers_{tabel}_update")
        cursor.execute(sql)


@pytest.mark.django_db
@pytest.mark.parametrize("tabel", ["dossiers_journaalregel", "dossiers_zegel"])
@pytest.mark.parametrize("sql", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_de_database_weigert_wijzigen_en_verwijderen(tabel, sql, nu):
    _schrijf(uuid4())
    verzegel(nu=nu)
    bewaak_weer()
    with pytest.raises(DatabaseError, match="Het journaal kan niet"), transaction.atomic():
        _voer_uit(sql.format(tabel))
    assert Journaalregel.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.postgres
@pytest.mark.parametrize("tabel", ["dossiers_journaalregel", "dossiers_zegel"])
def test_postgresql_weigert_ook_truncate(tabel):
    bewaak_weer()
    with pytest.raises(DatabaseError, match="Het journaal kan niet"), transaction.atomic():
        _voer_uit(f"TRUNCATE {tabel}")


def test_een_wijziging_staat_in_het_journaal(dossier, wereld, nu):
    lid = wereld.lid("teammanager")
    leg_vast(dossier, handeling="gewijzigd", details={}, recht=Recht.BEWERKEN, door=lid, nu=nu, titel="ID")
    regel = Journaalregel.objects.get(keten=dossier.uuid, volgnummer=2)
    assert (regel.functie, regel.persoon_id) == ("teammanager", lid.persoon_id)
    assert regel.details == '{"titel":["Paspoorten","ID"]}'
    assert Dossier.objects.get().revisie == 2
    assert controleer().klopt
    assert keten_klopt(dossier.uuid)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "details",
    [
        {"tekst": "regel\neinde \u2028 'aanhaling' \"\\ é 😀 \x00"},
        {"leeg": None},
        {"d": datetime(2026, 1, 1, tzinfo=UTC)},
    ],
)
@pytest.mark.parametrize("microseconde", [0, 1, 999_999])
def test_elke_inhoud_geeft_in_de_database_dezelfde_hash(details, microseconde):
    keten = uuid4()
    for _ in range(2):
        _schrijf(keten, nu=datetime(2026, 3, 29, 1, 0, 0, microseconde, tzinfo=UTC), **details)
    assert controleer().breuk is None
    assert keten_klopt(keten)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ingreep", "reden"),
    [
        ("UPDATE dossiers_journaalregel SET details = '{}' WHERE volgnummer = 2", "gewijzigd"),
        ("UPDATE dossiers_journaalregel SET persoon_id = 7 WHERE volgnummer = 2", "gewijzigd"),
        ("UPDATE dossiers_journaalregel SET functie = 'fg' WHERE volgnummer = 2", "gewijzigd"),
        ("UPDATE dossiers_journaalregel SET op = '2020-01-01 00:00:00Z' WHERE volgnummer = 2", "gewijzigd"),
        ("UPDATE dossiers_journaalregel SET hash = '' WHERE volgnummer = 2", "gewijzigd"),
        ("UPDATE dossiers_journaalregel SET details = details || '\x1e' WHERE volgnummer = 2", "gewijzigd"),
    ],
)
def test_een_gewijzigde_regel_wordt_genoemd(ingreep, reden):
    keten = uuid4()
    for nummer in range(3):
        _schrijf(keten, nummer=nummer)
    _zonder_wachters(ingreep)
    breuk = controleer().breuk
    assert breuk is not None
    assert (breuk.keten, breuk.volgnummer) == (keten.hex, 2)
    assert reden in breuk.reden
    assert not keten_klopt(keten)


@pytest.mark.django_db
def test_een_verwijderde_regel_wordt_gemist():
    keten = uuid4()
    for nummer in range(3):
        _schrijf(keten, nummer=nummer)
    Journaalregel.objects.filter(volgnummer=2).delete()
    breuk = controleer().breuk
    assert breuk is not None
    assert (breuk.volgnummer, breuk.reden) == (3, "Regel 2 van deze keten ontbreekt.")


@pytest.mark.django_db
def test_een_afgebroken_staart_valt_op_door_het_zegel(nu):
    keten = uuid4()
    for nummer in range(3):
        _schrijf(keten, nummer=nummer)
    verzegel(nu=nu)
    assert controleer().klopt
    Journaalregel.objects.filter(keten=keten, volgnummer=3).delete()
    breuk = controleer().breuk
    assert breuk is not None
    assert "Het zegel van 23-11-2026" in breuk.reden


@pytest.mark.django_db
@pytest.mark.parametrize("ingreep", ["DELETE FROM dossiers_zegel", "UPDATE dossiers_zegel SET wortel = 'x'"])
def test_een_verdwenen_of_gewijzigd_zegel_valt_op(nu, ingreep):
    _schrijf(uuid4())
    verzegel(nu=nu)
    _zonder_wachters(ingreep)
    assert not controleer().klopt


def test_een_dossier_zonder_keten_valt_op(dossier):
    Journaalregel.objects.all().delete()
    breuk = controleer().breuk
    assert breuk is not None
    assert dossier.nummer in breuk.reden


def test_zegels_kloppen_dag_na_dag(dossier, wereld, nu):
    lid = wereld.lid("privacy_officer")
    for dag in range(5):
        for _ in range(dag):
            _schrijf(uuid4())
        leg_vast(dossier, handeling="x", details={}, recht=Recht.BEWERKEN, door=lid, nu=nu)
        verzegel(nu=nu + dag * MORGEN)
    uitslag = controleer()
    assert uitslag.breuk is None
    assert uitslag.zegels == 5


@pytest.mark.django_db
def test_een_leeg_journaal_krijgt_ook_een_zegel(nu):
    assert verzegel(nu=nu).wortel == sha256(b"").hexdigest()
    assert controleer().klopt


@pytest.mark.django_db
def test_twee_keer_verzegelen_op_een_dag_is_een_zegel(nu):
    assert verzegel(nu=nu) == verzegel(nu=nu + timedelta(hours=3))
    assert Zegel.objects.count() == 1


@pytest.mark.django_db
def test_de_werker_verzegelt_elke_nacht_om_drie_uur_een_keer(nu):
    (beurt,) = (g for g in alles_gepland() if g.naam == "journaal verzegelen")
    eerste = beurt.volgende(datetime(2026, 11, 23, 23, 0, tzinfo=UTC))
    assert eerste == datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
    for moment in (eerste, eerste + timedelta(hours=1), beurt.volgende(eerste)):
        beurt.opdracht(moment)
    assert Zegel.objects.count() == 2
    assert controleer().klopt


def test_een_gewijzigde_of_verwijderde_versie_valt_op(dossier, wereld, nu):
    lid = wereld.lid("teammanager")
    versie = bevries(dossier, inhoud={"b": 1, "a": "é"}, door=lid, nu=nu)
    assert (versie.nummer, versie.inhoud) == (1, '{"a":"é","b":1}')
    assert bevries(dossier, inhoud={}, door=lid, nu=nu).nummer == 2
    assert controleer().versies == 2
    Versie.objects.filter(nummer=1).update(inhoud="{}", sha256=sha256(b"{}").hexdigest())
    breuk = controleer().breuk
    assert breuk is not None
    assert "Versie 1" in breuk.reden
    Versie.objects.filter(nummer=1).delete()
    breuk = controleer().breuk
    assert breuk is not None
    assert "verwijderd" in breuk.reden


@pytest.mark.django_db
def test_een_nieuwe_keten_begint_niet_twee_keer():
    regel = NieuweRegel(uuid4(), "aangemaakt", "systeem", None, datetime(2026, 1, 1, tzinfo=UTC))
    schrijf_nieuwe_ketens([regel])
    with pytest.raises(DatabaseError), transaction.atomic():
        schrijf_nieuwe_ketens([regel])


@pytest.mark.django_db(transaction=True)
def test_tegelijk_schrijven_in_een_keten_breekt_hem_niet():
    keten = uuid4()

    def een(nummer: int) -> None:
        try:
            with transaction.atomic():
                _schrijf(keten, nummer=nummer)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as draden:
        list(draden.map(een, range(12)))
    uitslag = controleer()
    assert (uitslag.regels, uitslag.breuk) == (12, None)


def test_verschil_noemt_alleen_wat_anders_is():
    assert verschil({"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4}) == {"b": [2, 3], "c": [None, 4]}


def _rfc6962(bladen: list[bytes]) -> bytes:
    """The definition of RFC 6962 §2.1, word for word."""
    if not bladen:
        return sha256(b"").digest()
    if len(bladen) == 1:
        return sha256(b"\x00" + bladen[0]).digest()
    k = 1
    while k * 2 < len(bladen):
        k *= 2
    return sha256(b"\x01" + _rfc6962(bladen[:k]) + _rfc6962(bladen[k:])).digest()


@given(st.lists(st.tuples(st.integers(0, 40), st.binary(max_size=3)), max_size=60))
def test_de_groeiende_boom_is_de_boom_van_rfc_6962(zetten):
    boom = Merkleboom()
    bladen: list[bytes] = []
    for plaats, inhoud in zetten:
        plaats = min(plaats, len(bladen))
        bladen[plaats : plaats + 1] = [inhoud]
        boom.zet(plaats, inhoud)
        if plaats % 3 == 0:
            assert boom.wortel() == _rfc6962(bladen).hex()
    assert boom.wortel() == _rfc6962(bladen).hex()
