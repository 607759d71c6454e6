"""Open tasks, close them, and give them to somebody (norm 4.4.9).

A register opens and closes a task as the consequence of its own act: that act has been judged and stands in
the journaal, so these do neither again. What a person decides about a task itself does both.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.handelingen.melden import meld_gegeven, meld_nieuw, meld_teruggenomen
from leidraad.dossiers.handelingen.vastleggen import noteer, vergrendel
from leidraad.dossiers.models import Dossier, Taak
from leidraad.dossiers.taaksoort import Taaksoort
from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Persoon
from leidraad.organisaties.rechten import BEHANDELAAR, Lid, Recht, mag

_KLAAR = "Deze taak is al klaar. Misschien was iemand u voor."


@transaction.atomic
def open_taak(
    dossier: Dossier,
    soort: Taaksoort,
    *,
    uiterlijk: datetime | None = None,
    zichtbaar_vanaf: datetime | None = None,
    toegewezen: Persoon | None = None,
    door: Lid,
    nu: datetime,
) -> Taak:
    """Open this task, and tell whose work it is, except whoever opens it.

    Open already, it stays one task and gets the new deadline. A task for later is told on its day.
    """
    termijn = {"uiterlijk": uiterlijk, "zichtbaar_vanaf": zichtbaar_vanaf or nu}
    taak, nieuw = Taak.objects.get_or_create(
        dossier=dossier,
        soort=soort.code,
        klaar_op=None,
        vervallen_op=None,
        defaults={
            "gemeente_id": dossier.gemeente_id,
            "titel": soort.titel,
            "recht": soort.recht.value,
            "pad": soort.pad,
            "bericht": soort.bericht,
            "af_te_vinken": soort.af_te_vinken,
            "toegewezen": toegewezen,
            "aangemaakt_op": nu,
            **termijn,
        },
    )
    taak.dossier = dossier
    if not nieuw:
        Taak.objects.filter(pk=taak.pk).update(**termijn)
        for naam, waarde in termijn.items():
            setattr(taak, naam, waarde)
    elif taak.zichtbaar_vanaf <= nu:
        meld_nieuw(taak, behalve=door.persoon_id, nu=nu)
    return taak


@transaction.atomic
def rond_taak_af(dossier: Dossier, *codes: str, door: Lid, nu: datetime) -> int:
    """The work of these kinds of task on this dossier is done; returns how many were open."""
    klaar = 0
    for taak in Taak.objects.open().filter(dossier=dossier, soort__in=codes):
        functie = door.functie_in(dossier.gemeente_id, Recht(taak.recht), dossier.eenheid_id)
        klaar += (
            Taak.objects.open()
            .filter(pk=taak.pk)
            .update(klaar_op=nu, klaar_door=door.persoon_id, klaar_functie=functie)
        )
    return klaar


@transaction.atomic
def laat_taak_vervallen(dossier: Dossier, *codes: str, nu: datetime) -> int:
    """These kinds of task are no longer needed; without a kind all tasks of the dossier."""
    taken = Taak.objects.open().filter(dossier=dossier)
    return (taken.filter(soort__in=codes) if codes else taken).update(vervallen_op=nu)


@transaction.atomic
def vink_taak_af(taak: Taak, *, door: Lid, nu: datetime) -> Taak:
    """Say that a task is done which no other act ends. Twice by the same person is once.

    Raises GeenRecht without the right of the task, Geweigerd when it ends by an act of its own or when
    somebody else was first.
    """
    taak = _pak(taak, door)
    if not taak.af_te_vinken:
        raise Geweigerd("Deze taak is klaar zodra u het werk zelf hebt gedaan.")
    if taak.klaar_door_id == door.persoon_id:
        return taak
    _eis_open(taak)
    rond_taak_af(taak.dossier, taak.soort, door=door, nu=nu)
    noteer(
        taak.dossier, "taak_afgerond", recht=Recht(taak.recht), details={"taak": taak.soort},
        door=door, nu=nu,
    )  # fmt: skip
    taak.refresh_from_db(fields=["klaar_op", "klaar_door", "klaar_functie"])
    return taak


@transaction.atomic
def wijs_toe(taak: Taak, *, aan: Persoon, was: int | None, door: Lid, nu: datetime) -> Taak:
    """Give a task to somebody who may do it; the manager of the unit stays responsible (norm 4.4.9).

    `was` is whose it was when the page was shown. Raises GeenRecht for whoever may not do the task herself,
    Geweigerd when it is done, when somebody else gave it away meanwhile, or when `aan` does not work for the
    municipality or may not do it.
    """
    taak = _pak(taak, door)
    if taak.toegewezen_id == aan.pk:
        return taak
    _eis_open(taak)
    _eis_ongewijzigd(taak, was)
    _eis_kan(taak, aan, door)
    regel = _geef(taak, aan, "taak_gegeven", door, nu)
    meld_gegeven(taak, aan, regel, door=door, nu=nu)
    return taak


@transaction.atomic
def neem_terug(taak: Taak, *, was: int | None, door: Lid, nu: datetime) -> Taak:
    """Make a task nobody's again: taken back by whoever may do it, or given back by whoever had it."""
    taak = _pak(taak, door)
    if taak.toegewezen_id is None:
        return taak
    _eis_open(taak)
    _eis_ongewijzigd(taak, was)
    van = taak.toegewezen
    regel = _geef(taak, None, "taak_teruggenomen", door, nu)
    if van is not None:
        meld_teruggenomen(taak, van, regel, door=door, nu=nu)
    return taak


def _pak(taak: Taak, door: Lid) -> Taak:
    """The task as it is now, its dossier locked. GeenRecht for who may not do it and was not given it."""
    dossier = vergrendel(taak.dossier_id)
    vers = Taak.objects.select_related("toegewezen").get(pk=taak.pk)
    vers.dossier = dossier
    gegeven = vers.toegewezen_id == door.persoon_id and mag(door, Recht.LEZEN, dossier)
    if not gegeven:
        eis(mag(door, Recht(vers.recht), dossier))
    return vers


def _geef(taak: Taak, aan: Persoon | None, handeling: str, door: Lid, nu: datetime) -> int:
    """Save whose task it is, with a line in the journaal; returns the number of that line."""
    oud, taak.toegewezen = taak.toegewezen_id, aan
    taak.save(update_fields=["toegewezen"])
    details = {"taak": taak.soort, "toegewezen": [oud, aan and aan.pk]}
    regel = noteer(taak.dossier, handeling, recht=Recht(taak.recht), details=details, door=door, nu=nu)
    return regel.volgnummer


def _eis_open(taak: Taak) -> None:
    if not taak.is_open:
        raise Geweigerd(_KLAAR)


def _eis_ongewijzigd(taak: Taak, was: int | None) -> None:
    if taak.toegewezen_id != was:
        nu_bij = f"Deze taak ligt nu bij {taak.toegewezen.naam}." if taak.toegewezen else "Deze taak is vrij."
        raise Geweigerd(f"Iemand was u voor. {nu_bij} Kijk of u haar nog wilt geven.")


def _eis_kan(taak: Taak, aan: Persoon, door: Lid) -> None:
    ander = lid_van(aan, door.op)
    if not aan.is_active or all(b.gemeente_id != taak.gemeente_id for b in ander.bevoegdheden):
        raise Geweigerd(f"{aan.naam} werkt niet voor de gemeente {taak.dossier.gemeente.naam}.")
    recht = Recht(taak.recht)
    if not mag(ander, recht, taak.dossier):
        uitweg = (
            " Draag eerst een taak over aan deze collega, of maak deze collega behandelaar."
            if recht in BEHANDELAAR
            else ""
        )
        raise Geweigerd(f"De functie van {aan.naam} geeft niet het recht om dit te doen.{uitweg}")
