"""Tell people about their work: what, where, which number and a link, never what it is about."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from leidraad.berichten.handelingen import zet_klaar
from leidraad.berichten.teksten import tekst
from leidraad.dossiers.doelgroep import ontvangers
from leidraad.dossiers.models import Taak
from leidraad.organisaties.models import Persoon
from leidraad.organisaties.rechten import Lid, Recht

_PER_KEER = 500


def meld_nieuw(taak: Taak, *, behalve: int | None, nu: datetime) -> None:
    """Tell the person who was given this task, or else whose work it is; never for one's own act."""
    if not Taak.objects.open().filter(pk=taak.pk, gemeld_op=None).update(gemeld_op=nu):
        return
    taak.gemeld_op = nu
    if taak.toegewezen is not None:
        mensen = [taak.toegewezen]
    else:
        mensen = ontvangers(taak.dossier, Recht(taak.recht), timezone.localdate(nu))
    for persoon in mensen:
        if persoon.pk != behalve:
            _zet_klaar(taak, persoon, taak.bericht, "nieuw_werk", f"nieuw:{persoon.pk}", nu)


def meld_zichtbare_taken(nu: datetime) -> None:
    """Tell about the tasks whose day has come: a job, idempotent, each in a transaction of its own."""
    wachtend = Taak.objects.zichtbaar(nu).filter(gemeld_op=None)
    wachtend = wachtend.select_related("dossier__gemeente", "dossier__eenheid__gemeente", "toegewezen")
    while taken := list(wachtend.select_related("dossier__behandelaar").order_by("pk")[:_PER_KEER]):
        for taak in taken:
            with transaction.atomic():
                meld_nieuw(taak, behalve=None, nu=nu)


def meld_gegeven(taak: Taak, aan: Persoon, regel: int, *, door: Lid, nu: datetime) -> None:
    """Tell somebody that a colleague gave her this task."""
    if aan.pk != door.persoon_id:
        _zet_klaar(taak, aan, "toegewezen", "toegewezen", f"gegeven:{regel}", nu)


def meld_teruggenomen(taak: Taak, van: Persoon, regel: int, *, door: Lid, nu: datetime) -> None:
    """Tell who had the task that it was taken back; given back, tell whose work it is again."""
    dossier = taak.dossier
    gaat_over = f"Het gaat om: {taak.titel} ({dossier.nummer})."
    if van.pk != door.persoon_id:
        woorden = f"Een collega heeft werk van u teruggenomen bij de gemeente {dossier.gemeente.naam}."
        _zet_klaar(taak, van, "toegewezen", f"{woorden}\n{gaat_over}", f"terug:{regel}", nu, "Teruggenomen")
        return
    woorden = f"Een collega heeft werk teruggegeven bij de gemeente {dossier.gemeente.naam}."
    for persoon in ontvangers(dossier, Recht(taak.recht), timezone.localdate(nu)):
        if persoon.pk != door.persoon_id:
            sleutel = f"terug:{regel}:{persoon.pk}"
            _zet_klaar(taak, persoon, "toegewezen", f"{woorden}\n{gaat_over}", sleutel, nu, "Teruggegeven")


def _zet_klaar(
    taak: Taak, aan: Persoon, soort: str, woorden: str, sleutel: str, nu: datetime, kop: str = "Voor u"
) -> None:
    """Put one message in the outbox. `woorden` is the name of a text of berichten, or the text itself."""
    gemeente = taak.dossier.gemeente
    if woorden in {"nieuw_werk", "toegewezen"}:
        woorden = tekst(
            woorden, gemeente=gemeente.naam, nummer=taak.dossier.nummer, wat=taak.titel,
            uiterlijk=taak.uiterlijk,
        )  # fmt: skip
    zet_klaar(
        aan=aan,
        soort=soort,
        onderwerp=f"{kop}: {taak.titel} ({gemeente.naam}, {taak.dossier.nummer})",
        tekst=woorden,
        pad=taak.url,
        sleutel=f"taak:{taak.pk}:{sleutel}",
        nu=nu,
        gemeente=gemeente,
    )
