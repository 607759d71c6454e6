"""The norms about policy: on the last good day, one day later, and what does not count."""

from datetime import date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from leidraad.normen.oordeel import Oordeel
from leidraad.normen.toets import Telling, Toets, tel
from leidraad.organisaties.models import Gemeente
from leidraad.registers.beleid import handelingen
from leidraad.registers.beleid.inhoud import Inhoud
from leidraad.registers.beleid.models import Beleidsversie, Verwacht
from leidraad.registers.beleid.tests.hulp import (
    IB_BELEID,
    PROCEDURE,
    griffie,
    maak,
    stel_vast,
    toets,
)
from leidraad.registers.beleid.toetsen import ATTESTEN, TOETSEN
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db

BESLUIT = date(2025, 7, 1)
DAG = timedelta(days=1)
TOETS: dict[str, Toets] = {t.norm: t for t in TOETSEN}
TOETS |= {a.norm: a.onderbouwing for a in ATTESTEN if a.onderbouwing}
PO_STUKKEN = 12


def telling(norm: str, nu: datetime, gemeente: Gemeente) -> tuple[int, int]:
    """Total and shortfall of one norm in one gemeente, as figure and as findings."""
    geteld = tel([TOETS[norm]], nu).van(norm, gemeente.pk)
    assert TOETS[norm].bevindingen(nu, gemeente.pk).count() == geteld.tekort
    return geteld.totaal, geteld.tekort


def om(dag: date, nu: datetime) -> datetime:
    """The moment `nu` on another day."""
    return nu.replace(year=dag.year, month=dag.month, day=dag.day)


@pytest.mark.norm("1.1.1", "1.1.2", "1.1.3", "1.1.6", "4.6.2", "4.7.1")
def test_zonder_beleid_ontbreekt_wat_elke_gemeente_moet_hebben(wereld: Wereld, nu: datetime) -> None:
    assert {norm: telling(norm, nu, wereld.gemeente) for norm in TOETS} == {
        "1.1.1": (1, 1), "1.1.2": (0, 0), "1.1.3": (0, 0), "1.1.5": (0, 0), "1.1.6": (0, 0),
        "4.6.2": (PO_STUKKEN, PO_STUKKEN), "4.7.1": (1, 1),
    }  # fmt: skip


@pytest.mark.norm("1.1.1", "4.6.2", "4.7.1")
def test_een_gemeente_die_nog_niet_meedoet_telt_niet(wereld: Wereld, nu: datetime) -> None:
    leeg = Gemeente.objects.create(naam="Voorschoten", slug="voorschoten", cbs_code="GM0626")
    assert {telling(norm, nu, leeg) for norm in ("1.1.1", "4.6.2", "4.7.1")} == {(0, 0)}


@pytest.mark.norm("1.1.1", "1.1.2", "1.1.3", "1.1.6", "4.6.2", "4.7.1")
def test_een_vraag_per_populatie(
    wereld: Wereld, nu: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    stel_vast(wereld, maak(wereld, nu), BESLUIT, nu)
    with django_assert_num_queries(len({t.populatie.code for t in TOETS.values()})):
        tel(TOETS.values(), nu)


@pytest.mark.norm("1.1.1")
def test_het_privacybeleid_geldt_op_zijn_eerste_dag_en_niet_eerder(wereld: Wereld, nu: datetime) -> None:
    stel_vast(wereld, maak(wereld, nu), BESLUIT, nu)
    assert telling("1.1.1", om(BESLUIT, nu), wereld.gemeente) == (1, 0)
    assert telling("1.1.1", om(BESLUIT - DAG, nu), wereld.gemeente) == (1, 1)
    assert telling("1.1.1", nu, wereld.andere_gemeente) == (1, 1)


@pytest.mark.norm("1.1.1")
def test_beleid_van_een_ander_orgaan_of_een_concept_telt_niet(wereld: Wereld, nu: datetime) -> None:
    stuk = maak(wereld, nu)
    assert telling("1.1.1", nu, wereld.gemeente) == (1, 1)
    versie = stel_vast(wereld, stuk, BESLUIT, nu)
    raad = wereld.gemeente.bestuursorganen.create(naam="Gemeenteraad")
    Beleidsversie.objects.filter(pk=versie.pk).update(orgaan=raad)
    assert telling("1.1.1", nu, wereld.gemeente) == (1, 1)


@pytest.mark.norm("1.1.2")
def test_zonder_besluit_geldt_het_beleid_niet_voor_de_griffie(wereld: Wereld, nu: datetime) -> None:
    stuk = maak(wereld, nu)
    stel_vast(wereld, stuk, BESLUIT, nu)
    assert telling("1.1.2", nu, wereld.gemeente) == (0, 0)
    griffie(wereld)
    assert telling("1.1.2", nu, wereld.gemeente) == (1, 1)
    dag = date(2026, 11, 1)
    toepassing = handelingen.pas_toe_op_griffie(
        stuk=stuk, besluitdatum=dag, kenmerk="WGC 12", door=wereld.lid("privacy_officer"), nu=nu
    )
    assert telling("1.1.2", om(dag, nu), wereld.gemeente) == (1, 0)
    assert telling("1.1.2", nu.replace(month=10, day=31), wereld.gemeente) == (1, 1)
    handelingen.trek_toepassing_in(
        toepassing=toepassing, per=nu.date() + DAG, door=wereld.lid("privacy_officer"), nu=nu
    )
    assert telling("1.1.2", nu, wereld.gemeente) == (1, 0)
    assert telling("1.1.2", nu + DAG, wereld.gemeente) == (1, 1)


@pytest.mark.norm("1.1.2")
def test_een_opgeheven_griffie_vraagt_geen_besluit(wereld: Wereld, nu: datetime) -> None:
    stel_vast(wereld, maak(wereld, nu), BESLUIT, nu)
    eenheid = griffie(wereld)
    eenheid.tot = nu.date() - DAG
    eenheid.save()
    assert telling("1.1.2", nu, wereld.gemeente) == (0, 0)
    assert telling("1.1.2", nu - DAG, wereld.gemeente) == (1, 1)


@pytest.mark.norm("1.1.3")
def test_opvolging_laat_nooit_twee_versies_gelden(wereld: Wereld, nu: datetime) -> None:
    stuk = maak(wereld, nu)
    eerste = stel_vast(wereld, stuk, BESLUIT, nu)
    stel_vast(wereld, stuk, nu.date(), nu)
    assert telling("1.1.3", nu, wereld.gemeente) == (1, 0)
    assert telling("1.1.3", nu - DAG, wereld.gemeente) == (1, 0)
    Beleidsversie.objects.filter(pk=eerste.pk).update(ingetrokken_per=nu.date() + DAG)
    assert telling("1.1.3", nu, wereld.gemeente) == (2, 2)
    assert telling("1.1.3", nu + DAG, wereld.gemeente) == (1, 0)


@pytest.mark.norm("1.1.3")
def test_twee_stukken_voor_hetzelfde_zijn_een_tekort_tot_het_oude_is_ingetrokken(
    wereld: Wereld, nu: datetime
) -> None:
    oud, nieuw, po = maak(wereld, nu), maak(wereld, nu), wereld.lid("privacy_officer")
    stel_vast(wereld, oud, date(2018, 5, 25), nu)
    stel_vast(wereld, nieuw, BESLUIT, nu)
    assert telling("1.1.3", nu, wereld.gemeente) == (2, 2)
    handelingen.trek_stuk_in(stuk=oud, per=nu.date(), reden="Alsnog, besluit Z/26.", door=po, nu=nu)
    assert telling("1.1.3", nu, wereld.gemeente) == (1, 0)
    assert telling("1.1.3", nu - DAG, wereld.gemeente) == (2, 2)


@pytest.mark.norm("1.1.3")
def test_een_werkinstructie_per_domein_mag_naast_een_andere(wereld: Wereld, nu: datetime) -> None:
    inhoud = Inhoud(
        naam="Parkeren", soort="werkinstructie", verwacht="werkinstructie_wpg", eigenaar="teammanager"
    )
    for _ in range(2):
        stel_vast(wereld, maak(wereld, nu, inhoud), BESLUIT, nu)
    assert telling("1.1.3", nu, wereld.gemeente) == (2, 0)


@pytest.mark.norm("1.1.3")
def test_wat_een_ander_stuk_intrekt_mag_niet_blijven_gelden(wereld: Wereld, nu: datetime) -> None:
    regeling = maak(wereld, nu, Inhoud(naam="Regeling", soort="beleid", eigenaar="privacy_officer"))
    oud = stel_vast(wereld, regeling, date(2018, 5, 25), nu)
    stel_vast(wereld, maak(wereld, nu), BESLUIT, nu, trekt_in=(regeling,))
    assert telling("1.1.3", nu, wereld.gemeente) == (1, 0)
    Beleidsversie.objects.filter(pk=oud.pk).update(ingetrokken_per=None, opvolger=None)
    assert telling("1.1.3", nu, wereld.gemeente) == (2, 1)
    assert telling("1.1.3", om(BESLUIT - DAG, nu), wereld.gemeente) == (1, 0)


@pytest.mark.norm("1.1.6")
def test_de_laatste_dag_om_te_beoordelen_is_nog_op_tijd(wereld: Wereld, nu: datetime) -> None:
    versie = stel_vast(wereld, maak(wereld, nu), BESLUIT, nu)
    assert versie.beoordelen_voor is not None
    assert telling("1.1.6", om(versie.beoordelen_voor, nu), wereld.gemeente) == (1, 0)
    assert telling("1.1.6", om(versie.beoordelen_voor + DAG, nu), wereld.gemeente) == (1, 1)
    laat = om(versie.beoordelen_voor + DAG, nu)
    handelingen.beoordeel_opnieuw(
        versie=versie, uitkomst="blijft", toelichting="Bekeken.", door=wereld.lid("privacy_officer"), nu=laat
    )
    assert telling("1.1.6", laat, wereld.gemeente) == (1, 0)


@pytest.mark.norm("1.1.6")
def test_een_genoemd_stuk_dat_eindigt_zonder_opvolger_is_een_tekort(wereld: Wereld, nu: datetime) -> None:
    stuk, po, dag = maak(wereld, nu), wereld.lid("privacy_officer"), date(2026, 11, 1)
    stel_vast(wereld, stuk, BESLUIT, nu)
    handelingen.trek_stuk_in(stuk=stuk, per=dag, reden="Vergissing.", door=po, nu=nu)
    assert telling("1.1.6", nu.replace(month=10, day=31), wereld.gemeente) == (1, 0)
    assert telling("1.1.6", om(dag, nu), wereld.gemeente) == (1, 1)
    opvolger = maak(wereld, nu)
    stel_vast(wereld, opvolger, nu.date(), nu)
    assert telling("1.1.6", nu - DAG, wereld.gemeente) == (1, 1)
    assert telling("1.1.6", nu, wereld.gemeente) == (1, 0)


@pytest.mark.norm("1.1.6")
def test_een_opvolger_die_nooit_inging_neemt_geen_plaats_in(wereld: Wereld, nu: datetime) -> None:
    stuk, po, dag = maak(wereld, nu), wereld.lid("privacy_officer"), nu.date() + DAG
    stel_vast(wereld, stuk, BESLUIT, nu)
    stel_vast(wereld, stuk, nu.date(), nu, geldig_vanaf=dag)
    handelingen.trek_stuk_in(stuk=stuk, per=dag, reden="Toch niet.", door=po, nu=nu)
    assert telling("1.1.6", nu, wereld.gemeente) == (1, 0)
    assert telling("1.1.6", nu + DAG, wereld.gemeente) == (1, 1)


@pytest.mark.norm("1.1.6")
@pytest.mark.parametrize("waarom", ["vrij stuk", "niet nodig"])
def test_wat_niemand_verwacht_mag_zonder_opvolger_eindigen(wereld, nu, waarom) -> None:
    po = wereld.lid("privacy_officer")
    vrij = Inhoud(naam="Protocol", soort="protocol", eigenaar="privacy_officer")
    stuk = maak(wereld, nu, vrij if waarom == "vrij stuk" else PROCEDURE)
    stel_vast(wereld, stuk, BESLUIT, nu)
    handelingen.trek_stuk_in(stuk=stuk, per=nu.date(), reden="Niet meer nodig.", door=po, nu=nu)
    if waarom == "niet nodig":
        assert telling("1.1.6", nu, wereld.gemeente) == (1, 1)
        verwacht = Verwacht.objects.get(gemeente=wereld.gemeente, code="procedure_datalekken")
        handelingen.zet_niet_nodig(verwacht=verwacht, reden="Doet de regio.", door=po, nu=nu)
    assert telling("1.1.6", nu, wereld.gemeente) == (0, 0)


@pytest.mark.norm("1.1.5")
def test_de_verklaring_weegt_naast_de_getoetste_stukken(wereld: Wereld, nu: datetime) -> None:
    [attest] = ATTESTEN
    assert attest.door == ("privacy_officer",)
    versie = stel_vast(wereld, maak(wereld, nu, PROCEDURE), BESLUIT, nu)

    def oordeel(voldoet: bool | None) -> Oordeel:
        return attest.oordeel(voldoet, Telling(*telling("1.1.5", nu, wereld.gemeente)))

    assert [oordeel(None), oordeel(True)] == [Oordeel.ATTEST_NODIG, Oordeel.NIET_GEHAALD]
    toets(wereld, versie, nu)
    assert [oordeel(None), oordeel(True), oordeel(False)] == [
        Oordeel.ATTEST_NODIG, Oordeel.GEHAALD, Oordeel.NIET_GEHAALD,
    ]  # fmt: skip


@pytest.mark.regel("1.1.5")
def test_een_specifiek_stuk_voldoet_pas_als_alle_tien_uitgangspunten_zijn_getoetst(
    wereld: Wereld, nu: datetime
) -> None:
    stuk = maak(wereld, nu, PROCEDURE)
    versie = stel_vast(wereld, stuk, BESLUIT, nu)
    stel_vast(wereld, maak(wereld, nu), BESLUIT, nu)
    assert telling("1.1.5", nu, wereld.gemeente) == (1, 1)
    toets(wereld, versie, nu)
    assert telling("1.1.5", nu, wereld.gemeente) == (1, 0)
    toets(wereld, versie, nu, doelbinding="niet_van_toepassing")
    assert telling("1.1.5", nu, wereld.gemeente) == (1, 0)
    toets(wereld, versie, nu, doelbinding="voldoet_niet")
    assert telling("1.1.5", nu, wereld.gemeente) == (1, 1)
    toets(wereld, versie, nu)
    versie.conformiteit.filter(uitgangspunt="toegang").delete()
    assert telling("1.1.5", nu, wereld.gemeente) == (1, 1)
    assert telling("1.1.5", om(BESLUIT - DAG, nu), wereld.gemeente) == (0, 0)


@pytest.mark.norm("4.6.2")
def test_een_stuk_van_de_privacy_officer_telt_zodra_er_een_versie_geldt(wereld: Wereld, nu: datetime) -> None:
    stuk = maak(wereld, nu, PROCEDURE)
    assert telling("4.6.2", nu, wereld.gemeente) == (PO_STUKKEN, PO_STUKKEN)
    stel_vast(wereld, stuk, BESLUIT, nu)
    assert telling("4.6.2", om(BESLUIT, nu), wereld.gemeente) == (PO_STUKKEN, PO_STUKKEN - 1)
    assert telling("4.6.2", om(BESLUIT, nu), wereld.andere_gemeente) == (PO_STUKKEN, PO_STUKKEN)
    # One day earlier the list itself did not exist.
    assert telling("4.6.2", om(BESLUIT - DAG, nu), wereld.gemeente) == (0, 0)


@pytest.mark.norm("4.6.2")
def test_wat_een_gemeente_niet_nodig_heeft_telt_niet_mee(wereld: Wereld, nu: datetime) -> None:
    verwacht = Verwacht.objects.get(gemeente=wereld.gemeente, code="sjabloon_convenant")
    po = wereld.lid("privacy_officer")
    handelingen.zet_niet_nodig(verwacht=verwacht, reden="Er zijn geen convenanten.", door=po, nu=nu)
    assert telling("4.6.2", nu, wereld.gemeente) == (PO_STUKKEN - 1, PO_STUKKEN - 1)
    handelingen.zet_niet_nodig(verwacht=verwacht, reden="", door=po, nu=nu)
    assert telling("4.6.2", nu, wereld.gemeente) == (PO_STUKKEN, PO_STUKKEN)


@pytest.mark.norm("4.7.1")
def test_het_informatiebeveiligingsbeleid_moet_gelden_en_op_tijd_zijn_beoordeeld(
    wereld: Wereld, nu: datetime
) -> None:
    versie = stel_vast(wereld, maak(wereld, nu, IB_BELEID, rol="ciso"), BESLUIT, nu, rol="ciso")
    assert versie.beoordelen_voor is not None
    assert telling("4.7.1", om(BESLUIT - DAG, nu), wereld.gemeente) == (1, 1)
    assert telling("4.7.1", om(BESLUIT, nu), wereld.gemeente) == (1, 0)
    assert telling("4.7.1", om(versie.beoordelen_voor, nu), wereld.gemeente) == (1, 0)
    assert telling("4.7.1", om(versie.beoordelen_voor + DAG, nu), wereld.gemeente) == (1, 1)
