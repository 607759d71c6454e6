"""Establish a verwerking and decide about publication (normen 2.1.1, 3.3.3, 4.4.4)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.handelingen import beoordeel, bevries, leg_vast
from leidraad.dossiers.models import Beoordeling, Versie
from leidraad.organisaties.rechten import VERTROUWELIJK, Lid, Recht, mag
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.begrippen import Openbaarheid
from leidraad.registers.verwerkingen.handelingen.levensloop import eis_stap, zet_stap
from leidraad.registers.verwerkingen.handelingen.openbaarmaken import maak_openbaar_vindbaar
from leidraad.registers.verwerkingen.handelingen.vastleggen import leid_af, pak
from leidraad.registers.verwerkingen.handelingen.vervolg import plan_vervolg
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels import gevoeligheid
from leidraad.registers.verwerkingen.regels.levensloop import Stap
from leidraad.registers.verwerkingen.regels.openbaar import VERTROUWELIJK_EN_OPENBAAR
from leidraad.registers.verwerkingen.regels.volledigheid import ontbreekt
from leidraad.registers.verwerkingen.versies import document


@transaction.atomic
def stel_vast(
    *,
    verwerking: Verwerking,
    openbaarheid: str,
    grond: str = "",
    grond_toelichting: str = "",
    toelichting: str = "",
    herzien_voor: date | None = None,
    door: Lid,
    nu: datetime,
) -> Verwerking:
    """Freeze the content as the next version, decide whether it is public, and plan the next review.

    Raises Geweigerd with everything that is still missing (regels.volledigheid), when nobody decided about
    publication, or when a confidential one would become public. `herzien_voor` may only be earlier than the
    date that follows from the sensitivity.
    """
    verwerking = pak(verwerking)
    eis(mag(door, Recht.VASTSTELLEN, verwerking.dossier))
    eis_stap(verwerking, Stap.VASTSTELLEN)
    vandaag = timezone.localdate(nu)
    inhoud = opslag.lees(verwerking)
    _eis_volledig(inhoud, vandaag)
    _zet_openbaarheid(verwerking, openbaarheid, grond, grond_toelichting, vandaag)
    leid_af(verwerking, inhoud, nu)
    herzien_voor = _herziening(verwerking, herzien_voor, vandaag)
    verwerking.geldende_versie = _bevries(verwerking, inhoud, toelichting, door, nu)
    zet_stap(
        verwerking, Stap.VASTSTELLEN, Recht.VASTSTELLEN, door=door, nu=nu,
        details={"versie": verwerking.geldende_versie.nummer, "openbaarheid": openbaarheid, "grond": grond},
        herzien_voor=herzien_voor,
    )  # fmt: skip
    beoordeel(
        verwerking.dossier, uitkomst=Beoordeling.Uitkomst.VASTGESTELD, redenen=toelichting,
        recht=Recht.VASTSTELLEN, door=door, nu=nu,
    )  # fmt: skip
    maak_openbaar_vindbaar(verwerking)
    plan_vervolg(verwerking, inhoud, herzien_voor, door=door, nu=nu)
    return verwerking


@transaction.atomic
def publiceer(
    *,
    verwerking: Verwerking,
    openbaarheid: str,
    grond: str = "",
    grond_toelichting: str = "",
    door: Lid,
    nu: datetime,
) -> Verwerking:
    """Change whether the established version is public; not public needs a ground of the Woo (norm 3.3.3).

    Raises Geweigerd without that ground, or when the verwerking is confidential and would become public.
    """
    verwerking = pak(verwerking)
    eis(mag(door, Recht.PUBLICEREN, verwerking.dossier))
    if verwerking.geldende_versie is None:
        raise Geweigerd("Alleen een vastgestelde verwerking kan openbaar worden.")
    van = [verwerking.openbaarheid, verwerking.niet_openbaar_grond]
    _zet_openbaarheid(verwerking, openbaarheid, grond, grond_toelichting, timezone.localdate(nu))
    verwerking.save()
    leg_vast(
        verwerking.dossier, handeling="gepubliceerd", recht=Recht.PUBLICEREN, door=door, nu=nu,
        details={"van": van, "naar": [openbaarheid, grond]},
    )  # fmt: skip
    maak_openbaar_vindbaar(verwerking)
    return verwerking


def _eis_volledig(inhoud: Inhoud, vandaag: date) -> None:
    if tekort := ontbreekt(inhoud, vandaag):
        raise Geweigerd(eis_.tekst for eis_ in tekort)


def _bevries(verwerking: Verwerking, inhoud: Inhoud, toelichting: str, door: Lid, nu: datetime) -> Versie:
    return bevries(
        verwerking.dossier, inhoud=document(verwerking, inhoud), toelichting=toelichting, door=door, nu=nu
    )


def _herziening(verwerking: Verwerking, gekozen: date | None, vandaag: date) -> date:
    """The day of the next review: the latest that the sensitivity allows, or an earlier day of choice."""
    uiterlijk = gevoeligheid.herzien_voor(verwerking.gevoeligheid, vandaag, vandaag)
    if gekozen is not None and not vandaag < gekozen <= uiterlijk:
        raise Geweigerd(f"Kies een herzieningsdatum na vandaag en niet later dan {uiterlijk:%d-%m-%Y}.")
    return gekozen or uiterlijk


def _zet_openbaarheid(
    verwerking: Verwerking, openbaarheid: str, grond: str, toelichting: str, op: date
) -> None:
    if openbaarheid not in set(Openbaarheid):
        raise Geweigerd("Kies of deze verwerking openbaar is.")
    openbaar = openbaarheid == Openbaarheid.OPENBAAR
    if openbaar and verwerking.dossier.vertrouwelijkheid == VERTROUWELIJK:
        raise Geweigerd(VERTROUWELIJK_EN_OPENBAAR)
    if not openbaar and grond not in lijst("woo_gronden", op):
        raise Geweigerd("Kies op welke grond van de Woo deze verwerking niet openbaar is.")
    verwerking.openbaarheid = openbaarheid
    verwerking.niet_openbaar_grond = "" if openbaar else grond
    verwerking.niet_openbaar_toelichting = "" if openbaar else toelichting
