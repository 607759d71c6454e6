"""Besluiten vastleggen: vaststellen, beoordelen, intrekken en de griffie; wat niet kan wordt uitgelegd."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from leidraad.dossiers.models import Bijlage
from leidraad.dossiers.secties import sectie_stempel
from leidraad.registers.beleid import handelingen, opslag
from leidraad.registers.beleid.inhoud import Inhoud, Versieinhoud
from leidraad.registers.beleid.models import Beleidsversie
from leidraad.registers.beleid.secties import VERSIE
from leidraad.registers.beleid.tests import hulp
from leidraad.registers.beleid.tests.schermen.conftest import VANAF, tekst, url, velden

BESLUIT = {"datum": "2-11-2026", "geldig_vanaf": "9-11-2026", "kenmerk": "Z/26/9"}


@pytest.fixture
def invoer(po, concept, wereld):
    """A good form, as the page itself would send it."""
    return (
        velden(po.get(url(concept.stuk, "vaststellen/")))
        | BESLUIT
        | {"besluiter": f"orgaan:{wereld.college.pk}"}
    )


def test_vaststellen_legt_het_besluit_vast(po, concept, invoer):
    antwoord = po.post(url(concept.stuk, "vaststellen/"), invoer)
    assert antwoord.status_code == 302
    versie = Beleidsversie.objects.get()
    assert (versie.besluitdatum, versie.geldig_vanaf) == (date(2026, 11, 2), date(2026, 11, 9))
    assert versie.beoordelen_voor == date(2029, 11, 2)
    assert "9 november 2026" in tekst(po.get(antwoord["Location"]))


def test_twee_keer_klikken_is_een_keer_vaststellen(po, concept, invoer):
    po.post(url(concept.stuk, "vaststellen/"), invoer)
    antwoord = po.post(url(concept.stuk, "vaststellen/"), invoer, follow=True)
    assert "Misschien is dat net al gebeurd" in tekst(antwoord)
    assert concept.stuk.dossier.versies.count() == 1


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"datum": "31-2-2026"}, "Dit is geen bestaande datum."),
        (
            {"datum": "24-11-2026", "geldig_vanaf": "24-11-2026"},
            "Het besluit kan niet in de toekomst liggen.",
        ),
        ({"geldig_vanaf": "1-11-2026"}, "Een versie kan niet gelden voordat zij is vastgesteld."),
        ({"geldig_vanaf": ""}, "Vul in vanaf welke dag deze versie geldt."),
        ({"beoordelen_voor": "1-1-2030"}, "niet later dan 02-11-2029"),
        ({"besluiter": ""}, "Kies wie dit stuk heeft vastgesteld."),
        ({"besluiter": "orgaan:999999"}, "bestaat niet (meer). Kies opnieuw."),
        ({"kenmerk": ""}, "noem het kenmerk van het besluit"),
    ],
)
def test_wat_niet_kan_wordt_uitgelegd_en_het_getypte_blijft(po, concept, invoer, anders, melding):
    antwoord = po.post(
        url(concept.stuk, "vaststellen/"), invoer | {"toelichting": "Zie de notulen."} | anders
    )
    assert antwoord.status_code == 200
    assert melding in tekst(antwoord)
    assert "Zie de notulen." in tekst(antwoord)
    assert Beleidsversie.objects.get().is_concept


def test_wie_de_nieuwste_tekst_niet_zag_legt_niets_vast(po, concept, invoer, wereld, nu):
    oud = opslag.lees_versie(concept)
    handelingen.wijzig_versie(
        versie=concept, nieuw=Versieinhoud(tekst="Heel andere tekst."), stempel=sectie_stempel(oud, VERSIE),
        door=wereld.lid("privacy_officer"), nu=nu,
    )  # fmt: skip
    antwoord = po.post(url(concept.stuk, "vaststellen/"), invoer)
    assert "De tekst van het concept is intussen gewijzigd." in tekst(antwoord)
    assert Beleidsversie.objects.get().is_concept


def test_het_besluit_kan_als_bestand_mee_en_blijft_weg_als_er_iets_niet_klopt(po, concept, invoer):
    fout = invoer | {"kenmerk": "", "geldig_vanaf": "1-11-2026", "bestand": _bestand()}
    assert po.post(url(concept.stuk, "vaststellen/"), fout).status_code == 200
    assert not Bijlage.objects.exists()
    goed = invoer | {"kenmerk": "", "bestand": _bestand()}
    assert po.post(url(concept.stuk, "vaststellen/"), goed).status_code == 302
    assert Beleidsversie.objects.get().besluit == Bijlage.objects.get()


def _bestand() -> SimpleUploadedFile:
    return SimpleUploadedFile("besluit.txt", b"Het college besluit.", "text/plain")


@pytest.mark.regel("1.1.3")
def test_een_ander_stuk_met_dezelfde_plek_staat_al_aangekruist_om_in_te_trekken(po, concept, wereld, nu):
    oud = hulp.maak(wereld, nu, Inhoud(**{**vars(hulp.PROCEDURE), "naam": "Meldcode"}))
    hulp.stel_vast(wereld, oud, VANAF, nu)
    pagina = po.get(url(concept.stuk, "vaststellen/"))
    begin = velden(pagina)
    assert begin["trekt_in"] == [str(oud.pk)]
    po.post(url(concept.stuk, "vaststellen/"), begin | BESLUIT | {"besluiter": f"orgaan:{wereld.college.pk}"})
    assert oud.versies.get().ingetrokken_per == date(2026, 11, 9)


@pytest.mark.regel("1.1.1")
def test_het_privacybeleid_kan_alleen_door_het_college_worden_vastgesteld(po, wereld, nu):
    stuk = hulp.maak(wereld, nu)
    keuzes = po.get(url(stuk, "vaststellen/")).context["formulier"].fields["besluiter"].choices
    assert [naam for _, naam in keuzes] == ["Nog niet gekozen", "College van burgemeester en wethouders"]


def test_een_teammanager_legt_alleen_het_besluit_van_een_functie_vast(client_als, wereld, nu):
    werk = Inhoud(naam="Werkinstructie", soort="werkinstructie", eigenaar="teammanager")
    stuk = hulp.maak(wereld, nu, werk, rol="teammanager", eenheid=wereld.team)
    browser = client_als("teammanager")
    pagina = browser.get(url(stuk, "vaststellen/"))
    codes = [code for code, _ in pagina.context["formulier"].fields["besluiter"].choices]
    assert not [code for code in codes if code.startswith("orgaan")]
    antwoord = browser.post(
        url(stuk, "vaststellen/"), velden(pagina) | BESLUIT | {"besluiter": "functie:teammanager"}
    )
    assert antwoord.status_code == 302
    assert stuk.versies.get().functie == "teammanager"


@pytest.mark.regel("1.1.6")
def test_opnieuw_beoordelen_zet_een_nieuwe_dag_en_bewaart_waarom(po, beleid):
    invoer = {"uitkomst": "blijft", "toelichting": "Past nog bij de wet."}
    assert po.post(url(beleid, "beoordelen/"), invoer).status_code == 302
    assert beleid.versies.get().beoordelen_voor == date(2029, 11, 23)
    assert "Past nog bij de wet." in tekst(po.get(url(beleid)))


def test_een_beoordeling_zonder_uitleg_of_met_een_te_late_dag_kan_niet(po, beleid):
    antwoord = po.post(url(beleid, "beoordelen/"), {"toelichting": "Gelezen.", "volgende_voor": "1-1-2031"})
    assert "Kies wat er uit de beoordeling komt." in tekst(antwoord)
    assert "Gelezen." in tekst(antwoord)
    laat = {"uitkomst": "blijft", "toelichting": "Gelezen.", "volgende_voor": "1-1-2031"}
    assert "niet later dan 23-11-2029" in tekst(po.post(url(beleid, "beoordelen/"), laat))


def test_zonder_concept_of_geldende_versie_is_er_niets_te_besluiten(po, beleid, concept):
    assert po.get(url(beleid, "vaststellen/"))["Location"] == url(beleid)
    assert po.get(url(concept.stuk, "beoordelen/"))["Location"] == url(concept.stuk)
    assert po.get(url(beleid, "griffie/intrekken/"))["Location"] == url(beleid)


def test_intrekken_zonder_opvolger_vraagt_een_dag_en_een_reden(po, beleid):
    assert "Leg uit waarom" in tekst(po.post(url(beleid, "intrekken/"), {"per": "1-12-2026"}))
    invoer = {"per": "1-12-2026", "reden": "De regeling is niet meer nodig (B&W 26.1)."}
    assert po.post(url(beleid, "intrekken/"), invoer).status_code == 302
    assert beleid.versies.get().ingetrokken_per == date(2026, 12, 1)
    dubbel = tekst(po.post(url(beleid, "intrekken/"), {"per": "1-12-2026", "reden": "Nog eens."}))
    assert "Er is geen versie die op die dag geldt" in dubbel


@pytest.mark.regel("1.1.2")
def test_de_griffie_besluit_zelf_en_kan_dat_terugdraaien(po, wereld, beleid):
    zonder = tekst(po.post(url(beleid, "griffie/"), {"besluitdatum": "1-9-2026", "kenmerk": "WGC"}))
    assert "Deze gemeente heeft geen eenheid van de soort griffie." in zonder
    hulp.griffie(wereld)
    po.post(url(beleid, "griffie/"), {"besluitdatum": "1-9-2026", "kenmerk": "WGC 7"})
    assert beleid.toepassingen.get().geldig_vanaf == date(2026, 9, 1)
    vroeg = tekst(po.post(url(beleid, "griffie/intrekken/"), {"per": "1-8-2026"}))
    assert "voor de dag waarop het stuk voor de griffie ging gelden" in vroeg
    assert po.post(url(beleid, "griffie/intrekken/"), {"per": "1-12-2026"}).status_code == 302
    assert beleid.toepassingen.get().ingetrokken_per == date(2026, 12, 1)
