"""Termijnen: de klok herinnert op tijd, één keer, ook als de werker een dag stilstond."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from leidraad.berichten.handelingen import stel_voorkeuren_in
from leidraad.berichten.models import Bericht
from leidraad.berichten.soorten import berichtsoorten
from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import (
    haal_termijn,
    laat_termijn_vervallen,
    stuur_herinneringen,
    zet_termijn,
)
from leidraad.dossiers.handelingen.termijnen import _herinner, volgende_herinnering
from leidraad.dossiers.models import Dossier, Termijn
from leidraad.dossiers.taaksoort import Termijnsoort
from leidraad.organisaties.rechten import Recht

KLOK = Termijnsoort("melden", "Melden bij de AP", Recht.TOETSEN, ladder=(1, 48, 24, 12, 4), dringend=True)
GEWOON = Termijnsoort("antwoord", "Antwoord geven", Recht.TOETSEN, ladder=(24, 0))
UUR = timedelta(hours=1)


@pytest.fixture
def klok(dossier, nu):
    """A clock of 72 hours, just started."""
    return zet_termijn(dossier, KLOK, vanaf=nu, streng=nu + 72 * UUR, buitengrens=nu + 73 * UUR, nu=nu)


def _onderwerpen():
    return [b.onderwerp.partition(":")[0] for b in Bericht.objects.order_by("pk")]


def test_elke_stap_van_de_ladder_herinnert_een_keer(klok, nu):
    for uur in range(73):
        stuur_herinneringen(nu + uur * UUR)
        stuur_herinneringen(nu + uur * UUR + timedelta(seconds=30))
    assert _onderwerpen() == ["Nog 48 uur", "Nog 24 uur", "Nog 12 uur", "Nog 4 uur", "Nog 1 uur"]
    klok.refresh_from_db()
    assert klok.herinner_op is None


def test_na_een_dag_stilstand_komt_alleen_de_laatste_herinnering(klok, nu):
    stuur_herinneringen(nu + 61 * UUR)
    assert _onderwerpen() == ["Nog 11 uur"]
    klok.refresh_from_db()
    assert klok.herinner_op == nu + 68 * UUR


def test_een_dringende_herinnering_is_niet_uit_te_zetten(klok, dossier, wereld, nu):
    zet_termijn(dossier, GEWOON, vanaf=nu, streng=nu + 30 * UUR, nu=nu)
    po = wereld.persoon("privacy_officer")
    stel_voorkeuren_in(persoon=po, keuzes={s.code: "niet" for s in berichtsoorten() if not s.dringend})
    stuur_herinneringen(nu + 25 * UUR)
    assert [b.soort for b in Bericht.objects.all()] == ["klok"]


def test_de_behandelaar_hoort_het_als_die_het_werk_mag_doen(klok, wereld, nu):
    Dossier.objects.update(behandelaar=wereld.persoon("fg"))
    stuur_herinneringen(nu + 24 * UUR)
    assert [b.ontvanger.naam for b in Bericht.objects.all()] == ["Privacy officer"]


def test_na_het_einde_zegt_de_herinnering_dat_het_voorbij_is(dossier, nu):
    zet_termijn(dossier, GEWOON, vanaf=nu, streng=nu + UUR, nu=nu)
    stuur_herinneringen(nu + UUR)
    bericht = Bericht.objects.get()
    assert bericht.onderwerp.startswith("Termijn voorbij")
    assert dossier.titel not in bericht.onderwerp + bericht.tekst


def test_een_werker_die_achterloopt_herinnert_niet_nog_eens(klok, nu):
    gelezen = Termijn.objects.select_related("dossier__gemeente").get()
    stuur_herinneringen(nu + 24 * UUR)
    Bericht.objects.all().delete()
    # The second worker read the row before the first changed it.
    _herinner(gelezen, nu + 24 * UUR)
    assert not Bericht.objects.exists()


def test_een_verlengde_termijn_herinnert_opnieuw(dossier, nu):
    zet_termijn(dossier, GEWOON, vanaf=nu, streng=nu + 24 * UUR, nu=nu - UUR)
    stuur_herinneringen(nu)
    later = zet_termijn(dossier, GEWOON, vanaf=nu, streng=nu + 96 * UUR, nu=nu)
    assert Termijn.objects.count() == 1
    assert later.herinner_op == nu + 72 * UUR
    stuur_herinneringen(nu + 72 * UUR)
    assert Bericht.objects.count() == 2


def test_gehaald_of_vervallen_herinnert_niet_meer(klok, dossier, nu):
    gehaald = haal_termijn(dossier, "melden", op=nu + 5 * UUR)
    assert gehaald is not None
    assert haal_termijn(dossier, "melden", op=nu + 6 * UUR) is None
    zet_termijn(dossier, GEWOON, vanaf=nu, streng=nu + 30 * UUR, nu=nu)
    assert laat_termijn_vervallen(dossier, "antwoord", nu=nu) == 1
    stuur_herinneringen(nu + 100 * UUR)
    assert not Bericht.objects.exists()


@pytest.mark.regel("3.4.2")
def test_te_laat_vraagt_een_reden_maar_binnen_de_buitengrens_niet(klok, dossier, nu):
    with pytest.raises(Geweigerd, match="Schrijf op waarom"):
        haal_termijn(dossier, "melden", op=nu + 74 * UUR, te_laat_reden=" ")
    assert haal_termijn(dossier, "melden", op=nu + 72.5 * UUR) is not None


def test_een_termijn_eindigt_niet_voor_hij_begint(dossier, nu):
    with pytest.raises(IntegrityError), transaction.atomic():
        zet_termijn(dossier, KLOK, vanaf=nu, streng=nu - UUR, nu=nu)


@pytest.mark.parametrize(("over", "volgende"), [(72, 48), (48, 24), (30, 24), (24, 12), (1, None), (0, None)])
def test_de_volgende_herinnering_ligt_altijd_in_de_toekomst(nu, over, volgende):
    streng = nu + 72 * UUR
    gevonden = volgende_herinnering(streng, (48, 24, 12, 4, 1), streng - over * UUR)
    assert gevonden == (None if volgende is None else streng - volgende * UUR)


TEAM = Termijnsoort(
    "lek", "Melding bij de AP", Recht.TOETSEN, ladder=(48, 24, 12, 4), dringend=True, hele_team=True,
    leiding_vanaf=12,
)  # fmt: skip


def _wie_hoort_het(moment):
    Bericht.objects.all().delete()
    stuur_herinneringen(moment)
    stuur_herinneringen(moment + timedelta(minutes=1))
    return sorted(b.ontvanger.naam for b in Bericht.objects.all())


@pytest.mark.regel("3.4.2")
@pytest.mark.parametrize("vertrouwelijkheid", ["intern", "vertrouwelijk"])
def test_hoe_minder_tijd_hoe_meer_mensen_het_horen(dossier, wereld, nu, vertrouwelijkheid):
    Dossier.objects.update(behandelaar=wereld.persoon("coordinator"), vertrouwelijkheid=vertrouwelijkheid)
    zet_termijn(dossier, TEAM, vanaf=nu, streng=nu + 72 * UUR, nu=nu)
    assert _wie_hoort_het(nu + 48 * UUR) == ["Coordinator", "Privacy officer"]
    assert _wie_hoort_het(nu + 60 * UUR) == ["Coordinator", "Fg", "Privacy officer", "Teammanager"]
    assert _wie_hoort_het(nu + 68 * UUR) == ["Coordinator", "Fg", "Privacy officer", "Teammanager"]


def test_wie_twee_keer_in_de_rij_staat_hoort_het_een_keer(dossier, wereld, nu):
    Dossier.objects.update(behandelaar=wereld.persoon("privacy_officer"))
    zet_termijn(dossier, TEAM, vanaf=nu, streng=nu + 72 * UUR, nu=nu)
    assert _wie_hoort_het(nu + 48 * UUR) == ["Privacy officer"]
