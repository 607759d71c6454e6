"""What each person wants: at once, in the daily digest, or not at all; urgent mail always at once."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from leidraad.berichten.handelingen import stel_voorkeuren_in, voorkeuren_van
from leidraad.berichten.models import Bericht, Voorkeur
from leidraad.berichten.overzicht import maak_dagoverzichten
from leidraad.berichten.soorten import Berichtsoort, Wijze, registreer
from leidraad.berichten.verzenden import verzend

S = Bericht.Status
DAG = timedelta(days=1)


@pytest.fixture
def in_overzicht(persoon) -> None:
    stel_voorkeuren_in(persoon=persoon, keuzes={"nieuw_werk": "dagoverzicht"})


@pytest.mark.parametrize(
    ("soort", "wijze"), [("nieuw_werk", "direct"), ("advies", "dagoverzicht"), ("klok", "direct")]
)
def test_zonder_keuze_geldt_wat_bij_de_soort_hoort(persoon, soort, wijze):
    assert voorkeuren_van(persoon)[soort] == wijze


def test_wie_een_soort_niet_wil_krijgt_die_niet(persoon, schrijf):
    stel_voorkeuren_in(persoon=persoon, keuzes={"nieuw_werk": "niet"})
    assert schrijf("a") is None
    assert Bericht.objects.count() == 0


def test_een_dringend_bericht_is_niet_uit_te_zetten(persoon, schrijf):
    with pytest.raises(ValidationError, match="dringend"):
        stel_voorkeuren_in(persoon=persoon, keuzes={"nieuw_werk": "niet", "klok": "niet"})
    assert Voorkeur.objects.count() == 0
    Voorkeur.objects.create(persoon=persoon, soort="klok", wijze="niet")
    assert schrijf("a", soort="klok").status == S.KLAAR


def test_wie_uit_dienst_is_krijgt_niets(persoon, schrijf):
    persoon.is_active = False
    assert schrijf("a", soort="klok") is None


def test_een_onbekende_soort_is_een_fout_van_de_maker(schrijf):
    with pytest.raises(KeyError):
        schrijf("a", soort="bestaat_niet")
    with pytest.raises(ValueError, match="bestaat al"):
        registreer(Berichtsoort("klok", "Iets anders", "", Wijze.NIET))


@pytest.mark.usefixtures("in_overzicht")
def test_het_dagoverzicht_verzamelt_alles_in_een_mail(postkantoor, schrijf, nu):
    for sleutel in "abc":
        schrijf(sleutel)
    assert verzend(nu) == 0
    assert maak_dagoverzichten(nu) == 1
    assert maak_dagoverzichten(nu) == 0
    assert verzend(nu) == 1
    (mail,) = postkantoor.binnen
    assert mail["Subject"] == "Dagoverzicht: 3 berichten"
    lichaam = mail.get_content()
    for sleutel in "abc":
        assert f"- Nieuw werk ({sleutel})" in lichaam
    assert "Dit zijn uw berichten van 23 november 2026." in lichaam
    assert lichaam.splitlines().count("  https://privacy.leiden.test/werk/") == 3
    assert Bericht.objects.filter(status=S.OPGENOMEN, overzicht__soort="dagoverzicht").count() == 3


@pytest.mark.usefixtures("in_overzicht")
def test_wat_na_het_overzicht_komt_wacht_op_het_volgende(schrijf, nu):
    schrijf("a")
    maak_dagoverzichten(nu)
    schrijf("b")
    assert maak_dagoverzichten(nu) == 0
    assert maak_dagoverzichten(nu + DAG) == 1
    assert Bericht.objects.filter(soort="dagoverzicht").count() == 2


def test_zonder_nieuws_is_er_geen_overzicht(persoon, schrijf, nu):
    schrijf("direct")
    assert maak_dagoverzichten(nu) == 0
