"""The handelingen on breaches: each that changes what a norm counts moves the stamp of the register."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from leidraad.dossiers.secties import sectie_stempel
from leidraad.naleving.stempel import TAKEN
from leidraad.naleving.tests.stempels.proef import Proef, ongeproefd, verandert
from leidraad.registers.datalekken import handelingen as h
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.inhoud import Inhoud
from leidraad.registers.datalekken.models import Datalek, Meldlink
from leidraad.registers.datalekken.secties import SECTIE
from leidraad.registers.datalekken.tests.test_handelingen import FACTOREN, GEMELD, behandeld, meld, vul_in
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db

# What no norm counts: actions, words of the reporter, files and links. Their work still moves the tasks.
ZONDER_CIJFER = (
    "rond_actie_af",
    "vul_aan",
    "voeg_bijlage_bij_melding",
    "bewaar_sjabloon",
    "maak_meldlink",
    "trek_meldlink_in",
)
OUD = datetime(2019, 3, 1, 9, tzinfo=UTC)


def po(w: Wereld):
    return w.lid("privacy_officer")


def afgesloten(w: Wereld, nu: datetime) -> Datalek:
    datalek = vul_in(w, behandeld(w, nu, "geen_risico"), nu)
    return h.sluit_af(datalek=datalek, door=po(w), nu=nu)


def _meld(w: Wereld, nu: datetime):
    return lambda: meld(w, nu)


def _meld_als_verwerker(w: Wereld, nu: datetime):
    link = Meldlink.objects.create(gemeente=w.gemeente, verwerker="Host", geheim_sha256="x", aangemaakt_op=nu)
    return lambda: h.meld_als_verwerker(link=link, inhoud=Inhoud(omschrijving="Server open."), nu=nu)


def _beoordeel(w: Wereld, nu: datetime):
    datalek = meld(w, nu)
    return lambda: h.beoordeel_melding(datalek=datalek, is_datalek=True, reden="", door=po(w), nu=nu)


def _beslis(w: Wereld, nu: datetime):
    datalek = behandeld(w, nu)
    return lambda: h.beslis_risico(
        datalek=datalek, factoren=FACTOREN, risico="hoog_risico", reden="Medisch.", door=po(w), nu=nu
    )


def _sectie(w: Wereld, nu: datetime):
    datalek = Datalek.objects.get(pk=meld(w, nu).pk)
    oud = opslag.lees(datalek)
    nieuw = replace(oud, kennisgenomen_op=GEMELD.ontdekt_op)
    sectie = next(code for code, s in SECTIE.items() if "kennisgenomen_op" in s.velden)
    stempel = sectie_stempel(oud, SECTIE[sectie])
    return lambda: h.bewaar_sectie(
        datalek=datalek, sectie=sectie, nieuw=nieuw, stempel=stempel, door=po(w), nu=nu
    )


def _meld_bij_ap(w: Wereld, nu: datetime):
    datalek = behandeld(w, nu)
    return lambda: h.meld_bij_ap(datalek=datalek, soort="eerste", verzonden_op=nu, door=po(w), nu=nu)


def _ontvangst(w: Wereld, nu: datetime):
    datalek = behandeld(w, nu)
    melding = h.meld_bij_ap(datalek=datalek, soort="eerste", verzonden_op=nu, door=po(w), nu=nu)
    return lambda: h.bewaar_ontvangst(melding=melding, ap_kenmerk="AP-1", door=po(w), nu=nu)


def _deel_mee(w: Wereld, nu: datetime):
    datalek = behandeld(w, nu, "hoog_risico")
    return lambda: h.deel_mee(
        datalek=datalek,
        wijze="brief",
        verstuurd_op=nu,
        aantal=1,
        tekst="Wij zeggen sorry.",
        door=po(w),
        nu=nu,
    )


def _plaats(w: Wereld, nu: datetime):
    datalek = meld(w, nu)
    return lambda: h.plaats(datalek=datalek, eenheid=w.ander_team, behandelaar=None, door=po(w), nu=nu)


def _sluit(w: Wereld, nu: datetime):
    datalek = vul_in(w, behandeld(w, nu, "geen_risico"), nu)
    return lambda: h.sluit_af(datalek=datalek, door=po(w), nu=nu)


def _heropen(w: Wereld, nu: datetime):
    datalek = afgesloten(w, nu)
    return lambda: h.heropen(datalek=datalek, reden="Toch meer.", door=po(w), nu=nu)


def _vernietig(w: Wereld, nu: datetime):
    datalek = afgesloten(w, OUD)
    return lambda: h.vernietig(datalek=datalek, door=po(w), nu=nu)


def _actie(w: Wereld, nu: datetime):
    datalek = behandeld(w, nu)
    return lambda: h.voeg_actie_toe(
        datalek=datalek,
        omschrijving="Nakijken",
        eigenaar=None,
        uiterlijk=date(2026, 12, 1),
        door=po(w),
        nu=nu,
    )


def _ciso(w: Wereld, nu: datetime):
    datalek = meld(w, nu)
    return lambda: h.licht_ciso_in(datalek=datalek, door=po(w), nu=nu)


def _fg(w: Wereld, nu: datetime):
    datalek = meld(w, nu)
    return lambda: h.vraag_advies_fg(datalek=datalek, door=po(w), nu=nu)


def _stel_voor(w: Wereld, nu: datetime):
    afgesloten(w, OUD)
    return lambda: h.stel_vernietiging_voor(nu)


PROEVEN: dict[str, Proef] = {
    "meld": _meld,
    "meld_als_verwerker": _meld_als_verwerker,
    "beoordeel_melding": _beoordeel,
    "beslis_risico": _beslis,
    "bewaar_sectie": _sectie,
    "meld_bij_ap": _meld_bij_ap,
    "bewaar_ontvangst": _ontvangst,
    "deel_mee": _deel_mee,
    "plaats": _plaats,
    "sluit_af": _sluit,
    "heropen": _heropen,
    "vernietig": _vernietig,
    "voeg_actie_toe": _actie,
    "licht_ciso_in": _ciso,
    "vraag_advies_fg": _fg,
    "stel_vernietiging_voor": _stel_voor,
}


def test_elke_handeling_is_geproefd():
    assert ongeproefd(h, PROEVEN, ZONDER_CIJFER) == set()


@pytest.mark.parametrize("naam", PROEVEN)
def test_het_stempel_verandert(wereld, nu, naam):
    # A task that the schedule opens is work and nothing else.
    verwacht = {TAKEN} if naam == "stel_vernietiging_voor" else {"datalekken", TAKEN}
    assert verandert(wereld, nu, PROEVEN[naam]) == verwacht


def test_een_oudere_klok_wordt_ook_gezien(wereld, nu):
    meld(wereld, nu)
    assert verandert(wereld, nu - timedelta(hours=3), _beoordeel) == {"datalekken", TAKEN}


def test_het_stempel_van_een_andere_gemeente_blijft(wereld, nu):
    assert verandert(wereld, nu, _meld, wereld.andere_gemeente) == set()
