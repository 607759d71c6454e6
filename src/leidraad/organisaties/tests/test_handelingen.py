"""What may change in an organisation, and what the rules refuse."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from leidraad.organisaties.eenheden import beeindig_eenheid, voeg_eenheid_toe, wijzig_eenheid
from leidraad.organisaties.handelingen import (
    beeindig_functie,
    benoem,
    draag_over,
    neem_terug,
    voeg_persoon_toe,
)
from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Functievervulling, Overdracht, Persoon, Wijziging
from leidraad.organisaties.rechten import Recht, Rol, mag_in
from leidraad.organisaties.verantwoordelijkheid import verantwoordelijke
from leidraad.organisaties.wachtwoordlink import eenmalige_link
from tests.wereld import Wereld

OP = date(2026, 11, 23)


def _benoem(wereld: Wereld, rol: str, functie: str, nu: datetime, **meer: Any) -> Functievervulling:
    return benoem(
        persoon=wereld.persoon(rol), gemeente=wereld.gemeente, functie=functie,
        door=wereld.lid("beheerder"), nu=nu, **meer,
    )  # fmt: skip


@pytest.mark.regel("4.5.1")
@pytest.mark.parametrize("functie", ["privacy_officer", "beheerder", "directeur"])
def test_de_fg_krijgt_geen_functie_die_haar_onafhankelijkheid_raakt(
    wereld: Wereld, nu: datetime, functie: str
) -> None:
    with pytest.raises(ValidationError, match="De FG is onafhankelijk"):
        _benoem(wereld, "fg", functie, nu)


@pytest.mark.regel("4.5.1")
@pytest.mark.parametrize("rol", ["privacy_officer", "beheerder", "teammanager"])
def test_wie_beslist_of_uitvoert_wordt_geen_fg(wereld: Wereld, nu: datetime, rol: str) -> None:
    with pytest.raises(ValidationError, match="De FG is onafhankelijk"):
        _benoem(wereld, rol, "fg", nu)


@pytest.mark.regel("4.5.1")
def test_na_afloop_van_de_oude_functie_mag_iemand_wel_fg_worden(wereld: Wereld, nu: datetime) -> None:
    oud = Functievervulling.objects.get(persoon=wereld.persoon("privacy_officer"))
    beeindig_functie(functievervulling=oud, tot=OP, door=wereld.lid("beheerder"), nu=nu)
    with pytest.raises(ValidationError):
        _benoem(wereld, "privacy_officer", "fg", nu, van=OP)
    assert _benoem(wereld, "privacy_officer", "fg", nu, van=OP + timedelta(days=1)).functie == "fg"


@pytest.mark.regel("4.5.1")
def test_de_fg_mag_in_een_andere_gemeente_wel_privacy_officer_zijn(wereld: Wereld, nu: datetime) -> None:
    assert _benoem(wereld, "privacy_officer_elders", "fg", nu).gemeente == wereld.gemeente


@pytest.mark.parametrize(
    ("functie", "meer", "veld"),
    [
        ("opperbaas", {}, "functie"),
        ("teammanager", {}, "eenheid"),
        ("ciso", {"van": OP, "tot": OP - timedelta(days=1)}, "tot"),
        ("medewerker", {"eenheid": "team"}, "functie"),
    ],
)
def test_een_benoeming_die_niet_klopt_noemt_het_veld(
    wereld: Wereld, nu: datetime, functie: str, meer: dict[str, Any], veld: str
) -> None:
    if "eenheid" in meer:
        meer = {"eenheid": wereld.team}
    with pytest.raises(ValidationError) as fout:
        _benoem(wereld, "medewerker", functie, nu, **meer)
    assert list(fout.value.message_dict) == [veld]


def test_alleen_de_beheerder_van_de_gemeente_benoemt(wereld: Wereld, nu: datetime) -> None:
    for rol in ("privacy_officer", "fg", "directeur", "medewerker"):
        with pytest.raises(PermissionDenied):
            benoem(
                persoon=wereld.persoon("medewerker"), gemeente=wereld.gemeente, functie="ciso",
                door=wereld.lid(rol), nu=nu,
            )  # fmt: skip
    with pytest.raises(PermissionDenied):
        benoem(
            persoon=wereld.persoon("medewerker"), gemeente=wereld.andere_gemeente, functie="ciso",
            door=wereld.lid("beheerder"), nu=nu,
        )  # fmt: skip


def test_een_nieuwe_persoon_heeft_geen_wachtwoord_en_krijgt_een_link(wereld: Wereld, nu: datetime) -> None:
    beheerder = wereld.lid("beheerder")
    functie = voeg_persoon_toe(
        gemeente=wereld.gemeente, naam="Nina Nieuw", email="Nina@Leiden.test", functie="ciso",
        door=beheerder, nu=nu,
    )  # fmt: skip
    assert functie.persoon.email == "nina@leiden.test"
    assert not functie.persoon.has_usable_password()
    pad = eenmalige_link(persoon=functie.persoon, gemeente=wereld.gemeente, door=beheerder, nu=nu)
    assert pad.startswith("/account/password/reset/key/")


def test_voor_iemand_met_een_wachtwoord_maakt_de_beheerder_geen_link(wereld: Wereld, nu: datetime) -> None:
    with pytest.raises(ValidationError, match="heeft al een wachtwoord"):
        eenmalige_link(
            persoon=wereld.persoon("fg"), gemeente=wereld.gemeente, door=wereld.lid("beheerder"), nu=nu
        )


def test_een_bekend_e_mailadres_geeft_geen_tweede_persoon(wereld: Wereld, nu: datetime) -> None:
    voor = Persoon.objects.count()
    functie = voeg_persoon_toe(
        gemeente=wereld.gemeente, naam="Iemand", email="MEDEWERKER@leidraad.test", functie="ciso",
        door=wereld.lid("beheerder"), nu=nu,
    )  # fmt: skip
    assert functie.persoon == wereld.persoon("medewerker")
    assert Persoon.objects.count() == voor


def _draag_over(wereld: Wereld, nu: datetime, aan: str = "medewerker", **meer: Any) -> Overdracht:
    functie = Functievervulling.objects.get(persoon=wereld.persoon("teammanager"))
    return draag_over(
        functie=functie, aan=wereld.persoon(aan), eenheid=meer.pop("eenheid", wereld.team),
        taak="Het register bijhouden", tot=meer.pop("tot", None), door=wereld.lid("teammanager"), nu=nu,
    )  # fmt: skip


@pytest.mark.regel("4.4.9")
def test_een_overdracht_laat_de_verantwoordelijke_staan(wereld: Wereld, nu: datetime) -> None:
    _draag_over(wereld, nu)
    assert verantwoordelijke(wereld.team, "teammanager", OP).naam == "Teammanager"
    lid = lid_van(wereld.persoon("medewerker"), OP)
    assert Rol.UITVOERDER in {b.rol for b in lid.bevoegdheden}
    assert mag_in(lid, Recht.BEWERKEN, wereld.gemeente.pk, wereld.team.pk)
    assert not mag_in(lid, Recht.VASTSTELLEN, wereld.gemeente.pk, wereld.team.pk)
    assert not mag_in(lid, Recht.BEWERKEN, wereld.gemeente.pk, wereld.ander_team.pk)


@pytest.mark.regel("4.4.9")
def test_teruggenomen_is_meteen_terug_en_blijft_te_zien(wereld: Wereld, nu: datetime) -> None:
    overdracht = _draag_over(wereld, nu)
    neem_terug(overdracht=overdracht, door=wereld.lid("teammanager"), nu=nu)
    assert not mag_in(
        lid_van(wereld.persoon("medewerker"), OP), Recht.BEWERKEN, wereld.gemeente.pk, wereld.team.pk
    )
    assert list(Wijziging.objects.values_list("handeling", flat=True)) == ["neem_terug", "draag_over"]


@pytest.mark.parametrize(
    ("meer", "veld"),
    [
        ({"aan": "teammanager"}, "aan"),
        ({"aan": "privacy_officer_elders"}, "aan"),
        ({"aan": "fg"}, "aan"),
        ({"tot": OP - timedelta(days=1)}, "tot"),
    ],
)
def test_een_overdracht_die_niet_kan_zegt_waarom(
    wereld: Wereld, nu: datetime, meer: dict[str, Any], veld: str
) -> None:
    with pytest.raises(ValidationError) as fout:
        _draag_over(wereld, nu, **meer)
    assert list(fout.value.message_dict) == [veld]


def test_een_manager_draagt_niets_over_van_een_ander_team(wereld: Wereld, nu: datetime) -> None:
    with pytest.raises(PermissionDenied):
        _draag_over(wereld, nu, eenheid=wereld.ander_team)


def test_een_eenheid_hangt_nooit_onder_zichzelf(wereld: Wereld, nu: datetime) -> None:
    with pytest.raises(ValidationError, match="hangt zelf onder"):
        wijzig_eenheid(
            eenheid=wereld.cluster, naam="Cluster Stad", soort="cluster", bovenliggend=wereld.team,
            van=None, tot=None, door=wereld.lid("beheerder"), nu=nu,
        )  # fmt: skip


def test_een_eenheid_met_teams_of_mensen_stopt_niet(wereld: Wereld, nu: datetime) -> None:
    beheerder = wereld.lid("beheerder")
    with pytest.raises(ValidationError, match="hangen dan nog eenheden"):
        beeindig_eenheid(eenheid=wereld.afdeling, tot=OP, door=beheerder, nu=nu)
    with pytest.raises(ValidationError, match="horen dan nog 3 functies"):
        beeindig_eenheid(eenheid=wereld.team, tot=OP, door=beheerder, nu=nu)
    assert beeindig_eenheid(eenheid=wereld.ander_team, tot=OP, door=beheerder, nu=nu).tot == OP


def test_twee_eenheden_met_dezelfde_naam_kan_niet(wereld: Wereld, nu: datetime) -> None:
    with pytest.raises(ValidationError, match="al een eenheid met deze naam"):
        voeg_eenheid_toe(
            gemeente=wereld.gemeente, naam="team  burgerzaken", soort="team",
            door=wereld.lid("beheerder"), nu=nu,
        )  # fmt: skip
