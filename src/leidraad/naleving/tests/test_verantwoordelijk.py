"""Who is responsible for a norm: as each gemeente arranged it, and honest when there is nobody."""

from datetime import date

import pytest

from leidraad.naleving.tests.verklaard import benoem
from leidraad.naleving.verantwoordelijk import (
    BELEIDSROL,
    functie_van,
    lokale_titel,
    wie_voor_eenheden,
    wie_voor_gemeente,
)
from leidraad.normen.norm import ROLLEN, normen
from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db
OP = date(2026, 11, 23)
# A norm of every role of the policy.
NORM = {rol: next(norm for norm in normen().values() if norm.rol == rol) for rol in ROLLEN}
CBS = {"leiden": "GM0546", "leiderdorp": "GM0547", "oegstgeest": "GM0579", "zoeterwoude": "GM0638"}
# Per gemeente its tree from the top with who leads each unit, as chapter 4 of the policy describes it.
BOOM = {
    "leiden": [("cluster", "directeur"), ("afdeling", "afdelingsmanager"), ("team", "teammanager")],
    "leiderdorp": [("afdeling", "manager"), ("team", "teamleider")],
    "oegstgeest": [("organisatie", "gemeentesecretaris"), ("afdeling", "manager"), ("team", "")],
    "zoeterwoude": [("cluster", "clustermanager"), ("team", "programmamanager")],
}


def richt_in(slug: str) -> Eenheid:
    """The tree of a gemeente with everybody in it; returns its lowest unit."""
    gemeente = Gemeente.objects.create(naam=slug.capitalize(), slug=slug, cbs_code=CBS[slug])
    boven: Eenheid | None = None
    for soort, functie in BOOM[slug]:
        boven = Eenheid.objects.create(gemeente=gemeente, naam=f"De {soort}", soort=soort, bovenliggend=boven)
        if functie:
            benoem(gemeente, functie, eenheid=boven)
    assert boven is not None
    return boven


@pytest.mark.regel("4.2.1")
@pytest.mark.parametrize(
    ("slug", "rol", "functie", "waar"),
    [
        ("leiden", "tm", "Teammanager", "De team"),
        ("leiden", "am", "Afdelingsmanager", "De afdeling"),
        ("leiden", "dir", "Directeur", "De cluster"),
        ("leiderdorp", "tm", "Teamleider", "De team"),
        ("leiderdorp", "am", "Manager", "De afdeling"),
        ("leiderdorp", "dir", "Manager", "De afdeling"),
        ("oegstgeest", "tm", "Manager", "De afdeling"),
        ("oegstgeest", "am", "Manager", "De afdeling"),
        ("oegstgeest", "dir", "Gemeentesecretaris", "De organisatie"),
        ("zoeterwoude", "tm", "Programmamanager", "De team"),
        ("zoeterwoude", "am", "Clustermanager", "De cluster"),
        ("zoeterwoude", "dir", "Clustermanager", "De cluster"),
        # What an employee does wrong is for the manager of the team to put right.
        ("leiderdorp", "mw", "Teamleider", "De team"),
    ],
)
def test_elke_gemeente_noemt_haar_eigen_functie(slug, rol, functie, waar):
    eenheid = richt_in(slug)
    wie = wie_voor_eenheden(NORM[rol], [eenheid], OP)[eenheid.pk]
    assert (wie.functie, wie.eenheid, wie.reden) == (functie, waar, "")
    houder = Functievervulling.objects.get(eenheid__naam=waar)
    assert (wie.naam, wie.persoon) == (houder.persoon.naam, houder.persoon_id)


@pytest.mark.regel("4.2.1")
def test_een_vacature_heet_zo_en_geen_ander_krijgt_de_norm(wereld: Wereld):
    wie = wie_voor_eenheden(NORM["tm"], [wereld.ander_team], OP)[wereld.ander_team.pk]
    assert (wie.functie, wie.naam, wie.persoon) == ("Teammanager", "", None)
    assert "geen teammanager" in wie.reden


def test_meer_eenheden_kosten_evenveel_vragen(wereld: Wereld, django_assert_num_queries):
    with django_assert_num_queries(3):
        uit = wie_voor_eenheden(NORM["tm"], [wereld.team, wereld.ander_team, wereld.afdeling], OP)
    assert set(uit) == {wereld.team.pk, wereld.ander_team.pk, wereld.afdeling.pk}


@pytest.mark.parametrize("rol", sorted(set(ROLLEN) - set(BELEIDSROL)))
def test_wat_de_hele_gemeente_aangaat_heeft_niemand_per_eenheid(wereld: Wereld, rol):
    assert wie_voor_eenheden(NORM[rol], [wereld.team], OP) == {}


@pytest.mark.parametrize(
    ("rol", "functie", "naam"),
    [
        ("fg", "Functionaris Gegevensbescherming", "Fg"),
        ("ciso", "Chief Information Security Officer (CISO)", "Ciso"),
        ("po", "Privacy Officer", "Privacy officer"),
    ],
)
def test_een_functie_van_de_gemeente_heeft_een_naam(wereld: Wereld, rol, functie, naam):
    wie = wie_voor_gemeente(NORM[rol], wereld.gemeente, OP)
    assert (wie.functie, wie.naam, wie.reden) == (functie, naam, "")
    assert wie.persoon == wereld.persoon(naam.lower().replace(" ", "_")).pk


@pytest.mark.regel("4.1.1")
def test_de_secretaris_staat_er_namens_het_college(wereld: Wereld):
    functie = "College (Gemeentesecretaris namens het college)"
    leeg = wie_voor_gemeente(NORM["col"], wereld.gemeente, OP)
    assert (leeg.functie, leeg.persoon) == (functie, None)
    assert leeg.reden == "De gemeente heeft geen Gemeentesecretaris."
    persoon = benoem(wereld.gemeente)
    wie = wie_voor_gemeente(NORM["col"], wereld.gemeente, OP)
    assert (wie.functie, wie.naam) == (functie, persoon.naam)


def test_met_twee_is_er_niemand_die_alleen_verantwoordelijk_is(wereld: Wereld):
    benoem(wereld.gemeente, "ciso")
    ciso = wie_voor_gemeente(NORM["ciso"], wereld.gemeente, OP)
    assert (ciso.persoon, "meer dan één" in ciso.reden) == (None, True)
    # A team of Privacy Officers is ordinary.
    benoem(wereld.gemeente, "privacy_officer")
    po = wie_voor_gemeente(NORM["po"], wereld.gemeente, OP)
    assert (po.functie, po.persoon, po.reden) == ("Privacy Officer", None, "")


def test_wie_gisteren_vertrok_telt_niet_meer(wereld: Wereld):
    Functievervulling.objects.filter(functie="fg").update(tot=date(2026, 11, 22))
    assert wie_voor_gemeente(NORM["fg"], wereld.gemeente, OP).persoon is None
    assert wie_voor_gemeente(NORM["fg"], wereld.gemeente, date(2026, 11, 22)).naam == "Fg"


def test_voor_de_gemeente_als_geheel_heeft_een_lijnfunctie_geen_naam(wereld: Wereld):
    wie = wie_voor_gemeente(NORM["tm"], wereld.gemeente, OP)
    assert (wie.functie, wie.naam, wie.persoon, wie.reden) == ("Teammanager", "", None, "")


def test_een_gemeente_zonder_structuur_en_een_rol_zonder_functie_houden_de_naam_van_het_beleid(db):
    katwijk = Gemeente.objects.create(naam="Katwijk", slug="katwijk", cbs_code="GM0537")
    assert lokale_titel(NORM["dir"], katwijk, OP) == "Directeur"
    assert functie_van(NORM["boa"], katwijk, OP) == "Boa"
    assert functie_van(NORM["mw"], katwijk, OP) == "Medewerker"
