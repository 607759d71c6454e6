"""Change what is known of a breach, section by section."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from leidraad.dossiers.handelingen import indexeer
from leidraad.dossiers.models import Zoektekst
from leidraad.dossiers.secties import Verouderd, sectie_stempel
from leidraad.dossiers.waarde import alle_tekst
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.handelingen.vastleggen import eis_open, noteer, pak, zet_klok
from leidraad.registers.datalekken.inhoud import Inhoud
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.secties import SECTIE


@transaction.atomic
def bewaar_sectie(
    *, datalek: Datalek, sectie: str, nieuw: Inhoud, stempel: str, door: Lid, nu: datetime
) -> Datalek:
    """Save one section; the rest of `nieuw` is ignored. A changed moment of knowing moves the clock.

    Raises Verouderd when the section is not what the form started from, unless it equals `nieuw` already.
    """
    datalek = pak(datalek, Recht.BEWERKEN, door)
    eis_open(datalek)
    oud = opslag.lees(datalek)
    deel = SECTIE[sectie]
    samen = replace(oud, **{naam: getattr(nieuw, naam) for naam in (*deel.velden, *deel.lijsten)})
    if samen == oud:
        return datalek
    if stempel != sectie_stempel(oud, deel):
        raise Verouderd(oud)
    opslag.zet_velden(datalek, samen)
    opslag.bewaar_rijen(datalek, oud, samen)
    datalek.dossier.titel = samen.naam
    datalek.dossier.save(update_fields=["titel"])
    velden = [n for n in (*deel.velden, *deel.lijsten) if getattr(oud, n) != getattr(samen, n)]
    noteer(datalek, "gewijzigd", {"secties": [sectie], "velden": velden}, Recht.BEWERKEN, door=door, nu=nu)
    indexeer(datalek.pk, Zoektekst.Bereik.WERK, f"{datalek.dossier.nummer} {alle_tekst(samen)}")
    zet_klok(datalek, samen, nu)
    return datalek
