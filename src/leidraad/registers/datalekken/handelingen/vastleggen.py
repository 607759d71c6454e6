"""What every change shares: take the breach under lock, move the clock along, and write the journaal.

The journaal cannot forget and a breach must be forgotten after five years, so a line says which fields
changed, never what they say.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.handelingen import laat_termijn_vervallen, leg_vast, vergrendel, zet_termijn
from leidraad.dossiers.models import Taak
from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.registers.datalekken.begrippen import Status
from leidraad.registers.datalekken.inhoud import Inhoud
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.regels.klok import begin, klok
from leidraad.registers.datalekken.regels.plichten import moet_naar_ap
from leidraad.registers.datalekken.taaksoorten import KLOK, OP_DE_KLOK


def pak(datalek: Datalek, recht: Recht, door: Lid) -> Datalek:
    """The breach as it is now, its dossier locked. Raises GeenRecht without `recht`."""
    dossier = vergrendel(datalek.pk)
    eis(mag(door, recht, dossier))
    vers = Datalek.objects.get(pk=datalek.pk)
    vers.dossier = dossier
    return vers


def eis_open(datalek: Datalek) -> None:
    """Raise Geweigerd when the breach is closed or was no breach."""
    if datalek.status not in (Status.GEMELD, Status.IN_BEHANDELING):
        raise Geweigerd(
            f"Dit datalek heeft de status ‘{datalek.get_status_display()}’ en is nu niet te wijzigen."
        )


def noteer(
    datalek: Datalek, handeling: str, details: Mapping[str, Any], recht: Recht, *, door: Lid, nu: datetime
) -> None:
    """Save the breach with one line in its journaal."""
    datalek.save()
    leg_vast(datalek.dossier, handeling=handeling, details=details, recht=recht, door=door, nu=nu)


def zet_klok(datalek: Datalek, inhoud: Inhoud, nu: datetime) -> None:
    """Start or move the 72 hours; without a risk, or after the first notification, it does not run."""
    termijn, vanaf = klok(inhoud), begin(inhoud)
    loopt_niet = (inhoud.risico and not moet_naar_ap(inhoud)) or datalek.meldingen.exists()
    if termijn is None or vanaf is None or loopt_niet:
        laat_termijn_vervallen(datalek.dossier, KLOK.code, nu=nu)
        return
    zet_termijn(
        datalek.dossier, KLOK, vanaf=vanaf, streng=termijn.streng, buitengrens=termijn.buitengrens, nu=nu
    )
    # The work that waits has the same end as the clock.
    werk = Taak.objects.open().filter(dossier=datalek.dossier, soort__in=[s.code for s in OP_DE_KLOK])
    werk.update(uiterlijk=termijn.streng)
