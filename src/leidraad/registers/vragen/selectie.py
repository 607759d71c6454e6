"""Which questions a person asks for: one selection from the address, for list and export alike."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from leidraad.dossiers.lijsten.selectie import Lijstselectie, periode_q
from leidraad.dossiers.werk import jaar_voor
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.vragen.begrippen import WACHTEND, Status
from leidraad.registers.vragen.models import Vraag
from leidraad.registers.vragen.register import VRAGEN
from leidraad.registers.vragen.toetsen import TOETSEN

WACHT = "wacht"


@dataclass(frozen=True)
class Selectie(Lijstselectie):
    """The chosen filters and the order: who waits longest comes first."""

    REGISTER = VRAGEN
    SORTERINGEN = {
        "wacht": "vraag__wacht_tot",
        "gevraagd": "vraag__gevraagd_op",
        "nummer": "nummer",
        "onderwerp": "titel",
        "status": "vraag__status",
    }
    STANDAARD = "wacht"
    DAARNA = ("-vraag__gevraagd_op", "-pk")
    DAGEN = ("van", "tot")

    status: str = ""
    te_laat: str = ""
    van: str = ""
    tot: str = ""

    @classmethod
    def toegestaan(cls, lid: Lid) -> Mapping[str, Collection[str]]:
        """A status, or all that wait."""
        return {"status": (WACHT, *Status), "te_laat": ("ja",)}

    def doorlooptijden(self) -> list[timedelta]:
        """How long the first answers of the last twelve months took, in the chosen gemeente: one query."""
        beantwoord = self.van_gemeente(Recht.LEZEN).filter(vraag__beantwoord_op__gte=jaar_voor(self.nu))
        momenten = beantwoord.values_list("vraag__gevraagd_op", "vraag__beantwoord_op")
        return [na - voor for voor, na in momenten if na]

    def voorwaarden(self) -> Iterator[Q | Exists]:
        """What the filters ask of a question."""
        if self.status == WACHT:
            yield Q(vraag__status__in=WACHTEND)
        elif self.status:
            yield Q(vraag__status=self.status)
        if self.te_laat:
            # What the norm calls late, so that list and figure never differ.
            [toets] = TOETSEN
            yield Exists(Vraag.objects.filter(toets.tekort_op(self.nu), pk=OuterRef("pk")))
        yield periode_q("vraag__gevraagd_op", self.van, self.tot)
