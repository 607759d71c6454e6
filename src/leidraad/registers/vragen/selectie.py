"""Which questions a person asks for: one selection from the address, for list and export alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone

from leidraad.dossiers.models import Dossier
from leidraad.dossiers.werk import begin_van, jaar_voor
from leidraad.dossiers.zoeken import zoek
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.vragen.begrippen import WACHTEND, Status
from leidraad.registers.vragen.models import Vraag
from leidraad.registers.vragen.register import VRAGEN
from leidraad.registers.vragen.toetsen import TOETSEN

# What the list can be sorted by: the name in the address and the column behind it.
SORTERINGEN = {
    "wacht": "vraag__wacht_tot",
    "gevraagd": "vraag__gevraagd_op",
    "nummer": "nummer",
    "onderwerp": "titel",
    "status": "vraag__status",
}
STANDAARD = "wacht"
WACHT = "wacht"
_TOEGESTAAN: dict[str, tuple[str, ...]] = {"status": (WACHT, *Status), "te_laat": ("ja",)}


@dataclass(frozen=True)
class Selectie:
    """The chosen filters, each empty when not chosen, and the order. Values that do not exist are dropped."""

    lid: Lid
    nu: datetime
    q: str = ""
    gemeente: str = ""
    status: str = ""
    te_laat: str = ""
    van: str = ""
    tot: str = ""
    sorteer: str = STANDAARD

    @classmethod
    def uit(cls, query: QueryDict, lid: Lid, nu: datetime | None = None) -> Selectie:
        """Read the selection from the address."""
        waarden = {naam: " ".join(query.get(naam, "").replace("\x00", "").split())[:200] for naam in FILTERS}
        for naam, toegestaan in _TOEGESTAAN.items():
            if waarden[naam] not in toegestaan:
                waarden[naam] = ""
        for naam in ("van", "tot"):
            waarden[naam] = waarden[naam] if _dag(waarden[naam]) else ""
        sorteer = query.get("sorteer", "")
        if sorteer.removeprefix("-") not in SORTERINGEN:
            sorteer = STANDAARD
        return cls(lid, nu or timezone.now(), **waarden, sorteer=sorteer)

    @property
    def gekozen(self) -> dict[str, str]:
        """The filters that are on."""
        return {naam: waarde for naam in FILTERS if (waarde := getattr(self, naam))}

    def dossiers(self, recht: Recht = Recht.LEZEN) -> QuerySet[Dossier]:
        """The dossiers of this selection on which the person holds `recht`, in order: who waits first."""
        dossiers = self._van_gemeente(recht)
        for voorwaarde in self._voorwaarden():
            dossiers = dossiers.filter(voorwaarde)
        gevonden: QuerySet[Dossier] = zoek(dossiers, self.q)
        omlaag, kolom = self.sorteer.startswith("-"), F(SORTERINGEN[self.sorteer.removeprefix("-")])
        volgorde = kolom.desc(nulls_last=True) if omlaag else kolom.asc(nulls_last=True)
        return gevonden.order_by(volgorde, "-vraag__gevraagd_op", "-pk")

    def doorlooptijden(self) -> list[timedelta]:
        """How long the first answers of the last twelve months took, in the chosen gemeente: one query."""
        beantwoord = self._van_gemeente(Recht.LEZEN).filter(vraag__beantwoord_op__gte=jaar_voor(self.nu))
        momenten = beantwoord.values_list("vraag__gevraagd_op", "vraag__beantwoord_op")
        return [na - voor for voor, na in momenten if na]

    def _van_gemeente(self, recht: Recht) -> QuerySet[Dossier]:
        dossiers = Dossier.objects.waarop(self.lid, recht).filter(soort=VRAGEN.code)
        return dossiers.filter(gemeente__slug=self.gemeente) if self.gemeente else dossiers

    def _voorwaarden(self) -> Iterator[Q]:
        if self.status == WACHT:
            yield Q(vraag__status__in=WACHTEND)
        elif self.status:
            yield Q(vraag__status=self.status)
        if self.te_laat:
            # What the norm calls late, so that list and figure never differ.
            [toets] = TOETSEN
            yield Q(Exists(Vraag.objects.filter(toets.tekort_op(self.nu), pk=OuterRef("pk"))))
        if van := _dag(self.van):
            yield Q(vraag__gevraagd_op__gte=begin_van(van))
        if tot := _dag(self.tot):
            yield Q(vraag__gevraagd_op__lt=begin_van(tot + timedelta(days=1)))


FILTERS = tuple(f.name for f in fields(Selectie) if f.name not in ("lid", "nu", "sorteer"))


def _dag(tekst: str) -> date | None:
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        return None
    return dag if 1900 <= dag.year <= 2200 else None
