"""The pages: what people see, what they may, and what happens to bad input."""

import json
from copy import deepcopy
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from leidraad.dossiers.handelingen import geef_advies, indexeer, koppel, plaats_opmerking, verzegel
from leidraad.dossiers.models import Advies, Bijlage, Journaalregel, Opmerking
from leidraad.dossiers.paneel import paneel

PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture(autouse=True)
def alleen_de_ruggengraat(settings):
    """These pages stand on their own, without the registers and the navigation above them."""
    settings.ROOT_URLCONF = "leidraad.dossiers.tests.adressen"
    [sjablonen] = deepcopy(settings.TEMPLATES)
    verwerkers = sjablonen["OPTIONS"]["context_processors"]
    verwerkers[:] = [v for v in verwerkers if not v.startswith("leidraad.")]
    verwerkers.append("leidraad.dossiers.tests.adressen.alleen_lid")
    settings.TEMPLATES = [sjablonen]


def _url(naam, dossier, *rest):
    return reverse(f"dossiers:{naam}", args=[dossier.gemeente.slug, dossier.nummer, *rest])


def _pdf(naam="brief.pdf", inhoud=PDF):
    return SimpleUploadedFile(naam, inhoud)


def test_de_dossierpagina_toont_alles_wat_eraan_hangt(dossier, maak_dossier, wereld, nu, client_als):
    ander = maak_dossier(titel="Rijbewijzen")
    geheim = maak_dossier(titel="Onderzoek", vertrouwelijkheid="vertrouwelijk")
    lid = wereld.lid("privacy_officer")
    koppel(dossier, ander, soort="lijkt_op", door=lid, nu=nu)
    koppel(dossier, geheim, soort="lijkt_op", door=lid, nu=nu)
    plaats_opmerking(dossier, tekst="<b>Klopt</b> dit?", door=lid, nu=nu)
    pagina = client_als("medewerker").get(dossier.get_absolute_url()).content.decode()
    assert "Rijbewijzen" in pagina
    assert "Onderzoek" not in pagina
    assert "&lt;b&gt;Klopt&lt;/b&gt; dit?" in pagina
    assert "Plaatsen" not in pagina


def test_het_paneel_kost_een_vast_aantal_queries(
    dossier, maak_dossier, wereld, nu, django_assert_num_queries
):
    lid = wereld.lid("privacy_officer")
    for n in range(5):
        koppel(dossier, maak_dossier(), soort="lijkt_op", door=lid, nu=nu)
        plaats_opmerking(dossier, tekst=f"Opmerking {n}", door=lid, nu=nu)
        geef_advies(dossier, van="privacy_officer", tekst=f"Advies {n}", door=lid, nu=nu)
    with django_assert_num_queries(8):
        inhoud = paneel(dossier, lid)
        schrijvers = [rij.door.naam for deel in ("opmerkingen", "adviezen") for rij in inhoud[deel]]
        for deel in ("bijlagen", "beoordelingen", "versies"):
            assert not inhoud[deel]
    assert schrijvers == ["Privacy officer"] * 10
    assert len(inhoud["koppelingen"]) == 5


@pytest.mark.parametrize("naam", ["bijlagen", "opmerkingen", "adviezen", "dossierjournaal"])
def test_een_andere_gemeente_krijgt_niet_gevonden(dossier, client_als, naam):
    client = client_als("privacy_officer_elders")
    assert client.get(_url(naam, dossier)).status_code == 404
    assert client.post(_url(naam, dossier)).status_code in {404, 405}


@pytest.mark.parametrize("naam", ["bijlagen", "opmerkingen", "adviezen", "dossierjournaal"])
def test_een_medewerker_ziet_het_dossier_maar_mag_dit_niet(dossier, client_als, naam):
    assert client_als("medewerker").get(_url(naam, dossier)).status_code == 403


@pytest.mark.parametrize("naam", ["bijlagen", "opmerkingen", "adviezen", "dossierjournaal"])
def test_wie_niet_is_aangemeld_gaat_naar_aanmelden(dossier, client_als, naam):
    antwoord = client_als("anoniem").get(_url(naam, dossier))
    assert antwoord.status_code == 302
    assert "/account/" in antwoord["Location"]


def test_een_nummer_in_kleine_letters_werkt_ook(dossier, client_als):
    url = _url("opmerkingen", dossier).replace("VW-", "vw-")
    assert client_als("coordinator").get(url).status_code == 200


def test_een_vertrouwelijk_dossier_bestaat_niet_voor_een_medewerker(maak_dossier, client_als):
    geheim = maak_dossier(vertrouwelijkheid="vertrouwelijk")
    assert client_als("medewerker").get(geheim.get_absolute_url()).status_code == 404
    assert not Journaalregel.objects.filter(handeling="ingezien").exists()
    assert client_als("fg").get(geheim.get_absolute_url()).status_code == 200
    assert Journaalregel.objects.get(handeling="ingezien").functie == "fg"


def test_opmerking_plaatsen(dossier, client_als):
    antwoord = client_als("coordinator").post(_url("opmerkingen", dossier), {"tekst": "Klopt dit?"})
    assert antwoord["Location"] == f"{dossier.get_absolute_url()}#opmerkingen"
    assert Opmerking.objects.get().tekst == "Klopt dit?"


@pytest.mark.parametrize("tekst", ["", " ", "x" * 5001])
def test_een_foute_opmerking_houdt_wat_getypt_was(dossier, client_als, tekst):
    antwoord = client_als("coordinator").post(_url("opmerkingen", dossier), {"tekst": tekst})
    assert antwoord.status_code == 200
    assert tekst in antwoord.content.decode()
    assert not Opmerking.objects.exists()


def test_bijlage_toevoegen_ophalen_en_verwijderen(dossier, client_als):
    client = client_als("teammanager")
    client.post(_url("bijlagen", dossier), {"bestand": _pdf(), "omschrijving": "De brief"})
    bijlage = Bijlage.objects.get()
    antwoord = client.get(_url("bijlage", dossier, bijlage.uuid))
    assert b"".join(antwoord.streaming_content) == PDF
    assert antwoord["Content-Disposition"] == 'attachment; filename="brief.pdf"'
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    weg = _url("bijlage_verwijderen", dossier, bijlage.uuid)
    assert "brief.pdf" in client.get(weg).content.decode()
    assert client.post(weg).status_code == 302
    assert client.post(weg).status_code == 404
    assert client.get(_url("bijlage", dossier, bijlage.uuid)).status_code == 404


def test_een_bijlage_hoort_bij_haar_eigen_dossier(dossier, maak_dossier, client_als):
    client = client_als("teammanager")
    client.post(_url("bijlagen", dossier), {"bestand": _pdf()})
    assert client.get(_url("bijlage", maak_dossier(), Bijlage.objects.get().uuid)).status_code == 404


def test_een_bijlage_die_van_de_schijf_is_verdwenen_is_niet_gevonden(dossier, client_als):
    client = client_als("teammanager")
    client.post(_url("bijlagen", dossier), {"bestand": _pdf()})
    bijlage = Bijlage.objects.get()
    bijlage.bestand.storage.delete(bijlage.bestand.name)
    assert client.get(_url("bijlage", dossier, bijlage.uuid)).status_code == 404


@pytest.mark.parametrize(
    ("bestand", "reden"),
    [
        (None, "Kies een bestand"),
        (_pdf(inhoud=b""), "leeg"),
        (_pdf("virus.exe"), "Dit soort bestand"),
        (_pdf("brief.pdf", b"MZ"), "geen pdf"),
        (_pdf("x" * 251 + ".pdf"), "te lang"),
    ],
)
def test_een_fout_bestand_geeft_een_duidelijke_melding(dossier, client_als, bestand, reden):
    gegevens = {"omschrijving": "Mijn uitleg"} | ({"bestand": bestand} if bestand else {})
    antwoord = client_als("teammanager").post(_url("bijlagen", dossier), gegevens)
    assert reden in antwoord.content.decode()
    assert "Mijn uitleg" in antwoord.content.decode()
    assert not Bijlage.objects.exists()


def test_advies_geven_wijzigen_en_erop_reageren(dossier, client_als):
    fg, manager = client_als("fg"), client_als("teammanager")
    fg.post(_url("adviezen", dossier), {"tekst": "Doe een DPIA."})
    advies = Advies.objects.get()
    assert advies.van == "fg"
    assert "Doe een DPIA." in fg.get(_url("advies", dossier, advies.pk)).content.decode()
    fg.post(_url("advies", dossier, advies.pk), {"tekst": "Doe nu een DPIA."})
    assert manager.get(_url("advies", dossier, advies.pk)).status_code == 403
    reactie = _url("advies_reactie", dossier, advies.pk)
    assert "Doe nu een DPIA." in manager.get(reactie).content.decode()
    assert "Leg uit waarom" in manager.post(reactie, {"reactie": "legt_uit"}).content.decode()
    assert manager.post(reactie, {"reactie": "volgt"}).status_code == 302
    assert "al gereageerd" in manager.post(reactie, {"reactie": "volgt"}).content.decode()
    assert fg.get(reactie).status_code == 403
    assert "volgt het advies" in fg.get(dossier.get_absolute_url()).content.decode()


def test_het_journaal_van_een_dossier_in_gewone_woorden(dossier, wereld, nu, client_als):
    plaats_opmerking(dossier, tekst="x", door=wereld.lid("coordinator"), nu=nu)
    pagina = client_als("fg").get(_url("dossierjournaal", dossier)).content.decode()
    assert "De keten is ongeschonden" in pagina
    assert "Opmerking geplaatst" in pagina
    assert "coördinator" in pagina
    Journaalregel.objects.filter(volgnummer=1).delete()
    assert "De keten is verbroken" in client_als("fg").get(_url("dossierjournaal", dossier)).content.decode()


def test_zegels_bekijken_controleren_en_bewaren(dossier, nu, client_als):
    zegel = verzegel(nu=nu)
    client = client_als("fg")
    assert zegel.wortel[:16] in client.get(reverse("dossiers:journaal")).content.decode()
    assert (
        "Het journaal klopt" in client.get(reverse("dossiers:journaal"), {"controle": "ja"}).content.decode()
    )
    antwoord = client.get(reverse("dossiers:zegel", args=[zegel.dag]))
    assert json.loads(antwoord.content)["wortel"] == zegel.wortel
    assert client.get(reverse("dossiers:zegel", args=[zegel.dag - timedelta(days=1)])).status_code == 404
    assert client.get("/werk/journaal/zegels/2026-02-30.json").status_code == 404
    Journaalregel.objects.filter(keten=dossier.uuid).delete()
    assert "klopt niet" in client.get(reverse("dossiers:journaal"), {"controle": "ja"}).content.decode()


@pytest.mark.parametrize("rol", ["medewerker", "teammanager", "directeur", "ciso", "beheerder"])
def test_de_zegels_zijn_voor_toezicht(client_als, rol):
    assert client_als(rol).get(reverse("dossiers:journaal")).status_code == 403


def test_zoeken_toont_alleen_wat_iemand_mag_zien(dossier, maak_dossier, client_als):
    geheim = maak_dossier(titel="Onderzoek", vertrouwelijkheid="vertrouwelijk")
    for een in (dossier, geheim):
        indexeer(een.pk, "werk", f"{een.nummer} {een.titel} gemeente")
    url = reverse("dossiers:zoeken")
    assert "Onderzoek" in client_als("fg").get(url, {"q": "gemeente"}).content.decode()
    pagina = client_als("medewerker").get(url, {"q": "gemeente"}).content.decode()
    assert "Paspoorten" in pagina
    assert "Onderzoek" not in pagina
    assert (
        "Niets gevonden" in client_als("privacy_officer_elders").get(url, {"q": "gemeente"}).content.decode()
    )


@pytest.mark.parametrize("vraag", ["", "😀", "'\"*", "x" * 5000, "\x00", "<script>alert(1)</script>"])
def test_elke_zoekvraag_krijgt_een_pagina(dossier, client_als, vraag):
    antwoord = client_als("medewerker").get(reverse("dossiers:zoeken"), {"q": vraag, "pagina": "x"})
    assert antwoord.status_code == 200
    assert "<script>alert" not in antwoord.content.decode()


def test_zoeken_kost_een_vast_aantal_queries(maak_dossier, client_als, django_assert_max_num_queries):
    for n in range(30):
        indexeer(maak_dossier(titel=f"Verwerking {n}").pk, "werk", "verwerking")
    client = client_als("privacy_officer")
    with django_assert_max_num_queries(7):
        pagina = client.get(reverse("dossiers:zoeken"), {"q": "verwerking"}).content.decode()
    assert "pagina=2" in pagina
