"""What a Privacy Officer does with a question: take it or pass it on, answer, close (norm 1.1.7)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from leidraad.berichten.handelingen import zet_klaar
from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import leg_vast, rond_taak_af, wijs_toe
from leidraad.dossiers.models import Taak
from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Persoon
from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.registers.vragen.begrippen import SoortReactie, Status
from leidraad.registers.vragen.handelingen.stellen import DUBBELKLIK
from leidraad.registers.vragen.handelingen.vastleggen import eis_tekst, maak_vindbaar, pak
from leidraad.registers.vragen.models import Reactie, Vraag
from leidraad.registers.vragen.taaksoorten import ANTWOORD, BEANTWOORDEN


@transaction.atomic
def beantwoord(*, vraag: Vraag, tekst: str, gezien: int, door: Lid, nu: datetime) -> Reactie:
    """Answer. Whoever answers first becomes the behandelaar; the asker gets a mail with a link.

    `gezien` is the last reaction that the answerer had read (`laatste_reactie`). Raises Geweigerd when
    something was said since: two colleagues do not answer past each other. A double click is one answer.
    """
    vraag = pak(vraag, Recht.TOETSEN, door)
    dossier = vraag.dossier
    tekst = eis_tekst(tekst, "Schrijf eerst uw antwoord.")
    zelfde = vraag.reacties.filter(tekst=tekst, door=door.persoon_id, op__gt=nu - DUBBELKLIK).first()
    if zelfde is not None:
        return zelfde
    _eis_gezien(vraag, gezien)
    reactie = Reactie.objects.create(
        vraag=vraag,
        soort=SoortReactie.ANTWOORD.value,
        tekst=tekst,
        door_id=door.persoon_id,
        functie=door.functie_in(dossier.gemeente_id, Recht.TOETSEN),
        op=nu,
    )
    _rond_af(vraag, Status.BEANTWOORD, nu)
    behandelaar = dossier.behandelaar or reactie.door
    leg_vast(
        dossier, handeling="vraag_beantwoord", details={}, recht=Recht.TOETSEN, door=door, nu=nu,
        behandelaar=behandelaar, gesloten_op=None,
    )  # fmt: skip
    rond_taak_af(dossier, BEANTWOORDEN.code, door=door, nu=nu)
    maak_vindbaar(vraag)
    if vraag.vrager_id != door.persoon_id:
        _stuur_antwoord(vraag, reactie, nu)
    return reactie


def laatste_reactie(vraag: Vraag) -> int:
    """The number of the last thing that was said after the question; 0 when nothing was."""
    return vraag.reacties.order_by("-pk").values_list("pk", flat=True).first() or 0


def _eis_gezien(vraag: Vraag, gezien: int) -> None:
    nieuw = vraag.reacties.filter(pk__gt=gezien).select_related("door").order_by("pk").first()
    if nieuw is not None:
        wat = "geantwoord" if nieuw.soort == SoortReactie.ANTWOORD else "iets toegevoegd"
        raise Geweigerd(
            f"{nieuw.door.naam} heeft net {wat}. Lees dat eerst; het staat hieronder. "
            "Wat u schreef, staat er nog. Kies daarna opnieuw."
        )


def _rond_af(vraag: Vraag, status: Status, nu: datetime) -> None:
    """Nobody waits for an answer any more."""
    vraag.status, vraag.wacht_tot = status.value, None
    vraag.beantwoord_op = vraag.beantwoord_op or nu
    vraag.save(update_fields=["status", "wacht_tot", "beantwoord_op"])
    vraag.reacties.filter(uiterlijk__isnull=False, afgehandeld_op=None).update(afgehandeld_op=nu)


def _stuur_antwoord(vraag: Vraag, reactie: Reactie, nu: datetime) -> None:
    """Say that there is an answer, not what it says."""
    dossier = vraag.dossier
    zet_klaar(
        aan=vraag.vrager,
        soort=ANTWOORD.code,
        onderwerp=f"Antwoord op uw vraag: {dossier.nummer}",
        tekst=(
            f"Een Privacy Officer van de gemeente {dossier.gemeente.naam} heeft uw vraag beantwoord. "
            "Is het nog niet duidelijk? Vraag dan gerust door bij uw vraag."
        ),
        pad=f"/werk/vragen/mijn-vragen/{dossier.gemeente.slug}/{dossier.nummer}/",
        sleutel=f"vraag:{dossier.pk}:antwoord:{reactie.pk}",
        nu=nu,
        gemeente=dossier.gemeente,
    )


@transaction.atomic
def geef_aan(*, vraag: Vraag, aan: Persoon, was: int | None, door: Lid, nu: datetime) -> Vraag:
    """Take the question, or pass it on to a colleague; the task goes along.

    `was` is who had it when the page was shown. Raises Geweigerd when somebody else took it meanwhile, and
    for a person who may not answer questions of this gemeente.
    """
    vraag = pak(vraag, Recht.TOETSEN, door)
    dossier = vraag.dossier
    if dossier.behandelaar_id == aan.pk:
        return vraag
    if dossier.behandelaar_id != was:
        bij = f"ligt nu bij {dossier.behandelaar.naam}" if dossier.behandelaar else "ligt nu bij niemand"
        raise Geweigerd(f"Iemand was u voor: deze vraag {bij}. Kijk of u dat nog wilt veranderen.")
    if not (aan.is_active and mag(lid_van(aan, door.op), Recht.TOETSEN, dossier)):
        raise Geweigerd(f"{aan.naam} is geen Privacy Officer van de gemeente {dossier.gemeente.naam}.")
    leg_vast(
        dossier, handeling="behandelaar_gekozen", details={}, recht=Recht.TOETSEN, door=door, nu=nu,
        behandelaar=aan,
    )  # fmt: skip
    taak = Taak.objects.open().filter(dossier=dossier, soort=BEANTWOORDEN.code).first()
    if taak is not None:
        wijs_toe(taak, aan=aan, was=taak.toegewezen_id, door=door, nu=nu)
    return vraag


@transaction.atomic
def sluit(*, vraag: Vraag, gezien: int, door: Lid, nu: datetime) -> Vraag:
    """Nothing more is to be said. Twice is once; the asker can still ask on, which opens it again.

    Raises Geweigerd for a question without an answer, and when something was said since `gezien`.
    """
    vraag = pak(vraag, Recht.TOETSEN, door)
    if vraag.status == Status.GESLOTEN:
        return vraag
    if vraag.status == Status.OPEN:
        raise Geweigerd("Geef eerst antwoord. Daarna kunt u de vraag sluiten.")
    _eis_gezien(vraag, gezien)
    _rond_af(vraag, Status.GESLOTEN, nu)
    leg_vast(
        vraag.dossier, handeling="vraag_gesloten", details={}, recht=Recht.TOETSEN, door=door, nu=nu,
        gesloten_op=nu,
    )  # fmt: skip
    rond_taak_af(vraag.dossier, BEANTWOORDEN.code, door=door, nu=nu)
    return vraag
