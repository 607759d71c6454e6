"""A small file must not become an enormous sheet."""

import io
import zipfile

import pytest

from leidraad.registers.verwerkingen.tests.uitwisseling.bestanden import ods, xlsx
from leidraad.registers.verwerkingen.uitwisseling.bron import BronFout
from leidraad.registers.verwerkingen.uitwisseling.lezen import lees

_CEL = '<c r="{}" t="inlineStr"><is><t>x</t></is></c>'
_ODS_CEL = '<table:table-cell office:value-type="string" table:number-columns-repeated="{}"/>'


def _zip(naam: str, inhoud: str) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr(naam, inhoud)
        zip_.writestr("xl/workbook.xml", "")
    return uit.getvalue()


@pytest.mark.parametrize(
    "cellen",
    [_CEL.format("A1") + _CEL.format("XFD1048576"), _CEL.format("Z1048576"), "<row><c/></row>" * 5_000_001],
)
def test_een_excelbestand_met_een_verre_cel_wordt_niet_geopend(cellen):
    with pytest.raises(BronFout, match="heel ver naar rechts"):
        lees("x.xlsx", _zip("xl/worksheets/sheet1.xml", f"<sheetData>{cellen}</sheetData>"))


def test_een_odsbestand_met_eindeloos_herhaalde_cellen_wordt_niet_geopend():
    rij = f'<table:table-row table:number-rows-repeated="1048576">{_ODS_CEL.format(16384)}</table:table-row>'
    with pytest.raises(BronFout, match="heel ver naar rechts"):
        lees("x.ods", _zip("content.xml", rij))


def test_een_cel_met_alleen_een_kleur_telt_niet():
    blad = f'<sheetData>{_CEL.format("A1")}<c r="XFD1048576" s="3"/></sheetData>'
    with pytest.raises(BronFout, match="beschadigd"):
        lees("x.xlsx", _zip("xl/worksheets/sheet1.xml", blad))


@pytest.mark.parametrize("maak", [lambda r: xlsx(Blad=r), ods])
def test_een_gewoon_rekenblad_gaat_gewoon_open(maak):
    assert lees("x", maak([["Naam", "Doel"], ["Parkeren", "Vergunning"]])).aantal == 1


def test_een_getal_zonder_einde_in_json_is_een_beschadigd_bestand():
    with pytest.raises(BronFout, match="beschadigd"):
        lees("x.json", b'[{"Naam": ' + b"1" * 5000 + b"}]")
