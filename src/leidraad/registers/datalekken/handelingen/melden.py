"""Report a breach: any employee, also for somebody else, or a processor through its own link (norm 3.4.1)."""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from leidraad.berichten.handelingen import zet_klaar
from leidraad.dossiers.fouten import GeenRecht, Geweigerd, eis
from leidraad.dossiers.handelingen import indexeer, noteer, open_dossier, open_taak
from leidraad.dossiers.handelingen.aanhang import hang_bijlage_aan
from leidraad.dossiers.models import Bijlage, Dossier, Zoektekst
from leidraad.dossiers.waarde import alle_tekst
from leidraad.organisaties.models import Eenheid, Gemeente, Persoon
from leidraad.organisaties.rechten import VERTROUWELIJK, Bevoegdheid, Lid, Recht, Rol, mag, mag_in
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.handelingen.vastleggen import eis_open, zet_klok
from leidraad.registers.datalekken.inhoud import Inhoud
from leidraad.registers.datalekken.models import Aanvulling, Datalek, Meldlink
from leidraad.registers.datalekken.regels.klok import klok
from leidraad.registers.datalekken.register import DATALEKKEN
from leidraad.registers.datalekken.taaksoorten import BEOORDELEN

_TITEL = 120
_DUBBELKLIK = timedelta(minutes=10)


@transaction.atomic
def meld(
    *,
    gemeente: Gemeente,
    eenheid: Eenheid | None,
    inhoud: Inhoud,
    namens: str = "",
    door: Lid,
    nu: datetime,
) -> Datalek:
    """Open a breach and start its clock.

    Until a Privacy Officer says otherwise, the municipality knew when it was reported: the earliest moment
    that counts is the safest one. The same words of the same reporter within ten minutes are one report.
    Raises Geweigerd without a description.
    """
    # Two clicks at once wait here for each other; a processor waits at its link.
    melder = Persoon.objects.select_for_update().get(pk=door.persoon_id) if door.persoon_id else None
    if not inhoud.omschrijving.strip():
        raise Geweigerd("Schrijf op wat er is gebeurd.")
    if eerste := _zelfde(gemeente, melder, namens, inhoud.omschrijving, nu):
        return eerste
    if eenheid and eenheid.gemeente_id != gemeente.pk:
        raise Geweigerd("Dit team hoort bij een andere gemeente.")
    inhoud = replace(
        inhoud,
        naam=inhoud.naam or _titel(inhoud.omschrijving),
        intern_gemeld_op=nu,
        kennisgenomen_op=inhoud.kennisgenomen_op or nu,
    )
    datalek = _open(gemeente, eenheid, inhoud, door, nu, melder=melder, namens=namens)
    zet_klok(datalek, inhoud, nu)
    termijn = klok(inhoud)
    uiterlijk = termijn.streng if termijn else None
    open_taak(datalek.dossier, BEOORDELEN, uiterlijk=uiterlijk, door=door, nu=nu)
    if melder is not None:
        _stuur_ontvangst(melder, datalek.dossier, nu)
    return datalek


def _open(
    gemeente: Gemeente,
    eenheid: Eenheid | None,
    inhoud: Inhoud,
    door: Lid,
    nu: datetime,
    *,
    melder: Persoon | None,
    namens: str,
) -> Datalek:
    """The dossier with its content, findable for who may see it."""
    dossier = open_dossier(
        soort=DATALEKKEN.code,
        voorvoegsel=DATALEKKEN.voorvoegsel,
        gemeente=gemeente,
        eenheid=eenheid,
        titel=inhoud.naam,
        vertrouwelijkheid=VERTROUWELIJK,
        recht=Recht.MELDEN,
        door=door,
        nu=nu,
    )
    datalek = Datalek(
        dossier=dossier, melder=melder, namens=namens, gemeld_op=nu, eigen_woorden=inhoud.omschrijving
    )
    opslag.zet_velden(datalek, inhoud)
    datalek.save(force_insert=True)
    opslag.bewaar_rijen(datalek, Inhoud(), inhoud)
    indexeer(datalek.pk, Zoektekst.Bereik.WERK, f"{dossier.nummer} {alle_tekst(inhoud)}")
    return datalek


def _zelfde(
    gemeente: Gemeente, melder: Persoon | None, namens: str, omschrijving: str, nu: datetime
) -> Datalek | None:
    return (
        Datalek.objects.select_related("dossier__gemeente")
        .filter(
            dossier__gemeente=gemeente,
            melder=melder,
            namens=namens,
            omschrijving=omschrijving,
            gemeld_op__gt=nu - _DUBBELKLIK,
        )
        .first()
    )


def _titel(omschrijving: str) -> str:
    """The first words of the description, cut at a word."""
    regel = " ".join(omschrijving.split())
    return regel if len(regel) <= _TITEL else regel[:_TITEL].rsplit(" ", 1)[0] + "…"


def _stuur_ontvangst(melder: Persoon, dossier: Dossier, nu: datetime) -> None:
    zet_klaar(
        aan=melder,
        soort="klok",
        onderwerp=f"Uw melding is binnen: {dossier.nummer}",
        tekst=(
            f"Dank u voor uw melding bij de gemeente {dossier.gemeente.naam}. Een Privacy Officer kijkt er "
            "meteen naar. Weet u later meer? Vul het dan aan bij uw melding."
        ),
        pad=f"/werk/datalekken/mijn-meldingen/{dossier.gemeente.slug}/{dossier.nummer}/",
        sleutel=f"datalek:{dossier.pk}:ontvangst",
        nu=nu,
        gemeente=dossier.gemeente,
    )


@transaction.atomic
def meld_als_verwerker(*, link: Meldlink, inhoud: Inhoud, nu: datetime) -> Datalek:
    """A processor tells us of a breach (AVG art. 33 lid 2). Raises GeenRecht when its link was withdrawn."""
    link = Meldlink.objects.select_for_update(of=("self",)).select_related("gemeente").get(pk=link.pk)
    if link.ingetrokken_op is not None:
        raise GeenRecht("Deze link is ingetrokken.")
    # Not a person: an organisation that may do this one thing here.
    rol = Bevoegdheid(Rol.MEDEWERKER, "verwerker", link.gemeente_id)
    door = Lid(0, link.verwerker, timezone.localdate(nu), (rol,))
    inhoud = replace(inhoud, verwerker=link.verwerker, verwerker_meldde_op=nu)
    return meld(gemeente=link.gemeente, eenheid=None, inhoud=inhoud, namens=link.verwerker, door=door, nu=nu)


@transaction.atomic
def vul_aan(*, datalek: Datalek, tekst: str, door: Lid, nu: datetime) -> Aanvulling:
    """The reporter, or who handles the breach, adds information. The same words twice are kept once."""
    dossier = datalek.dossier
    if datalek.melder_id != door.persoon_id or not mag_in(door, Recht.MELDEN, dossier.gemeente_id):
        eis(mag(door, Recht.BEWERKEN, dossier))
    tekst = tekst.strip()
    if not tekst:
        raise Geweigerd("Schrijf op wat u nog weet.")
    if len(tekst) > 5000:
        raise Geweigerd("De tekst is te lang. Gebruik hooguit 5000 tekens.")
    if zelfde := datalek.aanvullingen.filter(tekst=tekst, door=door.persoon_id).first():
        return zelfde
    aanvulling = Aanvulling.objects.create(datalek=datalek, tekst=tekst, door_id=door.persoon_id, op=nu)
    noteer(dossier, "aangevuld", recht=Recht.MELDEN, details={}, door=door, nu=nu)
    return aanvulling


def voeg_bijlage_bij_melding(
    *, datalek: Datalek, naam: str, bestand: File[Any], door: Lid, nu: datetime
) -> Bijlage:
    """The reporter adds a file to her own report; she may not edit the dossier. Raises Geweigerd."""
    dossier = datalek.dossier
    if datalek.melder_id != door.persoon_id:
        raise GeenRecht("U kunt alleen bij uw eigen melding een bijlage doen.")
    eis(mag_in(door, Recht.MELDEN, dossier.gemeente_id))
    eis_open(datalek)
    return hang_bijlage_aan(dossier, naam=naam, bestand=bestand, recht=Recht.MELDEN, door=door, nu=nu)


@transaction.atomic
def maak_meldlink(*, gemeente: Gemeente, verwerker: str, door: Lid, nu: datetime) -> tuple[Meldlink, str]:
    """Make a link for one processor; the secret comes back once and only its hash is kept."""
    eis(mag_in(door, Recht.TOETSEN, gemeente.pk))
    verwerker = verwerker.strip()
    if not verwerker:
        raise Geweigerd("Vul de naam van de verwerker in.")
    geheim = secrets.token_urlsafe(32)
    link = Meldlink.objects.create(
        gemeente=gemeente, verwerker=verwerker[:300], geheim_sha256=hash_van(geheim), aangemaakt_op=nu
    )
    return link, geheim


@transaction.atomic
def trek_meldlink_in(*, link: Meldlink, door: Lid, nu: datetime) -> None:
    """Withdraw a link; twice is once."""
    eis(mag_in(door, Recht.TOETSEN, link.gemeente_id))
    Meldlink.objects.filter(pk=link.pk, ingetrokken_op=None).update(ingetrokken_op=nu)


def hash_van(geheim: str) -> str:
    """What is kept of the secret of a link."""
    return sha256(geheim.encode()).hexdigest()
