"""Whatever file comes, it is read, or refused in words that help."""

from datetime import date

import pytest

from leidraad.registers.verwerkingen.tests.uitwisseling.bestanden import (
    KOPPEN,
    RIJ,
    csv_tekst,
    ods,
    xlsx,
    zip_met,
)
from leidraad.registers.verwerkingen.uitwisseling import lezen
from leidraad.registers.verwerkingen.uitwisseling.bron import BronFout


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp850"])
@pytest.mark.parametrize("scheiding", [",", ";", "\t", "|"])
def test_elke_codering_en_scheiding_geeft_dezelfde_rijen(codering, scheiding):
    rij = ["1", "Café-vergunning voor de coördinator", "Één doel", "publieke taak", "5 jaar"]
    bron = lezen.lees("register.csv", csv_tekst(KOPPEN, rij, scheiding=scheiding).encode(codering))
    assert bron.koppen == tuple(KOPPEN)
    assert [r.cellen for r in bron.rijen] == [tuple(rij)]


def test_titelregels_en_lege_regels_tellen_niet_maar_staan_in_het_verslag():
    tekst = "Register van de gemeente\n\n" + csv_tekst(KOPPEN, RIJ, ["", "", "", "", ""], RIJ)
    bron = lezen.lees("register.csv", tekst.encode())
    assert [rij.nummer for rij in bron.rijen] == [4, 6]
    assert "Register van de gemeente" in bron.meldingen[0].melding


def test_regeleinden_in_een_cel_blijven():
    bron = lezen.lees("r.csv", b'Naam,Doel\n"Een","regel 1\nregel 2"\n')
    assert bron.rijen[0].cellen == ("Een", "regel 1\nregel 2")


def test_dubbele_en_lege_koppen_krijgen_een_eigen_naam():
    bron = lezen.lees("r.csv", b"Naam;Doel;Doel;\na;b;c;d;e\n")
    assert bron.koppen == ("Naam", "Doel", "Doel (2)", "Kolom D", "Kolom E")
    assert bron.rijen[0].cellen == ("a", "b", "c", "d", "e")


def test_getallen_en_datums_in_excel_zijn_wat_mensen_zien():
    bron = lezen.lees(
        "r.xlsx", xlsx(Register=[["Naam", "Doel", "Startdatum"], ["A", 12.0, date(2026, 5, 4)]])
    )
    assert bron.rijen[0].cellen == ("A", "12", "2026-05-04")


def test_het_blad_met_het_register_wordt_gekozen_en_de_andere_genoemd():
    bron = lezen.lees("r.xlsx", xlsx(Uitleg=[["Zo vult u dit in"], ["Let op", "ja"]], Blad2=[KOPPEN, RIJ]))
    assert bron.rijen[0].cellen == tuple(RIJ)
    assert any("Uitleg" in m.melding and m.ernst == "waarschuwing" for m in bron.meldingen)


def test_bladen_met_dezelfde_kolommen_worden_samen_gelezen():
    bron = lezen.lees("r.xlsx", xlsx(Team1=[KOPPEN, RIJ], Team2=[KOPPEN, ["8", *RIJ[1:]]]))
    assert [rij.cellen[0] for rij in bron.rijen] == ["7", "8"]


def test_een_gekozen_blad_gaat_voor():
    bestand = xlsx(Een=[KOPPEN, RIJ], Twee=[["Naam", "Doel"], ["B", "b"]])
    assert lezen.lees("r.xlsx", bestand, "Twee").rijen[0].cellen == ("B", "b")
    with pytest.raises(BronFout, match="bestaat niet"):
        lezen.lees("r.xlsx", bestand, "Drie")


@pytest.mark.parametrize(
    ("boven", "onder"),
    [
        (["Naam", "Doel", "Persoonsgegevens", ""], ["", "", "Gewoon", "Bijzonder"]),
        (["", "", "Persoonsgegevens", "Persoonsgegevens"], ["Naam", "Doel", "Gewoon", "Bijzonder"]),
    ],
)
def test_samengevoegde_koppen_worden_een_kop(boven, onder):
    bron = lezen.lees("r.xlsx", xlsx(Register=[boven, onder, ["A", "b", "naam", "gezondheid"]]))
    assert bron.koppen[-2:] == ("Persoonsgegevens – Gewoon", "Persoonsgegevens – Bijzonder")
    assert bron.rijen[0].cellen == ("A", "b", "naam", "gezondheid")


def test_een_opendocument_rekenblad_wordt_gelezen():
    assert lezen.lees("r.ods", ods([KOPPEN, RIJ])).rijen[0].cellen == tuple(RIJ)


def test_een_lijst_van_objecten_in_json_is_een_tabel():
    bron = lezen.lees(
        "r.json", b'{"items": [{"naam": "A", "doel": {"tekst": "b"}, "ok": true}, {"naam": "C"}]}'
    )
    assert bron.koppen == ("naam", "doel.tekst", "ok")
    assert bron.rijen[0].cellen == ("A", "b", "ja")


@pytest.mark.parametrize(
    ("data", "woorden"),
    [
        (b"", "leeg"),
        (b"   \n ", "leeg"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "geen tekstbestand"),
        (b"%PDF-1.7 x", "PDF"),
        (b"PK\x03\x04kapot", "beschadigd"),
        (xlsx(Leeg=[]), "staat niets"),
        (xlsx(Register=[KOPPEN, RIJ])[:900], "beschadigd"),
        (lezen._OLE + b"\0" * 600, "beschadigd"),
        (lezen._OLE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (b'Naam,Doel\n"a,b', "breekt af"),
        (b"Naam;Doel\n", "geen enkele rij"),
        (b'{"a": [', "beschadigd"),
        (b"[]", "geen lijst"),
        (b'{"a":' * 400 + b"1" + b"}" * 400, "te diep"),
        (zip_met({"word/document.xml": "x"}), "Word"),
        (zip_met({"foto.png": "x"}), "geen JSON"),
        (b'{"formaat": "leidraad-verwerkingen", "versie": 9}', "nieuwere"),
    ],
)
def test_een_onleesbaar_bestand_geeft_een_duidelijke_melding(data, woorden):
    with pytest.raises(BronFout, match=woorden):
        lezen.lees("register.csv", data)


def test_een_zipbom_wordt_geweigerd_voor_het_uitpakken(monkeypatch):
    monkeypatch.setattr(lezen, "_ZIP_GROOTST", 1000)
    with pytest.raises(BronFout, match="te groot"):
        lezen.lees("r.zip", zip_met({"a.json": "[" + " " * 5000 + "]"}))


def test_tekens_die_een_database_niet_kan_bewaren_worden_vervangen():
    bron = lezen.lees("r.json", b'[{"na\\u0000am": "a\\u0000b\\ud800c", "doel": "d"}]')
    assert bron.koppen == ("na\ufffdam", "doel")
    assert bron.rijen[0].cellen == ("a\ufffdb\ufffdc", "d")
