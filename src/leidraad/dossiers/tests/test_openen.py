"""Opening dossiers: numbers without gaps or doubles, also when many people do it at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection, transaction

from leidraad.dossiers.fouten import GeenRecht
from leidraad.dossiers.handelingen import NieuwDossier, open_dossier, open_dossiers
from leidraad.dossiers.journaal.controleren import controleer
from leidraad.dossiers.models import Dossier, Journaalregel
from tests.wereld import Wereld, maak_wereld


def _open(wereld: Wereld, nu: datetime, rol: str = "privacy_officer", **anders: Any) -> Dossier:
    gegevens: dict[str, Any] = {
        "soort": "verwerkingen",
        "voorvoegsel": "VW",
        "gemeente": wereld.gemeente,
        "eenheid": wereld.team,
        "titel": "Paspoorten",
    }
    return open_dossier(**(gegevens | anders), door=wereld.lid(rol), nu=nu)


def test_nummers_lopen_door_per_gemeente_soort_en_jaar(wereld, nu):
    assert _open(wereld, nu).nummer == "VW-2026-0001"
    assert _open(wereld, nu).nummer == "VW-2026-0002"
    assert _open(wereld, nu, soort="datalekken", voorvoegsel="DL").nummer == "DL-2026-0001"
    assert _open(wereld, datetime(2027, 1, 1, tzinfo=UTC)).nummer == "VW-2027-0001"


def test_het_jaar_is_het_nederlandse_jaar(wereld):
    half_een_s_nachts_in_nederland = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert _open(wereld, half_een_s_nachts_in_nederland).nummer == "VW-2027-0001"


def test_een_mislukte_poging_laat_geen_gat(wereld, nu):
    _open(wereld, nu)
    with transaction.atomic():
        _open(wereld, nu)
        transaction.set_rollback(True)
    assert _open(wereld, nu).nummer == "VW-2026-0002"


@pytest.mark.parametrize("rol", ["medewerker", "fg", "ciso", "beheerder", "privacy_officer_elders"])
def test_wie_niet_mag_aanmaken_opent_geen_dossier(wereld, nu, rol):
    with pytest.raises(GeenRecht, match="aanmaken"):
        _open(wereld, nu, rol)
    assert not Dossier.objects.exists()
    assert not Journaalregel.objects.exists()


def test_een_teammanager_opent_alleen_voor_eigen_team(wereld, nu):
    assert _open(wereld, nu, "teammanager").eenheid == wereld.team
    with pytest.raises(GeenRecht):
        _open(wereld, nu, "teammanager", eenheid=wereld.ander_team)
    with pytest.raises(GeenRecht):
        _open(wereld, nu, "teammanager", eenheid=None)


def test_openen_schrijft_een_regel_die_klopt(wereld, nu):
    dossier = _open(wereld, nu)
    regel = Journaalregel.objects.get(keten=dossier.uuid)
    assert (regel.volgnummer, regel.handeling, regel.functie) == (1, "aangemaakt", "privacy_officer")
    assert controleer().klopt


def test_duizend_tegelijk_kost_een_vast_aantal_queries(wereld, nu, django_assert_max_num_queries):
    nieuwe = [NieuwDossier(f"Verwerking {i}", wereld.team.pk) for i in range(1000)]
    lid = wereld.lid("privacy_officer")
    with django_assert_max_num_queries(40):
        dossiers = open_dossiers(
            soort="verwerkingen", voorvoegsel="VW", gemeente=wereld.gemeente, nieuwe=nieuwe, door=lid, nu=nu
        )
    assert [d.nummer for d in dossiers[::999]] == ["VW-2026-0001", "VW-2026-1000"]
    assert all(d.pk for d in dossiers)
    assert controleer().regels == 1000


def test_niets_openen_is_goed(wereld, nu):
    lid = wereld.lid("privacy_officer")
    assert not open_dossiers(soort="x", voorvoegsel="X", gemeente=wereld.gemeente, nieuwe=[], door=lid, nu=nu)


@pytest.mark.django_db(transaction=True)
def test_tegelijk_openen_geeft_geen_gaten_en_geen_dubbele(nu):
    wereld = maak_wereld()

    def een(_: int) -> str:
        try:
            return _open(wereld, nu).nummer
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as draden:
        nummers = sorted(draden.map(een, range(24)))
    assert nummers == [f"VW-2026-{n:04d}" for n in range(1, 25)]
    assert controleer().klopt
