"""Notify the AP: the fields in its order, what is frozen, and the paper that says exactly that."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from leidraad.registers.datalekken import apmelding, opslag
from leidraad.registers.datalekken.handelingen import bewaar_sectie
from leidraad.registers.datalekken.models import Datalek, Melding
from leidraad.registers.datalekken.tests.schermen.conftest import stempel, tekst, url, vers
from tests.papier import fouten_in
from tests.wereld import ELDERS, Wereld

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
pytestmark = [pytest.mark.django_db, pytest.mark.regel("3.4.2")]


def gemeld(**anders: Any) -> dict[str, Any]:
    return {"soort": "eerste", "verzonden_op": f"{timezone.localtime():%Y-%m-%dT%H:%M}"} | anders


def wijzig(datalek: Datalek, wereld: Wereld, sectie: str, **velden: Any) -> None:
    bewaar_sectie(
        datalek=datalek, sectie=sectie, nieuw=replace(opslag.lees(vers(datalek)), **velden),
        stempel=stempel(datalek, sectie), door=wereld.lid("privacy_officer"), nu=timezone.now(),
    )  # fmt: skip


def papier(antwoord: Any) -> str:
    lezer = PdfReader(BytesIO(antwoord.content))
    return "\n".join(blad.extract_text() for blad in lezer.pages)


def test_de_pagina_volgt_het_formulier_en_wijst_naar_wat_ontbreekt(
    po: Client, in_behandeling: Datalek
) -> None:
    pagina = tekst(po.get(url(in_behandeling, "ap/")))
    koppen = ["0. Over deze melding", "3. Over het datalek", "5. Betrokkenen", "9. Overig"]
    assert [pagina.index(kop) for kop in koppen] == sorted(pagina.index(kop) for kop in koppen)
    assert in_behandeling.omschrijving in pagina
    assert url(in_behandeling, "bewerken/tijdlijn/") in pagina
    assert "Nog invullen" in pagina


def test_kopieren_kan_pas_met_javascript_en_de_tekst_staat_er_ook_zonder(
    po: Client, in_behandeling: Datalek
) -> None:
    pagina = tekst(po.get(url(in_behandeling, "ap/")))
    assert 'hidden class="nl-button nl-button--subtle" data-kopieer="ap-samenvatting"' in pagina
    assert 'id="ap-samenvatting"' in pagina


def test_vastleggen_bevriest_wat_iemand_zag(po: Client, in_behandeling: Datalek, wereld: Wereld) -> None:
    bewijs = SimpleUploadedFile("bewijs.pdf", PDF)
    po.post(url(in_behandeling, "ap/"), gemeld(ap_kenmerk="AP-123", ontvangstbewijs=bewijs))
    melding = Melding.objects.get()
    assert (melding.ap_kenmerk, str(melding.ontvangstbewijs)) == ("AP-123", "bewijs.pdf")
    wijzig(in_behandeling, wereld, "feiten", omschrijving="Nu staat er iets anders.")
    pagina = tekst(po.get(url(in_behandeling, "ap/1/")))
    assert in_behandeling.omschrijving in pagina
    assert "Nu staat er iets anders." not in pagina


def test_het_papier_zegt_precies_wat_er_is_gestuurd(
    po: Client, in_behandeling: Datalek, wereld: Wereld
) -> None:
    kwaad = 'Tekst met #import "x" en $wiskunde$ *vet* – “ië”'
    wijzig(in_behandeling, wereld, "feiten", omschrijving=kwaad)
    po.post(url(in_behandeling, "ap/"), gemeld())
    wijzig(in_behandeling, wereld, "feiten", omschrijving="Later gewijzigd.")
    antwoord = po.get(url(in_behandeling, "ap/1/melding.pdf"))
    gelezen = " ".join(papier(antwoord).split())
    assert kwaad in gelezen
    assert "Later gewijzigd." not in gelezen
    assert "Gemeente Leiden" in gelezen
    for deel in apmelding.bevroren(Melding.objects.get()):
        assert f"{deel.nummer}. {deel.naam}" in gelezen
    assert antwoord.content == po.get(url(in_behandeling, "ap/1/melding.pdf")).content


def test_het_papier_is_toegankelijk_en_te_bewaren(po: Client, in_behandeling: Datalek) -> None:
    pdf = po.get(url(in_behandeling, "ap/concept.pdf")).content
    assert fouten_in(pdf) == []
    lezer: Any = PdfReader(BytesIO(pdf))
    assert lezer.trailer["/Root"]["/Lang"] == "nl-NL"
    assert lezer.metadata.title == "Melding datalek (concept)"


@pytest.mark.parametrize("teken", ["😀", "ع", "\x07", "\u200b", "漢", "ŝ", "Ж", "\r\n", "\u2028"])
def test_elk_teken_komt_op_papier(po: Client, in_behandeling: Datalek, teken: str) -> None:
    Datalek.objects.filter(pk=in_behandeling.pk).update(omschrijving=f"voor{teken}na")
    gelezen = papier(po.get(url(in_behandeling, "ap/concept.pdf")))
    assert "voor" in gelezen
    assert "na" in gelezen


def test_te_laat_vraagt_waarom_en_houdt_de_invoer(po: Client, in_behandeling: Datalek) -> None:
    laat = timezone.now() - timedelta(days=9)
    Datalek.objects.filter(pk=in_behandeling.pk).update(kennisgenomen_op=laat)
    assert "De 72 uur zijn voorbij" in tekst(po.get(url(in_behandeling, "ap/")))
    antwoord = po.post(url(in_behandeling, "ap/"), gemeld(ap_kenmerk="AP-9"))
    assert "Leg uit waarom u later meldt." in tekst(antwoord)
    assert "AP-9" in tekst(antwoord)
    po.post(url(in_behandeling, "ap/"), gemeld(reden_te_laat="De verwerker meldde laat."))
    [veld] = [
        v for d in apmelding.bevroren(Melding.objects.get()) for v in d.velden if v.code == "reden_te_laat"
    ]
    assert veld.waarde == "De verwerker meldde laat."


def test_een_vervolgmelding_laat_het_verschil_zien(
    po: Client, in_behandeling: Datalek, wereld: Wereld
) -> None:
    po.post(url(in_behandeling, "ap/"), gemeld(ap_kenmerk="AP-1"))
    wijzig(in_behandeling, wereld, "gevolgen", gevolgen="Iemand is lastiggevallen.")
    po.post(url(in_behandeling, "ap/"), gemeld(soort="vervolg"))
    pagina = tekst(po.get(url(in_behandeling, "ap/2/")))
    assert "<ins>Iemand is lastiggevallen.</ins>" in pagina
    assert "<del>De buren weten van de bijstand.</del>" in pagina
    assert "AP-1" in pagina


def test_een_tweede_eerste_melding_wordt_geweigerd(po: Client, in_behandeling: Datalek) -> None:
    for _ in range(2):
        antwoord = po.post(url(in_behandeling, "ap/"), gemeld())
    assert "Er is al een eerste melding" in tekst(antwoord)
    assert Melding.objects.count() == 1


def test_een_vals_ontvangstbewijs_legt_niets_vast(po: Client, in_behandeling: Datalek) -> None:
    vals = SimpleUploadedFile("bewijs.pdf", b"geen pdf")
    assert "geen pdf" in tekst(po.post(url(in_behandeling, "ap/"), gemeld(ontvangstbewijs=vals)))
    assert not Melding.objects.exists()


def test_het_antwoord_van_de_ap_komt_vaak_later(po: Client, in_behandeling: Datalek) -> None:
    po.post(url(in_behandeling, "ap/"), gemeld())
    voor = Melding.objects.get().sha256
    bewijs = SimpleUploadedFile("bewijs.pdf", PDF)
    po.post(url(in_behandeling, "ap/1/"), {"ap_kenmerk": "AP-77", "ontvangstbewijs": bewijs})
    melding = Melding.objects.get()
    assert (melding.ap_kenmerk, str(melding.ontvangstbewijs), melding.sha256) == ("AP-77", "bewijs.pdf", voor)


@pytest.mark.parametrize(
    ("rol", "lezen", "melden"),
    [
        ("fg", 200, 403),
        ("teammanager", 200, 403),
        ("medewerker", 404, 404),
        ("ciso", 404, 404),
        (ELDERS, 404, 404),
    ],
)
def test_wie_niet_toetst_legt_niets_vast(
    client_als: Callable[[str], Client], in_behandeling: Datalek, rol: str, lezen: int, melden: int
) -> None:
    browser = client_als(rol)
    assert browser.get(url(in_behandeling, "ap/")).status_code == lezen
    assert browser.get(url(in_behandeling, "ap/concept.pdf")).status_code == lezen
    assert browser.post(url(in_behandeling, "ap/"), gemeld()).status_code == melden
    assert not Melding.objects.exists()


def test_een_melding_die_er_niet_is(po: Client, in_behandeling: Datalek, straks: datetime) -> None:
    assert po.get(url(in_behandeling, "ap/1/")).status_code == 404
    assert po.get(url(in_behandeling, "ap/1/melding.pdf")).status_code == 404
