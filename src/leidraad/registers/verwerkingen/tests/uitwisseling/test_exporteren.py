"""Everything comes back out, and in again."""

import csv
import io
import json
from dataclasses import replace
from datetime import datetime

import pytest
import rdflib

from leidraad.dossiers.models import Dossier, Versie
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.handelingen import maak_aan
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.tests.test_levensloop import vastgesteld
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG
from leidraad.registers.verwerkingen.uitwisseling.exporteren import FORMATEN, schrijf
from leidraad.registers.verwerkingen.uitwisseling.importeren import importeer
from leidraad.registers.verwerkingen.uitwisseling.kolommen import koppen
from leidraad.registers.verwerkingen.uitwisseling.lezen import lees
from leidraad.registers.verwerkingen.uitwisseling.profiel import koppeling_voor
from leidraad.registers.verwerkingen.uitwisseling.velden import velden

DPV = rdflib.Namespace("https://w3id.org/dpv#")
GEVAARLIJK = Inhoud(naam="=cmd|'/c calc'!A1", omschrijving="+31 71 1234567", notitie="@hier\n-daar")


@pytest.fixture
def register(wereld, nu):
    """Two verwerkingen in Leiden: a full one, and one below it."""
    po = wereld.lid("privacy_officer")
    vol = maak_aan(
        gemeente=wereld.gemeente, eenheid=wereld.team, inhoud=VOLLEDIG, bron_nummer="oud-7", door=po, nu=nu
    )
    deel = replace(GEVAARLIJK, hoofdverwerking=vol.dossier.nummer)
    maak_aan(gemeente=wereld.gemeente, eenheid=None, inhoud=deel, door=po, nu=nu)
    return vol


@pytest.fixture
def exporteer(register, nu):
    """The register of Leiden in a format."""

    def doe(formaat):
        uit = io.BytesIO()
        schrijf(formaat, Dossier.objects.filter(soort="verwerkingen").order_by("nummer"), uit, nu)
        return uit.getvalue()

    return doe


def haal_binnen(wereld, nu, naam, data, *, elders=True):
    waar = wereld.andere_gemeente if elders else wereld.gemeente
    bron = lees(naam, data)
    return importeer(
        bron=bron, gemeente=waar, koppeling=koppeling_voor(bron, waar), nu=nu,
        door=wereld.lid("privacy_officer_elders" if elders else "privacy_officer"),
    )  # fmt: skip


def test_json_komt_zonder_verlies_terug_in_een_andere_gemeente(exporteer, wereld, nu):
    wereld.andere_gemeente.bestuursorganen.create(naam=VOLLEDIG.bestuursorgaan)
    rapport = haal_binnen(wereld, nu, "e.json", exporteer("json"))
    assert (rapport.aangemaakt, rapport.afgekeurd) == (2, 0)
    vol, deel = Verwerking.objects.filter(dossier__gemeente=wereld.andere_gemeente).order_by("pk")
    hier = Verwerking.objects.get(bron_nummer="oud-7", dossier__gemeente=wereld.gemeente)
    assert opslag.lees(vol) == opslag.lees(hier)
    assert deel.hoofdverwerking == vol
    assert replace(opslag.lees(deel), hoofdverwerking="") == GEVAARLIJK
    assert haal_binnen(wereld, nu, "e.json", exporteer_alleen(wereld, nu)).aangemaakt == 0


def exporteer_alleen(wereld, nu):
    uit = io.BytesIO()
    schrijf("json", Dossier.objects.filter(gemeente=wereld.gemeente).order_by("nummer"), uit, nu)
    return uit.getvalue()


def test_wat_hier_al_is_komt_geen_tweede_keer(exporteer, wereld, nu):
    rapport = haal_binnen(wereld, nu, "e.json", exporteer("json"), elders=False)
    assert (rapport.aangemaakt, rapport.ongewijzigd) == (0, 2)


def test_een_leeg_geworden_installatie_wordt_hersteld(exporteer, wereld, nu):
    data = exporteer("json")
    Dossier.objects.filter(gemeente=wereld.gemeente).update(gemeente=wereld.andere_gemeente)
    rapport = haal_binnen(wereld, nu, "e.json", data, elders=False)
    assert rapport.aangemaakt == 2
    assert (
        Verwerking.objects.get(bron_nummer="oud-7", dossier__gemeente=wereld.gemeente).dossier.eenheid
        == wereld.team
    )


@pytest.mark.parametrize(
    ("wijziging", "woord"),
    [({"rol": "baas"}, "geldige rol"), ({"naam": ""}, "naam ontbreekt"), ({"naam": 5}, "beschadigd"),
     ({"startdatum": "2020-02-02", "einddatum": "2019-01-01"}, "einddatum"), ({"naam": "x" * 301}, "te lang"),
     ({"doelen": [{"regel": 1}, {"regel": 1}]}, "kloppen niet")],
)  # fmt: skip
def test_een_met_de_hand_veranderde_export_wordt_per_verwerking_afgekeurd(
    exporteer, wereld, nu, wijziging, woord
):
    data = json.loads(exporteer("json"))
    data["verwerkingen"][0]["inhoud"].update(wijziging)
    rapport = haal_binnen(wereld, nu, "e.json", json.dumps(data).encode())
    assert (rapport.aangemaakt, rapport.afgekeurd) == (1, 1)
    assert any(woord in m.melding for m in rapport.meldingen)


@pytest.mark.parametrize("formaat", ["csv", "xlsx"])
def test_tabellen_worden_aan_dezelfde_koppen_herkend(exporteer, wereld, nu, formaat):
    data = exporteer(formaat)
    bron = lees(f"e.{formaat}", data)
    koppeling = koppeling_voor(bron, wereld.andere_gemeente)
    op_label = {veld.label: code for code, veld in velden().items()}
    assert all(koppeling[kop] == (op_label[kop],) for kop in koppen() if kop in op_label)
    assert haal_binnen(wereld, nu, f"e.{formaat}", data).aangemaakt == 2
    terug = opslag.lees(
        Verwerking.objects.get(dossier__titel=VOLLEDIG.naam, dossier__gemeente=wereld.andere_gemeente)
    )
    assert [d.grondslag for d in terug.doelen] == [d.grondslag for d in VOLLEDIG.doelen]
    assert [d.omschrijving for d in terug.doelen] == [d.omschrijving for d in VOLLEDIG.doelen]
    assert [b.naam for b in terug.betrokkenen] == [b.naam for b in VOLLEDIG.betrokkenen]
    assert {g.naam for g in terug.gegevens} == {g.naam for g in VOLLEDIG.gegevens}
    assert Verwerking.objects.filter(dossier__titel=GEVAARLIJK.naam).count() == 2


def test_een_cel_wordt_nooit_een_formule(exporteer):
    rijen = list(csv.reader(io.StringIO(exporteer("csv").decode("utf-8-sig")), delimiter=";"))
    assert not [cel for rij in rijen for cel in rij if cel[:1] in "=+-@" and cel]
    assert b"<f>" not in exporteer("xlsx")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_jsonld_is_een_ropa_met_een_proces_per_verwerking(exporteer):
    graaf = rdflib.Graph().parse(data=exporteer("jsonld"), format="json-ld")
    assert len(set(graaf.subjects(rdflib.RDF.type, DPV.Process))) == 2
    [ropa] = graaf.subjects(rdflib.RDF.type, DPV.ROPA)
    assert "gm0546" in str(ropa)
    assert "Alleen voor intern gebruik" not in exporteer("jsonld").decode()


def test_elke_kop_van_een_tabel_heeft_een_cel(exporteer):
    rijen = list(csv.reader(io.StringIO(exporteer("csv").decode("utf-8-sig")), delimiter=";"))
    assert {len(rij) for rij in rijen} == {len(koppen())}


def test_een_lijst_van_elke_lengte_kost_evenveel_vragen(wereld, nu, django_assert_max_num_queries):
    po = wereld.lid("privacy_officer")
    for _ in range(30):
        maak_aan(gemeente=wereld.gemeente, eenheid=wereld.team, inhoud=VOLLEDIG, door=po, nu=nu)
    for formaat in FORMATEN:
        with django_assert_max_num_queries(16):
            schrijf(formaat, Dossier.objects.filter(soort="verwerkingen"), io.BytesIO(), nu)


@pytest.mark.parametrize("formaat", ["csv", "xlsx"])
def test_een_tabel_die_niemand_veranderde_komt_zonder_verlies_terug(exporteer, wereld, nu, formaat):
    wereld.andere_gemeente.bestuursorganen.create(naam=VOLLEDIG.bestuursorgaan)
    data = exporteer(formaat)
    haal_binnen(wereld, nu, f"e.{formaat}", data)
    terug = Verwerking.objects.filter(dossier__gemeente=wereld.andere_gemeente)
    vol, deel = terug.get(dossier__titel=VOLLEDIG.naam), terug.get(dossier__titel=GEVAARLIJK.naam)
    assert replace(opslag.lees(vol), notitie=VOLLEDIG.notitie) == VOLLEDIG
    assert opslag.lees(vol).notitie.startswith(VOLLEDIG.notitie)
    assert deel.hoofdverwerking == vol
    assert replace(opslag.lees(deel), hoofdverwerking="") == GEVAARLIJK
    assert haal_binnen(wereld, nu, f"e.{formaat}", data).ongewijzigd == 2


def test_een_rij_die_in_het_rekenblad_is_veranderd_wordt_per_cel_gelezen(exporteer, wereld, nu):
    tekst = exporteer("csv").decode("utf-8-sig")
    rijen = list(csv.reader(io.StringIO(tekst), delimiter=";"))
    kop = rijen[0].index("Omschrijving")
    rijen[1][kop] = "Door iemand veranderd."
    rijen[0].append("Kleur van de map")
    for rij in rijen[1:]:
        rij.append("Niet vergeten")
    uit = io.StringIO()
    csv.writer(uit, delimiter=";").writerows(rijen)
    rapport = haal_binnen(wereld, nu, "e.csv", uit.getvalue().encode())
    assert sum("na de export veranderd" in m.melding for m in rapport.meldingen) == 1
    terug = Verwerking.objects.filter(dossier__gemeente=wereld.andere_gemeente)
    anders, deel = terug.get(dossier__titel=VOLLEDIG.naam), terug.get(dossier__titel=GEVAARLIJK.naam)
    assert anders.omschrijving == "Door iemand veranderd."
    assert '{"naam"' not in anders.notitie
    assert "Niet vergeten" in anders.notitie
    assert (
        deel.notitie
        == f"{GEVAARLIJK.notitie}\n\nOvergenomen uit het oude register:\nKleur van de map: Niet vergeten"
    )


def test_json_bevat_ook_status_openbaarheid_en_elke_versie(wereld, nu):
    vastgesteld(wereld, nu)
    record = json.loads(exporteer_alleen(wereld, nu))["verwerkingen"][0]
    [versie] = record["versies"]
    assert (record["status"], record["openbaarheid"]) == ("vastgesteld", "openbaar")
    assert (versie["nummer"], versie["functie"]) == (1, "teammanager")
    assert datetime.fromisoformat(versie["op"]) == nu
    bewaard = Versie.objects.get()
    assert (versie["sha256"], versie["inhoud"]) == (bewaard.sha256, json.loads(bewaard.inhoud))
