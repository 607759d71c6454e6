"""Destroy a breach whose time has come: content goes, figures stay, and the journaal holds the proof."""

from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import open_taak, rond_taak_af
from leidraad.dossiers.handelingen.wissen import wis
from leidraad.dossiers.models import Taak
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.begrippen import Status
from leidraad.registers.datalekken.bewaren import regel, verlopen
from leidraad.registers.datalekken.handelingen.vastleggen import pak
from leidraad.registers.datalekken.inhoud import Inhoud
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.taaksoorten import VERNIETIGEN

VERNIETIGD = "Vernietigd"
# The closed lists: they tell nothing about a person, and the figures need them.
_BLIJFT = {"regime", "soort_incident", "oorzaak", "gebeurd_zekerheid", "risico", "uitzondering"}


def stel_vernietiging_voor(nu: datetime) -> int:
    """Recurring job: a task for the Privacy Officer per breach whose time has come; nothing is erased yet."""
    vandaag = timezone.localdate(nu)
    systeem = Lid(0, "Leidraad", vandaag)
    al_open = Taak.objects.open().filter(soort=VERNIETIGEN.code).values("dossier")
    nieuwe = list(verlopen(vandaag).exclude(pk__in=al_open).select_related("gemeente", "eenheid"))
    for dossier in nieuwe:
        open_taak(dossier, VERNIETIGEN, door=systeem, nu=nu)
    return len(nieuwe)


@transaction.atomic
def vernietig(*, datalek: Datalek, door: Lid, nu: datetime) -> Datalek:
    """Erase what tells about people or what somebody wrote. Twice is once.

    Raises Geweigerd while the breach must still be kept.
    """
    datalek = pak(datalek, Recht.TOETSEN, door)
    if datalek.vernietigd_op is not None:
        return datalek
    vandaag = timezone.localdate(nu)
    if not verlopen(vandaag).filter(pk=datalek.pk).exists():
        raise Geweigerd("Dit datalek moet nog worden bewaard.")
    _wis_inhoud(datalek, nu)
    _wis_vervolg(datalek)
    rond_taak_af(datalek.dossier, VERNIETIGEN.code, door=door, nu=nu)
    datalek.dossier = wis(
        datalek.dossier, titel=VERNIETIGD, regel=regel(vandaag), recht=Recht.TOETSEN, door=door, nu=nu
    )
    return datalek


def _wis_inhoud(datalek: Datalek, nu: datetime) -> None:
    """Every text goes; moments, choices, factors and numbers stay."""
    oud = opslag.lees(datalek)
    teksten: dict[str, Any] = {
        veld.name: ""
        for veld in fields(Inhoud)
        if isinstance(getattr(oud, veld.name), str) and veld.name not in _BLIJFT
    }
    leeg = replace(
        oud,
        **teksten,
        betrokkenen=tuple(replace(rij, naam="") for rij in oud.betrokkenen),
        gegevens=tuple(replace(rij, naam="") for rij in oud.gegevens),
    )
    opslag.zet_velden(datalek, leeg)
    opslag.bewaar_rijen(datalek, oud, leeg)
    datalek.melder, datalek.namens, datalek.eigen_woorden = None, "", ""
    datalek.geen_datalek_reden = VERNIETIGD if datalek.status == Status.GEEN_DATALEK else ""
    datalek.vernietigd_op = nu
    datalek.save()


def _wis_vervolg(datalek: Datalek) -> None:
    """What was sent and said goes; that it was sent, when, and its fingerprint stay."""
    datalek.meldingen.update(inhoud="", ap_kenmerk="", ontvangstbewijs=None)
    datalek.mededelingen.update(tekst="")
    datalek.acties.update(omschrijving=VERNIETIGD, resultaat="", eigenaar=None)
    datalek.aanvullingen.all().delete()
