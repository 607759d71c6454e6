"""State that a gemeente complies with a norm, with evidence and until a day (the attests)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.handelingen import indexeer, rond_taak_af, vergrendel
from leidraad.dossiers.handelingen.aanhang import hang_bijlage_aan
from leidraad.dossiers.journaal.schrijven import schrijf
from leidraad.dossiers.models import Dossier, Zoektekst
from leidraad.naleving.handelingen.normdossier import open_normdossier, zoektekst
from leidraad.naleving.handelingen.taaksoorten import VERKLAREN
from leidraad.naleving.models import Normdossier, Verklaring
from leidraad.naleving.verklaringen import functies_in_woorden, nieuwe_geldig_tot
from leidraad.normen.norm import normen
from leidraad.normen.toets import Attest
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import JA, Lid, Oordeel, Recht

MEESTE_TOELICHTING = 5000
MEESTE_BEWIJS = 500
# The same statement of the same person within this time is one click too many.
_DUBBELKLIK = timedelta(minutes=1)


def mag_verklaren(lid: Lid, attest: Attest, gemeente_id: int) -> Oordeel:
    """Whether `lid` has in this gemeente the function that the norm names."""
    if functie_voor(lid, attest, gemeente_id):
        return JA
    return Oordeel(
        False, f"Alleen de {functies_in_woorden(attest, lid.op)} van deze gemeente kan dit verklaren."
    )


def functie_voor(lid: Lid, attest: Attest, gemeente_id: int) -> str:
    """The function in which `lid` may state this; empty when she has none of them here."""
    hier = (b.functie for b in lid.bevoegdheden if b.gemeente_id == gemeente_id)
    return next((functie for functie in hier if functie in attest.door), "")


@transaction.atomic
def verklaar(
    gemeente: Gemeente,
    attest: Attest,
    *,
    voldoet: bool,
    toelichting: str,
    bewijs: str,
    bestand: File[Any] | None = None,
    door: Lid,
    nu: datetime,
) -> Verklaring:
    """State that the gemeente complies with the norm, or that it does not yet; `bestand` is kept as evidence.

    It holds for as long as the dated list of targets says (`attest_geldig`). A double submit gives the first
    statement back. Raises GeenRecht for who does not have the function that the norm names, Geweigerd
    without reasons or evidence, or with what is wrong with the file.
    """
    eis(mag_verklaren(door, attest, gemeente.pk))
    woorden = _keur(toelichting, bewijs)
    normdossier = open_normdossier(gemeente, normen()[attest.norm], door=door, nu=nu)
    dossier = vergrendel(normdossier.pk)
    if zelfde := _zelfde(normdossier, voldoet, woorden, door, nu):
        return zelfde
    verklaring = Verklaring.objects.create(
        normdossier=normdossier,
        voldoet=voldoet,
        **woorden,
        bijlage=_bewijsstuk(dossier, bestand, door, nu),
        functie=functie_voor(door, attest, gemeente.pk),
        door_id=door.persoon_id,
        op=nu,
        geldig_tot=nieuwe_geldig_tot(timezone.localdate(nu)),
    )
    _leg_vast(dossier, verklaring, nu)
    rond_taak_af(dossier, VERKLAREN.code, door=door, nu=nu)
    return verklaring


def _keur(toelichting: str, bewijs: str) -> dict[str, str]:
    """The texts without white space around them. Raises Geweigerd with everything that is wrong."""
    toelichting, bewijs = toelichting.strip(), bewijs.strip()
    fouten = []
    if not toelichting:
        fouten.append("Leg uit waarop u dit baseert.")
    if len(toelichting) > MEESTE_TOELICHTING:
        fouten.append(f"De toelichting is te lang. Gebruik hooguit {MEESTE_TOELICHTING} tekens.")
    if not bewijs:
        fouten.append("Noem het bewijs: een besluit, een verslag of een document, met de datum.")
    if len(bewijs) > MEESTE_BEWIJS:
        fouten.append(f"De omschrijving van het bewijs is te lang. Gebruik hooguit {MEESTE_BEWIJS} tekens.")
    if fouten:
        raise Geweigerd(fouten)
    return {"toelichting": toelichting, "bewijs": bewijs}


def _zelfde(
    normdossier: Normdossier, voldoet: bool, woorden: dict[str, str], door: Lid, nu: datetime
) -> Verklaring | None:
    """The statement that this one would repeat: the last one, of the same person, a moment ago."""
    laatste = normdossier.verklaringen.first()
    if laatste is None or laatste.door_id != door.persoon_id or laatste.op <= nu - _DUBBELKLIK:
        return None
    zelfde = (laatste.voldoet, laatste.toelichting, laatste.bewijs) == (voldoet, *woorden.values())
    return laatste if zelfde else None


def _bewijsstuk(dossier: Dossier, bestand: File[Any] | None, door: Lid, nu: datetime) -> Any:
    """The file as attachment: whoever may state may add evidence, also without the right to edit."""
    if bestand is None:
        return None
    return hang_bijlage_aan(
        dossier, naam=bestand.name or "", bestand=bestand, omschrijving="Bewijs bij een verklaring",
        recht=Recht.NALEVING, door=door, nu=nu,
    )  # fmt: skip


def _leg_vast(dossier: Dossier, verklaring: Verklaring, nu: datetime) -> None:
    """One revision further and one line in the journaal, in the function in which it was stated."""
    dossier.revisie += 1
    dossier.gewijzigd_op = nu
    dossier.save(update_fields=["revisie", "gewijzigd_op"])
    norm = normen()[verklaring.normdossier.norm]
    details = {
        "norm": norm.nummer,
        "voldoet": verklaring.voldoet,
        "toelichting": verklaring.toelichting,
        "bewijs": verklaring.bewijs,
        "geldig_tot": verklaring.geldig_tot.isoformat(),
    }
    schrijf(
        dossier.uuid, "verklaard", functie=verklaring.functie, persoon_id=verklaring.door_id,
        details=details, nu=nu,
    )  # fmt: skip
    woorden = f"{verklaring.toelichting} {verklaring.bewijs}"
    indexeer(dossier.pk, Zoektekst.Bereik.WERK, f"{zoektekst(norm, dossier.nummer)} {woorden}")
