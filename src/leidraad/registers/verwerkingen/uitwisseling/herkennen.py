"""Recognise the rows of an earlier import, and tell whether people edited what came of them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from typing import Any

from leidraad.organisaties.models import Gemeente
from leidraad.registers.verwerkingen.inhoud import Inhoud, te_bewaren
from leidraad.registers.verwerkingen.models import Importbron, Verwerking
from leidraad.registers.verwerkingen.uitwisseling.bouwer import Omgezet
from leidraad.registers.verwerkingen.uitwisseling.bron import INFO, Bron
from leidraad.registers.verwerkingen.uitwisseling.rapport import Rapport
from leidraad.registers.verwerkingen.uitwisseling.woorden import plat


@dataclass(frozen=True)
class Regel:
    """A row that can be taken over, with its key and what is already there under that key."""

    omgezet: Omgezet
    sleutel: str
    bekend: Importbron | None
    verwerking_id: int | None


def herken(goed: Sequence[Omgezet], bron: Bron, gemeente: Gemeente, rapport: Rapport) -> list[Regel]:
    """Give each row its key and find what is there.

    Equal rows count once; a different row with the same key becomes a verwerking of its own.
    """
    bekend = {b.sleutel: b for b in Importbron.objects.filter(gemeente=gemeente)}
    hier = _hier(gemeente, goed)
    gezien: dict[str, Omgezet] = {}
    keren: Counter[str] = Counter()
    regels = []
    for rij in goed:
        eerder = gezien.setdefault(rij.sleutel, rij)
        if eerder is not rij and eerder.inhoud == rij.inhoud:
            rapport.ongewijzigd += 1
            rapport.meld(rij.rij, f"Deze rij is gelijk aan rij {eerder.rij}.", INFO)
            continue
        keren[rij.sleutel] += 1
        sleutel = rij.sleutel
        if eerder is not rij:
            sleutel = f"{sleutel}#{keren[sleutel]}"
            rapport.meld(
                rij.rij,
                f"Rij {eerder.rij} heeft hetzelfde nummer of dezelfde naam. Beide zijn een eigen verwerking.",
            )
        al = bekend.get(sleutel)
        if al and al.koppen_sha256 != bron.koppen_sha256 and plat(al.naam) != plat(rij.inhoud.naam):
            rapport.meld(
                rij.rij,
                f"Nummer {rij.bron_nummer} hoort hier al bij ‘{al.naam}’ uit een andere bron. Deze rij is "
                "een nieuwe verwerking.",
            )
            sleutel = f"{sleutel}@{bron.koppen_sha256[:12]}"
            al = bekend.get(sleutel)
        zelfde = _zelfde(rij, hier) if al is None and eerder is rij else None
        regels.append(Regel(rij, sleutel, al, al.verwerking_id if al else zelfde))
    return regels


def _hier(gemeente: Gemeente, goed: Sequence[Omgezet]) -> dict[str, tuple[int, str]]:
    """Verwerkingen here that a row may mean: by uuid, own number or the number they came with."""
    gevraagd = {sleutel for rij in goed for sleutel in (rij.uuid, rij.bron_nummer) if sleutel}
    alle = Verwerking.objects.filter(dossier__gemeente=gemeente)
    gevonden: dict[str, tuple[int, str]] = {}
    for pk, titel, *sleutels in alle.values_list(
        "pk", "dossier__titel", "dossier__nummer", "bron_nummer", "dossier__uuid"
    ):
        gevonden |= {str(sleutel): (pk, titel) for sleutel in sleutels if str(sleutel) in gevraagd}
    return gevonden


def _zelfde(rij: Omgezet, hier: dict[str, tuple[int, str]]) -> int | None:
    """The verwerking that a row is without an earlier import: the same uuid, or the same number and name."""
    if op_uuid := hier.get(rij.uuid):
        return op_uuid[0]
    op_nummer = hier.get(rij.bron_nummer)
    return op_nummer[0] if op_nummer and plat(op_nummer[1]) == plat(rij.inhoud.naam) else None


def vingerafdruk(inhoud: Inhoud) -> str:
    """SHA-256 over what a source can say: not over what the municipality shares or numbers itself.

    Only filled fields count, so a field that is added to the register later changes no fingerprint.
    """
    kaal = replace(
        te_bewaren(inhoud),
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
