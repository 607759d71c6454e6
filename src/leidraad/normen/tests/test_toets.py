"""Counting toetsen: the right figures, per gemeente and per unit, in one query for each population."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db.models import Q

from leidraad.dossiers.models import Dossier
from leidraad.normen.oordeel import Oordeel
from leidraad.normen.toets import Attest, Populatie, Telling, Toets, tel
from leidraad.organisaties.models import Eenheid, Gemeente

DOSSIERS = Populatie(
    code="proef_dossiers",
    telt="dossiers",
    rijen=lambda nu: Dossier.objects.filter(aangemaakt_op__lte=nu),
    volgt=("verwerkingen",),
    gemeente="gemeente",
    eenheid="eenheid",
    dossier="pk",
)
GEMEENTEN = Populatie(
    code="proef_gemeenten",
    telt="gemeenten",
    rijen=lambda nu: Gemeente.objects.all(),
    volgt=("organisatie",),
    gemeente="pk",
    eenheid="",
    dossier="",
)
ZONDER_BEHANDELAAR = Toets(
    "4.4.9", DOSSIERS, lambda nu: Q(behandelaar=None), "Het dossier heeft geen behandelaar."
)
TE_OUD = Toets(
    "4.4.10", DOSSIERS, lambda nu: Q(herzien_voor__lt=nu.date()), "Het dossier had herzien moeten zijn."
)
ZONDER_FG = Toets("4.5.1", GEMEENTEN, lambda nu: Q(fg_email=""), "De gemeente heeft geen FG.")


@pytest.fixture
def maak(wereld, nu) -> Callable[..., Dossier]:
    """Makes a dossier of the team; give what should be different."""

    def dossier(**anders) -> Dossier:
        nummer = f"VW-2026-{Dossier.objects.count() + 1:04}"
        vast = {"gemeente": wereld.gemeente, "eenheid": wereld.team, "soort": "verwerkingen"}
        momenten = {"aangemaakt_op": nu, "gewijzigd_op": nu}
        return Dossier.objects.create(**vast | momenten | {"nummer": nummer, "titel": nummer} | anders)

    return dossier


def _leiden(wereld) -> int:
    return wereld.gemeente.pk


def test_zonder_rijen_is_er_niets_geteld(wereld, nu):
    tellingen = tel([ZONDER_BEHANDELAAR], nu)
    assert tellingen.per_norm == {}
    assert tellingen.van("4.4.9", _leiden(wereld)) == Telling(0, 0)


def test_zonder_toetsen_is_er_geen_zoekvraag(db, nu, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert tel([], nu).per_norm == {}


def test_elke_gemeente_krijgt_haar_eigen_cijfers(maak, wereld, nu):
    maak(behandelaar=wereld.persoon("coordinator"))
    maak()
    maak(gemeente=wereld.andere_gemeente, eenheid=None)
    tellingen = tel([ZONDER_BEHANDELAAR], nu)
    assert tellingen.van("4.4.9", _leiden(wereld)) == Telling(2, 1)
    assert tellingen.van("4.4.9", wereld.andere_gemeente.pk) == Telling(1, 1)


def test_een_gemeente_zonder_rijen_staat_er_niet_bij_ook_niet_als_nul(maak, wereld, nu):
    maak()
    assert set(tel([ZONDER_BEHANDELAAR], nu).per_norm["4.4.9"]) == {_leiden(wereld)}


def test_van_een_gemeente_alleen(maak, wereld, nu):
    maak()
    maak(gemeente=wereld.andere_gemeente, eenheid=None)
    tellingen = tel([ZONDER_BEHANDELAAR], nu, gemeente=_leiden(wereld))
    assert tellingen.per_norm == {"4.4.9": {_leiden(wereld): Telling(1, 1)}}


def test_van_enkele_eenheden_alleen(maak, wereld, nu):
    maak()
    maak(eenheid=wereld.ander_team)
    maak(eenheid=None)
    tellingen = tel([ZONDER_BEHANDELAAR], nu, eenheden={wereld.team.pk, wereld.afdeling.pk})
    assert tellingen.van("4.4.9", _leiden(wereld)) == Telling(1, 1)


def test_van_geen_enkele_eenheid_is_niets_en_niet_alles(maak, nu):
    maak()
    assert tel([ZONDER_BEHANDELAAR], nu, eenheden=[]).per_norm == {}


def test_per_eenheid_staat_ook_wat_bij_geen_eenheid_hoort(maak, wereld, nu):
    maak()
    maak(eenheid=wereld.ander_team, behandelaar=wereld.persoon("coordinator"))
    maak(eenheid=None)
    tellingen = tel([ZONDER_BEHANDELAAR], nu, per_eenheid=True)
    assert tellingen.per_norm["4.4.9"] == {
        wereld.team.pk: Telling(1, 1),
        wereld.ander_team.pk: Telling(1, 0),
        None: Telling(1, 1),
    }


def test_wat_geen_eenheid_kent_telt_niet_per_eenheid(wereld, nu):
    assert tel([ZONDER_FG], nu, per_eenheid=True).per_norm == {}
    assert tel([ZONDER_FG], nu, eenheden=[wereld.team.pk]).per_norm == {}
    assert tel([ZONDER_FG], nu).van("4.5.1", _leiden(wereld)) == Telling(1, 0)


def test_toetsen_op_dezelfde_rijen_kosten_samen_een_zoekvraag(maak, wereld, nu, django_assert_num_queries):
    gisteren = nu.date() - timedelta(days=1)
    maak(herzien_voor=gisteren)
    maak(behandelaar=wereld.persoon("coordinator"), herzien_voor=gisteren)
    maak(herzien_voor=nu.date())
    with django_assert_num_queries(1):
        tellingen = tel([ZONDER_BEHANDELAAR, TE_OUD], nu)
    assert tellingen.van("4.4.9", _leiden(wereld)) == Telling(3, 2)
    assert tellingen.van("4.4.10", _leiden(wereld)) == Telling(3, 2)


def test_elke_populatie_kost_een_zoekvraag_hoeveel_gemeenten_er_ook_zijn(maak, nu, django_assert_num_queries):
    for i in range(20):
        gemeente = Gemeente.objects.create(naam=f"Dorp {i}", slug=f"dorp-{i}", cbs_code=f"GM9{i:03}")
        maak(gemeente=gemeente, eenheid=None)
    with django_assert_num_queries(2):
        tellingen = tel([ZONDER_BEHANDELAAR, ZONDER_FG, TE_OUD], nu)
    assert len(tellingen.per_norm["4.4.9"]) == 20
    assert len(tellingen.per_norm["4.5.1"]) == 22


def test_bevindingen_zijn_de_rijen_achter_het_cijfer(maak, wereld, nu):
    goed = maak(behandelaar=wereld.persoon("coordinator"))
    fout, elders = maak(), maak(gemeente=wereld.andere_gemeente, eenheid=None)
    assert set(ZONDER_BEHANDELAAR.bevindingen(nu)) == {fout, elders}
    assert set(ZONDER_BEHANDELAAR.bevindingen(nu, _leiden(wereld))) == {fout}
    assert set(ZONDER_BEHANDELAAR.bevindingen(nu, eenheden=[wereld.team.pk])) == {fout}
    assert set(ZONDER_BEHANDELAAR.bevindingen(nu, eenheden=[])) == set()
    assert goed in DOSSIERS.van(nu, _leiden(wereld))


def test_het_moment_bepaalt_wat_er_is_en_wat_tekortschiet(maak, wereld, nu):
    maak(herzien_voor=nu.date())
    eerder, morgen = nu - timedelta(seconds=1), nu + timedelta(days=1)
    assert tel([TE_OUD], eerder).van("4.4.10", _leiden(wereld)) == Telling(0, 0)
    assert tel([TE_OUD], nu).van("4.4.10", _leiden(wereld)) == Telling(1, 0)
    assert tel([TE_OUD], morgen).van("4.4.10", _leiden(wereld)) == Telling(1, 1)


def test_de_volgorde_van_een_model_verdeelt_de_telling_niet(wereld, nu):
    geordend = replace(
        DOSSIERS,
        code="proef_eenheden",
        rijen=lambda nu: Eenheid.objects.order_by("naam"),
        eenheid="pk",
        dossier="",
    )
    toets = Toets("1.1.4", geordend, lambda nu: Q(soort=Eenheid.Soort.TEAM), "Dit is een team.")
    assert tel([toets], nu).van("1.1.4", _leiden(wereld)) == Telling(4, 2)


def test_twee_verschillende_populaties_met_een_code_worden_geweigerd(wereld, nu):
    ander = replace(DOSSIERS, rijen=lambda nu: Dossier.objects.none())
    with pytest.raises(ValueError, match="proef_dossiers"):
        tel([ZONDER_BEHANDELAAR, replace(TE_OUD, populatie=ander)], nu)


@pytest.mark.parametrize(
    ("voldoet", "telling", "verwacht"),
    [
        (None, Telling(3, 1), Oordeel.ATTEST_NODIG),
        (True, Telling(3, 1), Oordeel.NIET_GEHAALD),
        (True, Telling(3, 0), Oordeel.GEHAALD),
        (True, Telling(), Oordeel.GEHAALD),
        (False, Telling(3, 0), Oordeel.NIET_GEHAALD),
    ],
)
def test_een_attest_weegt_de_verklaring_naast_de_cijfers(voldoet, telling, verwacht):
    attest = Attest("1.1.5", "Wij voldoen.", ("privacy_officer",), ZONDER_BEHANDELAAR)
    assert attest.oordeel(voldoet, telling) is verwacht


def test_tellingen_tellen_bij_elkaar_op():
    assert sum([Telling(3, 1), Telling(2, 2)], Telling()) == Telling(5, 3)
