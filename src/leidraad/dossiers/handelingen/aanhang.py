"""Hang remarks, attachments and links on a dossier."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.db.models.fields.reverse_related import ForeignObjectRel

from leidraad.dossiers.bijlagen import keur
from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.handelingen.vastleggen import noteer, vergrendel
from leidraad.dossiers.models import Bijlage, Dossier, Koppeling, Opmerking
from leidraad.organisaties.rechten import INTERN, Lid, Recht, mag

# The same words by the same person within this time are one click too many, not a second remark.
_DUBBELKLIK = timedelta(minutes=1)


@transaction.atomic
def plaats_opmerking(dossier: Dossier, *, tekst: str, door: Lid, nu: datetime) -> Opmerking:
    """Place a remark. A double submit gives the first remark back."""
    eis(mag(door, Recht.OPMERKEN, dossier))
    dossier = vergrendel(dossier.pk)
    tekst = tekst.strip()
    if not tekst:
        raise Geweigerd("Schrijf eerst een opmerking.")
    if len(tekst) > 5000:
        raise Geweigerd("De opmerking is te lang. Gebruik hooguit 5000 tekens.")
    zelfde = dossier.opmerkingen.filter(tekst=tekst, door=door.persoon_id, op__gt=nu - _DUBBELKLIK).first()
    if zelfde:
        return zelfde
    opmerking = Opmerking.objects.create(
        dossier=dossier,
        tekst=tekst,
        door_id=door.persoon_id,
        functie=door.functie_in(dossier.gemeente_id, Recht.OPMERKEN, dossier.eenheid_id),
        op=nu,
    )
    noteer(dossier, "opmerking_geplaatst", recht=Recht.OPMERKEN, details={}, door=door, nu=nu)
    return opmerking


def voeg_bijlage_toe(
    dossier: Dossier, *, naam: str, bestand: File[Any], omschrijving: str = "", door: Lid, nu: datetime
) -> Bijlage:
    """Keep a file with the dossier, after checking name and content (bijlagen.keur).

    The same file under the same name is kept once. Raises Geweigerd with what is wrong with the file.
    """
    eis(mag(door, Recht.BEWERKEN, dossier))
    return hang_bijlage_aan(
        dossier, naam=naam, bestand=bestand, omschrijving=omschrijving, recht=Recht.BEWERKEN, door=door, nu=nu
    )


def hang_bijlage_aan(
    dossier: Dossier,
    *,
    naam: str,
    bestand: File[Any],
    omschrijving: str = "",
    recht: Recht,
    door: Lid,
    nu: datetime,
) -> Bijlage:
    """Keep a file with a dossier for a register that has judged by a rule of its own that `door` may.

    Such as the reporter of a breach, who may not edit the dossier. Raises Geweigerd like `voeg_bijlage_toe`.
    """
    omschrijving = omschrijving.strip()
    if len(omschrijving) > 300:
        raise Geweigerd("De omschrijving is te lang. Gebruik hooguit 300 tekens.")
    goed = keur(naam, bestand)
    with transaction.atomic():
        dossier = vergrendel(dossier.pk)
        zelfde = dossier.bijlagen.filter(naam=goed.naam, sha256=goed.sha256, verwijderd_op=None).first()
        if zelfde:
            return zelfde
        bijlage = Bijlage(
            dossier=dossier,
            naam=goed.naam,
            omschrijving=omschrijving,
            mediatype=goed.mediatype,
            grootte=goed.grootte,
            sha256=goed.sha256,
            door_id=door.persoon_id,
            op=nu,
        )
        _bewaar(bijlage, bestand, recht, door, nu)
    return bijlage


def _bewaar(bijlage: Bijlage, bestand: File[Any], recht: Recht, door: Lid, nu: datetime) -> None:
    bijlage.bestand.save(bijlage.naam, bestand, save=False)
    try:
        bijlage.save()
        details = _kenmerken(bijlage)
        noteer(bijlage.dossier, "bijlage_toegevoegd", recht=recht, details=details, door=door, nu=nu)
    except BaseException:
        # The row is rolled back; the file must not stay behind.
        bijlage.bestand.storage.delete(bijlage.bestand.name)
        raise


def _kenmerken(bijlage: Bijlage) -> dict[str, str]:
    """What the journaal keeps of a file. It cannot forget, so not the name in a confidential dossier."""
    naam = {"naam": bijlage.naam} if bijlage.dossier.vertrouwelijkheid == INTERN else {}
    return {**naam, "sha256": bijlage.sha256}


@transaction.atomic
def verwijder_bijlage(bijlage: Bijlage, *, door: Lid, nu: datetime) -> None:
    """Remove an attachment: the file is erased, its name and fingerprint stay. Twice is once.

    Raises Geweigerd for a file that is evidence or text of something else, such as an adopted document.
    """
    dossier = vergrendel(bijlage.dossier_id)
    eis(mag(door, Recht.BEWERKEN, dossier))
    if _in_gebruik(bijlage):
        raise Geweigerd("Dit bestand is nodig als bewijs of als tekst van een stuk. Het kan niet weg.")
    if not Bijlage.objects.filter(pk=bijlage.pk, verwijderd_op=None).update(verwijderd_op=nu):
        return
    bijlage.dossier = dossier
    details = _kenmerken(bijlage)
    noteer(dossier, "bijlage_verwijderd", recht=Recht.BEWERKEN, details=details, door=door, nu=nu)
    opslag, pad = bijlage.bestand.storage, bijlage.bestand.name
    transaction.on_commit(lambda: opslag.delete(pad))


def _in_gebruik(bijlage: Bijlage) -> bool:
    """Whether a row of any register points at this file."""
    return any(
        veld.related_model._base_manager.filter(**{veld.field.name: bijlage}).exists()
        for veld in Bijlage._meta.get_fields(include_hidden=True)
        if isinstance(veld, ForeignObjectRel) and isinstance(veld.related_model, type)
    )


@transaction.atomic
def koppel(van: Dossier, naar: Dossier, *, soort: str, door: Lid, nu: datetime) -> Koppeling:
    """Link two dossiers; both journalen tell it. Linking twice is linking once."""
    eis(mag(door, Recht.BEWERKEN, van))
    eis(mag(door, Recht.LEZEN, naar))
    if van.pk == naar.pk:
        raise Geweigerd("Een dossier kan niet aan zichzelf worden gekoppeld.")
    koppeling, nieuw = Koppeling.objects.get_or_create(van=van, naar=naar, soort=soort, defaults={"op": nu})
    if nieuw:
        _noteer_koppeling(van, naar, soort, "gekoppeld", door=door, nu=nu)
    return koppeling


@transaction.atomic
def ontkoppel(van: Dossier, naar: Dossier, *, soort: str, door: Lid, nu: datetime) -> None:
    """Undo a link; no link, nothing to undo."""
    eis(mag(door, Recht.BEWERKEN, van))
    weg, _ = Koppeling.objects.filter(van=van, naar=naar, soort=soort).delete()
    if weg:
        _noteer_koppeling(van, naar, soort, "ontkoppeld", door=door, nu=nu)


def _noteer_koppeling(
    van: Dossier, naar: Dossier, soort: str, handeling: str, *, door: Lid, nu: datetime
) -> None:
    for dossier, ander, recht in ((van, naar, Recht.BEWERKEN), (naar, van, Recht.LEZEN)):
        details = {"soort": soort, "dossier": ander.nummer}
        noteer(dossier, handeling, recht=recht, details=details, door=door, nu=nu)
