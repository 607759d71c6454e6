"""Elke stap van een verwerking sluit het werk dat gedaan is en opent het werk dat volgt."""

from datetime import date, timedelta

import pytest
from django.urls import resolve
from django.utils import timezone

from leidraad.berichten.models import Bericht
from leidraad.dossiers.handelingen import vraag_advies
from leidraad.dossiers.models import Taak
from leidraad.organisaties.models import Bestuursorgaan
from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG, volledig

pytestmark = pytest.mark.django_db


def _open(verwerking):
    return sorted(Taak.objects.open().filter(dossier=verwerking.pk).values_list("soort", flat=True))


@pytest.fixture
def speel(wereld, nu):
    """Make a verwerking of the team and take it through these steps."""
    Bestuursorgaan.objects.get_or_create(gemeente=wereld.gemeente, naam=VOLLEDIG.bestuursorgaan)

    def doe(*stappen, inhoud=VOLLEDIG):
        manager, po = wereld.lid("teammanager"), wereld.lid("privacy_officer")
        verwerking = handelingen.maak_aan(
            gemeente=wereld.gemeente, eenheid=wereld.team, inhoud=inhoud, door=manager, nu=nu
        )
        for stap in stappen:
            door = po if stap in ("geef_akkoord", "stuur_terug") else manager
            extra = {"redenen": "Te vaag."} if stap == "stuur_terug" else {}
            extra |= {"openbaarheid": "openbaar"} if stap == "stel_vast" else {}
            extra |= {"einddatum": date(2026, 12, 1), "redenen": "Klaar."} if stap == "beeindig" else {}
            verwerking = getattr(handelingen, stap)(verwerking=verwerking, door=door, nu=nu, **extra)
        return verwerking

    return doe


VAST = ("dien_in", "geef_akkoord", "stel_vast")


@pytest.mark.regel("4.4.1")
@pytest.mark.parametrize(
    ("stappen", "open_"),
    [
        ((), []),
        (("dien_in",), ["toetsen"]),
        (("dien_in", "stuur_terug"), ["aanpassen"]),
        (("dien_in", "stuur_terug", "dien_in"), ["toetsen"]),
        (("dien_in", "geef_akkoord"), ["vaststellen"]),
        (VAST, ["herzien"]),
        ((*VAST, "begin_herziening"), ["herzien"]),
        ((*VAST, "begin_herziening", "trek_herziening_in"), ["herzien"]),
        ((*VAST, "begin_herziening", "dien_in"), ["toetsen"]),
        ((*VAST, "beeindig"), []),
    ],
)
def test_na_elke_stap_staat_het_goede_werk_open(speel, stappen, open_):
    assert _open(speel(*stappen)) == open_


def test_herzien_is_zestig_dagen_vooraf_werk(speel):
    verwerking = speel(*VAST)
    taak = Taak.objects.get(soort="herzien", klaar_op=None)
    assert timezone.localdate(taak.uiterlijk) == verwerking.dossier.herzien_voor
    assert timezone.localdate(taak.zichtbaar_vanaf) == verwerking.dossier.herzien_voor - timedelta(days=60)
    assert not Bericht.objects.filter(onderwerp__contains="herzien").exists()


@pytest.mark.regel("2.10.1")
def test_een_vastgestelde_afwijking_komt_bij_de_fg(speel):
    afwijkend = volledig(profilering=True, profilering_toelichting="Wij voorspellen gedrag.")
    assert _open(speel(*VAST, inhoud=afwijkend)) == ["afwijking_bekijken", "herzien"]
    assert Bericht.objects.filter(ontvanger__naam="Fg").count() == 1


def test_elke_taak_leidt_naar_een_bladzijde_die_bestaat(speel, wereld, nu, client_als):
    verwerking = speel("dien_in")
    vraag_advies(verwerking.dossier, aan="fg", vraag="Mag dit?", door=wereld.lid("teammanager"), nu=nu)
    speel("dien_in", "geef_akkoord")
    speel("dien_in", "stuur_terug")
    wie = {"toetsen": "privacy_officer", "vaststellen": "teammanager", "aanpassen": "coordinator"}
    for taak in Taak.objects.open().select_related("dossier__gemeente"):
        assert resolve(taak.url.partition("#")[0])
        browser = client_als(wie.get(taak.soort, "fg"))
        assert browser.get(taak.url).status_code == 200, taak.url


def test_geen_enkel_bericht_zegt_waar_het_over_gaat(speel):
    speel(*VAST)
    speel("dien_in", "stuur_terug")
    assert Bericht.objects.count() >= 4
    for bericht in Bericht.objects.all():
        assert VOLLEDIG.naam not in bericht.onderwerp + bericht.tekst
