"""The outbox: what is rolled back is never sent, what is sent is sent once, and what fails is seen."""

import shutil
import ssl
import subprocess
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller
from django.db import transaction

from leidraad.berichten.bezorgen import postmap
from leidraad.berichten.handelingen import sluit_af, stuur_opnieuw
from leidraad.berichten.models import Bericht, Postbus
from leidraad.berichten.taken import ruim_op
from leidraad.berichten.teksten import tekst
from leidraad.berichten.verzenden import ONZEKER_NA, verzend

MINUUT = timedelta(minutes=1)
S = Bericht.Status


def test_wat_niet_doorgaat_wordt_niet_verstuurd(postkantoor, schrijf, nu):
    with transaction.atomic():
        assert schrijf("a")
        transaction.set_rollback(True)
    assert verzend(nu) == 0
    assert Bericht.objects.count() == 0


def test_dezelfde_sleutel_geeft_een_bericht(postkantoor, schrijf, nu):
    assert schrijf("a") == schrijf("a")
    assert verzend(nu) == 1
    assert verzend(nu + MINUUT) == 0
    assert postkantoor.ontvangen() == {"noor@leiden.test": 1}


def test_een_bericht_is_kort_en_heeft_een_link_en_geen_inhoud(postkantoor, schrijf, nu):
    schrijf("a")
    verzend(nu)
    (mail,) = postkantoor.binnen
    lichaam = mail.get_content()
    assert mail["Subject"] == "Nieuw werk (a)"
    assert mail["From"] == "Leidraad <leidraad@leiden.test>"
    assert mail.get_content_type() == "text/plain"
    assert "Bekijk het in Leidraad: https://privacy.leiden.test/werk/" in lichaam
    assert "https://privacy.leiden.test/werk/mijn-berichten/" in lichaam
    assert mail["Message-ID"].endswith("@leiden.test>")


def test_een_adres_van_buiten_krijgt_geen_link_naar_voorkeuren(postkantoor, schrijf, nu):
    schrijf("a", aan="verwerker@elders.test")
    verzend(nu)
    (mail,) = postkantoor.binnen
    assert "mijn-berichten" not in mail.get_content()


def test_een_regeleinde_in_het_onderwerp_wordt_geen_kop(postkantoor, schrijf, nu):
    schrijf("a\nBcc: iedereen@elders.test")
    verzend(nu)
    (mail,) = postkantoor.binnen
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Nieuw werk (a Bcc: iedereen@elders.test)"


def test_veel_berichten_gaan_over_een_verbinding(postkantoor, schrijf, nu):
    for nummer in range(120):
        schrijf(f"b{nummer}")
    assert verzend(nu) == 120
    assert postkantoor.verbindingen == 1


def test_is_de_mailserver_een_uur_weg_dan_komt_daarna_alles_een_keer_aan(postkantoor, schrijf, nu):
    postkantoor.dicht()
    for minuut in range(60):
        schrijf(f"b{minuut}", aan=f"b{minuut}@leiden.test", op=nu + minuut * MINUUT)
        assert verzend(nu + minuut * MINUUT) == 0
    bus = Postbus.objects.get()
    assert (bus.onbereikbaar_sinds, bus.bereikt_op) == (nu, None)
    assert "niet bereikbaar" in bus.fout

    postkantoor.open()
    assert verzend(nu + 60 * MINUUT) == 60
    assert set(postkantoor.ontvangen().values()) == {1}
    assert len(postkantoor.ontvangen()) == 60
    bus.refresh_from_db()
    assert (bus.onbereikbaar_sinds, bus.fout) == (None, "")


def test_valt_de_lijn_weg_voor_de_tekst_dan_gaat_alles_later_een_keer(postkantoor, schrijf, nu):
    postkantoor.antwoorden["b0@leiden.test"] = "weg"
    for nummer in range(3):
        schrijf(f"b{nummer}", aan=f"b{nummer}@leiden.test")
    assert verzend(nu) == 0
    # The message that broke the line waits a minute and does not hold up the others.
    assert verzend(nu + MINUUT / 2) == 2
    postkantoor.antwoorden.clear()
    assert verzend(nu + MINUUT) == 1
    assert set(postkantoor.ontvangen().values()) == {1}


def test_valt_de_lijn_weg_na_de_tekst_dan_is_het_bericht_onzeker_en_gaat_het_niet_vanzelf_opnieuw(
    postkantoor, schrijf, nu, wereld
):
    postkantoor.antwoord_op_tekst = "weg"
    bericht = schrijf("a", aan=wereld.persoon("teammanager"))
    verzend(nu)
    postkantoor.antwoord_op_tekst = "250 OK"
    assert verzend(nu + timedelta(days=3)) == 0
    bericht.refresh_from_db()
    assert bericht.status == S.ONZEKER
    assert stuur_opnieuw(bericht=bericht, door=wereld.lid("beheerder"), nu=nu)
    assert not stuur_opnieuw(bericht=bericht, door=wereld.lid("beheerder"), nu=nu)
    assert verzend(nu) == 1


def test_een_bericht_van_een_verdwenen_werker_wordt_onzeker(postkantoor, schrijf, nu):
    bericht = schrijf("a")
    Bericht.objects.filter(pk=bericht.pk).update(status=S.WORDT_VERZONDEN, geclaimd_op=nu)
    verzend(nu + ONZEKER_NA)
    bericht.refresh_from_db()
    assert bericht.status == S.WORDT_VERZONDEN
    verzend(nu + ONZEKER_NA + MINUUT)
    bericht.refresh_from_db()
    assert bericht.status == S.ONZEKER
    assert postkantoor.binnen == []


@pytest.mark.parametrize("antwoord", ["450 4.2.1 mailbox busy", "451 4.7.1 greylisted noor@leiden.test"])
def test_een_tijdelijke_weigering_wacht_steeds_langer(postkantoor, schrijf, nu, antwoord):
    postkantoor.antwoorden["noor@leiden.test"] = antwoord
    bericht = schrijf("a")
    wachttijden = []
    while bericht.status == S.KLAAR:
        moment = bericht.volgende_poging
        assert verzend(moment - timedelta(seconds=1)) == verzend(moment) == 0
        bericht.refresh_from_db()
        wachttijden.append((bericht.volgende_poging - moment) / MINUUT)
    assert wachttijden == [1, 5, 15, 60, 240, 720, 1440, 0]
    assert bericht.status == S.MISLUKT
    assert bericht.fout == f"De mailserver antwoordde {' '.join(antwoord.split()[:2])}"


def test_een_blijvende_weigering_is_zichtbaar_en_houdt_de_rest_niet_op(postkantoor, schrijf, nu, wereld):
    manager = wereld.persoon("teammanager")
    postkantoor.antwoorden[manager.email] = f"550 5.1.1 <{manager.email}> unknown"
    schrijf("weg", aan=manager)
    schrijf("goed")
    assert verzend(nu) == 1
    bericht = Bericht.objects.get(sleutel="weg")
    assert (bericht.status, bericht.fout) == (S.MISLUKT, "De mailserver antwoordde 550 5.1.1")
    manager.email = "nieuw@leiden.test"
    manager.save()
    assert stuur_opnieuw(bericht=bericht, door=wereld.lid("beheerder"), nu=nu)
    assert verzend(nu) == 1
    assert postkantoor.ontvangen()["nieuw@leiden.test"] == 1


def test_wie_een_mislukt_bericht_afsluit_stuurt_het_niet_meer(schrijf, wereld, nu):
    bericht = schrijf("a", aan=wereld.persoon("teammanager"))
    assert not sluit_af(bericht=bericht, door=wereld.lid("beheerder")), "het is nog niet mislukt"
    Bericht.objects.update(status=S.MISLUKT)
    assert sluit_af(bericht=bericht, door=wereld.lid("beheerder"))
    assert not stuur_opnieuw(bericht=bericht, door=wereld.lid("beheerder"), nu=nu)


def test_een_geweigerde_tekst_mislukt_en_een_onmogelijk_adres_ook(postkantoor, schrijf, nu):
    schrijf("vreemd", aan="jörg@leiden.test")
    assert verzend(nu) == 0
    postkantoor.antwoord_op_tekst = "554 5.7.1 spam"
    schrijf("a")
    assert verzend(nu) == 0
    assert set(Bericht.objects.values_list("status", flat=True)) == {S.MISLUKT}


def test_een_beheerder_van_elders_beslist_niet_over_ons_bericht(schrijf, wereld, nu):
    bericht = schrijf("a", aan=wereld.persoon("teammanager"))
    Bericht.objects.update(status=S.MISLUKT)
    with pytest.raises(Bericht.DoesNotExist):
        stuur_opnieuw(bericht=bericht, door=wereld.lid("privacy_officer_elders"), nu=nu)


def test_zonder_mailserver_blijft_alles_staan(settings, schrijf, nu):
    settings.LEIDRAAD_SMTP = ""
    schrijf("a")
    assert verzend(nu) == 0
    assert Bericht.objects.get().status == S.KLAAR


def test_in_een_proefomgeving_worden_berichten_bestanden(settings, tmp_path, schrijf, nu):
    settings.LEIDRAAD_SMTP, settings.DATA = "map", tmp_path
    schrijf("a")
    assert verzend(nu) == 1
    (bestand,) = postmap().glob("*.eml")
    assert b"Subject: Nieuw werk (a)" in bestand.read_bytes()
    assert postmap().stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("adres", "uitleg"),
    [
        ("smtp://127.0.0.1:{}", "biedt geen TLS (STARTTLS)"),
        ("smtps://127.0.0.1:{}", "certificaat"),
        ("http://127.0.0.1:{}", "LEIDRAAD_SMTP begint niet met"),
    ],
)
def test_zonder_tls_gaat_er_niets_over_de_lijn_tenzij_dat_gezegd_is(
    postkantoor, settings, schrijf, nu, adres, uitleg
):
    settings.LEIDRAAD_SMTP = adres.format(postkantoor.poort)
    schrijf("a")
    assert verzend(nu) == 0
    assert postkantoor.binnen == []
    assert uitleg in Postbus.objects.get().fout


@pytest.fixture
def certificaat(tmp_path, monkeypatch) -> ssl.SSLContext:
    """A certificate for this machine that this process trusts."""
    sleutel, cert = tmp_path / "sleutel.pem", tmp_path / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", "-keyout", sleutel, "-out", cert],
        check=True, capture_output=True,
    )  # fmt: skip
    monkeypatch.setenv("SSL_CERT_FILE", str(cert))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, sleutel)
    return context


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl maakt het certificaat")
def test_met_tls_en_een_wachtwoord_gaat_het_ook(postkantoor, settings, schrijf, nu, certificaat):
    postkantoor.dicht()
    gezien = []

    def ken(_mechanisme, naam, wachtwoord):
        gezien.append((naam, wachtwoord))
        return True

    deur = Controller(
        postkantoor, hostname="127.0.0.1", port=postkantoor.poort, tls_context=certificaat,
        require_starttls=True, auth_required=True, auth_callback=ken,
    )  # fmt: skip
    deur.start()
    try:
        settings.LEIDRAAD_SMTP = f"smtp://leidraad:ge%40heim@localhost:{postkantoor.poort}"
        schrijf("a")
        assert verzend(nu) == 1
    finally:
        deur.stop()
    assert gezien == [(b"leidraad", b"ge@heim")]


@pytest.mark.parametrize("naam", ["nieuw_werk", "toegewezen", "herinnering", "termijn"])
def test_de_teksten_noemen_werk_gemeente_nummer_en_moment(naam, nu):
    zinnen = tekst(
        naam,
        gemeente="'s-Hertogenbosch",
        nummer="DL-2026-0004",
        wat="Datalek beoordelen",
        uiterlijk=nu,
        uren=4,
    )
    for deel in ("'s-Hertogenbosch", "DL-2026-0004", "Datalek beoordelen", "23 november 2026, 09.00 uur"):
        assert deel in zinnen
    assert ("nog 4 uur" in zinnen) == (naam == "termijn")


def test_oude_post_wordt_opgeruimd_maar_wat_aandacht_vraagt_niet(schrijf, nu):
    schrijf("af")
    schrijf("open")
    Bericht.objects.filter(sleutel="af").update(status=S.VERZONDEN, verzonden_op=nu)
    Bericht.objects.filter(sleutel="open").update(status=S.MISLUKT)
    ruim_op(nu + timedelta(days=366))
    assert [b.sleutel for b in Bericht.objects.all()] == ["open"]
