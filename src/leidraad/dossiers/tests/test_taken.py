"""Taken: openen, afronden, geven en terugnemen; wie iets hoort, en wie niet."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from leidraad.berichten.models import Bericht
from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.handelingen import (
    geef_advies,
    laat_taak_vervallen,
    meld_zichtbare_taken,
    neem_terug,
    open_taak,
    rond_taak_af,
    vink_taak_af,
    vraag_advies,
    wijs_toe,
)
from leidraad.dossiers.models import Dossier, Journaalregel, Taak
from leidraad.dossiers.taaksoort import Taaksoort
from leidraad.organisaties.models import Functievervulling, Persoon
from leidraad.organisaties.rechten import Recht

TOETSEN = Taaksoort("toetsen", "Verwerking toetsen", Recht.TOETSEN)
AANPASSEN = Taaksoort("aanpassen", "Verwerking aanpassen", Recht.BEWERKEN)
VASTSTELLEN = Taaksoort("vaststellen", "Verwerking vaststellen", Recht.VASTSTELLEN)
BEKIJKEN = Taaksoort("bekijken", "Afwijking bekijken", Recht.ADVISEREN_FG, af_te_vinken=True)


def _aan(soort="nieuw_werk"):
    return sorted(Bericht.objects.filter(soort=soort).values_list("ontvanger__naam", flat=True))


@pytest.fixture
def tweede_po(wereld):
    persoon = Persoon.objects.create(email="po2@leidraad.test", naam="Tweede PO")
    Functievervulling.objects.create(persoon=persoon, gemeente=wereld.gemeente, functie="privacy_officer")
    return persoon


@pytest.fixture
def taak(dossier, wereld, nu):
    """A task for the Privacy Officers, asked by the unit."""
    return open_taak(dossier, TOETSEN, door=wereld.lid("coordinator"), nu=nu)


def test_een_taak_staat_een_keer_open_en_krijgt_een_nieuwe_termijn(dossier, wereld, nu):
    door = wereld.lid("coordinator")
    eerste = open_taak(dossier, TOETSEN, door=door, nu=nu)
    tweede = open_taak(dossier, TOETSEN, uiterlijk=nu + timedelta(days=3), door=door, nu=nu)
    assert eerste.pk == tweede.pk
    assert Taak.objects.get().uiterlijk == nu + timedelta(days=3)
    assert len(_aan()) == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Taak.objects.create(
            dossier=dossier, gemeente=wereld.gemeente, soort="toetsen", titel="x", recht="toetsen",
            bericht="nieuw_werk", zichtbaar_vanaf=nu, aangemaakt_op=nu,
        )  # fmt: skip


def test_na_afronden_kan_dezelfde_taak_opnieuw_open(taak, dossier, wereld, nu):
    po = wereld.lid("privacy_officer")
    assert rond_taak_af(dossier, "toetsen", door=po, nu=nu) == 1
    assert rond_taak_af(dossier, "toetsen", door=po, nu=nu) == 0
    taak.refresh_from_db()
    assert (taak.klaar_op, taak.klaar_door_id, taak.klaar_functie) == (nu, po.persoon_id, "privacy_officer")
    nieuw = open_taak(dossier, TOETSEN, door=wereld.lid("coordinator"), nu=nu)
    assert nieuw.pk != taak.pk
    assert laat_taak_vervallen(dossier, nu=nu) == 1
    assert not Taak.objects.open().exists()


@pytest.mark.parametrize(
    "onvolledig", [{"klaar_door": None}, {"klaar_functie": ""}, {"klaar_op": None}, {"vervallen_op": "nu"}]
)
def test_klaar_kan_niet_zonder_wie_en_wanneer(taak, dossier, wereld, nu, onvolledig):
    rond_taak_af(dossier, "toetsen", door=wereld.lid("privacy_officer"), nu=nu)
    waarden = {naam: nu if waarde == "nu" else waarde for naam, waarde in onvolledig.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Taak.objects.update(**waarden)


def test_het_hele_team_hoort_het_en_niemand_over_eigen_werk(dossier, wereld, tweede_po, nu):
    open_taak(dossier, TOETSEN, door=wereld.lid("privacy_officer"), nu=nu)
    assert _aan() == ["Tweede PO"]
    bericht = Bericht.objects.get()
    assert dossier.nummer in bericht.onderwerp
    assert dossier.titel not in bericht.onderwerp + bericht.tekst


def test_beslissen_is_voor_de_verantwoordelijke_en_aanpassen_voor_de_eenheid(dossier, wereld, nu):
    po = wereld.lid("privacy_officer")
    open_taak(dossier, VASTSTELLEN, door=po, nu=nu)
    assert _aan() == ["Teammanager"]
    open_taak(dossier, AANPASSEN, door=po, nu=nu)
    assert _aan() == ["Coordinator", "Teammanager"]


def test_aanpassen_is_voor_de_behandelaar_als_die_er_is(maak_dossier, wereld, nu):
    dossier = maak_dossier(behandelaar=wereld.persoon("medewerker"))
    open_taak(dossier, AANPASSEN, door=wereld.lid("privacy_officer"), nu=nu)
    assert _aan() == ["Medewerker"]


def test_over_een_vertrouwelijk_dossier_hoort_alleen_wie_het_mag_zien(maak_dossier, wereld, nu):
    dossier = maak_dossier(vertrouwelijkheid="vertrouwelijk")
    open_taak(dossier, AANPASSEN, door=wereld.lid("privacy_officer"), nu=nu)
    assert _aan() == []


@pytest.mark.regel("4.6.1")
def test_een_taak_voor_later_wordt_op_zijn_dag_een_keer_gemeld(dossier, wereld, nu):
    later = nu + timedelta(days=10)
    taak = open_taak(dossier, TOETSEN, zichtbaar_vanaf=later, door=wereld.lid("coordinator"), nu=nu)
    meld_zichtbare_taken(later - timedelta(minutes=1))
    assert not Bericht.objects.exists()
    assert taak not in Taak.objects.zichtbaar(nu)
    for dag in range(3):
        meld_zichtbare_taken(later + timedelta(days=dag))
    assert _aan() == ["Privacy officer"]
    assert taak in Taak.objects.zichtbaar(later)


@pytest.mark.regel("4.4.9")
def test_geven_en_terugnemen_staan_in_het_journaal_en_wie_het_raakt_hoort_het(taak, wereld, tweede_po, nu):
    po = wereld.lid("privacy_officer")
    gegeven = wijs_toe(taak, aan=tweede_po, was=None, door=po, nu=nu)
    assert gegeven.toegewezen == tweede_po
    assert _aan("toegewezen") == ["Tweede PO"]
    wijs_toe(taak, aan=tweede_po, was=None, door=po, nu=nu)
    assert Journaalregel.objects.filter(handeling="taak_gegeven").count() == 1
    assert neem_terug(taak, was=tweede_po.pk, door=po, nu=nu).toegewezen is None
    neem_terug(taak, was=tweede_po.pk, door=po, nu=nu)
    assert Journaalregel.objects.filter(handeling="taak_teruggenomen").count() == 1
    assert _aan("toegewezen") == ["Tweede PO", "Tweede PO"]


def test_wie_een_taak_teruggeeft_laat_het_team_dat_weten(taak, wereld, tweede_po, nu):
    po = wereld.lid("privacy_officer")
    wijs_toe(taak, aan=wereld.persoon("privacy_officer"), was=None, door=po, nu=nu)
    assert _aan("toegewezen") == []
    neem_terug(taak, was=po.persoon_id, door=po, nu=nu)
    assert _aan("toegewezen") == ["Tweede PO"]


@pytest.mark.parametrize("rol", ["fg", "coordinator", "teammanager", "medewerker", "beheerder"])
def test_wie_het_werk_niet_mag_doen_geeft_het_ook_niet_door(taak, wereld, tweede_po, nu, rol):
    with pytest.raises(GeenRecht):
        wijs_toe(taak, aan=tweede_po, was=None, door=wereld.lid(rol), nu=nu)


@pytest.mark.parametrize(
    ("aan", "reden"), [("privacy_officer_elders", "werkt niet voor"), ("coordinator", "niet het recht")]
)
def test_een_taak_gaat_alleen_naar_wie_hem_mag_doen(taak, wereld, nu, aan, reden):
    with pytest.raises(Geweigerd, match=reden):
        wijs_toe(taak, aan=wereld.persoon(aan), was=None, door=wereld.lid("privacy_officer"), nu=nu)


def test_twee_tegelijk_de_tweede_hoort_wie_hem_voor_was(taak, wereld, tweede_po, nu):
    po, zelf = wereld.lid("privacy_officer"), wereld.persoon("privacy_officer")
    wijs_toe(taak, aan=tweede_po, was=None, door=po, nu=nu)
    with pytest.raises(Geweigerd, match="Tweede PO"):
        wijs_toe(taak, aan=zelf, was=None, door=po, nu=nu)
    with pytest.raises(Geweigerd, match="Iemand was u voor"):
        neem_terug(taak, was=zelf.pk, door=po, nu=nu)


def test_een_taak_die_klaar_is_geeft_niemand_meer_weg(taak, dossier, wereld, tweede_po, nu):
    po = wereld.lid("privacy_officer")
    rond_taak_af(dossier, "toetsen", door=po, nu=nu)
    with pytest.raises(Geweigerd, match="al klaar"):
        wijs_toe(taak, aan=tweede_po, was=None, door=po, nu=nu)


def test_afvinken_kan_alleen_als_geen_andere_handeling_de_taak_afrondt(taak, dossier, wereld, nu):
    with pytest.raises(Geweigerd, match="zodra"):
        vink_taak_af(taak, door=wereld.lid("privacy_officer"), nu=nu)
    bekijken = open_taak(dossier, BEKIJKEN, door=wereld.lid("teammanager"), nu=nu)
    with pytest.raises(GeenRecht):
        vink_taak_af(bekijken, door=wereld.lid("privacy_officer"), nu=nu)
    assert vink_taak_af(bekijken, door=wereld.lid("fg"), nu=nu).klaar_functie == "fg"
    vink_taak_af(bekijken, door=wereld.lid("fg"), nu=nu)
    assert Journaalregel.objects.filter(handeling="taak_afgerond").count() == 1


@pytest.mark.regel("4.6.4")
@pytest.mark.regel("4.5.3")
def test_advies_vragen_geeft_een_taak_die_het_advies_afrondt(dossier, wereld, nu):
    manager = wereld.lid("teammanager")
    taak = vraag_advies(dossier, aan="fg", vraag="Mag dit?", door=manager, nu=nu)
    assert vraag_advies(dossier, aan="fg", vraag="Mag dit?", door=manager, nu=nu) == taak
    assert dossier.opmerkingen.count() == 1
    assert _aan("advies") == ["Fg"]
    with pytest.raises(Geweigerd, match="al advies gevraagd"):
        vraag_advies(dossier, aan="fg", vraag="En dit?", door=manager, nu=nu)
    geef_advies(dossier, van="privacy_officer", tekst="Ja.", door=wereld.lid("privacy_officer"), nu=nu)
    assert Taak.objects.open().count() == 1
    geef_advies(dossier, van="fg", tekst="Nee.", door=wereld.lid("fg"), nu=nu)
    assert not Taak.objects.open().exists()
    with pytest.raises(Geweigerd):
        vraag_advies(dossier, aan="fg", vraag="  ", door=manager, nu=nu)
    with pytest.raises(GeenRecht):
        vraag_advies(Dossier.objects.get(), aan="fg", vraag="x", door=wereld.lid("medewerker"), nu=nu)
