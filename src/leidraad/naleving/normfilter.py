"""Which norms somebody asks for, and in which order: read from the address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from leidraad.dossiers.lijsten.selectie import schoon
from leidraad.naleving.uitslag import Uitslag
from leidraad.naleving.volgorde import op_risico
from leidraad.normen.norm import HOOFDSTUKKEN, ROLLEN, Norm
from leidraad.normen.oordeel import Oordeel

BELEID, RISICO = "beleid", "risico"
VOLGORDEN = {BELEID: "Volgorde van het beleid", RISICO: "Grootste risico eerst"}
OORDELEN = {oordeel.value: oordeel.label for oordeel in Oordeel}


@dataclass(frozen=True)
class Normfilter:
    """The chosen filters. Values that cannot exist are dropped."""

    q: str = ""
    hoofdstuk: int | None = None
    oordeel: str = ""
    rol: str = ""
    volgorde: str = BELEID

    @classmethod
    def uit(cls, query: QueryDict, volgorde: str = BELEID) -> Normfilter:
        """Read the filters; `volgorde` is the order when the address does not say one."""
        gekozen = query.get("hoofdstuk", "")
        hoofdstuk = int(gekozen) if gekozen in {str(nummer) for nummer in HOOFDSTUKKEN} else None
        oordeel, rol = query.get("oordeel", ""), query.get("rol", "")
        gevraagd = query.get("volgorde", "")
        return cls(
            q=schoon(query.get("q", ""), 100),
            hoofdstuk=hoofdstuk,
            oordeel=oordeel if oordeel in OORDELEN else "",
            rol=rol if rol in ROLLEN else "",
            volgorde=gevraagd if gevraagd in VOLGORDEN else volgorde,
        )

    @property
    def gefilterd(self) -> bool:
        """Whether not all norms are asked for."""
        return bool(self.q or self.hoofdstuk or self.oordeel or self.rol)

    def kies(self, uitslagen: Iterable[Uitslag]) -> list[Uitslag]:
        """The verdicts on the norms that are asked for, in the order that is asked for."""
        gekozen = [
            uitslag
            for uitslag in uitslagen
            if (not self.oordeel or uitslag.oordeel.value == self.oordeel) and self._past(uitslag.norm)
        ]
        return op_risico(gekozen) if self.volgorde == RISICO else gekozen

    def _past(self, norm: Norm) -> bool:
        tekst = f"{norm.nummer} {norm.tekst} {norm.wet}".casefold()
        return (
            self.hoofdstuk in (None, norm.hoofdstuk)
            and self.rol in ("", norm.rol)
            and all(woord in tekst for woord in self.q.casefold().split())
        )
