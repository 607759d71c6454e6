"""Which verwerkingen a person asks for: one selection from the address, for list and export alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import QueryDict

from leidraad.dossiers.models import Dossier, Zoektekst
from leidraad.dossiers.zoeken import zoek
from leidraad.organisaties.rechten import Lid, Recht, Rol
from leidraad.registers.verwerkingen.begrippen import Openbaarheid, Status
from leidraad.registers.verwerkingen.models import Doel
from leidraad.registers.verwerkingen.regels.gevoeligheid import KLASSEN
from leidraad.registers.verwerkingen.register import VERWERKINGEN

# What the list can be sorted by: the name in the address and the columns behind it.
SORTERINGEN: dict[str, tuple[str, ...]] = {
    "gewijzigd": ("gewijzigd_op", "pk"),
    "naam": ("titel", "pk"),
    "nummer": ("gemeente_id", "nummer"),
    "herzien": ("herzien_voor", "pk"),
    "status": ("verwerking__status", "pk"),
    "volledig": ("verwerking__volledigheid", "pk"),
}
STANDAARD = "-gewijzigd"
MIJN = ("eenheden", "behandelaar", "alles")
HERZIENING = ("verlopen", "binnenkort")
BINNENKORT_DAGEN = 60


@dataclass(frozen=True)
class Selectie:
    """The chosen filters, each empty when not chosen, and the order. Values that do not exist are dropped."""

    lid: Lid
    q: str = ""
    gemeente: str = ""
    eenheid: str = ""
    status: str = ""
    gevoeligheid: str = ""
    openbaarheid: str = ""
    mijn: str = ""
    herziening: str = ""
    wet: str = ""
    grondslag: str = ""
    sorteer: str = STANDAARD
    vandaag: date = field(default=date.min)

    @classmethod
    def uit(cls, query: QueryDict, lid: Lid) -> Selectie:
        """Read the selection from the address. A manager who chose nothing begins with her own units."""
        waarden = {naam: _schoon(query.get(naam, "")) for naam in FILTERS}
        if waarden["mijn"] not in MIJN:
            waarden["mijn"] = "eenheden" if not any(waarden.values()) and eigen_eenheden(lid) else ""
        for naam, toegestaan in _TOEGESTAAN.items():
            if waarden[naam] not in toegestaan:
                waarden[naam] = ""
        sorteer = query.get("sorteer", "")
        if sorteer.removeprefix("-") not in SORTERINGEN:
            sorteer = STANDAARD
        return cls(lid=lid, sorteer=sorteer, vandaag=lid.op, **waarden)

    @property
    def gekozen(self) -> dict[str, str]:
        """The filters that are on."""
        return {naam: waarde for naam in FILTERS if (waarde := getattr(self, naam)) and waarde != "alles"}

    def dossiers(self, recht: Recht = Recht.LEZEN) -> QuerySet[Dossier]:
        """The dossiers of this selection on which the person holds `recht`, in order."""
        dossiers = Dossier.objects.waarop(self.lid, recht).filter(soort=VERWERKINGEN.code)
        for voorwaarde in self._voorwaarden():
            dossiers = dossiers.filter(voorwaarde)
        gevonden: QuerySet[Dossier] = zoek(dossiers, self.q, Zoektekst.Bereik.WERK)
        return gevonden.order_by(*_volgorde(self.sorteer))

    def _voorwaarden(self) -> Iterator[Q | Exists]:
        if self.gemeente:
            yield Q(gemeente__slug=self.gemeente)
        # Eighteen digits fit in every database; a longer number is no unit.
        if self.eenheid.isdecimal() and len(self.eenheid) <= 18:
            yield Q(eenheid_id=int(self.eenheid))
        for veld in ("status", "gevoeligheid", "openbaarheid"):
            if waarde := getattr(self, veld):
                yield Q(**{f"verwerking__{veld}": "" if waarde == "geen" else waarde})
        if self.mijn == "eenheden":
            yield Q(eenheid__in=sorted(eigen_eenheden(self.lid)))
        elif self.mijn == "behandelaar":
            yield Q(behandelaar=self.lid.persoon_id)
        if self.herziening:
            yield herziening_q(self.herziening, self.vandaag)
        if self.wet:
            yield Exists(Doel.objects.filter(verwerking=OuterRef("pk"), wet__icontains=self.wet))
        if self.grondslag:
            yield Exists(Doel.objects.filter(verwerking=OuterRef("pk"), grondslag=self.grondslag))


FILTERS = tuple(f.name for f in fields(Selectie) if f.name not in ("lid", "sorteer", "vandaag"))
_TOEGESTAAN: dict[str, tuple[str, ...]] = {
    "status": tuple(Status),
    "gevoeligheid": KLASSEN,
    "openbaarheid": (*Openbaarheid, "geen"),
    "herziening": HERZIENING,
}


def herziening_q(welke: str, vandaag: date) -> Q:
    """Established verwerkingen whose review is overdue ("verlopen") or comes up soon ("binnenkort")."""
    if welke == "verlopen":
        return Q(herzien_voor__lt=vandaag)
    return Q(herzien_voor__gte=vandaag, herzien_voor__lte=vandaag + timedelta(days=BINNENKORT_DAGEN))


def eigen_eenheden(lid: Lid) -> frozenset[int]:
    """The units that this person leads or works for: where she may change something, but not everywhere."""
    eigen = (b.eenheden for b in lid.bevoegdheden if b.rol in (Rol.MANAGER, Rol.COORDINATOR, Rol.UITVOERDER))
    return frozenset().union(*(eenheden for eenheden in eigen if eenheden))


def _schoon(tekst: str) -> str:
    return " ".join(tekst.replace("\x00", "").split())[:200]


def _volgorde(sorteer: str) -> list[Any]:
    """The columns to order by; what has no date always comes last."""
    omlaag = sorteer.startswith("-")
    kolommen = SORTERINGEN[sorteer.removeprefix("-")]
    if kolommen[0] == "herzien_voor":
        eerste = F("herzien_voor").desc(nulls_last=True) if omlaag else F("herzien_voor").asc(nulls_last=True)
        return [eerste, "-pk" if omlaag else "pk"]
    return [f"-{kolom}" if omlaag else kolom for kolom in kolommen]
