"""Say to which unit a breach belongs and who handles it: the unit decides who is responsible (norm 4.2.1)."""

from datetime import datetime

from django.db import transaction

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import leg_vast
from leidraad.organisaties.models import Eenheid, Persoon
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.datalekken.handelingen.vastleggen import eis_open, pak
from leidraad.registers.datalekken.models import Datalek


@transaction.atomic
def plaats(
    *, datalek: Datalek, eenheid: Eenheid | None, behandelaar: Persoon | None, door: Lid, nu: datetime
) -> Datalek:
    """Move to a unit of the same municipality and give it to somebody, who may then read and edit it.

    Raises Geweigerd for a unit or a person of another municipality, and for the FG (norm 4.5.1).
    """
    datalek = pak(datalek, Recht.TOETSEN, door)
    eis_open(datalek)
    dossier = datalek.dossier
    if eenheid and eenheid.gemeente_id != dossier.gemeente_id:
        raise Geweigerd("Deze eenheid hoort bij een andere gemeente.")
    if behandelaar and behandelaar.pk != dossier.behandelaar_id:
        functies = behandelaar.functies.filter(gemeente=dossier.gemeente_id).geldig_op(door.op)
        codes = {functie.functie for functie in functies}
        if not codes:
            raise Geweigerd("De behandelaar werkt niet voor deze gemeente.")
        if "fg" in codes:
            raise Geweigerd("De FG houdt toezicht en kan geen behandelaar zijn. Kies iemand anders.")
    leg_vast(
        dossier, handeling="geplaatst", details={}, recht=Recht.TOETSEN, door=door, nu=nu,
        eenheid=eenheid, behandelaar=behandelaar,
    )  # fmt: skip
    return datalek
