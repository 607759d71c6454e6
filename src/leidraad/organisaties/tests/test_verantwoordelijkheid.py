"""The same rules on stored organisations, in a fixed number of queries, and on the command line."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_django import DjangoAssertNumQueries

from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente, Persoon
from leidraad.organisaties.verantwoordelijkheid import verantwoordelijke, verantwoordelijken_voor
from leidraad.project.opdrachten import organisatie
from tests.wereld import Wereld

OP = date(2026, 11, 23)


@pytest.mark.regel("4.2.1")
def test_voor_een_team_is_de_teammanager_verantwoordelijk(wereld: Wereld) -> None:
    wie = verantwoordelijke(wereld.team, "teammanager", OP)
    assert wie.naam == "Teammanager"
    assert wie.email == "teammanager@leidraad.test"
    assert wie.eenheid == wereld.team
    assert wie.functievervulling is not None
    assert wie.functievervulling.persoon == wereld.persoon("teammanager")


@pytest.mark.regel("4.2.1")
def test_een_vacature_is_een_tekort_en_geen_gok(wereld: Wereld) -> None:
    wie = verantwoordelijke(wereld.ander_team, "teammanager", OP)
    assert (wie.naam, wie.functievervulling, wie.is_tekort) == ("", None, True)
    assert "geen teammanager" in wie.reden


def test_een_gemeente_zonder_vastgelegde_structuur_geeft_een_reden(db: None) -> None:
    katwijk = Gemeente.objects.create(naam="Katwijk", slug="katwijk", cbs_code="GM0537")
    team = Eenheid.objects.create(gemeente=katwijk, naam="Team A", soort="team")
    assert "Katwijk" in verantwoordelijke(team, "directeur", OP).reden
    assert "Katwijk" in verantwoordelijke(team, "directeur", date(2020, 1, 1)).reden


def test_een_onbekende_beleidsrol_wordt_geweigerd(wereld: Wereld) -> None:
    with pytest.raises(ValueError, match="Onbekende beleidsrol: burgemeester"):
        verantwoordelijke(wereld.team, "burgemeester", OP)


def test_honderd_eenheden_kosten_evenveel_queries_als_een(
    wereld: Wereld, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for i in range(100):
        team = Eenheid.objects.create(
            gemeente=wereld.gemeente, naam=f"Team {i}", soort="team", bovenliggend=wereld.afdeling
        )
        persoon = Persoon.objects.create(email=f"p{i}@leidraad.test", naam=f"P{i}")
        Functievervulling.objects.create(
            persoon=persoon, gemeente=wereld.gemeente, eenheid=team, functie="teammanager"
        )
    eenheden = list(Eenheid.objects.filter(naam__startswith="Team "))
    with django_assert_num_queries(3):
        antwoord = verantwoordelijken_voor(eenheden, "teammanager", OP)
    assert sum(1 for wie in antwoord.values() if wie.naam) == 101


def _vraag(*opties: str) -> Result:
    return CliRunner().invoke(organisatie.verantwoordelijke, [*opties, "--json"])


def test_de_opdrachtregel_noemt_de_verantwoordelijke(wereld: Wereld) -> None:
    uit = _vraag(
        "--gemeente", "leiden", "--eenheid", "team burgerzaken", "--rol", "directeur", "--op", "23-11-2026"
    )
    assert uit.exit_code == 0
    assert json.loads(uit.stdout) == {
        "functie": "directeur",
        "naam": "Directeur",
        "email": "directeur@leidraad.test",
        "eenheid": "Cluster Stad",
        "reden": "",
        "interpretatie": False,
    }


def test_de_opdrachtregel_geeft_1_met_reden_als_er_niemand_is(wereld: Wereld) -> None:
    uit = _vraag("--gemeente", "leiden", "--eenheid", "Team Belastingen", "--rol", "teammanager")
    assert uit.exit_code == 1
    assert "geen teammanager" in json.loads(uit.stdout)["reden"]


@pytest.mark.parametrize(
    "opties",
    [
        ("--gemeente", "nergens", "--eenheid", "Team Belastingen", "--rol", "directeur"),
        ("--gemeente", "leiden", "--eenheid", "Team Onbekend", "--rol", "directeur"),
        ("--gemeente", "leiden", "--eenheid", "Team Belastingen", "--rol", "baas"),
        ("--gemeente", "leiden", "--eenheid", "Team Belastingen", "--rol", "directeur", "--op", "31-2-2026"),
    ],
)
def test_de_opdrachtregel_geeft_2_bij_een_verkeerde_vraag(wereld: Wereld, opties: tuple[str, ...]) -> None:
    assert _vraag(*opties).exit_code == 2


@pytest.mark.parametrize(
    ("functies", "opties", "code"),
    [
        ("gemeente;functie;naam;email\nLeiden;ciso;Cees;c@leiden.test\n", ["--proef", "--toch"], 0),
        ("gemeente;functie;naam;email\nLeiden;ciso;Cees;c@leiden.test\n", [], 1),
        ("gemeente;functie;naam;email\nLeiden;baas;Cees;c@leiden.test\n", ["--toch"], 1),
        ("", [], 2),
    ],
)
def test_de_opdrachtregel_importeert_en_zegt_met_haar_code_hoe_het_ging(
    wereld: Wereld, tmp_path: Path, functies: str, opties: list[str], code: int
) -> None:
    eenheden = tmp_path / "eenheden.csv"
    eenheden.write_text("gemeente;eenheid;soort\nLeiderdorp;Griffie;griffie\n")
    (tmp_path / "functies.csv").write_text(functies)
    opdracht = [str(eenheden), str(tmp_path / "functies.csv"), *opties]
    uit = CliRunner().invoke(organisatie.importeer_organisatie, [*opdracht, "--json"])
    assert uit.exit_code == code
    if code != 2:
        verslag = json.loads(uit.stdout)
        assert verslag["functies"]["gelezen"] == 1
        assert verslag["gemeenten"] == ["leiden", "leiderdorp"]
    assert CliRunner().invoke(organisatie.importeer_organisatie, opdracht).exit_code == code


def test_een_gemeente_in_gebruik_nemen_kan_een_keer(db: None) -> None:
    assert CliRunner().invoke(organisatie.gemeente, ["Bergen op Zoom", "gm0748"]).exit_code == 0
    assert Gemeente.objects.get().slug == "bergen-op-zoom"
    for opties in (["Bergen op Zoom", "GM0748"], ["Anders", "GM0748"], ["Nieuw", "748"]):
        assert CliRunner().invoke(organisatie.gemeente, opties).exit_code == 2


def test_de_opdracht_werkt_ook_in_een_eigen_proces(tmp_path: Path) -> None:
    vraag = [
        "verantwoordelijke",
        "--gemeente",
        "leiden",
        "--eenheid",
        "A",
        "--rol",
        "directeur",
        "--op",
        "1-1-2026",
    ]
    omgeving = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"} | {"LEIDRAAD_DATA": str(tmp_path)}
    start = "from leidraad.project.cli import main; main()"
    uit = subprocess.run(
        [sys.executable, "-c", start, *vraag], env=omgeving, capture_output=True, text=True, check=False
    )
    assert uit.returncode == 2
    assert "De database is nog niet ingericht" in uit.stderr
