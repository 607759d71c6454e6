"""Stating that a unit has no verwerkingen: who may, when not, and what it leaves behind (norm 1.1.4)."""

from datetime import date, datetime, timedelta

import pytest

from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.organisaties.models import Wijziging
from leidraad.registers.verwerkingen.handelingen import verklaar_geen_verwerkingen
from leidraad.registers.verwerkingen.models import GeenVerwerkingen
from leidraad.registers.verwerkingen.tests.toetsen.conftest import OP_NORM, pks
from tests.wereld import Wereld

WAAROM = "Dit team werkt alleen met kaarten en cijfers zonder namen."


def _verklaar(
    wereld: Wereld, nu: datetime, rol: str = "teammanager", waarom: str = WAAROM
) -> GeenVerwerkingen:
    return verklaar_geen_verwerkingen(eenheid=wereld.team, toelichting=waarom, door=wereld.lid(rol), nu=nu)


@pytest.mark.norm("1.1.4")
def test_na_de_verklaring_is_het_tekort_een_jaar_weg(wereld, nu):
    verklaring = _verklaar(wereld, nu)
    assert (verklaring.van, verklaring.tot) == (date(2026, 11, 23), date(2027, 11, 23))
    assert (verklaring.functie, verklaring.door) == ("teammanager", wereld.persoon("teammanager"))
    assert pks(OP_NORM["1.1.4"].bevindingen(nu)) == [wereld.ander_team.pk]
    assert len(pks(OP_NORM["1.1.4"].bevindingen(nu + timedelta(days=365)))) == 1
    assert len(pks(OP_NORM["1.1.4"].bevindingen(nu + timedelta(days=366)))) == 2


@pytest.mark.parametrize("rol", ["teammanager", "afdelingsmanager", "directeur", "privacy_officer"])
def test_de_leiding_van_de_eenheid_en_de_privacy_officer_verklaren(wereld, nu, rol):
    assert _verklaar(wereld, nu, rol).functie == rol


@pytest.mark.parametrize(
    "rol", ["medewerker", "coordinator", "fg", "ciso", "beheerder", "privacy_officer_elders"]
)
def test_anderen_verklaren_niet(wereld, nu, rol):
    with pytest.raises(GeenRecht):
        _verklaar(wereld, nu, rol)
    assert not GeenVerwerkingen.objects.exists()


@pytest.mark.parametrize(("waarom", "melding"), [("  ", "waarom"), ("a" * 2001, "te lang")])
def test_een_verklaring_heeft_een_uitleg_die_past(wereld, nu, waarom, melding):
    with pytest.raises(Geweigerd, match=melding):
        _verklaar(wereld, nu, waarom=waarom)


def test_een_eenheid_met_een_lopende_verwerking_heeft_er_een(maak, wereld, nu):
    maak()
    with pytest.raises(Geweigerd, match="loopt"):
        _verklaar(wereld, nu)


def test_twee_keer_klikken_is_een_verklaring_en_een_regel_in_de_wijzigingen(wereld, nu):
    eerste, tweede = _verklaar(wereld, nu), _verklaar(wereld, nu + timedelta(seconds=3))
    assert eerste == tweede
    wijziging = Wijziging.objects.get(handeling="verklaar_geen_verwerkingen")
    assert wijziging.wie == "teammanager"
    assert wijziging.details == {"eenheid": wereld.team.pk, "tot": "2027-11-23"}
    assert WAAROM not in str(wijziging.details)
