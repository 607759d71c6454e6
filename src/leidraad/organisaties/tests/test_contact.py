"""Contact voor inwoners: de beheerder houdt het bij, inwoners zien het, en wie het wijzigde staat vast."""

from datetime import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse

from leidraad.organisaties.contact import wijzig_contact
from leidraad.organisaties.models import Wijziging
from tests.wereld import Wereld

NIEUW = {
    "fg_email": "privacy@leiden.test", "fg_telefoon": "14 071", "website": "https://www.leiden.test",
}  # fmt: skip
ADRES = "/werk/beheer/leiden/contact/"


@pytest.mark.regel("4.5.1")
def test_wat_de_beheerder_opslaat_zien_inwoners(client_als, wereld: Wereld) -> None:
    antwoord = client_als("beheerder").post(ADRES, NIEUW)
    assert antwoord["Location"] == reverse("organisaties:beheer", args=["leiden"])
    pagina = Client().get(reverse("portaal:verwerkingen", args=["leiden"])).content.decode()
    assert all(waarde in pagina for waarde in NIEUW.values())
    for rol in ("beheerder", "fg"):
        overzicht = client_als(rol).get(reverse("organisaties:beheer", args=["leiden"])).content.decode()
        assert "14 071" in overzicht
        assert (ADRES in overzicht) is (rol == "beheerder")


def test_de_wijziging_noemt_de_velden_en_geen_adressen(wereld: Wereld, nu: datetime) -> None:
    for _ in range(2):
        wijzig_contact(gemeente=wereld.gemeente, **NIEUW, door=wereld.lid("beheerder"), nu=nu)
    (wijziging,) = Wijziging.objects.filter(handeling="wijzig_contact")
    assert wijziging.wie == "beheerder"
    assert wijziging.details == {"gewijzigd": "e-mailadres van de FG, telefoonnummer van de FG, website"}


@pytest.mark.parametrize("rol", ["fg", "privacy_officer", "teammanager", "privacy_officer_elders"])
def test_een_ander_mag_het_niet_wijzigen(wereld: Wereld, nu: datetime, rol: str) -> None:
    with pytest.raises(PermissionDenied):
        wijzig_contact(gemeente=wereld.gemeente, **NIEUW, door=wereld.lid(rol), nu=nu)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("fg_email", "geen adres"), ("fg_email", "fg@leiden"), ("fg_telefoon", "bel maar"),
        ("fg_telefoon", "<b>14071</b>"), ("website", "javascript:alert(1)"), ("website", "ftp://leiden.nl"),
        ("website", "https://" + "x" * 300 + ".nl"),
    ],
)  # fmt: skip
def test_wat_niet_te_gebruiken_is_blijft_staan_met_een_melding(
    client_als, wereld: Wereld, nu: datetime, veld: str, waarde: str
) -> None:
    antwoord = client_als("beheerder").post(ADRES, NIEUW | {veld: waarde})
    assert antwoord.status_code == 200
    assert veld in antwoord.context["form"].errors
    assert antwoord.context["form"][veld].value() == waarde
    with pytest.raises(ValidationError) as fout:
        wijzig_contact(
            gemeente=wereld.gemeente, **(NIEUW | {veld: waarde}), door=wereld.lid("beheerder"), nu=nu
        )
    assert veld in fout.value.message_dict
    wereld.gemeente.refresh_from_db()
    assert wereld.gemeente.website == ""


def test_leeg_maken_kan(wereld: Wereld, nu: datetime) -> None:
    leeg = dict.fromkeys(NIEUW, "")
    zonder = wijzig_contact(gemeente=wereld.gemeente, **leeg, door=wereld.lid("beheerder"), nu=nu)
    assert zonder.fg_email == ""
