"""Bring a source in: make what is new, update what nobody edited since, and report everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.organisaties.models import Eenheid, Gemeente
from leidraad.organisaties.rechten import Lid, Recht, mag_in
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.handelingen import Nieuw, maak_alle_aan, vervang_inhoud
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Importbron, Verwerking
from leidraad.registers.verwerkingen.regels.vergelijken import vergelijk
from leidraad.registers.verwerkingen.uitwisseling import avgregister, eigen, rijen
from leidraad.registers.verwerkingen.uitwisseling.bouwer import Omgeving, Omgezet
from leidraad.registers.verwerkingen.uitwisseling.bron import INFO, Bron
from leidraad.registers.verwerkingen.uitwisseling.eenheden import GEEN_KEUZE, Eenheidkeuze
from leidraad.registers.verwerkingen.uitwisseling.herkennen import Regel, herken, vingerafdruk
from leidraad.registers.verwerkingen.uitwisseling.koppelen import Koppeling
from leidraad.registers.verwerkingen.uitwisseling.plaatsen import Plaatser
from leidraad.registers.verwerkingen.uitwisseling.profiel import (
    bewaar_profiel,
    eenheden_van,
    kolommen,
)
from leidraad.registers.verwerkingen.uitwisseling.rapport import Rapport
from leidraad.registers.verwerkingen.weergave import in_woorden, label_van

_BATCH = 1000
Voortgang = Callable[[int, int], None]


@dataclass(frozen=True)
class _Werk:
    """What every step of one import knows."""

    bron: Bron
    gemeente: Gemeente
    rapport: Rapport
    door: Lid
    nu: datetime
    proef: bool


def importeer(
    *,
    bron: Bron,
    gemeente: Gemeente,
    koppeling: Koppeling,
    door: Lid,
    nu: datetime,
    proef: bool = False,
    voortgang: Voortgang | None = None,
    eenheden: Eenheidkeuze = GEEN_KEUZE,
) -> Rapport:
    """Import a source into a municipality and report per row and column; `proef` writes nothing.

    Everything comes in as concept. A row that came in before is recognised by the source's own number: it is
    updated only when nobody edited the verwerking since. Raises GeenRecht without Recht.IMPORTEREN.
    """
    eis(mag_in(door, Recht.IMPORTEREN, gemeente.pk))
    rapport = Rapport(gelezen=bron.aantal, kolommen=kolommen(bron, koppeling), meldingen=list(bron.meldingen))
    stap = voortgang or (lambda gedaan, totaal: None)
    goed = _lees_rijen(bron, koppeling, omgeving_van(gemeente, nu, eenheden), rapport, stap)
    with transaction.atomic():
        regels = herken(goed, bron, gemeente, rapport)
        nieuw = [regel for regel in regels if regel.verwerking_id is None]
        rapport.aangemaakt = len(nieuw)
        werk = _Werk(bron, gemeente, rapport, door, nu, proef)
        _werk_bij([r for r in regels if r.verwerking_id is not None], werk)
        if not proef:
            _maak(nieuw, werk, stap)
            bewaar_profiel(bron, gemeente, koppeling, eenheden)
    stap(bron.aantal, bron.aantal)
    return rapport


def _lees_rijen(
    bron: Bron, koppeling: Koppeling, omgeving: Omgeving, rapport: Rapport, stap: Voortgang
) -> list[Omgezet]:
    """The rows that can be taken over; what is refused is counted and reported."""
    goed = []
    for nr, rij in enumerate(_zet_om(bron, koppeling, omgeving), 1):
        rapport.meldingen.extend(rij.meldingen)
        if rij.afgekeurd:
            rapport.afgekeurd += 1
        else:
            goed.append(replace(rij, eenheid=rij.eenheid or omgeving.eenheidkeuze.standaard))
        if nr % 100 == 0:
            stap(nr // 2, bron.aantal)
    if goed and bron.soort == "tabel" and not any(rij.bron_nummer for rij in goed):
        rapport.meld(
            None,
            "De bron heeft geen eigen nummers. Een volgende import herkent een verwerking aan haar naam en "
            "eenheid.",
            INFO,
        )
    return goed


def omgeving_van(gemeente: Gemeente, nu: datetime, eenheden: Eenheidkeuze) -> Omgeving:
    """What a conversion must know of this municipality."""
    vandaag = timezone.localdate(nu)
    return Omgeving(
        op=vandaag,
        gemeente=gemeente.slug,
        eenheden=eenheden_van(gemeente, vandaag),
        bestuursorganen=tuple(gemeente.bestuursorganen.values_list("naam", flat=True)),
        eenheidkeuze=eenheden,
    )


def _zet_om(bron: Bron, koppeling: Koppeling, omgeving: Omgeving) -> Iterator[Omgezet]:
    if bron.soort == "avgregister":
        return avgregister.zet_om(bron, omgeving)
    if bron.soort == "leidraad":
        return eigen.zet_om(bron, omgeving)
    return rijen.zet_om(bron, koppeling, omgeving)


def _maak(nieuw: Sequence[Regel], werk: _Werk, stap: Voortgang) -> None:
    eenheden = {eenheid.naam: eenheid for eenheid in Eenheid.objects.filter(gemeente=werk.gemeente)}
    # A reference to a main verwerking can point anywhere in an own export: that one goes in at once.
    batch = max(len(nieuw), 1) if werk.bron.soort == "leidraad" else _BATCH
    for van in range(0, len(nieuw), batch):
        deel = nieuw[van : van + batch]
        gemaakt = maak_alle_aan(
            gemeente=werk.gemeente,
            nieuwe=[
                Nieuw(r.omgezet.inhoud, eenheden.get(r.omgezet.eenheid), r.omgezet.bron_nummer) for r in deel
            ],
            door=werk.door,
            nu=werk.nu,
        )
        Importbron.objects.bulk_create(
            [
                Importbron(
                    gemeente=werk.gemeente,
                    verwerking=verwerking,
                    sleutel=r.sleutel,
                    naam=r.omgezet.inhoud.naam,
                    koppen_sha256=werk.bron.koppen_sha256,
                    inhoud_sha256=vingerafdruk(r.omgezet.inhoud),
                    eenheid=r.omgezet.eenheid if r.omgezet.eenheid in eenheden else "",
                )
                for verwerking, r in zip(gemaakt, deel, strict=True)
            ],
            batch_size=_BATCH,
        )
        stap((werk.bron.aantal + van + len(deel)) // 2, werk.bron.aantal)


def _werk_bij(regels: Sequence[Regel], werk: _Werk) -> None:
    """Update what changed in the source, but never over the work of people."""
    anders = [r for r in regels if not r.bekend or r.bekend.inhoud_sha256 != vingerafdruk(r.omgezet.inhoud)]
    bijgewerkt: set[int] = set()
    for van in range(0, len(anders), _BATCH):
        deel = {r.verwerking_id: r for r in anders[van : van + _BATCH] if r.verwerking_id is not None}
        hier = Verwerking.objects.select_related(
            "dossier__gemeente", "dossier__eenheid", "bestuursorgaan", "hoofdverwerking__dossier"
        ).in_bulk(list(deel))
        inhouden = opslag.lees_alle(list(hier.values()))
        for pk, regel in deel.items():
            if _een_bij(regel, hier[pk], inhouden[pk], werk):
                bijgewerkt.add(pk)
    bijgewerkt |= Plaatser(werk.gemeente, werk.rapport, werk.door, werk.nu, werk.proef).plaats(regels)
    werk.rapport.bijgewerkt += len(bijgewerkt)
    werk.rapport.ongewijzigd += len(regels) - len(bijgewerkt)


def _een_bij(regel: Regel, verwerking: Verwerking, huidig: Inhoud, werk: _Werk) -> bool:
    """Update one verwerking; False when it stays as it is. What the source says goes to the report then."""
    rij, bekend, nummer = regel.omgezet, regel.bekend, verwerking.dossier.nummer
    nieuw = replace(rij.inhoud, hoofdverwerking=huidig.hoofdverwerking)
    if vingerafdruk(huidig) == vingerafdruk(nieuw):
        return False
    if bekend is None or bekend.inhoud_sha256 != vingerafdruk(huidig):
        wat = _verschillen(huidig, nieuw, werk.nu)
        werk.rapport.meld(
            rij.rij, f"{nummer} is hier aangepast. Er is niets overschreven. De bron zegt nu: {wat}"
        )
        return False
    if werk.proef:
        return True
    try:
        vervang_inhoud(
            verwerking=verwerking, inhoud=nieuw, handeling="bijgewerkt_uit_bron", door=werk.door, nu=werk.nu
        )
    except Geweigerd as fout:
        wat = _verschillen(huidig, nieuw, werk.nu)
        werk.rapport.meld(rij.rij, f"{nummer}: {' '.join(fout.redenen)} De bron zegt nu: {wat}")
        return False
    bekend.inhoud_sha256, bekend.naam = vingerafdruk(nieuw), nieuw.naam
    bekend.koppen_sha256 = werk.bron.koppen_sha256
    bekend.save(update_fields=["inhoud_sha256", "naam", "koppen_sha256"])
    return True


def _verschillen(huidig: Inhoud, nieuw: Inhoud, nu: datetime) -> str:
    """What the source says otherwise, in words."""
    op = timezone.localdate(nu)
    return "; ".join(
        f"{label_van(v.pad)}: {in_woorden(v.pad, v.nieuw, nieuw, op) or 'niets'}"
        for v in vergelijk(huidig, nieuw)
    )
