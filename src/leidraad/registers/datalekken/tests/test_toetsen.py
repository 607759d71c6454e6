"""The norms about breaches: just in time, one second too late, and what does not count (any more)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pytest_django import DjangoAssertNumQueries

from leidraad.normen.toets import tel
from leidraad.registers.datalekken.begrippen import Status
from leidraad.registers.datalekken.tests.rijen import (
    GEVULD,
    SECONDE,
    TOETS,
    maak,
    mededeling,
    melding,
    telling,
)
from leidraad.registers.datalekken.toetsen import TOETSEN
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NORMEN = ("3.4.1", "3.4.2", "3.4.3", "4.4.6")
UUR = timedelta(hours=1)
# The outer bound for a moment on the whole hour: that hour does not count, and then 72 more.
UITERST = 73 * UUR


@pytest.mark.norm(*NORMEN)
def test_zonder_datalekken_is_er_nog_niets_vastgelegd(wereld: Wereld, nu: datetime) -> None:
    assert [telling(norm, nu, wereld.gemeente) for norm in NORMEN] == [(0, 0)] * 4


@pytest.mark.norm(*NORMEN)
def test_een_vraag_per_populatie(
    wereld: Wereld, nu: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(3):
        maak(wereld, nu, risico="hoog_risico", ontdekt_op=nu)
    with django_assert_num_queries(len({toets.populatie.code for toets in TOETSEN})):
        geteld = tel(TOETSEN, nu)
    assert [geteld.van(norm, wereld.gemeente.pk).totaal for norm in NORMEN] == [3] * 4


@pytest.mark.norm(*NORMEN)
def test_een_datalek_van_een_ander_telt_niet_mee(wereld: Wereld, nu: datetime) -> None:
    fout = {"beoordeeld_op": None, "risico": "hoog_risico", "ontdekt_op": nu - 400 * UUR}
    maak(wereld, nu - 300 * UUR, wereld.andere_gemeente, **fout)
    for norm in NORMEN:
        assert telling(norm, nu, wereld.gemeente) == (0, 0)
        assert telling(norm, nu, wereld.andere_gemeente) == (1, 1)


@pytest.mark.norm(*NORMEN)
def test_na_een_jaar_telt_alleen_wat_nog_open_staat(wereld: Wereld, nu: datetime) -> None:
    begin = datetime(2025, 11, 23, 0, 0, tzinfo=AMSTERDAM)
    fout = {"beoordeeld_op": nu, "risico": "hoog_risico", "ontdekt_op": begin - 2000 * UUR}
    binnen = maak(wereld, begin, status="afgesloten", **fout)
    maak(wereld, begin - SECONDE, status="afgesloten", **fout)
    oud = maak(wereld, begin - 1000 * UUR, **fout)
    for norm in NORMEN:
        assert {rij.pk for rij in TOETS[norm].bevindingen(nu)} == {binnen.pk, oud.pk}


@pytest.mark.norm(*NORMEN)
def test_wat_is_vernietigd_maakt_geen_norm_rood(wereld: Wereld, nu: datetime) -> None:
    """Its texts are gone, so it would seem to have no facts, no reason and no exception."""
    leeg = dict.fromkeys(GEVULD, "")
    oud = nu - 300 * UUR
    datalek = maak(
        wereld, oud, status="afgesloten", risico="hoog_risico", kennisgenomen_op=oud, ontdekt_op=oud,
        uitzondering="risico_weggenomen", vernietigd_op=nu, **leeg,
    )  # fmt: skip
    melding(datalek, wereld, oud + UITERST + SECONDE)
    assert [telling(norm, nu, wereld.gemeente) for norm in NORMEN] == [(0, 0)] * 4


@pytest.mark.norm("3.4.2", "3.4.3", "4.4.6")
def test_wat_geen_datalek_was_telt_alleen_als_melding(wereld: Wereld, nu: datetime) -> None:
    oud = nu - 300 * UUR
    maak(
        wereld, oud, status="geen_datalek", geen_datalek_reden="Geen gegevens.", risico="hoog_risico",
        kennisgenomen_op=oud, ontdekt_op=oud - 100 * UUR,
    )  # fmt: skip
    assert [telling(norm, nu, wereld.gemeente) for norm in NORMEN] == [(1, 0), (0, 0), (0, 0), (0, 0)]


@pytest.mark.norm("3.4.1")
def test_een_melding_die_nog_op_tijd_te_beoordelen_is_is_geen_tekort(wereld: Wereld, nu: datetime) -> None:
    datalek = maak(wereld, nu - 72 * UUR, status="gemeld", beoordeeld_op=None)
    assert telling("3.4.1", nu, wereld.gemeente) == (1, 0)
    assert telling("3.4.1", nu + SECONDE, wereld.gemeente) == (1, 1)
    datalek.beoordeeld_op = nu
    datalek.save()
    assert telling("3.4.1", nu + 500 * UUR, wereld.gemeente) == (1, 0)
    datalek.beoordeeld_op = nu + SECONDE
    datalek.save()
    assert telling("3.4.1", nu + SECONDE, wereld.gemeente) == (1, 1)


@pytest.mark.norm("3.4.1")
def test_de_uren_voor_het_beoordelen_lopen_door_als_de_klok_verspringt(wereld: Wereld) -> None:
    gemeld = datetime(2026, 10, 24, 10, tzinfo=AMSTERDAM)
    maak(wereld, gemeld, status="gemeld", beoordeeld_op=None)
    einde = datetime(2026, 10, 27, 9, tzinfo=AMSTERDAM)
    assert telling("3.4.1", einde, wereld.gemeente) == (1, 0)
    assert telling("3.4.1", einde + SECONDE, wereld.gemeente) == (1, 1)


@pytest.mark.norm("3.4.1")
@pytest.mark.parametrize("veld", GEVULD)
def test_een_afgesloten_datalek_heeft_feiten_gevolgen_en_maatregelen(
    wereld: Wereld, nu: datetime, veld: str
) -> None:
    maak(wereld, nu, status="afgesloten")
    maak(wereld, nu, **{veld: ""})
    maak(wereld, nu, status="geen_datalek", geen_datalek_reden="Nee.", **{veld: ""})
    assert telling("3.4.1", nu, wereld.gemeente) == (3, 0)
    maak(wereld, nu, status="afgesloten", **{veld: ""})
    assert telling("3.4.1", nu, wereld.gemeente) == (4, 1)


@pytest.mark.norm("3.4.1")
@pytest.mark.parametrize("veld", GEVULD)
def test_open_laten_ontslaat_niet_van_feiten_gevolgen_en_maatregelen(
    wereld: Wereld, nu: datetime, veld: str
) -> None:
    maak(wereld, nu, **{veld: ""})
    maak(wereld, nu, status="geen_datalek", geen_datalek_reden="Nee.", **{veld: ""})
    assert telling("3.4.1", nu + 72 * UUR, wereld.gemeente) == (2, 0)
    assert telling("3.4.1", nu + 72 * UUR + SECONDE, wereld.gemeente) == (2, 1)


@pytest.mark.norm("3.4.3")
def test_te_veel_moeite_vraagt_een_openbare_mededeling(wereld: Wereld, nu: datetime) -> None:
    datalek = maak(
        wereld, nu - 300 * UUR, risico="hoog_risico", kennisgenomen_op=nu - 300 * UUR,
        uitzondering="onevenredig", uitzondering_toelichting="Van 40.000 mensen is geen adres bekend.",
    )  # fmt: skip
    assert telling("3.4.3", nu, wereld.gemeente) == (1, 1)
    mededeling(datalek, wereld, nu)
    assert telling("3.4.3", nu, wereld.gemeente) == (1, 0)


@pytest.mark.norm("3.4.2")
@pytest.mark.parametrize("risico", ["risico", "hoog_risico", ""])
def test_wat_niet_is_gemeld_is_pas_na_de_buitengrens_een_tekort(
    wereld: Wereld, nu: datetime, risico: str
) -> None:
    maak(wereld, nu, risico=risico, kennisgenomen_op=nu)
    assert telling("3.4.2", nu + UITERST, wereld.gemeente) == (1, 0)
    assert telling("3.4.2", nu + UITERST + SECONDE, wereld.gemeente) == (1, 1)


@pytest.mark.norm("3.4.2")
def test_zonder_risico_of_voor_de_beoordeling_hoeft_het_niet_naar_de_ap(wereld: Wereld, nu: datetime) -> None:
    oud = nu - 300 * UUR
    maak(wereld, oud, risico="geen_risico", kennisgenomen_op=oud)
    maak(wereld, oud, status="gemeld", beoordeeld_op=None, kennisgenomen_op=oud)
    assert telling("3.4.2", nu, wereld.gemeente) == (0, 0)


@pytest.mark.norm("3.4.2")
def test_een_melding_op_de_buitengrens_is_op_tijd_en_daarna_met_reden(wereld: Wereld, nu: datetime) -> None:
    later = nu + 500 * UUR
    op_tijd = maak(wereld, nu, risico="risico", kennisgenomen_op=nu)
    melding(op_tijd, wereld, nu + UITERST)
    te_laat = maak(wereld, nu, risico="risico", kennisgenomen_op=nu)
    melding(te_laat, wereld, nu + UITERST + SECONDE)
    assert {rij.pk for rij in TOETS["3.4.2"].bevindingen(later)} == {te_laat.pk}
    te_laat.reden_te_laat = "De verwerker was niet bereikbaar."
    te_laat.save()
    assert telling("3.4.2", later, wereld.gemeente) == (2, 0)


@pytest.mark.norm("3.4.2")
def test_een_late_vervolgmelding_maakt_de_eerste_niet_te_laat(wereld: Wereld, nu: datetime) -> None:
    datalek = maak(wereld, nu, risico="risico", kennisgenomen_op=nu)
    melding(datalek, wereld, nu + UUR)
    melding(datalek, wereld, nu + 400 * UUR, "vervolg")
    assert telling("3.4.2", nu + 500 * UUR, wereld.gemeente) == (1, 0)


@pytest.mark.norm("3.4.2")
def test_een_ingetrokken_melding_is_geen_melding_tot_er_weer_een_is(wereld: Wereld, nu: datetime) -> None:
    datalek = maak(wereld, nu, risico="risico", kennisgenomen_op=nu)
    melding(datalek, wereld, nu + UUR)
    melding(datalek, wereld, nu + 2 * UUR, "intrekking")
    assert telling("3.4.2", nu + UITERST, wereld.gemeente) == (1, 0)
    assert telling("3.4.2", nu + UITERST + SECONDE, wereld.gemeente) == (1, 1)
    melding(datalek, wereld, nu + 3 * UUR, "vervolg")
    assert telling("3.4.2", nu + 500 * UUR, wereld.gemeente) == (1, 0)
    melding(datalek, wereld, nu + 4 * UUR, "intrekking")
    datalek.risico = "geen_risico"
    datalek.save()
    assert telling("3.4.2", nu + 500 * UUR, wereld.gemeente) == (0, 0)


@pytest.mark.norm("3.4.2")
def test_weten_we_niet_sinds_wanneer_dan_telt_de_melding_bij_ons(wereld: Wereld, nu: datetime) -> None:
    datalek = maak(wereld, nu, risico="risico")
    assert telling("3.4.2", nu + UITERST, wereld.gemeente) == (1, 0)
    assert telling("3.4.2", nu + UITERST + SECONDE, wereld.gemeente) == (1, 1)
    melding(datalek, wereld, nu + UITERST)
    assert telling("3.4.2", nu + 500 * UUR, wereld.gemeente) == (1, 0)


@pytest.mark.norm("3.4.3")
def test_betrokkenen_zijn_tot_het_einde_van_de_zevende_dag_in_te_lichten(
    wereld: Wereld, nu: datetime
) -> None:
    datalek = maak(wereld, nu, risico="hoog_risico", kennisgenomen_op=nu)
    maak(wereld, nu, risico="risico", kennisgenomen_op=nu)
    laatste = datetime(2026, 11, 30, 23, 59, 59, tzinfo=AMSTERDAM)
    assert telling("3.4.3", laatste, wereld.gemeente) == (1, 0)
    assert telling("3.4.3", laatste + SECONDE, wereld.gemeente) == (1, 1)
    mededeling(datalek, wereld, laatste)
    assert telling("3.4.3", laatste + SECONDE, wereld.gemeente) == (1, 0)


@pytest.mark.norm("3.4.3")
def test_de_zeven_dagen_zijn_dagen_ook_als_de_klok_verspringt(wereld: Wereld) -> None:
    kennis = datetime(2026, 10, 20, 23, 59, 59, tzinfo=AMSTERDAM)
    maak(wereld, kennis, risico="hoog_risico", kennisgenomen_op=kennis)
    einde = datetime(2026, 10, 27, 23, 59, 59, tzinfo=AMSTERDAM)
    assert telling("3.4.3", einde, wereld.gemeente) == (1, 0)
    # Absolute time: a second later it is the 28th in the Netherlands.
    assert telling("3.4.3", einde.astimezone(UTC) + SECONDE, wereld.gemeente) == (1, 1)


@pytest.mark.norm("3.4.3")
def test_afsluiten_zonder_de_mensen_in_te_lichten_is_meteen_een_tekort(wereld: Wereld, nu: datetime) -> None:
    maak(wereld, nu, status=Status.AFGESLOTEN.value, risico="hoog_risico", kennisgenomen_op=nu)
    assert telling("3.4.3", nu, wereld.gemeente) == (1, 1)


@pytest.mark.norm("4.4.6")
def test_een_ontdekt_datalek_is_binnen_24_uur_gemeld(wereld: Wereld, nu: datetime) -> None:
    maak(wereld, nu, ontdekt_op=nu - 24 * UUR)
    maak(wereld, nu, ontdekt_op=nu - 24 * UUR, intern_gemeld_op=nu)
    maak(wereld, nu, ontdekt_op=nu - 90 * UUR, intern_gemeld_op=nu - 66 * UUR)
    maak(wereld, nu)
    assert telling("4.4.6", nu, wereld.gemeente) == (3, 0)
    zonder = maak(wereld, nu, ontdekt_op=nu - 24 * UUR - SECONDE)
    laat = maak(wereld, nu, ontdekt_op=nu - 90 * UUR, intern_gemeld_op=nu - 66 * UUR + SECONDE)
    assert {rij.pk for rij in TOETS["4.4.6"].bevindingen(nu)} == {zonder.pk, laat.pk}


@pytest.mark.norm("4.4.6")
def test_bij_een_verwerker_telt_de_tijd_vanaf_haar_bericht(wereld: Wereld, nu: datetime) -> None:
    maak(wereld, nu, ontdekt_op=nu - 200 * UUR, verwerker_meldde_op=nu - 24 * UUR)
    assert telling("4.4.6", nu, wereld.gemeente) == (1, 0)
    maak(wereld, nu, verwerker_meldde_op=nu - 24 * UUR - SECONDE)
    assert telling("4.4.6", nu, wereld.gemeente) == (2, 1)


@pytest.mark.norm("4.4.6")
def test_de_24_uur_zijn_uren_in_de_nacht_dat_de_klok_teruggaat(wereld: Wereld) -> None:
    ontdekt = datetime(2026, 10, 24, 12, tzinfo=AMSTERDAM)
    gemeld = datetime(2026, 10, 25, 11, tzinfo=AMSTERDAM)
    maak(wereld, gemeld, ontdekt_op=ontdekt)
    assert telling("4.4.6", gemeld, wereld.gemeente) == (1, 0)
    maak(wereld, gemeld + SECONDE, ontdekt_op=ontdekt)
    assert telling("4.4.6", gemeld, wereld.gemeente) == (2, 1)
