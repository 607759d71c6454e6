"""Close a breach when facts, consequences and measures stand in the register (AVG art. 33 lid 5)."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import (
    laat_taak_vervallen,
    laat_termijn_vervallen,
    leg_vast,
    plaats_opmerking,
    rond_taak_af,
)
from leidraad.dossiers.models import Taak
from leidraad.dossiers.taaksoort import ADVIES_FG
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.begrippen import SoortMelding, Status
from leidraad.registers.datalekken.handelingen.beoordelen import zet_taken
from leidraad.registers.datalekken.handelingen.vastleggen import pak
from leidraad.registers.datalekken.inhoud import Inhoud
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.regels.klok import klok, te_laat
from leidraad.registers.datalekken.regels.plichten import Stand, nog_nodig_voor_afsluiten
from leidraad.registers.datalekken.taaksoorten import AFSLUITEN


def stand(datalek: Datalek, inhoud: Inhoud, taken: Iterable[Taak] | None = None) -> Stand:
    """What has been done so far, for the rules of closing; `taken` are the open tasks when they are at hand.

    Four queries, and none for what was prefetched.
    """
    eerste = next((m for m in datalek.meldingen.all() if m.soort == SoortMelding.EERSTE), None)
    termijn = klok(inhoud)
    taken = Taak.objects.open().filter(dossier=datalek.dossier_id) if taken is None else taken
    return Stand(
        gemeld_bij_ap=eerste is not None,
        gemeld_te_laat=bool(eerste and termijn and te_laat(termijn, eerste.verzonden_op)),
        betrokkenen_ingelicht=bool(datalek.mededelingen.all()),
        acties_zonder_eigenaar_of_datum=sum(
            actie.eigenaar_id is None or actie.uiterlijk is None for actie in datalek.acties.all()
        ),
        advies_fg_gevraagd_zonder_antwoord=any(taak.soort == ADVIES_FG.code for taak in taken),
    )


@transaction.atomic
def sluit_af(*, datalek: Datalek, door: Lid, nu: datetime) -> Datalek:
    """Close it. Raises Geweigerd with everything that is still missing."""
    datalek = pak(datalek, Recht.TOETSEN, door)
    if datalek.status != Status.IN_BEHANDELING:
        raise Geweigerd(f"Afsluiten kan nu niet: de status is ‘{datalek.get_status_display()}’.")
    inhoud = opslag.lees(datalek)
    if tekort := [wat for _, wat in nog_nodig_voor_afsluiten(inhoud, stand(datalek, inhoud))]:
        raise Geweigerd(tekort)
    datalek.status = Status.AFGESLOTEN.value
    datalek.save(update_fields=["status"])
    leg_vast(
        datalek.dossier, handeling="afgesloten", details={}, recht=Recht.TOETSEN, door=door, nu=nu,
        gesloten_op=nu,
    )  # fmt: skip
    rond_taak_af(datalek.dossier, AFSLUITEN.code, door=door, nu=nu)
    laat_taak_vervallen(datalek.dossier, nu=nu)
    laat_termijn_vervallen(datalek.dossier, nu=nu)
    return datalek


@transaction.atomic
def heropen(*, datalek: Datalek, reden: str, door: Lid, nu: datetime) -> Datalek:
    """Open a closed breach, or a report that was no breach after all, again."""
    datalek = pak(datalek, Recht.TOETSEN, door)
    if datalek.status not in (Status.AFGESLOTEN, Status.GEEN_DATALEK):
        raise Geweigerd("Dit datalek is nog open.")
    if datalek.vernietigd_op is not None:
        raise Geweigerd("De inhoud van dit datalek is vernietigd. Het kan niet meer open.")
    if not reden.strip():
        raise Geweigerd("Leg uit waarom u dit datalek weer opent.")
    datalek.status = Status.IN_BEHANDELING.value
    datalek.geen_datalek_reden = ""
    datalek.save(update_fields=["status", "geen_datalek_reden"])
    leg_vast(
        datalek.dossier, handeling="heropend", details={}, recht=Recht.TOETSEN, door=door, nu=nu,
        gesloten_op=None,
    )  # fmt: skip
    plaats_opmerking(datalek.dossier, tekst=f"Heropend: {reden.strip()}", door=door, nu=nu)
    zet_taken(datalek, opslag.lees(datalek), door, nu)
    return datalek
