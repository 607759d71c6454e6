"""The command line speaks Dutch, leaves with the right code and never shows a traceback."""

import json
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from leidraad.project import cli

ENGELS = re.compile(
    r"\b(Usage|Options:|Commands|Error|Show|Missing|Invalid|TEXT|INTEGER|COMMAND|ARGS|required)\b"
)


def alle(opdracht: click.Command, pad: tuple[str, ...] = ()):
    yield pad
    if isinstance(opdracht, click.Group):
        for naam, onder in opdracht.commands.items():
            yield from alle(onder, (*pad, naam))


@pytest.fixture
def leidraad(monkeypatch, capsys):
    """Run the command line as a user does; gives exit code, output and error output."""

    def roep(*woorden: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["leidraad", *woorden])
        with pytest.raises(SystemExit) as einde:
            cli.main()
        uit, fout = capsys.readouterr()
        code = einde.value.code
        assert isinstance(code, int)
        return code, uit, fout

    return roep


@pytest.mark.parametrize("pad", list(alle(cli.leidraad)), ids=" ".join)
def test_elke_opdracht_legt_zich_uit_in_het_nederlands(leidraad, pad):
    code, uit, _ = leidraad(*pad, "--help")
    assert code == 0
    assert uit.startswith("Gebruik: leidraad")
    assert not ENGELS.search(uit)


@pytest.mark.parametrize("pad", list(alle(cli.leidraad)), ids=" ".join)
def test_elke_optie_en_opdracht_heeft_uitleg(pad):
    opdracht: click.Command = cli.leidraad
    for naam in pad:
        assert isinstance(opdracht, click.Group)
        opdracht = opdracht.commands[naam]
    assert opdracht.help
    assert [veld.name for veld in opdracht.params if isinstance(veld, click.Option) and not veld.help] == []


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        (["serv"], "De opdracht serv bestaat niet. Bedoelt u 'serve'?"),
        (["serve", "--port", "1"], "De optie --port bestaat niet."),
        (["serve", "--poort"], "De optie --poort heeft een waarde nodig."),
        (["serve", "--poort", "acht"], "'acht' is geen geldig getal."),
        (["serve", "--poort", "99999"], "99999 valt buiten 1<=x<=65535."),
        (["serve", "te", "veel"], "Er staat te veel in de opdracht: te veel"),
        (["demo", "--zonder-server=ja"], "De optie --zonder-server heeft geen waarde."),
    ],
)
def test_verkeerd_gebruik_geeft_een_nederlandse_melding_en_twee(leidraad, woorden, melding):
    code, _, fout = leidraad(*woorden)
    assert code == 2
    assert melding in fout
    assert not ENGELS.search(fout)


def test_een_onverwachte_fout_geeft_een_nederlandse_zin_en_bijzonderheden_in_het_log(
    leidraad, monkeypatch, tmp_path
):
    def stuk() -> int:
        raise ZeroDivisionError("geheim")

    monkeypatch.setenv("LEIDRAAD_DATA", str(tmp_path))
    monkeypatch.setattr("leidraad.project.opdrachten.beheer.bijwerken", stuk)
    code, uit, fout = leidraad("migreer")
    assert code == 2
    assert "Er ging iets onverwachts mis." in fout
    assert "Traceback" not in uit + fout
    assert "geheim" not in uit + fout
    assert "ZeroDivisionError: geheim" in (tmp_path / "fouten.log").read_text()


def test_hulp_is_er_snel_want_laadt_geen_django():
    code = "import sys; import leidraad.project.cli; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def lege_installatie(map_: Path, *woorden: str) -> subprocess.CompletedProcess[str]:
    omgeving = {"LEIDRAAD_DATA": str(map_), "PATH": "/usr/bin:/bin"}
    return subprocess.run(
        [sys.executable, "-m", "leidraad", *woorden],
        env=omgeving,
        text=True,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("instelling", "waarde", "melding"),
    [
        ("DATABASE_URL", "geen-adres", "geen adres van een database"),
        ("DATABASE_URL", "postgres://x@/x?host=/bestaat/niet", "niet bereikbaar"),
        ("LEIDRAAD_DATA", "/proc/leidraad", "Controleer LEIDRAAD_DATA"),
    ],
)
def test_een_verkeerde_instelling_wordt_genoemd(tmp_path, instelling, waarde, melding):
    omgeving = {"LEIDRAAD_DATA": str(tmp_path), instelling: waarde}
    klaar = subprocess.run(
        [sys.executable, "-m", "leidraad", "migreer"],
        env=omgeving,
        text=True,
        capture_output=True,
        check=False,
    )
    assert klaar.returncode == 2
    assert melding in klaar.stderr
    assert "Traceback" not in klaar.stderr


def test_een_echte_installatie_laadt_geen_demo(tmp_path):
    omgeving = {"LEIDRAAD_DATA": str(tmp_path), "LEIDRAAD_TLS": "1"}
    klaar = subprocess.run(
        [sys.executable, "-m", "leidraad", "demo"], env=omgeving, text=True, capture_output=True, check=False
    )
    assert klaar.returncode == 2
    assert "echte installatie" in klaar.stderr


def test_een_lege_installatie_zegt_wat_eerst_moet_en_is_daarna_goed(tmp_path):
    eerst = lege_installatie(tmp_path, "journaal", "controleer")
    assert eerst.returncode == 2
    assert "leidraad migreer" in eerst.stderr

    server = lege_installatie(tmp_path, "serve", "--poort", "8104")
    assert server.returncode == 2
    assert "leidraad migreer" in server.stderr

    assert lege_installatie(tmp_path, "migreer").returncode == 0
    assert lege_installatie(tmp_path, "migreer").stdout == "De database was al bij.\n"

    journaal = lege_installatie(tmp_path, "journaal", "controleer", "--json")
    assert journaal.returncode == 0
    assert json.loads(journaal.stdout)["klopt"] is True

    gezond = lege_installatie(tmp_path, "controleer", "--json")
    assert gezond.returncode == 1, "zonder TLS is een installatie niet in orde"
    controles = json.loads(gezond.stdout)["controles"]
    uitslag = {c["controle"]: c["in_orde"] for c in controles}
    assert uitslag == {"database": True, "gegevensmap": True, "werker": True, "instellingen": False}
    assert "nog nooit een werker gestart" in next(c["uitleg"] for c in controles if c["controle"] == "werker")

    tmp_path.chmod(0o755)
    assert "chmod 700" in lege_installatie(tmp_path, "controleer").stdout
