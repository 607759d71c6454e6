"""Which breaches a person asks for: one selection from the address, for list and export alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.http import QueryDict
from django.utils import timezone

from leidraad.dossiers.models import Dossier, Termijn
from leidraad.dossiers.werk import begin_van
from leidraad.dossiers.zoeken import zoek
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.datalekken.begrippen import Oorzaak, Regime, Risico, SoortIncident, Status
from leidraad.registers.datalekken.register import DATALEKKEN
from leidraad.registers.datalekken.taaksoorten import KLOK

# What the list can be sorted by: the name in the address and the column behind it.
SORTERINGEN = {
    "klok": "klok",
    "gemeld": "datalek__gemeld_op",
    "nummer": "nummer",
    "naam": "titel",
    "status": "datalek__status",
}
STANDAARD = "klok"
OPEN = "open"
_TOEGESTAAN: dict[str, tuple[str, ...]] = {
    "status": (OPEN, *Status),
    "risico": (*Risico, "geen"),
    "soort": tuple(SoortIncident),
    "oorzaak": tuple(Oorzaak),
    "regime": tuple(Regime),
    "te_laat": ("ja",),
}
_VELD = {"soort": "soort_incident"}


@dataclass(frozen=True)
class Selectie:
    """The chosen filters, each empty when not chosen, and the order. Values that do not exist are dropped."""

    lid: Lid
    nu: datetime
    q: str = ""
    gemeente: str = ""
    eenheid: str = ""
    status: str = ""
    risico: str = ""
    soort: str = ""
    oorzaak: str = ""
    regime: str = ""
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
        """The dossiers of this selection on which the person holds `recht`, in order.

        `klok` is the strict end of the 72 hours while they run.
        """
        lopend = Termijn.objects.lopend().filter(dossier=OuterRef("pk"), soort=KLOK.code)
        dossiers = Dossier.objects.waarop(self.lid, recht).filter(soort=DATALEKKEN.code)
        dossiers = dossiers.annotate(klok=Subquery(lopend.values("streng")[:1]))
        for voorwaarde in self._voorwaarden():
            dossiers = dossiers.filter(voorwaarde)
        gevonden: QuerySet[Dossier] = zoek(dossiers, self.q)
        omlaag, kolom = self.sorteer.startswith("-"), F(SORTERINGEN[self.sorteer.removeprefix("-")])
        volgorde = kolom.desc(nulls_last=True) if omlaag else kolom.asc(nulls_last=True)
        return gevonden.order_by(volgorde, "-datalek__gemeld_op", "-pk")

    def _voorwaarden(self) -> Iterator[Any]:
        if self.gemeente:
            yield Q(gemeente__slug=self.gemeente)
        # Eighteen digits fit in every database; a longer number is no unit.
        if self.eenheid.isdecimal() and len(self.eenheid) <= 18:
            yield Q(eenheid_id=int(self.eenheid))
        if self.status == OPEN:
            yield Q(datalek__status__in=[Status.GEMELD, Status.IN_BEHANDELING])
        elif self.status:
            yield Q(datalek__status=self.status)
        for naam in ("risico", "soort", "oorzaak", "regime"):
            if waarde := getattr(self, naam):
                yield Q(**{f"datalek__{_VELD.get(naam, naam)}": "" if waarde == "geen" else waarde})
        if self.te_laat:
            yield te_laat_q(self.nu)
        if van := _dag(self.van):
            yield Q(datalek__gemeld_op__gte=begin_van(van))
        if tot := _dag(self.tot):
            yield Q(datalek__gemeld_op__lt=begin_van(tot + timedelta(days=1)))


FILTERS = tuple(f.name for f in fields(Selectie) if f.name not in ("lid", "nu", "sorteer"))


def te_laat_q(nu: datetime) -> Exists:
    """The 72 hours are over: not notified yet, or notified after the outer bound."""
    termijnen = Termijn.objects.filter(dossier=OuterRef("pk"), soort=KLOK.code, vervallen_op=None)
    return Exists(termijnen.filter(Q(gehaald_op=None, streng__lt=nu) | Q(gehaald_op__gt=F("buitengrens"))))


def _dag(tekst: str) -> date | None:
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        return None
    return dag if 1900 <= dag.year <= 2200 else None
