"""The import on screen: four steps, each of them safe to repeat, for one person only."""

import json
from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from leidraad.berichten.rooster import alles_gepland
from leidraad.registers.verwerkingen.forms import importeren as forms
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.tests.uitwisseling.bestanden import KOPPEN, RIJ, csv_tekst, xlsx
from leidraad.registers.verwerkingen.uitwisseling import werkbestand

BEGIN = reverse("verwerkingen:importeren")
CSV = csv_tekst(KOPPEN, RIJ, ["8", "", "x", "", ""]).encode()


@pytest.fixture
def po(client_als):
    return client_als("privacy_officer")


def laad_op(client, wereld, data=CSV, naam="register.csv", **velden):
    bestand = SimpleUploadedFile(naam, data)
    return client.post(BEGIN, {"gemeente": wereld.gemeente.pk, "bestand": bestand, **velden})


def keuzes(client, adres):
    """What the browser sends back from the mapping screen as it was proposed."""
    formulier = client.get(adres).context["formulier"]
    return {naam: veld.initial for naam, veld in formulier.fields.items()}


def test_van_bestand_tot_verwerking_en_een_tweede_klik_doet_niets(po, wereld):
    kolommen = laad_op(po, wereld).url
    assert "Paspoort aanvragen" in po.get(kolommen).content.decode()
    proef = po.post(kolommen, keuzes(po, kolommen)).url
    tekst = po.get(proef).content.decode()
    assert "Deze rij heeft geen naam" in tekst
    assert not Verwerking.objects.exists()
    uitvoeren = proef.replace("/proef/", "/uitvoeren/")
    uitkomst = po.post(uitvoeren).url
    assert "De import is klaar" in po.get(uitkomst).content.decode()
    assert po.post(uitvoeren).url == uitkomst
    assert Verwerking.objects.count() == 1
    assert po.get(kolommen).status_code == 404


def test_een_andere_keuze_geldt_en_een_verkeerde_geeft_een_melding(po, wereld):
    kolommen = laad_op(po, wereld).url
    gekozen = keuzes(po, kolommen)
    geen_naam = po.post(kolommen, {**gekozen, "veld-1": ""})
    assert "Zonder naam is er geen verwerking" in geen_naam.content.decode()
    dubbel = po.post(kolommen, {**gekozen, "veld-2": "naam"})
    assert "meer dan één kolom" in dubbel.content.decode()
    po.post(
        po.post(kolommen, {**gekozen, "veld-2": "omschrijving", "ook-2": "doel"}).url.replace(
            "proef", "uitvoeren"
        )
    )
    verwerking = Verwerking.objects.get()
    assert verwerking.omschrijving == "Paspoorten uitgeven"
    assert verwerking.doel_rijen.get().omschrijving == "Paspoorten uitgeven"


def test_een_ander_blad_kiezen(po, wereld):
    bestand = xlsx(Een=[KOPPEN, RIJ], Twee=[["Naam", "Doel"], ["Bezwaar", "Beslissen"]])
    kolommen = laad_op(po, wereld, bestand, "r.xlsx").url
    assert "Bezwaar" not in po.get(kolommen).content.decode()
    assert "Bezwaar" in po.get(kolommen, {"blad": "Twee"}).content.decode()
    assert po.get(kolommen, {"blad": "Weg"}).status_code == 302


@pytest.mark.parametrize(
    ("naam", "data", "woorden"),
    [
        ("r.csv", b"", "leeg"),
        ("r.exe", b"MZ", "Dit soort bestand kan niet"),
        ("r.xlsx", b"PK\x03\x04kapot", "beschadigd"),
        ("r.csv", b"\x89PNG\x00\x00\x00", "geen tekstbestand"),
        ("r.json", b"{", "beschadigd"),
    ],
)
def test_een_onbruikbaar_bestand_geeft_een_melding_bij_het_veld(po, wereld, naam, data, woorden):
    antwoord = laad_op(po, wereld, data, naam)
    assert antwoord.status_code == 200
    assert woorden in antwoord.content.decode()


def test_een_te_groot_bestand_wordt_geweigerd(po, wereld, monkeypatch):
    monkeypatch.setattr(forms, "GROOTST", 10)
    assert "groter dan 25 MB" in laad_op(po, wereld).content.decode()


def test_een_vergeten_bestand_of_gemeente(po):
    tekst = po.post(BEGIN, {}).content.decode()
    assert "Kies eerst een bestand" in tekst
    assert "Kies voor welke gemeente" in tekst


def test_voor_een_andere_gemeente_kan_niet(po, wereld):
    antwoord = laad_op(po, wereld, gemeente=wereld.andere_gemeente.pk)
    assert antwoord.status_code == 200
    assert "gemeente" in antwoord.context["formulier"].errors


@pytest.mark.parametrize("rol", ["medewerker", "teammanager", "fg", "beheerder"])
def test_wie_niet_mag_importeren_krijgt_dat_te_horen(client_als, wereld, rol):
    assert client_als(rol).get(BEGIN).status_code == 403


def test_een_ander_vindt_de_import_niet(po, client_als, wereld):
    kolommen = laad_op(po, wereld).url
    assert client_als("privacy_officer_elders").get(kolommen).status_code == 404
    assert client_als("fg").get(kolommen).status_code == 403
    assert po.get(kolommen.replace("/leiden/", "/leiderdorp/")).status_code == 404
    assert po.get(kolommen[:-3] + "zz/").status_code == 404


def test_na_een_dag_is_het_bestand_weg(po, wereld):
    kolommen = laad_op(po, wereld).url
    kop = werkbestand._wortel() / kolommen.rstrip("/").rsplit("/", 1)[1] / "kop.json"
    gegevens = json.loads(kop.read_text())
    gegevens["op"] = (datetime.fromisoformat(gegevens["op"]) - timedelta(hours=25)).isoformat()
    kop.write_text(json.dumps(gegevens))
    assert po.get(kolommen).status_code == 404
    laad_op(po, wereld)
    assert not kop.parent.exists()


def test_een_vergeten_bestand_ruimt_de_werker_op(po, wereld):
    kenmerk = laad_op(po, wereld).url.rstrip("/").rsplit("/", 1)[1]
    map_ = werkbestand._wortel() / kenmerk
    (beurt,) = (g for g in alles_gepland() if g.naam == "importbestanden opruimen")
    beurt.opdracht(timezone.now() + timedelta(hours=23))
    assert map_.exists()
    for _ in range(2):
        beurt.opdracht(timezone.now() + timedelta(hours=25))
    assert not map_.exists()


def test_stappen_overslaan_brengt_terug(po, wereld):
    kolommen = laad_op(po, wereld).url
    assert po.get(f"{kolommen}proef/").url == kolommen
    assert po.post(f"{kolommen}uitvoeren/").url == kolommen
    assert po.get(f"{kolommen}uitkomst/").url == f"{kolommen}proef/"


def test_een_import_die_mislukt_kan_opnieuw(po, wereld, monkeypatch):
    kolommen = laad_op(po, wereld).url
    uitvoeren = po.post(kolommen, keuzes(po, kolommen)).url.replace("proef", "uitvoeren")
    with monkeypatch.context() as kapot:
        kapot.setattr("leidraad.registers.verwerkingen.views.importeren.importeer", lambda **_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            po.post(uitvoeren)
    assert po.post(uitvoeren).status_code == 302
    assert Verwerking.objects.count() == 1


def test_meldingen_zijn_te_filteren(po, wereld):
    kolommen = laad_op(po, wereld).url
    proef = po.post(kolommen, keuzes(po, kolommen)).url
    regels = po.get(proef, {"ernst": "fout"}).context["pagina"].object_list
    assert {regel.ernst for regel in regels} == {"fout"}
    assert po.get(proef, {"kolom": "Doel", "pagina": "99"}).context["pagina"].object_list[0].kolom == "Doel"


def test_een_export_van_leidraad_heeft_geen_kolommen_om_te_kiezen(po, wereld):
    record = {"nummer": "VW-2026-0001", "inhoud": {"naam": "Uit een andere installatie"}}
    data = {"formaat": "leidraad-verwerkingen", "versie": 1, "gemeente": "elders", "verwerkingen": [record]}
    kolommen = laad_op(po, wereld, json.dumps(data).encode(), "e.json").url
    assert "export van Leidraad" in po.get(kolommen).content.decode()
    po.post(po.post(kolommen, {}).url.replace("proef", "uitvoeren"))
    assert Verwerking.objects.get().dossier.titel == "Uit een andere installatie"


@pytest.mark.parametrize("formaat", ["csv", "xlsx", "json", "jsonld"])
def test_de_lijst_is_te_exporteren(po, wereld, formaat):
    kolommen = laad_op(po, wereld).url
    po.post(po.post(kolommen, keuzes(po, kolommen)).url.replace("proef", "uitvoeren"))
    antwoord = po.get(reverse("verwerkingen:exporteren", args=[formaat]))
    assert f".{formaat}" in antwoord["Content-Disposition"]
    assert len(b"".join(antwoord.streaming_content)) > 300
