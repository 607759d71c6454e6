"""Stating a norm: in which function, with which evidence, once, and what it changes."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection

from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.handelingen import open_taak
from leidraad.dossiers.models import Bijlage, Dossier, Journaalregel, Taak
from leidraad.dossiers.zoeken import zoek
from leidraad.naleving.handelingen import mag_verklaren, open_normdossier
from leidraad.naleving.handelingen.taaksoorten import VERKLAREN
from leidraad.naleving.models import Normdossier, Verklaring
from leidraad.naleving.onderbouwing import onderbouwing
from leidraad.naleving.peilen import peil_alle
from leidraad.naleving.tests.verklaard import ATTEST, WOORDEN, benoem, zeg
from leidraad.naleving.verklaringen import laatste_verklaringen
from leidraad.normen.norm import normen
from leidraad.normen.oordeel import Oordeel
from leidraad.organisaties.leden import lid_van
from leidraad.registers.beleid.models import Beleidsstuk
from leidraad.registers.beleid.tests.hulp import PROCEDURE, maak, stel_vast
from leidraad.registers.datalekken.tests import rijen
from tests.wereld import Wereld, maak_wereld

pytestmark = pytest.mark.django_db


def oordeel(wereld: Wereld, norm: str, nu: datetime) -> Oordeel:
    return peil_alle([wereld.gemeente.pk], nu)[wereld.gemeente.pk][norm].oordeel


def geldige_procedure(wereld: Wereld, nu: datetime) -> Beleidsstuk:
    """A procedure in force that nobody checked against the principles of the policy."""
    stuk = maak(wereld, nu, PROCEDURE)
    stel_vast(wereld, stuk, nu.date() - timedelta(days=1), nu)
    return stuk


@pytest.mark.regel("2.1.3", "4.1.1")
def test_een_secretaris_verklaart_alleen_in_de_eigen_gemeente(wereld, nu):
    elders = benoem(wereld.andere_gemeente)
    with pytest.raises(GeenRecht, match="van deze gemeente"):
        zeg(wereld.gemeente, elders, nu)
    assert not Normdossier.objects.exists()
    assert zeg(wereld.andere_gemeente, elders, nu).normdossier.gemeente == wereld.andere_gemeente


@pytest.mark.regel("2.1.3", "4.1.1")
def test_wie_de_functie_niet_meer_heeft_verklaart_niet_meer(wereld, nu):
    persoon = benoem(wereld.gemeente, tot=nu.date())
    attest, gemeente = ATTEST["2.1.3"], wereld.gemeente.pk
    assert mag_verklaren(lid_van(persoon, nu.date()), attest, gemeente)
    morgen = nu.date() + timedelta(days=1)
    assert not mag_verklaren(lid_van(persoon, morgen), attest, gemeente)


@pytest.mark.regel("1.1.5")
@pytest.mark.parametrize(
    ("rol", "mag"),
    [("privacy_officer", True), ("fg", False), ("ciso", False), ("privacy_officer_elders", False)],
)
def test_over_het_beleid_verklaart_de_privacy_officer(wereld, rol, mag):
    uitkomst = mag_verklaren(wereld.lid(rol), ATTEST["1.1.5"], wereld.gemeente.pk)
    assert bool(uitkomst) is mag
    assert mag or "Privacy Officer" in uitkomst.reden


@pytest.mark.norm("1.1.5")
def test_wat_het_register_toont_weegt_zwaarder_dan_de_woorden(wereld, nu):
    po, attest = wereld.persoon("privacy_officer"), ATTEST["1.1.5"]
    zeg(wereld.gemeente, po, nu, "1.1.5")
    assert oordeel(wereld, "1.1.5", nu) is Oordeel.GEHAALD
    assert onderbouwing(attest, wereld.gemeente.pk, nu).tegenspraak == ""
    geldige_procedure(wereld, nu)
    assert oordeel(wereld, "1.1.5", nu) is Oordeel.NIET_GEHAALD
    beeld = onderbouwing(attest, wereld.gemeente.pk, nu)
    assert beeld.regels == (("In orde", "0"), ("Niet in orde", "1"))
    assert "niet helemaal getoetst" in beeld.tegenspraak


@pytest.mark.regel("2.1.3")
def test_naast_de_verklaring_staan_de_datalekken_van_een_jaar(wereld, nu):
    for oorzaak, risico, dagen in (
        ("vergissing", "hoog_risico", 1),
        ("intern_misbruik", "risico", 360),
        ("vergissing", "risico", 400),
    ):
        rijen.maak(wereld, nu - timedelta(days=dagen), oorzaak=oorzaak, risico=risico)
    rijen.maak(wereld, nu, status="geen_datalek", geen_datalek_reden="Niets gezien.")
    rijen.maak(wereld, nu, wereld.andere_gemeente, oorzaak="vergissing")
    aantallen = [n for _, n in onderbouwing(ATTEST["2.1.3"], wereld.gemeente.pk, nu).regels]
    assert aantallen == ["2", "1", "1", "1"]


@pytest.mark.regel("4.1.1")
def test_naast_de_verklaring_van_het_college_staat_de_stand_van_alle_normen(wereld, nu):
    [(naam, waarde)] = onderbouwing(ATTEST["4.1.1"], wereld.gemeente.pk, nu).regels
    assert (naam, "normen" in waarde) == ("Normen", True)


def test_twee_keer_klikken_is_een_verklaring(wereld, nu):
    wie = benoem(wereld.gemeente)
    eerste = zeg(wereld.gemeente, wie, nu)
    assert zeg(wereld.gemeente, wie, nu + timedelta(seconds=20)) == eerste
    assert Bijlage.objects.count() == 0
    # Other words, another verdict, another person or another moment is another statement.
    zeg(wereld.gemeente, wie, nu + timedelta(seconds=30), voldoet=False)
    zeg(wereld.gemeente, wie, nu + timedelta(seconds=40), toelichting="Anders.")
    zeg(wereld.gemeente, benoem(wereld.gemeente), nu + timedelta(seconds=50), toelichting="Anders.")
    zeg(wereld.gemeente, wie, nu + timedelta(seconds=130), toelichting="Anders.")
    assert Verklaring.objects.count() == 5
    assert Normdossier.objects.count() == 1


def test_het_bewijsstuk_hangt_aan_het_dossier_van_de_norm(wereld, nu):
    bestand = ContentFile(b"Verslag van het college.", name="verslag.txt")
    verklaring = zeg(wereld.gemeente, benoem(wereld.gemeente), nu, bestand=bestand)
    assert verklaring.bijlage.dossier_id == verklaring.normdossier_id
    assert (verklaring.bijlage.naam, verklaring.bijlage.grootte) == ("verslag.txt", 24)
    regel = Journaalregel.objects.get(handeling="bijlage_toegevoegd")
    assert regel.functie == "gemeentesecretaris"


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"bestand": ContentFile(b"MZ\x90\x00", name="verslag.exe")}, "Dit soort bestand kan hier niet"),
        ({"bestand": ContentFile(b"MZ\x90\x00", name="verslag.pdf")}, "is geen pdf"),
        ({"toelichting": "x" * 5001}, "hooguit 5000"),
        ({"bewijs": "x" * 501}, "hooguit 500"),
    ],
)
def test_wat_niet_kan_laat_niets_achter(wereld, nu, anders, melding):
    with pytest.raises(Geweigerd, match=melding):
        zeg(wereld.gemeente, benoem(wereld.gemeente), nu, **anders)
    assert not Verklaring.objects.exists()
    assert not Dossier.objects.filter(soort="naleving").exists()
    assert not Bijlage.objects.exists()


def test_een_verklaring_staat_in_het_journaal_en_is_te_vinden(wereld, nu):
    wie = benoem(wereld.gemeente)
    verklaring = zeg(wereld.gemeente, wie, nu, toelichting="Er kwamen twee adviseurs bij.")
    dossier = Dossier.objects.get(pk=verklaring.normdossier_id)
    assert (dossier.revisie, dossier.gewijzigd_op) == (2, nu)
    regel = Journaalregel.objects.get(keten=dossier.uuid, handeling="verklaard")
    assert (regel.functie, regel.persoon_id) == ("gemeentesecretaris", wie.pk)
    assert '"voldoet":true' in regel.details
    zichtbaar = Dossier.objects.zichtbaar_voor(wereld.lid("medewerker"))
    for vraag in (dossier.nummer, "norm 4.1.1", "adviseurs", WOORDEN["bewijs"]):
        assert list(zoek(zichtbaar, vraag)) == [dossier], vraag


def test_wie_verklaart_heeft_de_taak_gedaan(wereld, nu):
    wie = benoem(wereld.gemeente)
    lid = lid_van(wie, nu.date())
    dossier = open_normdossier(wereld.gemeente, normen()["4.1.1"], door=lid, nu=nu).dossier
    taak = open_taak(dossier, VERKLAREN, toegewezen=wie, door=lid, nu=nu)
    zeg(wereld.gemeente, wie, nu, "2.1.3")
    assert Taak.objects.open().filter(pk=taak.pk).exists()
    zeg(wereld.gemeente, wie, nu, "4.1.1")
    taak.refresh_from_db()
    assert (taak.klaar_door, taak.klaar_functie) == (wie, "gemeentesecretaris")


def test_per_norm_telt_de_laatste_verklaring(wereld, nu, django_assert_num_queries):
    wie = benoem(wereld.gemeente)
    zeg(wereld.gemeente, wie, nu)
    laatste = zeg(wereld.gemeente, wie, nu + timedelta(days=1), voldoet=False)
    ander = zeg(wereld.gemeente, wie, nu, "2.1.3")
    zeg(wereld.andere_gemeente, benoem(wereld.andere_gemeente), nu)
    leiden = wereld.gemeente.pk
    with django_assert_num_queries(1):
        assert laatste_verklaringen([leiden]) == {(leiden, "4.1.1"): laatste, (leiden, "2.1.3"): ander}


@pytest.mark.django_db(transaction=True)
def test_vier_klikken_tegelijk_zijn_een_verklaring(nu):
    wereld = maak_wereld()
    wie = benoem(wereld.gemeente)

    def klik(_: int) -> Verklaring:
        try:
            bestand = ContentFile(b"Verslag.", name="verslag.txt")
            return zeg(wereld.gemeente, wie, nu, bestand=bestand)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as draden:
        assert len({verklaring.pk for verklaring in draden.map(klik, range(4))}) == 1
    assert Verklaring.objects.count() == Normdossier.objects.count() == Bijlage.objects.count() == 1
    assert Journaalregel.objects.filter(handeling="verklaard").count() == 1
