"""The handelingen on questions: each moves the stamp of the register."""

from datetime import datetime

import pytest

from leidraad.naleving.stempel import TAKEN
from leidraad.naleving.tests.stempels.proef import Proef, ongeproefd, verandert
from leidraad.naleving.tests.verklaard import benoem
from leidraad.registers.vragen import handelingen as h
from leidraad.registers.vragen.handelingen.behandelen import laatste_reactie
from leidraad.registers.vragen.models import Vraag
from leidraad.registers.vragen.tests.conftest import vers
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db


def po(w: Wereld):
    return w.lid("privacy_officer")


def stel(w: Wereld, nu: datetime) -> Vraag:
    return h.stel_vraag(
        gemeente=w.gemeente, onderwerp="Camera", tekst="Mag dat?", door=w.lid("medewerker"), nu=nu
    )


def beantwoord(w: Wereld, nu: datetime) -> Vraag:
    vraag = stel(w, nu)
    h.beantwoord(vraag=vraag, tekst="Ja.", gezien=0, door=po(w), nu=nu)
    return vers(vraag)


def _stel(w: Wereld, nu: datetime):
    return lambda: stel(w, nu)


def _vraag_door(w: Wereld, nu: datetime):
    vraag = beantwoord(w, nu)
    return lambda: h.vraag_door(vraag=vraag, tekst="En buiten?", door=w.lid("medewerker"), nu=nu)


def _vul_aan(w: Wereld, nu: datetime):
    vraag = stel(w, nu)
    return lambda: h.vraag_door(vraag=vraag, tekst="En buiten?", door=w.lid("medewerker"), nu=nu)


def _beantwoord(w: Wereld, nu: datetime):
    vraag = stel(w, nu)
    return lambda: h.beantwoord(vraag=vraag, tekst="Ja.", gezien=0, door=po(w), nu=nu)


def _geef_aan(w: Wereld, nu: datetime):
    vraag, collega = stel(w, nu), benoem(w.gemeente, "privacy_officer")
    return lambda: h.geef_aan(vraag=vraag, aan=collega, was=None, door=po(w), nu=nu)


def _sluit(w: Wereld, nu: datetime):
    vraag = beantwoord(w, nu)
    return lambda: h.sluit(vraag=vraag, gezien=laatste_reactie(vraag), door=po(w), nu=nu)


def _publiceer(w: Wereld, nu: datetime):
    bron = beantwoord(w, nu)
    return lambda: h.publiceer(
        bron=bron, gemeenten=[w.gemeente], vraag="Mag een camera?", antwoord="Ja, met een bord.",
        revisie=bron.dossier.revisie, door=po(w), nu=nu,
    )  # fmt: skip


def _trek_in(w: Wereld, nu: datetime):
    bron = beantwoord(w, nu)
    h.publiceer(
        bron=bron, gemeenten=[w.gemeente], vraag="Mag een camera?", antwoord="Ja, met een bord.",
        revisie=bron.dossier.revisie, door=po(w), nu=nu,
    )  # fmt: skip
    return lambda: h.trek_in(bron=bron, door=po(w), nu=nu)


PROEVEN: dict[str, Proef] = {
    "stel_vraag": _stel,
    "vraag_door": _vraag_door,
    "beantwoord": _beantwoord,
    "geef_aan": _geef_aan,
    "sluit": _sluit,
    "publiceer": _publiceer,
    "trek_in": _trek_in,
}


def test_elke_handeling_is_geproefd():
    assert ongeproefd(h, PROEVEN, ()) == set()


@pytest.mark.parametrize("proef", [*PROEVEN.values(), _vul_aan], ids=[*PROEVEN, "vraag_aangevuld"])
def test_het_stempel_verandert(wereld, nu, proef):
    assert verandert(wereld, nu, proef) == {"vragen", TAKEN}


def test_het_stempel_van_een_andere_gemeente_blijft(wereld, nu):
    assert verandert(wereld, nu, _stel, wereld.andere_gemeente) == set()
