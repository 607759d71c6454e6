"""The people behind the functions: one per e-mail address."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from django.contrib.auth.hashers import make_password

from leidraad.organisaties.importeren.basis import Invoer, naamsleutel
from leidraad.organisaties.models import Functievervulling, Persoon
from leidraad.organisaties.rechten import Recht


class MetPersoon(Protocol):
    """A row with a person."""

    rij: int
    naam: str
    email: str


def bewaar_personen(regels: Iterable[MetPersoon], invoer: Invoer) -> dict[str, Persoon]:
    """The person of every e-mail address; new people get no usable password."""
    personen = {persoon.email.lower(): persoon for persoon in Persoon.objects.all()}
    eerste: dict[str, MetPersoon] = {}
    for regel in regels:
        eerder = eerste.setdefault(regel.email, regel)
        if naamsleutel(eerder.naam) != naamsleutel(regel.naam):
            melding = f"Dit e-mailadres hoort op rij {eerder.rij} bij ‘{eerder.naam}’. Die naam telt."
            invoer.rapport.waarschuw("functies", regel.rij, "naam", melding)
    nieuw = [
        Persoon(email=email, naam=regel.naam, password=make_password(None))
        for email, regel in eerste.items()
        if email not in personen
    ]
    anders = [p for email, p in personen.items() if email in eerste and eerste[email].naam != p.naam]
    anders = list(_te_wijzigen(anders, eerste, invoer))
    for persoon in anders:
        persoon.naam = eerste[persoon.email.lower()].naam
    Persoon.objects.bulk_create(nieuw, batch_size=1000)
    Persoon.objects.bulk_update(anders, ["naam"], batch_size=500)
    invoer.rapport.tel("personen", "aangemaakt", aantal=len(nieuw))
    invoer.rapport.tel("personen", "bijgewerkt", aantal=len(anders))
    return personen | {persoon.email: persoon for persoon in nieuw}


def _te_wijzigen(
    anders: Iterable[Persoon], regels: dict[str, MetPersoon], invoer: Invoer
) -> Iterator[Persoon]:
    """The people whose name this import may change: not of somebody who works for another's gemeente too."""
    elders: set[int] = set()
    if invoer.door:
        eigen = invoer.door.gemeenten(Recht.BEHEREN)
        elders = set(Functievervulling.objects.exclude(gemeente__in=eigen).values_list("persoon", flat=True))
    for persoon in anders:
        if persoon.pk in elders:
            melding = "De naam is niet gewijzigd: deze persoon werkt ook bij een gemeente die u niet beheert."
            invoer.rapport.waarschuw("functies", regels[persoon.email.lower()].rij, "naam", melding)
        else:
            yield persoon
