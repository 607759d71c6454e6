"""The handelingen on the organisation tree: add, change and end a unit."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from leidraad.organisaties.handelingen import controleer_periode, schrijf, vereis
from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente
from leidraad.organisaties.rechten import Lid, Recht


@transaction.atomic
def voeg_eenheid_toe(
    *,
    gemeente: Gemeente,
    naam: str,
    soort: str,
    bovenliggend: Eenheid | None = None,
    van: date | None = None,
    tot: date | None = None,
    door: Lid,
    nu: datetime,
) -> Eenheid:
    """Add a unit to the tree of a gemeente."""
    eenheid = Eenheid(gemeente=gemeente)
    return _bewaar("voeg_eenheid_toe", eenheid, naam, soort, bovenliggend, van, tot, door, nu)


@transaction.atomic
def wijzig_eenheid(
    *,
    eenheid: Eenheid,
    naam: str,
    soort: str,
    bovenliggend: Eenheid | None,
    van: date | None,
    tot: date | None,
    door: Lid,
    nu: datetime,
) -> Eenheid:
    """Rename, move or re-date a unit. It never hangs under itself."""
    return _bewaar("wijzig_eenheid", eenheid, naam, soort, bovenliggend, van, tot, door, nu)


@transaction.atomic
def beeindig_eenheid(*, eenheid: Eenheid, tot: date, door: Lid, nu: datetime) -> Eenheid:
    """End a unit: `tot` is its last day. What hangs under it and who works for it must end or move first."""
    return _bewaar(
        "beeindig_eenheid", eenheid, eenheid.naam, eenheid.soort, eenheid.bovenliggend,
        eenheid.van, tot, door, nu,
    )  # fmt: skip


def _bewaar(
    handeling: str,
    eenheid: Eenheid,
    naam: str,
    soort: str,
    bovenliggend: Eenheid | None,
    van: date | None,
    tot: date | None,
    door: Lid,
    nu: datetime,
) -> Eenheid:
    gemeente = eenheid.gemeente
    vereis(door, Recht.BEHEREN, gemeente.pk)
    # Two moves at once could close a loop that neither of them sees; the lock makes them wait.
    Gemeente.objects.select_for_update().get(pk=gemeente.pk)
    naam = " ".join(naam.split())
    controleer_periode(van, tot)
    if Eenheid.objects.filter(gemeente=gemeente, naam__iexact=naam).exclude(pk=eenheid.pk).exists():
        raise ValidationError({"naam": f"{gemeente.naam} heeft al een eenheid met deze naam."})
    if bovenliggend is not None:
        _controleer_boven(eenheid, bovenliggend)
    if eenheid.pk and tot is not None:
        _controleer_einde(eenheid, tot)
    eenheid.naam, eenheid.soort, eenheid.bovenliggend = naam, soort, bovenliggend
    eenheid.van, eenheid.tot = van, tot
    eenheid.full_clean()
    eenheid.save()
    schrijf(
        gemeente.pk, door.functie_in(gemeente.pk, Recht.BEHEREN), handeling, nu,
        eenheid=naam, soort=soort, bovenliggend=bovenliggend.naam if bovenliggend else "",
        van=van and van.isoformat(), tot=tot and tot.isoformat(),
    )  # fmt: skip
    return eenheid


def _controleer_boven(eenheid: Eenheid, bovenliggend: Eenheid) -> None:
    if bovenliggend.gemeente_id != eenheid.gemeente_id:
        raise ValidationError({"bovenliggend": "Deze eenheid hoort bij een andere gemeente."})
    boven = dict(Eenheid.objects.filter(gemeente=eenheid.gemeente_id).values_list("pk", "bovenliggend"))
    gezien: set[int] = set()
    pk: int | None = bovenliggend.pk
    while pk is not None and pk not in gezien:
        if pk == eenheid.pk:
            reden = f"{bovenliggend.naam} hangt zelf onder {eenheid.naam}. Kies een andere eenheid."
            raise ValidationError({"bovenliggend": reden})
        gezien.add(pk)
        pk = boven.get(pk)


def _controleer_einde(eenheid: Eenheid, tot: date) -> None:
    later = Q(tot=None) | Q(tot__gt=tot)
    if onder := list(eenheid.onderliggende.filter(later).values_list("naam", flat=True)[:3]):
        reden = f"Onder {eenheid.naam} hangen dan nog eenheden: {', '.join(onder)}."
        raise ValidationError({"tot": f"{reden} Verplaats of beëindig die eerst."})
    if aantal := Functievervulling.objects.filter(later, eenheid=eenheid).count():
        reden = f"Bij {eenheid.naam} horen dan nog {aantal} functies. Beëindig die eerst."
        raise ValidationError({"tot": reden})
