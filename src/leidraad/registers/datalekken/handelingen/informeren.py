"""Tell the AP and the people it is about (AVG art. 33 and 34; Wpg art. 33a; norms 3.4.2 and 3.4.3)."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import haal_termijn, rond_taak_af, voeg_bijlage_toe
from leidraad.dossiers.journaal.hashen import canoniek, vingerafdruk
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.apmelding import te_bevriezen
from leidraad.registers.datalekken.begrippen import SoortMelding, Wijze
from leidraad.registers.datalekken.handelingen.beoordelen import zet_taken
from leidraad.registers.datalekken.handelingen.vastleggen import eis_open, noteer, pak
from leidraad.registers.datalekken.inhoud import Inhoud
from leidraad.registers.datalekken.models import Datalek, Mededeling, Melding
from leidraad.registers.datalekken.regels.klok import klok, te_laat
from leidraad.registers.datalekken.taaksoorten import INFORMEREN, KLOK, MELDEN_AP


@transaction.atomic
def meld_bij_ap(
    *,
    datalek: Datalek,
    soort: str,
    verzonden_op: datetime,
    ap_kenmerk: str = "",
    reden_te_laat: str = "",
    door: Lid,
    nu: datetime,
) -> Melding:
    """Freeze what was sent to the AP; the first notification keeps the term, too late needs a reason.

    Raises Geweigerd for a second first notification, a follow-up without a first one, or a moment ahead.
    """
    datalek = pak(datalek, Recht.TOETSEN, door)
    eis_open(datalek)
    _eis_volgorde(datalek, soort)
    if verzonden_op > nu:
        raise Geweigerd("U kunt nog niet melden in de toekomst. Kijk de datum en de tijd na.")
    inhoud = opslag.lees(datalek)
    termijn = klok(inhoud)
    if soort == SoortMelding.EERSTE and termijn and te_laat(termijn, verzonden_op):
        if not reden_te_laat.strip():
            raise Geweigerd("De 72 uur zijn voorbij. Leg uit waarom u later meldt.")
        inhoud = replace(inhoud, reden_te_laat=reden_te_laat.strip())
        opslag.zet_velden(datalek, inhoud)
    melding = _bevries(datalek, inhoud, soort, verzonden_op, ap_kenmerk.strip(), door, nu)
    details = {"melding": melding.nummer, "soort": soort, "sha256": melding.sha256}
    noteer(datalek, "gemeld_bij_ap", details, Recht.TOETSEN, door=door, nu=nu)
    haal_termijn(datalek.dossier, KLOK.code, op=verzonden_op, te_laat_reden=inhoud.reden_te_laat)
    rond_taak_af(datalek.dossier, MELDEN_AP.code, door=door, nu=nu)
    zet_taken(datalek, inhoud, door, nu)
    return melding


def _bevries(
    datalek: Datalek,
    inhoud: Inhoud,
    soort: str,
    verzonden_op: datetime,
    ap_kenmerk: str,
    door: Lid,
    nu: datetime,
) -> Melding:
    tekst = canoniek(te_bevriezen(datalek, inhoud, soort=soort, door=door, op=verzonden_op))
    return Melding.objects.create(
        datalek=datalek,
        nummer=datalek.meldingen.count() + 1,
        soort=soort,
        inhoud=tekst,
        sha256=vingerafdruk(tekst),
        verzonden_op=verzonden_op,
        ap_kenmerk=ap_kenmerk,
        door_id=door.persoon_id,
        op=nu,
    )


@transaction.atomic
def bewaar_ontvangst(
    *,
    melding: Melding,
    ap_kenmerk: str = "",
    naam: str = "",
    bestand: File[Any] | None = None,
    door: Lid,
    nu: datetime,
) -> Melding:
    """Keep what the AP answered: its reference and its receipt. What was sent stays as it was."""
    datalek = pak(Datalek(pk=melding.datalek_id), Recht.TOETSEN, door)
    melding = Melding.objects.get(pk=melding.pk)
    if bestand is not None:
        omschrijving = f"Ontvangstbewijs van de AP bij melding {melding.nummer}"
        melding.ontvangstbewijs = voeg_bijlage_toe(
            datalek.dossier, naam=naam, bestand=bestand, omschrijving=omschrijving, door=door, nu=nu
        )
    if ap_kenmerk.strip():
        melding.ap_kenmerk = ap_kenmerk.strip()[:100]
    melding.save(update_fields=["ap_kenmerk", "ontvangstbewijs"])
    details = {"melding": melding.nummer}
    noteer(datalek, "ontvangst_ap_bewaard", details, Recht.TOETSEN, door=door, nu=nu)
    return melding


def _eis_volgorde(datalek: Datalek, soort: str) -> None:
    if soort not in set(SoortMelding):
        raise Geweigerd("Kies wat voor melding dit is.")
    eerste = datalek.meldingen.filter(soort=SoortMelding.EERSTE).exists()
    if soort == SoortMelding.EERSTE and eerste:
        raise Geweigerd("Er is al een eerste melding. Kies een vervolgmelding.")
    if soort != SoortMelding.EERSTE and not eerste:
        raise Geweigerd("Er is nog geen eerste melding.")


@transaction.atomic
def deel_mee(
    *, datalek: Datalek, wijze: str, verstuurd_op: datetime, aantal: int, tekst: str, door: Lid, nu: datetime
) -> Mededeling:
    """Record that people were told: how, when, how many, and what (AVG art. 34 lid 2)."""
    datalek = pak(datalek, Recht.TOETSEN, door)
    eis_open(datalek)
    if wijze not in set(Wijze):
        raise Geweigerd("Kies hoe u de mensen hebt ingelicht.")
    if verstuurd_op > nu:
        raise Geweigerd("Dit moment ligt in de toekomst. Kijk de datum en de tijd na.")
    if aantal < 1:
        raise Geweigerd("Vul in hoeveel mensen u hebt ingelicht.")
    if not tekst.strip():
        raise Geweigerd("Vul in wat u aan de mensen hebt verteld.")
    mededeling = Mededeling.objects.create(
        datalek=datalek, wijze=wijze, verstuurd_op=verstuurd_op, aantal=aantal, tekst=tekst.strip(),
        door_id=door.persoon_id, op=nu,
    )  # fmt: skip
    noteer(
        datalek, "betrokkenen_ingelicht", {"wijze": wijze, "aantal": aantal}, Recht.TOETSEN, door=door, nu=nu
    )
    rond_taak_af(datalek.dossier, INFORMEREN.code, door=door, nu=nu)
    zet_taken(datalek, opslag.lees(datalek), door, nu)
    return mededeling
