"""The dossier of a norm: who reads it, what it shows, and how its tasks end."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import verwijder_bijlage
from leidraad.dossiers.models import Taak
from leidraad.naleving.handelingen import open_hersteltaak
from leidraad.naleving.models import Verklaring
from leidraad.naleving.tests.schermen.conftest import PAGINA, ClientAls, html, tekst
from leidraad.naleving.tests.verklaard import benoem, zeg
from leidraad.normen.norm import normen
from leidraad.organisaties.models import Persoon
from tests.wereld import Wereld


@pytest.fixture
def verklaring(wereld: Wereld, straks: datetime) -> Verklaring:
    return zeg(wereld.gemeente, benoem(wereld.gemeente), straks)


@pytest.fixture
def pagina(verklaring: Verklaring) -> str:
    return verklaring.normdossier.dossier.get_absolute_url()


@pytest.fixture
def taak(wereld: Wereld, straks: datetime, pagina: str) -> Taak:
    vandaag = timezone.localdate(straks)
    return open_hersteltaak(
        wereld.gemeente,
        normen()["4.1.1"],
        dossier=None,
        aan=None,
        uiterlijk=vandaag + timedelta(days=14),
        door=wereld.lid("privacy_officer", vandaag),
        nu=straks,
    )


def _ingelogd(wie: Persoon) -> Client:
    client = Client()
    client.force_login(wie)
    return client


def test_de_pagina_toont_de_norm_de_verklaringen_en_wie_verantwoordelijk_is(
    po: Client, pagina: str, wereld: Wereld, verklaring: Verklaring, straks: datetime
) -> None:
    later = straks + timedelta(minutes=5)
    zeg(wereld.gemeente, verklaring.door, later, voldoet=False, toelichting="Toch niet.")
    woorden = tekst(po.get(pagina))
    for stuk in (
        "Het college is eindverantwoordelijk",
        "Niet gehaald",
        "AVG",
        "Gemeentesecretaris namens het college",
        "Verklaringen 2",
        "Alles in het journaal",
    ):
        assert stuk in woorden
    assert woorden.index("voldoet nog niet Geldig") < woorden.index("voldoet Vervangen")
    # Who may not state it reads no button.
    assert "erklaring geven" not in woorden


def test_wie_mag_verklaren_ziet_dat_als_volgende_stap(pagina: str, verklaring: Verklaring) -> None:
    assert f'href="{PAGINA}normen/4.1.1/verklaren/"' in html(_ingelogd(verklaring.door).get(pagina))


def test_een_verlopen_verklaring_is_rood(po: Client, wereld: Wereld, straks: datetime) -> None:
    oud = zeg(wereld.gemeente, benoem(wereld.gemeente), straks - timedelta(days=500))
    woorden = tekst(po.get(oud.normdossier.dossier.get_absolute_url()))
    assert "De gemeente voldoet Verlopen" in woorden
    assert "Verklaring nodig" in woorden


def test_een_bewijsstuk_kan_niet_weg(
    po: Client, wereld: Wereld, straks: datetime, pagina: str, verklaring: Verklaring
) -> None:
    bestand = ContentFile(b"Verslag.", name="verslag.txt")
    nieuw = zeg(wereld.gemeente, verklaring.door, straks, toelichting="Met verslag.", bestand=bestand)
    assert nieuw.bijlage is not None
    with pytest.raises(Geweigerd, match="nodig als bewijs"):
        verwijder_bijlage(nieuw.bijlage, door=wereld.lid("privacy_officer"), nu=straks)
    assert f"bijlagen/{nieuw.bijlage.uuid}/" in html(po.get(pagina))


@pytest.mark.parametrize("rol", ["medewerker", "coordinator", "teammanager"])
def test_wie_hier_werkt_leest_het_dossier_maar_niet_het_oordeel(
    client_als: ClientAls, pagina: str, rol: str
) -> None:
    woorden = tekst(client_als(rol).get(pagina))
    assert "Besproken in het college." in woorden
    assert "Gehaald" not in woorden
    assert ("Hoe staat deze norm ervoor?" in woorden) is (rol == "teammanager")


@pytest.mark.parametrize("deel", ["", "overleg/", "verklaren/"])
def test_elders_bestaat_het_dossier_niet(client_als: ClientAls, pagina: str, deel: str) -> None:
    assert client_als("privacy_officer_elders").get(pagina + deel).status_code == 404
    assert client_als("beheerder").get(pagina + deel).status_code == 404
    assert client_als("privacy_officer").get(pagina.replace("0001", "0002") + deel).status_code == 404


def test_een_ander_dossier_heeft_hier_geen_pagina(po: Client, maak: Callable[..., object]) -> None:
    maak("Honden")
    jaar = timezone.localdate().year
    assert po.get(f"{PAGINA}dossiers/VW-{jaar}-0001/").status_code == 404


def test_een_taak_is_op_de_pagina_af_te_vinken(po: Client, pagina: str, taak: Taak) -> None:
    woorden = tekst(po.get(pagina))
    assert "Taken 1" in woorden
    assert "Norm 4.1.1 in orde maken" in woorden
    antwoord = po.post(f"/werk/werklijst/{taak.pk}/afronden/", {"naar": "dossier"})
    assert (antwoord.status_code, antwoord["Location"]) == (302, pagina)
    woorden = tekst(po.get(pagina))
    assert "De taak is afgerond." in woorden
    assert "Er zijn geen open taken" in woorden


def test_wie_een_taak_niet_mag_afronden_ziet_geen_knop(
    client_als: ClientAls, pagina: str, taak: Taak
) -> None:
    assert "Norm 4.1.1 in orde maken" in tekst(client_als("fg").get(pagina))
    assert "afronden/" not in html(client_als("fg").get(pagina))


def test_overleg_en_bijlagen_horen_bij_het_dossier(po: Client, pagina: str) -> None:
    waar = f"{pagina}overleg/"
    woorden = tekst(po.get(waar))
    for stuk in ("Opmerkingen 0", "Adviezen 0", "Bijlagen 0", "Bijlage toevoegen"):
        assert stuk in woorden
    plek = pagina.replace("/naleving/leiden/", "/leiden/")
    po.post(f"{plek}opmerkingen/", {"tekst": "Dit klopt volgens mij niet."})
    assert "Dit klopt volgens mij niet." in tekst(po.get(waar))


def test_zoeken_werklijst_en_journaal_noemen_het_dossier_in_woorden(
    po: Client, pagina: str, taak: Taak, verklaring: Verklaring
) -> None:
    gevonden = po.get("/werk/zoeken/?q=eindverantwoordelijk")
    assert pagina in html(gevonden)
    assert "Naleving van de normen" in tekst(gevonden)
    po.post(f"/werk/werklijst/{taak.pk}/afronden/")
    woorden = tekst(po.get(pagina.replace("/naleving/leiden/", "/leiden/") + "journaal/"))
    assert "norm herstellen 4.1.1" in woorden
    for code in ("norm_herstellen", "naleving_", "hersteltaak_"):
        assert code not in woorden


def test_de_pagina_kost_een_vast_aantal_vragen(
    po: Client, pagina: str, taak: Taak, django_assert_max_num_queries: Callable[..., object]
) -> None:
    po.get(pagina)
    with django_assert_max_num_queries(19):  # type: ignore[attr-defined]
        po.get(pagina)
