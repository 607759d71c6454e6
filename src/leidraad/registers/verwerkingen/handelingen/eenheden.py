"""State that a unit has no verwerkingen (norm 1.1.4)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.organisaties.handelingen import schrijf
from leidraad.organisaties.models import Eenheid
from leidraad.organisaties.rechten import Lid, Oordeel, Recht, mag_in
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.models import GeenVerwerkingen, Verwerking
from leidraad.registers.verwerkingen.toetsen.populaties import loopt
from leidraad.termijnen import maanden_na

WAAROM_LANGSTE = 2000


def mag_verklaren(lid: Lid, eenheid: Eenheid) -> Oordeel:
    """Whether `lid` may state it: who establishes verwerkingen for this unit, or the Privacy Officer."""
    return mag_in(lid, _recht(lid, eenheid), eenheid.gemeente_id, eenheid.pk)


@transaction.atomic
def verklaar_geen_verwerkingen(
    *, eenheid: Eenheid, toelichting: str, door: Lid, nu: datetime
) -> GeenVerwerkingen:
    """State, with a reason, that this unit has no verwerkingen; it holds for the target time (a year).

    Raises Geweigerd without a reason or when a verwerking of the unit runs. A double submit states it once.
    """
    eis(mag_verklaren(door, eenheid))
    toelichting = toelichting.strip()
    if not toelichting:
        raise Geweigerd("Schrijf op waarom deze eenheid geen persoonsgegevens gebruikt.")
    if len(toelichting) > WAAROM_LANGSTE:
        raise Geweigerd(f"De uitleg is te lang. Gebruik hooguit {WAAROM_LANGSTE} tekens.")
    eenheid = Eenheid.objects.select_for_update().get(pk=eenheid.pk)
    if Verwerking.objects.filter(loopt(nu), dossier__eenheid=eenheid).exists():
        raise Geweigerd("Deze eenheid heeft een verwerking die loopt. Verklaren dat er geen is, kan niet.")
    vandaag = timezone.localdate(nu)
    eerder = GeenVerwerkingen.objects.filter(eenheid=eenheid, van=vandaag, door=door.persoon_id)
    zelfde: GeenVerwerkingen | None = eerder.filter(toelichting=toelichting).first()
    if zelfde is not None:
        return zelfde
    functie = door.functie_in(eenheid.gemeente_id, _recht(door, eenheid), eenheid.pk)
    verklaring = GeenVerwerkingen.objects.create(
        eenheid=eenheid,
        toelichting=toelichting,
        door_id=door.persoon_id,
        functie=functie,
        van=vandaag,
        tot=maanden_na(vandaag, lijst("streefwaarden", vandaag)["attest_geldig"].lengte),
    )
    schrijf(
        eenheid.gemeente_id, functie, "verklaar_geen_verwerkingen", nu,
        eenheid=eenheid.pk, tot=verklaring.tot.isoformat(),
    )  # fmt: skip
    return verklaring


def _recht(lid: Lid, eenheid: Eenheid) -> Recht:
    """The right by which this person states it: her own for the unit, else that of the Privacy Officer."""
    vaststellen = mag_in(lid, Recht.VASTSTELLEN, eenheid.gemeente_id, eenheid.pk)
    return Recht.VASTSTELLEN if vaststellen else Recht.TOETSEN
