"""Filling in a section: a draft is always saved, rows come and go, and nothing that was typed is lost."""

import pytest

from leidraad.registers.verwerkingen import handelingen, opslag
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.tests.schermen.conftest import stempel, tekst, url, vers


def stuur(browser, verwerking, sectie, doe="opslaan", volg=True, **velden):
    """Post the form of a section as the browser does."""
    gegevens = {naam.replace("__", "-"): waarde for naam, waarde in velden.items()}
    gegevens |= {"doe": doe, "stempel": stempel(verwerking, sectie)}
    return browser.post(url(verwerking, f"bewerken/{sectie}/"), gegevens, follow=volg)


def doelen(*teksten):
    """The posted fields of a list of purposes."""
    velden = {"doelen__regel": [str(nummer) for nummer, _ in enumerate(teksten, start=1)]}
    return velden | {f"doelen__{nummer}__omschrijving": t for nummer, t in enumerate(teksten, start=1)}


@pytest.fixture
def leeg(maak):
    """A verwerking with only a name."""
    return maak(Inhoud(naam="Leeg"))


def test_opslaan_weigert_een_onvolledig_concept_nooit(po, leeg):
    antwoord = stuur(po, leeg, "algemeen", naam="", omschrijving="", regime="")
    assert "is opgeslagen" in tekst(antwoord)


@pytest.mark.parametrize(
    "sectie", ["algemeen", "doelen", "gegevens", "bewaren", "ontvangers", "beveiliging", "zorgvuldigheid",
               "informeren", "notitie"],
)  # fmt: skip
def test_opslaan_zonder_wijziging_laat_alles_zoals_het_was(po, verwerking, sectie):
    voor = opslag.lees(vers(verwerking))
    pagina = po.get(url(verwerking, f"bewerken/{sectie}/"))
    formulier = pagina.context["formulier"]
    velden = {
        gebonden.html_name: waarde
        for deel in formulier.forms
        for gebonden in deel
        if (waarde := gebonden.value()) not in (None, False)
    }
    velden |= {
        f"{naam}-regel": [str(r) for r in rijen.formulieren] for naam, rijen in formulier.lijsten.items()
    }
    antwoord = stuur(po, verwerking, sectie, **velden)
    assert "is opgeslagen" in tekst(antwoord)
    assert opslag.lees(vers(verwerking)) == voor


def test_een_rij_toevoegen_bewaart_wat_al_is_getypt_en_slaat_nog_niets_op(po, leeg):
    antwoord = stuur(po, leeg, "doelen", doe="toevoegen:doelen", **doelen("Net getypt"))
    assert "Net getypt" in tekst(antwoord)
    assert 'name="doelen-2-omschrijving"' in tekst(antwoord)
    assert opslag.lees(vers(leeg)).doelen == ()


def test_een_rij_verwijderen_laat_de_andere_rijen_staan(po, leeg):
    antwoord = stuur(po, leeg, "doelen", doe="verwijderen:doelen:1", **doelen("Weg", "Blijft"))
    assert "Blijft" in tekst(antwoord)
    assert "Weg" not in tekst(antwoord)


def test_een_rij_die_ergens_is_gekozen_gaat_niet_zomaar_weg(po, verwerking):
    antwoord = stuur(po, verwerking, "doelen", doe="verwijderen:doelen:1", **doelen("Beslissen"))
    assert "gekozen bij ‘Naam en adres’" in tekst(antwoord)
    assert 'name="doelen-1-omschrijving"' in tekst(antwoord)


def test_een_gebruikte_rij_leegmaken_en_opslaan_wordt_uitgelegd(po, verwerking):
    antwoord = stuur(po, verwerking, "doelen", **doelen("", "Een ander doel"))
    assert "gekozen bij ‘Naam en adres’" in tekst(antwoord)
    assert "Een ander doel" in tekst(antwoord)
    assert opslag.lees(vers(verwerking)).doelen[0].omschrijving != ""


def test_een_rij_met_alleen_spaties_is_geen_rij(po, leeg):
    stuur(po, leeg, "doelen", **doelen("   \n ", "Wel een doel"))
    assert [d.omschrijving for d in opslag.lees(vers(leeg)).doelen] == ["Wel een doel"]


def test_een_reden_zonder_vinkje_gaat_niet_verloren(po, verwerking):
    stuur(
        po, verwerking, "gegevens",
        betrokkenen__regel="1", betrokkenen__1__naam="Aanvragers",
        gegevens__regel="1", gegevens__1__naam="Naam", **{"gegevens-1-waarom-1": "Om te weten wie het is"},
    )  # fmt: skip
    assert opslag.lees(vers(verwerking)).gegevens[0].noodzaken[0].waarom == "Om te weten wie het is"


def test_een_termijn_in_gewone_woorden_wordt_begrepen_en_teruggezegd(po, leeg):
    antwoord = stuur(po, leeg, "bewaren", bewaartermijnen__regel="1", bewaartermijnen__1__duur="7 jaar")
    assert opslag.lees(vers(leeg)).bewaartermijnen[0].duur == "P7Y"
    assert "Begrepen als: 7 jaar (P7Y)" in tekst(antwoord)


def test_een_resultaat_van_de_selectielijst_bewaart_nummer_en_versie(po, leeg):
    stuur(
        po, leeg, "bewaren",
        bewaartermijnen__regel="1", bewaartermijnen__1__bron="selectielijst",
        bewaartermijnen__1__resultaat="1.1 – Ingericht",
    )  # fmt: skip
    termijn = opslag.lees(vers(leeg)).bewaartermijnen[0]
    assert (termijn.resultaat, termijn.lijstversie) == ("1.1", "2020")


@pytest.mark.parametrize(
    ("sectie", "veld", "waarde", "melding"),
    [
        ("algemeen", "startdatum", "31-02-2026", "geen bestaande datum"),
        ("algemeen", "startdatum", "0001-01-01", "kan niet kloppen"),
        ("algemeen", "naam", "x" * 301, "te lang: 301 tekens"),
        ("algemeen", "hoofdverwerking", "VW-1999-0001", "geen andere verwerking"),
        ("algemeen", "rol", "koning", "bestaat niet"),
        ("informeren", "privacyverklaring_link", "geen link", "geen goede link"),
        ("notitie", "notitie", "n" * 50_001, "50.001 tekens"),
    ],
)
def test_wat_niet_kan_wordt_bij_het_veld_gezegd_en_blijft_staan(po, leeg, sectie, veld, waarde, melding):
    antwoord = stuur(po, leeg, sectie, omschrijving="Dit blijft staan", **{veld: waarde})
    assert melding in tekst(antwoord)
    assert waarde in tekst(antwoord)
    if sectie == "algemeen":
        assert "Dit blijft staan" in tekst(antwoord)
    assert opslag.lees(vers(leeg)).naam == "Leeg"


def test_een_einde_voor_het_begin_kan_niet(po, leeg):
    antwoord = stuur(po, leeg, "algemeen", naam="A", startdatum="2026-02-01", einddatum="2026-01-01")
    assert "ligt vóór de begindatum (01-02-2026)" in tekst(antwoord)


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("bewaartermijnen-1-duur", "heel lang", "geen termijn die wij begrijpen"),
        ("bewaartermijnen-1-resultaat", "999.9", "staat niet in de lijst"),
        ("vernietigingen-1-uitgevoerd_op", "2199-01-01", "in de toekomst"),
    ],
)
def test_een_onmogelijke_waarde_in_een_rij_staat_bij_die_rij(po, leeg, veld, waarde, melding):
    rijen = {"bewaartermijnen-regel": "1", "vernietigingen-regel": "1", "bewaartermijnen-1-wet": "Archiefwet"}
    antwoord = stuur(po, leeg, "bewaren", **rijen, **{veld: waarde})
    assert melding in tekst(antwoord)
    assert "Archiefwet" in tekst(antwoord)
    assert opslag.lees(vers(leeg)).bewaartermijnen == ()


def test_een_land_mag_bij_naam_en_een_tikfout_krijgt_een_voorstel(po, leeg):
    stuur(po, leeg, "ontvangers", ontvangers__regel="1", ontvangers__1__land="Duitsland")
    assert opslag.lees(vers(leeg)).ontvangers[0].land == "DE"
    antwoord = stuur(po, leeg, "ontvangers", ontvangers__regel="1", ontvangers__1__land="Duitslnd")
    assert "Bedoelt u: Duitsland" in tekst(antwoord)


def test_bij_een_land_buiten_de_eer_staat_wat_de_wet_zegt(po, leeg):
    antwoord = stuur(po, leeg, "ontvangers", ontvangers__regel="1", ontvangers__1__land="India")
    assert "Voor India geldt geen adequaatheidsbesluit" in tekst(antwoord)


def test_een_bsn_of_iban_geeft_een_waarschuwing_maar_wordt_opgeslagen(po, leeg):
    antwoord = stuur(po, leeg, "notitie", notitie="Van 111222333 op NL91 ABNA 0417 1643 00.")
    assert "lijkt" in tekst(antwoord)
    assert "BSN" in tekst(antwoord)
    assert "111222333" in opslag.lees(vers(leeg)).notitie


def test_vreemde_tekens_komen_heel_terug(po, leeg):
    stuur(po, leeg, "notitie", notitie="a\x00b 😀 مرحبا\r\nregel twee  ")
    assert opslag.lees(vers(leeg)).notitie == "ab 😀 مرحبا\nregel twee"


def test_vijfhonderd_rijen_kan_en_meer_wordt_uitgelegd(po, leeg):
    stuur(po, leeg, "doelen", **doelen(*[f"Doel {i}" for i in range(500)]))
    assert len(opslag.lees(vers(leeg)).doelen) == 500
    antwoord = stuur(po, leeg, "doelen", **doelen(*[f"Doel {i}" for i in range(501)]))
    assert "hoogstens 500 rijen" in tekst(antwoord)
    assert "Doel 500" in tekst(antwoord)


def test_html_in_een_veld_wordt_tekst(po, leeg):
    stuur(po, leeg, "algemeen", naam="<script>alert(1)</script>")
    assert "<script>alert" not in tekst(po.get(url(leeg)))


def test_de_ontbrekende_maatregelen_komen_er_met_een_knop_bij(po, leeg):
    antwoord = stuur(po, leeg, "beveiliging", doe="maatregelen")
    assert tekst(antwoord).count('name="maatregelen-regel"') > 3


def test_opslaan_en_verder_gaat_naar_het_volgende_onderdeel(po, leeg):
    antwoord = stuur(po, leeg, "algemeen", doe="volgende", volg=False, naam="A")
    assert antwoord["Location"] == url(leeg, "bewerken/doelen/")
    antwoord = stuur(po, leeg, "notitie", doe="volgende", volg=False, notitie="klaar")
    assert antwoord["Location"] == url(leeg)


def test_het_zijpaneel_wijst_naar_het_veld_dat_nog_nodig_is(po, leeg):
    pagina = tekst(po.get(url(leeg, "bewerken/algemeen/")))
    assert "Kies de rol van de gemeente." in pagina
    assert f'{url(leeg, "bewerken/algemeen/")}#veld-rol"' in pagina
    assert 'id="veld-rol"' in pagina


def test_bewerken_van_een_vastgestelde_verwerking_begint_een_herziening(po, vastgesteld):
    stuur(po, vastgesteld, "notitie", notitie="Er is iets veranderd.")
    assert vers(vastgesteld).status == "in_herziening"


def test_terwijl_de_manager_beslist_staat_de_tekst_stil_en_gaat_niets_verloren(po, wereld, verwerking, nu):
    lid = wereld.lid("privacy_officer")
    handelingen.dien_in(verwerking=verwerking, door=lid, nu=nu)
    handelingen.geef_akkoord(verwerking=verwerking, door=lid, nu=nu)
    antwoord = stuur(po, verwerking, "notitie", notitie="Toch nog iets")
    assert "Niet opgeslagen" in tekst(antwoord)
    assert "Toch nog iets" in tekst(antwoord)


def test_een_onbekend_onderdeel_bestaat_niet(po, verwerking):
    assert po.get(url(verwerking, "bewerken/onzin/")).status_code == 404


@pytest.mark.parametrize(
    ("rol", "status"),
    [
        ("medewerker", 403),
        ("fg", 403),
        ("privacy_officer_elders", 404),
        ("teammanager", 200),
        ("anoniem", 302),
    ],
)
def test_wie_mag_bewerken(client_als, verwerking, rol, status):
    assert client_als(rol).get(url(verwerking, "bewerken/doelen/")).status_code == status


def test_tien_megabyte_krijgt_een_leesbaar_antwoord(po, leeg):
    antwoord = stuur(po, leeg, "notitie", notitie="x" * 11_000_000)
    assert antwoord.status_code == 400
    assert "Traceback" not in tekst(antwoord)


def test_bij_enter_in_een_veld_wordt_opgeslagen_en_geen_rij_verwijderd(po, verwerking):
    pagina = tekst(po.get(url(verwerking, "bewerken/doelen/")))
    formulier = pagina[pagina.index('name="stempel"') :]
    assert formulier.index('value="opslaan"') < formulier.index('value="verwijderen:')
