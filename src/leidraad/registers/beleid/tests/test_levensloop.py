"""From concept to withdrawal: who adopts, what follows on what, and what refuses."""

from datetime import date, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils.timezone import localdate

from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.handelingen import verwijder_bijlage, voeg_bijlage_toe
from leidraad.dossiers.models import Dossier, Journaalregel, Taak
from leidraad.dossiers.secties import Verouderd, sectie_stempel
from leidraad.dossiers.zoeken import zoek
from leidraad.registers.beleid import handelingen, opslag
from leidraad.registers.beleid.begrippen import Stand
from leidraad.registers.beleid.inhoud import Versieinhoud
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.secties import VERSIE
from leidraad.registers.beleid.tests.hulp import PROCEDURE, TEKST, besluit, maak, stel_vast
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db

BESLUIT = date(2025, 7, 1)
VANDAAG = date(2026, 11, 23)


def _vers(versie: Beleidsversie) -> Beleidsversie:
    return Beleidsversie.objects.get(pk=versie.pk)


def _open(stuk: Beleidsstuk) -> set[str]:
    return set(Taak.objects.open().filter(dossier=stuk.pk).values_list("soort", flat=True))


def test_een_stuk_begint_als_concept_met_het_werk_dat_erbij_hoort(wereld: Wereld, nu: datetime) -> None:
    beleid, procedure = maak(wereld, nu), maak(wereld, nu, PROCEDURE)
    assert beleid.dossier.nummer == "BE-2026-0001"
    assert beleid.versies.get().stand(VANDAAG) is Stand.CONCEPT
    assert _open(beleid) == {"beleid_vaststellen"}
    assert _open(procedure) == {"beleid_vaststellen", "beleid_conformiteit"}


@pytest.mark.regel("1.1.1")
def test_een_besluit_van_het_college_maakt_een_versie_geldend(wereld: Wereld, nu: datetime) -> None:
    stuk = maak(wereld, nu)
    versie = stel_vast(wereld, stuk, BESLUIT, nu)
    assert versie.stand(VANDAAG) is Stand.GELDT
    assert versie.beoordelen_voor == date(2028, 7, 1)
    assert versie.bevroren is not None
    assert '"Zo gaan wij om met persoonsgegevens."' in versie.bevroren.inhoud
    assert Dossier.objects.get(pk=stuk.pk).herzien_voor == date(2028, 7, 1)
    taak = Taak.objects.open().get(dossier=stuk.pk)
    assert (taak.soort, localdate(taak.zichtbaar_vanaf)) == ("beleid_beoordelen", date(2028, 4, 2))
    regels = Journaalregel.objects.filter(keten=stuk.dossier.uuid).values_list("handeling", flat=True)
    assert "vastgesteld" in regels


@pytest.mark.regel("1.1.3")
def test_de_voorganger_geldt_tot_de_dag_waarop_de_opvolger_ingaat(wereld: Wereld, nu: datetime) -> None:
    stuk = maak(wereld, nu)
    eerste = stel_vast(wereld, stuk, BESLUIT, nu)
    tweede = stel_vast(wereld, stuk, VANDAAG, nu, geldig_vanaf=date(2027, 1, 1))
    eerste = _vers(eerste)
    assert eerste.stand(date(2026, 12, 31)) is Stand.GELDT
    assert tweede.stand(date(2026, 12, 31)) is Stand.KOMT
    assert eerste.stand(date(2027, 1, 1)) is Stand.INGETROKKEN
    assert tweede.stand(date(2027, 1, 1)) is Stand.GELDT
    assert eerste.opvolger == tweede


@pytest.mark.regel("1.1.3")
def test_het_nieuwe_beleid_trekt_de_oude_regeling_in_op_de_dag_dat_het_ingaat(
    wereld: Wereld, nu: datetime
) -> None:
    oud, nieuw = maak(wereld, nu), maak(wereld, nu)
    regeling = stel_vast(wereld, oud, date(2018, 5, 25), nu)
    stel_vast(wereld, nieuw, BESLUIT, nu, trekt_in=(oud,))
    regeling = _vers(regeling)
    assert regeling.ingetrokken_per == BESLUIT
    assert regeling.opvolger == nieuw.versies.get()
    assert list(nieuw.versies.get().trekt_in.all()) == [oud]
    assert _open(oud) == set()
    assert Dossier.objects.get(pk=oud.pk).herzien_voor is None


def test_geschiedenis_vastleggen_laat_het_latere_stuk_staan(wereld: Wereld, nu: datetime) -> None:
    stuk = maak(wereld, nu)
    huidig = stel_vast(wereld, stuk, BESLUIT, nu)
    vroeger = stel_vast(wereld, stuk, date(2018, 5, 25), nu)
    assert (vroeger.ingetrokken_per, vroeger.opvolger) == (BESLUIT, huidig)
    assert _vers(huidig).ingetrokken_per is None
    assert Dossier.objects.get(pk=stuk.pk).herzien_voor == date(2028, 7, 1)


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"datum": date(2026, 11, 24), "geldig_vanaf": date(2026, 12, 1)}, "niet in de toekomst"),
        ({"geldig_vanaf": date(2025, 6, 30)}, "niet gelden voordat"),
        ({"kenmerk": ""}, "Voeg het besluit toe"),
        ({"orgaan": None}, "één van beide"),
        ({"orgaan": None, "functie": "directeur"}, "door een bestuursorgaan"),
        ({"functie": "directeur"}, "één van beide"),
    ],
)
def test_een_besluit_dat_niet_klopt_wordt_geweigerd(wereld, nu, anders, reden) -> None:
    stuk = maak(wereld, nu)
    with pytest.raises(Geweigerd, match=reden):
        stel_vast(wereld, stuk, BESLUIT, nu, **anders)
    assert stuk.versies.get().is_concept


@pytest.mark.regel("1.1.6")
@pytest.mark.parametrize(
    ("dag", "mag"),
    [(date(2028, 7, 1), True), (date(2028, 7, 2), False), (BESLUIT, False)],
)
def test_beoordelen_is_hooguit_drie_jaar_na_het_besluit(wereld, nu, dag, mag) -> None:
    stuk = maak(wereld, nu)
    if mag:
        assert stel_vast(wereld, stuk, BESLUIT, nu, beoordelen_voor=dag).beoordelen_voor == dag
        return
    with pytest.raises(Geweigerd, match="Kies een dag om te beoordelen"):
        stel_vast(wereld, stuk, BESLUIT, nu, beoordelen_voor=dag)


def test_een_lege_versie_is_niet_vast_te_stellen(wereld: Wereld, nu: datetime) -> None:
    stuk = maak(wereld, nu, versie=Versieinhoud())
    with pytest.raises(Geweigerd, match="geen tekst, bestand of link"):
        stel_vast(wereld, stuk, BESLUIT, nu)


def test_een_vastgestelde_versie_verandert_niet_meer(wereld: Wereld, nu: datetime) -> None:
    stuk = maak(wereld, nu)
    versie = stel_vast(wereld, stuk, BESLUIT, nu)
    stempel = sectie_stempel(opslag.lees_versie(versie), VERSIE)
    po = wereld.lid("privacy_officer")
    with pytest.raises(Geweigerd, match="vastgesteld"):
        handelingen.wijzig_versie(versie=versie, nieuw=Versieinhoud(), stempel=stempel, door=po, nu=nu)
    with pytest.raises(Geweigerd, match="vastgesteld"):
        handelingen.verwerp_concept(versie=versie, door=po, nu=nu)
    with pytest.raises(Geweigerd, match="vastgesteld"):
        handelingen.stel_vast(versie=versie, besluit=besluit(wereld, BESLUIT), door=po, nu=nu)


def test_een_concept_wijzigen_kent_botsing_en_bewaart_het_bestand(wereld: Wereld, nu: datetime) -> None:
    stuk, po = maak(wereld, nu), wereld.lid("privacy_officer")
    versie = stuk.versies.get()
    stempel = sectie_stempel(opslag.lees_versie(versie), VERSIE)
    bijlage = voeg_bijlage_toe(
        stuk.dossier, naam="beleid.txt", bestand=ContentFile(b"Beleid van 2025"), door=po, nu=nu
    )
    nieuw = Versieinhoud(naam="  2.0 ", tekst="Anders", bestand=bijlage.pk)
    handelingen.wijzig_versie(versie=versie, nieuw=nieuw, stempel=stempel, door=po, nu=nu)
    versie = _vers(versie)
    assert (versie.naam, versie.tekst, versie.bestand) == ("2.0", "Anders", bijlage)
    with pytest.raises(Verouderd):
        handelingen.wijzig_versie(
            versie=versie, nieuw=Versieinhoud(tekst="Toch"), stempel=stempel, door=po, nu=nu
        )
    assert [d.pk for d in zoek(Dossier.objects.zichtbaar_voor(wereld.lid("medewerker")), "anders")] == [
        stuk.pk
    ]


def test_het_bestand_van_een_versie_en_het_bewijs_van_een_besluit_kunnen_niet_weg(wereld, nu) -> None:
    stuk, po = maak(wereld, nu), wereld.lid("privacy_officer")
    tekst, bewijs, los = (
        voeg_bijlage_toe(stuk.dossier, naam=f"{n}.txt", bestand=ContentFile(n.encode()), door=po, nu=nu)
        for n in ("tekst", "bewijs", "los")
    )
    Beleidsversie.objects.filter(stuk=stuk).update(bestand=tekst)
    stel_vast(wereld, stuk, BESLUIT, nu, bewijs=bewijs)
    verwijder_bijlage(los, door=po, nu=nu)
    for bijlage in (tekst, bewijs):
        with pytest.raises(Geweigerd, match="kan niet weg"):
            verwijder_bijlage(bijlage, door=po, nu=nu)
        bijlage.refresh_from_db()
        assert bijlage.verwijderd_op is None


def test_twee_keer_klikken_maakt_een_stuk_en_een_herbeoordeling(wereld: Wereld, nu: datetime) -> None:
    po = wereld.lid("privacy_officer")
    stukken = [
        handelingen.maak_stuk(gemeente=wereld.gemeente, inhoud=PROCEDURE, versie=TEKST, door=po, nu=moment)
        for moment in (nu, nu + timedelta(seconds=59), nu + timedelta(seconds=61))
    ]
    assert stukken[0] == stukken[1] != stukken[2]
    versie = stel_vast(wereld, stukken[0], BESLUIT, nu)
    for _ in range(2):
        handelingen.beoordeel_opnieuw(
            versie=versie, uitkomst="blijft", toelichting="Bekeken.", door=po, nu=nu
        )
    assert versie.herbeoordelingen.count() == 1


def test_een_bestand_van_een_ander_stuk_wordt_geweigerd(wereld: Wereld, nu: datetime) -> None:
    stuk, ander, po = maak(wereld, nu), maak(wereld, nu, PROCEDURE), wereld.lid("privacy_officer")
    bijlage = voeg_bijlage_toe(
        ander.dossier, naam="beleid.txt", bestand=ContentFile(b"Beleid van 2025"), door=po, nu=nu
    )
    versie = stuk.versies.get()
    stempel = sectie_stempel(opslag.lees_versie(versie), VERSIE)
    with pytest.raises(Geweigerd, match="hoort niet bij dit stuk"):
        handelingen.wijzig_versie(
            versie=versie, nieuw=Versieinhoud(bestand=bijlage.pk), stempel=stempel, door=po, nu=nu
        )


def test_er_is_hooguit_een_concept(wereld: Wereld, nu: datetime) -> None:
    stuk, po = maak(wereld, nu), wereld.lid("privacy_officer")
    assert handelingen.maak_versie(stuk=stuk, door=po, nu=nu) == stuk.versies.get()
    with pytest.raises(Geweigerd, match="enige versie"):
        handelingen.verwerp_concept(versie=stuk.versies.get(), door=po, nu=nu)
    stel_vast(wereld, stuk, BESLUIT, nu)
    tweede = handelingen.maak_versie(stuk=stuk, door=po, nu=nu)
    assert tweede.tekst == "Zo gaan wij om met persoonsgegevens."
    handelingen.verwerp_concept(versie=tweede, door=po, nu=nu)
    assert stuk.versies.count() == 1
    assert _open(stuk) == {"beleid_beoordelen"}


@pytest.mark.regel("1.1.6")
@pytest.mark.parametrize(("uitkomst", "werk"), [("blijft", set()), ("herzien", {"beleid_herzien"})])
def test_tussentijds_beoordelen_kan_en_schuift_de_volgende_keer_op(wereld, nu, uitkomst, werk) -> None:
    stuk = maak(wereld, nu)
    versie = stel_vast(wereld, stuk, BESLUIT, nu)
    handelingen.beoordeel_opnieuw(
        versie=versie, uitkomst=uitkomst, toelichting="Nieuwe wet bekeken.",
        door=wereld.lid("privacy_officer"), nu=nu,
    )  # fmt: skip
    versie = _vers(versie)
    assert versie.beoordelen_voor == date(2029, 11, 23)
    assert versie.stand(VANDAAG) is Stand.GELDT
    assert _open(stuk) == {"beleid_beoordelen"} | werk


def test_intrekken_zonder_opvolger_vraagt_een_reden(wereld: Wereld, nu: datetime) -> None:
    stuk, po = maak(wereld, nu, PROCEDURE), wereld.lid("privacy_officer")
    versie = stel_vast(wereld, stuk, BESLUIT, nu)
    with pytest.raises(Geweigerd, match="waarom"):
        handelingen.trek_stuk_in(stuk=stuk, per=VANDAAG, reden=" ", door=po, nu=nu)
    handelingen.trek_stuk_in(stuk=stuk, per=VANDAAG, reden="Opgegaan in het beleid.", door=po, nu=nu)
    versie = _vers(versie)
    assert (versie.ingetrokken_per, versie.opvolger) == (VANDAAG, None)
    assert _open(stuk) == set()
    with pytest.raises(Geweigerd, match="geen versie"):
        handelingen.trek_stuk_in(stuk=stuk, per=VANDAAG, reden="Nog eens.", door=po, nu=nu)


@pytest.mark.parametrize("rol", ["medewerker", "teammanager", "coordinator", "fg", "ciso", "beheerder"])
def test_wie_geen_privacy_officer_is_maakt_geen_beleid_van_de_hele_gemeente(wereld, nu, rol) -> None:
    with pytest.raises(GeenRecht):
        maak(wereld, nu, rol=rol)
    stuk = maak(wereld, nu)
    with pytest.raises(GeenRecht):
        stel_vast(wereld, stuk, BESLUIT, nu, rol=rol)
    assert Beleidsstuk.objects.count() == 1
