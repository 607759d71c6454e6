"""What holds for every answer, and what no browser may be made to do."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from leidraad.project.veiligheid import GROOTST

HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.mark.parametrize(
    "adres", ["/", "/leiden/", "/bestaat-niet/", "/werk/", "/account/login/", "/robots.txt"]
)
def test_elk_antwoord_is_afgeschermd(client_als, adres):
    antwoord = client_als("medewerker").get(adres)
    assert {naam: antwoord[naam] for naam in HEADERS} == HEADERS
    assert "default-src 'none'" in antwoord["Content-Security-Policy"]
    assert "camera=()" in antwoord["Permissions-Policy"]


@pytest.mark.parametrize("adres", ["/werk/", "/werk/verwerkingen/", "/werk/bestaat-niet/", "/account/login/"])
def test_achter_het_inloggen_blijft_niets_in_de_browser(client_als, adres):
    assert client_als("privacy_officer").get(adres)["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "adres",
    ["beheer/leiden/personen/?q=", "verwerkingen/nieuw/?gemeente=", "verwerkingen/importeren/?gemeente="],
)
@pytest.mark.parametrize("nul", ["%00", "a%00b", "%0%000"])
def test_een_nulteken_in_een_adres_geeft_geen_fout(client_als, adres, nul):
    antwoord = client_als("privacy_officer").get(f"/werk/{adres}{nul}")
    assert antwoord.status_code == 200
    assert "\x00" not in "".join(antwoord.wsgi_request.GET.values())


def test_een_eindeloos_verzoek_wordt_niet_gelezen(client, db):
    antwoord = client.post("/account/login/", CONTENT_LENGTH=str(GROOTST + 1))
    assert antwoord.status_code == 413
    assert "Dit is te groot" in antwoord.content.decode()
    assert client.get("/", CONTENT_LENGTH="").status_code == 200


def test_een_andere_site_zet_niets_in_de_sessie(client_als, db):
    velden = {"wie": client_als("medewerker").get("/werk/").context["wie"], "notitie": "x"}
    voor = Session.objects.count()
    vreemd = Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": "cross-site"})
    antwoord = vreemd.post("/werk/leiden/verwerkingen/VW-2026-0001/bewerken/notitie/", velden)
    assert antwoord.status_code == 403
    assert "sessionid" not in antwoord.cookies
    assert Session.objects.count() == voor
