"""Ask in time for the statements that the norms need: a task for whoever has the function."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from leidraad.dossiers.handelingen import laat_taak_vervallen, open_taak, vergrendel
from leidraad.dossiers.models import Taak
from leidraad.dossiers.taaksoort import Taaksoort
from leidraad.dossiers.werk import eind_van
from leidraad.naleving.handelingen.normdossier import open_normdossier
from leidraad.naleving.handelingen.taaksoorten import VERKLAREN
from leidraad.naleving.toetsen import ATTESTEN
from leidraad.naleving.verklaringen import laatste_verklaringen
from leidraad.normen.norm import normen
from leidraad.normen.toets import Attest
from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Functievervulling, Gemeente, Persoon
from leidraad.organisaties.rechten import Bevoegdheid, Lid, Recht, Rol, mag

VOORAF = timedelta(days=30)
"""So long before a statement expires its successor is asked for, and so long there is for a first one."""
_PO = ("privacy_officer",)


def vraag_verklaringen(nu: datetime) -> int:
    """Recurring job: a task per attest that has no statement which holds for another while.

    Nobody has the function: nobody can state it, so nothing is asked. Safe to run again: a task that waits
    stays as it is. Returns how many tasks were opened.
    """
    vandaag = timezone.localdate(nu)
    houders = _houders(vandaag)
    gemeenten = Gemeente.objects.in_bulk(list({gemeente for gemeente, _ in houders}))
    verklaringen = laatste_verklaringen(list(gemeenten))
    geopend = 0
    for gemeente in gemeenten.values():
        for attest in ATTESTEN:
            mensen = [p for functie in attest.door for p in houders.get((gemeente.pk, functie), ())]
            verklaring = verklaringen.get((gemeente.pk, attest.norm))
            tot = verklaring.geldig_tot if verklaring else None
            if mensen and (tot is None or tot <= vandaag + VOORAF):
                uiterlijk = tot if tot and tot >= vandaag else vandaag + VOORAF
                geopend += _vraag(gemeente, attest, mensen, uiterlijk, nu)
    return geopend


def _houders(op: date) -> dict[tuple[int, str], list[Persoon]]:
    """Who has which function that states something, per gemeente: one query."""
    functies = {functie for attest in ATTESTEN for functie in attest.door}
    vervuld = Functievervulling.objects.geldig_op(op).filter(functie__in=functies, persoon__is_active=True)
    uit: dict[tuple[int, str], list[Persoon]] = defaultdict(list)
    for f in vervuld.select_related("persoon").order_by("pk"):
        if f.persoon not in uit[f.gemeente_id, f.functie]:
            uit[f.gemeente_id, f.functie].append(f.persoon)
    return uit


@transaction.atomic
def _vraag(gemeente: Gemeente, attest: Attest, mensen: list[Persoon], uiterlijk: date, nu: datetime) -> int:
    """Open the task, unless it waits already with somebody who can see to it."""
    # Nobody does this: the schedule does. So it has no rights but to open the dossier.
    systeem = Lid(
        0, "Leidraad", timezone.localdate(nu), (Bevoegdheid(Rol.MEDEWERKER, "systeem", gemeente.pk),)
    )
    normdossier = open_normdossier(gemeente, normen()[attest.norm], door=systeem, nu=nu)
    dossier = vergrendel(normdossier.pk)
    soort, aan = _soort_en_wie(attest, mensen)
    taak = Taak.objects.open().filter(dossier=dossier, soort=soort.code).select_related("toegewezen").first()
    eind = eind_van(uiterlijk)
    if taak is not None:
        taak.dossier = dossier
        if _ligt_goed(taak, systeem.op):
            return 0
        # Whoever had it left: the successor gets it, with the same last day.
        laat_taak_vervallen(dossier, soort.code, nu=nu)
        eind = taak.uiterlijk or eind
    open_taak(dossier, soort, uiterlijk=eind, toegewezen=aan, door=systeem, nu=nu)
    return 1


def _soort_en_wie(attest: Attest, mensen: list[Persoon]) -> tuple[Taaksoort, Persoon | None]:
    """The task and whose it is: what Privacy Officers state together lies with all of them."""
    if attest.door != _PO:
        return VERKLAREN, mensen[0]
    return replace(VERKLAREN, recht=Recht.TOETSEN), mensen[0] if len(mensen) == 1 else None


def _ligt_goed(taak: Taak, op: date) -> bool:
    """Whether somebody sees the task who may do something with it."""
    if taak.toegewezen is None:
        return taak.recht == Recht.TOETSEN
    return taak.toegewezen.is_active and bool(
        mag(lid_van(taak.toegewezen, op), Recht(taak.recht), taak.dossier)
    )
