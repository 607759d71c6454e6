"""From concept to established, reviewed and ended: who, in which order, and what refuses."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.models import Journaalregel
from leidraad.organisaties.models import Bestuursorgaan
from leidraad.registers.verwerkingen import handelingen, opslag
from leidraad.registers.verwerkingen.begrippen import Status
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.stempel import sectie_stempel
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG, volledig
from leidraad.registers.verwerkingen.versies import inhoud_van
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db


def maak(wereld: Wereld, nu: datetime, inhoud: Inhoud = VOLLEDIG, wie: str = "teammanager") -> Verwerking:
    Bestuursorgaan.objects.get_or_create(gemeente=wereld.gemeente, naam=VOLLEDIG.bestuursorgaan)
    return handelingen.maak_aan(
        gemeente=wereld.gemeente, eenheid=wereld.team, inhoud=inhoud, door=wereld.lid(wie), nu=nu
    )


def ter_vaststelling(wereld: Wereld, nu: datetime, inhoud: Inhoud = VOLLEDIG) -> Verwerking:
    verwerking = maak(wereld, nu, inhoud)
    handelingen.dien_in(verwerking=verwerking, door=wereld.lid("teammanager"), nu=nu)
    return handelingen.geef_akkoord(verwerking=verwerking, door=wereld.lid("privacy_officer"), nu=nu)


def vastgesteld(wereld: Wereld, nu: datetime, inhoud: Inhoud = VOLLEDIG) -> Verwerking:
    return handelingen.stel_vast(
        verwerking=ter_vaststelling(wereld, nu, inhoud),
        openbaarheid="openbaar",
        door=wereld.lid("teammanager"),
        nu=nu,
    )


def test_wat_is_gemaakt_komt_gelijk_terug(wereld: Wereld, nu: datetime) -> None:
    verwerking = maak(wereld, nu)
    assert opslag.lees(Verwerking.objects.get(pk=verwerking.pk)) == VOLLEDIG
    assert verwerking.dossier.nummer == "VW-2026-0001"
    assert verwerking.volledigheid == 100


@pytest.mark.regel("4.4.1")
@pytest.mark.regel("4.4.4")
def test_de_weg_van_concept_naar_vastgesteld(wereld: Wereld, nu: datetime) -> None:
    verwerking = vastgesteld(wereld, nu)
    assert verwerking.status == Status.VASTGESTELD
    assert verwerking.geldende_versie is not None
    assert inhoud_van(verwerking.geldende_versie) == VOLLEDIG
    assert verwerking.dossier.herzien_voor == date(2027, 11, 23)
    uitkomsten = list(verwerking.dossier.beoordelingen.values_list("rol", "uitkomst"))
    assert uitkomsten == [("teammanager", "vastgesteld"), ("privacy_officer", "akkoord")]
    journaal = Journaalregel.objects.filter(keten=verwerking.dossier.uuid)
    assert {"aangemaakt", "indienen", "akkoord", "vaststellen"} <= {regel.handeling for regel in journaal}


def test_onvolledig_kan_niet_worden_vastgesteld_en_zegt_alles_wat_ontbreekt(
    wereld: Wereld, nu: datetime
) -> None:
    verwerking = ter_vaststelling(wereld, nu, volledig(rol="", doelen=(), juistheid=""))
    with pytest.raises(Geweigerd) as fout:
        handelingen.stel_vast(
            verwerking=verwerking, openbaarheid="openbaar", door=wereld.lid("teammanager"), nu=nu
        )
    assert "Kies de rol van de gemeente." in fout.value.redenen
    assert "Voeg ten minste één doel toe." in fout.value.redenen
    verwerking.refresh_from_db()
    assert verwerking.status == Status.TER_VASTSTELLING
    assert verwerking.geldende_versie is None


@pytest.mark.parametrize(
    "rol", ["privacy_officer", "fg", "medewerker", "coordinator", "privacy_officer_elders", "beheerder"]
)
def test_alleen_de_manager_stelt_vast(wereld: Wereld, nu: datetime, rol: str) -> None:
    verwerking = ter_vaststelling(wereld, nu)
    with pytest.raises(GeenRecht):
        handelingen.stel_vast(verwerking=verwerking, openbaarheid="openbaar", door=wereld.lid(rol), nu=nu)


def test_twee_keer_vaststellen_zegt_dat_iemand_voor_was(wereld: Wereld, nu: datetime) -> None:
    verwerking = vastgesteld(wereld, nu)
    with pytest.raises(Geweigerd, match="iemand u voor"):
        handelingen.stel_vast(
            verwerking=verwerking, openbaarheid="openbaar", door=wereld.lid("teammanager"), nu=nu
        )
    assert verwerking.dossier.versies.count() == 1


def test_terugsturen_vraagt_redenen(wereld: Wereld, nu: datetime) -> None:
    verwerking = maak(wereld, nu)
    handelingen.dien_in(verwerking=verwerking, door=wereld.lid("teammanager"), nu=nu)
    with pytest.raises(Geweigerd, match="waarom"):
        handelingen.stuur_terug(verwerking=verwerking, redenen=" ", door=wereld.lid("privacy_officer"), nu=nu)
    verwerking.refresh_from_db()
    assert verwerking.status == Status.TER_TOETSING
    terug = handelingen.stuur_terug(
        verwerking=verwerking, redenen="Het doel is onduidelijk.", door=wereld.lid("privacy_officer"), nu=nu
    )
    assert terug.status == Status.TERUGGESTUURD


@pytest.mark.regel("3.3.3")
def test_niet_openbaar_vraagt_een_grond_uit_de_woo(wereld: Wereld, nu: datetime) -> None:
    verwerking = ter_vaststelling(wereld, nu)
    with pytest.raises(Geweigerd, match="Woo"):
        handelingen.stel_vast(
            verwerking=verwerking, openbaarheid="niet_openbaar", door=wereld.lid("teammanager"), nu=nu
        )
    klaar = handelingen.stel_vast(
        verwerking=verwerking,
        openbaarheid="niet_openbaar",
        grond="5-1-2-d",
        door=wereld.lid("teammanager"),
        nu=nu,
    )
    assert not klaar.is_openbaar


def test_bewerken_van_een_vastgestelde_verwerking_maakt_een_nieuw_concept(
    wereld: Wereld, nu: datetime
) -> None:
    verwerking = vastgesteld(wereld, nu)
    anders = handelingen.bewaar_sectie(
        verwerking=verwerking,
        sectie="algemeen",
        nieuw=volledig(omschrijving="Nieuw en beter."),
        stempel=sectie_stempel(VOLLEDIG, "algemeen"),
        door=wereld.lid("teammanager"),
        nu=nu + timedelta(days=1),
    )
    assert anders.status == Status.IN_HERZIENING
    assert anders.geldende_versie is not None
    assert inhoud_van(anders.geldende_versie).omschrijving == VOLLEDIG.omschrijving
    terug = handelingen.trek_herziening_in(verwerking=anders, door=wereld.lid("teammanager"), nu=nu)
    assert terug.status == Status.VASTGESTELD
    assert opslag.lees(Verwerking.objects.get(pk=terug.pk)) == VOLLEDIG


def test_wie_later_is_ziet_wat_er_veranderde_en_overschrijft_niets(wereld: Wereld, nu: datetime) -> None:
    verwerking = maak(wereld, nu)
    stempel = sectie_stempel(VOLLEDIG, "algemeen")
    eerste = volledig(omschrijving="Van de eerste.")
    wie = wereld.lid("teammanager")
    handelingen.bewaar_sectie(
        verwerking=verwerking, sectie="algemeen", nieuw=eerste, stempel=stempel, door=wie, nu=nu
    )
    with pytest.raises(handelingen.Verouderd) as fout:
        handelingen.bewaar_sectie(
            verwerking=verwerking,
            sectie="algemeen",
            nieuw=volledig(omschrijving="Van de tweede."),
            stempel=stempel,
            door=wereld.lid("privacy_officer"),
            nu=nu,
        )
    assert fout.value.huidig.omschrijving == "Van de eerste."
    # Sending the same form twice is not a conflict.
    handelingen.bewaar_sectie(
        verwerking=verwerking, sectie="algemeen", nieuw=eerste, stempel=stempel, door=wie, nu=nu
    )


def test_twee_mensen_in_verschillende_onderdelen_hinderen_elkaar_niet(wereld: Wereld, nu: datetime) -> None:
    verwerking = maak(wereld, nu)
    for sectie, nieuw in (
        ("algemeen", volledig(omschrijving="Anders.")),
        ("notitie", volledig(notitie="Ook anders.")),
    ):
        handelingen.bewaar_sectie(
            verwerking=verwerking,
            sectie=sectie,
            nieuw=nieuw,
            stempel=sectie_stempel(VOLLEDIG, sectie),
            door=wereld.lid("teammanager"),
            nu=nu,
        )
    inhoud = opslag.lees(Verwerking.objects.get(pk=verwerking.pk))
    assert (inhoud.omschrijving, inhoud.notitie) == ("Anders.", "Ook anders.")


def test_een_doel_weghalen_laat_geen_losse_verwijzing_achter(wereld: Wereld, nu: datetime) -> None:
    verwerking = maak(wereld, nu)
    handelingen.bewaar_sectie(
        verwerking=verwerking,
        sectie="doelen",
        nieuw=volledig(doelen=()),
        stempel=sectie_stempel(VOLLEDIG, "doelen"),
        door=wereld.lid("teammanager"),
        nu=nu,
    )
    inhoud = opslag.lees(Verwerking.objects.get(pk=verwerking.pk))
    assert inhoud.gegevens[0].noodzaken == ()
    assert inhoud.gegevens[0].naam == "Naam en adres"


def test_een_kopie_naar_een_andere_gemeente_neemt_de_notitie_niet_mee(wereld: Wereld, nu: datetime) -> None:
    verwerking = maak(wereld, nu)
    with pytest.raises(GeenRecht):
        handelingen.kopieer(
            verwerking=verwerking, gemeente=wereld.andere_gemeente, eenheid=None,
            door=wereld.lid("privacy_officer_elders"), nu=nu,
        )  # fmt: skip
    kopie = handelingen.kopieer(
        verwerking=verwerking,
        gemeente=wereld.gemeente,
        eenheid=wereld.team,
        door=wereld.lid("teammanager"),
        nu=nu,
    )
    inhoud = opslag.lees(Verwerking.objects.get(pk=kopie.pk))
    assert inhoud == replace(VOLLEDIG, naam="Parkeervergunningen (kopie)")
    assert kopie.dossier.nummer == "VW-2026-0002"


def test_beeindigen_sluit_het_dossier_en_heropenen_kan(wereld: Wereld, nu: datetime) -> None:
    verwerking = vastgesteld(wereld, nu)
    wie = wereld.lid("teammanager")
    with pytest.raises(Geweigerd, match="startdatum"):
        handelingen.beeindig(
            verwerking=verwerking, einddatum=date(2019, 1, 1), redenen="Weg.", door=wie, nu=nu
        )
    einde = handelingen.beeindig(
        verwerking=verwerking, einddatum=date(2026, 12, 31), redenen="De taak vervalt.", door=wie, nu=nu
    )
    assert einde.status == Status.BEEINDIGD
    assert einde.dossier.gesloten_op == nu
    open_ = handelingen.heropen(verwerking=einde, door=wie, nu=nu)
    assert (open_.status, open_.einddatum) == (Status.CONCEPT, None)


def test_een_versie_is_leesbaar_als_gewone_json(wereld: Wereld, nu: datetime) -> None:
    versie = vastgesteld(wereld, nu).geldende_versie
    assert versie is not None
    assert json.loads(versie.inhoud)["inhoud"]["doelen"][0]["wet"] == "Gemeentewet"
