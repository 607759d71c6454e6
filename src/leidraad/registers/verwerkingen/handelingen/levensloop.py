"""The steps in the life of a verwerking, apart from establishing it (registers.md: Life)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.handelingen import beoordeel, laat_taak_vervallen, leg_vast, open_taak, rond_taak_af
from leidraad.dossiers.models import Beoordeling
from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.begrippen import Status
from leidraad.registers.verwerkingen.handelingen.openbaarmaken import zet_einde_openbaar
from leidraad.registers.verwerkingen.handelingen.vastleggen import pak, zet_inhoud
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels.levensloop import Stap, naar
from leidraad.registers.verwerkingen.taaksoorten import AANPASSEN, HERZIEN, TOETSEN, VASTSTELLEN
from leidraad.registers.verwerkingen.versies import inhoud_van

Uitkomst = Beoordeling.Uitkomst
GEEN_EENHEID = "Kies bij welke eenheid deze verwerking hoort. Zonder eenheid kan niemand haar vaststellen."


def zet_stap(
    verwerking: Verwerking,
    stap: Stap,
    recht: Recht,
    *,
    door: Lid,
    nu: datetime,
    details: Mapping[str, Any] | None = None,
    **kopvelden: Any,
) -> Verwerking:
    """Right, rule, save, journaal for one step. The caller holds the lock (`pak`)."""
    eis(mag(door, recht, verwerking.dossier))
    nieuw = eis_stap(verwerking, stap)
    van, verwerking.status = verwerking.status, nieuw.value
    verwerking.save()
    leg_vast(
        verwerking.dossier, handeling=stap.value, recht=recht, door=door, nu=nu,
        details={"status": [van, nieuw.value], **(details or {})}, **kopvelden,
    )  # fmt: skip
    return verwerking


def eis_stap(verwerking: Verwerking, stap: Stap) -> Status:
    """The state the step leads to. Raises Geweigerd with the present state when the step is not possible."""
    nieuw = naar(verwerking.status, stap)
    if nieuw is None:
        raise Geweigerd(
            f"‘{stap.label}’ kan nu niet: deze verwerking heeft de status "
            f"‘{verwerking.get_status_display()}’. Misschien was iemand u voor."
        )
    return nieuw


@transaction.atomic
def dien_in(*, verwerking: Verwerking, door: Lid, nu: datetime) -> Verwerking:
    """Offer the verwerking to the Privacy Officer (norm 4.4.1). May be incomplete: the PO helps."""
    verwerking = zet_stap(pak(verwerking), Stap.INDIENEN, Recht.BEWERKEN, door=door, nu=nu)
    rond_taak_af(verwerking.dossier, AANPASSEN.code, HERZIEN.code, door=door, nu=nu)
    open_taak(verwerking.dossier, TOETSEN, door=door, nu=nu)
    return verwerking


@transaction.atomic
def geef_akkoord(*, verwerking: Verwerking, redenen: str = "", door: Lid, nu: datetime) -> Verwerking:
    """The Privacy Officer agrees; the manager can establish it now. Geweigerd while it has no unit."""
    verwerking = pak(verwerking)
    if verwerking.dossier.eenheid_id is None:
        raise Geweigerd(GEEN_EENHEID)
    zet_stap(verwerking, Stap.AKKOORD, Recht.TOETSEN, door=door, nu=nu)
    beoordeel(
        verwerking.dossier, uitkomst=Uitkomst.AKKOORD, redenen=redenen, recht=Recht.TOETSEN, door=door, nu=nu
    )
    rond_taak_af(verwerking.dossier, TOETSEN.code, door=door, nu=nu)
    open_taak(verwerking.dossier, VASTSTELLEN, door=door, nu=nu)
    return verwerking


@transaction.atomic
def stuur_terug(*, verwerking: Verwerking, redenen: str, door: Lid, nu: datetime) -> Verwerking:
    """Send it back with reasons: the Privacy Officer while testing, the manager instead of establishing."""
    verwerking = pak(verwerking)
    recht = Recht.VASTSTELLEN if verwerking.status == Status.TER_VASTSTELLING else Recht.TOETSEN
    zet_stap(verwerking, Stap.TERUGSTUREN, recht, door=door, nu=nu)
    beoordeel(
        verwerking.dossier, uitkomst=Uitkomst.TERUGGESTUURD, redenen=redenen, recht=recht, door=door, nu=nu
    )
    rond_taak_af(verwerking.dossier, TOETSEN.code, VASTSTELLEN.code, door=door, nu=nu)
    open_taak(verwerking.dossier, AANPASSEN, door=door, nu=nu)
    return verwerking


@transaction.atomic
def begin_herziening(*, verwerking: Verwerking, door: Lid, nu: datetime) -> Verwerking:
    """Start a review: a new draft, while the established version stays public."""
    return zet_stap(pak(verwerking), Stap.HERZIEN, Recht.BEWERKEN, door=door, nu=nu)


@transaction.atomic
def trek_herziening_in(*, verwerking: Verwerking, door: Lid, nu: datetime) -> Verwerking:
    """Throw the draft away and go back to the established version."""
    verwerking = pak(verwerking)
    eis(mag(door, Recht.BEWERKEN, verwerking.dossier))
    eis_stap(verwerking, Stap.HERZIENING_INTREKKEN)
    if verwerking.geldende_versie is None:
        raise Geweigerd("Er is geen vastgestelde versie om naar terug te gaan.")
    oud: Inhoud = opslag.lees(verwerking)
    terug = zet_inhoud(verwerking, oud, inhoud_van(verwerking.geldende_versie), nu)
    return zet_stap(
        verwerking, Stap.HERZIENING_INTREKKEN, Recht.BEWERKEN, door=door, nu=nu,
        details={"versie": verwerking.geldende_versie.nummer}, titel=terug.naam,
    )  # fmt: skip


@transaction.atomic
def beeindig(*, verwerking: Verwerking, einddatum: date, redenen: str, door: Lid, nu: datetime) -> Verwerking:
    """End the processing. The dossier and its versions stay; a public version says that it ended."""
    verwerking = pak(verwerking)
    if verwerking.startdatum and einddatum < verwerking.startdatum:
        raise Geweigerd("De einddatum ligt voor de startdatum.")
    if not redenen.strip():
        raise Geweigerd("Schrijf op waarom deze verwerking eindigt.")
    recht = Recht.BEWERKEN if verwerking.geldende_versie_id is None else Recht.VASTSTELLEN
    verwerking.einddatum = einddatum
    zet_stap(
        verwerking, Stap.BEEINDIGEN, recht, door=door, nu=nu,
        details={"einddatum": einddatum.isoformat()}, gesloten_op=nu, herzien_voor=None,
    )  # fmt: skip
    zet_einde_openbaar(verwerking)
    beoordeel(verwerking.dossier, uitkomst=Uitkomst.BEEINDIGD, redenen=redenen, recht=recht, door=door, nu=nu)
    laat_taak_vervallen(verwerking.dossier, nu=nu)
    return verwerking


@transaction.atomic
def heropen(*, verwerking: Verwerking, door: Lid, nu: datetime) -> Verwerking:
    """Open an ended verwerking again, as a concept."""
    verwerking = pak(verwerking)
    verwerking.einddatum = None
    zet_einde_openbaar(verwerking)
    return zet_stap(verwerking, Stap.HEROPENEN, Recht.BEWERKEN, door=door, nu=nu, gesloten_op=None)
