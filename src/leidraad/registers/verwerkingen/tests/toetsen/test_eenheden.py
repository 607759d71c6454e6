"""Norm 1.1.4: every unit has verwerkingen, or somebody stated that it has none."""

from datetime import date, timedelta

import pytest

from leidraad.normen.toets import Telling, tel
from leidraad.organisaties.models import Eenheid
from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.models import GeenVerwerkingen
from leidraad.registers.verwerkingen.tests.toetsen.conftest import OP_NORM, VANDAAG, pks

DAG = timedelta(days=1)
TOETS = OP_NORM["1.1.4"]


def _verklaar(wereld, eenheid, van, tot):
    GeenVerwerkingen.objects.create(
        eenheid=eenheid, toelichting="Dit team heeft geen eigen gegevens.",
        door=wereld.persoon("teammanager"), functie="teammanager", van=van, tot=tot,
    )  # fmt: skip


def _zonder(nu, **anders):
    return set(pks(TOETS.bevindingen(nu, **anders)))


@pytest.mark.norm("1.1.4")
def test_alleen_eenheden_onderaan_tellen(wereld, nu):
    assert _zonder(nu) == {wereld.team.pk, wereld.ander_team.pk}
    Eenheid.objects.filter(bovenliggend=wereld.afdeling).update(tot=VANDAAG - DAG)
    assert _zonder(nu) == {wereld.afdeling.pk}
    Eenheid.objects.filter(bovenliggend=wereld.afdeling).update(tot=VANDAAG)
    assert _zonder(nu) == {wereld.team.pk, wereld.ander_team.pk}


@pytest.mark.norm("1.1.4")
def test_een_lopende_verwerking_is_genoeg_en_een_beeindigde_niet(maak, wereld, nu):
    verwerking = maak()
    assert _zonder(nu) == {wereld.ander_team.pk}
    handelingen.beeindig(
        verwerking=verwerking, einddatum=VANDAAG, redenen="Gestopt.", door=wereld.lid("teammanager"), nu=nu
    )
    assert _zonder(nu) == {wereld.team.pk, wereld.ander_team.pk}


@pytest.mark.norm("1.1.4")
@pytest.mark.parametrize(
    ("van", "tot", "geldt"),
    [
        (VANDAAG, VANDAAG + 365 * DAG, True),
        (date(2025, 11, 23), VANDAAG, True),
        (date(2025, 11, 22), VANDAAG - DAG, False),
        (VANDAAG + DAG, VANDAAG + 365 * DAG, False),
    ],
)
def test_een_verklaring_telt_zolang_zij_geldt(wereld, nu, van, tot, geldt):
    _verklaar(wereld, wereld.team, van, tot)
    assert (wereld.team.pk not in _zonder(nu)) is geldt
    assert wereld.ander_team.pk in _zonder(nu)


@pytest.mark.norm("1.1.4")
def test_per_gemeente_en_per_eenheid(maak, wereld, nu):
    maak()
    elders = Eenheid.objects.create(gemeente=wereld.andere_gemeente, naam="Team Zorg", soort="team")
    per_gemeente, per_eenheid = tel([TOETS], nu), tel([TOETS], nu, per_eenheid=True)
    assert per_gemeente.van("1.1.4", wereld.gemeente.pk) == Telling(2, 1)
    assert per_gemeente.van("1.1.4", wereld.andere_gemeente.pk) == Telling(1, 1)
    assert per_eenheid.van("1.1.4", wereld.team.pk) == Telling(1, 0)
    assert _zonder(nu, gemeente=wereld.andere_gemeente.pk) == {elders.pk}
    assert _zonder(nu, eenheden=[wereld.team.pk]) == set()


@pytest.mark.norm("1.1.4")
def test_zonder_eenheden_is_er_niets_vastgelegd(wereld, nu):
    assert tel([TOETS], nu).van("1.1.4", wereld.andere_gemeente.pk) == Telling(0, 0)
