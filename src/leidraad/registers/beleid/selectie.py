"""Which documents a person asks for: one selection from the address, for list and export alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.http import QueryDict

from leidraad.dossiers.models import Dossier
from leidraad.dossiers.zoeken import zoek
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.beleid.begrippen import Soort, Stand
from leidraad.registers.beleid.models import Beleidsversie, geldig_q
from leidraad.registers.beleid.register import BELEID
from leidraad.registers.beleid.weergave import eigenaren

# What the list can be sorted by: the name in the address and the column behind it.
SORTERINGEN = {
    "naam": "titel",
    "soort": "beleidsstuk__soort",
    "geldig": "geldig_vanaf",
    "beoordelen": "beoordelen_voor",
    "gemeente": "gemeente__naam",
}
STANDAARD = "naam"


@dataclass(frozen=True)
class Selectie:
    """The chosen filters, each empty when not chosen, and the order. Values that do not exist are dropped."""

    lid: Lid
    q: str = ""
    gemeente: str = ""
    soort: str = ""
    stand: str = ""
    eigenaar: str = ""
    voorbij: str = ""
    sorteer: str = STANDAARD

    @classmethod
    def uit(cls, query: QueryDict, lid: Lid) -> Selectie:
        """Read the selection from the address."""
        waarden = {naam: " ".join(query.get(naam, "").replace("\x00", "").split())[:200] for naam in FILTERS}
        toegestaan: dict[str, set[str]] = {
            "soort": {soort.value for soort in Soort},
            "stand": {stand.value for stand in Stand},
            "eigenaar": {code for code, _ in eigenaren(lid.op)},
            "voorbij": {"ja"},
        }
        for naam, mogelijk in toegestaan.items():
            if waarden[naam] not in mogelijk:
                waarden[naam] = ""
        sorteer = query.get("sorteer", "")
        if sorteer.removeprefix("-") not in SORTERINGEN:
            sorteer = STANDAARD
        return cls(lid, **waarden, sorteer=sorteer)

    @property
    def gekozen(self) -> dict[str, str]:
        """The filters that are on."""
        return {naam: waarde for naam in FILTERS if (waarde := getattr(self, naam))}

    def dossiers(self, recht: Recht = Recht.LEZEN) -> QuerySet[Dossier]:
        """The dossiers of this selection on which the person holds `recht`, in order."""
        dossiers = Dossier.objects.waarop(self.lid, recht).filter(soort=BELEID.code)
        for voorwaarde in self._voorwaarden():
            dossiers = dossiers.filter(voorwaarde)
        gevonden: QuerySet[Dossier] = zoek(dossiers, self.q)
        geldend = Beleidsversie.objects.geldig_op(self.lid.op).filter(stuk=OuterRef("pk"))
        gevonden = gevonden.annotate(
            geldig_vanaf=Subquery(geldend.values("geldig_vanaf")[:1]),
            beoordelen_voor=Subquery(geldend.values("beoordelen_voor")[:1]),
        )
        omlaag, kolom = self.sorteer.startswith("-"), F(SORTERINGEN[self.sorteer.removeprefix("-")])
        volgorde = kolom.desc(nulls_last=True) if omlaag else kolom.asc(nulls_last=True)
        return gevonden.order_by(volgorde, "titel", "gemeente__naam", "pk")

    def _voorwaarden(self) -> Iterator[Q]:
        if self.gemeente:
            yield Q(gemeente__slug=self.gemeente)
        if self.soort:
            yield Q(beleidsstuk__soort=self.soort)
        if self.eigenaar:
            yield Q(beleidsstuk__eigenaar=self.eigenaar)
        if self.stand:
            yield self._in_stand(Stand.van(self.stand))
        if self.voorbij:
            yield _heeft(geldig_q(self.lid.op), beoordelen_voor__lt=self.lid.op)

    def _in_stand(self, stand: Stand) -> Q:
        """Documents of which the page says the same (overzicht.Overzicht.stand); a concept counts always."""
        geldt = _heeft(geldig_q(self.lid.op))
        komt = _heeft(
            Q(ingetrokken_per=None) | Q(ingetrokken_per__gt=F("geldig_vanaf")), geldig_vanaf__gt=self.lid.op
        )
        concept = _heeft(besluitdatum=None)
        if stand is Stand.GELDT:
            return geldt
        if stand is Stand.KOMT:
            return komt
        return concept if stand is Stand.CONCEPT else ~geldt & ~komt & ~concept


def _heeft(*waar: Q, **velden: object) -> Q:
    """Documents with such a version."""
    return Q(Exists(Beleidsversie.objects.filter(*waar, **velden, stuk=OuterRef("pk"))))


FILTERS = tuple(f.name for f in fields(Selectie) if f.name not in ("lid", "sorteer"))
