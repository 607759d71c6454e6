"""The house asks for a statement in time, of whoever can give it, and never twice."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leidraad.berichten.models import Bericht
from leidraad.dossiers.models import Dossier, Journaalregel, Taak
from leidraad.dossiers.werk import eind_van
from leidraad.dossiers.werkvoorraad import MIJN, van_wie
from leidraad.naleving.handelingen import vraag_verklaringen
from leidraad.naleving.tests.verklaard import benoem, zeg
from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Functievervulling, Gemeente
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db

SOORT = "norm_verklaren"


def taken(gemeente: Gemeente) -> dict[str, Taak]:
    """The open tasks of a gemeente by the number of their norm."""
    open_ = Taak.objects.open().filter(soort=SOORT, gemeente=gemeente).select_related("dossier__normdossier")
    return {taak.dossier.normdossier.norm: taak for taak in open_}


def test_zonder_verklaring_krijgt_wie_de_functie_heeft_dertig_dagen(wereld, nu):
    secretaris = benoem(wereld.gemeente)
    # The secretary of Leiden: two; the Privacy Officers of both gemeenten: one each.
    assert vraag_verklaringen(nu) == 4
    van_leiden = taken(wereld.gemeente)
    assert set(van_leiden) == {"1.1.5", "2.1.3", "4.1.1"}
    taak = van_leiden["4.1.1"]
    assert taak.toegewezen == secretaris
    assert taak.uiterlijk == eind_van(nu.date() + timedelta(days=30))
    assert van_leiden["1.1.5"].toegewezen == wereld.persoon("privacy_officer")
    assert taak.url == f"/werk/naleving/leiden/dossiers/{taak.dossier.nummer}/verklaren/"
    assert Bericht.objects.filter(ontvanger=secretaris, soort="nieuw_werk").count() == 2
    assert set(van_wie(lid_van(secretaris, nu.date()), MIJN)) == {taak, van_leiden["2.1.3"]}


def test_het_dossier_opent_het_systeem_en_niemand_anders(wereld, nu):
    benoem(wereld.gemeente)
    vraag_verklaringen(nu)
    regels = Journaalregel.objects.filter(handeling="aangemaakt")
    assert {(regel.functie, regel.persoon_id) for regel in regels} == {("systeem", 0)}


def test_een_tweede_keer_verandert_niets(wereld, nu):
    benoem(wereld.gemeente)
    vraag_verklaringen(nu)
    eerst = list(Taak.objects.order_by("pk").values())
    assert vraag_verklaringen(nu + timedelta(days=3)) == 0
    assert list(Taak.objects.order_by("pk").values()) == eerst
    assert Dossier.objects.filter(soort="naleving").count() == 4


@pytest.mark.parametrize(("dagen_ervoor", "gevraagd"), [(31, False), (30, True), (1, True), (0, True)])
def test_een_maand_voor_het_einde_wordt_de_volgende_gevraagd(wereld, nu, dagen_ervoor, gevraagd):
    tot = zeg(wereld.gemeente, benoem(wereld.gemeente), nu).geldig_tot
    vraag_verklaringen(eind_van(tot - timedelta(days=dagen_ervoor)))
    taak = taken(wereld.gemeente).get("4.1.1")
    assert (taak is not None) is gevraagd
    assert taak is None or taak.uiterlijk == eind_van(tot)


def test_een_verlopen_verklaring_telt_als_geen(wereld, nu):
    tot = zeg(wereld.gemeente, benoem(wereld.gemeente), nu).geldig_tot
    vraag_verklaringen(eind_van(tot + timedelta(days=1)))
    assert taken(wereld.gemeente)["4.1.1"].uiterlijk == eind_van(tot + timedelta(days=31))


def test_ook_nog_niet_voldoen_is_een_antwoord(wereld, nu):
    zeg(wereld.gemeente, benoem(wereld.gemeente), nu, voldoet=False)
    vraag_verklaringen(nu + timedelta(days=1))
    assert "4.1.1" not in taken(wereld.gemeente)


def test_niemand_met_de_functie_is_niemand_om_te_vragen(wereld, nu):
    vraag_verklaringen(nu)
    assert set(taken(wereld.gemeente)) == {"1.1.5"}
    benoem(wereld.gemeente)
    vraag_verklaringen(nu + timedelta(days=1))
    assert set(taken(wereld.gemeente)) == {"1.1.5", "2.1.3", "4.1.1"}


def test_een_gemeente_zonder_mensen_wordt_niets_gevraagd(wereld, nu):
    Gemeente.objects.create(naam="Katwijk", slug="katwijk", cbs_code="GM0537")
    vraag_verklaringen(nu)
    assert not Dossier.objects.filter(gemeente__slug="katwijk").exists()


def test_de_opvolger_krijgt_de_taak_met_dezelfde_dag(wereld, nu):
    eerste = benoem(wereld.gemeente)
    vraag_verklaringen(nu)
    oud = taken(wereld.gemeente)["4.1.1"]
    Functievervulling.objects.filter(persoon=eerste).update(tot=nu.date())
    tweede = benoem(wereld.gemeente, van=nu.date() + timedelta(days=1))
    assert vraag_verklaringen(nu + timedelta(days=2)) == 2
    nieuw = taken(wereld.gemeente)["4.1.1"]
    assert (nieuw.toegewezen, nieuw.uiterlijk) == (tweede, oud.uiterlijk)
    oud.refresh_from_db()
    assert oud.vervallen_op == nu + timedelta(days=2)


def test_meer_privacy_officers_krijgen_de_taak_samen(wereld, nu):
    tweede = benoem(wereld.gemeente, "privacy_officer")
    vraag_verklaringen(nu)
    taak = taken(wereld.gemeente)["1.1.5"]
    assert taak.toegewezen is None
    for lid in (wereld.lid("privacy_officer"), lid_van(tweede, nu.date())):
        assert taak in van_wie(lid, MIJN)
    for rol in ("fg", "ciso", "directeur"):
        assert taak not in van_wie(wereld.lid(rol), MIJN)
    assert vraag_verklaringen(nu + timedelta(days=1)) == 0


def test_wat_geldt_kost_geen_vragen(wereld: Wereld, nu):
    benoem(wereld.gemeente)
    vraag_verklaringen(nu)
    with CaptureQueriesContext(connection) as eerst:
        assert vraag_verklaringen(nu) == 0
    for nummer in range(5):
        gemeente = Gemeente.objects.create(
            naam=f"Plaats {nummer}", slug=f"plaats-{nummer}", cbs_code=f"GM9{nummer}00"
        )
        wie = benoem(gemeente)
        zeg(gemeente, wie, nu)
        zeg(gemeente, wie, nu, "2.1.3")
    with CaptureQueriesContext(connection) as daarna:
        assert vraag_verklaringen(nu) == 0
    assert len(daarna) == len(eerst)
