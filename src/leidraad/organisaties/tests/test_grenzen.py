"""Where rights end: at the last day of a function, at the FG, and at the gemeente."""

from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError

from leidraad.organisaties.handelingen import draag_over
from leidraad.organisaties.importeren import importeer_organisatie
from leidraad.organisaties.models import Functievervulling, Persoon
from leidraad.organisaties.rechten import Recht, Rol
from leidraad.organisaties.wachtwoordlink import eenmalige_link
from tests.wereld import Wereld

GISTEREN = date(2026, 11, 22)


@pytest.fixture
def uitvoerder(wereld: Wereld, nu: datetime) -> Functievervulling:
    """The function of an employee to whom the team manager handed a task."""
    manager = wereld.persoon("teammanager")
    draag_over(
        functie=manager.functies.get(), aan=wereld.persoon("medewerker"), eenheid=wereld.team,
        taak="register", tot=None, door=wereld.lid("teammanager"), nu=nu,
    )  # fmt: skip
    assert Recht.BEWERKEN in _rechten(wereld)
    return wereld.persoon("medewerker").functies.get()


def _rechten(wereld: Wereld) -> set[Recht]:
    lid = wereld.lid("medewerker")
    return {recht for recht in Recht if lid.gemeenten(recht)}


def test_wie_weg_is_voert_geen_overgedragen_taak_meer_uit(
    wereld: Wereld, uitvoerder: Functievervulling
) -> None:
    Functievervulling.objects.filter(pk=uitvoerder.pk).update(tot=GISTEREN)
    assert _rechten(wereld) == set()


def test_werken_bij_een_andere_gemeente_telt_daarvoor_niet(
    wereld: Wereld, uitvoerder: Functievervulling
) -> None:
    Functievervulling.objects.filter(pk=uitvoerder.pk).update(gemeente=wereld.andere_gemeente)
    assert wereld.lid("medewerker").gemeenten(Recht.LEZEN) == {wereld.andere_gemeente.pk}
    assert Recht.BEWERKEN not in _rechten(wereld)


@pytest.mark.regel("4.5.1")
def test_wie_fg_wordt_voert_geen_taak_van_een_manager_meer_uit(
    wereld: Wereld, uitvoerder: Functievervulling
) -> None:
    Functievervulling.objects.filter(pk=uitvoerder.pk).update(functie="fg")
    assert Rol.UITVOERDER not in {b.rol for b in wereld.lid("medewerker").bevoegdheden}


def test_een_beheerder_krijgt_geen_link_tot_rechten_in_een_andere_gemeente(
    wereld: Wereld, nu: datetime
) -> None:
    nieuw = Persoon.objects.create(email="nieuw@leidraad.test", naam="Nieuw", password="!")
    for gemeente in (wereld.gemeente, wereld.andere_gemeente):
        Functievervulling.objects.create(persoon=nieuw, gemeente=gemeente, functie="medewerker")
    with pytest.raises(ValidationError, match="een gemeente die u niet beheert"):
        eenmalige_link(persoon=nieuw, gemeente=wereld.gemeente, door=wereld.lid("beheerder"), nu=nu)


def test_een_import_wijzigt_geen_naam_van_iemand_die_ook_elders_werkt(wereld: Wereld, nu: datetime) -> None:
    medewerker = wereld.persoon("medewerker")
    Functievervulling.objects.create(
        persoon=medewerker, gemeente=wereld.andere_gemeente, functie="medewerker"
    )
    bestand = (
        "gemeente,eenheid,functie,naam,email,van,tot\n"
        "leiden,Team Burgerzaken,medewerker,Andere Naam,medewerker@leidraad.test,,\n"
        "leiden,Team Burgerzaken,coordinator,Nieuwe Naam,coordinator@leidraad.test,,\n"
    )
    rapport = importeer_organisatie(
        eenheden=None, functies=bestand.encode(), door=wereld.lid("beheerder"), nu=nu, toch=True
    )
    assert Persoon.objects.get(pk=medewerker.pk).naam == "Medewerker"
    assert Persoon.objects.get(pk=wereld.persoon("coordinator").pk).naam == "Nieuwe Naam"
    assert "niet gewijzigd" in str(rapport.meldingen)
