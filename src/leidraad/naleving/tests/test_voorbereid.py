"""Counting one gemeente with kept queries gives the same figures as counting it from the start."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.db.models import Count, Q
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leidraad.naleving.toetsen import GEMETEN
from leidraad.normen import voorbereid
from leidraad.normen.evaluatie import evaluatie
from leidraad.normen.toets import Populatie, Toets, per_populatie, tel
from leidraad.normen.voorbereid import tel_gemeente
from leidraad.organisaties.models import Eenheid
from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _niets_bewaard() -> None:
    voorbereid._bereid_voor.cache_clear()


def _begin(wereld: Wereld, nu: datetime, grondslag: str) -> None:
    doel = replace(VOLLEDIG.doelen[0], grondslag=grondslag)
    inhoud = replace(VOLLEDIG, bestuursorgaan="", hoofdverwerking="", doelen=(doel,))
    handelingen.maak_aan(
        gemeente=wereld.gemeente, eenheid=wereld.team, inhoud=inhoud, door=wereld.lid("teammanager"), nu=nu
    )


def test_alle_cijfers_zijn_gelijk_ook_na_een_wijziging(wereld: Wereld, nu: datetime) -> None:
    for grondslag in ("publieke_taak", ""):
        _begin(wereld, nu, grondslag)
        for gemeente in (wereld.gemeente.pk, wereld.andere_gemeente.pk):
            snel, gewoon = tel_gemeente(GEMETEN, nu, gemeente), tel(GEMETEN, nu, gemeente=gemeente)
            for toets in GEMETEN:
                assert snel.van(toets.norm, gemeente) == gewoon.van(toets.norm, gemeente), toets.norm


def test_een_nieuwe_dag_krijgt_nieuwe_vragen(wereld: Wereld, nu: datetime) -> None:
    _begin(wereld, nu, "publieke_taak")
    tel_gemeente(GEMETEN, nu, wereld.gemeente.pk)
    straks = nu + timedelta(days=500)
    snel = tel_gemeente(GEMETEN, straks, wereld.gemeente.pk)
    gewoon = tel(GEMETEN, straks, gemeente=wereld.gemeente.pk)
    assert {t.norm: snel.van(t.norm, wereld.gemeente.pk) for t in GEMETEN} == {
        t.norm: gewoon.van(t.norm, wereld.gemeente.pk) for t in GEMETEN
    }


def _toets(tekort: object) -> Toets:
    populatie = Populatie(
        "proef", "Eenheden.", lambda nu: Eenheid.objects.all(), ("organisatie",), "gemeente", "pk", ""
    )
    return Toets("9.9.9", populatie, tekort, "Proef.")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tekort", "bewaard"),
    [
        (lambda nu: Q(van__lt=timezone.localdate(nu)), True),
        (lambda nu: Q(dossiers__aangemaakt_op__lt=nu), False),
        (lambda nu: Q(pk__in=list(Eenheid.objects.values_list("pk", flat=True))), False),
        (lambda nu: Q(pk__in=[]), True),
    ],
)
def test_alleen_een_vraag_die_de_hele_dag_gelijk_is_wordt_bewaard(
    wereld: Wereld, nu: datetime, tekort: object, bewaard: bool
) -> None:
    toets = _toets(tekort)
    uit = tel_gemeente([toets], nu, wereld.gemeente.pk)
    assert uit.van("9.9.9", wereld.gemeente.pk) == tel([toets], nu).van("9.9.9", wereld.gemeente.pk)
    assert (voorbereid._bereid_voor((toets,), nu.date()) is not None) is bewaard


def test_een_tweede_keer_kost_een_vraag_per_populatie(wereld: Wereld, nu: datetime) -> None:
    verwerkingen = [t for t in GEMETEN if t.populatie.volgt == ("verwerkingen",)]
    tel_gemeente(verwerkingen, nu, wereld.gemeente.pk)
    with CaptureQueriesContext(connection) as weer:
        tel_gemeente(verwerkingen, nu, wereld.gemeente.pk)
    assert len(weer) == len({t.populatie.code for t in verwerkingen})


@pytest.mark.parametrize("groep", per_populatie(GEMETEN), ids=lambda groep: groep[0].populatie.code)
def test_wat_binnen_een_dag_kan_veranderen_zegt_dat(db: None, groep: list[Toets]) -> None:
    """The state of now may stand for a day only where the hour makes no difference (`per_uur`)."""
    populatie = groep[0].populatie

    def vraag(om: time) -> tuple[str, tuple[object, ...]]:
        moment = timezone.make_aware(datetime.combine(date(2026, 11, 23), om))
        tekorten = {f"t{i}": Count("pk", filter=toets.tekort_op(moment)) for i, toets in enumerate(groep)}
        rijen = populatie.van(moment, 1).values(populatie.gemeente).annotate(n=Count("pk"), **tekorten)
        return rijen.query.sql_with_params()

    with evaluatie(1):
        assert populatie.per_uur or vraag(time(0, 0)) == vraag(time(23, 59))
