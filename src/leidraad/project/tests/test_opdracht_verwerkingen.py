"""The commands that bring a register in and give it back."""

import json

import pytest
from click.testing import CliRunner

from leidraad.dossiers.models import Journaalregel
from leidraad.project.cli import leidraad
from leidraad.registers.verwerkingen.models import Verwerking

CSV = "Nummer;Naam;Doel;Grondslag;Kleur\n1;Paspoorten;Uitgeven;wettelijke verplichting;rood\n"


@pytest.fixture
def doe(wereld, tmp_path):
    """Run a command in a folder of its own; {map} stands for that folder."""

    def opdracht(*woorden):
        return CliRunner().invoke(leidraad, [woord.format(map=tmp_path) for woord in woorden])

    opdracht.map = tmp_path
    return opdracht


def importeer(doe, inhoud=CSV, *opties, naam="r.csv"):
    (doe.map / naam).write_text(inhoud)
    return doe("importeer", "verwerkingen", f"{{map}}/{naam}", "--gemeente", "leiden", *opties)


def test_het_verslag_als_json(doe):
    uitkomst = importeer(doe, CSV, "--json")
    assert uitkomst.exit_code == 0
    verslag = json.loads(uitkomst.stdout)
    assert (verslag["gelezen"], verslag["aangemaakt"]) == (1, 1)
    assert verslag["kolommen"] == {
        "Nummer": "nummer",
        "Naam": "naam",
        "Doel": "doel",
        "Grondslag": "grondslag",
        "Kleur": None,
    }


def test_een_proef_slaat_niets_op(doe):
    uitkomst = importeer(doe, CSV, "--proef")
    assert "Dit was een proef" in uitkomst.stdout
    assert not Verwerking.objects.exists()


def test_een_gekozen_kolom_gaat_voor(doe):
    assert importeer(doe, CSV, "--kolom", "Kleur=omschrijving").exit_code == 0
    assert Verwerking.objects.get().omschrijving == "rood"


def test_het_journaal_noemt_het_beheer(doe):
    importeer(doe)
    regel = Journaalregel.objects.get(keten=Verwerking.objects.get().dossier.uuid)
    assert (regel.functie, regel.persoon_id) == ("beheer (opdrachtregel)", None)


def test_afgekeurde_rijen_geven_uitkomst_een(doe):
    uitkomst = importeer(doe, CSV + "2;;Iets;;\n", "--json")
    assert uitkomst.exit_code == 1
    assert json.loads(uitkomst.stdout)["afgekeurd"] == 1
    assert Verwerking.objects.count() == 1


@pytest.mark.parametrize(
    ("inhoud", "opties", "woorden"),
    [("", (), "leeg"), ("{", (), "beschadigd"), (CSV, ("--kolom", "Bestaat=niet"), "staat niet in de bron"),
     (CSV, ("--kolom", "Kleur=niet"), "geen veld")],
)  # fmt: skip
def test_wat_niet_te_lezen_is_geeft_uitkomst_twee(doe, inhoud, opties, woorden):
    uitkomst = importeer(doe, inhoud, *opties)
    assert uitkomst.exit_code == 2
    assert woorden in uitkomst.stderr


def test_een_onbekende_gemeente_of_een_onbekend_bestand(doe):
    assert doe("importeer", "verwerkingen", "{map}/weg.csv", "--gemeente", "leiden").exit_code == 2
    (doe.map / "r.csv").write_text(CSV)
    uitkomst = doe("importeer", "verwerkingen", "{map}/r.csv", "--gemeente", "atlantis")
    assert uitkomst.exit_code == 2
    assert "leiderdorp" in uitkomst.stderr


@pytest.mark.parametrize("formaat", ["json", "csv", "xlsx", "jsonld"])
@pytest.mark.parametrize("openbaar", [(), ("--openbaar",)])
def test_elk_formaat_wordt_geschreven(doe, formaat, openbaar):
    importeer(doe)
    opties = ("--gemeente", "leiden", "--formaat", formaat, "--uit", "{map}/uit")
    assert doe("exporteer", "verwerkingen", *opties, *openbaar).exit_code == 0
    uit = (doe.map / "uit").read_bytes()
    assert (b"Paspoorten" in uit) == (not openbaar and formaat != "xlsx")
    assert [pad.name for pad in doe.map.iterdir() if pad.name.startswith(".")] == []


def test_een_export_komt_terug_in_een_andere_gemeente(doe):
    importeer(doe)
    doe("exporteer", "verwerkingen", "--gemeente", "leiden", "--formaat", "json", "--uit", "{map}/e.json")
    uitkomst = doe("importeer", "verwerkingen", "{map}/e.json", "--gemeente", "leiderdorp", "--json")
    assert json.loads(uitkomst.stdout)["aangemaakt"] == 1


def test_een_map_die_er_niet_is(doe):
    uitkomst = doe(
        "exporteer", "verwerkingen", "--gemeente", "leiden", "--formaat", "csv", "--uit", "{map}/weg/uit.csv"
    )
    assert uitkomst.exit_code == 2


MET_AFDELING = "Nummer;Naam;Afdeling\n1;Giften;donations\n2;Post;administration\n3;Website;\n"


def test_eenheden_kiezen_op_de_opdrachtregel(doe, wereld):
    opties = ("--eenheid", "donations=Team Burgerzaken", "--eenheid-standaard", "team burgerzaken")
    assert importeer(doe, MET_AFDELING, *opties).exit_code == 0
    assert {v.dossier.eenheid for v in Verwerking.objects.all()} == {wereld.team}
    assert importeer(doe, MET_AFDELING, "--json").exit_code == 0


@pytest.mark.parametrize(
    "opties", [("--eenheid", "donations=Team Nergens"), ("--eenheid-standaard", "Team Nergens")]
)
def test_een_onbekende_eenheid_geeft_uitkomst_twee(doe, opties):
    uitkomst = importeer(doe, MET_AFDELING, *opties)
    assert uitkomst.exit_code == 2
    assert "‘Team Nergens’ is geen eenheid van deze gemeente. Bekend zijn: " in uitkomst.stderr
    assert not Verwerking.objects.exists()
