"""The report says what the pages say: the same figures, gaps as gaps, and only what was really agreed."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leidraad.dossiers.fouten import Geweigerd
from leidraad.naleving.handelingen import leg_dag_vast, open_hersteltaak
from leidraad.naleving.models import Dagstand
from leidraad.naleving.rapport.inhoud import Doelgroep, Rapport, Tekort
from leidraad.naleving.rapport.opbouw import document
from leidraad.naleving.rapport.opstellen import maanden_eerder, stel_op
from leidraad.naleving.standen import nu_van
from leidraad.normen.norm import normen
from leidraad.normen.oordeel import Oordeel
from leidraad.registers.datalekken.tests.rijen import maak as maak_lek
from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG
from leidraad.ui.papier.pdf import als_pdf
from leidraad.ui.papier.word import als_word
from tests.papier import papier
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db
KAAL = replace(VOLLEDIG, doelen=(replace(VOLLEDIG.doelen[0], grondslag="", wet="", artikel=""),))


@pytest.fixture(autouse=True)
def _lege_cache(db: None) -> None:
    cache.clear()


def maak(wereld: Wereld, nu: datetime, **anders: Any) -> Verwerking:
    """A verwerking without a ground: norm 2.1.1 is not met."""
    inhoud = replace(KAAL, bestuursorgaan="", hoofdverwerking="", **anders)
    return handelingen.maak_aan(
        gemeente=wereld.gemeente, eenheid=wereld.team, inhoud=inhoud, door=wereld.lid("teammanager"), nu=nu
    )


def rapport(wereld: Wereld, nu: datetime, op: date | None = None) -> Rapport:
    return stel_op(wereld.gemeente, nu, Doelgroep.COLLEGE, op)


def tekort(gemaakt: Rapport, norm: str = "2.1.1") -> Tekort:
    return next(t for t in gemaakt.tekorten if t.uitslag.norm.nummer == norm)


@pytest.mark.parametrize(
    ("dag", "aantal", "eerder"),
    [
        (date(2026, 11, 23), 3, date(2026, 8, 23)),
        (date(2026, 1, 31), 2, date(2025, 11, 30)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 1), 12, date(2025, 12, 1)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
    ],
)
def test_een_maand_eerder_is_dezelfde_dag_of_de_laatste(dag: date, aantal: int, eerder: date) -> None:
    assert maanden_eerder(dag, aantal) == eerder


def test_het_rapport_zegt_hetzelfde_als_de_pagina(wereld: Wereld, nu: datetime) -> None:
    maak(wereld, nu)
    gemaakt = rapport(wereld, nu)
    assert {u.norm.nummer: u for u in gemaakt.uitslagen} == nu_van(wereld.gemeente.pk, nu)
    assert [u.norm.nummer for u in gemaakt.uitslagen] == list(normen())
    assert {t.uitslag for t in gemaakt.tekorten} == {
        u for u in gemaakt.uitslagen if u.oordeel is Oordeel.NIET_GEHAALD
    }
    assert gemaakt.register is not None
    assert gemaakt.register.in_voorbereiding == 1


def test_een_tekort_noemt_de_eenheid_en_de_functie_en_geen_naam(wereld: Wereld, nu: datetime) -> None:
    maak(wereld, nu)
    gemaakt = rapport(wereld, nu)
    assert tekort(gemaakt).eenheden == (("Team Burgerzaken", 1),)
    assert gemaakt.functie(tekort(gemaakt).uitslag) == "Teammanager"
    gelezen = papier(als_pdf(document(gemaakt)))
    for persoon in wereld.personen.values():
        assert persoon.email not in gelezen


def test_een_taak_voor_een_van_de_twee_is_een_halve_afspraak(wereld: Wereld, nu: datetime) -> None:
    verwerking = maak(wereld, nu)
    maak(wereld, nu, naam="Nog een")
    assert tekort(rapport(wereld, nu)).klaar_op is None
    open_hersteltaak(
        wereld.gemeente, normen()["2.1.1"], dossier=verwerking.dossier, aan=None, uiterlijk=date(2027, 2, 1),
        door=wereld.lid("privacy_officer"), nu=nu,
    )  # fmt: skip
    gevonden = tekort(rapport(wereld, nu))
    assert (gevonden.klaar_op, gevonden.afgesproken, gevonden.uitslag.tekort) == (date(2027, 2, 1), 1, 2)
    assert "1 februari 2027 voor 1 van de 2" in papier(als_pdf(document(rapport(wereld, nu))))


def test_een_taak_voor_de_hele_norm_is_een_hele_afspraak(wereld: Wereld, nu: datetime) -> None:
    maak(wereld, nu)
    maak(wereld, nu, naam="Nog een")
    open_hersteltaak(
        wereld.gemeente, normen()["2.1.1"], dossier=None, aan=None, uiterlijk=date(2027, 2, 1),
        door=wereld.lid("privacy_officer"), nu=nu,
    )  # fmt: skip
    assert tekort(rapport(wereld, nu)).afgesproken == 2


def test_de_trend_laat_een_gat_een_gat(wereld: Wereld, nu: datetime) -> None:
    leg_dag_vast(nu - timedelta(days=92 + 3))
    leg_dag_vast(nu - timedelta(days=92 + 12))
    metingen = rapport(wereld, nu).trend
    assert len(metingen) == 13
    assert metingen[-1].dag == date(2026, 11, 23)
    gemeten = [m.dag for m in metingen if m.gehaald is not None]
    assert gemeten == [date(2026, 8, 20), date(2026, 11, 23)]
    assert metingen[0].dag == date(2025, 11, 23)
    assert metingen[0].beoordeeld is None


def test_een_voorbije_dag_komt_uit_de_bewaarde_stand(wereld: Wereld, nu: datetime) -> None:
    leg_dag_vast(nu)
    stand = Dagstand.objects.get(gemeente=wereld.gemeente).standen.get(norm="2.1.1")
    stand.totaal, stand.tekort, stand.oordeel = 9, 4, "niet_gehaald"
    stand.save()
    toen = rapport(wereld, nu + timedelta(days=10), date(2026, 11, 23))
    assert (tekort(toen).uitslag.totaal, tekort(toen).uitslag.tekort) == (9, 4)
    assert tekort(toen).eenheden == ()
    assert toen.register is None
    assert toen.beleid is None
    assert "Van die dag is dit niet bewaard." in papier(als_pdf(document(toen)))


def test_een_dag_zonder_stand_of_in_de_toekomst_kan_niet(wereld: Wereld, nu: datetime) -> None:
    with pytest.raises(Geweigerd, match="nog geen enkele dag bewaard"):
        rapport(wereld, nu, date(2026, 11, 1))
    leg_dag_vast(nu)
    with pytest.raises(Geweigerd, match="De eerste bewaarde dag is 23 november 2026"):
        rapport(wereld, nu, date(2026, 11, 1))
    with pytest.raises(Geweigerd, match="moet nog komen"):
        rapport(wereld, nu, date(2026, 11, 24))


def test_vier_kwartalen_ook_als_er_niets_was(wereld: Wereld, nu: datetime) -> None:
    maak_lek(wereld, nu, risico="hoog_risico")
    lekken = rapport(wereld, nu).datalekken
    assert [(k.jaar, k.nummer, k.aantal) for k in lekken] == [
        (2026, 1, 0),
        (2026, 2, 0),
        (2026, 3, 0),
        (2026, 4, 1),
    ]
    assert rapport(wereld, datetime.fromisoformat("2027-02-03T10:00+01:00")).datalekken[0].jaar == 2026


def test_een_lege_gemeente_krijgt_een_heel_rapport(wereld: Wereld, nu: datetime) -> None:
    gemaakt = stel_op(wereld.andere_gemeente, nu, Doelgroep.RAAD)
    assert "In het laatste jaar zijn er geen datalekken vastgelegd." in papier(als_pdf(document(gemaakt)))
    assert als_word(document(gemaakt))


def test_dezelfde_gegevens_geven_dezelfde_bestanden(wereld: Wereld, nu: datetime) -> None:
    maak(wereld, nu)
    eerste, tweede = (document(rapport(wereld, nu + timedelta(minutes=n))) for n in (0, 5))
    with time_machine.travel(nu, tick=False):
        pdf, docx = als_pdf(eerste), als_word(eerste)
    gelijk = als_pdf(tweede) == pdf, als_word(tweede) == docx
    assert gelijk == (True, True)


def test_het_aantal_vragen_groeit_niet_met_de_gegevens(wereld: Wereld, nu: datetime) -> None:
    maak(wereld, nu)
    rapport(wereld, nu)
    aantallen = []
    for ronde in range(2):
        cache.clear()
        with CaptureQueriesContext(connection) as vragen:
            rapport(wereld, nu)
        aantallen.append(len(vragen))
        for nummer in range(3):
            maak(wereld, nu, naam=f"Nog een {ronde} {nummer}")
    assert aantallen[0] == aantallen[1]
    assert aantallen[0] <= 75
