"""What holds for any content, complete or not: the rules never fail, and agree with each other."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from leidraad.dossiers.waarde import als_dict
from leidraad.registers.verwerkingen.inhoud import te_bewaren, van_dict, zonder_losse_verwijzingen
from leidraad.registers.verwerkingen.regels.afwijkingen import afwijkingen
from leidraad.registers.verwerkingen.regels.gevoeligheid import KLASSEN, gevoeligheidsklasse, herzien_voor
from leidraad.registers.verwerkingen.regels.openbaar import openbare_inhoud
from leidraad.registers.verwerkingen.regels.vergelijken import vergelijk
from leidraad.registers.verwerkingen.regels.volledigheid import ontbreekt, volledigheid
from leidraad.registers.verwerkingen.secties import SECTIE
from leidraad.registers.verwerkingen.tests.regels.hulp import OP, inhouden

# Our first list of adequacy decisions begins on 10 July 2023.
DAGEN = st.dates(date(2023, 7, 10), date(2035, 1, 1))
LETTERS = st.text(max_size=40)
# A content is large: a quarter of the usual number of examples keeps this quick, in any profile.
minder_vaak = settings(max_examples=settings().max_examples // 4)


@minder_vaak
@given(inhouden(LETTERS), DAGEN)
def test_geen_inhoud_breekt_de_regels(inhoud, op):
    assert all(eis.sectie in SECTIE and eis.tekst and eis.grond for eis in ontbreekt(inhoud, op))
    assert all(a.sectie in SECTIE and a.tekst and a.grond for a in afwijkingen(inhoud, op))


@minder_vaak
@given(inhouden(), DAGEN)
def test_volledig_is_precies_honderd_procent(inhoud, op):
    procent = volledigheid(inhoud, op)
    assert 0 <= procent <= 100
    assert (procent == 100) == (ontbreekt(inhoud, op) == ())


@minder_vaak
@given(inhouden(LETTERS))
def test_inhoud_komt_gelijk_terug_uit_json(inhoud):
    assert van_dict(als_dict(inhoud)) == inhoud


@minder_vaak
@given(inhouden(), inhouden())
def test_vergelijken_ziet_elk_verschil_en_niets_anders(oud, nieuw):
    assert vergelijk(oud, oud) == []
    assert (vergelijk(oud, nieuw) == []) == (oud == nieuw)
    assert {v.pad for v in vergelijk(oud, nieuw)} == {v.pad for v in vergelijk(nieuw, oud)}


@minder_vaak
@given(inhouden(), DAGEN)
def test_meer_gegevens_maken_een_verwerking_nooit_minder_gevoelig(inhoud, op):
    minder = type(inhoud)(betrokkenen=inhoud.betrokkenen, gegevens=inhoud.gegevens[:-1])
    rang = KLASSEN.index
    assert rang(gevoeligheidsklasse(minder, op)) <= rang(gevoeligheidsklasse(inhoud, op))


@given(st.sampled_from(KLASSEN), DAGEN)
def test_herziening_ligt_na_vaststelling_en_hooguit_een_jaar_verder(klasse, dag):
    uiterlijk = herzien_voor(klasse, dag, dag)
    assert dag < uiterlijk
    assert (uiterlijk - dag).days <= 370


@minder_vaak
@given(inhouden(LETTERS))
def test_zonder_losse_verwijzingen_is_na_een_keer_klaar(inhoud):
    schoon = zonder_losse_verwijzingen(inhoud)
    assert zonder_losse_verwijzingen(schoon) == schoon


@minder_vaak
@given(inhouden(st.sampled_from(["", ".", " - ", "…", "Omdat.", "7"])))
def test_een_tekst_zonder_woorden_is_leeg_en_de_rest_blijft(inhoud):
    schoon = te_bewaren(inhoud)
    assert te_bewaren(schoon) == schoon
    assert (schoon.naam, schoon.notitie) == (inhoud.naam, inhoud.notitie)
    assert schoon.juistheid == (inhoud.juistheid if inhoud.juistheid in ("Omdat.", "7") else "")
    for oud, nieuw in zip(inhoud.doelen, schoon.doelen, strict=True):
        assert nieuw.omschrijving == (oud.omschrijving if oud.omschrijving in ("Omdat.", "7") else "")


GEHEIM = "ZEERGEHEIM"


@minder_vaak
@given(inhouden(st.just(GEHEIM)))
def test_norm_3_3_3_intern_blijft_intern(inhoud):
    """Security, authorisations, systems, notes and internal reasoning are gone from the public content."""
    publiek = openbare_inhoud(inhoud)
    assert publiek.notitie == publiek.juistheid == publiek.hoofdverwerking == ""
    assert publiek.proportionaliteit_waarom == publiek.subsidiariteit_waarom == ""
    assert publiek.systemen == publiek.maatregelen == publiek.autorisaties == publiek.vernietigingen == ()
    assert all(o.doorgiftebeoordeling == o.mechanisme_toelichting == "" for o in publiek.ontvangers)
    assert openbare_inhoud(publiek) == publiek


@minder_vaak
@given(inhouden())
def test_wat_openbaar_is_blijft_gelijk(inhoud):
    publiek = openbare_inhoud(inhoud)
    assert (publiek.doelen, publiek.betrokkenen, publiek.gegevens, publiek.bewaartermijnen) == (
        inhoud.doelen, inhoud.betrokkenen, inhoud.gegevens, inhoud.bewaartermijnen,
    )  # fmt: skip
    assert volledigheid(inhoud, OP) >= volledigheid(publiek, OP)
