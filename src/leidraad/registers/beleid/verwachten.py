"""Keep the rows of the expected documents in step with the list; what each gemeente has of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from leidraad.organisaties.models import Gemeente
from leidraad.registers.beleid.models import Beleidsversie, Verwacht
from leidraad.registers.beleid.regels.verwachten import verwachte_stukken


def houd_verwacht_bij(nu: datetime) -> int:
    """Recurring job: every gemeente has a row for every code of today's list. Returns how many were added."""
    return vul_aan(Gemeente.objects.all(), timezone.localdate(nu))


def vul_aan(gemeenten: Iterable[Gemeente], op: date) -> int:
    """Add the rows that these gemeenten miss; rows whose code left the list stay and no longer count."""
    codes = set(verwachte_stukken(op))
    bekend = set(Verwacht.objects.filter(gemeente__in=gemeenten).values_list("gemeente", "code"))
    nieuw = [
        Verwacht(gemeente=gemeente, code=code)
        for gemeente in gemeenten
        for code in codes
        if (gemeente.pk, code) not in bekend
    ]
    Verwacht.objects.bulk_create(nieuw, batch_size=500, ignore_conflicts=True)
    return len(nieuw)


def bij_nieuwe_gemeente(sender: type[Gemeente], instance: Gemeente, created: bool, **kwargs: Any) -> None:
    """A gemeente that was just taken into service is expected to have these documents from the first day."""
    if created:
        vul_aan([instance], timezone.localdate())


@dataclass(frozen=True)
class Verwachting:
    """One expected document of a gemeente: the row, its item of the list, and the versions in force."""

    verwacht: Verwacht
    item: Any
    geldend: tuple[Beleidsversie, ...]

    @property
    def ontbreekt(self) -> bool:
        """Whether the gemeente should have it and has no version in force."""
        return not self.geldend and not self.verwacht.niet_nodig


def verwachtingen(gemeente: Gemeente, op: date) -> list[Verwachting]:
    """Every expected document of a gemeente in the order of the list, with what is in force: two queries."""
    items = verwachte_stukken(op)
    geldend: dict[str, list[Beleidsversie]] = {code: [] for code in items}
    versies = Beleidsversie.objects.geldig_op(op).filter(
        stuk__gemeente=gemeente, stuk__verwacht__in=list(items)
    )
    for versie in versies.select_related("stuk__dossier__gemeente", "orgaan"):
        geldend[versie.stuk.verwacht].append(versie)
    rijen = {rij.code: rij for rij in Verwacht.objects.filter(gemeente=gemeente, code__in=list(items))}
    return [
        Verwachting(rijen[code], item, tuple(geldend[code])) for code, item in items.items() if code in rijen
    ]
