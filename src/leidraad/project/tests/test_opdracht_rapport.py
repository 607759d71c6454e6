"""`leidraad rapport`: the file, and a clear answer when there is none."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner, Result

from leidraad.naleving.handelingen import leg_dag_vast
from leidraad.project.opdrachten.rapport import rapport
from tests.papier import papier
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db


def _roep(uit: Path, *opties: str) -> Result:
    return CliRunner().invoke(rapport, ["--gemeente", "leiden", "--uit", str(uit), *opties])


def bestanden(map_: Path) -> list[str]:
    return [bestand.name for bestand in map_.iterdir()]


@pytest.mark.parametrize(("naam", "begin"), [("r.pdf", b"%PDF"), ("R.PDF", b"%PDF"), ("r.docx", b"PK")])
def test_het_rapport_staat_in_het_bestand(wereld: Wereld, tmp_path: Path, naam: str, begin: bytes) -> None:
    uit = tmp_path / naam
    antwoord = _roep(uit)
    assert antwoord.exit_code == 0, antwoord.output
    assert f"Het rapport van Leiden staat in {uit}." in antwoord.output
    assert uit.read_bytes().startswith(begin)
    assert bestanden(tmp_path) == [naam]


def test_het_rapport_is_voor_het_college_of_voor_de_raad(wereld: Wereld, tmp_path: Path) -> None:
    _roep(tmp_path / "college.pdf")
    _roep(tmp_path / "raad.pdf", "--voor", "raad")
    assert "voor: College" in papier((tmp_path / "college.pdf").read_bytes())
    assert "voor: Gemeenteraad" in papier((tmp_path / "raad.pdf").read_bytes())


def test_een_voorbije_dag(wereld: Wereld, tmp_path: Path, nu: datetime) -> None:
    leg_dag_vast(nu)
    with time_machine.travel(nu + timedelta(days=3), tick=False):
        goed = _roep(tmp_path / "r.pdf", "--op", "2026-11-23")
        gat = _roep(tmp_path / "gat.pdf", "--op", "2026-11-24")
        later = _roep(tmp_path / "later.pdf", "--op", "2026-12-24")
    assert goed.exit_code == 0
    assert "Stand op 23 november 2026" in papier((tmp_path / "r.pdf").read_bytes())
    assert (gat.exit_code, later.exit_code) == (1, 2)
    assert "Van 24 november 2026 is niet bewaard hoe het ging." in gat.output
    assert "Die dag moet nog komen." in later.output
    assert bestanden(tmp_path) == ["r.pdf"]


@pytest.mark.parametrize(
    ("naam", "opties", "fout"),
    [
        ("r.txt", (), "moet eindigen op .pdf of .docx"),
        ("rapport", (), "moet eindigen op .pdf of .docx"),
        ("r.pdf", ("--gemeente", "delft"), "De gemeente delft is niet bekend."),
        ("r.pdf", ("--op", "gisteren"), "gisteren is geen datum."),
        ("bestaat_niet/r.pdf", (), "is niet te schrijven: de map bestaat niet."),
        ("map.pdf", (), "is een map"),
    ],
)
def test_wat_niet_kan_zegt_waarom(
    wereld: Wereld, tmp_path: Path, naam: str, opties: tuple[str, ...], fout: str
) -> None:
    (tmp_path / "map.pdf").mkdir()
    antwoord = _roep(tmp_path / naam, *opties)
    assert antwoord.exit_code == 2
    assert fout in antwoord.output
    assert bestanden(tmp_path) == ["map.pdf"]
