"""The state of now is never older than the last save, and nothing is counted that did not change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leidraad.naleving import standen
from leidraad.naleving.peilen import peil_alle, peil_eenheden
from leidraad.naleving.toetsen import attest_van, toets_van
from leidraad.normen.oordeel import Oordeel
from leidraad.organisaties.models import Functievervulling, Wijziging
from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _lege_cache(db: None) -> None:
    cache.clear()


def _begin(wereld: Wereld, nu: datetime, **anders: Any) -> Verwerking:
    return handelingen.maak_aan(
        gemeente=wereld.gemeente,
        eenheid=wereld.team,
        inhoud=replace(VOLLEDIG, bestuursorgaan="", hoofdverwerking="", **anders),
        door=wereld.lid("teammanager"),
        nu=nu,
    )


def _tekort(wereld: Wereld, norm: str, nu: datetime) -> tuple[int, int]:
    uitslag = standen.nu_van(wereld.gemeente.pk, nu)[norm]
    return uitslag.totaal, uitslag.tekort


def test_een_wijziging_staat_op_de_volgende_pagina(wereld: Wereld, nu: datetime) -> None:
    assert _tekort(wereld, "2.1.1", nu) == (0, 0)
    verwerking = _begin(wereld, nu)
    assert _tekort(wereld, "2.1.1", nu) == (1, 0)
    kaal = replace(VOLLEDIG, doelen=(replace(VOLLEDIG.doelen[0], grondslag="", wet="", artikel=""),))
    handelingen.vervang_inhoud(
        verwerking=verwerking, inhoud=kaal, handeling="gewijzigd", door=wereld.lid("teammanager"), nu=nu
    )
    assert _tekort(wereld, "2.1.1", nu) == (1, 1)


def test_een_wijziging_met_een_oudere_klok_wordt_ook_gezien(wereld: Wereld, nu: datetime) -> None:
    _begin(wereld, nu)
    assert _tekort(wereld, "2.1.1", nu) == (1, 0)
    _begin(wereld, nu - timedelta(minutes=5))
    assert _tekort(wereld, "2.1.1", nu) == (2, 0)


def test_wat_niet_verandert_wordt_niet_opnieuw_geteld(wereld: Wereld, nu: datetime) -> None:
    _begin(wereld, nu)
    standen.nu_van(wereld.gemeente.pk, nu)
    with CaptureQueriesContext(connection) as weer:
        standen.nu_van(wereld.gemeente.pk, nu)
    # Four stamps, what was kept, and the statements.
    assert len(weer) == 6


def test_de_andere_gemeente_houdt_haar_cijfers(wereld: Wereld, nu: datetime) -> None:
    standen.nu_van(wereld.andere_gemeente.pk, nu)
    _begin(wereld, nu)
    with CaptureQueriesContext(connection) as weer:
        elders = standen.nu_van(wereld.andere_gemeente.pk, nu)
    assert len(weer) == 6
    assert elders["2.1.1"].totaal == 0


def test_een_nieuwe_dag_telt_opnieuw(wereld: Wereld, nu: datetime) -> None:
    _begin(wereld, nu, startdatum=date(2026, 12, 1))
    assert _tekort(wereld, "2.1.1", nu) == (0, 0)
    assert _tekort(wereld, "2.1.1", nu + timedelta(days=8)) == (1, 0)


def test_een_wijziging_in_de_organisatie_telt_mee(wereld: Wereld, nu: datetime) -> None:
    voor = _tekort(wereld, "4.2.1", nu)
    Functievervulling.objects.filter(functie="afdelingsmanager").update(tot=date(2026, 11, 22))
    Wijziging.objects.create(gemeente=wereld.gemeente, op=nu, wie="beheerder", handeling="beeindig_functie")
    na = _tekort(wereld, "4.2.1", nu)
    assert na[1] > voor[1]


def test_bewaarde_cijfers_zijn_die_van_een_verse_telling(wereld: Wereld, nu: datetime) -> None:
    for _ in range(3):
        _begin(wereld, nu)
        standen.nu_van(wereld.gemeente.pk, nu)
    vers = peil_alle([wereld.gemeente.pk], nu)[wereld.gemeente.pk]
    assert standen.nu_van(wereld.gemeente.pk, nu) == vers


def test_de_eenheden_tellen_samen_op_tot_de_gemeente(wereld: Wereld, nu: datetime) -> None:
    for _ in range(2):
        _begin(wereld, nu)
    per_eenheid = peil_eenheden(wereld.gemeente.pk, nu)
    geheel = standen.nu_van(wereld.gemeente.pk, nu)
    for norm, uitslag in geheel.items():
        toets = toets_van(norm)
        if toets is None or not toets.populatie.eenheid or attest_van(norm):
            continue
        delen = [uit[norm] for uit in per_eenheid.values() if norm in uit]
        assert sum(deel.totaal for deel in delen) == uitslag.totaal, norm
        assert sum(deel.tekort for deel in delen) == uitslag.tekort, norm


def test_een_leidinggevende_ziet_alleen_de_eigen_eenheid(wereld: Wereld, nu: datetime) -> None:
    _begin(wereld, nu)
    elders = standen.nu_van(wereld.gemeente.pk, nu, {wereld.ander_team.pk})
    eigen = standen.nu_van(wereld.gemeente.pk, nu, {wereld.team.pk})
    assert elders["2.1.1"].oordeel is Oordeel.NOG_NIETS_VASTGELEGD
    assert (eigen["2.1.1"].totaal, eigen["2.1.1"].tekort) == (1, 0)
    assert all(toets.populatie.eenheid for norm in eigen if (toets := toets_van(norm)))
    assert "1.1.1" not in eigen


def test_wie_nergens_leidt_ziet_geen_cijfers(wereld: Wereld, nu: datetime) -> None:
    _begin(wereld, nu)
    assert all(u.totaal == 0 for u in standen.nu_van(wereld.gemeente.pk, nu, set()).values())


def test_alle_normen_voor_alle_gemeenten_kosten_hooguit_een_vraag_per_toets(
    wereld: Wereld, nu: datetime, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    from leidraad.naleving.toetsen import GEMETEN

    with django_assert_max_num_queries(len(GEMETEN)):
        peil_alle([wereld.gemeente.pk, wereld.andere_gemeente.pk], nu)
