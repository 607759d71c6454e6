"""Bring a source in: make what is new, update what nobody edited since, and report everything else."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, is_dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.organisaties.models import Eenheid, Gemeente
from leidraad.organisaties.rechten import Lid, Recht, mag_in
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.handelingen import Nieuw, maak_alle_aan, vervang_inhoud, wijzig_plaatsing
from leidraad.registers.verwerkingen.inhoud import Inhoud, zonder_losse_verwijzingen
from leidraad.registers.verwerkingen.models import Importbron, Verwerking
from leidraad.registers.verwerkingen.regels.vergelijken import vergelijk
from leidraad.registers.verwerkingen.uitwisseling import avgregister, eigen, rijen
from leidraad.registers.verwerkingen.uitwisseling.bouwer import Omgeving, Omgezet
from leidraad.registers.verwerkingen.uitwisseling.bron import INFO, WAARSCHUWING, Bron, Melding
from leidraad.registers.verwerkingen.uitwisseling.koppelen import Koppeling
from leidraad.registers.verwerkingen.uitwisseling.profiel import bewaar_profiel, kolommen
from leidraad.registers.verwerkingen.uitwisseling.rapport import Rapport
from leidraad.registers.verwerkingen.uitwisseling.woorden import plat

_BATCH = 1000
Voortgang = Callable[[int, int], None]


@dataclass(frozen=True)
class _Regel:
    """A row that can be taken over, with its key and what is already there under that key."""

    omgezet: Omgezet
    sleutel: str
    bekend: Importbron | None
    verwerking_id: int | None


def importeer(
    *,
    bron: Bron,
    gemeente: Gemeente,
    koppeling: Koppeling,
    door: Lid,
    nu: datetime,
    proef: bool = False,
    voortgang: Voortgang | None = None,
) -> Rapport:
    """Import a source into a municipality and report per row and column; `proef` writes nothing.

    Everything comes in as concept. A row that came in before is recognised by the source's own number: it is
    updated only when nobody edited the verwerking since. Raises GeenRecht without Recht.IMPORTEREN.
    """
    eis(mag_in(door, Recht.IMPORTEREN, gemeente.pk))
    rapport = Rapport(gelezen=bron.aantal, kolommen=kolommen(bron, koppeling), meldingen=list(bron.meldingen))
    stap = voortgang or (lambda gedaan, totaal: None)
    omgezet = []
    for nr, rij in enumerate(_zet_om(bron, koppeling, omgeving_van(gemeente, nu)), 1):
        omgezet.append(rij)
        rapport.meldingen.extend(rij.meldingen)
        if nr % 100 == 0:
            stap(nr // 2, bron.aantal)
    goed = [rij for rij in omgezet if not rij.afgekeurd]
    rapport.afgekeurd = len(omgezet) - len(goed)
    if goed and bron.soort == "tabel" and not any(rij.bron_nummer for rij in goed):
        rapport.meldingen.append(Melding(None, None, INFO, "De bron heeft geen eigen nummers. Een volgende import "
                                         "herkent een verwerking aan haar naam en eenheid."))  # fmt: skip
    with transaction.atomic():
        regels = _herken(goed, bron, gemeente, rapport)
        nieuw = [regel for regel in regels if regel.verwerking_id is None]
        rapport.aangemaakt = len(nieuw)
        _werk_bij([r for r in regels if r.verwerking_id is not None], bron, rapport, door, nu, proef=proef)
        if not proef:
            _maak(nieuw, bron, gemeente, door, nu, stap)
            bewaar_profiel(bron, gemeente, koppeling)
    stap(bron.aantal, bron.aantal)
    return rapport


def omgeving_van(gemeente: Gemeente, nu: datetime) -> Omgeving:
    """What a conversion must know of this municipality."""
    vandaag = timezone.localdate(nu)
    return Omgeving(
        op=vandaag,
        gemeente=gemeente.slug,
        eenheden=tuple(
            Eenheid.objects.geldig_op(vandaag).filter(gemeente=gemeente).values_list("naam", flat=True)
        ),
        bestuursorganen=tuple(gemeente.bestuursorganen.values_list("naam", flat=True)),
    )


def _zet_om(bron: Bron, koppeling: Koppeling, omgeving: Omgeving) -> Iterator[Omgezet]:
    if bron.soort == "avgregister":
        return avgregister.zet_om(bron, omgeving)
    if bron.soort == "leidraad":
        return eigen.zet_om(bron, omgeving)
    return rijen.zet_om(bron, koppeling, omgeving)


def _herken(goed: Sequence[Omgezet], bron: Bron, gemeente: Gemeente, rapport: Rapport) -> list[_Regel]:
    """Give each row its key and find what is there; equal rows count once, other rows with the key get their own."""
    bekend = {b.sleutel: b for b in Importbron.objects.filter(gemeente=gemeente)}
    hier = _zonder_bron(gemeente, goed)
    gezien: dict[str, Omgezet] = {}
    keren: Counter[str] = Counter()
    regels = []
    for rij in goed:
        eerder = gezien.get(rij.sleutel)
        if eerder and eerder.inhoud == rij.inhoud:
            rapport.ongewijzigd += 1
            rapport.meldingen.append(
                Melding(rij.rij, None, INFO, f"Deze rij is gelijk aan rij {eerder.rij}.")
            )
            continue
        gezien.setdefault(rij.sleutel, rij)
        keren[rij.sleutel] += 1
        sleutel = rij.sleutel if keren[rij.sleutel] == 1 else f"{rij.sleutel}#{keren[rij.sleutel]}"
        if eerder:
            rapport.meldingen.append(Melding(rij.rij, None, WAARSCHUWING, f"Rij {eerder.rij} heeft hetzelfde nummer of "
                                             "dezelfde naam. Beide rijen zijn een eigen verwerking."))  # fmt: skip
        al = bekend.get(sleutel)
        if al and al.koppen_sha256 != bron.koppen_sha256 and plat(al.naam) != plat(rij.inhoud.naam):
            rapport.meldingen.append(Melding(rij.rij, None, WAARSCHUWING, f"Nummer {rij.bron_nummer} hoort hier al bij "
                                             f"‘{al.naam}’ uit een andere bron. Deze rij is een nieuwe verwerking."))  # fmt: skip
            sleutel = f"{sleutel}@{bron.koppen_sha256[:12]}"
            al = bekend.get(sleutel)
        zelfde = None if al or keren[rij.sleutel] > 1 else _zelfde(rij, hier)
        regels.append(_Regel(rij, sleutel, al, al.verwerking_id if al else zelfde))
    return regels


def _zonder_bron(gemeente: Gemeente, goed: Sequence[Omgezet]) -> dict[str, tuple[int, str]]:
    """Verwerkingen of this municipality that a row may mean: by uuid, by own number, by the number they came with."""
    gevraagd = {sleutel for rij in goed for sleutel in (rij.uuid, rij.bron_nummer) if sleutel}
    alle = Verwerking.objects.filter(dossier__gemeente=gemeente)
    gevonden: dict[str, tuple[int, str]] = {}
    for pk, titel, *sleutels in alle.values_list(
        "pk", "dossier__titel", "dossier__nummer", "bron_nummer", "dossier__uuid"
    ):
        gevonden |= {str(sleutel): (pk, titel) for sleutel in sleutels if str(sleutel) in gevraagd}
    return gevonden


def _zelfde(rij: Omgezet, hier: dict[str, tuple[int, str]]) -> int | None:
    """The verwerking that a row is, without a trace of an import: the same uuid, or the same number and name."""
    if op_uuid := hier.get(rij.uuid):
        return op_uuid[0]
    op_nummer = hier.get(rij.bron_nummer)
    return op_nummer[0] if op_nummer and plat(op_nummer[1]) == plat(rij.inhoud.naam) else None


def _maak(
    nieuw: Sequence[_Regel], bron: Bron, gemeente: Gemeente, door: Lid, nu: datetime, stap: Voortgang
) -> None:
    eenheden = {eenheid.naam: eenheid for eenheid in Eenheid.objects.filter(gemeente=gemeente)}
    # A reference to a main verwerking can point anywhere in an own export: that one goes in at once.
    batch = len(nieuw) if bron.soort == "leidraad" else _BATCH
    for van in range(0, len(nieuw), max(batch, 1)):
        deel = nieuw[van : van + batch]
        gemaakt = maak_alle_aan(
            gemeente=gemeente,
            nieuwe=[
                Nieuw(r.omgezet.inhoud, eenheden.get(r.omgezet.eenheid), r.omgezet.bron_nummer) for r in deel
            ],
            door=door,
            nu=nu,
        )
        Importbron.objects.bulk_create(
            [
                Importbron(
                    gemeente=gemeente, verwerking=verwerking, sleutel=r.sleutel, naam=r.omgezet.inhoud.naam,
                    koppen_sha256=bron.koppen_sha256, inhoud_sha256=vingerafdruk(r.omgezet.inhoud),
                )
                for verwerking, r in zip(gemaakt, deel, strict=True)
            ],
            batch_size=_BATCH,
        )  # fmt: skip
        stap(bron.aantal // 2 + (van + len(deel)) // 2, bron.aantal)


def _werk_bij(
    regels: Sequence[_Regel], bron: Bron, rapport: Rapport, door: Lid, nu: datetime, *, proef: bool
) -> None:
    """Update what changed in the source, but never over the work of people."""
    anders = [r for r in regels if not r.bekend or r.bekend.inhoud_sha256 != vingerafdruk(r.omgezet.inhoud)]
    rapport.ongewijzigd += len(regels) - len(anders)
    for van in range(0, len(anders), _BATCH):
        deel = anders[van : van + _BATCH]
        hier = Verwerking.objects.select_related(
            "dossier__gemeente", "dossier__eenheid", "bestuursorgaan", "hoofdverwerking__dossier"
        ).in_bulk([r.verwerking_id for r in deel])
        inhouden = opslag.lees_alle(list(hier.values()))
        for regel in deel:
            verwerking = hier[regel.verwerking_id]
            gelukt = _een_bij(
                regel, verwerking, inhouden[verwerking.pk], bron, rapport, door, nu, proef=proef
            )
            rapport.bijgewerkt += gelukt
            rapport.ongewijzigd += not gelukt


def _een_bij(
    regel: _Regel, verwerking: Verwerking, huidig: Inhoud, bron: Bron, rapport: Rapport, door: Lid, nu: datetime,
    *, proef: bool,
) -> bool:  # fmt: skip
    rij, bekend = regel.omgezet, regel.bekend
    nieuw = replace(rij.inhoud, hoofdverwerking=huidig.hoofdverwerking)
    if vingerafdruk(huidig) == vingerafdruk(nieuw):
        return False
    if not bekend or bekend.inhoud_sha256 != vingerafdruk(huidig):
        wat = ", ".join(dict.fromkeys(verschil.pad for verschil in vergelijk(huidig, nieuw)))
        rapport.meldingen.append(
            Melding(
                rij.rij,
                None,
                WAARSCHUWING,
                f"{verwerking.dossier.nummer} is hier aangepast. De bron zegt nu iets "
                f"anders over: {wat}. Er is niets overschreven.",
            )  # fmt: skip
        )
        return False
    if proef:
        return True
    try:
        vervang_inhoud(verwerking=verwerking, inhoud=nieuw, handeling="bijgewerkt_uit_bron", door=door, nu=nu)
    except Geweigerd as fout:
        rapport.meldingen.append(Melding(rij.rij, None, WAARSCHUWING, " ".join(fout.redenen)))
        return False
    _plaats(verwerking, rij.eenheid, door, nu)
    bekend.inhoud_sha256, bekend.naam, bekend.koppen_sha256 = (
        vingerafdruk(nieuw),
        nieuw.naam,
        bron.koppen_sha256,
    )
    bekend.save(update_fields=["inhoud_sha256", "naam", "koppen_sha256"])
    return True


def _plaats(verwerking: Verwerking, eenheid: str, door: Lid, nu: datetime) -> None:
    """Give a verwerking without a unit the unit of the source."""
    dossier = verwerking.dossier
    if eenheid and dossier.eenheid is None:
        wijzig_plaatsing(
            verwerking=verwerking, eenheid=Eenheid.objects.get(gemeente=dossier.gemeente, naam=eenheid),
            behandelaar=dossier.behandelaar, vertrouwelijkheid=dossier.vertrouwelijkheid, door=door, nu=nu,
        )  # fmt: skip


def vingerafdruk(inhoud: Inhoud) -> str:
    """SHA-256 over what a source can say: not over what the municipality shares or numbers itself.

    Only filled fields count, so a field that is added to the register later changes no fingerprint.
    """
    kaal = replace(
        zonder_losse_verwijzingen(inhoud),
        hoofdverwerking="",
        systemen=tuple(replace(s, leverancier="") for s in inhoud.systemen),
    )
    return hashlib.sha256(repr(_gevuld(kaal)).encode()).hexdigest()


def _gevuld(waarde: Any) -> Any:
    if isinstance(waarde, tuple):
        return [_gevuld(deel) for deel in waarde]
    if is_dataclass(waarde):
        return [(naam, _gevuld(deel)) for naam, deel in vars(waarde).items() if deel not in ("", None, ())]
    return waarde.isoformat() if isinstance(waarde, date) else waarde
