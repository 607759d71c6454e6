"""What counts: what runs, per gemeente and per unit, in one query for each population."""

from dataclasses import replace
from datetime import timedelta

import pytest

from leidraad.normen.norm import normen
from leidraad.normen.toets import Telling, tel
from leidraad.organisaties.models import Bestuursorgaan, Eenheid
from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.secties import SECTIE as SECTIES
from leidraad.registers.verwerkingen.tests.toetsen.conftest import GOED, VANDAAG, pks
from leidraad.registers.verwerkingen.toetsen import SECTIE, TOETSEN
from leidraad.registers.verwerkingen.toetsen.populaties import LOPEND

DAG = timedelta(days=1)


def _lopend(nu):
    return pks(LOPEND.van(nu))


@pytest.mark.parametrize(
    ("startdatum", "einddatum", "telt"),
    [
        (None, None, True),
        (VANDAAG - DAG, None, True),
        (VANDAAG, None, True),
        (VANDAAG + DAG, None, False),
        (VANDAAG - DAG, VANDAAG, True),
        (VANDAAG - 2 * DAG, VANDAAG - DAG, False),
    ],
)
def test_wat_begonnen_is_en_niet_gestopt_telt(maak, nu, startdatum, einddatum, telt):
    verwerking = maak(startdatum=startdatum, einddatum=einddatum)
    assert _lopend(nu) == ([verwerking.pk] if telt else [])


def test_wat_is_vastgesteld_telt_ook_voor_het_begint(stel_vast, nu):
    verwerking = stel_vast(startdatum=VANDAAG + DAG)
    assert _lopend(nu) == [verwerking.pk]


def test_een_einddatum_in_een_concept_beeindigt_niets(stel_vast, wereld, nu):
    verwerking, eindigt = stel_vast(), replace(GOED, einddatum=VANDAAG - DAG)
    handelingen.vervang_inhoud(
        verwerking=verwerking, inhoud=eindigt, handeling="gewijzigd", door=wereld.lid("coordinator"), nu=nu
    )
    assert _lopend(nu) == [verwerking.pk]
    handelingen.dien_in(verwerking=verwerking, door=wereld.lid("coordinator"), nu=nu)
    handelingen.geef_akkoord(verwerking=verwerking, door=wereld.lid("privacy_officer"), nu=nu)
    assert _lopend(nu) == [verwerking.pk]
    handelingen.stel_vast(
        verwerking=verwerking, openbaarheid="openbaar", door=wereld.lid("teammanager"), nu=nu
    )
    assert _lopend(nu) == []


def test_wat_is_beeindigd_telt_niet_ook_niet_op_zijn_laatste_dag(stel_vast, wereld, nu):
    verwerking = stel_vast()
    handelingen.beeindig(
        verwerking=verwerking, einddatum=VANDAAG, redenen="Gestopt.", door=wereld.lid("teammanager"), nu=nu
    )
    assert all(toets.populatie.van(nu).count() == 0 for toets in TOETSEN if toets.norm != "1.1.4")


def test_een_goede_verwerking_haalt_elke_norm_die_naar_haar_kijkt(stel_vast, wereld, nu):
    stel_vast()
    tellingen = tel(TOETSEN, nu, eenheden=[wereld.team.pk])
    tekorten = {norm: per.get(wereld.gemeente.pk) for norm, per in tellingen.per_norm.items()}
    assert {norm for norm, telling in tekorten.items() if telling and telling.tekort} == set()
    smal = {"2.1.2", "2.2.2", "2.5.2", "2.7.2", "2.9.1"}
    assert {toets.norm for toets in TOETSEN} - set(tekorten) == smal


def test_een_lege_verwerking_haalt_geen_norm_die_over_alles_gaat(wereld, maak, nu):
    maak(type(GOED)(naam="Leeg"))
    tellingen = tel(TOETSEN, nu)
    lopend = [toets.norm for toets in TOETSEN if toets.populatie is LOPEND]
    assert {norm: tellingen.van(norm, wereld.gemeente.pk) for norm in lopend} == dict.fromkeys(
        lopend, Telling(1, 1)
    )


def test_zonder_verwerkingen_is_er_niets_vastgelegd(wereld, nu):
    assert {norm for norm, per in tel(TOETSEN, nu).per_norm.items() if per} == {"1.1.4"}


def test_een_andere_gemeente_telt_apart(maak, wereld, nu):
    maak()
    elders = Eenheid.objects.create(gemeente=wereld.andere_gemeente, naam="Team Zorg", soort="team")
    Bestuursorgaan.objects.create(gemeente=wereld.andere_gemeente, naam=GOED.bestuursorgaan)
    handelingen.maak_aan(
        gemeente=wereld.andere_gemeente, eenheid=elders, inhoud=type(GOED)(naam="Leeg"),
        door=wereld.lid("privacy_officer_elders"), nu=nu,
    )  # fmt: skip
    tellingen = tel(TOETSEN, nu)
    assert tellingen.van("2.1.1", wereld.gemeente.pk) == Telling(1, 0)
    assert tellingen.van("2.1.1", wereld.andere_gemeente.pk) == Telling(1, 1)
    per_eenheid = tel(TOETSEN, nu, gemeente=wereld.gemeente.pk, per_eenheid=True)
    assert per_eenheid.van("2.1.1", wereld.team.pk) == Telling(1, 0)
    assert per_eenheid.van("2.1.1", elders.pk) == Telling()


def test_alles_samen_is_een_zoekvraag_per_populatie(maak, nu, django_assert_num_queries):
    maak()
    with django_assert_num_queries(len({toets.populatie.code for toets in TOETSEN})):
        tel(TOETSEN, nu)


def test_elke_norm_van_de_module_heeft_een_toets_en_een_sectie_die_bestaat():
    van_ons = {nummer for nummer, norm in normen().items() if norm.module == "verwerkingen"} | {"3.3.3"}
    assert {toets.norm for toets in TOETSEN} == van_ons
    assert len(TOETSEN) == len(van_ons)
    assert set(SECTIE) <= van_ons
    assert set(SECTIE.values()) <= set(SECTIES)


def test_een_verwerking_met_veel_rijen_telt_een_keer(maak, wereld, nu):
    maak(doelen=tuple(type(GOED.doelen[0])(regel=n) for n in range(1, 6)))
    assert Verwerking.objects.count() == 1
    assert tel(TOETSEN, nu).van("2.1.1", wereld.gemeente.pk) == Telling(1, 1)
