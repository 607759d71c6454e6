"""Letters in Word: what is filled in stays text, and a template can do nothing but name fields."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document

from leidraad.dossiers.fouten import Geweigerd
from leidraad.registers.datalekken.documenten.brief import keur_sjabloon, standaardsjabloon
from leidraad.registers.datalekken.models import Briefsjabloon, Datalek
from leidraad.registers.datalekken.tests.schermen.conftest import tekst, url
from tests.wereld import ELDERS, Wereld

SJABLONEN = "/werk/datalekken/sjablonen/"
TEKSTEN = {
    "wat_is_er_gebeurd": "Uw brief ging naar de buren.\nDat <b>mocht</b> niet & {{ 7*7 }}.",
    "welke_gegevens": "Uw inkomen.",
    "gevolgen": "De buren weten wat u verdient.",
    "wat_deden_wij": "Wij haalden de brief op.",
    "wat_kunt_u_doen": "U hoeft niets te doen.",
}
pytestmark = [pytest.mark.django_db, pytest.mark.regel("3.4.3")]


def sjabloon(*alineas: str, kop: str = "") -> bytes:
    brief = Document()
    for alinea in alineas:
        brief.add_paragraph(alinea)
    if kop:
        brief.sections[0].header.paragraphs[0].text = kop
    uit = BytesIO()
    brief.save(uit)
    return uit.getvalue()


def alineas(antwoord: Any) -> list[str]:
    return [alinea.text for alinea in Document(BytesIO(antwoord.content)).paragraphs]


def stuur(po: Client, wereld: Wereld, inhoud: bytes, naam: str = "huisstijl.docx") -> Any:
    bestand = SimpleUploadedFile(naam, inhoud)
    return po.post(SJABLONEN, {"gemeente": wereld.gemeente.pk, "bestand": bestand}, follow=True)


def test_de_brief_begint_met_wat_er_al_bekend_is(po: Client, in_behandeling: Datalek) -> None:
    form = po.get(url(in_behandeling, "brieven/")).context["form"]
    assert form.initial["wat_is_er_gebeurd"] == in_behandeling.omschrijving
    assert form.initial["welke_gegevens"] == "Inkomen"


def test_de_brief_zegt_wat_is_ingevuld_als_gewone_tekst(po: Client, in_behandeling: Datalek) -> None:
    antwoord = po.post(url(in_behandeling, "brieven/"), TEKSTEN)
    regels = alineas(antwoord)
    assert TEKSTEN["wat_is_er_gebeurd"] in regels
    assert {"Wat is er gebeurd?", "Wat kunt u zelf doen?", "Hebt u vragen?"} <= set(regels)
    assert f"Ons kenmerk: {in_behandeling.dossier.nummer}" in regels
    assert "E-mail: fg@leiden.test" in regels
    assert not any("{%" in regel for regel in regels)


def test_een_leeg_veld_houdt_de_brief_tegen_en_de_tekst_vast(po: Client, in_behandeling: Datalek) -> None:
    antwoord = po.post(url(in_behandeling, "brieven/"), TEKSTEN | {"gevolgen": " "})
    assert "Vul in wat dit voor de lezer kan betekenen." in tekst(antwoord)
    assert "Wij haalden de brief op." in tekst(antwoord)


def test_een_eigen_sjabloon_wordt_gebruikt(po: Client, wereld: Wereld, in_behandeling: Datalek) -> None:
    eigen = sjabloon("Beste lezer, {{ wat_is_er_gebeurd }}", kop="Huisstijl van {{ gemeente }}")
    for _ in range(2):
        assert "is bewaard" in tekst(stuur(po, wereld, eigen))
    assert Briefsjabloon.objects.count() == 1
    brief = Document(BytesIO(po.post(url(in_behandeling, "brieven/"), TEKSTEN).content))
    assert brief.paragraphs[0].text == f"Beste lezer, {TEKSTEN['wat_is_er_gebeurd']}"
    assert brief.sections[0].header.paragraphs[0].text == "Huisstijl van Leiden"


def test_het_standaardsjabloon_is_zelf_goedgekeurd(po: Client, wereld: Wereld) -> None:
    standaard = po.get(f"{SJABLONEN}standaard.docx").content
    assert "is bewaard" in tekst(stuur(po, wereld, standaard))


@pytest.mark.parametrize(
    ("fout", "bericht"),
    [
        ("{{ onbekend }}", "Het veld ‘onbekend’ bestaat niet."),
        ("{{ gemeente.__class__ }}", "Rekenen en herhalen kan niet."),
        ("{{ ''.__class__.__mro__ }}", "Rekenen en herhalen kan niet."),
        ("{% for x in range(999999999) %}x{% endfor %}", "Rekenen en herhalen kan niet."),
        ("{{ 9**9**9 }}", "Rekenen en herhalen kan niet."),
        ("{% include 'x' %}", "Rekenen en herhalen kan niet."),
        ("{{ gemeente", "niet goed geschreven"),
        ("{% if gemeente %}", "niet goed geschreven"),
    ],
)
def test_een_sjabloon_kan_alleen_velden_noemen(fout: str, bericht: str) -> None:
    with pytest.raises(Geweigerd, match=re.escape(bericht)):
        keur_sjabloon(BytesIO(sjabloon(fout, "{{ wat_is_er_gebeurd }}")))


def test_een_sjabloon_zonder_het_verhaal_wordt_geweigerd() -> None:
    with pytest.raises(Geweigerd, match="ontbreekt"):
        keur_sjabloon(BytesIO(sjabloon("Beste lezer,")))


@pytest.mark.parametrize(
    ("deel", "inhoud", "bericht"),
    [
        (
            "word/_rels/settings.xml.rels",
            b'<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" '
            b'Target="https://kwaad.test/a.dotm" TargetMode="External"/></Relationships>',
            "van buiten",
        ),
        ("docProps/custom.xml", b"<x>{{ gemeente }}</x>", "Zet velden alleen in de tekst"),
        ("word/footnotes.xml", b"<x>{% raw %}</x>", "Zet velden alleen in de tekst"),
    ],
)
def test_niets_van_buiten_en_geen_verstopte_velden(deel: str, inhoud: bytes, bericht: str) -> None:
    bestand = BytesIO(sjabloon("{{ wat_is_er_gebeurd }}"))
    with zipfile.ZipFile(bestand, "a") as zip_:
        zip_.writestr(deel, inhoud)
    with pytest.raises(Geweigerd, match=bericht):
        keur_sjabloon(bestand)


def test_een_vals_bestand_of_een_andere_soort_wordt_geweigerd(po: Client, wereld: Wereld) -> None:
    assert "geen docx" in tekst(stuur(po, wereld, b"PK geen zip"))
    assert "Word-bestand (docx)" in tekst(stuur(po, wereld, b"tekst", "sjabloon.txt"))
    assert not Briefsjabloon.objects.exists()


def test_alleen_een_privacy_officer_van_deze_gemeente(
    client_als: Callable[[str], Client], wereld: Wereld, in_behandeling: Datalek
) -> None:
    assert client_als("medewerker").get(SJABLONEN).status_code == 403
    assert client_als("medewerker").get(f"{SJABLONEN}standaard.docx").status_code == 403
    assert client_als("teammanager").get(url(in_behandeling, "brieven/")).status_code == 403
    assert client_als(ELDERS).get(url(in_behandeling, "brieven/")).status_code == 404
    stuur(client_als(ELDERS), wereld, standaardsjabloon())
    assert not Briefsjabloon.objects.exists()
