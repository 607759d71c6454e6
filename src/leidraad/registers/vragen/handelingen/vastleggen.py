"""What every change shares: take the question under lock, keep it findable, and open the work.

The dossier is confidential and the journaal cannot forget, so a line says what was done, never the words.
"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.handelingen import indexeer, open_taak, vergrendel
from leidraad.dossiers.models import Zoektekst
from leidraad.dossiers.werk import eind_van
from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Persoon
from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.registers.vragen.models import LANGSTE_TEKST, Vraag
from leidraad.registers.vragen.regels import laatste_dag
from leidraad.registers.vragen.taaksoorten import BEANTWOORDEN


def pak(vraag: Vraag, recht: Recht | None, door: Lid) -> Vraag:
    """The question as it is now, its dossier locked. Raises GeenRecht without `recht`, when one is given."""
    dossier = vergrendel(vraag.pk)
    if recht is not None:
        eis(mag(door, recht, dossier))
    vers = Vraag.objects.select_related("vrager").get(pk=vraag.pk)
    vers.dossier = dossier
    return vers


def eis_tekst(tekst: str, leeg: str, langste: int = LANGSTE_TEKST) -> str:
    """The text without white space around it. Raises Geweigerd when it is empty or too long."""
    tekst = tekst.strip()
    if not tekst:
        raise Geweigerd(leeg)
    if len(tekst) > langste:
        raise Geweigerd(f"De tekst is te lang. Gebruik hooguit {langste} tekens.")
    return tekst


def laatste_moment(nu: datetime) -> datetime:
    """The last second in which an answer on what is asked now is in time."""
    return eind_van(laatste_dag(timezone.localdate(nu)))


def maak_vindbaar(vraag: Vraag) -> None:
    """Index everything that was said: one query more than the indexing."""
    dossier = vraag.dossier
    reacties = vraag.reacties.values_list("tekst", flat=True)
    indexeer(
        vraag.pk, Zoektekst.Bereik.WERK, " ".join([dossier.nummer, dossier.titel, vraag.tekst, *reacties])
    )


def zet_werk(vraag: Vraag, *, door: Lid, nu: datetime) -> None:
    """Put the question on the work list: of its behandelaar as long as she may answer, else of the team."""
    dossier = vraag.dossier
    wie: Persoon | None = dossier.behandelaar
    if wie is not None and not (wie.is_active and mag(lid_van(wie, door.op), Recht.TOETSEN, dossier)):
        wie = None
    open_taak(dossier, BEANTWOORDEN, uiterlijk=vraag.wacht_tot, toegewezen=wie, door=door, nu=nu)
