"""The only place that changes who works where. Each one: right, rule, save, `Wijziging`.

A right that is missing raises PermissionDenied; a rule that is broken raises ValidationError with a Dutch
text at the field. Both leave everything as it was.
"""

from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from leidraad.organisaties.benoemen import fg_botsing, herken_functie, overlapt, vraagt_eenheid
from leidraad.organisaties.models import (
    Bestuursorgaan,
    Eenheid,
    Functievervulling,
    Gemeente,
    Overdracht,
    Persoon,
    Wijziging,
)
from leidraad.organisaties.rechten import Lid, Recht, mag_in

# Every gemeente has these by law (Gemeentewet artikel 6 and 231).
_BESTUURSORGANEN = (
    "Burgemeester",
    "College van burgemeester en wethouders",
    "Gemeenteraad",
    "Heffingsambtenaar",
)
OPDRACHTREGEL = "opdrachtregel"


@transaction.atomic
def maak_gemeente(*, naam: str, slug: str, cbs_code: str, nu: datetime) -> Gemeente:
    """Take a gemeente into service, with the administrative bodies that every gemeente has."""
    gemeente = Gemeente.objects.create(naam=naam, slug=slug, cbs_code=cbs_code.upper())
    Bestuursorgaan.objects.bulk_create(
        [Bestuursorgaan(gemeente=gemeente, naam=orgaan) for orgaan in _BESTUURSORGANEN]
    )
    schrijf(gemeente.pk, OPDRACHTREGEL, "maak_gemeente", nu, naam=naam)
    return gemeente


@transaction.atomic
def voeg_persoon_toe(
    *,
    gemeente: Gemeente,
    naam: str,
    email: str,
    functie: str,
    eenheid: Eenheid | None = None,
    van: date | None = None,
    tot: date | None = None,
    bewijs: str = "",
    door: Lid,
    nu: datetime,
) -> Functievervulling:
    """Give somebody a first function in this gemeente. An e-mail address belongs to one person.

    A new person has no usable password: she sets it herself through `eenmalige_link`.
    """
    vereis(door, Recht.BEHEREN, gemeente.pk)
    persoon = Persoon.objects.vindbaar(email)
    if persoon is None:
        persoon = Persoon(naam=naam.strip(), email=email.strip().lower())
        persoon.set_unusable_password()
        persoon.full_clean()
        persoon.save()
    return benoem(
        persoon=persoon, gemeente=gemeente, functie=functie, eenheid=eenheid,
        van=van, tot=tot, bewijs=bewijs, door=door, nu=nu,
    )  # fmt: skip


@transaction.atomic
def benoem(
    *,
    persoon: Persoon,
    gemeente: Gemeente,
    functie: str,
    eenheid: Eenheid | None = None,
    van: date | None = None,
    tot: date | None = None,
    bewijs: str = "",
    door: Lid,
    nu: datetime,
) -> Functievervulling:
    """Appoint a person to a function. The FG stays independent (norm 4.5.1)."""
    vereis(door, Recht.BEHEREN, gemeente.pk)
    if herken_functie(functie, dag(nu)) != functie:
        raise ValidationError({"functie": f"De functie ‘{functie}’ bestaat niet."})
    vervulling = Functievervulling(
        persoon=persoon, gemeente=gemeente, functie=functie, eenheid=eenheid, van=van, tot=tot, bewijs=bewijs
    )
    # The lock makes two appointments of one person wait for each other, so that the checks hold.
    Persoon.objects.select_for_update().get(pk=persoon.pk)
    _controleer_benoeming(vervulling)
    vervulling.full_clean()
    vervulling.save()
    schrijf(gemeente.pk, _wie(door, gemeente), "benoem", nu, **_van_functie(vervulling))
    return vervulling


@transaction.atomic
def beeindig_functie(
    *, functievervulling: Functievervulling, tot: date, door: Lid, nu: datetime
) -> Functievervulling:
    """End a function: `tot` is its last day. Nothing is deleted, so an old dossier still shows who it was."""
    gemeente = functievervulling.gemeente
    vereis(door, Recht.BEHEREN, gemeente.pk)
    controleer_periode(functievervulling.van, tot)
    functievervulling.tot = tot
    functievervulling.save(update_fields=["tot"])
    schrijf(gemeente.pk, _wie(door, gemeente), "beeindig_functie", nu, **_van_functie(functievervulling))
    return functievervulling


@transaction.atomic
def draag_over(
    *,
    functie: Functievervulling,
    aan: Persoon,
    eenheid: Eenheid,
    taak: str,
    tot: date | None,
    door: Lid,
    nu: datetime,
) -> Overdracht:
    """Let somebody carry out a task of a manager. The manager stays responsible (norm 4.4.9)."""
    vandaag = dag(nu)
    vereis(door, Recht.OVERDRAGEN, eenheid.gemeente_id, eenheid.pk)
    if functie.persoon_id != door.persoon_id or functie.gemeente_id != eenheid.gemeente_id:
        raise PermissionDenied("U kunt alleen taken van uw eigen functie overdragen.")
    if aan.pk == door.persoon_id:
        raise ValidationError({"aan": "U voert deze taak zelf al uit. Kies iemand anders."})
    functies = set(
        Functievervulling.objects.geldig_op(vandaag)
        .filter(persoon=aan, gemeente=eenheid.gemeente_id)
        .values_list("functie", flat=True)
    )
    if not functies:
        raise ValidationError({"aan": f"{aan.naam} werkt op dit moment niet bij deze gemeente."})
    if "fg" in functies:
        reden = f"{aan.naam} is FG en houdt toezicht. De FG mag geen taken van een manager uitvoeren."
        raise ValidationError({"aan": reden})
    if tot is not None and tot < vandaag:
        raise ValidationError({"tot": "Kies vandaag of een latere datum."})
    overdracht = Overdracht(
        functie=functie, aan=aan, eenheid=eenheid, taak=taak.strip(), van=vandaag, tot=tot
    )
    overdracht.full_clean()
    overdracht.save()
    _schrijf_overdracht("draag_over", overdracht, door, nu)
    return overdracht


@transaction.atomic
def neem_terug(*, overdracht: Overdracht, door: Lid, nu: datetime) -> Overdracht:
    """Take a delegated task back, at once."""
    if overdracht.functie.persoon_id != door.persoon_id:
        raise PermissionDenied("Alleen wie de taak overdroeg, kan haar terugnemen.")
    overdracht.van, overdracht.tot = beeindigd(overdracht.van, dag(nu))
    overdracht.save(update_fields=["van", "tot"])
    _schrijf_overdracht("neem_terug", overdracht, door, nu)
    return overdracht


def vereis(door: Lid, recht: Recht, gemeente_id: int, eenheid_id: int | None = None) -> None:
    """Raise PermissionDenied when `door` lacks the right."""
    oordeel = mag_in(door, recht, gemeente_id, eenheid_id)
    if not oordeel:
        raise PermissionDenied(oordeel.reden)


def controleer_periode(van: date | None, tot: date | None) -> None:
    """Raise ValidationError at `tot` when a period ends before it begins."""
    if van and tot and tot < van:
        raise ValidationError({"tot": "De einddatum ligt voor de begindatum."})


def beeindigd(van: date | None, op: date) -> tuple[Any, date]:
    """A period that no longer counts on day `op`: its last day is the day before.

    What began on `op` or later never counted; it keeps one day in the past, because nothing is deleted.
    """
    einde = op - timedelta(days=1)
    return (min(van, einde) if van else None), einde


def dag(nu: datetime) -> date:
    """The Dutch day of a moment."""
    return timezone.localdate(nu)


def schrijf(gemeente_id: int, wie: str, handeling: str, nu: datetime, **details: object) -> None:
    """Add one row to what was changed in this gemeente."""
    Wijziging.objects.create(gemeente_id=gemeente_id, op=nu, wie=wie, handeling=handeling, details=details)


def _controleer_benoeming(nieuw: Functievervulling) -> None:
    """Raise ValidationError when the unit is missing, the function is held already, or the FG is not free."""
    naam = nieuw.gemeente.naam
    if nieuw.eenheid is None and vraagt_eenheid(nieuw.functie):
        raise ValidationError({"eenheid": "Kies de eenheid waarvoor deze functie geldt."})
    if nieuw.eenheid is not None and nieuw.eenheid.gemeente_id != nieuw.gemeente_id:
        raise ValidationError({"eenheid": f"Deze eenheid hoort niet bij {naam}."})
    controleer_periode(nieuw.van, nieuw.tot)
    periode = nieuw.van, nieuw.tot
    bestaand = Functievervulling.objects.filter(persoon=nieuw.persoon, gemeente=nieuw.gemeente)
    andere = [(f.functie, f.eenheid_id, (f.van, f.tot)) for f in bestaand]
    if reden := fg_botsing(nieuw.functie, periode, [(f, p) for f, _, p in andere], naam):
        raise ValidationError({"functie": reden})
    zelfde = [p for f, plek, p in andere if (f, plek) == (nieuw.functie, nieuw.eenheid_id)]
    if any(overlapt(p, periode) for p in zelfde):
        raise ValidationError({"functie": f"{nieuw.persoon.naam} heeft deze functie al in deze periode."})


def _wie(door: Lid, gemeente: Gemeente) -> str:
    return door.functie_in(gemeente.pk, Recht.BEHEREN)


def _van_functie(f: Functievervulling) -> dict[str, object]:
    return {
        "persoon": f.persoon_id,
        "functie": f.functie,
        "eenheid": f.eenheid.naam if f.eenheid else "",
        "van": f.van and f.van.isoformat(),
        "tot": f.tot and f.tot.isoformat(),
    }


def _schrijf_overdracht(handeling: str, overdracht: Overdracht, door: Lid, nu: datetime) -> None:
    eenheid = overdracht.eenheid
    wie = door.functie_in(eenheid.gemeente_id, Recht.OVERDRAGEN, eenheid.pk)
    tot = overdracht.tot and overdracht.tot.isoformat()
    schrijf(
        eenheid.gemeente_id, wie, handeling, nu,
        persoon=overdracht.aan_id, functie=overdracht.functie.functie, eenheid=eenheid.naam, tot=tot,
    )  # fmt: skip
