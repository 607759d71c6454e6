"""The pages: my own choices, and the post room of the beheerder."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from leidraad.berichten.models import Bericht, Postbus, Voorkeur
from leidraad.berichten.tests.proeftaken import stuk
from leidraad.berichten.werker import Werker

MIJN = reverse("berichten:mijn_berichten")
POST = reverse("berichten:post")
S = Bericht.Status


def test_ik_kies_zelf_en_zie_wat_niet_uit_kan(client_als, wereld):
    browser = client_als("medewerker")
    pagina = browser.get(MIJN).content.decode()
    assert "Dringende berichten krijgt u altijd meteen" in pagina
    keuzes = dict.fromkeys(browser.get(MIJN).context["form"].fields, "niet")
    assert "klok" not in keuzes
    antwoord = browser.post(MIJN, keuzes | {"klok": "niet"}, follow=True)
    assert "Uw keuzes zijn opgeslagen." in antwoord.content.decode()
    assert {v.soort for v in Voorkeur.objects.filter(persoon=wereld.persoon("medewerker"))} == set(keuzes)


def test_een_onmogelijke_keuze_geeft_een_melding_en_bewaart_niets(client_als):
    antwoord = client_als("medewerker").post(MIJN, {"nieuw_werk": "soms"})
    assert "Kies een van de mogelijkheden." in antwoord.content.decode()
    assert Voorkeur.objects.count() == 0


def test_ik_zie_mijn_laatste_berichten_en_niet_die_van_een_ander(client_als, wereld, schrijf):
    schrijf("van mij", aan=wereld.persoon("medewerker"))
    schrijf("van een ander", aan=wereld.persoon("teammanager"))
    pagina = client_als("medewerker").get(MIJN).content.decode()
    assert "Nieuw werk (van mij)" in pagina
    assert "van een ander" not in pagina


@pytest.mark.parametrize(
    ("smtp", "zin"),
    [
        ("", "Geen mailserver ingesteld"),
        ("map", "Dit is een proefomgeving"),
        ("smtps://leidraad:geheim@post.leiden.test", "post.leiden.test"),
    ],
)
def test_de_beheerder_ziet_waar_de_post_heen_gaat(client_als, settings, smtp, zin):
    settings.LEIDRAAD_SMTP = smtp
    pagina = client_als("beheerder").get(POST).content.decode()
    assert zin in pagina
    assert "geheim" not in pagina
    assert "Er is geen werker aan het werk" in pagina


def test_de_beheerder_ziet_sinds_wanneer_de_mailserver_weg_is(client_als, settings, nu):
    settings.LEIDRAAD_SMTP = "smtps://post.leiden.test"
    Postbus.objects.create(onbereikbaar_sinds=nu, fout="De mailserver is niet bereikbaar (TimeoutError).")
    pagina = client_als("beheerder").get(POST).content.decode()
    assert "Dit is zo sinds 23 november 2026, 09.00 uur" in pagina


def test_een_werker_die_leeft_staat_er_met_naam(client_als):
    werker = Werker("kantoor")
    werker._meld_aan()
    pagina = client_als("beheerder").get(POST).content.decode()
    assert werker.kenmerk in pagina
    assert "geen werker aan het werk" not in pagina
    assert "Post verzenden" in pagina


def test_mislukt_en_onzeker_staan_bovenaan_en_zijn_opnieuw_te_sturen(client_als, wereld, schrijf):
    bericht = schrijf("x", aan=wereld.persoon("teammanager"))
    Bericht.objects.update(status=S.ONZEKER, fout="De werker stopte tijdens het verzenden.")
    browser = client_als("beheerder")
    pagina = browser.get(POST).content.decode()
    assert "De werker stopte tijdens het verzenden." in pagina
    assert "Nieuw werk (x)" not in pagina, "de beheerder leest de post niet"
    besluit = reverse("berichten:bericht_beslissen", args=[bericht.pk])
    antwoord = browser.post(besluit, {"actie": "opnieuw"}, follow=True)
    assert "gaat opnieuw op de post" in antwoord.content.decode()
    bericht.refresh_from_db()
    assert (bericht.status, bericht.pogingen) == (S.KLAAR, 0)
    antwoord = browser.post(besluit, {"actie": "afsluiten"}, follow=True)
    assert "was al besloten" in antwoord.content.decode()


def test_een_adres_van_buiten_is_afgeschermd_en_alleen_voor_de_eigen_gemeente(client_als, wereld, schrijf):
    schrijf("x", aan="janssen@verwerker.test")
    browser = client_als("beheerder")
    Bericht.objects.update(status=S.MISLUKT)
    assert "verwerker.test" not in browser.get(POST).content.decode()
    Bericht.objects.update(gemeente=wereld.gemeente)
    pagina = browser.get(POST).content.decode()
    assert "j…@verwerker.test" in pagina
    assert "janssen" not in pagina


def test_een_mislukte_taak_is_opnieuw_te_doen(client_als):
    stuk.enqueue()
    DBTaskResult.objects.update(status="FAILED", finished_at=timezone.now())
    taak = DBTaskResult.objects.get()
    browser = client_als("beheerder")
    assert taak.task_path in browser.get(POST).content.decode()
    antwoord = browser.post(reverse("berichten:taak_opnieuw", args=[taak.pk]), follow=True)
    assert "De taak wordt opnieuw gedaan." in antwoord.content.decode()
    taak.refresh_from_db()
    assert taak.status == "READY"
    antwoord = browser.post(reverse("berichten:taak_opnieuw", args=[uuid4()]), follow=True)
    assert "niet meer bij de mislukte taken" in antwoord.content.decode()


def test_een_lange_rij_blijft_een_pagina_met_weinig_vragen(
    client_als, wereld, schrijf, django_assert_max_num_queries
):
    for nummer in range(60):
        schrijf(f"b{nummer}", aan=wereld.persoon("teammanager"))
    browser = client_als("beheerder")
    browser.get(POST)
    with django_assert_max_num_queries(20):
        pagina = browser.get(POST).content.decode()
    assert pagina.count("<tr>") < 60
