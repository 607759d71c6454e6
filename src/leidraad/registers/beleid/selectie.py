"""Which documents a person asks for: one selection from the address, for list and export alike."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.expressions import Combinable

from leidraad.dossiers.lijsten.selectie import Lijstselectie
from leidraad.organisaties.rechten import Lid
from leidraad.registers.beleid.begrippen import Soort, Stand
from leidraad.registers.beleid.models import Beleidsversie, geldig_q
from leidraad.registers.beleid.register import BELEID
from leidraad.registers.beleid.weergave import eigenaren


@dataclass(frozen=True)
class Selectie(Lijstselectie):
    """The chosen filters and the order: by name."""

    REGISTER = BELEID
    SORTERINGEN = {
        "naam": "titel",
        "soort": "beleidsstuk__soort",
        "geldig": "geldig_vanaf",
        "beoordelen": "beoordelen_voor",
        "gemeente": "gemeente__naam",
    }
    STANDAARD = "naam"
    DAARNA = ("titel", "gemeente__naam", "pk")

    soort: str = ""
    stand: str = ""
    eigenaar: str = ""
    voorbij: str = ""

    @classmethod
    def toegestaan(cls, lid: Lid) -> Mapping[str, Collection[str]]:
        """The words of the register, and the functions that can own a document today."""
        return {
            "soort": {soort.value for soort in Soort},
            "stand": {stand.value for stand in Stand},
            "eigenaar": {code for code, _ in eigenaren(lid.op)},
            "voorbij": {"ja"},
        }

    def kolommen(self) -> dict[str, Combinable]:
        """Since when the document is in force, and before when it has to be judged again."""
        geldend = Beleidsversie.objects.geldig_op(self.lid.op).filter(stuk=OuterRef("pk"))
        return {
            "geldig_vanaf": Subquery(geldend.values("geldig_vanaf")[:1]),
            "beoordelen_voor": Subquery(geldend.values("beoordelen_voor")[:1]),
        }

    def voorwaarden(self) -> Iterator[Q]:
        """What the filters ask of a document."""
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
