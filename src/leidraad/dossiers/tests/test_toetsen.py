"""The norms about the work of Privacy Officers: in time, too late, and what is not theirs."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pytest_django import DjangoAssertNumQueries

from leidraad.dossiers.handelingen import geef_advies, laat_taak_vervallen, open_taak, vraag_advies
from leidraad.dossiers.models import Dossier, Taak
from leidraad.dossiers.taaksoort import ADVIES_FG, ADVIES_PO, Taaksoort
from leidraad.dossiers.toetsen import TOETSEN
from leidraad.dossiers.werk import eind_van
from leidraad.normen.toets import Toets, tel
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Recht
from tests.wereld import Wereld

TOETS: dict[str, Toets] = {toets.norm: toets for toets in TOETSEN}
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SECONDE = timedelta(seconds=1)
TOETSING = Taaksoort("toetsen", "Toetsen", Recht.TOETSEN)
PUBLICATIE = Taaksoort("publiceren", "Publiceren", Recht.PUBLICEREN)
VASTSTELLING = Taaksoort("vaststellen", "Vaststellen", Recht.VASTSTELLEN)
AANPASSING = Taaksoort("aanpassen", "Aanpassen", Recht.BEWERKEN)
MaakDossier = Callable[..., Dossier]


def taak(
    wereld: Wereld, dossier: Dossier, soort: Taaksoort, op: datetime, uiterlijk: datetime | None = None
) -> Taak:
    """A task that is visible from `op` on."""
    return open_taak(dossier, soort, uiterlijk=uiterlijk, door=wereld.lid("privacy_officer"), nu=op)


def klaar(taak: Taak, wereld: Wereld, op: datetime) -> None:
    wie = wereld.persoon("privacy_officer")
    Taak.objects.filter(pk=taak.pk).update(klaar_op=op, klaar_door=wie, klaar_functie="privacy_officer")


def telling(norm: str, nu: datetime, gemeente: Gemeente) -> tuple[int, int]:
    geteld = tel([TOETS[norm]], nu).van(norm, gemeente.pk)
    assert geteld == tel([TOETS[norm]], nu, gemeente=gemeente.pk).van(norm, gemeente.pk)
    assert geteld.tekort == TOETS[norm].bevindingen(nu, gemeente.pk).count()
    return geteld.totaal, geteld.tekort


@pytest.mark.norm("4.6.1", "4.6.4")
def test_zonder_taken_is_er_nog_niets_vastgelegd(wereld: Wereld, nu: datetime) -> None:
    assert [telling(norm, nu, wereld.gemeente) for norm in TOETS] == [(0, 0), (0, 0)]


@pytest.mark.norm("4.6.1", "4.6.4")
def test_een_vraag_per_populatie(
    wereld: Wereld, dossier: Dossier, nu: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    taak(wereld, dossier, ADVIES_PO, nu)
    taak(wereld, dossier, TOETSING, nu)
    with django_assert_num_queries(2):
        geteld = tel(TOETSEN, nu)
    assert [geteld.van(norm, wereld.gemeente.pk).totaal for norm in TOETS] == [2, 1]


@pytest.mark.norm("4.6.1")
def test_een_taak_mag_tot_en_met_haar_einddatum(wereld: Wereld, dossier: Dossier, nu: datetime) -> None:
    einde = eind_van(nu.date() + timedelta(days=60))
    rij = taak(wereld, dossier, TOETSING, nu, einde)
    assert telling("4.6.1", einde, wereld.gemeente) == (1, 0)
    assert telling("4.6.1", einde + SECONDE, wereld.gemeente) == (1, 1)
    klaar(rij, wereld, einde + SECONDE)
    assert telling("4.6.1", einde + SECONDE, wereld.gemeente) == (1, 0)


@pytest.mark.norm("4.6.1")
def test_zonder_einddatum_mag_een_taak_dertig_dagen_open_staan(wereld: Wereld, dossier: Dossier) -> None:
    """The night of 25 October has an hour more; days are days."""
    zichtbaar = datetime(2026, 10, 1, 0, 0, tzinfo=AMSTERDAM)
    taak(wereld, dossier, TOETSING, zichtbaar)
    laatste = datetime(2026, 10, 31, 23, 59, 59, tzinfo=AMSTERDAM)
    assert telling("4.6.1", laatste, wereld.gemeente) == (1, 0)
    assert telling("4.6.1", laatste + SECONDE, wereld.gemeente) == (1, 1)


@pytest.mark.norm("4.6.1")
def test_alleen_het_werk_van_privacy_officers_telt(wereld: Wereld, dossier: Dossier, nu: datetime) -> None:
    for soort in (VASTSTELLING, AANPASSING, ADVIES_FG):
        taak(wereld, dossier, soort, nu, nu)
    assert telling("4.6.1", nu + SECONDE, wereld.gemeente) == (0, 0)
    for soort in (TOETSING, PUBLICATIE, ADVIES_PO):
        taak(wereld, dossier, soort, nu, nu)
    assert telling("4.6.1", nu + SECONDE, wereld.gemeente) == (3, 3)


@pytest.mark.norm("4.6.1", "4.6.4")
def test_een_andere_gemeente_telt_apart(wereld: Wereld, maak_dossier: MaakDossier, nu: datetime) -> None:
    elders = wereld.lid("privacy_officer_elders")
    dossier = maak_dossier(gemeente=wereld.andere_gemeente, eenheid=None, door=elders)
    open_taak(dossier, ADVIES_PO, uiterlijk=nu, door=elders, nu=nu)
    for norm in TOETS:
        assert telling(norm, nu + SECONDE, wereld.gemeente) == (0, 0)
        assert telling(norm, nu + SECONDE, wereld.andere_gemeente) == (1, 1)


@pytest.mark.norm("4.6.1", "4.6.4")
def test_wat_nog_komt_of_niet_meer_hoeft_telt_niet(wereld: Wereld, dossier: Dossier, nu: datetime) -> None:
    rij = taak(wereld, dossier, ADVIES_PO, nu)
    eerder = nu - SECONDE
    assert [telling(norm, eerder, wereld.gemeente) for norm in TOETS] == [(0, 0)] * 2
    assert [telling(norm, nu, wereld.gemeente) for norm in TOETS] == [(1, 0)] * 2
    laat_taak_vervallen(dossier, nu=nu)
    assert [telling(norm, nu + timedelta(days=90), wereld.gemeente) for norm in TOETS] == [(0, 0)] * 2
    assert Taak.objects.filter(pk=rij.pk).exists()


@pytest.mark.norm("4.6.1", "4.6.4")
def test_na_een_jaar_telt_alleen_wat_nog_open_staat(
    wereld: Wereld, maak_dossier: MaakDossier, nu: datetime
) -> None:
    begin = datetime(2025, 11, 23, 0, 0, tzinfo=AMSTERDAM)
    for op in (begin, begin - SECONDE):
        klaar(taak(wereld, maak_dossier(), ADVIES_PO, op), wereld, op)
    assert [telling(norm, nu, wereld.gemeente) for norm in TOETS] == [(1, 0)] * 2
    taak(wereld, maak_dossier(), ADVIES_PO, begin - SECONDE)
    assert [telling(norm, nu, wereld.gemeente) for norm in TOETS] == [(2, 1)] * 2


@pytest.mark.norm("4.6.4")
def test_een_gevraagd_advies_komt_binnen_veertien_dagen(
    wereld: Wereld, dossier: Dossier, nu: datetime
) -> None:
    vraag_advies(dossier, aan="privacy_officer", vraag="Mag dit?", door=wereld.lid("coordinator"), nu=nu)
    laatste = datetime(2026, 12, 7, 23, 59, 59, tzinfo=AMSTERDAM)
    assert telling("4.6.4", laatste, wereld.gemeente) == (1, 0)
    assert telling("4.6.4", laatste + SECONDE, wereld.gemeente) == (1, 1)
    po = wereld.lid("privacy_officer")
    geef_advies(dossier, van="privacy_officer", tekst="Ja.", door=po, nu=laatste + SECONDE)
    assert telling("4.6.4", laatste + SECONDE, wereld.gemeente) == (1, 0)


@pytest.mark.norm("4.6.4")
def test_een_advies_met_een_eerdere_einddatum_is_dan_te_laat(
    wereld: Wereld, dossier: Dossier, nu: datetime
) -> None:
    taak(wereld, dossier, ADVIES_PO, nu, nu + timedelta(days=1))
    taak(wereld, dossier, TOETSING, nu, nu)
    assert telling("4.6.4", nu + timedelta(days=1), wereld.gemeente) == (1, 0)
    assert telling("4.6.4", nu + timedelta(days=1) + SECONDE, wereld.gemeente) == (1, 1)
