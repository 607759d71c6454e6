"""Which breaches a person asks for: one selection from the address, for list and export alike."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.expressions import Combinable

from leidraad.dossiers.lijsten.selectie import Lijstselectie, eenheid_q, periode_q
from leidraad.dossiers.models import Termijn
from leidraad.organisaties.rechten import Lid
from leidraad.registers.datalekken.begrippen import Oorzaak, Regime, Risico, SoortIncident, Status
from leidraad.registers.datalekken.register import DATALEKKEN
from leidraad.registers.datalekken.taaksoorten import KLOK

OPEN = "open"
_VELD = {"soort": "soort_incident"}


@dataclass(frozen=True)
class Selectie(Lijstselectie):
    """The chosen filters and the order: the most urgent clock comes first."""

    REGISTER = DATALEKKEN
    SORTERINGEN = {
        "klok": "klok",
        "gemeld": "datalek__gemeld_op",
        "nummer": "nummer",
        "naam": "titel",
        "status": "datalek__status",
    }
    STANDAARD = "klok"
    DAARNA = ("-datalek__gemeld_op", "-pk")
    DAGEN = ("van", "tot")

    eenheid: str = ""
    status: str = ""
    risico: str = ""
    soort: str = ""
    oorzaak: str = ""
    regime: str = ""
    te_laat: str = ""
    van: str = ""
    tot: str = ""

    @classmethod
    def toegestaan(cls, lid: Lid) -> Mapping[str, Collection[str]]:
        """The words of the register; a status can also be all that is open, a risk not decided yet."""
        return {
            "status": (OPEN, *Status),
            "risico": (*Risico, "geen"),
            "soort": tuple(SoortIncident),
            "oorzaak": tuple(Oorzaak),
            "regime": tuple(Regime),
            "te_laat": ("ja",),
        }

    def kolommen(self) -> dict[str, Combinable]:
        """`klok` is the strict end of the 72 hours while they run."""
        lopend = Termijn.objects.lopend().filter(dossier=OuterRef("pk"), soort=KLOK.code)
        return {"klok": Subquery(lopend.values("streng")[:1])}

    def voorwaarden(self) -> Iterator[Q | Exists]:
        """What the filters ask of a breach."""
        yield eenheid_q(self.eenheid)
        if self.status == OPEN:
            yield Q(datalek__status__in=[Status.GEMELD, Status.IN_BEHANDELING])
        elif self.status:
            yield Q(datalek__status=self.status)
        for naam in ("risico", "soort", "oorzaak", "regime"):
            if waarde := getattr(self, naam):
                yield Q(**{f"datalek__{_VELD.get(naam, naam)}": "" if waarde == "geen" else waarde})
        if self.te_laat:
            yield te_laat_q(self.nu)
        yield periode_q("datalek__gemeld_op", self.van, self.tot)


def te_laat_q(nu: datetime) -> Exists:
    """The 72 hours are over: not notified yet, or notified after the outer bound."""
    termijnen = Termijn.objects.filter(dossier=OuterRef("pk"), soort=KLOK.code, vervallen_op=None)
    return Exists(termijnen.filter(Q(gehaald_op=None, streng__lt=nu) | Q(gehaald_op__gt=F("buitengrens"))))
