"""Judge a report: is it a breach, and how great is the risk (AVG art. 4 onder 12, 33 lid 1, 34 lid 1)."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from leidraad.berichten.handelingen import zet_klaar
from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import (
    laat_taak_vervallen,
    laat_termijn_vervallen,
    open_taak,
    rond_taak_af,
)
from leidraad.dossiers.taaksoort import ADVIES_FG
from leidraad.organisaties.models import Functievervulling
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.begrippen import Risico, Status
from leidraad.registers.datalekken.handelingen.vastleggen import eis_open, noteer, pak, zet_klok
from leidraad.registers.datalekken.inhoud import Factoren, Inhoud
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.regels.klok import klok
from leidraad.registers.datalekken.regels.plichten import moet_naar_ap, moet_naar_betrokkenen
from leidraad.registers.datalekken.taaksoorten import (
    AFSLUITEN,
    BEOORDELEN,
    INFORMEREN,
    KLOK,
    MELDEN_AP,
    RISICO,
)


@transaction.atomic
def beoordeel_melding(*, datalek: Datalek, is_datalek: bool, reden: str, door: Lid, nu: datetime) -> Datalek:
    """The Privacy Officer decides whether personal data were involved; if not, she says why."""
    datalek = pak(datalek, Recht.TOETSEN, door)
    if datalek.status != Status.GEMELD:
        raise Geweigerd("Deze melding is al beoordeeld. Misschien was iemand u voor.")
    reden = reden.strip()
    if not is_datalek and not reden:
        raise Geweigerd("Leg uit waarom dit geen datalek is.")
    datalek.beoordeeld_op = nu
    datalek.status = (Status.IN_BEHANDELING if is_datalek else Status.GEEN_DATALEK).value
    datalek.geen_datalek_reden = "" if is_datalek else reden
    noteer(datalek, "melding_beoordeeld", {"status": datalek.status}, Recht.TOETSEN, door=door, nu=nu)
    rond_taak_af(datalek.dossier, BEOORDELEN.code, door=door, nu=nu)
    if is_datalek:
        open_taak(datalek.dossier, RISICO, uiterlijk=_einde(opslag.lees(datalek)), door=door, nu=nu)
    else:
        laat_termijn_vervallen(datalek.dossier, KLOK.code, nu=nu)
        laat_taak_vervallen(datalek.dossier, nu=nu)
    return datalek


@transaction.atomic
def beslis_risico(
    *, datalek: Datalek, factoren: Factoren, risico: str, reden: str, door: Lid, nu: datetime
) -> Datalek:
    """A person decides about the risk, with reasons; the factors only advise. The duties follow from it."""
    datalek = pak(datalek, Recht.TOETSEN, door)
    eis_open(datalek)
    if risico not in set(Risico):
        raise Geweigerd("Kies of er een risico is.")
    if not reden.strip():
        raise Geweigerd("Leg uit waarom u dit besluit.")
    inhoud = replace(opslag.lees(datalek), factoren=factoren, risico=risico, risico_reden=reden.strip())
    opslag.zet_velden(datalek, inhoud)
    noteer(datalek, "risico_beslist", {"risico": risico}, Recht.TOETSEN, door=door, nu=nu)
    rond_taak_af(datalek.dossier, RISICO.code, door=door, nu=nu)
    zet_klok(datalek, inhoud, nu)
    zet_taken(datalek, inhoud, door, nu)
    return datalek


def zet_taken(datalek: Datalek, inhoud: Inhoud, door: Lid, nu: datetime) -> None:
    """Open what the law asks now, and close what it no longer asks."""
    nog_melden = moet_naar_ap(inhoud) and not datalek.meldingen.exists()
    nog_informeren = moet_naar_betrokkenen(inhoud) and not datalek.mededelingen.exists()
    for soort, nodig, uiterlijk in (
        (MELDEN_AP, nog_melden, _einde(inhoud)),
        (INFORMEREN, nog_informeren, None),
        (AFSLUITEN, not (nog_melden or nog_informeren), None),
    ):
        if nodig:
            open_taak(datalek.dossier, soort, uiterlijk=uiterlijk, door=door, nu=nu)
        else:
            laat_taak_vervallen(datalek.dossier, soort.code, nu=nu)


def _einde(inhoud: Inhoud) -> datetime | None:
    termijn = klok(inhoud)
    return termijn.streng if termijn else None


@transaction.atomic
def vraag_advies_fg(*, datalek: Datalek, door: Lid, nu: datetime) -> None:
    """Ask the FG for advice (norm 4.5.3)."""
    datalek = pak(datalek, Recht.TOETSEN, door)
    eis_open(datalek)
    open_taak(datalek.dossier, ADVIES_FG, door=door, nu=nu)
    noteer(datalek, "advies_gevraagd", {"van": "fg"}, Recht.TOETSEN, door=door, nu=nu)


@transaction.atomic
def licht_ciso_in(*, datalek: Datalek, door: Lid, nu: datetime) -> Datalek:
    """Tell the CISO that there is a security incident: that it is there and its number, not what it says."""
    datalek = pak(datalek, Recht.TOETSEN, door)
    if datalek.ciso_ingelicht_op is not None:
        return datalek
    dossier = datalek.dossier
    functies = Functievervulling.objects.geldig_op(door.op).filter(gemeente=dossier.gemeente, functie="ciso")
    personen = [f.persoon for f in functies.select_related("persoon")]
    if not personen:
        raise Geweigerd("Deze gemeente heeft nu geen CISO.")
    for persoon in personen:
        zet_klaar(
            aan=persoon,
            soort="klok",
            onderwerp=f"Beveiligingsincident bij de gemeente {dossier.gemeente.naam}",
            tekst=(
                f"Er is een datalek door een beveiligingsincident ({dossier.nummer}). "
                "Neem contact op met de Privacy Officer."
            ),
            pad="/werk/",
            sleutel=f"datalek:{dossier.pk}:ciso:{persoon.pk}",
            nu=nu,
            gemeente=dossier.gemeente,
        )
    datalek.ciso_ingelicht_op = nu
    noteer(datalek, "ciso_ingelicht", {}, Recht.TOETSEN, door=door, nu=nu)
    return datalek
