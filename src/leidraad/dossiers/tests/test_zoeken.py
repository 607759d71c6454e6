"""Searching: the same hits on both databases (this file runs on both), and any input is safe."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leidraad.dossiers.handelingen import indexeer, indexeer_alle
from leidraad.dossiers.models import Dossier, Zoektekst
from leidraad.dossiers.woorden import stammen
from leidraad.dossiers.zoeken import zoek

TEKST = (
    "VW-2026-0012 Uitgifte van paspoorten aan kinderen; AVG-verzoek, e-mailadres en BSN. "
    "Verwerkingsregister, uitkeringsadministratie, meldingen, café, maanbrieven, art. 6, 10e, привет 東京"
)


@pytest.fixture
def dossier(maak_dossier):
    dossier = maak_dossier()
    indexeer(dossier.pk, "werk", TEKST)
    return dossier


def _vindt(vraag: str, bereik: str = "werk") -> bool:
    return zoek(Dossier.objects.all(), vraag, bereik).exists()


@pytest.mark.parametrize(
    "vraag",
    [
        "", "   ", "paspoort", "PASPOORTEN", "pas", "paspoorten kinderen", "kinderen paspoort", "kind",
        "verwerking", "verwerkingen", "verwerk uitgifte", "uitkeringen", "melding", "meld",
        "cafe", "CAFÉ", "avg", "avg-verzoek", "avgverzoek", "verzoek", "email", "e-mail", "e-mailadres",
        "emailadres", "VW-2026-0012", "vw-2026-0012", "vw-2026-00", "2026", "0012", "12",
        "привет", "ПРИВ", "東京",
        "paspoorten!", '"paspoorten"', "paspoorten*", "10e",
    ],
)  # fmt: skip
def test_deze_vragen_vinden_het_dossier(dossier, vraag):
    assert _vindt(vraag)


@pytest.mark.parametrize(
    "vraag",
    [
        "rijbewijs",
        "paspoorten rijbewijs",
        "😀",
        "!!!",
        "' OR 1=1 --",
        "poort",
        "manager",
        "13",
        "0013",
        "avgklacht",
    ],
)
def test_deze_vragen_vinden_niets(dossier, vraag):
    assert not _vindt(vraag)


@pytest.mark.parametrize(
    "vraag",
    [
        '"', "'", "*", "a*", "AND", "a AND NOT b", "NEAR(a b)", "stammen:x", "a:*", "a & b | !c", "(", "))",
        "\\", "%", "_", "\x00", "-", "--", "a\x00b", "\ud800", "x" * 10_000, "woord " * 5_000, "'':*",
        "^a", "{a}",
        "1e5", "1.5", "http://a.nl/b?c", "a@b.nl", "ﷺ" * 1000,
    ],
)  # fmt: skip
def test_rare_vragen_zijn_veilig(dossier, vraag):
    assert _vindt(vraag) in {True, False}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80), st.text(max_size=80))
def test_elk_woord_van_een_tekst_vindt_die_tekst(dossier, voor, na):
    tekst = f"{voor} {na}"
    indexeer(dossier.pk, "werk", tekst)
    for woord in tekst.split()[:20]:
        assert _vindt(woord) == bool(stammen(woord)), woord
    if len(tekst.split()) <= 20 and stammen(tekst):
        assert _vindt(tekst)


def test_werk_en_openbaar_zijn_apart(dossier):
    indexeer(dossier.pk, "openbaar", "alleen dit")
    assert _vindt("alleen dit", "openbaar")
    assert not _vindt("alleen dit", "werk")
    assert not _vindt("paspoorten", "openbaar")


def test_een_nieuwe_tekst_vervangt_de_oude_en_een_lege_wist(dossier):
    indexeer(dossier.pk, "werk", "rijbewijs")
    assert _vindt("rijbewijs")
    assert not _vindt("paspoorten")
    indexeer(dossier.pk, "werk", " ")
    assert not _vindt("rijbewijs")
    assert not Zoektekst.objects.exists()


def test_een_enorme_tekst_past(dossier):
    indexeer(dossier.pk, "werk", " ".join(f"woord{chr(97 + i % 26)}{i}" for i in range(200_000)))
    assert _vindt("woorda")


def test_veel_tegelijk_indexeren_kost_een_vast_aantal_queries(dossier, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        indexeer_alle([(dossier.pk, "werk", "een"), (dossier.pk, "openbaar", "twee")])
    assert _vindt("een")


def test_alleen_de_eerste_twintig_woorden_tellen(dossier):
    assert _vindt("paspoorten " * 20 + "rijbewijs")


@pytest.mark.parametrize(
    ("tekst", "vraag"),
    [
        ("een huis", "huizen"), ("de huizen", "huis"), ("een brief", "brieven"), ("alle brieven", "brief"),
        ("bewijs", "bewijzen"), ("twee bewijzen", "bewijs"),
    ],
)  # fmt: skip
def test_enkelvoud_en_meervoud_vinden_elkaar_ook_met_een_andere_slotletter(maak_dossier, tekst, vraag):
    indexeer(maak_dossier().pk, "werk", tekst)
    assert _vindt(vraag)
