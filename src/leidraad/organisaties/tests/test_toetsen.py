"""The norms about who is responsible: judged by the rules of each gemeente, in a fixed number of queries."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pytest_django import DjangoAssertNumQueries

from leidraad.normen.evaluatie import evaluatie
from leidraad.normen.toets import Toets, tel
from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente, Overdracht, Persoon
from leidraad.organisaties.regels import BELEIDSROLLEN
from leidraad.organisaties.toetsen import TOETSEN
from leidraad.organisaties.verantwoordelijkheid import alle_verantwoordelijken, tekorten_per_eenheid
from tests.wereld import Wereld

TOETS: dict[str, Toets] = {toets.norm: toets for toets in TOETSEN}
NORMEN = ("4.2.1", "4.3.1", "4.4.9", "4.4.10")
OP = date(2026, 11, 23)
DAG = timedelta(days=1)


def telling(norm: str, nu: datetime, gemeente: Gemeente) -> tuple[int, int]:
    geteld = tel([TOETS[norm]], nu).van(norm, gemeente.pk)
    assert geteld == tel([TOETS[norm]], nu, gemeente=gemeente.pk).van(norm, gemeente.pk)
    assert geteld.tekort == TOETS[norm].bevindingen(nu, gemeente.pk).count()
    return geteld.totaal, geteld.tekort


def namen(norm: str, nu: datetime) -> set[str]:
    return {eenheid.naam for eenheid in TOETS[norm].bevindingen(nu)}


def geef(
    functie: str, eenheid: Eenheid, van: date | None = None, tot: date | None = None
) -> Functievervulling:
    persoon = Persoon.objects.create(email=f"p{Persoon.objects.count()}@leidraad.test", naam="Iemand")
    return Functievervulling.objects.create(
        persoon=persoon, gemeente=eenheid.gemeente, eenheid=eenheid, functie=functie, van=van, tot=tot
    )


def draag_over(wereld: Wereld, **anders: object) -> Overdracht:
    van_haar = Functievervulling.objects.get(persoon=wereld.persoon("teammanager"))
    waarden = {"functie": van_haar, "aan": wereld.persoon("medewerker"), "van": OP - DAG} | anders
    return Overdracht.objects.create(eenheid=wereld.team, taak="Register bijhouden", **waarden)


@pytest.mark.norm(*NORMEN)
def test_zonder_eenheden_is_er_nog_niets_vastgelegd(wereld: Wereld, nu: datetime) -> None:
    assert [telling(norm, nu, wereld.andere_gemeente) for norm in NORMEN] == [(0, 0)] * 4


@pytest.mark.norm("4.2.1")
def test_een_team_zonder_manager_is_een_tekort_tot_de_dag_dat_er_een_is(wereld: Wereld, nu: datetime) -> None:
    assert telling("4.2.1", nu, wereld.gemeente) == (4, 1)
    assert namen("4.2.1", nu) == {"Team Belastingen"}
    geef("teammanager", wereld.ander_team, van=OP, tot=OP)
    assert [telling("4.2.1", nu + n * DAG, wereld.gemeente) for n in (-1, 0, 1)] == [(4, 1), (4, 0), (4, 1)]
    geef("teammanager", wereld.ander_team, van=OP, tot=OP)
    assert telling("4.2.1", nu, wereld.gemeente) == (4, 1)


@pytest.mark.norm("4.2.1")
def test_de_dag_is_die_in_nederland(wereld: Wereld) -> None:
    geef("teammanager", wereld.ander_team, tot=OP)
    laatste = datetime(2026, 11, 23, 23, 59, 59, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert telling("4.2.1", laatste, wereld.gemeente) == (4, 0)
    assert telling("4.2.1", laatste + timedelta(seconds=1), wereld.gemeente) == (4, 1)


@pytest.mark.norm("4.2.1")
def test_een_eenheid_telt_zolang_ze_bestaat(wereld: Wereld, nu: datetime) -> None:
    Eenheid.objects.filter(pk=wereld.ander_team.pk).update(van=OP, tot=OP)
    assert [telling("4.2.1", nu + n * DAG, wereld.gemeente) for n in (-1, 0, 1)] == [(3, 0), (4, 1), (3, 0)]


@pytest.mark.norm("4.2.1", "4.3.1")
def test_een_gemeente_zonder_regels_over_rollen_haalt_de_norm_nergens(wereld: Wereld, nu: datetime) -> None:
    katwijk = Gemeente.objects.create(naam="Katwijk", slug="katwijk", cbs_code="GM0537")
    for n in range(3):
        Eenheid.objects.create(gemeente=katwijk, naam=f"Team {n}", soort="team")
    for norm in ("4.2.1", "4.3.1"):
        assert telling(norm, nu, katwijk) == (3, 3)
    assert telling("4.3.1", nu, wereld.gemeente) == (4, 0)


@pytest.mark.norm("4.3.1")
def test_zonder_afdelingsmanager_schieten_de_afdeling_en_haar_teams_tekort(
    wereld: Wereld, nu: datetime
) -> None:
    functie = Functievervulling.objects.filter(functie="afdelingsmanager")
    functie.update(tot=OP)
    assert telling("4.3.1", nu, wereld.gemeente) == (4, 0)
    assert namen("4.3.1", nu + DAG) == {"Afdeling Inwonerszaken", "Team Burgerzaken", "Team Belastingen"}
    griffie = Eenheid.objects.create(gemeente=wereld.gemeente, naam="Griffie", soort="griffie")
    assert "Griffie" in namen("4.3.1", nu)
    geef("griffier", griffie)
    assert telling("4.3.1", nu, wereld.gemeente) == (5, 0)


@pytest.mark.norm("4.4.10")
def test_een_team_met_alleen_een_coordinator_valt_onder_de_afdelingsmanager(
    wereld: Wereld, nu: datetime
) -> None:
    # Team Burgerzaken has a coordinator too, but a teammanager as well.
    assert telling("4.4.10", nu, wereld.gemeente) == (0, 0)
    geef("coordinator", wereld.ander_team, van=OP)
    assert telling("4.4.10", nu - DAG, wereld.gemeente) == (0, 0)
    assert telling("4.4.10", nu, wereld.gemeente) == (1, 0)
    Functievervulling.objects.filter(functie="afdelingsmanager").update(tot=OP)
    assert telling("4.4.10", nu, wereld.gemeente) == (1, 0)
    assert namen("4.4.10", nu + DAG) == {"Team Belastingen"}
    geef("teammanager", wereld.ander_team, van=OP + 2 * DAG)
    assert telling("4.4.10", nu + 2 * DAG, wereld.gemeente) == (0, 0)


@pytest.mark.norm("4.4.10")
def test_elke_gemeente_heeft_haar_eigen_functies_voor_de_rol(wereld: Wereld, nu: datetime) -> None:
    afdeling = Eenheid.objects.create(gemeente=wereld.andere_gemeente, naam="Afdeling", soort="afdeling")
    team = Eenheid.objects.create(
        gemeente=wereld.andere_gemeente, naam="Team", soort="team", bovenliggend=afdeling
    )
    geef("coordinator", team)
    # In Leiderdorp a teamleider has the role; a teammanager is no function there.
    geef("teammanager", team)
    assert telling("4.4.10", nu, wereld.andere_gemeente) == (1, 1)
    geef("manager", afdeling)
    assert telling("4.4.10", nu, wereld.andere_gemeente) == (1, 0)
    geef("teamleider", team)
    assert telling("4.4.10", nu, wereld.andere_gemeente) == (0, 0)


@pytest.mark.norm("4.4.9")
def test_wie_een_taak_overdraagt_blijft_verantwoordelijk_zolang_de_functie_loopt(
    wereld: Wereld, nu: datetime
) -> None:
    overdracht = draag_over(wereld)
    assert telling("4.4.9", nu, wereld.gemeente) == (1, 0)
    functie = Functievervulling.objects.filter(pk=overdracht.functie_id)
    functie.update(tot=OP)
    assert telling("4.4.9", nu, wereld.gemeente) == (1, 0)
    assert telling("4.4.9", nu + DAG, wereld.gemeente) == (1, 1)
    functie.update(van=OP + DAG, tot=None)
    assert telling("4.4.9", nu, wereld.gemeente) == (1, 1)


@pytest.mark.norm("4.4.9")
def test_een_overdracht_aan_zichzelf_is_een_tekort_en_een_oude_telt_niet(
    wereld: Wereld, nu: datetime
) -> None:
    draag_over(wereld, aan=wereld.persoon("teammanager"), tot=OP)
    assert telling("4.4.9", nu, wereld.gemeente) == (1, 1)
    assert telling("4.4.9", nu + DAG, wereld.gemeente) == (0, 0)
    draag_over(wereld, van=OP + 2 * DAG)
    assert telling("4.4.9", nu + DAG, wereld.gemeente) == (0, 0)


@pytest.mark.norm(*NORMEN)
def test_de_vier_normen_delen_wat_ze_laden(
    wereld: Wereld, nu: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    geef("coordinator", wereld.ander_team)
    populaties = len({toets.populatie.code for toets in TOETSEN})
    with django_assert_num_queries(3 + populaties):
        tel(TOETSEN, nu)
    with django_assert_num_queries(3), evaluatie(wereld.gemeente.pk):
        for toets in TOETSEN:
            toets.tekort_op(nu)


@pytest.mark.norm("4.2.1")
def test_een_volgende_evaluatie_ziet_wat_er_net_veranderde(wereld: Wereld, nu: datetime) -> None:
    assert telling("4.2.1", nu, wereld.gemeente) == (4, 1)
    geef("teammanager", wereld.ander_team)
    assert telling("4.2.1", nu, wereld.gemeente) == (4, 0)


@pytest.mark.norm("4.2.1")
def test_per_eenheid_zijn_de_cijfers_van_die_eenheid(wereld: Wereld, nu: datetime) -> None:
    eigen = [wereld.team.pk, wereld.ander_team.pk]
    geteld = tel([TOETS["4.2.1"]], nu, gemeente=wereld.gemeente.pk, eenheden=eigen, per_eenheid=True)
    assert {pk: t.tekort for pk, t in geteld.per_norm["4.2.1"].items()} == {eigen[0]: 0, eigen[1]: 1}


def test_de_tekorten_zijn_die_van_de_regels(wereld: Wereld) -> None:
    eenheden = list(Eenheid.objects.all())
    wie = alle_verantwoordelijken(eenheden, BELEIDSROLLEN, OP)
    verwacht = {pk: {rol for rol, v in rollen.items() if v.is_tekort} for pk, rollen in wie.items()}
    assert tekorten_per_eenheid(OP, wereld.gemeente.pk) == {wereld.gemeente.pk: verwacht}
    assert tekorten_per_eenheid(OP)[wereld.andere_gemeente.pk] == {}
