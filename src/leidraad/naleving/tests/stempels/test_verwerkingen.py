"""The handelingen on verwerkingen: each moves the stamp of the register, or of the organisation."""

from dataclasses import replace
from datetime import datetime

import pytest

from leidraad.naleving.stempel import ORGANISATIE, TAKEN
from leidraad.naleving.tests.stempels.proef import Proef, ongeproefd, verandert
from leidraad.registers.verwerkingen import handelingen as h
from leidraad.registers.verwerkingen.handelingen import Nieuw
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.secties import SECTIES
from leidraad.registers.verwerkingen.stempel import sectie_stempel
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db

ANDERS = replace(VOLLEDIG, juistheid="")


def concept(w: Wereld, nu: datetime) -> Verwerking:
    return h.maak_aan(gemeente=w.gemeente, eenheid=w.team, inhoud=VOLLEDIG, door=w.lid("teammanager"), nu=nu)


def aangeboden(w: Wereld, nu: datetime) -> Verwerking:
    return h.dien_in(verwerking=concept(w, nu), door=w.lid("teammanager"), nu=nu)


def akkoord(w: Wereld, nu: datetime) -> Verwerking:
    return h.geef_akkoord(verwerking=aangeboden(w, nu), door=w.lid("privacy_officer"), nu=nu)


def vastgesteld(w: Wereld, nu: datetime) -> Verwerking:
    return h.stel_vast(verwerking=akkoord(w, nu), openbaarheid="openbaar", door=w.lid("teammanager"), nu=nu)


def herzien(w: Wereld, nu: datetime) -> Verwerking:
    return h.begin_herziening(verwerking=vastgesteld(w, nu), door=w.lid("teammanager"), nu=nu)


def _aanmaken(naam: str) -> Proef:
    return lambda w, nu: (
        lambda: getattr(h, naam)(
            gemeente=w.gemeente, eenheid=w.team, inhoud=VOLLEDIG, door=w.lid("teammanager"), nu=nu
        )
    )


def _kopieer(w: Wereld, nu: datetime):
    bron = vastgesteld(w, nu)
    return lambda: h.kopieer(
        verwerking=bron, gemeente=w.gemeente, eenheid=w.ander_team, door=w.lid("privacy_officer"), nu=nu
    )


def _maak_alle_aan(w: Wereld, nu: datetime):
    return lambda: h.maak_alle_aan(
        gemeente=w.gemeente, nieuwe=[Nieuw(VOLLEDIG, w.team)], door=w.lid("privacy_officer"), nu=nu
    )


def _bewaar_sectie(w: Wereld, nu: datetime):
    verwerking = concept(w, nu)
    sectie = next(s.code for s in SECTIES if "juistheid" in s.namen)
    return lambda: h.bewaar_sectie(
        verwerking=verwerking, sectie=sectie, nieuw=ANDERS, stempel=sectie_stempel(VOLLEDIG, sectie),
        door=w.lid("teammanager"), nu=nu,
    )  # fmt: skip


def _vervang(w: Wereld, nu: datetime):
    verwerking = concept(w, nu)
    return lambda: h.vervang_inhoud(
        verwerking=verwerking, inhoud=ANDERS, handeling="gewijzigd", door=w.lid("teammanager"), nu=nu
    )


def _plaats(w: Wereld, nu: datetime):
    verwerking = concept(w, nu)
    return lambda: h.wijzig_plaatsing(
        verwerking=verwerking, eenheid=w.ander_team, behandelaar=None, vertrouwelijkheid="intern",
        door=w.lid("privacy_officer"), nu=nu,
    )  # fmt: skip


def _dien_in(w: Wereld, nu: datetime):
    verwerking = concept(w, nu)
    return lambda: h.dien_in(verwerking=verwerking, door=w.lid("teammanager"), nu=nu)


def _akkoord(w: Wereld, nu: datetime):
    verwerking = aangeboden(w, nu)
    return lambda: h.geef_akkoord(verwerking=verwerking, door=w.lid("privacy_officer"), nu=nu)


def _stuur_terug(w: Wereld, nu: datetime):
    verwerking = aangeboden(w, nu)
    return lambda: h.stuur_terug(
        verwerking=verwerking, redenen="Te lang.", door=w.lid("privacy_officer"), nu=nu
    )


def _stel_vast(w: Wereld, nu: datetime):
    verwerking = akkoord(w, nu)
    return lambda: h.stel_vast(
        verwerking=verwerking, openbaarheid="openbaar", door=w.lid("teammanager"), nu=nu
    )


def _publiceer(w: Wereld, nu: datetime):
    verwerking = vastgesteld(w, nu)
    return lambda: h.publiceer(
        verwerking=verwerking, openbaarheid="niet_openbaar", grond="5-1-2-d", grond_toelichting="Toezicht.",
        door=w.lid("privacy_officer"), nu=nu,
    )  # fmt: skip


def _herziening(w: Wereld, nu: datetime):
    verwerking = vastgesteld(w, nu)
    return lambda: h.begin_herziening(verwerking=verwerking, door=w.lid("teammanager"), nu=nu)


def _trek_in(w: Wereld, nu: datetime):
    verwerking = herzien(w, nu)
    return lambda: h.trek_herziening_in(verwerking=verwerking, door=w.lid("teammanager"), nu=nu)


def _beeindig(w: Wereld, nu: datetime):
    verwerking = vastgesteld(w, nu)
    return lambda: h.beeindig(
        verwerking=verwerking, einddatum=nu.date(), redenen="Gestopt.", door=w.lid("teammanager"), nu=nu
    )


def _heropen(w: Wereld, nu: datetime):
    verwerking = vastgesteld(w, nu)
    lid = w.lid("teammanager")
    h.beeindig(verwerking=verwerking, einddatum=nu.date(), redenen="Gestopt.", door=lid, nu=nu)
    return lambda: h.heropen(verwerking=verwerking, door=lid, nu=nu)


def _geen_verwerkingen(w: Wereld, nu: datetime):
    return lambda: h.verklaar_geen_verwerkingen(
        eenheid=w.ander_team, toelichting="Dit team heeft er geen.", door=w.lid("privacy_officer"), nu=nu
    )


PROEVEN: dict[str, Proef] = {
    "maak_aan": _aanmaken("maak_aan"),
    "begin": _aanmaken("begin"),
    "kopieer": _kopieer,
    "maak_alle_aan": _maak_alle_aan,
    "bewaar_sectie": _bewaar_sectie,
    "vervang_inhoud": _vervang,
    "wijzig_plaatsing": _plaats,
    "dien_in": _dien_in,
    "geef_akkoord": _akkoord,
    "stuur_terug": _stuur_terug,
    "stel_vast": _stel_vast,
    "publiceer": _publiceer,
    "begin_herziening": _herziening,
    "trek_herziening_in": _trek_in,
    "beeindig": _beeindig,
    "heropen": _heropen,
    "verklaar_geen_verwerkingen": _geen_verwerkingen,
}


def test_elke_handeling_is_geproefd():
    assert ongeproefd(h, PROEVEN, ()) == set()


@pytest.mark.parametrize("naam", PROEVEN)
def test_het_stempel_verandert(wereld, nu, naam):
    verwacht = {ORGANISATIE} if naam == "verklaar_geen_verwerkingen" else {"verwerkingen", TAKEN}
    assert verandert(wereld, nu, PROEVEN[naam]) == verwacht


@pytest.mark.parametrize("naam", ["vervang_inhoud", "stel_vast", "verklaar_geen_verwerkingen"])
def test_het_stempel_van_een_andere_gemeente_blijft(wereld, nu, naam):
    assert verandert(wereld, nu, PROEVEN[naam], wereld.andere_gemeente) == set()
