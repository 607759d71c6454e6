"""Paper for people and archives: the validator agrees, and refuses what is not good."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import typst

from leidraad.ui.papier.zetten import zet_pdf
from leidraad.ui.themas import kleuren, themas
from tests.papier import fouten_in, papier

NU = datetime(2026, 11, 23, 9, tzinfo=UTC)
# A template must lie in the package: it may read nothing else.
SJABLOON = Path(__file__).with_name("papier.typ")


def zet(tekst: str, thema: str = "leiden") -> bytes:
    return zet_pdf(SJABLOON, {"titel": "Proef", "tekst": tekst}, thema=thema, gemaakt_op=NU)


def test_elk_papier_is_toegankelijk_en_te_bewaren():
    assert fouten_in(zet("Gewone tekst.")) == []


@pytest.mark.parametrize("teken", ["😀", "ع", "\x07", "\u200b", "漢", "Ж", "\r\n", "<b>&amp;", '#import "x"'])
def test_elk_teken_mag_in_een_tekst(teken):
    pdf = zet(f"voor{teken}na")
    assert fouten_in(pdf) == []
    assert "voor" in papier(pdf)
    assert "na" in papier(pdf)


def test_gelijke_invoer_geeft_gelijk_papier():
    assert zet("Tekst.") == zet("Tekst.")
    assert zet("Tekst.") != zet("Andere tekst.")


def test_het_papier_draagt_de_kleur_van_de_gemeente():
    assert zet("Tekst.", "leiden") != zet("Tekst.", "zoeterwoude")
    assert zet("Tekst.", "onbekend") == zet("Tekst.", "standaard")


@pytest.mark.parametrize("thema", sorted(themas()))
def test_elk_thema_noemt_zijn_kleuren(thema):
    assert {"merk", "op-merk", "accent", "accent-donker", "accent-zacht"} <= set(kleuren(thema))


@pytest.mark.parametrize("met_labels", [True, False])
def test_de_keuring_ziet_papier_dat_niet_deugt(met_labels):
    """Without labels for a reader aloud, or without the promise to keep to the standards."""
    slecht = typst.compile(
        b'#set document(title: "Slecht")\n= Kop\n\nTekst.', ignore_system_fonts=True, pdf_tags=met_labels
    )
    gevonden = " ".join(fouten_in(slecht))
    assert "PDFUA1-ID-PART" in gevonden
    assert "PDFA2A-ID" in gevonden
    assert ("PDFUA1-TAGGED-DOCUMENT" in gevonden) is not met_labels
