"""Who sees which norms: everything of the gemeente, the own units, or nothing."""

from typing import Any

import pytest
from django.http import Http404
from django.test import RequestFactory

from leidraad.dossiers.fouten import GeenRecht
from leidraad.naleving.tests.verklaard import benoem
from leidraad.naleving.toegang import bereik, blik_op, hele_gemeente
from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Functievervulling
from leidraad.organisaties.rechten import Lid
from tests.wereld import Wereld

pytestmark = [pytest.mark.django_db, pytest.mark.regel("4.5.7")]


def verzoek(lid: Lid | None) -> Any:
    request: Any = RequestFactory().get("/werk/naleving/leiden/")
    request.lid = lid
    return request


@pytest.mark.parametrize("rol", ["privacy_officer", "fg", "ciso"])
def test_wie_toezicht_houdt_ziet_de_hele_gemeente(wereld: Wereld, rol):
    lid = wereld.lid(rol)
    assert bereik(lid, wereld.gemeente.pk) is None
    blik = blik_op(verzoek(lid), "leiden")
    assert (blik.heel, blik.gemeente, blik.lid) == (True, wereld.gemeente, lid)
    assert hele_gemeente(verzoek(lid), "leiden") == blik


def test_de_secretaris_ziet_de_hele_gemeente_ook_als_hij_een_eenheid_leidt(wereld: Wereld, nu):
    for plek in (None, wereld.cluster):
        lid = lid_van(benoem(wereld.gemeente, eenheid=plek), nu.date())
        assert blik_op(verzoek(lid), "leiden").heel


@pytest.mark.parametrize(
    ("rol", "ziet"),
    [
        ("teammanager", {"team"}),
        ("afdelingsmanager", {"afdeling", "team", "ander_team"}),
        ("directeur", {"cluster", "afdeling", "team", "ander_team"}),
    ],
)
def test_een_manager_ziet_de_eigen_eenheid_en_wat_daaronder_valt(wereld: Wereld, rol, ziet):
    lid = wereld.lid(rol)
    eenheden = frozenset(getattr(wereld, naam).pk for naam in ziet)
    assert bereik(lid, wereld.gemeente.pk) == eenheden
    blik = blik_op(verzoek(lid), "leiden")
    assert (blik.heel, blik.eenheden) == (False, eenheden)
    with pytest.raises(GeenRecht, match="hele gemeente"):
        hele_gemeente(verzoek(lid), "leiden")


def test_twee_functies_tellen_op(wereld: Wereld, nu):
    persoon = wereld.persoon("teammanager")
    Functievervulling.objects.create(
        persoon=persoon, gemeente=wereld.gemeente, eenheid=wereld.ander_team, functie="teammanager"
    )
    beide = frozenset({wereld.team.pk, wereld.ander_team.pk})
    assert bereik(lid_van(persoon, nu.date()), wereld.gemeente.pk) == beide
    Functievervulling.objects.create(persoon=persoon, gemeente=wereld.gemeente, functie="privacy_officer")
    assert bereik(lid_van(persoon, nu.date()), wereld.gemeente.pk) is None


@pytest.mark.parametrize("rol", ["medewerker", "coordinator", "beheerder"])
def test_wie_er_niet_over_gaat_ziet_niets_en_leest_waarom(wereld: Wereld, rol):
    lid = wereld.lid(rol)
    assert bereik(lid, wereld.gemeente.pk) == frozenset()
    with pytest.raises(GeenRecht, match="geen zicht op de naleving"):
        blik_op(verzoek(lid), "leiden")


def test_een_andere_gemeente_bestaat_niet(wereld: Wereld):
    for rol in ("fg", "privacy_officer", "teammanager", "medewerker"):
        assert bereik(wereld.lid(rol), wereld.andere_gemeente.pk) == frozenset()
        for slug in ("leiderdorp", "atlantis"):
            with pytest.raises(Http404):
                blik_op(verzoek(wereld.lid(rol)), slug)
    elders = wereld.lid("privacy_officer_elders")
    assert blik_op(verzoek(elders), "leiderdorp").heel
    with pytest.raises(Http404):
        blik_op(verzoek(elders), "leiden")


def test_een_bezoeker_zonder_functies_of_naam_ziet_niets(wereld: Wereld, nu):
    for lid in (None, Lid(wereld.persoon("fg").pk, "Fg", nu.date())):
        with pytest.raises(Http404):
            blik_op(verzoek(lid), "leiden")


def test_wie_vertrok_ziet_niets_meer(wereld: Wereld, nu):
    Functievervulling.objects.filter(functie="fg").update(tot=nu.date())
    morgen = nu.date().replace(day=nu.day + 1)
    assert blik_op(verzoek(wereld.lid("fg")), "leiden").heel
    with pytest.raises(Http404):
        blik_op(verzoek(wereld.lid("fg", morgen)), "leiden")
