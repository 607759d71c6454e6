"""The decision for the griffie, the CISO who keeps her own policy, and copies for other gemeenten."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile

from leidraad.berichten.models import Bericht
from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.handelingen import voeg_bijlage_toe
from leidraad.dossiers.models import Bijlage, Dossier, Taak
from leidraad.dossiers.secties import Verouderd, sectie_stempel
from leidraad.organisaties.models import Functievervulling, Wijziging
from leidraad.registers.beleid import handelingen, opslag
from leidraad.registers.beleid.inhoud import Inhoud, Versieinhoud
from leidraad.registers.beleid.models import Beleidsstuk, Verwacht
from leidraad.registers.beleid.regels.conformiteit import Oordeel
from leidraad.registers.beleid.regels.verwachten import verwachte_stukken
from leidraad.registers.beleid.secties import STUK
from leidraad.registers.beleid.tests.hulp import (
    IB_BELEID,
    PRIVACYBELEID,
    PROCEDURE,
    griffie,
    maak,
    stel_vast,
    toets,
)
from leidraad.registers.beleid.verwachten import houd_verwacht_bij, verwachtingen
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db

BESLUIT = date(2025, 7, 1)
VANDAAG = date(2026, 11, 23)
DAG = timedelta(days=1)


def _open(stuk: Beleidsstuk) -> set[tuple[str, str]]:
    return set(Taak.objects.open().filter(dossier=stuk.pk).values_list("soort", "recht"))


@pytest.mark.regel("1.1.2")
@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"besluitdatum": VANDAAG + DAG}, "toekomst"),
        ({"geldig_vanaf": BESLUIT - DAG}, "voordat het besluit"),
        ({"kenmerk": " "}, "Voeg het besluit toe"),
    ],
)
def test_een_toepassing_die_niet_klopt_wordt_geweigerd(wereld, nu, velden, reden) -> None:
    stuk, po = maak(wereld, nu), wereld.lid("privacy_officer")
    goed: dict[str, Any] = {"besluitdatum": BESLUIT, "kenmerk": "WGC 1"}
    with pytest.raises(Geweigerd, match="geen eenheid van de soort griffie"):
        handelingen.pas_toe_op_griffie(stuk=stuk, **goed, door=po, nu=nu)
    griffie(wereld)
    with pytest.raises(Geweigerd, match=reden):
        handelingen.pas_toe_op_griffie(stuk=stuk, **goed | velden, door=po, nu=nu)
    toepassing = handelingen.pas_toe_op_griffie(stuk=stuk, **goed, door=po, nu=nu)
    with pytest.raises(Geweigerd, match="al van toepassing"):
        handelingen.pas_toe_op_griffie(stuk=stuk, **goed, door=po, nu=nu)
    with pytest.raises(Geweigerd, match="voor de dag"):
        handelingen.trek_toepassing_in(toepassing=toepassing, per=BESLUIT - DAG, door=po, nu=nu)
    with pytest.raises(GeenRecht):
        handelingen.trek_toepassing_in(toepassing=toepassing, per=VANDAAG, door=wereld.lid("fg"), nu=nu)


@pytest.mark.regel("4.7.1")
def test_de_ciso_maakt_en_houdt_het_eigen_beleid(wereld: Wereld, nu: datetime) -> None:
    stuk = maak(wereld, nu, IB_BELEID, rol="ciso")
    assert stuk.dossier.behandelaar == wereld.persoon("ciso")
    assert _open(stuk) == {("beleid_vaststellen", "bewerken")}
    versie = stel_vast(wereld, stuk, BESLUIT, nu, rol="ciso")
    assert _open(stuk) == {("beleid_beoordelen", "bewerken")}
    handelingen.beoordeel_opnieuw(
        versie=versie, uitkomst="blijft", toelichting="Bekeken.", door=wereld.lid("ciso"), nu=nu
    )
    with pytest.raises(GeenRecht):
        handelingen.toets_conformiteit(versie=versie, oordelen=[], door=wereld.lid("ciso"), nu=nu)


@pytest.mark.regel("4.7.1")
def test_de_ciso_trekt_geen_stuk_van_een_ander_in(wereld: Wereld, nu: datetime) -> None:
    privacy, beveiliging = maak(wereld, nu), maak(wereld, nu, IB_BELEID, rol="ciso")
    stel_vast(wereld, privacy, BESLUIT, nu)
    with pytest.raises(GeenRecht):
        stel_vast(wereld, beveiliging, BESLUIT, nu, rol="ciso", trekt_in=(privacy,))
    assert privacy.versies.get().ingetrokken_per is None
    assert beveiliging.versies.get().is_concept


@pytest.mark.regel("4.7.1")
def test_maakt_de_privacy_officer_het_dan_krijgt_de_ciso_het_werk(wereld: Wereld, nu: datetime) -> None:
    stuk = maak(wereld, nu, IB_BELEID)
    assert stuk.dossier.behandelaar == wereld.persoon("ciso")
    assert Bericht.objects.filter(ontvanger=wereld.persoon("ciso"), soort="nieuw_werk").count() == 1
    oud = opslag.lees(stuk)
    nieuw = Inhoud(**vars(oud) | {"eigenaar": "privacy_officer"})
    po, stempel = wereld.lid("privacy_officer"), sectie_stempel(oud, STUK)
    handelingen.wijzig_stuk(stuk=stuk, nieuw=nieuw, stempel=stempel, door=po, nu=nu)
    assert Dossier.objects.get(pk=stuk.pk).behandelaar is None
    assert _open(stuk) == {("beleid_vaststellen", "toetsen")}
    with pytest.raises(Verouderd):
        handelingen.wijzig_stuk(stuk=stuk, nieuw=oud, stempel=stempel, door=po, nu=nu)
    with pytest.raises(GeenRecht):
        stel_vast(wereld, stuk, BESLUIT, nu, rol="ciso")


def test_een_stuk_met_een_ciso_maar_zonder_iemand_die_het_is_blijft_bij_de_privacy_officer(
    wereld: Wereld, nu: datetime
) -> None:
    Functievervulling.objects.filter(functie="ciso").delete()
    stuk = maak(wereld, nu, IB_BELEID)
    assert stuk.dossier.behandelaar is None
    assert _open(stuk) == {("beleid_vaststellen", "toetsen")}


def test_een_teammanager_stelt_de_werkinstructie_van_het_eigen_team_vast(
    wereld: Wereld, nu: datetime
) -> None:
    inhoud = Inhoud(
        naam="Parkeren", soort="werkinstructie", verwacht="werkinstructie_wpg", eigenaar="teammanager"
    )
    stuk = maak(wereld, nu, inhoud, rol="teammanager", eenheid=wereld.team)
    functie: dict[str, Any] = {"orgaan": None, "functie": "teammanager"}
    with pytest.raises(GeenRecht):
        stel_vast(wereld, stuk, BESLUIT, nu, rol="teammanager")
    versie = stel_vast(wereld, stuk, BESLUIT, nu, rol="teammanager", **functie)
    assert versie.bevroren is not None
    assert versie.bevroren.functie == "teammanager"
    with pytest.raises(GeenRecht):
        maak(wereld, nu, inhoud, rol="teammanager", eenheid=wereld.ander_team)


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"naam": "  "}, "Geef het stuk een naam"),
        ({"naam": "x" * 301}, "te lang"),
        ({"soort": "brief"}, "wat voor stuk"),
        ({"eigenaar": ""}, "welke functie"),
        ({"verwacht": "bestaat_niet"}, "noemt dit stuk niet"),
    ],
)
def test_een_stuk_dat_niet_compleet_is_wordt_geweigerd(wereld, nu, anders, reden) -> None:
    with pytest.raises(Geweigerd, match=reden):
        maak(wereld, nu, Inhoud(**vars(PRIVACYBELEID) | anders))


@pytest.mark.regel("1.1.5")
def test_de_conformiteitstoets_kan_in_delen_en_rondt_het_werk_af(wereld: Wereld, nu: datetime) -> None:
    stuk = maak(wereld, nu, PROCEDURE)
    versie = stuk.versies.get()
    po = wereld.lid("privacy_officer")
    een = handelingen.toets_conformiteit(
        versie=versie, oordelen=[Oordeel("doelbinding", "voldoet", "Zie paragraaf 2.")], door=po, nu=nu
    )
    assert [oordeel.uitgangspunt for oordeel in een] == ["doelbinding"]
    assert ("beleid_conformiteit", "toetsen") in _open(stuk)
    toets(wereld, versie, nu)
    assert _open(stuk) == {("beleid_vaststellen", "toetsen")}
    tweede = handelingen.maak_versie(stuk=stel_vast(wereld, stuk, BESLUIT, nu).stuk, door=po, nu=nu)
    assert ("beleid_conformiteit", "toetsen") in _open(tweede.stuk)
    with pytest.raises(Geweigerd, match="hoeft niet"):
        toets(wereld, maak(wereld, nu).versies.get(), nu)


def _po_ook_elders(wereld: Wereld) -> None:
    Functievervulling.objects.create(
        persoon=wereld.persoon("privacy_officer"), gemeente=wereld.andere_gemeente, functie="privacy_officer"
    )


def test_elke_gemeente_stelt_de_eigen_kopie_vast(wereld: Wereld, nu: datetime) -> None:
    _po_ook_elders(wereld)
    po = wereld.lid("privacy_officer")
    stuk = maak(wereld, nu)
    bijlage = voeg_bijlage_toe(
        stuk.dossier, naam="beleid.txt", bestand=ContentFile(b"Beleid van 2025"), door=po, nu=nu
    )
    stel_vast(wereld, stuk, BESLUIT, nu)
    met_bestand = handelingen.maak_versie(
        stuk=stuk, inhoud=Versieinhoud(tekst="Nieuw", bestand=bijlage.pk), door=po, nu=nu
    )
    [kopie] = handelingen.kopieer_naar(stuk=stuk, gemeenten=[wereld.andere_gemeente], door=po, nu=nu)
    assert (kopie.stuk.dossier.gemeente, kopie.stuk.kopie_van) == (wereld.andere_gemeente, stuk)
    assert (kopie.is_concept, kopie.tekst) == (True, "Nieuw")
    eigen = Bijlage.objects.get(dossier=kopie.stuk.dossier)
    assert kopie.bestand == eigen
    assert eigen.sha256 == bijlage.sha256
    assert met_bestand.bestand == bijlage
    with pytest.raises(Geweigerd, match="werkt al aan een nieuwe versie"):
        handelingen.kopieer_naar(stuk=stuk, gemeenten=[wereld.andere_gemeente], door=po, nu=nu)
    with pytest.raises(Geweigerd, match="al van deze gemeente"):
        handelingen.kopieer_naar(stuk=stuk, gemeenten=[wereld.gemeente], door=po, nu=nu)


def test_een_tweede_kopie_wordt_een_volgende_versie_van_de_eerste(wereld: Wereld, nu: datetime) -> None:
    _po_ook_elders(wereld)
    po, elders = wereld.lid("privacy_officer"), [wereld.andere_gemeente]
    stuk = maak(wereld, nu)
    [kopie] = handelingen.kopieer_naar(stuk=stuk, gemeenten=elders, door=po, nu=nu)
    orgaan = wereld.andere_gemeente.bestuursorganen.create(naam="College van B en W")
    stel_vast(wereld, kopie.stuk, BESLUIT, nu, orgaan=orgaan)
    [tweede] = handelingen.kopieer_naar(stuk=stuk, gemeenten=elders, door=po, nu=nu)
    assert (tweede.stuk, tweede.nummer) == (kopie.stuk, 2)
    stel_vast(wereld, stuk, BESLUIT, nu)
    [terug] = handelingen.kopieer_naar(stuk=tweede.stuk, gemeenten=[wereld.gemeente], door=po, nu=nu)
    assert (terug.stuk, terug.nummer) == (stuk, 2)


def test_kopieren_naar_een_gemeente_waar_je_niet_werkt_mag_niet(wereld: Wereld, nu: datetime) -> None:
    stuk = maak(wereld, nu)
    with pytest.raises(GeenRecht):
        handelingen.kopieer_naar(
            stuk=stuk, gemeenten=[wereld.andere_gemeente], door=wereld.lid("privacy_officer"), nu=nu
        )


def test_een_bestuursorgaan_of_stuk_van_een_andere_gemeente_wordt_geweigerd(wereld, nu) -> None:
    _po_ook_elders(wereld)
    stuk = maak(wereld, nu)
    orgaan = wereld.andere_gemeente.bestuursorganen.create(naam="College van B en W")
    with pytest.raises(Geweigerd, match="andere gemeente"):
        stel_vast(wereld, stuk, BESLUIT, nu, orgaan=orgaan)
    elders = maak(wereld, nu, gemeente=wereld.andere_gemeente)
    with pytest.raises(Geweigerd, match="andere gemeente"):
        stel_vast(wereld, stuk, BESLUIT, nu, trekt_in=(elders,))
    with pytest.raises(Geweigerd, match="zichzelf"):
        stel_vast(wereld, stuk, BESLUIT, nu, trekt_in=(stuk,))


@pytest.mark.regel("4.6.2")
def test_elke_gemeente_krijgt_een_rij_per_genoemd_stuk(wereld, nu, django_assert_num_queries) -> None:
    codes = list(verwachte_stukken(VANDAAG))
    assert Verwacht.objects.filter(gemeente=wereld.gemeente).count() == len(codes)
    assert houd_verwacht_bij(nu) == 0
    Verwacht.objects.filter(gemeente=wereld.gemeente, code=codes[0]).delete()
    assert houd_verwacht_bij(nu) == 1
    stuk = maak(wereld, nu)
    stel_vast(wereld, stuk, BESLUIT, nu)
    with django_assert_num_queries(2):
        rijen = verwachtingen(wereld.gemeente, VANDAAG)
    assert [rij.item.code for rij in rijen] == codes
    assert [rij.item.code for rij in rijen if not rij.ontbreekt] == ["privacybeleid"]


@pytest.mark.regel("4.6.2")
def test_niet_nodig_is_aan_de_privacy_officer_en_staat_bij_de_wijzigingen(
    wereld: Wereld, nu: datetime
) -> None:
    verwacht = Verwacht.objects.get(gemeente=wereld.gemeente, code="werkinstructie_wpg")
    for rol in ("ciso", "fg", "teammanager", "privacy_officer_elders"):
        with pytest.raises(GeenRecht):
            handelingen.zet_niet_nodig(verwacht=verwacht, reden="Geen boa's.", door=wereld.lid(rol), nu=nu)
    for _ in range(2):
        handelingen.zet_niet_nodig(
            verwacht=verwacht, reden="Geen boa's.", door=wereld.lid("privacy_officer"), nu=nu
        )
    regel = Wijziging.objects.get(gemeente=wereld.gemeente)
    assert (regel.handeling, regel.wie) == ("beleidsstuk_niet_nodig", "privacy_officer")
    [rij] = [r for r in verwachtingen(wereld.gemeente, VANDAAG) if r.item.code == "werkinstructie_wpg"]
    assert not rij.ontbreekt
