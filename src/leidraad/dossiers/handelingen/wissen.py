"""Destroy what hangs on a dossier when it must no longer be kept (Selectielijst; Archiefwet)."""

from datetime import datetime

from django.db import transaction

from leidraad.dossiers.fouten import eis
from leidraad.dossiers.handelingen.vastleggen import leg_vast, vergrendel
from leidraad.dossiers.handelingen.vindbaarheid import indexeer
from leidraad.dossiers.models import Dossier, Zoektekst
from leidraad.organisaties.rechten import Lid, Recht, mag


@transaction.atomic
def wis(dossier: Dossier, *, titel: str, regel: str, recht: Recht, door: Lid, nu: datetime) -> Dossier:
    """Erase files, remarks, advice, judgements and links of a dossier, and write the proof.

    The number, the unit and the moments stay, and so does the journaal: its line "vernietigd" says by which
    `regel`, by whom and when. The register erases its own content in the same transaction.
    """
    eis(mag(door, recht, dossier))
    dossier = vergrendel(dossier.pk)
    bestanden = [(b.bestand.storage, b.bestand.name) for b in dossier.bijlagen.filter(verwijderd_op=None)]
    for hangt in (dossier.bijlagen, dossier.opmerkingen, dossier.adviezen, dossier.beoordelingen,
                  dossier.koppelingen_uit, dossier.koppelingen_in):  # fmt: skip
        hangt.all().delete()
    dossier.termijnen.update(te_laat_reden="")
    indexeer(dossier.pk, Zoektekst.Bereik.WERK, "")
    details = {"regel": regel, "bestanden": len(bestanden)}
    dossier = leg_vast(
        dossier, handeling="vernietigd", details=details, recht=recht, door=door, nu=nu, behandelaar=None
    )
    # After the line: its details must not hold the words that were just erased.
    Dossier.objects.filter(pk=dossier.pk).update(titel=titel)
    dossier.titel = titel
    for opslag, naam in bestanden:
        transaction.on_commit(lambda opslag=opslag, naam=naam: opslag.delete(naam))  # type: ignore[misc]
    return dossier
