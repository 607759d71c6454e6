"""The import as one transaction: try, save or refuse as a whole."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from leidraad.organisaties.handelingen import OPDRACHTREGEL
from leidraad.organisaties.importeren.basis import Invoer
from leidraad.organisaties.importeren.eenheden import verwerk_eenheden
from leidraad.organisaties.importeren.functies import verwerk_functies
from leidraad.organisaties.importeren.lezen import EENHEDEN, FUNCTIES, LeesFout, Rij, lees_rijen
from leidraad.organisaties.importeren.rapport import Rapport
from leidraad.organisaties.models import Gemeente, Wijziging
from leidraad.organisaties.rechten import Lid, Recht


def importeer_organisatie(
    *,
    eenheden: bytes | None,
    functies: bytes | None,
    door: Lid | None,
    nu: datetime,
    proef: bool = False,
    toch: bool = False,
) -> Rapport:
    """Bring units and functions in line with two files; either may be left out.

    Rows that cannot be used are refused one by one, with the reason in the report. When more than half of
    what a gemeente has would end, nothing is saved unless `toch`. `proef` saves nothing at all. `door` is
    None on the command line; a person imports only the gemeenten that she manages.

    Raises LeesFout when a file as a whole cannot be used.
    """
    rijen_eenheden = _lees(eenheden, EENHEDEN, "eenheden")
    rijen_functies = _lees(functies, FUNCTIES, "functies")
    rapport = Rapport(proef=proef)
    with transaction.atomic():
        # One import at a time: two at once would each create the same units.
        list(Gemeente.objects.select_for_update().values_list("pk"))
        invoer = Invoer(nu, door, rapport)
        _verwerk(verwerk_eenheden, rijen_eenheden, invoer)
        _verwerk(verwerk_functies, rijen_functies, invoer)
        if toch:
            rapport.geblokkeerd.clear()
        if rapport.opgeslagen:
            _schrijf(rapport, door, nu)
        else:
            transaction.set_rollback(True)
    return rapport


def _lees(inhoud: bytes | None, kolommen: tuple[str, ...], welk: str) -> list[Rij]:
    if inhoud is None:
        return []
    try:
        return lees_rijen(inhoud, kolommen)
    except LeesFout as fout:
        raise LeesFout(f"Bestand met {welk}: {fout}") from None


def _verwerk(verwerk: Callable[[list[Rij], Invoer], None], rijen: list[Rij], invoer: Invoer) -> None:
    if rijen:
        verwerk(rijen, invoer)


def _schrijf(rapport: Rapport, door: Lid | None, nu: datetime) -> None:
    """One row per gemeente in the list of changes."""
    Wijziging.objects.bulk_create(
        Wijziging(
            gemeente=gemeente,
            op=nu,
            wie=door.functie_in(gemeente.pk, Recht.BEHEREN) if door else OPDRACHTREGEL,
            handeling="importeer_organisatie",
            details=rapport.per_gemeente(gemeente.slug),
        )
        for gemeente in Gemeente.objects.filter(slug__in=rapport.gemeenten)
    )
