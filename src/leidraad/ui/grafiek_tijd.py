"""The geometry of values over days: numbers in, shapes out. A day without a value is a gap, never a zero.

Across, a chart is 1000 wide and stretches with the page; downwards every unit is a pixel.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, groupby, pairwise

from leidraad.ui.opmaak import getal, korte_dag, korte_maand

BREEDTE = 1000
HOOGTE = 200
STREPEN = 4
MAANDEN = 5
DAG = timedelta(days=1)

Waarden = Mapping[date, float | None]
Punt = tuple[float, float]


@dataclass(frozen=True)
class Lijn:
    """One series: a path that breaks at every gap, days that stand alone, and the last known point."""

    pad: str
    los: tuple[Punt, ...]
    eind: Punt | None


@dataclass(frozen=True)
class Vlak:
    """A stretch across: where it begins and how wide it is, in hundredths of the chart."""

    x: float
    breedte: float

    @property
    def tot(self) -> float:
        """Where it ends."""
        return min(round(self.x + self.breedte, 2), 100.0)


@dataclass(frozen=True)
class Merk:
    """A word beside an axis; every second one gives way on a narrow screen."""

    plek: float
    tekst: str
    wijkt: bool = False


def dagen(van: date, tot: date) -> list[date]:
    """Every day from `van` up to and including `tot`."""
    return [van + DAG * nummer for nummer in range((tot - van).days + 1)]


def op_rij(waarden: Waarden, reeks: Sequence[date]) -> list[float | None]:
    """The value of every day; None where nobody knows it. A value is never negative."""
    rij = (waarden.get(dag) for dag in reeks)
    return [None if waarde is None else max(float(waarde), 0.0) for waarde in rij]


def stukken(aanwezig: Iterable[bool]) -> Iterator[tuple[bool, int, int]]:
    """Runs of the same: known or not, the first and the last place."""
    for weet, groep in groupby(enumerate(aanwezig), key=lambda paar: paar[1]):
        plekken = [plek for plek, _ in groep]
        yield weet, plekken[0], plekken[-1]


def perioden(losse: Iterable[date]) -> list[tuple[date, date]]:
    """Days that follow each other, as first and last day."""
    gevonden: list[tuple[date, date]] = []
    for dag in sorted(losse):
        if gevonden and gevonden[-1][1] + DAG == dag:
            gevonden[-1] = (gevonden[-1][0], dag)
        else:
            gevonden.append((dag, dag))
    return gevonden


def _x(plek: int, aantal: int, breedte: float) -> float:
    """A place among `aantal`; a place that is alone stands at the end, where the present is."""
    return round(breedte * plek / (aantal - 1), 2) if aantal > 1 else breedte


def lijn(
    waarden: Sequence[float | None], top: float, breedte: float = BREEDTE, hoogte: float = HOOGTE
) -> Lijn:
    """The series as a path between the known days; no segment ever crosses a gap."""
    pad: list[str] = []
    los: list[Punt] = []
    eind: Punt | None = None
    for weet, eerste, laatste in stukken(waarde is not None for waarde in waarden):
        if not weet:
            continue
        punten = [
            (_x(plek, len(waarden), breedte), round(hoogte - hoogte * min((waarden[plek] or 0) / top, 1), 1))
            for plek in range(eerste, laatste + 1)
        ]
        eind = punten[-1]
        if len(punten) == 1:
            los.append(eind)
        else:
            pad.append("M" + "L".join(f"{x:g} {y:g}" for x, y in _zonder_vlakke(punten)))
    return Lijn("".join(pad), tuple(los), eind)


def _zonder_vlakke(punten: list[Punt]) -> list[Punt]:
    """Without the points in the middle of a level stretch: the same line in fewer bytes."""
    binnen = zip(punten, punten[1:], punten[2:], strict=False)
    return [punten[0], *(p for vorig, p, later in binnen if not vorig[1] == p[1] == later[1]), punten[-1]]


def gaten(waarden: Iterable[bool]) -> list[Vlak]:
    """The stretches without any value, from the last known day to the next one."""
    aanwezig = list(waarden)
    uiterste = len(aanwezig) - 1
    gevonden = []
    for weet, eerste, laatste in stukken(aanwezig):
        if weet:
            continue
        begin = _x(max(eerste - 1, 0), len(aanwezig), 100) if uiterste else 0.0
        gevonden.append(Vlak(begin, round(_x(min(laatste + 1, uiterste), len(aanwezig), 100) - begin, 2)))
    return gevonden


def schaal(hoogste: float, vast: float | None = None) -> tuple[float, list[Merk]]:
    """The top of the axis and its few round numbers; a `vast` top is kept unless a value is higher."""
    past = bool(vast) and hoogste <= (vast or 0)
    doel = max((vast or 0) if past else hoogste, 1)
    stap = next(stap for stap in _ronde_getallen() if doel <= STREPEN * stap)
    top = doel if past else float(stap * -(-doel // stap))
    getallen = [stap * nummer for nummer in range(int(top // stap) + 1)]
    return top, [Merk(round(HOOGTE - HOOGTE * waarde / top, 1), getal(waarde)) for waarde in getallen]


def _ronde_getallen() -> Iterator[int]:
    """1, 2, 5, 10, 20, 25, 50, 100 …: steps that people count in."""
    yield from (1, 2, 5)
    for macht in count(1):
        yield from (maat * 10**macht // 10 for maat in (10, 20, 25, 50))


def maanden(van: date, tot: date) -> list[Merk]:
    """Words below the chart: the first days of some months, or the first and last day of a short stretch."""
    begin = [dag for dag in dagen(van, tot) if dag.day == 1]
    stap = next(s for s in (1, 2, 3, 6, *range(12, 12 * 400, 12)) if len(begin) <= MAANDEN * s)
    gekozen = [dag for dag in begin if (dag.year * 12 + dag.month - 1) % stap == 0]
    aantal = (tot - van).days + 1
    if len(gekozen) < 2:
        uiteinden = [van, tot] if van != tot else [tot]
        return [Merk(_x((dag - van).days, aantal, 100), f"{korte_dag(dag)} {dag.year}") for dag in uiteinden]
    return [
        Merk(_x((dag - van).days, aantal, 100), f"{korte_maand(dag)} {dag.year}", bool(nummer % 2))
        for nummer, dag in enumerate(gekozen)
    ]


def spreid(plekken: Sequence[float], afstand: float, hoogte: float = HOOGTE) -> list[float]:
    """Places for words beside the line ends: near their line, in the same order, never over each other.

    Raises ValueError when they cannot fit.
    """
    if afstand * len(plekken) > hoogte:
        raise ValueError(f"{len(plekken)} woorden van {afstand} passen niet in {hoogte}.")
    volgorde = sorted(range(len(plekken)), key=lambda nummer: (plekken[nummer], nummer))
    uit = [min(max(plek, afstand / 2), hoogte - afstand / 2) for plek in plekken]
    for boven, onder in pairwise(volgorde):
        uit[onder] = max(uit[onder], uit[boven] + afstand)
    for onder, boven in pairwise([*reversed(volgorde)]):
        uit[onder] = min(uit[onder], hoogte - afstand / 2)
        uit[boven] = min(uit[boven], uit[onder] - afstand)
    return [round(plek, 1) for plek in uit]
