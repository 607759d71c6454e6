"""The chain norm → rule → toets → test has no open ends: nothing is silently good, nothing is unproven."""

import re
from collections import Counter
from datetime import datetime
from itertools import chain

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leidraad.dossiers.models import Taak
from leidraad.naleving.models import Dagstand
from leidraad.naleving.register import NORMDOSSIERS
from leidraad.naleving.stempel import ORGANISATIE, STANDEN, TAKEN
from leidraad.naleving.toetsen import ATTESTEN, TOETSEN
from leidraad.normen.norm import nog_niet_gebouwd, normen
from leidraad.normen.toets import Toets, tel
from leidraad.organisaties.models import Gemeente
from leidraad.project.registers import REGISTERS
from leidraad.referentie import lijst
from tests.merktekens import merktekens
from tests.normen import PAGINA, pagina

BEOORDELAARS = (*TOETSEN, *ATTESTEN)
# Also what the registers show beside the words of an attest.
ALLE_TOETSEN: tuple[Toets, ...] = (*TOETSEN, *(a.onderbouwing for a in ATTESTEN if a.onderbouwing))

# What was still to come on 23 November 2026. This list never gets longer: a part that is built leaves it.
KWAM_NOG = {
    "ontwerp", "dpia", "overeenkomsten", "verzoeken", "bewustwording", "evaluatie", "toezicht", "wpg", "ai",
}  # fmt: skip


def test_elke_norm_heeft_precies_een_beoordelaar_of_een_onderdeel_dat_nog_komt():
    komt_nog = [norm.nummer for norm in normen().values() if norm.module in nog_niet_gebouwd()]
    plaatsen = Counter([*(b.norm for b in BEOORDELAARS), *komt_nog])
    assert {nummer: plaatsen[nummer] for nummer in normen() if plaatsen[nummer] != 1} == {}


def test_elke_beoordelaar_hoort_bij_een_norm():
    assert [b.norm for b in BEOORDELAARS if b.norm not in normen()] == []


def test_geen_norm_van_een_onderdeel_dat_nog_komt_heeft_al_een_beoordelaar():
    beoordeeld = {b.norm for b in BEOORDELAARS}
    te_vroeg = {n.module for n in normen().values() if n.nummer in beoordeeld} & set(nog_niet_gebouwd())
    assert te_vroeg == set(), "haal deze onderdelen uit nog_niet_gebouwd.yaml"


def test_de_lijst_van_wat_nog_komt_wordt_alleen_korter():
    assert set(nog_niet_gebouwd()) <= KWAM_NOG
    assert set(nog_niet_gebouwd()) <= {norm.module for norm in normen().values()}


def test_elke_beoordelaar_heeft_een_test_die_haar_norm_noemt():
    bewezen = {merkteken.nummer for merkteken in merktekens() if merkteken.soort == "norm"}
    assert [b.norm for b in BEOORDELAARS if b.norm not in bewezen] == []


def test_geen_test_noemt_een_norm_die_niemand_beoordeelt():
    beoordeeld = {b.norm for b in BEOORDELAARS}
    assert [m for m in merktekens() if m.soort == "norm" and m.nummer not in beoordeeld] == []


def test_elke_toets_zegt_in_een_zin_wat_telt_en_wat_eraan_schort():
    zinnen = chain.from_iterable((t.uitleg, t.populatie.telt) for t in ALLE_TOETSEN)
    geen_zin = [zin for zin in zinnen if not (zin[:1].isupper() and zin.endswith("."))]
    assert geen_zin == []


def test_een_attest_zegt_wie_het_mag_geven_en_onderbouwt_zijn_eigen_norm(nu):
    functies = {functie.code for functie in lijst("functies", nu.date())}
    for attest in ATTESTEN:
        assert attest.verklaring.endswith("."), attest.norm
        assert attest.door, attest.norm
        assert set(attest.door) <= functies, attest.norm
        assert attest.onderbouwing is None or attest.onderbouwing.norm == attest.norm


def test_een_code_hoort_bij_een_populatie():
    per_code = {toets.populatie.code: toets.populatie for toets in ALLE_TOETSEN}
    assert [t.norm for t in ALLE_TOETSEN if per_code[t.populatie.code] != t.populatie] == []


def _delen(toets: Toets, nu: datetime) -> set[str]:
    """The parts of the administration that the toets reads: what its queries name after FROM and JOIN."""
    with CaptureQueriesContext(connection) as vragen:
        tel([toets], nu)
    tabellen = {tabel for vraag in vragen for tabel in re.findall(r'(?:FROM|JOIN) "(\w+)"', vraag["sql"])}
    delen = {_DEEL.get(tabel, tabel.split("_")[0]) for tabel in tabellen}
    # What hangs on a dossier raises its revisie, so it is followed through the register of that dossier.
    return delen - {"dossiers"}


_DEEL = {
    Taak._meta.db_table: TAKEN,
    Dagstand._meta.db_table: STANDEN,
    **{model._meta.db_table: ORGANISATIE for model in apps.get_app_config("organisaties").get_models()},
}


def test_een_toets_volgt_elk_onderdeel_dat_zij_leest(wereld, nu):
    # Figures that are kept would otherwise stay as they were after a change in that part.
    mist = {t.norm: _delen(t, nu) - set(t.populatie.volgt) for t in ALLE_TOETSEN}
    assert {norm: delen for norm, delen in mist.items() if delen} == {}


def test_wat_een_toets_volgt_heeft_een_stempel():
    stempels = {TAKEN, ORGANISATIE, STANDEN, NORMDOSSIERS.code, *(register.code for register in REGISTERS)}
    onbekend = {t.populatie.code: set(t.populatie.volgt) - stempels for t in ALLE_TOETSEN}
    assert {code: delen for code, delen in onbekend.items() if delen} == {}


@pytest.mark.parametrize("erbij", [0, 20])
def test_alle_normen_van_alle_gemeenten_kosten_hoogstens_een_zoekvraag_per_toets(
    wereld, nu, erbij, django_assert_max_num_queries
):
    for i in range(erbij):
        Gemeente.objects.create(naam=f"Dorp {i}", slug=f"dorp-{i}", cbs_code=f"GM9{i:03}")
    with django_assert_max_num_queries(len(ALLE_TOETSEN)):
        tellingen = tel(ALLE_TOETSEN, nu)
    assert tellingen.per_norm


def test_de_pagina_met_de_normen_is_bij():
    assert PAGINA.read_text(encoding="utf-8") == pagina(), "maak haar opnieuw met `make normen`"
