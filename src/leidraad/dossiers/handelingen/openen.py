"""Open a dossier, or many at once, with the next numbers of the municipality and register."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from leidraad.dossiers.fouten import eis
from leidraad.dossiers.journaal.schrijven import NieuweRegel, schrijf_nieuwe_ketens
from leidraad.dossiers.models import Dossier, Nummerreeks
from leidraad.organisaties.models import Eenheid, Gemeente, Persoon
from leidraad.organisaties.rechten import INTERN, Lid, Recht, mag_in

_PER_KEER = 1000


@dataclass(frozen=True)
class NieuwDossier:
    """What is needed to open one dossier of many; `details` join the title in the journaal line."""

    titel: str
    eenheid_id: int | None = None
    behandelaar_id: int | None = None
    vertrouwelijkheid: str = INTERN
    details: Mapping[str, Any] = field(default_factory=dict)


def open_dossier(
    *,
    soort: str,
    voorvoegsel: str,
    gemeente: Gemeente,
    eenheid: Eenheid | None,
    titel: str,
    behandelaar: Persoon | None = None,
    vertrouwelijkheid: str = INTERN,
    recht: Recht = Recht.AANMAKEN,
    door: Lid,
    nu: datetime,
) -> Dossier:
    """Open one dossier, numbered like VW-2026-0012. Raises GeenRecht without `recht` for the unit."""
    nieuw = NieuwDossier(
        titel,
        eenheid.pk if eenheid else None,
        behandelaar.pk if behandelaar else None,
        vertrouwelijkheid,
    )
    [dossier] = open_dossiers(
        soort=soort, voorvoegsel=voorvoegsel, gemeente=gemeente, nieuwe=[nieuw], recht=recht, door=door, nu=nu
    )
    return dossier


@transaction.atomic
def open_dossiers(
    *,
    soort: str,
    voorvoegsel: str,
    gemeente: Gemeente,
    nieuwe: Sequence[NieuwDossier],
    recht: Recht = Recht.AANMAKEN,
    door: Lid,
    nu: datetime,
) -> list[Dossier]:
    """Open many dossiers with one range of numbers: a constant number of queries per thousand.

    Raises GeenRecht when one of the units is not the person's to create in.
    """
    for eenheid_id in {nieuw.eenheid_id for nieuw in nieuwe}:
        eis(mag_in(door, recht, gemeente.pk, eenheid_id))
    jaar = timezone.localtime(nu).year
    eerste = _reserveer(gemeente, soort, jaar, len(nieuwe))
    nummers = [f"{voorvoegsel}-{jaar}-{nummer:04d}" for nummer in range(eerste, eerste + len(nieuwe))]
    dossiers = Dossier.objects.bulk_create(
        [
            _dossier(een, soort=soort, gemeente=gemeente, nummer=nummer, nu=nu)
            for een, nummer in zip(nieuwe, nummers, strict=True)
        ],
        batch_size=_PER_KEER,
    )
    schrijf_nieuwe_ketens(
        _eerste_regel(dossier, een.details, recht, door=door, nu=nu)
        for dossier, een in zip(dossiers, nieuwe, strict=True)
    )
    return dossiers


def _dossier(nieuw: NieuwDossier, *, soort: str, gemeente: Gemeente, nummer: str, nu: datetime) -> Dossier:
    return Dossier(
        gemeente=gemeente,
        eenheid_id=nieuw.eenheid_id,
        soort=soort,
        nummer=nummer,
        titel=nieuw.titel,
        behandelaar_id=nieuw.behandelaar_id,
        vertrouwelijkheid=nieuw.vertrouwelijkheid,
        aangemaakt_op=nu,
        gewijzigd_op=nu,
    )


def _eerste_regel(
    dossier: Dossier, details: Mapping[str, Any], recht: Recht, *, door: Lid, nu: datetime
) -> NieuweRegel:
    # The journaal cannot forget, so it does not hold the words of a confidential dossier.
    titel = {"titel": dossier.titel} if dossier.vertrouwelijkheid == INTERN else {}
    return NieuweRegel(
        keten=dossier.uuid,
        handeling="aangemaakt",
        functie=door.functie_in(dossier.gemeente_id, recht, dossier.eenheid_id),
        persoon_id=door.persoon_id,
        op=nu,
        details={"nummer": dossier.nummer} | titel | dict(details),
    )


def _reserveer(gemeente: Gemeente, soort: str, jaar: int, aantal: int) -> int:
    """Take `aantal` numbers and give the first.

    The row stays locked until the dossiers are saved, so a transaction that fails gives its numbers back
    before anyone else can take the next.
    """
    reeks, _ = Nummerreeks.objects.select_for_update().get_or_create(
        gemeente=gemeente, soort=soort, jaar=jaar
    )
    eerste = reeks.laatste + 1
    reeks.laatste += aantal
    reeks.save(update_fields=["laatste"])
    return eerste
