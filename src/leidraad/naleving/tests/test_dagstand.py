"""Every day that the worker ran is kept; a day on which it did not run is a gap, never a zero."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from leidraad.naleving import standen
from leidraad.naleving.eigen_toetsen import DAGEN
from leidraad.naleving.handelingen import leg_dag_vast
from leidraad.naleving.models import Dagstand, Stand
from leidraad.naleving.toetsen import GEMETEN, toets_van
from leidraad.normen.norm import normen
from leidraad.normen.oordeel import Oordeel
from leidraad.normen.toets import Telling, tel
from tests.wereld import Wereld


def _bewaar(wereld: Wereld, *dagen: date) -> None:
    for dag in dagen:
        Dagstand.objects.create(
            gemeente=wereld.gemeente, dag=dag, berekend_op=datetime(2026, 1, 1).astimezone(), gehaald=1
        )


def test_een_dag_wordt_voor_elke_gemeente_bewaard(wereld: Wereld, nu: datetime) -> None:
    assert leg_dag_vast(nu) == 2
    toen = standen.op_dag(wereld.gemeente.pk, nu.date())
    assert toen == standen.nu_van(wereld.gemeente.pk, nu)
    assert standen.op_dag(wereld.andere_gemeente.pk, nu.date()) is not None


def test_een_tweede_keer_op_een_dag_vervangt_de_eerste(wereld: Wereld, nu: datetime) -> None:
    leg_dag_vast(nu)
    op_volgorde = Stand.objects.order_by("norm", "dagstand__gemeente")
    eerste = list(op_volgorde.values_list("norm", "totaal", "tekort"))
    leg_dag_vast(nu + timedelta(hours=1))
    assert Dagstand.objects.count() == 2
    assert list(op_volgorde.all().values_list("norm", "totaal", "tekort")) == eerste


def test_de_tellingen_van_een_dag_zijn_die_van_de_normen(wereld: Wereld, nu: datetime) -> None:
    leg_dag_vast(nu)
    dagstand = Dagstand.objects.get(gemeente=wereld.gemeente)
    oordelen = [stand.oordeel for stand in dagstand.standen.all()]
    for veld in ("gehaald", "niet_gehaald", "nog_niets_vastgelegd", "attest_nodig"):
        assert getattr(dagstand, veld) == oordelen.count(veld)
    assert Oordeel.NOG_NIET_GEBOUWD not in oordelen


def test_een_stilstaande_werker_laat_een_gat(wereld: Wereld, nu: datetime) -> None:
    leg_dag_vast(nu)
    leg_dag_vast(nu + timedelta(days=3))
    punten = {p.dag: p.waarde for p in standen.trend(wereld.gemeente.pk, nu + timedelta(days=3), dagen=4)}
    assert list(punten) == [date(2026, 11, 22) + timedelta(days=n) for n in range(5)]
    assert [waarde is None for waarde in punten.values()] == [True, False, True, True, False]
    assert standen.op_dag(wereld.gemeente.pk, date(2026, 11, 24)) is None
    assert standen.dagen_met_stand(wereld.gemeente.pk, date(2026, 12, 31)) == (
        date(2026, 11, 23),
        date(2026, 11, 26),
    )


def test_het_verloop_van_een_norm_kent_geen_deel_van_niets(wereld: Wereld, nu: datetime) -> None:
    leg_dag_vast(nu)
    [vandaag] = standen.trend_van_norm(wereld.gemeente.pk, "4.2.1", nu, dagen=0)
    telling = tel([t for t in GEMETEN if t.norm == "4.2.1"], nu).van("4.2.1", wereld.gemeente.pk)
    assert vandaag.totaal == telling.totaal
    assert vandaag.waarde == pytest.approx(100 * (telling.totaal - telling.tekort) / telling.totaal, abs=0.05)
    assert standen.trend_van_norm(wereld.gemeente.pk, "2.1.1", nu, dagen=0)[0].waarde is None


def test_de_dag_is_die_van_nederland(wereld: Wereld, nu: datetime) -> None:
    leg_dag_vast(nu.replace(hour=0, minute=30))
    assert Dagstand.objects.filter(dag=date(2026, 11, 23)).count() == 2


def test_alles_wordt_bewaard_met_een_vraag_per_populatie(
    wereld: Wereld, nu: datetime, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    populaties = {toets.populatie.code for toets in GEMETEN}
    # Besides: what the organisation loads once (3), statements, gemeenten, and replacing and adding the rows.
    with django_assert_max_num_queries(len(populaties) + 12):
        leg_dag_vast(nu)
    assert len(populaties) <= len(normen())


class TestNorm463:
    """The state of all norms can be shown for every day."""

    @staticmethod
    def _telling(wereld: Wereld, nu: datetime) -> Telling:
        toets = toets_van("4.6.3")
        assert toets is not None
        return tel([toets], nu).van("4.6.3", wereld.gemeente.pk)

    @pytest.mark.norm("4.6.3")
    @pytest.mark.parametrize(
        ("dagen_geleden", "telling"),
        [
            ((), Telling(0, 0)),
            (range(1, DAGEN), Telling(0, 0)),
            (range(1, DAGEN + 1), Telling(1, 0)),
            (range(1, DAGEN + 9), Telling(1, 0)),
            ((1, 2, 3, 5, 6, 7, 8), Telling(1, 1)),
            (range(2, DAGEN + 3), Telling(1, 1)),
            (range(DAGEN + 1), Telling(1, 0)),
            ((400,), Telling(1, 1)),
        ],
    )
    def test_een_gemiste_dag_in_de_laatste_week_is_een_tekort(
        self, wereld: Wereld, nu: datetime, dagen_geleden: range, telling: Telling
    ) -> None:
        _bewaar(wereld, *(nu.date() - timedelta(days=dag) for dag in dagen_geleden))
        assert self._telling(wereld, nu) == telling

    @pytest.mark.norm("4.6.3")
    def test_de_andere_gemeente_telt_niet_mee(self, wereld: Wereld, nu: datetime) -> None:
        _bewaar(wereld, nu.date() - timedelta(days=30))
        toets = toets_van("4.6.3")
        assert toets is not None
        assert tel([toets], nu).van("4.6.3", wereld.andere_gemeente.pk) == Telling(0, 0)
        assert [g.pk for g in toets.bevindingen(nu)] == [wereld.gemeente.pk]
