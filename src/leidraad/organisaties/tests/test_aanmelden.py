"""Signing in: closed, without telling who has an account, and never in English."""

import pytest
from click.testing import CliRunner
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from leidraad.organisaties.models import Persoon
from leidraad.project.opdrachten.organisatie import wachtwoord
from tests.wereld import WACHTWOORD, Wereld

_FOUT = "Het e-mailadres of het wachtwoord klopt niet."


@pytest.fixture(autouse=True)
def _lege_teller(db: None) -> None:
    cache.clear()


def _login(client: Client, email: str, woord: str, **meer: str) -> str:
    antwoord = client.post(reverse("account_login"), {"login": email, "password": woord, **meer})
    return str(antwoord.get("Location", "")) or antwoord.content.decode()


def test_inloggen_gaat_verder_waar_u_was(client: Client, wereld: Wereld) -> None:
    naar = reverse("organisaties:mijn_gegevens")
    assert client.get(naar)["Location"] == f"{reverse('account_login')}?next={naar}"
    assert f'value="{naar}"' in client.get(client.get(naar)["Location"]).content.decode()
    assert _login(client, "FG@leidraad.test", WACHTWOORD, next=naar) == naar


def test_inloggen_gaat_nooit_naar_een_andere_site(client: Client, wereld: Wereld) -> None:
    assert "kwaad.example" not in _login(
        client, "fg@leidraad.test", WACHTWOORD, next="https://kwaad.example/"
    )


def test_een_verkeerd_wachtwoord_en_een_onbekend_adres_geven_dezelfde_tekst(
    client: Client, wereld: Wereld
) -> None:
    assert _FOUT in _login(client, "fg@leidraad.test", "fout-wachtwoord")
    assert _FOUT in _login(client, "niemand@leidraad.test", "fout-wachtwoord")


def test_het_getypte_adres_blijft_staan(client: Client, wereld: Wereld) -> None:
    assert 'value="fg@leidraad.test"' in _login(client, "fg@leidraad.test", "fout-wachtwoord")


def test_na_vijf_keer_fout_moet_u_wachten(client: Client, wereld: Wereld) -> None:
    for _ in range(5):
        assert _FOUT in _login(client, "fg@leidraad.test", "fout-wachtwoord")
    assert "te vaak een verkeerd wachtwoord" in _login(client, "fg@leidraad.test", WACHTWOORD)


def test_een_heel_gemeentehuis_kan_binnen_een_minuut_inloggen(client: Client, wereld: Wereld) -> None:
    for _ in range(100):
        _login(client, "fg@leidraad.test", WACHTWOORD)
        assert "_auth_user_id" in client.session
        client.session.flush()


def test_te_veel_aanvragen_geven_een_nederlandse_pagina(client: Client, wereld: Wereld) -> None:
    for _ in range(5):
        client.post(reverse("account_reset_password"), {"email": "x@leidraad.test"})
    antwoord = client.post(reverse("account_reset_password"), {"email": "x@leidraad.test"})
    assert antwoord.status_code == 429
    assert "Even wachten" in antwoord.content.decode()


def test_een_gesloten_account_komt_er_niet_in(client: Client, wereld: Wereld) -> None:
    Persoon.objects.filter(email="fg@leidraad.test").update(is_active=False)
    _login(client, "fg@leidraad.test", WACHTWOORD)
    assert "_auth_user_id" not in client.session


def test_niemand_maakt_zelf_een_account(client: Client) -> None:
    html = client.get(reverse("account_signup")).content.decode()
    assert "U kunt hier geen account maken" in html
    client.post(reverse("account_signup"), {"email": "a@b.nl", "password1": WACHTWOORD})
    assert not Persoon.objects.exists()


@pytest.mark.parametrize("email", ["fg@leidraad.test", "niemand@leidraad.test"])
def test_wachtwoord_vergeten_verraadt_niet_wie_een_account_heeft(
    client: Client, wereld: Wereld, email: str
) -> None:
    antwoord = client.post(reverse("account_reset_password"), {"email": email}, follow=True)
    assert "Kijk in uw e-mail" in antwoord.content.decode()
    [bericht] = mail.outbox
    assert "Leidraad" in bericht.subject
    assert "Hello" not in bericht.body


def test_ook_als_de_mailserver_weigert_blijft_het_antwoord_gelijk(
    client: Client, wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger(*_: object, **__: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", weiger)
    antwoord = client.post(reverse("account_reset_password"), {"email": "fg@leidraad.test"}, follow=True)
    assert "Kijk in uw e-mail" in antwoord.content.decode()


@pytest.mark.parametrize(
    "naam", ["account_login", "account_reset_password", "account_reset_password_done", "account_inactive",
             "account_signup", "account_reset_password_from_key_done"],
)  # fmt: skip
def test_elke_pagina_is_nederlands(client: Client, naam: str) -> None:
    html = client.get(reverse(naam)).content.decode()
    assert '<html lang="nl"' in html
    assert not [woord for woord in ("Sign", "Password", "Forgot", "Email address", "your") if woord in html]


def test_wachtwoord_wijzigen_vraagt_het_huidige(client: Client, wereld: Wereld) -> None:
    client.force_login(wereld.persoon("fg"))
    velden = {"oldpassword": "fout", "password1": "een-heel-nieuw-woord", "password2": "een-heel-nieuw-woord"}
    html = client.post(reverse("account_change_password"), velden).content.decode()
    assert "Het huidige wachtwoord klopt niet." in html
    client.post(reverse("account_change_password"), {**velden, "oldpassword": WACHTWOORD})
    wereld.persoon("fg").refresh_from_db()
    assert wereld.persoon("fg").check_password("een-heel-nieuw-woord")


@pytest.mark.parametrize("naam", ["account_email", "account_email_verification_sent"])
def test_wat_leidraad_niet_aanbiedt_bestaat_niet(naam: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(naam)


def test_uitloggen_vraagt_eerst_en_sluit_dan_af(client: Client, wereld: Wereld) -> None:
    client.force_login(wereld.persoon("fg"))
    assert "Wilt u uitloggen?" in client.get(reverse("account_logout")).content.decode()
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session


def test_de_opdrachtregel_stelt_een_wachtwoord_in(wereld: Wereld) -> None:
    nieuw = "een-gloednieuw-woord-7"
    uit = CliRunner().invoke(wachtwoord, ["FG@leidraad.test"], input=f"{nieuw}\n{nieuw}\n")
    assert uit.exit_code == 0
    assert nieuw not in uit.output
    assert Persoon.objects.get(email="fg@leidraad.test").check_password(nieuw)


@pytest.mark.parametrize(
    ("email", "invoer", "code"),
    [
        ("niemand@x.nl", "", 2),
        ("fg@leidraad.test", "een-woord-van-12\nanders\n", 1),
        ("fg@leidraad.test", "kort\nkort\n", 1),
    ],
)
def test_een_wachtwoord_dat_niet_kan_verandert_niets(
    wereld: Wereld, email: str, invoer: str, code: int
) -> None:
    assert CliRunner().invoke(wachtwoord, [email], input=invoer).exit_code == code
    assert Persoon.objects.get(email="fg@leidraad.test").check_password(WACHTWOORD)
