"""Who carries a policy role: every cell of the table of the four gemeenten, and what must always hold."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leidraad.organisaties.regels import BELEIDSROLLEN, Bezetting, Oorzaak, Plek, Uitkomst, wijs_aan
from leidraad.referentie import lijst

pytestmark = [pytest.mark.regel("4.2.1"), pytest.mark.regel("4.3.1")]
OP = date(2026, 11, 23)
ORGANISATIE, CLUSTER, AFDELING, TEAM, GRIFFIE = 1, 2, 3, 4, 5


def _structuur(gemeente: str) -> dict[str, Any]:
    item = lijst("beleidsrollen", OP)[gemeente]
    return {"rollen": item.rollen, "griffie": item.griffie}


def _boom(*zonder: int) -> dict[int, Plek]:
    """Organisatie > cluster > afdeling > team, and a griffie; without the given units."""
    soorten = {ORGANISATIE: "organisatie", CLUSTER: "cluster", AFDELING: "afdeling", TEAM: "team"}
    boom: dict[int, Plek] = {}
    boven = None
    for pk, soort in soorten.items():
        if pk not in zonder:
            boom[pk] = Plek(pk, soort.capitalize(), soort, boven)
            boven = pk
    boom[GRIFFIE] = Plek(GRIFFIE, "Griffie", "griffie", ORGANISATIE if ORGANISATIE in boom else None)
    return boom


# The real shape of each tree: Leiderdorp and Oegstgeest have no clusters, Zoeterwoude has no afdelingen.
_BOMEN = {
    "leiden": _boom(),
    "leiderdorp": _boom(CLUSTER),
    "oegstgeest": _boom(CLUSTER),
    "zoeterwoude": _boom(AFDELING),
}


def _in(plek: int | None, functie: str, nummer: int = 1, **periode: Any) -> Bezetting:
    return Bezetting(nummer, nummer, f"Persoon {nummer}", functie, plek, **periode)


def _wie(
    gemeente: str,
    start: int,
    rol: str,
    *functies: Bezetting,
    boom: dict[int, Plek] | None = None,
    op: date = OP,
) -> Uitkomst:
    per_plek: dict[int | None, list[Bezetting]] = {}
    for functie in functies:
        per_plek.setdefault(functie.plek, []).append(functie)
    return wijs_aan(start, rol, op, boom or _BOMEN[gemeente], per_plek, _structuur(gemeente))


@pytest.mark.parametrize(
    ("gemeente", "rol", "plek", "functie", "interpretatie"),
    [
        ("leiden", "directeur", CLUSTER, "directeur", False),
        ("leiden", "afdelingsmanager", AFDELING, "afdelingsmanager", False),
        ("leiden", "teammanager", TEAM, "teammanager", False),
        ("leiderdorp", "directeur", AFDELING, "manager", False),
        ("leiderdorp", "afdelingsmanager", AFDELING, "manager", False),
        ("leiderdorp", "afdelingsmanager", AFDELING, "afdelingsmanager", False),
        ("leiderdorp", "teammanager", TEAM, "teamleider", False),
        ("oegstgeest", "directeur", ORGANISATIE, "directeur", False),
        ("oegstgeest", "directeur", ORGANISATIE, "gemeentesecretaris", False),
        ("oegstgeest", "directeur", None, "directeur", False),
        ("oegstgeest", "afdelingsmanager", AFDELING, "manager", False),
        ("oegstgeest", "teammanager", AFDELING, "manager", False),
        ("zoeterwoude", "directeur", CLUSTER, "clustermanager", False),
        ("zoeterwoude", "afdelingsmanager", CLUSTER, "clustermanager", True),
        ("zoeterwoude", "teammanager", TEAM, "programmamanager", False),
    ],
)
def test_elke_gemeente_wijst_voor_een_team_haar_eigen_functie_aan(
    gemeente: str, rol: str, plek: int | None, functie: str, interpretatie: bool
) -> None:
    uit = _wie(gemeente, TEAM, rol, _in(plek, functie))
    assert uit.bezetting == _in(plek, functie)
    assert uit.reden == ""
    assert uit.interpretatie is interpretatie


@pytest.mark.regel("4.4.10")
@pytest.mark.parametrize(
    ("gemeente", "plek", "functie", "interpretatie"),
    [
        ("leiden", AFDELING, "afdelingsmanager", False),
        ("leiderdorp", AFDELING, "manager", False),
        ("oegstgeest", AFDELING, "manager", False),
        ("zoeterwoude", CLUSTER, "clustermanager", True),
    ],
)
def test_bij_een_team_met_alleen_een_coordinator_gaat_de_rol_een_niveau_omhoog(
    gemeente: str, plek: int, functie: str, interpretatie: bool
) -> None:
    uit = _wie(gemeente, TEAM, "teammanager", _in(TEAM, "coordinator", 2), _in(plek, functie))
    assert uit.bezetting == _in(plek, functie)
    assert uit.interpretatie is interpretatie


def test_een_teammanager_naast_een_coordinator_blijft_verantwoordelijk() -> None:
    uit = _wie("leiden", TEAM, "teammanager", _in(TEAM, "coordinator", 2), _in(TEAM, "teammanager"))
    assert uit.bezetting == _in(TEAM, "teammanager")


@pytest.mark.parametrize("gemeente", _BOMEN)
def test_de_griffier_draagt_de_taken_bij_de_griffie_en_er_is_geen_directeur(gemeente: str) -> None:
    griffier = _in(GRIFFIE, "griffier")
    iedereen = (
        griffier,
        _in(CLUSTER, "directeur", 2),
        _in(ORGANISATIE, "directeur", 3),
        _in(None, "directeur", 4),
    )
    for rol in ("afdelingsmanager", "teammanager"):
        assert _wie(gemeente, GRIFFIE, rol, *iedereen).bezetting == griffier
    uit = _wie(gemeente, GRIFFIE, "directeur", *iedereen)
    assert "werkgeverscommissie" in uit.reden
    assert uit.oorzaak is Oorzaak.NIET_VAN_TOEPASSING


def test_ook_een_team_onder_de_griffie_valt_onder_de_griffier() -> None:
    boom = _boom() | {6: Plek(6, "Team Raad", "team", GRIFFIE)}
    functies = (_in(GRIFFIE, "griffier"), _in(6, "teammanager", 2))
    assert _wie("leiden", 6, "teammanager", *functies, boom=boom).bezetting == _in(GRIFFIE, "griffier")


def test_de_directeur_gaat_in_oegstgeest_voor_de_gemeentesecretaris() -> None:
    functies = (_in(ORGANISATIE, "gemeentesecretaris", 1), _in(ORGANISATIE, "directeur", 2))
    uit = _wie("oegstgeest", TEAM, "directeur", *functies)
    assert uit.bezetting == _in(ORGANISATIE, "directeur", 2)


@pytest.mark.parametrize(
    ("functies", "oorzaak", "tekst"),
    [
        ((), Oorzaak.VACANT, "Team heeft op 23-11-2026 geen teammanager."),
        (
            (_in(TEAM, "teammanager", tot=date(2026, 9, 30)),),
            Oorzaak.VACANT,
            "de laatste stopte op 30-9-2026",
        ),
        ((_in(TEAM, "teammanager", van=date(2027, 1, 1)),), Oorzaak.VACANT, "de volgende begint op 1-1-2027"),
        (
            (_in(TEAM, "teammanager", 1), _in(TEAM, "teammanager", 2)),
            Oorzaak.TWEE_TEGELIJK,
            "2 mensen als teammanager: Persoon 1 en Persoon 2",
        ),
    ],
)
def test_zonder_precies_een_houder_staat_er_waarom(
    functies: tuple[Bezetting, ...], oorzaak: Oorzaak, tekst: str
) -> None:
    uit = _wie("leiden", TEAM, "teammanager", *functies)
    assert uit.bezetting is None
    assert uit.oorzaak is oorzaak
    assert tekst in uit.reden


def test_op_de_laatste_dag_is_iemand_nog_verantwoordelijk_en_een_dag_later_niet() -> None:
    functie = _in(TEAM, "teammanager", van=OP, tot=OP)
    assert _wie("leiden", TEAM, "teammanager", functie).bezetting == functie
    for dag in (OP - timedelta(days=1), OP + timedelta(days=1)):
        assert _wie("leiden", TEAM, "teammanager", functie, op=dag).oorzaak is Oorzaak.VACANT


def test_een_persoon_die_de_functie_dubbel_heeft_is_een_houder() -> None:
    dubbel = (Bezetting(1, 7, "A", "teammanager", TEAM), Bezetting(2, 7, "A", "teammanager", TEAM))
    uit = _wie("leiden", TEAM, "teammanager", *dubbel)
    assert uit.bezetting is not None
    assert uit.bezetting.persoon == 7


def test_een_afdeling_zonder_bovenliggende_eenheid_heeft_geen_directeur() -> None:
    boom = {AFDELING: Plek(AFDELING, "Afdeling", "afdeling")}
    uit = _wie("leiden", AFDELING, "directeur", boom=boom)
    assert uit.oorzaak is Oorzaak.GEEN_BOVENLIGGENDE
    assert "Afdeling heeft geen bovenliggende eenheid" in uit.reden


def test_een_rol_van_een_lager_niveau_geldt_niet_voor_een_cluster() -> None:
    assert _wie("leiden", CLUSTER, "afdelingsmanager").oorzaak is Oorzaak.NIET_VAN_TOEPASSING


def test_een_eenheid_die_niet_bestaat_op_die_dag_heeft_niemand() -> None:
    boom = {TEAM: Plek(TEAM, "Team", "team", tot=OP - timedelta(days=1))}
    uit = _wie("leiden", TEAM, "teammanager", _in(TEAM, "teammanager"), boom=boom)
    assert uit.oorzaak is Oorzaak.EENHEID_NIET_GELDIG


def test_een_team_onder_een_gestopte_afdeling_heeft_geen_directeur_maar_wel_een_teammanager() -> None:
    boom = _boom()
    boom[AFDELING] = Plek(AFDELING, "Afdeling", "afdeling", CLUSTER, tot=OP - timedelta(days=1))
    functies = (_in(TEAM, "teammanager", 1), _in(CLUSTER, "directeur", 2))
    assert _wie("leiden", TEAM, "teammanager", *functies, boom=boom).bezetting is not None
    uit = _wie("leiden", TEAM, "directeur", *functies, boom=boom)
    assert uit.oorzaak is Oorzaak.EENHEID_NIET_GELDIG
    assert "hangt onder Afdeling" in uit.reden


def test_een_kring_in_de_boom_geeft_een_reden() -> None:
    boom = {1: Plek(1, "A", "team", 2), 2: Plek(2, "B", "afdeling", 1)}
    uit = _wie("leiden", 1, "directeur", boom=boom)
    assert uit.oorzaak is Oorzaak.LUS
    assert "A → B → A" in uit.reden


_dagen = st.none() | st.dates(date(2026, 11, 20), date(2026, 11, 26))


@st.composite
def _organisatie(trek: st.DrawFn) -> tuple[dict[int, Plek], dict[int | None, list[Bezetting]]]:
    """Any tree, with loops and loose ends, and any people in it."""
    aantal = trek(st.integers(1, 6))
    soorten = st.sampled_from(["organisatie", "cluster", "afdeling", "team", "griffie"])
    plekken = {
        i: Plek(i, f"E{i}", trek(soorten), trek(st.none() | st.integers(1, 7)), trek(_dagen), trek(_dagen))
        for i in range(1, aantal + 1)
    }
    functies = st.sampled_from([item.code for item in lijst("functies", OP)])
    bezettingen: dict[int | None, list[Bezetting]] = {}
    for i in range(trek(st.integers(0, 8))):
        plek = trek(st.none() | st.integers(1, aantal))
        persoon = trek(st.integers(1, 4))
        b = Bezetting(i, persoon, f"P{persoon}", trek(functies), plek, trek(_dagen), trek(_dagen))
        bezettingen.setdefault(plek, []).append(b)
    return plekken, bezettingen


@given(_organisatie(), st.sampled_from(sorted(_BOMEN)), st.sampled_from(BELEIDSROLLEN))
def test_er_is_altijd_of_een_houder_of_een_reden_en_nooit_allebei(
    organisatie: tuple[dict[int, Plek], dict[int | None, list[Bezetting]]], gemeente: str, rol: str
) -> None:
    plekken, bezettingen = organisatie
    for start in plekken:
        uit = wijs_aan(start, rol, OP, plekken, bezettingen, _structuur(gemeente))
        assert (uit.bezetting is None) == bool(uit.reden) == (uit.oorzaak is not None)
        if uit.bezetting:
            dezelfde = [
                b.persoon
                for b in bezettingen[uit.bezetting.plek]
                if b.functie == uit.bezetting.functie and (b.van or OP) <= OP <= (b.tot or OP)
            ]
            assert set(dezelfde) == {uit.bezetting.persoon}
