"""What every change shares: take the verwerking under lock, keep what follows from its content in step."""

from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from leidraad.dossiers.handelingen import indexeer, vergrendel
from leidraad.dossiers.models import Zoektekst
from leidraad.dossiers.waarde import alle_tekst
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.inhoud import Inhoud, te_bewaren
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels.gevoeligheid import gevoeligheidsklasse
from leidraad.registers.verwerkingen.regels.leesbaarheid import leesniveau
from leidraad.registers.verwerkingen.regels.volledigheid import volledigheid


def pak(verwerking: Verwerking) -> Verwerking:
    """The verwerking as it is now, its dossier locked until the surrounding transaction ends."""
    dossier = vergrendel(verwerking.pk)
    vers = Verwerking.objects.select_related(
        "bestuursorgaan", "hoofdverwerking__dossier", "geldende_versie"
    ).get(pk=verwerking.pk)
    vers.dossier = dossier
    return vers


def leid_af(verwerking: Verwerking, inhoud: Inhoud, nu: datetime) -> None:
    """Set what follows from the content: how sensitive, how complete, how readable (not saved yet).

    The single fields of `inhoud` are on the verwerking by now. A bestuursorgaan that this municipality does
    not have became empty there, as after a copy from another one, so it is not filled in here either.
    """
    vandaag = timezone.localdate(nu)
    if verwerking.bestuursorgaan is None:
        inhoud = replace(inhoud, bestuursorgaan="")
    verwerking.gevoeligheid = gevoeligheidsklasse(inhoud, vandaag)
    verwerking.volledigheid = volledigheid(inhoud, vandaag)
    verwerking.leesniveau = leesniveau(inhoud.privacyverklaring, vandaag)


def zet_inhoud(verwerking: Verwerking, oud: Inhoud, nieuw: Inhoud, nu: datetime) -> Inhoud:
    """Store new content and what follows from it. The caller holds the lock and writes the journaal."""
    nieuw = te_bewaren(nieuw)
    opslag.zet_velden(verwerking, nieuw)
    leid_af(verwerking, nieuw, nu)
    verwerking.save()
    opslag.bewaar_rijen(verwerking, oud, nieuw)
    indexeer(verwerking.pk, Zoektekst.Bereik.WERK, zoektekst(verwerking, nieuw))
    return nieuw


def zoektekst(verwerking: Verwerking, inhoud: Inhoud) -> str:
    """What staff can find this verwerking by."""
    return f"{verwerking.dossier.nummer} {verwerking.bron_nummer} {alle_tekst(inhoud)}"
