"""`leidraad normen`: all 111 norms, now or on a day that was kept."""

import json
from datetime import datetime, timedelta

import pytest
import time_machine
from click.testing import CliRunner, Result

from leidraad.naleving.handelingen import leg_dag_vast
from leidraad.naleving.models import Dagstand
from leidraad.normen.norm import normen as alle_normen
from leidraad.normen.oordeel import Oordeel
from leidraad.project.opdrachten.normen import normen
from tests.wereld import Wereld


def _vraag(*opties: str) -> Result:
    return CliRunner().invoke(normen, ["--gemeente", *opties])


@pytest.mark.parametrize("opties", [("leiden", "--json"), ("LEIDEN", "--json")])
def test_alle_111_normen_in_de_volgorde_van_het_beleid(wereld: Wereld, opties: tuple[str, ...]) -> None:
    uit = _vraag(*opties)
    assert uit.exit_code == 0, uit.output
    rijen = json.loads(uit.output)
    assert [rij["norm"] for rij in rijen] == list(alle_normen())
    for rij in rijen:
        assert set(rij) == {"norm", "oordeel", "totaal", "tekort", "uitleg"}
        assert rij["oordeel"] in set(Oordeel)
        assert 0 <= rij["tekort"] <= rij["totaal"]
        assert rij["uitleg"]


def test_een_lege_gemeente_is_nergens_stilzwijgend_goed(wereld: Wereld) -> None:
    rijen = json.loads(_vraag("leiderdorp", "--json").output)
    assert not [rij for rij in rijen if rij["oordeel"] == "gehaald" and rij["totaal"] == 0]


def test_een_voorbije_dag_komt_uit_de_bewaarde_standen(wereld: Wereld, nu: datetime) -> None:
    leg_dag_vast(nu)
    with time_machine.travel(nu + timedelta(days=3), tick=False):
        Dagstand.objects.get(gemeente=wereld.gemeente).standen.filter(norm="4.2.1").update(totaal=9, tekort=4)
        uit = _vraag("leiden", "--op", "2026-11-23", "--json")
    assert uit.exit_code == 0
    rijen = {rij["norm"]: rij for rij in json.loads(uit.output)}
    assert len(rijen) == 111
    assert (rijen["4.2.1"]["totaal"], rijen["4.2.1"]["tekort"]) == (9, 4)
    assert rijen["3.1.1"]["oordeel"] == "nog_niet_gebouwd"


def test_een_dag_zonder_stand_is_een_gat_en_geen_nul(wereld: Wereld, nu: datetime) -> None:
    leg_dag_vast(nu)
    with time_machine.travel(nu + timedelta(days=3), tick=False):
        uit = _vraag("leiden", "--op", "2026-11-24", "--json")
    assert uit.exit_code == 1
    assert "Van 24-11-2026 is voor Leiden geen stand bewaard." in uit.output
    assert "de laatste van 23-11-2026" in uit.output


@pytest.mark.parametrize(
    ("opties", "tekst"),
    [
        (("atlantis",), "De gemeente atlantis is niet bekend. Bekende gemeenten: leiden, leiderdorp."),
        (("leiden", "--op", "gisteren"), "gisteren is geen datum"),
        (("leiden", "--op", "2999-01-01"), "Die dag moet nog komen"),
    ],
)
def test_een_vraag_die_niet_klopt_geeft_uitleg(wereld: Wereld, opties: tuple[str, ...], tekst: str) -> None:
    uit = _vraag(*opties)
    assert uit.exit_code == 2
    assert tekst in uit.output


def test_voor_mensen_een_regel_per_norm_en_de_telling(wereld: Wereld) -> None:
    uit = _vraag("leiden").output
    assert "3.4.2  Nog niets vastgelegd" in uit
    assert "Bij een risico wordt binnen 72 uur gemeld bij de AP." in uit
    assert uit.count("\n       ") == 111
