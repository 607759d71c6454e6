"""Schrijven aan een stuk: niets gaat verloren, ook niet als twee mensen tegelijk schrijven."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from leidraad.dossiers.models import Dossier
from leidraad.organisaties.models import Functievervulling
from leidraad.registers.beleid import handelingen
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie, Verwacht
from leidraad.registers.beleid.tests import hulp
from leidraad.registers.beleid.tests.schermen.conftest import tekst, url, velden

NIEUW = "/werk/beleid/nieuw/"


def test_een_nieuw_stuk_begint_als_concept_met_wat_het_privacybeleid_ervan_zegt(po, wereld):
    begin = velden(po.get(f"{NIEUW}?gemeente=leiden&verwacht=procedure_rechten"))
    assert begin["plek"] == f"g{wereld.gemeente.pk}"
    assert begin["soort"] == "procedure"
    antwoord = po.post(NIEUW, begin)
    stuk = Beleidsstuk.objects.get()
    assert antwoord["Location"] == url(stuk, "versies/1/bewerken/")
    assert (stuk.verwacht, stuk.eigenaar) == ("procedure_rechten", "privacy_officer")


def test_twee_keer_klikken_maakt_een_stuk(po, wereld):
    invoer = velden(po.get(f"{NIEUW}?gemeente=leiden&verwacht=procedure_rechten"))
    assert po.post(NIEUW, invoer)["Location"] == po.post(NIEUW, invoer)["Location"]
    assert Beleidsstuk.objects.count() == 1


def test_een_nieuw_stuk_zonder_naam_zegt_wat_er_mist_en_houdt_de_rest(po, wereld):
    antwoord = po.post(NIEUW, {"plek": f"g{wereld.gemeente.pk}", "omschrijving": "Over foto’s."})
    pagina = tekst(antwoord)
    for zin in ("Geef het stuk een naam.", "Kies wat voor stuk dit is.", "Kies welke functie"):
        assert zin in pagina
    assert "Over foto’s." in pagina
    assert not Dossier.objects.exists()


def test_een_coordinator_kiest_alleen_de_eigen_eenheid_en_de_ciso_maakt_het_eigen_beleid(client_als, wereld):
    coordinator = client_als("coordinator").get(NIEUW).context["formulier"]
    assert list(coordinator.plekken) == [f"e{wereld.team.pk}"]
    ciso = client_als("ciso")
    formulier = ciso.get(NIEUW).context["formulier"]
    assert [code for code, _ in formulier.fields["eigenaar"].choices] == ["", "ciso"]
    invoer = {"plek": f"g{wereld.gemeente.pk}", "naam": "IB-beleid", "soort": "beleid", "eigenaar": "ciso"}
    assert ciso.post(NIEUW, invoer).status_code == 302
    assert Beleidsstuk.objects.get().dossier.behandelaar == wereld.persoon("ciso")


def test_de_tekst_van_een_concept_wordt_bewaard(po, concept):
    pad = url(concept.stuk, "versies/1/bewerken/")
    invoer = velden(po.get(pad)) | {"tekst": "# Nieuw\n\nZo doen wij het.", "vraagt_kennisname": "on"}
    assert po.post(pad, invoer)["Location"] == pad
    versie = Beleidsversie.objects.get()
    assert versie.tekst == "# Nieuw\n\nZo doen wij het."
    assert versie.vraagt_kennisname
    assert po.post(pad, velden(po.get(pad)) | {"doe": "klaar"})["Location"] == url(concept.stuk)


def test_een_slechte_link_en_een_te_lange_tekst_worden_uitgelegd_en_blijven_staan(po, concept):
    pad = url(concept.stuk, "versies/1/bewerken/")
    antwoord = po.post(pad, velden(po.get(pad)) | {"link": "http://", "naam": "x" * 101})
    assert "Dit is geen goede link." in tekst(antwoord)
    assert "Deze tekst is te lang" in tekst(antwoord)
    assert "x" * 101 in tekst(antwoord)


def test_wie_later_opslaat_ziet_beide_teksten_en_kiest(po, concept):
    pad = url(concept.stuk, "versies/1/bewerken/")
    begin = velden(po.get(pad))
    po.post(pad, begin | {"tekst": "De tekst van de eerste."})
    botsing = po.post(pad, begin | {"tekst": "De tekst van de tweede."})
    assert "Iemand was u voor" in tekst(botsing)
    assert "De tekst van de eerste." in tekst(botsing)
    assert Beleidsversie.objects.get().tekst == "De tekst van de eerste."
    keuze = begin | {"tekst": "De tekst van de tweede.", "doe": "kies", "stempel": botsing.context["stempel"]}
    assert "Maak overal een keuze" in tekst(po.post(pad, keuze))
    po.post(pad, keuze | {"kies-tekst": "mijn"})
    assert Beleidsversie.objects.get().tekst == "De tekst van de tweede."


def test_ook_de_kop_van_een_stuk_botst_in_plaats_van_te_overschrijven(po, beleid):
    pad = url(beleid, "bewerken/")
    begin = velden(po.get(pad))
    po.post(pad, begin | {"omschrijving": "De eerste."})
    assert "Iemand was u voor" in tekst(po.post(pad, begin | {"omschrijving": "De tweede."}))
    assert Beleidsstuk.objects.get().omschrijving == "De eerste."


def test_wat_is_vastgesteld_verandert_niet_meer(po, beleid):
    assert po.get(url(beleid, "versies/1/bewerken/"))["Location"] == url(beleid)
    antwoord = po.post(url(beleid, "versies/1/bewerken/"), {"tekst": "Toch anders.", "stempel": ""})
    assert "is vastgesteld en verandert niet meer" in tekst(antwoord)
    assert beleid.versies.get().tekst == hulp.TEKST.tekst


def test_een_bestand_hoort_bij_het_concept_en_een_gevaarlijk_bestand_niet(po, concept):
    pad = url(concept.stuk, "versies/1/bestand/")
    fout = po.post(pad, {"bestand": SimpleUploadedFile("virus.exe", b"MZ", "application/octet-stream")})
    assert fout.status_code == 200
    assert fout.context["formulier"].errors["bestand"]
    assert "Kies een bestand." in tekst(po.post(pad, {}))
    goed = po.post(pad, {"bestand": SimpleUploadedFile("stuk.txt", b"De procedure.", "text/plain")})
    assert goed["Location"] == url(concept.stuk, "versies/1/bewerken/")
    assert Beleidsversie.objects.get().bestand.naam == "stuk.txt"
    assert "stuk.txt" in tekst(po.get(url(concept.stuk)))


def test_een_nieuwe_versie_begint_een_keer(po, beleid):
    assert po.get(url(beleid, "versies/nieuw/")).status_code == 200
    eerste, tweede = (po.post(url(beleid, "versies/nieuw/"))["Location"] for _ in range(2))
    assert eerste == tweede == url(beleid, "versies/2/bewerken/")


def test_een_concept_kan_worden_verworpen_behalve_het_enige(po, beleid, concept, wereld, nu):
    enige = po.post(url(concept.stuk, "versies/1/verwerpen/"))
    assert "Dit is de enige versie" in tekst(enige)
    handelingen.maak_versie(stuk=beleid, door=wereld.lid("privacy_officer"), nu=nu)
    assert po.post(url(beleid, "versies/2/verwerpen/")).status_code == 302
    assert beleid.versies.count() == 1
    assert po.post(url(beleid, "versies/1/verwerpen/"))["Location"] == url(beleid)


@pytest.mark.regel("4.6.2")
def test_de_verwachte_stukken_zeggen_wat_er_is_en_wat_ontbreekt(po, beleid, concept, wereld):
    pagina = po.get("/werk/beleid/verwacht/leiden/")
    regels = {regel.verwachting.item.code: regel for regel in pagina.context["regels"]}
    assert [v.stuk for v in regels["privacybeleid"].verwachting.geldend] == [beleid]
    assert regels["procedure_datalekken"].verwachting.ontbreekt
    assert [v.pk for v in regels["procedure_datalekken"].concepten] == [concept.pk]
    assert "verwacht=procedure_rechten" in regels["procedure_rechten"].maak_url
    niet = "/werk/beleid/verwacht/leiden/werkinstructie_wpg/"
    assert po.post(niet, {"reden": "Wij hebben geen boa’s."}).status_code == 302
    assert "Wij hebben geen boa’s." in tekst(po.get("/werk/beleid/verwacht/leiden/"))
    po.post(niet, {"reden": ""})
    assert Verwacht.objects.get(gemeente=wereld.gemeente, code="werkinstructie_wpg").niet_nodig == ""
    assert po.get("/werk/beleid/verwacht/leiden/bestaatniet/").status_code == 404
    assert po.get("/werk/beleid/verwacht/leiderdorp/").status_code == 404


def test_kopieren_gaat_naar_gemeenten_waar_zij_ook_werkt(po, beleid, wereld, nu):
    assert po.get(url(beleid, "kopieren/")).status_code == 403
    Functievervulling.objects.create(
        persoon=wereld.persoon("privacy_officer"), gemeente=wereld.andere_gemeente, functie="privacy_officer"
    )
    assert "Kies ten minste één gemeente." in tekst(po.post(url(beleid, "kopieren/"), {}))
    invoer = {"gemeenten": [wereld.andere_gemeente.pk]}
    assert "Gekopieerd als concept naar Leiderdorp" in tekst(
        po.post(url(beleid, "kopieren/"), invoer, follow=True)
    )
    assert "werkt al aan een nieuwe versie" in tekst(po.post(url(beleid, "kopieren/"), invoer))
