"""What the report holds, as a pure value: figures and verdicts, no names of employees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from leidraad.dossiers.begrip import Begrip
from leidraad.naleving.uitslag import Uitslag
from leidraad.normen.norm import HOOFDSTUKKEN
from leidraad.normen.oordeel import Oordeel


class Doelgroep(Begrip):
    """For whom the report is: who decides, or who checks."""

    COLLEGE = "college", "College van burgemeester en wethouders"
    RAAD = "raad", "Gemeenteraad"


@dataclass(frozen=True)
class Meting:
    """The state of the norms on one day; both figures are None when nobody measured that day."""

    dag: date
    gehaald: int | None
    beoordeeld: int | None

    @property
    def deel(self) -> float | None:
        """The share of the judged norms that was met; None when nothing was judged."""
        return self.gehaald / self.beoordeeld if self.gehaald is not None and self.beoordeeld else None


@dataclass(frozen=True, kw_only=True)
class Tekort:
    """A norm that is not met, where that is, and when it will be solved (None: nothing agreed).

    `afgesproken` is for how many of what falls short that day holds.
    """

    uitslag: Uitslag
    eenheden: tuple[tuple[str, int], ...] = ()
    klaar_op: date | None = None
    afgesproken: int = 0


@dataclass(frozen=True, kw_only=True)
class Kwartaal:
    """The breaches that were reported inside in one quarter (AVG art. 33, 34).

    `te_laat` counts within `te_melden`, what the AP had to hear; `ingelicht` within `hoog_risico`.
    """

    jaar: int
    nummer: int
    aantal: int
    te_melden: int
    gemeld: int
    te_laat: int
    hoog_risico: int
    ingelicht: int

    @property
    def naam(self) -> str:
        """The quarter in words: "juli tot en met september 2026"."""
        eerste, laatste = _KWARTALEN[self.nummer - 1]
        return f"{eerste} tot en met {laatste} {self.jaar}"

    @property
    def laatste_dag(self) -> date:
        """The last day of the quarter."""
        maand = 3 * self.nummer
        return date(self.jaar, maand, 31 if maand in (3, 12) else 30)

    @property
    def kort(self) -> str:
        """The quarter where room is scarce: "jul–sep 2026"."""
        return f"{_KORT[self.nummer - 1]} {self.jaar}"


_KWARTALEN = (("januari", "maart"), ("april", "juni"), ("juli", "september"), ("oktober", "december"))
_KORT = ("jan–mrt", "apr–jun", "jul–sep", "okt–dec")


@dataclass(frozen=True, kw_only=True)
class Registerstand:
    """The register of processing: established, of those public and past their review date (AVG art. 30)."""

    vastgesteld: int
    openbaar: int
    te_herzien: int
    in_voorbereiding: int


@dataclass(frozen=True, kw_only=True)
class Beleidstand:
    """The documents of the policy: in force, of those past their review date, and what is still expected."""

    geldend: int
    te_beoordelen: int
    ontbreekt: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rapport:
    """One gemeente on one day. `trend` has one measurement per month, the oldest first, `dag` the last.

    `tekorten` begins with what weighs heaviest. `functies` says what a role of the policy is called here.
    `register` and `beleid` are None when they cannot be known any more: they are not kept per day.
    """

    gemeente: str
    thema: str
    dag: date
    gemaakt_op: datetime
    doelgroep: Doelgroep
    uitslagen: tuple[Uitslag, ...]
    functies: Mapping[str, str]
    trend: tuple[Meting, ...] = ()
    tekorten: tuple[Tekort, ...] = ()
    datalekken: tuple[Kwartaal, ...] = ()
    register: Registerstand | None = None
    beleid: Beleidstand | None = None

    def met(self, *oordelen: Oordeel, hoofdstuk: int | None = None) -> tuple[Uitslag, ...]:
        """The norms with one of these verdicts, of the whole policy or of one chapter."""
        return tuple(
            u for u in self.uitslagen if u.oordeel in oordelen and hoofdstuk in (None, u.norm.hoofdstuk)
        )

    def functie(self, uitslag: Uitslag) -> str:
        """The function that is responsible for a norm, as it is called in this gemeente."""
        return self.functies.get(uitslag.norm.rol, uitslag.norm.rolnaam)

    @property
    def gehaald(self) -> int:
        """How many norms are met."""
        return len(self.met(Oordeel.GEHAALD))

    @property
    def beoordeeld(self) -> int:
        """How many norms could be judged from figures or a statement."""
        return len(self.met(Oordeel.GEHAALD, Oordeel.NIET_GEHAALD))

    @property
    def hoofdstukken(self) -> Iterable[tuple[int, str]]:
        """The chapters of the policy that hold a norm, in their order."""
        aanwezig = {u.norm.hoofdstuk for u in self.uitslagen}
        return ((nummer, naam) for nummer, naam in HOOFDSTUKKEN.items() if nummer in aanwezig)

    @property
    def zonder_afspraak(self) -> tuple[Tekort, ...]:
        """The shortfalls for which no day has been agreed."""
        return tuple(t for t in self.tekorten if t.klaar_op is None)

    @property
    def over_tijd(self) -> tuple[Tekort, ...]:
        """The shortfalls whose agreed day has passed."""
        return tuple(t for t in self.tekorten if t.klaar_op is not None and t.klaar_op < self.dag)
