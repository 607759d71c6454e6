"""The handelingen on policy: each that changes what holds or was checked moves the stamp of the register."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from leidraad.dossiers.secties import sectie_stempel
from leidraad.naleving.stempel import ORGANISATIE, TAKEN
from leidraad.naleving.tests.stempels.proef import Proef, ongeproefd, verandert
from leidraad.organisaties.models import Functievervulling
from leidraad.registers.beleid import handelingen as h
from leidraad.registers.beleid import opslag
from leidraad.registers.beleid.models import Beleidsversie, Verwacht
from leidraad.registers.beleid.secties import STUK, VERSIE
from leidraad.registers.beleid.tests.hulp import PROCEDURE, TEKST, griffie, maak, stel_vast, toets
from leidraad.registers.beleid.verwachten import houd_verwacht_bij
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db

DAG = timedelta(days=1)
# Who read what is counted by no norm that is built.
ZONDER_CIJFER = ("neem_kennis",)


def po(w: Wereld):
    return w.lid("privacy_officer")


def geldend(w: Wereld, nu: datetime) -> Beleidsversie:
    return stel_vast(w, maak(w, nu), nu.date() - DAG, nu)


def _maak_stuk(w: Wereld, nu: datetime):
    return lambda: maak(w, nu)


def _maak_versie(w: Wereld, nu: datetime):
    stuk = geldend(w, nu).stuk
    return lambda: h.maak_versie(stuk=stuk, door=po(w), nu=nu)


def _wijzig_stuk(w: Wereld, nu: datetime):
    stuk = maak(w, nu)
    oud = opslag.lees(stuk)
    nieuw, stempel = replace(oud, soort="procedure"), sectie_stempel(oud, STUK)
    return lambda: h.wijzig_stuk(stuk=stuk, nieuw=nieuw, stempel=stempel, door=po(w), nu=nu)


def _wijzig_versie(w: Wereld, nu: datetime):
    versie = maak(w, nu).versies.get()
    nieuw, stempel = replace(TEKST, tekst="Anders."), sectie_stempel(opslag.lees_versie(versie), VERSIE)
    return lambda: h.wijzig_versie(versie=versie, nieuw=nieuw, stempel=stempel, door=po(w), nu=nu)


def _verwerp(w: Wereld, nu: datetime):
    concept = h.maak_versie(stuk=geldend(w, nu).stuk, door=po(w), nu=nu)
    return lambda: h.verwerp_concept(versie=concept, door=po(w), nu=nu)


def _vraag_kennisname(w: Wereld, nu: datetime):
    versie = geldend(w, nu)
    return lambda: h.vraag_kennisname(versie=versie, vraagt=True, door=po(w), nu=nu)


def _stel_vast(w: Wereld, nu: datetime):
    stuk = maak(w, nu)
    return lambda: stel_vast(w, stuk, nu.date() - DAG, nu)


def _toets(w: Wereld, nu: datetime):
    versie = stel_vast(w, maak(w, nu, PROCEDURE), nu.date() - DAG, nu)
    return lambda: toets(w, versie, nu)


def _trek_in(w: Wereld, nu: datetime):
    stuk = geldend(w, nu).stuk
    return lambda: h.trek_stuk_in(stuk=stuk, per=nu.date(), reden="Vervallen.", door=po(w), nu=nu)


def _beoordeel(w: Wereld, nu: datetime):
    versie = geldend(w, nu)
    return lambda: h.beoordeel_opnieuw(
        versie=versie, uitkomst="blijft", toelichting="Bekeken.", door=po(w), nu=nu
    )


def _pas_toe(w: Wereld, nu: datetime):
    stuk = geldend(w, nu).stuk
    griffie(w)
    return lambda: h.pas_toe_op_griffie(stuk=stuk, besluitdatum=nu.date(), kenmerk="WGC 1", door=po(w), nu=nu)


def _trek_toepassing_in(w: Wereld, nu: datetime):
    toepassing = _pas_toe(w, nu)()
    return lambda: h.trek_toepassing_in(toepassing=toepassing, per=nu.date(), door=po(w), nu=nu)


def _niet_nodig(w: Wereld, nu: datetime):
    houd_verwacht_bij(nu)
    verwacht = Verwacht.objects.filter(gemeente=w.gemeente).first()
    assert verwacht is not None
    return lambda: h.zet_niet_nodig(verwacht=verwacht, reden="Doet een ander.", door=po(w), nu=nu)


def _kopieer(w: Wereld, nu: datetime):
    stuk, persoon = geldend(w, nu).stuk, w.persoon("privacy_officer")
    Functievervulling.objects.create(persoon=persoon, gemeente=w.andere_gemeente, functie="privacy_officer")
    return lambda: h.kopieer_naar(stuk=stuk, gemeenten=[w.andere_gemeente], door=po(w), nu=nu)


PROEVEN: dict[str, Proef] = {
    "maak_stuk": _maak_stuk,
    "maak_versie": _maak_versie,
    "wijzig_stuk": _wijzig_stuk,
    "wijzig_versie": _wijzig_versie,
    "verwerp_concept": _verwerp,
    "vraag_kennisname": _vraag_kennisname,
    "stel_vast": _stel_vast,
    "toets_conformiteit": _toets,
    "trek_stuk_in": _trek_in,
    "beoordeel_opnieuw": _beoordeel,
    "pas_toe_op_griffie": _pas_toe,
    "trek_toepassing_in": _trek_toepassing_in,
    "zet_niet_nodig": _niet_nodig,
    "kopieer_naar": _kopieer,
}


def test_elke_handeling_is_geproefd():
    assert ongeproefd(h, PROEVEN, ZONDER_CIJFER) == set()


@pytest.mark.parametrize("naam", [naam for naam in PROEVEN if naam != "kopieer_naar"])
def test_het_stempel_verandert(wereld, nu, naam):
    verwacht = {ORGANISATIE} if naam == "zet_niet_nodig" else {"beleid", TAKEN}
    assert verandert(wereld, nu, PROEVEN[naam]) == verwacht


def test_een_kopie_verandert_het_stempel_van_de_gemeente_die_haar_krijgt(wereld, nu):
    assert verandert(wereld, nu, _kopieer, wereld.andere_gemeente) == {"beleid", TAKEN}


def test_wie_kopieert_houdt_de_eigen_cijfers(wereld, nu):
    assert verandert(wereld, nu, _kopieer) == set()


def test_een_stuk_dat_een_ander_stuk_vervangt_verandert_beide(wereld, nu):
    oud, nieuw = geldend(wereld, nu).stuk, maak(wereld, nu)
    revisie = oud.dossier.revisie
    stel_vast(wereld, nieuw, nu.date(), nu, trekt_in=(oud,))
    oud.dossier.refresh_from_db()
    assert oud.dossier.revisie > revisie
