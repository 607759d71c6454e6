"""Who must read policy, who has, and who is reminded when."""

from datetime import date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from leidraad.berichten.models import Bericht
from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.models import Journaalregel
from leidraad.organisaties.models import Eenheid, Functievervulling, Persoon
from leidraad.organisaties.rechten import Lid
from leidraad.registers.beleid import handelingen
from leidraad.registers.beleid.bereik import geldt_voor
from leidraad.registers.beleid.handelingen.herinneren import herinner_lezers
from leidraad.registers.beleid.kennisname import cijfers, lezers, mensen, te_lezen
from leidraad.registers.beleid.models import Beleidsversie, Kennisname
from leidraad.registers.beleid.tests.hulp import griffie, maak, stel_vast
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db

VANDAAG = date(2026, 11, 23)
DAG = timedelta(days=1)
LEZERS = {
    "medewerker", "coordinator", "teammanager", "afdelingsmanager", "directeur", "privacy_officer", "fg",
    "ciso",
}  # fmt: skip


@pytest.fixture
def versie(wereld: Wereld, nu: datetime) -> Beleidsversie:
    """The policy that starts today and that everybody must read."""
    stuk = maak(wereld, nu)
    po = wereld.lid("privacy_officer")
    handelingen.vraag_kennisname(versie=stuk.versies.get(), vraagt=True, door=po, nu=nu)
    return stel_vast(wereld, stuk, VANDAAG, nu)


def op_griffie(wereld: Wereld) -> tuple[Eenheid, Persoon]:
    """The griffie with one person who works only there."""
    eenheid = griffie(wereld)
    persoon = Persoon.objects.create(email="griffier@leidraad.test", naam="Griffier")
    Functievervulling.objects.create(
        persoon=persoon, gemeente=wereld.gemeente, eenheid=eenheid, functie="griffier"
    )
    wereld.personen["griffier"] = persoon
    return eenheid, persoon


def pas_toe(wereld: Wereld, versie: Beleidsversie, nu: datetime) -> None:
    """The werkgeverscommissie decides today."""
    handelingen.pas_toe_op_griffie(
        stuk=versie.stuk, besluitdatum=VANDAAG, kenmerk="WGC 1", door=wereld.lid("privacy_officer"), nu=nu
    )


def test_iedereen_die_voor_de_gemeente_werkt_moet_lezen(wereld: Wereld, versie: Beleidsversie) -> None:
    assert set(lezers(versie, VANDAAG)) == {wereld.persoon(rol).pk for rol in LEZERS}


def test_wie_niet_meer_werkt_of_geen_account_heeft_hoeft_niet(wereld: Wereld, versie: Beleidsversie) -> None:
    Functievervulling.objects.filter(persoon=wereld.persoon("ciso")).update(tot=VANDAAG - DAG)
    Persoon.objects.filter(pk=wereld.persoon("fg").pk).update(is_active=False)
    assert set(lezers(versie, VANDAAG)) == {wereld.persoon(rol).pk for rol in LEZERS - {"ciso", "fg"}}


@pytest.mark.regel("1.1.2")
def test_de_griffie_leest_pas_na_het_besluit_van_de_werkgeverscommissie(wereld, nu, versie) -> None:
    eenheid, persoon = op_griffie(wereld)
    assert persoon.pk not in lezers(versie, VANDAAG)
    assert not te_lezen(wereld.lid("griffier")).exists()
    assert not geldt_voor(versie.stuk, eenheid, VANDAAG)
    assert geldt_voor(versie.stuk, wereld.team, VANDAAG)
    pas_toe(wereld, versie, nu)
    assert persoon.pk in lezers(versie, VANDAAG)
    assert list(te_lezen(wereld.lid("griffier"))) == [versie]
    assert geldt_voor(versie.stuk, eenheid, VANDAAG)
    assert not geldt_voor(versie.stuk, eenheid, VANDAAG - DAG)


def test_beleid_geldt_nooit_voor_een_eenheid_van_een_andere_gemeente(wereld, versie) -> None:
    elders = Eenheid.objects.create(gemeente=wereld.andere_gemeente, naam="Team", soort="team")
    assert not geldt_voor(versie.stuk, elders, VANDAAG)


def test_lezen_is_een_keer_genoeg_en_staat_in_het_journaal(wereld, nu, versie) -> None:
    lid = wereld.lid("medewerker")
    assert list(te_lezen(lid)) == [versie]
    eerste = handelingen.neem_kennis(versie=versie, door=lid, nu=nu)
    assert handelingen.neem_kennis(versie=versie, door=lid, nu=nu + DAG) == eerste
    assert Kennisname.objects.get().op == nu
    regels = Journaalregel.objects.filter(keten=versie.stuk.dossier.uuid, handeling="gelezen")
    assert [regel.persoon_id for regel in regels] == [lid.persoon_id]
    assert not te_lezen(lid).exists()


def test_wie_hier_niet_werkt_kan_niet_melden_dat_hij_las(wereld, nu, versie) -> None:
    for rol in ("privacy_officer_elders", "beheerder"):
        with pytest.raises(GeenRecht):
            handelingen.neem_kennis(versie=versie, door=wereld.lid(rol), nu=nu)


def test_een_versie_die_het_niet_vraagt_of_niet_geldt_weigert(wereld, nu, versie) -> None:
    lid, po = wereld.lid("medewerker"), wereld.lid("privacy_officer")
    gisteren = Lid(lid.persoon_id, lid.naam, VANDAAG - DAG, lid.bevoegdheden)
    with pytest.raises(Geweigerd):
        handelingen.neem_kennis(versie=versie, door=gisteren, nu=nu)
    handelingen.vraag_kennisname(versie=versie, vraagt=False, door=po, nu=nu)
    with pytest.raises(Geweigerd):
        handelingen.neem_kennis(versie=versie, door=lid, nu=nu)
    assert not te_lezen(lid).exists()


def test_cijfers_per_eenheid_noemen_niemand(
    wereld, nu, versie, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rol in ("medewerker", "directeur"):
        handelingen.neem_kennis(versie=versie, door=wereld.lid(rol), nu=nu)
    versie = Beleidsversie.objects.select_related("stuk__dossier").get(pk=versie.pk)
    with django_assert_num_queries(5):
        rijen = cijfers(versie, VANDAAG)
    assert [(rij.eenheid and rij.eenheid.naam, rij.moet, rij.gedaan, rij.deel) for rij in rijen] == [
        (None, 8, 2, 25),
        ("Afdeling Inwonerszaken", 1, 0, 0),
        ("Cluster Stad", 1, 1, 100),
        ("Team Burgerzaken", 3, 1, 33),
    ]


@pytest.mark.parametrize(
    ("rol", "aantal"), [("teammanager", 3), ("directeur", 5), ("coordinator", 0), ("privacy_officer", 0)]
)
def test_alleen_wie_leiding_geeft_ziet_namen_en_alleen_van_eigen_mensen(wereld, nu, versie, rol, aantal):
    handelingen.neem_kennis(versie=versie, door=wereld.lid("medewerker"), nu=nu)
    gezien = mensen(versie, wereld.lid(rol))
    assert len(gezien) == aantal
    assert {mens.persoon.naam for mens in gezien if mens.op} == ({"Medewerker"} if aantal else set())


def _berichten(persoon: Persoon) -> int:
    return Bericht.objects.filter(soort="kennisname", ontvanger=persoon).count()


def test_een_bericht_bij_het_begin_en_na_dertig_dagen_hooguit_een_per_week(wereld, nu, versie) -> None:
    wie = wereld.persoon("medewerker")
    gehad = {}
    for dagen in range(46):
        herinner_lezers(nu + dagen * DAG)
        herinner_lezers(nu + dagen * DAG)
        gehad[dagen] = _berichten(wie)
    assert gehad[0] == gehad[30] == 1
    assert gehad[31] == gehad[37] == 2
    assert gehad[38] == gehad[44] == 3
    assert gehad[45] == 4
    bericht = Bericht.objects.filter(ontvanger=wie).latest("aangemaakt_op")
    assert "Privacybeleid" not in bericht.onderwerp + bericht.tekst


def test_ook_na_stilstand_niet_twee_keer_in_een_week(wereld, nu, versie) -> None:
    wie = wereld.persoon("medewerker")
    for dagen, gehad in ((36, 1), (37, 1), (42, 1), (43, 2)):
        herinner_lezers(nu + dagen * DAG)
        assert _berichten(wie) == gehad


def test_wie_heeft_gelezen_of_nog_niet_hoeft_krijgt_niets(wereld, nu, versie) -> None:
    handelingen.neem_kennis(versie=versie, door=wereld.lid("medewerker"), nu=nu)
    _, griffier = op_griffie(wereld)
    herinner_lezers(nu - DAG)
    assert Bericht.objects.filter(soort="kennisname").count() == 0
    assert herinner_lezers(nu) == 7
    assert _berichten(wereld.persoon("medewerker")) == _berichten(griffier) == 0


def test_wie_later_in_dienst_komt_heeft_zelf_dertig_dagen(wereld, nu, versie) -> None:
    wie = wereld.persoon("medewerker")
    begin = VANDAAG + 40 * DAG
    Functievervulling.objects.filter(persoon=wie).update(van=begin)
    for dagen, gehad in ((39, 0), (40, 1), (70, 1), (71, 2)):
        herinner_lezers(nu + dagen * DAG)
        assert _berichten(wie) == gehad
