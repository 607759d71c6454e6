"""De werklijst: van wie, in welke volgorde, met welke filters, en wat iemand er kan doen."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.utils import timezone

from leidraad.dossiers.handelingen import open_taak, rond_taak_af, wijs_toe
from leidraad.dossiers.models import Taak
from leidraad.dossiers.taaksoort import Taaksoort
from leidraad.dossiers.werkvoorraad import ALLES, MIJN, TEAM, tel_mijn_werk, van_wie
from leidraad.organisaties.models import Functievervulling, Persoon
from leidraad.organisaties.rechten import Recht

pytestmark = [pytest.mark.django_db, pytest.mark.urls("leidraad.dossiers.tests.adressen")]

TOETSEN = Taaksoort("toetsen", "Verwerking toetsen", Recht.TOETSEN, "#hier")
AANPASSEN = Taaksoort("aanpassen", "Verwerking aanpassen", Recht.BEWERKEN)
VASTSTELLEN = Taaksoort("vaststellen", "Verwerking vaststellen", Recht.VASTSTELLEN)
BEKIJKEN = Taaksoort("bekijken", "Afwijking bekijken", Recht.ADVISEREN_FG, af_te_vinken=True)
VAN_EENHEID = {"aanpassen", "vaststellen"}
WERKLIJST = "/werk/werklijst/"
DAG = timedelta(days=1)


@pytest.fixture(autouse=True)
def zonder_navigatie(settings):
    """The layers above are not here: only the person, not her navigation."""
    [sjablonen] = deepcopy(settings.TEMPLATES)
    verwerkers = sjablonen["OPTIONS"]["context_processors"]
    verwerkers[:] = [v for v in verwerkers if not v.startswith("leidraad.")]
    verwerkers.append("leidraad.dossiers.tests.adressen.alleen_lid")
    settings.TEMPLATES = [sjablonen]


@pytest.fixture
def nu():
    """The work list is about now."""
    return timezone.now()


@pytest.fixture
def ieder(dossier, wereld, nu):
    """One task for every role, with one dossier."""
    for soort in (TOETSEN, AANPASSEN, VASTSTELLEN, BEKIJKEN):
        open_taak(dossier, soort, door=wereld.lid("coordinator"), nu=nu)


def _titels(browser, query=""):
    return [rij.taak.titel for rij in browser.get(f"{WERKLIJST}{query}").context["rijen"]]


@pytest.mark.parametrize(
    ("rol", "mijn", "team", "alles"),
    [
        ("privacy_officer", {"toetsen"}, {"toetsen"}, {"toetsen", "aanpassen"}),
        ("coordinator", {"aanpassen"}, {"aanpassen"}, {"aanpassen"}),
        ("teammanager", VAN_EENHEID, VAN_EENHEID, VAN_EENHEID),
        # The manager above may do it too, but the team has a manager of its own.
        ("directeur", set(), VAN_EENHEID, VAN_EENHEID),
        ("fg", {"bekijken"}, {"bekijken"}, {"bekijken"}),
        ("medewerker", set(), set(), set()),
        ("beheerder", set(), set(), set()),
        ("privacy_officer_elders", set(), set(), set()),
    ],
)  # fmt: skip
def test_ieder_ziet_het_eigen_werk(ieder, wereld, nu, rol, mijn, team, alles):
    lid = wereld.lid(rol, nu.date())
    for wie, verwacht in ((MIJN, mijn), (TEAM, team), (ALLES, alles)):
        assert {t.soort for t in van_wie(lid, wie)} == verwacht
    assert tel_mijn_werk(lid, nu) == len(mijn)


def test_werk_van_een_team_zonder_manager_ligt_bij_de_manager_erboven(ieder, wereld, nu):
    wereld.persoon("teammanager").functies.all().delete()
    assert {t.soort for t in van_wie(wereld.lid("directeur", nu.date()), MIJN)} == {
        "aanpassen",
        "vaststellen",
    }


def test_te_laat_eerst_dan_op_termijn_dan_het_oudste(client_als, maak_dossier, wereld, nu):
    door = wereld.lid("coordinator")
    for n, (dagen, oud) in enumerate([(None, 1), (5, 0), (-2, 0), (None, 9), (1, 0)]):
        open_taak(
            maak_dossier(titel=f"d{n}"), TOETSEN, door=door, nu=nu - oud * DAG,
            uiterlijk=None if dagen is None else nu + dagen * DAG,
        )  # fmt: skip
    po = client_als("privacy_officer")
    rijen = po.get(WERKLIJST).context["rijen"]
    assert [rij.taak.dossier.titel for rij in rijen] == ["d2", "d4", "d1", "d3", "d0"]
    assert len(_titels(po, "?te_laat=ja")) == 1
    pagina = po.get(WERKLIJST).content.decode()
    assert "2 dagen te laat" in pagina
    assert "nog 5 dagen" in pagina


def test_filters_staan_in_het_adres_en_onzin_doet_niets(client_als, ieder):
    po = client_als("privacy_officer")
    assert _titels(po, "?wie=alles&soort=aanpassen") == ["Verwerking aanpassen"]
    assert _titels(po, "?wie=alles&gemeente=leiderdorp") == []
    assert len(_titels(po, "?wie=alles&gemeente=leiden&register=verwerkingen")) == 2
    for onzin in ("?wie=x", "?eenheid=x%00", "?pagina=-1", "?status=x"):
        assert _titels(po, onzin) == _titels(po), onzin


def test_een_leeg_scherm_zegt_wat_er_komt(client_als, wereld):
    assert "Er wacht niets op u" in client_als("fg").get(WERKLIJST).content.decode()
    assert "Nog niets gedaan" in client_als("fg").get(f"{WERKLIJST}?status=gedaan").content.decode()


def test_de_verantwoordelijke_blijft_zichtbaar_en_de_rij_leidt_naar_het_werk(client_als, ieder):
    pagina = client_als("privacy_officer").get(WERKLIJST).content.decode()
    assert "Teammanager" in pagina
    assert '/werk/leiden/verwerkingen/VW-2026-0001/#hier"' in pagina


@pytest.mark.regel("4.4.9")
def test_doorgeven_en_terugnemen_op_het_scherm(client_als, ieder, wereld):
    manager, coordinator = client_als("teammanager"), client_als("coordinator")
    taak = Taak.objects.get(soort="aanpassen")
    adres = f"{WERKLIJST}{taak.pk}/"
    pagina = manager.get(f"{adres}toewijzen/?terug=wie%3Dteam").content.decode()
    assert "Coordinator (Coördinator)" in pagina
    assert "Medewerker (" not in pagina
    aan = {"aan": wereld.persoon("coordinator").pk, "was": "", "terug": "wie=team"}
    assert manager.post(f"{adres}toewijzen/", aan)["Location"] == f"{WERKLIJST}?wie=team"
    assert manager.post(f"{adres}toewijzen/", aan).status_code == 302
    assert _titels(manager) == ["Verwerking vaststellen"]
    assert len(_titels(manager, "?wie=team")) == 2
    assert "Teruggeven" in coordinator.get(WERKLIJST).content.decode()
    verouderd = {"aan": wereld.persoon("teammanager").pk, "was": ""}
    assert "Iemand was u voor" in manager.post(f"{adres}toewijzen/", verouderd).content.decode()
    manager.post(f"{adres}terugnemen/", {"was": wereld.persoon("coordinator").pk})
    assert len(_titels(manager)) == 2


def test_terug_gaat_alleen_naar_de_eigen_lijst(client_als, ieder):
    taak = Taak.objects.get(soort="aanpassen")
    gevaar = {"was": "", "terug": "//elders.nl/?x"}
    waar = client_als("teammanager").post(f"{WERKLIJST}{taak.pk}/terugnemen/", gevaar)["Location"]
    assert waar.startswith(WERKLIJST)


def test_wie_zichzelf_niet_kan_kiezen_hoort_dat(client_als, ieder, wereld):
    taak = Taak.objects.get(soort="toetsen")
    po = client_als("privacy_officer")
    for aan in ("", "x", wereld.persoon("medewerker").pk):
        antwoord = po.post(f"{WERKLIJST}{taak.pk}/toewijzen/", {"aan": aan, "was": ""})
        assert antwoord.status_code == 200
        assert "Kies" in antwoord.content.decode()


def test_afronden_en_gedaan_met_wie_en_wanneer(client_als, ieder, wereld):
    fg = client_als("fg")
    taak = Taak.objects.get(soort="bekijken")
    assert "Afronden" in fg.get(WERKLIJST).content.decode()
    for _ in range(2):
        assert fg.post(f"{WERKLIJST}{taak.pk}/afronden/").status_code == 302
    pagina = fg.get(f"{WERKLIJST}?status=gedaan").content.decode()
    assert "Afwijking bekijken" in pagina
    assert "Gedaan door" in pagina
    assert client_als("privacy_officer").post(f"{WERKLIJST}{taak.pk}/afronden/").status_code == 404


@pytest.mark.parametrize("rol", ["privacy_officer", "teammanager", "fg"])
@pytest.mark.parametrize("query", ["", "?wie=alles", "?status=gedaan"])
def test_een_vast_aantal_vragen_aan_de_database(
    client_als, maak_dossier, wereld, nu, django_assert_max_num_queries, rol, query
):
    door = wereld.lid("coordinator")
    for n in range(30):
        dossier = maak_dossier(titel=f"d{n}")
        for soort in (TOETSEN, VASTSTELLEN, BEKIJKEN):
            open_taak(dossier, soort, door=door, nu=nu)
        if n % 2:
            rond_taak_af(dossier, "toetsen", "vaststellen", "bekijken", door=door, nu=nu)
    browser = client_als(rol)
    with django_assert_max_num_queries(13):
        assert browser.get(f"{WERKLIJST}{query}").status_code == 200


def test_een_taak_die_gegeven_is_blijft_zichtbaar_zolang_zij_mag_lezen(ieder, dossier, wereld, nu):
    taak = Taak.objects.get(soort="toetsen")
    persoon = Persoon.objects.create(email="x@leidraad.test", naam="X")
    functie = Functievervulling.objects.create(
        persoon=persoon, gemeente=wereld.gemeente, functie="privacy_officer"
    )
    wijs_toe(taak, aan=persoon, was=None, door=wereld.lid("privacy_officer"), nu=nu)
    wereld.personen["x"] = persoon
    functie.functie = "medewerker"
    functie.save()
    assert list(van_wie(wereld.lid("x", nu.date()), MIJN)) == [taak]
    type(dossier).objects.update(vertrouwelijkheid="vertrouwelijk")
    assert not van_wie(wereld.lid("x", nu.date()), ALLES).exists()
