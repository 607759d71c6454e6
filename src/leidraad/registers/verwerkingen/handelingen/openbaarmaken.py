"""Keep what inhabitants can find in step with what has been established and made public (norm 3.3.3)."""

from leidraad.dossiers.handelingen import indexeer
from leidraad.dossiers.models import Versie, Zoektekst
from leidraad.dossiers.waarde import alle_tekst
from leidraad.registers.verwerkingen.begrippen import SoortGegeven
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Publicatie, Verwerking
from leidraad.registers.verwerkingen.regels.openbaar import openbare_inhoud
from leidraad.registers.verwerkingen.versies import inhoud_van

_BIJZONDER = {SoortGegeven.BIJZONDER, SoortGegeven.STRAFRECHTELIJK}


def maak_openbaar_vindbaar(verwerking: Verwerking) -> None:
    """Inhabitants find the public part of the established version, and nothing when it is not public.

    A version that a newer public one replaces stays readable. When the verwerking is no longer public, all of
    them are withdrawn, and making it public again brings back the established version only.
    """
    eerder = Publicatie.objects.filter(verwerking=verwerking)
    versie = verwerking.geldende_versie
    tekst = ""
    if versie is not None and verwerking.is_openbaar:
        inhoud = openbare_inhoud(inhoud_van(versie))
        eerder.update(huidig=False)
        publicatie_van(verwerking, versie, inhoud).save()
        tekst = openbare_zoektekst(verwerking, inhoud)
    else:
        eerder.delete()
    indexeer(verwerking.pk, Zoektekst.Bereik.OPENBAAR, tekst)


def zet_einde_openbaar(verwerking: Verwerking) -> None:
    """Tell inhabitants that the processing ended, or that it goes on after all."""
    Publicatie.objects.filter(verwerking=verwerking, huidig=True).update(einddatum=verwerking.einddatum)


def publicatie_van(verwerking: Verwerking, versie: Versie, inhoud: Inhoud) -> Publicatie:
    """The row for a version with this public content, not saved yet (also for making many at once)."""
    dossier = verwerking.dossier
    return Publicatie(
        versie=versie,
        verwerking=verwerking,
        gemeente_id=dossier.gemeente_id,
        eenheid_id=dossier.eenheid_id,
        huidig=True,
        nummer=dossier.nummer,
        titel=inhoud.naam,
        samenvatting=_kort(inhoud.omschrijving, 160),
        grondslagen=" ".join(sorted({d.grondslag for d in inhoud.doelen if d.grondslag})),
        wetten=_kort("; ".join(dict.fromkeys(d.wet for d in inhoud.doelen if d.wet)), 1000),
        bijzonder=any(g.soort in _BIJZONDER for g in inhoud.gegevens),
        kwetsbaar=any(b.kwetsbaar for b in inhoud.betrokkenen),
        einddatum=inhoud.einddatum,
        vastgesteld_op=versie.op,
    )


def openbare_zoektekst(verwerking: Verwerking, inhoud: Inhoud) -> str:
    """What inhabitants can find this verwerking by: its number and the words of its public content."""
    return f"{verwerking.dossier.nummer} {alle_tekst(inhoud)}"


def _kort(tekst: str, lengte: int) -> str:
    """The text on one line, cut after a whole word when it is too long."""
    regel = " ".join(tekst.split())
    if len(regel) <= lengte:
        return regel
    begin = regel[: lengte - 1]
    return (begin.rpartition(" ")[0] or begin) + "…"
