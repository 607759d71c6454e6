"""Norms that a person states: valid until a day, never better than the words, and only by who may say it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.naleving.handelingen import verklaar
from leidraad.naleving.models import Verklaring
from leidraad.naleving.peilen import peil_alle
from leidraad.naleving.toetsen import ATTESTEN, toets_van
from leidraad.naleving.uitslag import leg_uit
from leidraad.normen.norm import normen
from leidraad.normen.oordeel import Oordeel
from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Functievervulling, Persoon
from tests.wereld import Wereld

NORMEN = ("2.1.3", "4.1.1")
ATTEST = {attest.norm: attest for attest in ATTESTEN}


@pytest.fixture
def secretaris(wereld: Wereld) -> Persoon:
    persoon = Persoon.objects.create(email="secretaris@leidraad.test", naam="Secretaris")
    Functievervulling.objects.create(persoon=persoon, gemeente=wereld.gemeente, functie="gemeentesecretaris")
    return persoon


@pytest.fixture
def zeg(wereld, secretaris, nu):
    """States a norm as the secretary of Leiden; give what should be different."""

    def verklaring(norm: str, **anders) -> Verklaring:
        op = anders.get("nu", nu)
        vast: dict[str, Any] = {"toelichting": "Besproken in het college.", "bewijs": "Verslag 3-11-2026"}
        vast |= {"voldoet": True, "door": lid_van(secretaris, op.date()), "nu": op}
        return verklaar(wereld.gemeente, ATTEST[norm], **vast | anders)

    return verklaring


def oordelen(wereld: Wereld, op: datetime) -> list[Oordeel]:
    uitslagen = peil_alle([wereld.gemeente.pk], op)[wereld.gemeente.pk]
    return [uitslagen[norm].oordeel for norm in NORMEN]


@pytest.mark.norm(*NORMEN)
def test_zonder_verklaring_is_er_een_nodig(wereld, nu):
    assert oordelen(wereld, nu) == [Oordeel.ATTEST_NODIG] * 2


@pytest.mark.norm(*NORMEN)
def test_een_verklaring_geldt_tot_en_met_haar_laatste_dag(wereld, nu, zeg):
    laatste = [zeg(norm).geldig_tot for norm in NORMEN]
    assert laatste == [date(2027, 11, 23)] * 2
    eind = datetime(2027, 11, 23, 23, 59, 59, tzinfo=nu.tzinfo)
    assert oordelen(wereld, nu) == [Oordeel.GEHAALD] * 2
    assert oordelen(wereld, eind) == [Oordeel.GEHAALD] * 2
    assert oordelen(wereld, eind + timedelta(seconds=1)) == [Oordeel.ATTEST_NODIG] * 2


@pytest.mark.norm(*NORMEN)
def test_wie_zegt_dat_het_niet_zo_is_haalt_de_norm_niet(wereld, nu, zeg):
    for norm in NORMEN:
        zeg(norm, voldoet=False)
    assert oordelen(wereld, nu) == [Oordeel.NIET_GEHAALD] * 2


@pytest.mark.norm(*NORMEN)
def test_de_laatste_verklaring_telt(wereld, nu, zeg):
    morgen = nu + timedelta(days=1)
    for norm in NORMEN:
        zeg(norm)
        zeg(norm, voldoet=False, nu=morgen)
    assert oordelen(wereld, morgen) == [Oordeel.NIET_GEHAALD] * 2


@pytest.mark.norm(*NORMEN)
def test_een_verklaring_zegt_niets_over_een_andere_gemeente_of_norm(wereld, nu, zeg):
    zeg("2.1.3")
    assert oordelen(wereld, nu) == [Oordeel.GEHAALD, Oordeel.ATTEST_NODIG]
    elders = wereld.andere_gemeente.pk
    uitslagen = peil_alle([elders], nu)[elders]
    assert [uitslagen[norm].oordeel for norm in NORMEN] == [Oordeel.ATTEST_NODIG] * 2


@pytest.mark.regel("2.1.3", "4.1.1")
@pytest.mark.parametrize("rol", ["privacy_officer", "fg", "directeur", "medewerker", "beheerder"])
def test_alleen_de_functie_die_de_norm_noemt_verklaart(wereld, zeg, rol):
    for norm in NORMEN:
        with pytest.raises(GeenRecht, match=r"(?i)alleen de gemeentesecretaris"):
            zeg(norm, door=wereld.lid(rol))
    assert not Verklaring.objects.exists()


@pytest.mark.regel("2.1.3", "4.1.1")
@pytest.mark.parametrize(
    ("anders", "melding"),
    [({"toelichting": "  "}, "Leg uit"), ({"bewijs": " "}, "Noem het bewijs")],
)
def test_zonder_uitleg_of_bewijs_is_er_geen_verklaring(zeg, anders, melding):
    with pytest.raises(Geweigerd, match=melding):
        zeg("4.1.1", **anders)
    assert not Verklaring.objects.exists()


@pytest.mark.parametrize(
    ("totaal", "tekort", "begin"),
    [
        (0, 0, "De verklaring zegt"),
        (3, 0, "De verklaring zegt"),
        (3, 1, "Het stuk is niet helemaal getoetst"),
    ],
)
def test_de_uitleg_noemt_wat_er_mis_is(totaal, tekort, begin):
    """Who states that it is not so while nothing falls short, should not read that something does."""
    toets, attest = toets_van("1.1.5"), ATTEST["1.1.5"]
    uitleg = leg_uit(normen()["1.1.5"], Oordeel.NIET_GEHAALD, toets, attest, totaal, tekort)
    assert uitleg.startswith(begin)
