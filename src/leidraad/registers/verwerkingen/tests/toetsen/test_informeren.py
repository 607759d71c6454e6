"""Norms 2.7.1 and 2.7.2: informing people, in words that they understand."""

from datetime import date

import pytest

from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels.leesbaarheid import KORTE_ZIN, LEESBAAR, leesbaarheid, leesniveau
from leidraad.registers.verwerkingen.tests.toetsen.conftest import GOED

MOEILIJK = "Persoonsgegevens worden geautomatiseerd verwerkt ten behoeve van vergunningverlening."
LINK = "https://www.leiden.nl/privacy"


@pytest.mark.norm("2.7.1")
@pytest.mark.parametrize(
    ("wijze", "tekst", "link", "tekort"),
    [
        ("tekst", GOED.privacyverklaring, "", False),
        ("tekst", "", "", True),
        ("tekst", "", LINK, True),
        ("tekst", MOEILIJK, "", True),
        ("tekst", ".", "", True),
        ("link", "", LINK, False),
        ("link", GOED.privacyverklaring, "", True),
        # A text that is not shown is not judged.
        ("link", MOEILIJK, LINK, False),
        ("uitzondering", "", "", False),
        ("", GOED.privacyverklaring, LINK, True),
        ("brief", GOED.privacyverklaring, LINK, True),
    ],
)
def test_er_is_een_verklaring_die_mensen_kunnen_lezen(beoordeel, wijze, tekst, link, tekort):
    anders = {"informatiewijze": wijze, "privacyverklaring": tekst, "privacyverklaring_link": link}
    assert beoordeel("2.7.1", **anders) is tekort


@pytest.mark.norm("2.7.1")
@pytest.mark.parametrize(("woorden", "tekort"), [(KORTE_ZIN, False), (KORTE_ZIN + 1, True)])
def test_de_grens_ligt_bij_vijftien_woorden_per_zin(beoordeel, woorden, tekort):
    tekst = " ".join(["kat"] * woorden) + "."
    assert leesbaarheid(tekst, date(2026, 11, 23)).flesch_douma >= LEESBAAR
    assert beoordeel("2.7.1", privacyverklaring=tekst) is tekort


@pytest.mark.norm("2.7.1")
def test_het_leesniveau_volgt_de_tekst_bij_elke_wijziging(beoordeel, wereld, nu):
    assert beoordeel("2.7.1", privacyverklaring=MOEILIJK) is True
    verwerking = Verwerking.objects.get()
    assert verwerking.leesniveau == "moeilijk"
    handelingen.vervang_inhoud(
        verwerking=verwerking, inhoud=GOED, handeling="gewijzigd", door=wereld.lid("privacy_officer"), nu=nu
    )
    assert Verwerking.objects.get().leesniveau == "b1"


def test_zonder_woorden_is_er_geen_leesniveau():
    assert [leesniveau(tekst, date(2026, 11, 23)) for tekst in ("", "  ", "...")] == ["", "", ""]


@pytest.mark.norm("2.7.2")
@pytest.mark.parametrize(
    ("wijze", "artikel", "tekort"),
    [
        ("tekst", "", None),
        ("link", "", None),
        ("uitzondering", "AVG artikel 14 lid 5 onder c", False),
        ("uitzondering", "UAVG 41", False),
        ("uitzondering", "", True),
        ("uitzondering", "Het is te veel werk.", True),
    ],
)
def test_een_uitzondering_noemt_het_artikel(beoordeel, wijze, artikel, tekort):
    assert beoordeel("2.7.2", informatiewijze=wijze, informatie_uitzondering=artikel) is tekort
