"""The public register: what inhabitants find, filter, sort and take along."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.cache import cache
from python_calamine import CalamineWorkbook

from leidraad.portaal import vinden
from leidraad.portaal.tests.hulp import bewerk, maak_concept, maak_openbaar, stel_vast
from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG

pytestmark = pytest.mark.django_db
LIJST = "/leiden/verwerkingen/"


def tekst(antwoord) -> str:
    return antwoord.content.decode()


def inhoud_van_bestand(antwoord) -> bytes:
    assert antwoord.status_code == 200
    return b"".join(antwoord.streaming_content)


def test_de_beginpagina_noemt_de_gemeenten_en_de_ingang_voor_medewerkers(client, wereld):
    html = tekst(client.get("/"))
    assert "Leiden" in html
    assert "Leiderdorp" in html
    assert "/werk/" in html


@pytest.mark.regel("4.5.4")
@pytest.mark.regel("3.6.1")
def test_de_gemeente_noemt_de_acht_rechten_en_de_fg(client, wereld, nu):
    maak_openbaar(wereld, nu)
    html = tekst(client.get("/leiden/"))
    for artikel in ("13 en 14", "15", "16", "17", "18", "20", "21", "22"):
        assert f"(AVG {artikel})" in html
    assert "fg@leiden.test" in html
    assert "staat 1 onderwerp" in html
    assert html.index("functionaris gegevensbescherming") < html.index("Autoriteit Persoonsgegevens")


@pytest.mark.regel("3.3.3")
def test_alleen_wat_vastgesteld_en_openbaar_is_staat_in_het_register(client, wereld, nu):
    maak_openbaar(wereld, nu, naam="Wel openbaar")
    maak_concept(wereld, nu, naam="Nog concept")
    geheim = maak_concept(wereld, nu, naam="Niet openbaar")
    stel_vast(wereld, nu, geheim, openbaarheid="niet_openbaar", grond="5-1-2-d")
    html = tekst(client.get(LIJST))
    assert "Wel openbaar" in html
    assert "Nog concept" not in html
    assert "Niet openbaar" not in html
    assert "Niet openbaar" not in tekst(client.get("/leiden/sitemap.xml"))


@pytest.mark.regel("3.3.3")
def test_een_concept_van_een_herziening_schemert_nergens_door(client, wereld, nu):
    verwerking = maak_openbaar(wereld, nu)
    bewerk(wereld, nu, verwerking, "algemeen", naam="Kladversie", omschrijving="Nog niet zeker.")
    bewerk(wereld, nu, verwerking, "doelen", doelen=(replace(VOLLEDIG.doelen[0], wet="Kladwet"),))
    pagina = f"{LIJST}{verwerking.dossier.nummer}"
    for adres in (LIJST, pagina, f"{pagina}.json", f"{pagina}.jsonld", f"{LIJST}?q=Parkeervergunningen"):
        html = tekst(client.get(adres))
        assert "Parkeervergunningen" in html, adres
        assert "Klad" not in html, adres
    assert "Niets gevonden" in tekst(client.get(f"{LIJST}?q=Kladversie"))
    assert "Niets gevonden" in tekst(client.get(f"{LIJST}?wet=Kladwet"))
    assert b"Klad" not in inhoud_van_bestand(client.get("/leiden/verwerkingen.csv"))


def test_de_andere_gemeente_heeft_haar_eigen_register(client, wereld, nu):
    verwerking = maak_openbaar(wereld, nu)
    assert "Nog niets openbaar" in tekst(client.get("/leiderdorp/verwerkingen/"))
    assert client.get(f"/leiderdorp/verwerkingen/{verwerking.dossier.nummer}").status_code == 404


@pytest.fixture
def drie(wereld, nu):
    """Three subjects that each filter tells apart."""
    gewoon = maak_openbaar(wereld, nu, naam="Afval")
    gezond = (replace(VOLLEDIG.gegevens[0], soort="bijzonder", doorbrekingsgrond="9-2-f"),)
    kwetsbaar = (replace(VOLLEDIG.betrokkenen[0], kwetsbaar=True),)
    jeugd = maak_openbaar(wereld, nu, naam="Jeugdhulp", gegevens=gezond, betrokkenen=kwetsbaar)
    doel = (replace(VOLLEDIG.doelen[0], grondslag="6-1-c", wet="Participatiewet"),)
    return gewoon, jeugd, maak_openbaar(wereld, nu, naam="Uitkeringen", doelen=doel)


@pytest.mark.parametrize(
    ("vraag", "gevonden"),
    [
        ("", {"Afval", "Jeugdhulp", "Uitkeringen"}),
        ("q=jeugdhulp", {"Jeugdhulp"}),
        ("q=UITKERING", {"Uitkeringen"}),
        ("q=VW-2026-0001", {"Afval"}),
        ("bijzonder=ja", {"Jeugdhulp"}),
        ("kwetsbaar=ja", {"Jeugdhulp"}),
        ("grondslag=6-1-c", {"Uitkeringen"}),
        ("grondslag=6-1-e", {"Afval", "Jeugdhulp"}),
        ("wet=participatie", {"Uitkeringen"}),
        ("grondslag=6-1-c&bijzonder=ja", set()),
        ("grondslag=bestaat-niet", {"Afval", "Jeugdhulp", "Uitkeringen"}),
        ("eenheid=999999", {"Afval", "Jeugdhulp", "Uitkeringen"}),
    ],
)
def test_zoeken_en_filteren(client, drie, vraag, gevonden):
    html = tekst(client.get(f"{LIJST}?{vraag}"))
    assert {naam for naam in ("Afval", "Jeugdhulp", "Uitkeringen") if f">{naam}</a>" in html} == gevonden


def test_op_afdeling_filteren(client, wereld, drie):
    html = tekst(client.get(f"{LIJST}?eenheid={wereld.team.pk}"))
    assert "3 onderwerpen gevonden" in html
    assert "Team Burgerzaken" in html
    assert "Team Belastingen" not in html


def test_sorteren_op_naam_en_terug(client, drie):
    heen, terug = (tekst(client.get(f"{LIJST}?sorteer={s}")) for s in ("naam", "-naam"))
    assert heen.index(">Afval<") < heen.index(">Uitkeringen<")
    assert terug.index(">Uitkeringen<") < terug.index(">Afval<")


@pytest.mark.parametrize(
    "vraag",
    [
        "q=%27%3B+DROP+TABLE+dossiers_dossier%3B--",
        "q=%22%27*+NEAR(",
        "q=%00",
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
        "q=" + "a" * 5000,
        "q=%F0%9F%98%80",
        "wet=%25%5F%5C",
        "eenheid=%00&grondslag[]=x&sorteer=__class__&pagina=-1",
        "pagina=99999999999999999999",
        "pagina=abc",
    ],
)
def test_een_vijandige_vraag_geeft_een_gewone_pagina(client, drie, vraag):
    antwoord = client.get(f"{LIJST}?{vraag}")
    assert antwoord.status_code == 200
    assert "<script>alert" not in tekst(antwoord)


def test_bladeren_en_begrensd_tellen(client, wereld, nu, drie, monkeypatch):
    monkeypatch.setattr(vinden, "PER_PAGINA", 2)
    html = tekst(client.get(f"{LIJST}?pagina=2"))
    assert ">Uitkeringen<" in html
    assert ">Afval<" not in html
    monkeypatch.setattr(vinden, "HOOGSTENS", 2)
    assert "Meer dan 2 onderwerpen gevonden" in tekst(client.get(LIJST))


def test_elk_bestand_bevat_precies_wat_de_pagina_toont(client, drie):
    vraag = "?grondslag=6-1-e&sorteer=-naam"
    rijen = list(csv.reader(
        io.StringIO(inhoud_van_bestand(client.get(f"/leiden/verwerkingen.csv{vraag}")).decode("utf-8-sig")),
        delimiter=";",
    ))  # fmt: skip
    assert [rij[1] for rij in rijen] == ["Naam", "Jeugdhulp", "Afval"]
    als_json = json.loads(inhoud_van_bestand(client.get(f"/leiden/verwerkingen.json{vraag}")))
    assert [v["inhoud"]["naam"] for v in als_json["verwerkingen"]] == ["Jeugdhulp", "Afval"]
    jsonld = json.loads(inhoud_van_bestand(client.get(f"/leiden/verwerkingen.jsonld{vraag}")))
    assert [v["dct:title"] for v in jsonld["@graph"]] == ["Jeugdhulp", "Afval"]
    boek = CalamineWorkbook.from_filelike(
        io.BytesIO(inhoud_van_bestand(client.get(f"/leiden/verwerkingen.xlsx{vraag}")))
    )
    assert [rij[1] for rij in boek.get_sheet_by_index(0).to_python()] == ["Naam", "Jeugdhulp", "Afval"]


def test_een_leeg_register_geeft_geldige_bestanden(client, wereld):
    assert json.loads(inhoud_van_bestand(client.get("/leiden/verwerkingen.json")))["verwerkingen"] == []
    assert json.loads(inhoud_van_bestand(client.get("/leiden/verwerkingen.jsonld")))["@graph"] == []
    assert inhoud_van_bestand(client.get("/leiden/verwerkingen.csv")).count(b"\n") == 1


def test_een_naam_die_op_een_formule_lijkt_blijft_tekst(client, wereld, nu):
    maak_openbaar(wereld, nu, naam="=HYPERLINK(1)")
    assert b";'=HYPERLINK(1);" in inhoud_van_bestand(client.get("/leiden/verwerkingen.csv"))


@pytest.mark.parametrize("adres", ["/", "/leiden/", LIJST, "/leiden/sitemap.xml", "/robots.txt"])
def test_openbare_paginas_zijn_voor_iedereen_gelijk_en_bewaarbaar(client, drie, adres):
    eerste = client.get(adres)
    assert not eerste.cookies
    assert "public" in eerste["Cache-Control"]
    assert "Cookie" not in eerste["Vary"]
    tweede = client.get(adres, headers={"if-none-match": eerste["ETag"]})
    assert (tweede.status_code, tweede.content) == (304, b"")


def test_wie_net_is_uitgelogd_krijgt_een_eigen_beginpagina(client_als):
    antwoord = client_als("medewerker").get("/")
    assert "no-store" in antwoord["Cache-Control"]


@pytest.mark.parametrize("vraag", ["", "?q=jeugd&grondslag=6-1-e&bijzonder=ja&wet=gemeente"])
def test_het_register_kost_hooguit_drie_queries(client, drie, vraag, django_assert_max_num_queries):
    cache.clear()
    with django_assert_max_num_queries(3):
        assert client.get(f"{LIJST}{vraag}").status_code == 200


def test_een_vol_register_weegt_hooguit_60_kb(client, wereld, nu):
    """Page and style sheets together, without fonts (budget of the design)."""
    wijdlopig = "De gemeente gebruikt gegevens van inwoners om hun aanvraag goed te behandelen. " * 5
    for nummer in range(vinden.PER_PAGINA + 1):
        maak_openbaar(
            wereld, nu, naam=f"Onderwerp nummer {nummer} met een lange naam", omschrijving=wijdlopig
        )
    html = client.get(LIJST).content
    assert html.count(b"<tr>") == vinden.PER_PAGINA + 1
    assert len(html) + stijlen() <= 60_000


def stijlen() -> int:
    """The bytes of the style sheets of a public page."""
    paden = map(finders.find, ("ui/leidraad.css", "ui/themas/leiden.css"))
    return sum(Path(str(pad)).stat().st_size for pad in paden)


def test_een_beeindigde_verwerking_blijft_vindbaar_met_het_bericht_dat_zij_stopt(client, wereld, nu):
    verwerking = maak_openbaar(wereld, nu)
    wie = wereld.lid("teammanager")
    handelingen.beeindig(
        verwerking=verwerking, einddatum=nu.date(), redenen="De taak vervalt.", door=wie, nu=nu
    )
    assert "Eindigt of is gestopt" in tekst(client.get(LIJST))
    assert "Deze verwerking stopt" in tekst(client.get(f"{LIJST}{verwerking.dossier.nummer}"))
    handelingen.heropen(verwerking=verwerking, door=wie, nu=nu)
    assert "Eindigt of is gestopt" not in tekst(client.get(LIJST))


@pytest.mark.parametrize(
    "adres", ["/utrecht/", "/utrecht/verwerkingen/", "/leiden/verwerkingen.pdf", "/utrecht/verwerkingen.csv"]
)
def test_wat_niet_bestaat_geeft_een_nederlandse_404(client, wereld, adres):
    antwoord = client.get(adres)
    assert antwoord.status_code == 404
    assert 'lang="nl"' in tekst(antwoord)


def test_schrijven_kan_hier_niet(client, wereld):
    assert client.post(LIJST).status_code == 405
