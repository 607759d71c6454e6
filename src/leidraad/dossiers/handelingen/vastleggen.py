"""Change a dossier: lock it, save its head, freeze a version, and write down who looked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.journaal.hashen import canoniek, verschil, vingerafdruk
from leidraad.dossiers.journaal.lezen import BEVROREN, INGEZIEN
from leidraad.dossiers.journaal.schrijven import NieuweRegel, schrijf, schrijf_aan_ketens
from leidraad.dossiers.models import Dossier, Journaalregel, Versie
from leidraad.organisaties.rechten import Lid, Recht, mag


def vergrendel(dossier_id: int) -> Dossier:
    """The dossier, locked until the surrounding transaction ends. Raises Dossier.DoesNotExist."""
    return (
        Dossier.objects.select_for_update(of=("self",))
        .select_related("gemeente", "eenheid")
        .get(pk=dossier_id)
    )


def noteer(
    dossier: Dossier, handeling: str, *, recht: Recht, details: Mapping[str, Any], door: Lid, nu: datetime
) -> Journaalregel:
    """Write one line in the journaal of a dossier, in the function in which `door` uses `recht`."""
    return schrijf(
        dossier.uuid,
        handeling,
        functie=door.functie_in(dossier.gemeente_id, recht, dossier.eenheid_id),
        persoon_id=door.persoon_id,
        details=details,
        nu=nu,
    )


@transaction.atomic
def leg_vast(
    dossier: Dossier,
    *,
    handeling: str,
    details: Mapping[str, Any],
    recht: Recht,
    door: Lid,
    nu: datetime,
    **kopvelden: Any,
) -> Dossier:
    """Save a change: head fields, one revision further, one journaal line. Lock the dossier first.

    Changed head fields join the details by themselves. Raises GeenRecht without `recht` on the dossier as it
    was before the change.
    """
    eis(mag(door, recht, dossier))
    oud = {naam: _kaal(getattr(dossier, naam)) for naam in kopvelden}
    for naam, waarde in kopvelden.items():
        setattr(dossier, naam, waarde)
    dossier.revisie += 1
    dossier.gewijzigd_op = nu
    dossier.save(update_fields=[*kopvelden, "revisie", "gewijzigd_op"])
    nieuw = {naam: _kaal(getattr(dossier, naam)) for naam in kopvelden}
    noteer(dossier, handeling, recht=recht, details=verschil(oud, nieuw) | dict(details), door=door, nu=nu)
    return dossier


@transaction.atomic
def bevries(
    dossier: Dossier,
    *,
    inhoud: Mapping[str, Any],
    toelichting: str = "",
    recht: Recht = Recht.VASTSTELLEN,
    door: Lid,
    nu: datetime,
) -> Versie:
    """Freeze the established content as the next version: canonical JSON with its SHA-256.

    The fingerprint is in the journaal too, so a version that is changed later is found by the check.
    """
    eis(mag(door, recht, dossier))
    if len(toelichting) > 500:
        raise Geweigerd("De toelichting is te lang. Gebruik hooguit 500 tekens.")
    # Two at once would both take the next number.
    vergrendel(dossier.pk)
    vorige = dossier.versies.order_by("-nummer").values_list("nummer", flat=True).first()
    tekst = canoniek(inhoud)
    versie = Versie.objects.create(
        dossier=dossier,
        nummer=(vorige or 0) + 1,
        inhoud=tekst,
        sha256=vingerafdruk(tekst),
        door_id=door.persoon_id,
        functie=door.functie_in(dossier.gemeente_id, recht, dossier.eenheid_id),
        op=nu,
        toelichting=toelichting,
    )
    details = {"versie": versie.nummer, "sha256": versie.sha256}
    noteer(dossier, BEVROREN, recht=recht, details=details, door=door, nu=nu)
    return versie


def log_inzage(dossier: Dossier, *, door: Lid, nu: datetime) -> None:
    """Write down that someone looked at a confidential dossier: every page of it, every time.

    A dossier that is not confidential leaves no trace of its readers.
    """
    if dossier.vertrouwelijkheid == Dossier.Vertrouwelijkheid.VERTROUWELIJK:
        noteer(dossier, INGEZIEN, recht=Recht.LEZEN_VERTROUWELIJK, details={}, door=door, nu=nu)


@transaction.atomic
def log_inzage_alle(dossiers: QuerySet[Dossier], *, door: Lid, nu: datetime) -> None:
    """Write down the look at every confidential dossier among these: who takes them out has seen them."""
    vertrouwelijk = dossiers.order_by().filter(vertrouwelijkheid=Dossier.Vertrouwelijkheid.VERTROUWELIJK)
    recht = Recht.LEZEN_VERTROUWELIJK
    schrijf_aan_ketens(
        [
            NieuweRegel(uuid, INGEZIEN, door.functie_in(gemeente, recht, eenheid), door.persoon_id, nu)
            for uuid, gemeente, eenheid in vertrouwelijk.values_list("uuid", "gemeente", "eenheid")
        ]
    )


def _kaal(waarde: Any) -> Any:
    """A value as the journaal keeps it: people and units by their number, never by a name."""
    return getattr(waarde, "pk", waarde)
