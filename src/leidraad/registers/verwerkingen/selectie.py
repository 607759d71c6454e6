"""Which verwerkingen a person asks for: one selection from the address, for list and export alike."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Self

from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import OrderBy
from django.http import QueryDict

from leidraad.dossiers.lijsten.selectie import Lijstselectie, eenheid_q, leeg_laatst, schoon
from leidraad.organisaties.rechten import Lid, Rol
from leidraad.registers.verwerkingen.begrippen import Openbaarheid, Status
from leidraad.registers.verwerkingen.models import Doel
from leidraad.registers.verwerkingen.regels.gevoeligheid import KLASSEN
from leidraad.registers.verwerkingen.register import VERWERKINGEN

ALLES = "alles"
BINNENKORT_DAGEN = 60


@dataclass(frozen=True)
class Selectie(Lijstselectie):
    """The chosen filters and the order: what was changed last comes first."""

    REGISTER = VERWERKINGEN
    SORTERINGEN = {
        "gewijzigd": "gewijzigd_op",
        "naam": "titel",
        "nummer": "gemeente_id",
        "herzien": "herzien_voor",
        "status": "verwerking__status",
        "volledig": "verwerking__volledigheid",
    }
    STANDAARD = "-gewijzigd"

    eenheid: str = ""
    status: str = ""
    gevoeligheid: str = ""
    openbaarheid: str = ""
    mijn: str = ""
    herziening: str = ""
    wet: str = ""
    grondslag: str = ""

    @classmethod
    def uit(cls, query: QueryDict, lid: Lid, nu: datetime | None = None) -> Self:
        """Read the selection from the address. A manager who chose nothing begins with her own units."""
        selectie = super().uit(query, lid, nu)
        koos = any(schoon(query.get(naam, "")) for naam in cls.filters())
        return selectie if koos or not eigen_eenheden(lid) else replace(selectie, mijn="eenheden")

    @classmethod
    def toegestaan(cls, lid: Lid) -> Mapping[str, Collection[str]]:
        """The words of the register; whether it is public can also be not decided yet."""
        return {
            "status": tuple(Status),
            "gevoeligheid": KLASSEN,
            "openbaarheid": (*Openbaarheid, "geen"),
            "mijn": ("eenheden", "behandelaar", ALLES),
            "herziening": ("verlopen", "binnenkort"),
        }

    @property
    def gekozen(self) -> dict[str, str]:
        """The filters that are on."""
        return {naam: waarde for naam, waarde in super().gekozen.items() if waarde != ALLES}

    def voorwaarden(self) -> Iterator[Q | Exists]:
        """What the filters ask of a verwerking."""
        yield eenheid_q(self.eenheid)
        for veld in ("status", "gevoeligheid", "openbaarheid"):
            if waarde := getattr(self, veld):
                yield Q(**{f"verwerking__{veld}": "" if waarde == "geen" else waarde})
        if self.mijn == "eenheden":
            yield Q(eenheid__in=sorted(eigen_eenheden(self.lid)))
        elif self.mijn == "behandelaar":
            yield Q(behandelaar=self.lid.persoon_id)
        if self.herziening:
            yield herziening_q(self.herziening, self.lid.op)
        if self.wet:
            yield Exists(Doel.objects.filter(verwerking=OuterRef("pk"), wet__icontains=self.wet))
        if self.grondslag:
            yield Exists(Doel.objects.filter(verwerking=OuterRef("pk"), grondslag=self.grondslag))

    def volgorde(self) -> list[OrderBy | str]:
        """The columns to order by. Only a day of review can be missing; the others come from an index."""
        omlaag = "-" if self.omlaag else ""
        daarna = f"{omlaag}nummer" if self.kolom == "gemeente_id" else f"{omlaag}pk"
        if self.kolom == "herzien_voor":
            return [leeg_laatst(self.kolom, omlaag=self.omlaag), daarna]
        return [f"{omlaag}{self.kolom}", daarna]


def herziening_q(welke: str, vandaag: date) -> Q:
    """Established verwerkingen whose review is overdue ("verlopen") or comes up soon ("binnenkort")."""
    if welke == "verlopen":
        return Q(herzien_voor__lt=vandaag)
    return Q(herzien_voor__gte=vandaag, herzien_voor__lte=vandaag + timedelta(days=BINNENKORT_DAGEN))


def eigen_eenheden(lid: Lid) -> frozenset[int]:
    """The units that this person leads or works for: where she may change something, but not everywhere."""
    eigen = (b.eenheden for b in lid.bevoegdheden if b.rol in (Rol.MANAGER, Rol.COORDINATOR, Rol.UITVOERDER))
    return frozenset().union(*(eenheden for eenheden in eigen if eenheden))
