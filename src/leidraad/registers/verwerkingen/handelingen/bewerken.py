"""Change the content of a verwerking section by section, and where it belongs."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.handelingen import leg_vast
from leidraad.dossiers.secties import Verouderd, verschil_per_sectie
from leidraad.organisaties.models import Eenheid, Persoon
from leidraad.organisaties.rechten import VERTROUWELIJK, Lid, Recht, mag, mag_in
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.handelingen.vastleggen import pak, zet_inhoud
from leidraad.registers.verwerkingen.inhoud import Inhoud, te_bewaren
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels.levensloop import BEWERKBAAR, status_na_bewerken
from leidraad.registers.verwerkingen.regels.openbaar import OPENBAAR_EN_VERTROUWELIJK
from leidraad.registers.verwerkingen.secties import SECTIE, SECTIES
from leidraad.registers.verwerkingen.stempel import sectie_stempel


@transaction.atomic
def bewaar_sectie(
    *, verwerking: Verwerking, sectie: str, nieuw: Inhoud, stempel: str, door: Lid, nu: datetime
) -> Verwerking:
    """Save one section; the rest of `nieuw` is ignored, so people in other sections do not meet.

    `stempel` is the fingerprint of the section when the form was opened. Raises Verouderd when it differs
    from what is stored, unless that is already equal to `nieuw` (a double submit). An established verwerking
    becomes a new draft. Raises Geweigerd while a manager decides or after it ended.
    """
    verwerking = pak(verwerking)
    eis(mag(door, Recht.BEWERKEN, verwerking.dossier))
    _eis_bewerkbaar(verwerking)
    oud = opslag.lees(verwerking)
    samen = te_bewaren(replace(oud, **{naam: getattr(nieuw, naam) for naam in SECTIE[sectie].namen}))
    if samen == oud:
        return verwerking
    if stempel != sectie_stempel(oud, sectie):
        raise Verouderd(oud)
    return _vervang(verwerking, oud, samen, "gewijzigd", Recht.BEWERKEN, door, nu)


@transaction.atomic
def vervang_inhoud(
    *, verwerking: Verwerking, inhoud: Inhoud, handeling: str, door: Lid, nu: datetime
) -> Verwerking:
    """Replace all content at once, as an import of a newer source does."""
    verwerking = pak(verwerking)
    eis(mag(door, Recht.BEWERKEN, verwerking.dossier))
    _eis_bewerkbaar(verwerking)
    oud, inhoud = opslag.lees(verwerking), te_bewaren(inhoud)
    if inhoud == oud:
        return verwerking
    return _vervang(verwerking, oud, inhoud, handeling, Recht.BEWERKEN, door, nu)


def _eis_bewerkbaar(verwerking: Verwerking) -> None:
    if verwerking.status not in BEWERKBAAR:
        raise Geweigerd(
            f"Deze verwerking heeft de status ‘{verwerking.get_status_display()}’ en is nu niet te wijzigen."
        )


def _vervang(
    verwerking: Verwerking, oud: Inhoud, nieuw: Inhoud, handeling: str, recht: Recht, door: Lid, nu: datetime
) -> Verwerking:
    van = verwerking.status
    verwerking.status = status_na_bewerken(van).value
    nieuw = zet_inhoud(verwerking, oud, nieuw, nu)
    details = verschil_per_sectie(SECTIES, oud, nieuw)
    if van != verwerking.status:
        details["status"] = [van, verwerking.status]
    leg_vast(
        verwerking.dossier, handeling=handeling, details=details, recht=recht, door=door, nu=nu,
        titel=nieuw.naam,
    )  # fmt: skip
    return verwerking


def _eis_behandelaar(persoon: Persoon, gemeente_id: int, op: date) -> None:
    """Who works on a dossier has a function in the gemeente today, and is not its FG (norm 4.5.1)."""
    functies = {f.functie for f in persoon.functies.filter(gemeente=gemeente_id).geldig_op(op)}
    if not functies:
        raise Geweigerd("De behandelaar werkt niet voor deze gemeente.")
    if "fg" in functies:
        raise Geweigerd("De FG houdt toezicht en kan geen behandelaar zijn. Kies iemand anders.")


@transaction.atomic
def wijzig_plaatsing(
    *,
    verwerking: Verwerking,
    eenheid: Eenheid | None,
    behandelaar: Persoon | None,
    vertrouwelijkheid: str,
    door: Lid,
    nu: datetime,
) -> Verwerking:
    """Move to another unit of the same municipality, hand over to another behandelaar, or shield it.

    Raises GeenRecht when the person may not edit it, or not make verwerkingen in the new unit; Geweigerd when
    a verwerking that inhabitants can read would become confidential.
    """
    verwerking = pak(verwerking)
    dossier = verwerking.dossier
    eis(mag(door, Recht.BEWERKEN, dossier))
    if eenheid != dossier.eenheid:
        eis(mag_in(door, Recht.AANMAKEN, dossier.gemeente_id, eenheid.pk if eenheid else None))
    if eenheid and eenheid.gemeente_id != dossier.gemeente_id:
        raise Geweigerd("Deze eenheid hoort bij een andere gemeente.")
    if behandelaar and behandelaar.pk != dossier.behandelaar_id:
        _eis_behandelaar(behandelaar, dossier.gemeente_id, door.op)
    if verwerking.is_openbaar and dossier.vertrouwelijkheid != vertrouwelijkheid == VERTROUWELIJK:
        raise Geweigerd(OPENBAAR_EN_VERTROUWELIJK)
    leg_vast(
        dossier, handeling="geplaatst", details={}, recht=Recht.BEWERKEN, door=door, nu=nu,
        eenheid=eenheid, behandelaar=behandelaar, vertrouwelijkheid=vertrouwelijkheid,
    )  # fmt: skip
    return verwerking
