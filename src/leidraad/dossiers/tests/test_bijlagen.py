"""Attachments: only real documents, whatever the name says."""

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.base import ContentFile
from django.db import connection

from leidraad.dossiers.bijlagen import GROOTSTE, keur
from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.handelingen import open_dossier, verwijder_bijlage, voeg_bijlage_toe
from leidraad.dossiers.models import Bijlage, Journaalregel
from tests.wereld import maak_wereld

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
JPG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 40
EXE = b"MZ\x90\x00\x03" + b"\x00" * 100


def _zip(**delen: str) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


DOCX = _zip(**{"[Content_Types].xml": "x", "word/document.xml": "x"})
MACRO = _zip(**{"[Content_Types].xml": "x", "word/document.xml": "x", "word/vbaProject.bin": "x"})
ODT = _zip(mimetype="application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("naam", "inhoud", "mediatype"),
    [
        ("brief.pdf", PDF, "application/pdf"),
        ("BRIEF.PDF", PDF, "application/pdf"),
        ("versie 1.2 (def).pdf", PDF, "application/pdf"),
        ("foto.png", PNG, "image/png"),
        ("foto.jpeg", JPG, "image/jpeg"),
        ("brief.docx", DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("brief.odt", ODT, "application/vnd.oasis.opendocument.text"),
        ("lijst.csv", "naam;doel\r\nPaspoorten;é\r\n".encode(), "text/csv"),
        ("lijst.csv", "naam;doel\r\ncafé\r\n".encode("cp1252"), "text/csv"),
        ("lijst.txt", "tekst".encode("utf-16"), "text/plain"),
    ],
)
def test_gewone_documenten_mogen(naam, inhoud, mediatype):
    goed = keur(naam, ContentFile(inhoud))
    assert (goed.mediatype, goed.grootte) == (mediatype, len(inhoud))


@pytest.mark.parametrize(
    ("naam", "inhoud", "reden"),
    [
        ("leeg.pdf", b"", "leeg"),
        ("programma.exe", EXE, "Dit soort bestand"),
        ("factuur.pdf", EXE, "geen pdf"),
        ("factuur.pdf", PNG, "geen pdf"),
        ("factuur.exe.pdf", PDF, "twee extensies"),
        ("factuur.PhP.pdf", PDF, "twee extensies"),
        ("factuur.pdf.exe", PDF, "Dit soort bestand"),
        ("pagina.html", b"<html>", "Dit soort bestand"),
        ("pagina.txt", b"  <!DOCTYPE html><script>", "geen txt"),
        ("plaatje.csv", b"<svg onload=x>", "geen csv"),
        ("plaatje.svg", b"<svg/>", "Dit soort bestand"),
        ("tekst.txt", b"a\x00b", "geen txt"),
        ("tekst.txt", PDF, "geen txt"),
        ("brief.docx", PDF, "geen docx"),
        ("brief.docx", ODT, "geen docx"),
        ("brief.odt", DOCX, "geen odt"),
        ("brief.docx", MACRO, "geen docx"),
        ("brief.docx", DOCX[:-30], "geen docx"),
        ("archief.zip", DOCX, "Dit soort bestand"),
        (".pdf", PDF, "Dit soort bestand"),
        ("pdf", PDF, "Dit soort bestand"),
        ("", PDF, "Dit soort bestand"),
        ("brief\u202efdp.exe", PDF, "Dit soort bestand"),
    ],
)
def test_andere_bestanden_worden_geweigerd_met_reden(naam, inhoud, reden):
    with pytest.raises(Geweigerd, match=reden):
        keur(naam, ContentFile(inhoud))


def test_groter_dan_25_mb_kan_niet():
    with pytest.raises(Geweigerd, match="hooguit 25 MB"):
        keur("groot.pdf", ContentFile(PDF + b"0" * GROOTSTE))


@pytest.mark.parametrize(
    ("naam", "netjes"),
    [
        ("../../etc/brief.pdf", "brief.pdf"),
        ("C:\\map\\brief.pdf", "brief.pdf"),
        ("brief\r\nX-Kop: a.pdf", "briefX-Kop: a.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_de_naam_wordt_opgeschoond(naam, netjes):
    assert keur(naam, ContentFile(PDF)).naam == netjes


def _voeg_toe(dossier, lid, nu, naam="brief.pdf", inhoud=PDF):
    return voeg_bijlage_toe(dossier, naam=naam, bestand=ContentFile(inhoud), door=lid, nu=nu)


def test_het_bestand_krijgt_een_willekeurige_naam(dossier, wereld, nu):
    bijlage = _voeg_toe(dossier, wereld.lid("teammanager"), nu)
    assert "brief" not in bijlage.bestand.name
    assert bijlage.bestand.read() == PDF
    bijlage.bestand.close()
    assert Journaalregel.objects.filter(keten=dossier.uuid, handeling="bijlage_toegevoegd").count() == 1


def test_twee_keer_versturen_is_een_bijlage(dossier, wereld, nu):
    lid = wereld.lid("teammanager")
    assert _voeg_toe(dossier, lid, nu) == _voeg_toe(dossier, lid, nu)
    assert _voeg_toe(dossier, lid, nu, inhoud=PDF + b"2").naam == "brief.pdf"
    assert Bijlage.objects.count() == 2


@pytest.mark.parametrize("rol", ["medewerker", "fg", "ciso", "beheerder", "privacy_officer_elders"])
def test_wie_niet_mag_bewerken_voegt_niets_toe(dossier, wereld, nu, rol):
    with pytest.raises(GeenRecht):
        _voeg_toe(dossier, wereld.lid(rol), nu)


def test_verwijderen_wist_het_bestand_en_bewaart_de_naam(
    dossier, wereld, nu, django_capture_on_commit_callbacks
):
    lid = wereld.lid("teammanager")
    bijlage = _voeg_toe(dossier, lid, nu)
    with django_capture_on_commit_callbacks(execute=True):
        verwijder_bijlage(bijlage, door=lid, nu=nu)
        verwijder_bijlage(bijlage, door=lid, nu=nu)
    assert not bijlage.bestand.storage.exists(bijlage.bestand.name)
    assert Bijlage.objects.get().naam == "brief.pdf"
    assert Journaalregel.objects.filter(handeling="bijlage_verwijderd").count() == 1


@pytest.mark.django_db(transaction=True)
def test_dezelfde_bijlage_tegelijk_wordt_een_keer_bewaard(nu):
    wereld = maak_wereld()
    lid = wereld.lid("privacy_officer")
    dossier = open_dossier(
        soort="verwerkingen",
        voorvoegsel="VW",
        gemeente=wereld.gemeente,
        eenheid=None,
        titel="x",
        door=lid,
        nu=nu,
    )

    def een(_: int) -> None:
        try:
            _voeg_toe(dossier, lid, nu)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as draden:
        list(draden.map(een, range(4)))
    assert Bijlage.objects.count() == 1
