"""Ask a question, and ask on: any employee of the gemeente, about her own question (norm 1.1.7)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from leidraad.dossiers.fouten import GeenRecht, Geweigerd, eis
from leidraad.dossiers.handelingen import noteer, open_dossier
from leidraad.dossiers.models import Dossier, Koppeling
from leidraad.organisaties.models import Gemeente, Persoon
from leidraad.organisaties.rechten import VERTROUWELIJK, Lid, Recht, mag, mag_in
from leidraad.registers.vragen.begrippen import SoortReactie, Status
from leidraad.registers.vragen.handelingen.vastleggen import (
    eis_tekst,
    laatste_moment,
    maak_vindbaar,
    pak,
    zet_werk,
)
from leidraad.registers.vragen.models import LANGSTE_ONDERWERP, Reactie, Vraag
from leidraad.registers.vragen.register import VRAGEN

# The same words of the same person within this time are one click too many, not a second question.
DUBBELKLIK = timedelta(minutes=10)
GAAT_OVER = "gaat_over"


@transaction.atomic
def stel_vraag(
    *, gemeente: Gemeente, onderwerp: str, tekst: str, over: Dossier | None = None, door: Lid, nu: datetime
) -> Vraag:
    """Ask the Privacy Officers of a gemeente, possibly about a dossier that the asker may see.

    Raises GeenRecht for who does not work there, Geweigerd without a subject or a question or when the
    dossier is of another gemeente.
    """
    # Two clicks at once wait here for each other.
    vrager = Persoon.objects.select_for_update().get(pk=door.persoon_id)
    onderwerp = eis_tekst(" ".join(onderwerp.split()), "Vul een onderwerp in.", LANGSTE_ONDERWERP)
    tekst = eis_tekst(tekst, "Schrijf uw vraag op.")
    if over is not None:
        eis(mag(door, Recht.LEZEN, over))
        if over.gemeente_id != gemeente.pk:
            raise Geweigerd("Dit dossier is van een andere gemeente.")
    if eerste := _zelfde(gemeente, vrager, onderwerp, tekst, nu):
        return eerste
    dossier = open_dossier(
        soort=VRAGEN.code,
        voorvoegsel=VRAGEN.voorvoegsel,
        gemeente=gemeente,
        eenheid=None,
        titel=onderwerp,
        vertrouwelijkheid=VERTROUWELIJK,
        recht=Recht.MELDEN,
        door=door,
        nu=nu,
    )
    einde = laatste_moment(nu)
    vraag = Vraag.objects.create(
        dossier=dossier, vrager=vrager, tekst=tekst, gevraagd_op=nu, uiterlijk=einde, wacht_tot=einde
    )
    if over is not None:
        _koppel(dossier, over, door, nu)
    maak_vindbaar(vraag)
    zet_werk(vraag, door=door, nu=nu)
    return vraag


def _koppel(dossier: Dossier, over: Dossier, door: Lid, nu: datetime) -> None:
    """Noted only here: the journaal of the other dossier has readers who may not know of this question."""
    Koppeling.objects.create(van=dossier, naar=over, soort=GAAT_OVER, op=nu)
    details = {"soort": GAAT_OVER, "dossier": over.nummer}
    noteer(dossier, "gekoppeld", recht=Recht.MELDEN, details=details, door=door, nu=nu)


def _zelfde(gemeente: Gemeente, vrager: Persoon, onderwerp: str, tekst: str, nu: datetime) -> Vraag | None:
    return (
        Vraag.objects.select_related("dossier__gemeente")
        .filter(
            vrager=vrager, dossier__gemeente=gemeente, dossier__titel=onderwerp, tekst=tekst,
            gevraagd_op__gt=nu - DUBBELKLIK,
        )
        .first()
    )  # fmt: skip


@transaction.atomic
def vraag_door(*, vraag: Vraag, tekst: str, door: Lid, nu: datetime) -> Reactie:
    """The asker adds something. On a question that was answered it asks again, with a new last moment.

    Raises GeenRecht for anybody else, and when she no longer works for the gemeente.
    """
    vraag = pak(vraag, None, door)
    dossier = vraag.dossier
    if vraag.vrager_id != door.persoon_id:
        raise GeenRecht("U kunt alleen bij uw eigen vraag iets toevoegen.")
    eis(mag_in(door, Recht.MELDEN, dossier.gemeente_id))
    tekst = eis_tekst(tekst, "Schrijf op wat u nog wilt weten.")
    zelfde = vraag.reacties.filter(tekst=tekst, door=door.persoon_id, op__gt=nu - DUBBELKLIK).first()
    if zelfde is not None:
        return zelfde
    opnieuw = not vraag.wacht
    reactie = Reactie.objects.create(
        vraag=vraag,
        soort=SoortReactie.VERVOLG.value,
        tekst=tekst,
        door_id=door.persoon_id,
        functie=door.functie_in(dossier.gemeente_id, Recht.MELDEN),
        op=nu,
        uiterlijk=laatste_moment(nu) if opnieuw else None,
    )
    if opnieuw:
        vraag.status, vraag.wacht_tot = Status.HEROPEND.value, reactie.uiterlijk
        vraag.save(update_fields=["status", "wacht_tot"])
        dossier.gesloten_op = None
    dossier.revisie += 1
    dossier.gewijzigd_op = nu
    dossier.save(update_fields=["gesloten_op", "revisie", "gewijzigd_op"])
    handeling = "vraag_heropend" if opnieuw else "vraag_aangevuld"
    noteer(dossier, handeling, recht=Recht.MELDEN, details={}, door=door, nu=nu)
    maak_vindbaar(vraag)
    if opnieuw:
        zet_werk(vraag, door=door, nu=nu)
    return reactie
