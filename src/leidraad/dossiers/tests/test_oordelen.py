"""Judgement, advice, remarks, links and looks."""

from datetime import timedelta

import pytest

from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.handelingen import (
    beoordeel,
    bevries,
    geef_advies,
    koppel,
    leg_vast,
    log_inzage,
    ontkoppel,
    plaats_opmerking,
    reageer_op_advies,
    wijzig_advies,
)
from leidraad.dossiers.journaal.controleren import controleer
from leidraad.dossiers.models import Advies, Beoordeling, Journaalregel, Koppeling, Opmerking
from leidraad.organisaties.rechten import Recht


def _handelingen(dossier):
    return list(
        Journaalregel.objects.filter(keten=dossier.uuid)
        .order_by("volgnummer")
        .values_list("handeling", flat=True)
    )


def test_terugsturen_kan_alleen_met_redenen(dossier, wereld, nu):
    lid = wereld.lid("privacy_officer")
    with pytest.raises(Geweigerd, match="waarom"):
        beoordeel(dossier, uitkomst="teruggestuurd", redenen="  ", recht=Recht.TOETSEN, door=lid, nu=nu)
    beoordeel(dossier, uitkomst="teruggestuurd", redenen="Doel is vaag", recht=Recht.TOETSEN, door=lid, nu=nu)
    assert Beoordeling.objects.get().rol == "privacy_officer"
    assert _handelingen(dossier) == ["aangemaakt", "beoordeeld"]


def test_een_teammanager_toetst_niet(dossier, wereld, nu):
    with pytest.raises(GeenRecht):
        beoordeel(dossier, uitkomst="akkoord", recht=Recht.TOETSEN, door=wereld.lid("teammanager"), nu=nu)


def test_vaststellen_kan_alleen_wie_dat_recht_heeft(dossier, wereld, nu):
    with pytest.raises(GeenRecht):
        bevries(dossier, inhoud={}, door=wereld.lid("privacy_officer"), nu=nu)
    with pytest.raises(Geweigerd, match="500"):
        bevries(dossier, inhoud={}, toelichting="x" * 501, door=wereld.lid("teammanager"), nu=nu)


@pytest.mark.regel("4.5.1")
def test_alleen_de_fg_wijzigt_het_eigen_advies(dossier, wereld, nu):
    fg = wereld.lid("fg")
    advies = geef_advies(dossier, van="fg", tekst="Doe een DPIA.", door=fg, nu=nu)
    for rol in ("privacy_officer", "directeur", "beheerder"):
        with pytest.raises(GeenRecht):
            wijzig_advies(advies, tekst="Niet nodig.", door=wereld.lid(rol), nu=nu)
    wijzig_advies(advies, tekst="Doe nu een DPIA.", door=fg, nu=nu)
    assert Advies.objects.get().tekst == "Doe nu een DPIA."
    assert _handelingen(dossier) == ["aangemaakt", "advies_gegeven", "advies_gewijzigd"]


@pytest.mark.parametrize(
    ("rol", "van"), [("privacy_officer", "fg"), ("fg", "privacy_officer"), ("directeur", "fg")]
)
def test_niemand_adviseert_namens_een_ander(dossier, wereld, nu, rol, van):
    with pytest.raises(GeenRecht):
        geef_advies(dossier, van=van, tekst="x", door=wereld.lid(rol), nu=nu)


def test_reageren_is_volgen_of_uitleggen_en_gebeurt_een_keer(dossier, wereld, nu):
    fg, manager = wereld.lid("fg"), wereld.lid("teammanager")
    advies = geef_advies(dossier, van="fg", tekst="Doe een DPIA.", door=fg, nu=nu)
    for reactie, reden in (("legt_uit", "Leg uit"), ("onzin", "Kies"), ("", "Kies")):
        with pytest.raises(Geweigerd, match=reden):
            reageer_op_advies(advies, reactie=reactie, door=manager, nu=nu)
    reageer_op_advies(advies, reactie="legt_uit", toelichting="Is al gedaan.", door=manager, nu=nu)
    with pytest.raises(Geweigerd, match="al gereageerd"):
        reageer_op_advies(advies, reactie="volgt", door=manager, nu=nu)
    with pytest.raises(Geweigerd, match="al gereageerd"):
        wijzig_advies(advies, tekst="Toch niet.", door=fg, nu=nu)


def test_niemand_reageert_op_eigen_advies(dossier, wereld, nu):
    po = wereld.lid("privacy_officer")
    advies = geef_advies(dossier, van="privacy_officer", tekst="Verbeter het doel.", door=po, nu=nu)
    with pytest.raises(Geweigerd, match="eigen advies"):
        reageer_op_advies(advies, reactie="volgt", door=po, nu=nu)


def test_een_dubbelklik_geeft_een_opmerking(dossier, wereld, nu):
    lid = wereld.lid("coordinator")
    for _ in range(2):
        plaats_opmerking(dossier, tekst=" Klopt dit? ", door=lid, nu=nu)
    plaats_opmerking(dossier, tekst="Klopt dit?", door=lid, nu=nu + timedelta(minutes=2))
    assert Opmerking.objects.count() == 2


@pytest.mark.parametrize("tekst", ["", "   \n", "x" * 5001])
def test_een_lege_of_te_lange_opmerking_wordt_geweigerd(dossier, wereld, nu, tekst):
    with pytest.raises(Geweigerd):
        plaats_opmerking(dossier, tekst=tekst, door=wereld.lid("coordinator"), nu=nu)


def test_een_koppeling_staat_in_beide_journalen(maak_dossier, wereld, nu):
    een, twee, lid = maak_dossier(), maak_dossier(), wereld.lid("privacy_officer")
    for _ in range(2):
        koppel(een, twee, soort="lijkt_op", door=lid, nu=nu)
    assert _handelingen(een) == _handelingen(twee) == ["aangemaakt", "gekoppeld"]
    for _ in range(2):
        ontkoppel(een, twee, soort="lijkt_op", door=lid, nu=nu)
    assert _handelingen(een) == _handelingen(twee) == ["aangemaakt", "gekoppeld", "ontkoppeld"]
    assert not Koppeling.objects.exists()
    with pytest.raises(Geweigerd, match="zichzelf"):
        koppel(een, een, soort="lijkt_op", door=lid, nu=nu)
    with pytest.raises(GeenRecht):
        koppel(een, twee, soort="lijkt_op", door=wereld.lid("medewerker"), nu=nu)


def test_elke_inzage_in_een_vertrouwelijk_dossier_wordt_genoteerd(maak_dossier, wereld, nu):
    geheim, open_ = maak_dossier(vertrouwelijkheid="vertrouwelijk"), maak_dossier()
    fg, manager = wereld.lid("fg"), wereld.lid("teammanager")
    for dossier in (geheim, open_):
        log_inzage(dossier, door=fg, nu=nu)
        log_inzage(dossier, door=fg, nu=nu + timedelta(seconds=1))
        log_inzage(dossier, door=manager, nu=nu)
        log_inzage(dossier, door=fg, nu=nu + timedelta(minutes=61))
    assert _handelingen(geheim) == ["aangemaakt", "ingezien", "ingezien", "ingezien", "ingezien"]
    assert _handelingen(open_) == ["aangemaakt"]


def test_het_journaal_noemt_personen_met_hun_nummer_niet_met_hun_naam(dossier, wereld, nu):
    persoon = wereld.persoon("coordinator")
    leg_vast(
        dossier,
        handeling="toegewezen",
        details={"reden": "vakantie"},
        recht=Recht.BEWERKEN,
        door=wereld.lid("teammanager"),
        nu=nu,
        behandelaar=persoon,
    )
    regel = Journaalregel.objects.get(handeling="toegewezen")
    assert regel.details == f'{{"behandelaar":[null,{persoon.pk}],"reden":"vakantie"}}'
    assert controleer().klopt


def test_de_medewerker_wijzigt_geen_kop(dossier, wereld, nu):
    with pytest.raises(GeenRecht) as gevangen:
        leg_vast(
            dossier,
            handeling="x",
            details={},
            recht=Recht.BEWERKEN,
            door=wereld.lid("medewerker"),
            nu=nu,
            titel="y",
        )
    assert "bewerken" in gevangen.value.reden
