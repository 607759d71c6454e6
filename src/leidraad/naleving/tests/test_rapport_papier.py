"""The report as PDF and as Word: the same content, accessible, to be kept, and never broken by its data."""

import io
import re
import time
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from pypdf import PdfReader

from leidraad.naleving.rapport.inhoud import Doelgroep, Rapport, Tekort
from leidraad.naleving.rapport.opbouw import document
from leidraad.naleving.tests.rapporten import leeg_rapport, maak_rapport, uitslag
from leidraad.normen.norm import normen
from leidraad.normen.oordeel import Oordeel
from leidraad.ui.papier.blokken import Document, Kader, Kop, Tabel
from leidraad.ui.papier.pdf import als_pdf
from leidraad.ui.papier.word import als_word
from tests.papier import fouten_in, papier

VREEMD = "<b>Zorg & Welzijn</b> 😀 #let x = 1 $y$ \x07"


def vreemd_rapport() -> Rapport:
    basis = maak_rapport(gemeente=VREEMD)
    lang = replace(basis.tekorten[0].uitslag, uitleg="Een lange uitleg. " * 400)
    tekorten = (
        Tekort(uitslag=lang, eenheden=((VREEMD, 3), ("Ondeelbaar" * 30, 2))),
        *basis.tekorten[1:],
    )
    return replace(basis, tekorten=tekorten)


RAPPORTEN = {
    "gewoon": maak_rapport(),
    "raad": maak_rapport(doelgroep=Doelgroep.RAAD),
    "leeg": leeg_rapport(),
    "alles rood": maak_rapport(1),
    "vreemde tekst": vreemd_rapport(),
    "niets bekend": leeg_rapport(register=None, beleid=None),
}


@pytest.fixture(params=list(RAPPORTEN.values()), ids=list(RAPPORTEN))
def een_document(request: pytest.FixtureRequest) -> Document:
    return document(request.param)


def woorden(document: Document) -> list[str]:
    """Every heading, caption and cell."""
    uit = []
    for blok in document.blokken:
        if isinstance(blok, Kop):
            uit.append(blok.tekst)
        elif isinstance(blok, Kader):
            uit += [blok.titel, *blok.punten]
        elif isinstance(blok, Tabel):
            uit += [blok.bijschrift, *(cel for rij in blok.rijen for cel in rij)]
    return [" ".join(tekst.split()) for tekst in uit]


def letters(tekst: str) -> str:
    """Without hyphens and spaces: where a line ends may differ."""
    return re.sub(r"[\s\xad‐-]", "", tekst)


def word(inhoud: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(inhoud))


def test_elk_rapport_is_toegankelijk_en_te_bewaren(een_document):
    assert fouten_in(als_pdf(een_document)) == []


@pytest.mark.parametrize("naam", ["gewoon", "raad", "leeg", "alles rood"])
def test_het_rapport_is_hoogstens_tien_bladzijden(naam):
    pdf = als_pdf(document(RAPPORTEN[naam]))
    bladzijden = len(PdfReader(io.BytesIO(pdf)).pages)
    assert bladzijden <= 10


def test_de_samenvatting_staat_op_de_eerste_bladzijde():
    eerste = PdfReader(io.BytesIO(als_pdf(document(maak_rapport())))).pages[0].extract_text()
    assert "In het kort" in eerste
    assert "Wat wij van u vragen" in eerste
    assert "Bijlage: alle normen" in eerste
    assert "Hoe staat de gemeente ervoor?" in eerste


def test_alles_staat_op_papier_en_in_word():
    opgemaakt = document(maak_rapport())
    pdf = letters(papier(als_pdf(opgemaakt)))
    gelezen = word(als_word(opgemaakt))
    alinea = [a.text for a in gelezen.paragraphs]
    cellen = [cel.text for tabel in gelezen.tables for rij in tabel.rows for cel in rij.cells]
    in_word = letters("".join((*alinea, *cellen)))
    for tekst in woorden(opgemaakt):
        assert letters(tekst) in pdf
        assert letters(tekst) in in_word


def test_het_rapport_noemt_elke_norm_een_keer_of_vaker():
    pdf = papier(als_pdf(document(maak_rapport())))
    assert [nummer for nummer in normen() if nummer not in pdf] == []


def test_de_raad_leest_geen_namen_van_teams():
    assert "Burgerzaken" in papier(als_pdf(document(maak_rapport())))
    assert "Burgerzaken" not in papier(als_pdf(document(RAPPORTEN["raad"])))


def test_bij_een_verklaring_die_ontbreekt_staat_wie_haar_geeft():
    nodig = [uitslag("2.1.3", Oordeel.ATTEST_NODIG, 0), uitslag("1.1.5", Oordeel.ATTEST_NODIG, 0)]
    opgemaakt = document(maak_rapport(uitslagen=tuple(nodig), tekorten=()))
    [tabel] = [b for b in opgemaakt.blokken if isinstance(b, Tabel) and "verklaren" in b.bijschrift]
    # Every employee carries norm 2.1.3, but the secretary states it.
    assert [wie for _, wie in tabel.rijen] == ["Gemeentesecretaris", "Privacy Officer"]


def test_een_dag_zonder_meting_is_een_gat_en_geen_nul():
    pdf = papier(als_pdf(document(maak_rapport())))
    assert "23 april 2026 niet gemeten niet gemeten" in pdf


def test_een_gelijk_rapport_geeft_gelijke_bestanden():
    opgemaakt = document(maak_rapport())
    pdf, docx = als_pdf(opgemaakt), als_word(opgemaakt)
    # A zip counts time in steps of two seconds.
    time.sleep(2.1)
    gelijk = als_pdf(opgemaakt) == pdf, als_word(opgemaakt) == docx
    assert gelijk == (True, True)


def test_word_is_te_lezen_met_een_voorleesprogramma(een_document):
    gelezen = word(als_word(een_document))
    koppen = [a.text for a in gelezen.paragraphs if a.style.name == "Heading 1"]
    assert "In het kort" in koppen
    assert gelezen.core_properties.language == "nl-NL"
    assert {taal.get(qn("w:val")) for taal in gelezen.styles.element.iter(qn("w:lang"))} == {"nl-NL"}
    for tabel in gelezen.tables:
        assert tabel.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert tabel._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")).startswith("Tabel ")
    for vorm in gelezen.inline_shapes:
        assert vorm._inline.docPr.get("descr")


def test_elke_verwijzing_in_word_wijst_ergens_heen():
    gelezen = word(als_word(document(maak_rapport())))
    plekken = {b.get(qn("w:name")) for b in gelezen.element.iter(qn("w:bookmarkStart"))}
    links = [h.get(qn("w:anchor")) for h in gelezen.element.iter(qn("w:hyperlink"))]
    assert links
    assert set(links) == plekken


def test_word_haalt_niets_van_buiten():
    with zipfile.ZipFile(io.BytesIO(als_word(document(maak_rapport())))) as bestand:
        namen = [naam for naam in bestand.namelist() if naam.endswith(".rels")]
        assert not any(b"TargetMode" in bestand.read(naam) for naam in namen)


def test_een_kwartaal_dat_nog_bezig_is_zegt_dat():
    pdf = papier(als_pdf(document(maak_rapport())))
    assert "oktober tot en met december 2026 (nog bezig)" in pdf
    assert "juli tot en met september 2026 (nog bezig)" not in pdf
