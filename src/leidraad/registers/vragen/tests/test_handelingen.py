"""Vragen, antwoorden, doorvragen, doorgeven en sluiten: wat er gebeurt en wie het mag."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from leidraad.berichten.models import Bericht
from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import koppel
from leidraad.dossiers.journaal.controleren import controleer
from leidraad.dossiers.models import Dossier, Journaalregel, Koppeling, Taak
from leidraad.dossiers.zoeken import zoek
from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Functievervulling, Persoon
from leidraad.registers.vragen import handelingen
from leidraad.registers.vragen.handelingen.behandelen import laatste_reactie
from leidraad.registers.vragen.models import Reactie, Vraag
from leidraad.registers.vragen.tests.conftest import PO, VRAGER, Vragen, vers
from tests.wereld import ELDERS, Wereld

pytestmark = [pytest.mark.django_db, pytest.mark.regel("1.1.7")]
DAG = timedelta(days=1)
Antwoord = Callable[..., Reactie]


def taken(vraag: Vraag) -> list[Taak]:
    return list(Taak.objects.open().filter(dossier=vraag.pk))


@pytest.fixture
def tweede_po(wereld: Wereld) -> Persoon:
    """A colleague in the privacy team."""
    persoon = Persoon.objects.create(email="collega@leidraad.test", naam="Collega Officer")
    Functievervulling.objects.create(persoon=persoon, gemeente=wereld.gemeente, functie="privacy_officer")
    return persoon


def test_een_vraag_staat_op_de_werklijst_met_een_uiterste_dag(vraag: Vraag) -> None:
    [taak] = taken(vraag)
    assert (taak.titel, taak.uiterlijk) == ("Vraag beantwoorden", vraag.uiterlijk)
    assert vraag.uiterlijk.isoformat() == "2026-11-30T23:59:59+01:00"
    assert vraag.dossier.nummer == "VR-2026-0001"
    assert vraag.dossier.vertrouwelijkheid == "vertrouwelijk"


def test_de_uiterste_dag_valt_niet_op_een_vrije_dag(stel: Vragen, nu: datetime) -> None:
    """18 december plus zeven dagen is eerste kerstdag: het wordt maandag 28 december."""
    assert stel(nu=nu + 25 * DAG).uiterlijk.date().isoformat() == "2026-12-28"


def test_het_team_krijgt_bericht_zonder_inhoud(vraag: Vraag, wereld: Wereld) -> None:
    bericht = Bericht.objects.get()
    assert (bericht.ontvanger, bericht.soort) == (wereld.persoon(PO), "nieuw_werk")
    assert "Bewaartermijn" not in bericht.onderwerp + bericht.tekst


@pytest.mark.parametrize(
    ("woorden", "reden"),
    [
        ({"onderwerp": " "}, "onderwerp"),
        ({"tekst": "\n"}, "Schrijf uw vraag op"),
        ({"tekst": "x" * 10_001}, "te lang"),
        ({"onderwerp": "x" * 151}, "te lang"),
    ],
)
def test_een_vraag_heeft_een_onderwerp_en_woorden(stel: Vragen, woorden: dict[str, str], reden: str) -> None:
    with pytest.raises(Geweigerd, match=reden):
        stel(**woorden)
    assert not Dossier.objects.exists()


def test_wie_er_niet_werkt_kan_er_niets_vragen(stel: Vragen, wereld: Wereld) -> None:
    for rol in (ELDERS, "beheerder"):
        with pytest.raises(PermissionDenied):
            stel(rol)
    assert not Vraag.objects.exists()


def test_dezelfde_woorden_binnen_tien_minuten_zijn_een_vraag(stel: Vragen, nu: datetime) -> None:
    eerste = stel(onderwerp="Kopie paspoort")
    assert stel(onderwerp="Kopie paspoort", nu=nu + timedelta(minutes=9)) == eerste
    assert stel(onderwerp="Kopie paspoort", nu=nu + timedelta(minutes=11)) != eerste


def test_een_vraag_kan_over_een_dossier_gaan_dat_de_vrager_ziet(
    stel: Vragen, wereld: Wereld, nu: datetime
) -> None:
    zichtbaar = stel(PO).dossier
    Dossier.objects.filter(pk=zichtbaar.pk).update(vertrouwelijkheid="intern", soort="verwerkingen")
    zichtbaar.refresh_from_db()
    over = stel(over=zichtbaar)
    assert Koppeling.objects.get().van == over.dossier
    # The readers of the other dossier need not know who asked about it.
    assert not Journaalregel.objects.filter(keten=zichtbaar.uuid, handeling="gekoppeld").exists()
    geheim = stel(PO).dossier
    with pytest.raises(PermissionDenied):
        stel(over=geheim)
    Dossier.objects.filter(pk=zichtbaar.pk).update(gemeente=wereld.andere_gemeente)
    zichtbaar.refresh_from_db()
    with pytest.raises(PermissionDenied):
        stel(over=zichtbaar)
    assert koppel(over.dossier, geheim, soort="x", door=wereld.lid(PO), nu=nu)


def test_antwoorden_rondt_het_werk_af_en_mailt_alleen_een_link(
    vraag: Vraag, antwoord: Antwoord, wereld: Wereld, nu: datetime
) -> None:
    antwoord(vraag, "Vijf jaar na afloop.", nu + DAG)
    na = vers(vraag)
    assert (na.status, na.beantwoord_op, na.wacht_tot) == ("beantwoord", nu + DAG, None)
    assert na.dossier.behandelaar == wereld.persoon(PO)
    assert not taken(vraag)
    bericht = Bericht.objects.get(soort="antwoord_op_vraag")
    assert bericht.ontvanger == wereld.persoon(VRAGER)
    assert "Vijf jaar" not in bericht.onderwerp + bericht.tekst
    assert bericht.pad.endswith(f"/mijn-vragen/leiden/{na.dossier.nummer}/")


def test_wie_haar_eigen_vraag_beantwoordt_krijgt_geen_mail(stel: Vragen, antwoord: Antwoord) -> None:
    antwoord(stel(PO))
    assert not Bericht.objects.filter(soort="antwoord_op_vraag").exists()


def test_doorvragen_heropent_met_een_nieuwe_dag_bij_wie_antwoordde(
    vraag: Vraag, antwoord: Antwoord, wereld: Wereld, nu: datetime
) -> None:
    antwoord(vraag, op=nu + DAG)
    handelingen.vraag_door(vraag=vraag, tekst="En daarna?", door=wereld.lid(VRAGER), nu=nu + 2 * DAG)
    na = vers(vraag)
    assert na.status == "heropend"
    assert na.uiterlijk == vraag.uiterlijk
    assert na.wacht_tot is not None
    assert na.wacht_tot.date().isoformat() == "2026-12-02"
    [taak] = taken(vraag)
    assert (taak.toegewezen, taak.uiterlijk) == (wereld.persoon(PO), na.wacht_tot)
    antwoord(vraag, "Dan weg ermee.", nu + 3 * DAG)
    na = vers(vraag)
    assert (na.status, na.beantwoord_op, na.wacht_tot) == ("beantwoord", nu + DAG, None)
    assert na.reacties.get(soort="vervolg").afgehandeld_op == nu + 3 * DAG


def test_wie_geen_privacy_officer_meer_is_krijgt_de_heropende_vraag_niet(
    vraag: Vraag, antwoord: Antwoord, wereld: Wereld, nu: datetime
) -> None:
    antwoord(vraag)
    wereld.persoon(PO).functies.update(tot=nu.date())
    morgen = lid_van(wereld.persoon(VRAGER), nu.date() + DAG)
    handelingen.vraag_door(vraag=vraag, tekst="En nu?", door=morgen, nu=nu + DAG)
    assert [taak.toegewezen for taak in taken(vraag)] == [None]


def test_aanvullen_voor_het_antwoord_schuift_de_dag_niet_op(
    vraag: Vraag, wereld: Wereld, nu: datetime
) -> None:
    for _ in range(2):
        handelingen.vraag_door(vraag=vraag, tekst="O ja.", door=wereld.lid(VRAGER), nu=nu + DAG)
    na = vers(vraag)
    assert (na.status, na.wacht_tot) == ("open", vraag.uiterlijk)
    assert na.reacties.count() == 1
    assert len(taken(vraag)) == 1


@pytest.mark.parametrize("rol", [PO, "fg", "teammanager", ELDERS])
def test_alleen_de_vrager_vraagt_door(vraag: Vraag, wereld: Wereld, nu: datetime, rol: str) -> None:
    with pytest.raises(PermissionDenied):
        handelingen.vraag_door(vraag=vraag, tekst="Ook ik.", door=wereld.lid(rol), nu=nu)


@pytest.mark.parametrize("rol", ["fg", "teammanager", VRAGER, "ciso", ELDERS])
def test_alleen_een_privacy_officer_van_de_gemeente_antwoordt(
    vraag: Vraag, antwoord: Antwoord, wereld: Wereld, nu: datetime, rol: str
) -> None:
    with pytest.raises(PermissionDenied):
        antwoord(vraag, rol=rol)
    with pytest.raises(PermissionDenied):
        handelingen.sluit(vraag=vraag, gezien=0, door=wereld.lid(rol), nu=nu)


def test_nemen_en_doorgeven(
    vraag: Vraag, wereld: Wereld, nu: datetime, tweede_po: Persoon, antwoord: Antwoord
) -> None:
    po, ik = wereld.lid(PO), wereld.persoon(PO)
    handelingen.geef_aan(vraag=vraag, aan=ik, was=None, door=po, nu=nu)
    handelingen.geef_aan(vraag=vraag, aan=tweede_po, was=ik.pk, door=po, nu=nu)
    assert vers(vraag).dossier.behandelaar == tweede_po
    assert [taak.toegewezen for taak in taken(vraag)] == [tweede_po]
    assert Bericht.objects.filter(ontvanger=tweede_po, soort="toegewezen").exists()
    with pytest.raises(Geweigerd, match="ligt nu bij Collega Officer"):
        handelingen.geef_aan(vraag=vraag, aan=ik, was=ik.pk, door=po, nu=nu)
    for rol in ("fg", "teammanager", ELDERS):
        with pytest.raises(Geweigerd, match="geen Privacy Officer"):
            handelingen.geef_aan(vraag=vraag, aan=wereld.persoon(rol), was=tweede_po.pk, door=po, nu=nu)
    antwoord(vraag)
    assert vers(vraag).dossier.behandelaar == tweede_po


def test_sluiten_kan_na_een_antwoord_en_legt_de_dag_vast(
    vraag: Vraag, antwoord: Antwoord, wereld: Wereld, nu: datetime
) -> None:
    po = wereld.lid(PO)
    with pytest.raises(Geweigerd, match="Geef eerst antwoord"):
        handelingen.sluit(vraag=vraag, gezien=0, door=po, nu=nu)
    antwoord(vraag)
    with pytest.raises(Geweigerd, match="net geantwoord"):
        handelingen.sluit(vraag=vraag, gezien=0, door=po, nu=nu)
    for _ in range(2):
        handelingen.sluit(vraag=vraag, gezien=laatste_reactie(vraag), door=po, nu=nu + DAG)
    assert (vers(vraag).status, vers(vraag).dossier.gesloten_op) == ("gesloten", nu + DAG)
    handelingen.vraag_door(vraag=vraag, tekst="Toch nog iets.", door=wereld.lid(VRAGER), nu=nu + 2 * DAG)
    assert (vers(vraag).status, vers(vraag).dossier.gesloten_op) == ("heropend", None)


def test_een_dankjewel_kan_zonder_antwoord_dicht(
    vraag: Vraag, antwoord: Antwoord, wereld: Wereld, nu: datetime
) -> None:
    antwoord(vraag)
    dank = handelingen.vraag_door(vraag=vraag, tekst="Dank u wel!", door=wereld.lid(VRAGER), nu=nu)
    handelingen.sluit(vraag=vraag, gezien=dank.pk, door=wereld.lid(PO), nu=nu + DAG)
    dank.refresh_from_db()
    assert dank.afgehandeld_op == nu + DAG
    assert not taken(vraag)


def test_wie_iets_niet_heeft_gelezen_antwoordt_er_niet_langs(
    vraag: Vraag, antwoord: Antwoord, wereld: Wereld, nu: datetime
) -> None:
    handelingen.vraag_door(vraag=vraag, tekst="Het gaat om 2019.", door=wereld.lid(VRAGER), nu=nu)
    with pytest.raises(Geweigerd, match="heeft net iets toegevoegd"):
        handelingen.beantwoord(vraag=vraag, tekst="Vijf jaar.", gezien=0, door=wereld.lid(PO), nu=nu)
    eerste = antwoord(vraag)
    dubbel = handelingen.beantwoord(vraag=vraag, tekst="Vijf jaar.", gezien=0, door=wereld.lid(PO), nu=nu)
    assert dubbel == eerste


def test_alles_wat_gezegd_is_is_te_vinden_en_staat_niet_in_het_journaal(
    vraag: Vraag, antwoord: Antwoord, wereld: Wereld, nu: datetime
) -> None:
    antwoord(vraag, "Dat zijn ooievaars.")
    handelingen.vraag_door(vraag=vraag, tekst="Ook flamingo's?", door=wereld.lid(VRAGER), nu=nu)
    alle = Dossier.objects.all()
    for woord in ("ooievaar", "flamingo", "bewaartermijn", "aanvraag", vraag.dossier.nummer):
        assert zoek(alle, woord).get() == vraag.dossier
    regels = json.dumps(list(Journaalregel.objects.values_list("details", flat=True)))
    assert not any(woord in regels for woord in ("ooievaar", "flamingo", "Bewaartermijn"))
    assert controleer().klopt
