"""De pagina van een vraag: antwoorden, nemen, doorgeven, sluiten en er een veelgestelde vraag van maken."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from leidraad.dossiers.models import Journaalregel
from leidraad.organisaties.models import Functievervulling, Persoon
from leidraad.registers.vragen.models import Reactie, VeelgesteldeVraag, Vraag
from leidraad.registers.vragen.tests.conftest import PO, VRAGER, mijn, pagina, url, vers
from leidraad.registers.vragen.tests.test_handelingen import Antwoord
from tests.wereld import Wereld

VEELGESTELD = "/werk/vragen/veelgesteld/"
pytestmark = [pytest.mark.django_db, pytest.mark.regel("1.1.7")]


@pytest.fixture
def collega(wereld: Wereld) -> Persoon:
    """A second Privacy Officer."""
    persoon = Persoon.objects.create(email="collega@leidraad.test", naam="Collega Officer")
    Functievervulling.objects.create(persoon=persoon, gemeente=wereld.gemeente, functie="privacy_officer")
    return persoon


def test_antwoorden_op_de_pagina_zelf(po: Client, vrager: Client, vraag: Vraag) -> None:
    assert "Beantwoorden" in pagina(po.get(url(vraag)))
    antwoord = po.post(url(vraag), {"tekst": "Vijf jaar.", "gezien": "0"}, follow=True)
    assert "Uw antwoord is verstuurd" in pagina(antwoord)
    assert vers(vraag).status == "beantwoord"
    assert "Vijf jaar." in pagina(vrager.get(mijn(vraag)))


def test_wie_een_nieuwe_reactie_niet_las_houdt_haar_tekst_en_ziet_wat_er_kwam(
    po: Client, vrager: Client, vraag: Vraag
) -> None:
    vrager.post(mijn(vraag), {"tekst": "Het gaat om 2019."})
    tekst = pagina(po.post(url(vraag), {"tekst": "Mijn lange antwoord.", "gezien": "0"}))
    assert "heeft net iets toegevoegd" in tekst
    assert "Mijn lange antwoord." in tekst
    assert "Het gaat om 2019." in tekst
    assert not Reactie.objects.filter(soort="antwoord").exists()
    gezien = Reactie.objects.get().pk
    assert f'name="gezien" value="{gezien}"' in tekst
    po.post(url(vraag), {"tekst": "Mijn lange antwoord.", "gezien": str(gezien)})
    assert vers(vraag).status == "beantwoord"


@pytest.mark.parametrize(
    ("invoer", "bericht"),
    [
        ({"tekst": "  "}, "Schrijf eerst uw antwoord."),
        ({"tekst": "x" * 10_001}, "te lang"),
        ({"tekst": "Kijk bij 111222333."}, "lijkt op een BSN"),
    ],
)
def test_een_antwoord_dat_niet_kan_komt_terug(
    po: Client, vraag: Vraag, invoer: dict[str, str], bericht: str
) -> None:
    tekst = pagina(po.post(url(vraag), invoer | {"gezien": "0"}))
    assert bericht in tekst
    assert invoer["tekst"].strip() in tekst
    assert vers(vraag).status == "open"


def test_de_fg_leest_en_antwoordt_niet(client_als: Callable[[str], Client], vraag: Vraag) -> None:
    browser = client_als("fg")
    tekst = pagina(browser.get(url(vraag)))
    assert vraag.tekst in tekst
    assert "Verstuur antwoord" not in tekst
    assert browser.post(url(vraag), {"tekst": "Ik.", "gezien": "0"}).status_code == 403


def test_een_andere_gemeente_en_een_ander_nummer_bestaan_niet(po: Client, vraag: Vraag) -> None:
    for adres in (url(vraag).replace("leiden", "leiderdorp"), "/werk/leiden/vragen/VR-2026-9999/"):
        assert po.get(adres).status_code == 404


def test_elke_blik_staat_in_het_journaal(po: Client, vraag: Vraag) -> None:
    po.get(url(vraag))
    assert Journaalregel.objects.filter(keten=vraag.dossier.uuid, handeling="ingezien").count() == 1


def test_nemen_en_doorgeven(po: Client, vraag: Vraag, wereld: Wereld, collega: Persoon) -> None:
    assert "Deze vraag ligt nu bij u." in pagina(po.post(url(vraag, "nemen/"), {"was": ""}, follow=True))
    ik = wereld.persoon(PO)
    formulier = po.get(url(vraag, "toewijzen/")).context["form"]
    assert {pk for pk, _ in formulier.fields["aan"].choices} == {"", ik.pk, collega.pk}
    assert "Kies een collega." in pagina(po.post(url(vraag, "toewijzen/"), {"was": str(ik.pk)}))
    vreemd = {"aan": str(wereld.persoon("fg").pk), "was": str(ik.pk)}
    assert "Kies een collega uit de lijst." in pagina(po.post(url(vraag, "toewijzen/"), vreemd))
    goed = {"aan": str(collega.pk), "was": str(ik.pk)}
    assert "ligt nu bij uw collega" in pagina(po.post(url(vraag, "toewijzen/"), goed, follow=True))
    assert vers(vraag).dossier.behandelaar == collega
    # Somebody who still sees the old page hears that it moved.
    terug = {"aan": str(ik.pk), "was": str(ik.pk)}
    tekst = pagina(po.post(url(vraag, "toewijzen/"), terug))
    assert "ligt nu bij Collega Officer" in tekst
    assert f'name="was" value="{collega.pk}"' in tekst
    assert "Iemand was u voor" in pagina(po.post(url(vraag, "nemen/"), {"was": "onzin"}, follow=True))


def test_sluiten(po: Client, vraag: Vraag, antwoord: Antwoord) -> None:
    sluiten = url(vraag, "sluiten/")
    assert "Sluit deze vraag" not in pagina(po.get(url(vraag)))
    assert "Geef eerst antwoord" in pagina(po.post(sluiten, {"gezien": "0"}, follow=True))
    gegeven = antwoord(vraag)
    assert "De vraag is gesloten." in pagina(po.post(sluiten, {"gezien": str(gegeven.pk)}, follow=True))
    assert vers(vraag).status == "gesloten"


def test_een_veelgestelde_vraag_staat_op_de_pagina_van_iedereen(
    po: Client, vrager: Client, client_als: Callable[[str], Client], vraag: Vraag, antwoord: Antwoord,
    wereld: Wereld,
) -> None:  # fmt: skip
    antwoord(vraag)
    scherm = url(vraag, "veelgesteld/")
    begin = po.get(scherm).context
    assert begin["form"].initial["gemeenten"] == [wereld.gemeente]
    invoer = {
        "vraag": "Hoe lang bewaar ik een aanvraag?",
        "antwoord": "Vijf jaar na afloop.",
        "gemeenten": [str(wereld.gemeente.pk)],
        "revisie": str(begin["dossier"].revisie),
    }
    naam = wereld.persoon(VRAGER).naam
    tekst = pagina(po.post(scherm, invoer | {"antwoord": f"Zeg dat maar tegen {naam}."}))
    assert "Haal de naam van wie dit vroeg uit de tekst" in tekst
    assert "Kies gemeenten uit de lijst." in pagina(
        po.post(scherm, invoer | {"gemeenten": [str(wereld.andere_gemeente.pk)]})
    )
    assert po.post(scherm, invoer).status_code == 302
    assert "Hoe lang bewaar ik een aanvraag?" in pagina(vrager.get(VEELGESTELD))
    assert naam not in pagina(client_als("teammanager").get(VEELGESTELD))
    assert "Hoe lang bewaar ik" not in pagina(client_als("privacy_officer_elders").get(VEELGESTELD))
    assert "Hoe lang bewaar ik" in pagina(vrager.get(f"{VEELGESTELD}?q=afloop vijf"))
    assert "Niets gevonden" in pagina(vrager.get(f"{VEELGESTELD}?q=olifant"))
    assert "net gewijzigd" in pagina(po.post(scherm, invoer | {"antwoord": "Zes jaar."}))
    po.post(url(vraag, "veelgesteld/intrekken/"))
    assert "Hoe lang bewaar ik" not in pagina(vrager.get(VEELGESTELD))
    assert VeelgesteldeVraag.objects.get().ingetrokken_op is not None


def test_de_pagina_kost_evenveel_vragen_bij_een_lang_gesprek(
    po: Client, vraag: Vraag, antwoord: Antwoord
) -> None:
    antwoord(vraag)
    po.get(url(vraag))
    tellingen = []
    for ronde in range(2):
        with CaptureQueriesContext(connection) as vragen:
            po.get(url(vraag))
        tellingen.append(len(vragen))
        for nummer in range(6):
            antwoord(vraag, f"Nog iets {ronde} {nummer}.")
    assert tellingen[0] == tellingen[1] <= 20
