"""Two people in the same section: the second sees both versions and chooses."""

from dataclasses import replace

import pytest

from leidraad.registers.verwerkingen import handelingen, opslag
from leidraad.registers.verwerkingen.inhoud import Doel
from leidraad.registers.verwerkingen.tests.schermen.conftest import stempel, tekst, url, vers


@pytest.fixture
def oude_stempel(verwerking, wereld, nu):
    """The stempel of a form that was opened before a colleague saved the general section."""
    oud = stempel(verwerking, "algemeen")
    _wijzig(verwerking, wereld, nu, "algemeen", naam="Naam van de collega", omschrijving="Van de collega")
    return oud


def _wijzig(verwerking, wereld, nu, sectie, **velden):
    handelingen.bewaar_sectie(
        verwerking=verwerking, sectie=sectie, nieuw=replace(opslag.lees(vers(verwerking)), **velden),
        stempel=stempel(verwerking, sectie), door=wereld.lid("teammanager"), nu=nu,
    )  # fmt: skip


def _stuur(browser, verwerking, stempel_, **velden):
    basis = {"naam": "Mijn naam", "omschrijving": "Mijn tekst", "regime": "avg", "doe": "opslaan"}
    return browser.post(
        url(verwerking, "bewerken/algemeen/"), basis | {"stempel": stempel_} | velden, follow=True
    )


def test_de_tweede_ziet_wie_wat_heeft_opgeslagen_en_wat_zij_zelf_typte(po, verwerking, oude_stempel):
    pagina = " ".join(tekst(_stuur(po, verwerking, oude_stempel)).split())
    assert "Iemand was u voor" in pagina
    assert "Teammanager (teammanager) heeft dit dossier gewijzigd op 23 november 2026" in pagina
    assert "Naam van de collega" in pagina
    assert "Mijn naam" in pagina
    assert opslag.lees(vers(verwerking)).naam == "Naam van de collega"


def test_per_veld_kiezen_wat_blijft(po, verwerking, oude_stempel):
    botsing = _stuur(po, verwerking, oude_stempel)
    keuzes = {f"kies-{punt.naam}": "opgeslagen" for punt in botsing.context["punten"]}
    keuzes |= {"kies-omschrijving": "mijn", "doe": "kies"}
    klaar = _stuur(po, verwerking, botsing.context["stempel"], **keuzes)
    assert "is opgeslagen" in tekst(klaar)
    nu_ = opslag.lees(vers(verwerking))
    assert (nu_.naam, nu_.omschrijving) == ("Naam van de collega", "Mijn tekst")


def test_zonder_keuze_wordt_niets_opgeslagen_en_blijft_alles_staan(po, verwerking, oude_stempel):
    botsing = _stuur(po, verwerking, oude_stempel)
    pagina = tekst(_stuur(po, verwerking, botsing.context["stempel"], doe="kies"))
    assert "Maak overal een keuze" in pagina
    assert "Mijn naam" in pagina
    assert opslag.lees(vers(verwerking)).naam == "Naam van de collega"


def test_een_derde_wijziging_tijdens_het_kiezen_geeft_weer_de_keuze(po, verwerking, oude_stempel, wereld, nu):
    botsing = _stuur(po, verwerking, oude_stempel)
    keuzes = {f"kies-{punt.naam}": "mijn" for punt in botsing.context["punten"]}
    _wijzig(verwerking, wereld, nu, "algemeen", naam="Nog een keer anders")
    pagina = tekst(_stuur(po, verwerking, botsing.context["stempel"], doe="kies", **keuzes))
    assert "Nog een keer anders" in pagina
    assert opslag.lees(vers(verwerking)).naam == "Nog een keer anders"


def test_een_wijziging_in_een_ander_onderdeel_botst_niet(po, verwerking, wereld, nu):
    oud = stempel(verwerking, "algemeen")
    _wijzig(verwerking, wereld, nu, "notitie", notitie="Van een collega")
    assert "is opgeslagen" in tekst(_stuur(po, verwerking, oud))
    assert opslag.lees(vers(verwerking)).notitie == "Van een collega"


def test_twee_keer_klikken_is_geen_botsing(po, verwerking):
    oud = stempel(verwerking, "algemeen")
    _stuur(po, verwerking, oud)
    assert "is opgeslagen" in tekst(_stuur(po, verwerking, oud))


def test_bij_een_lijst_kiest_men_de_hele_lijst(po, verwerking, wereld, nu):
    oud = stempel(verwerking, "doelen")
    eerste = opslag.lees(vers(verwerking)).doelen[0]
    _wijzig(verwerking, wereld, nu, "doelen", doelen=(eerste, Doel(regel=2, omschrijving="Van de collega")))
    velden = {
        "doelen-regel": ["1", "2"], "doelen-1-omschrijving": "Beslissen", "doelen-2-omschrijving": "Van mij",
        "stempel": oud, "doe": "opslaan",
    }  # fmt: skip
    adres = url(verwerking, "bewerken/doelen/")
    botsing = po.post(adres, velden)
    assert "Van de collega" in tekst(botsing)
    assert "Van mij" in tekst(botsing)
    velden |= {"doe": "kies", "stempel": botsing.context["stempel"], "kies-doelen": "mijn"}
    po.post(adres, velden)
    assert [d.omschrijving for d in opslag.lees(vers(verwerking)).doelen] == ["Beslissen", "Van mij"]
