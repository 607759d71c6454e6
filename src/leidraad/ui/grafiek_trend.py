"""A line chart over days: its lines with their words, what is missing, and the table that says the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from leidraad.ui import grafiek_tijd as tijd
from leidraad.ui.opmaak import MAANDEN, datum, getal, korte_dag, korte_datum, periode

# Solid, dashes, dots, dash and dot: the series read apart without colour.
STREPEN = ("", "8 4", "2 3", "12 3 2 3")
REGEL = 15
ONDER_HET_MIDDEN = 5
LETTERS = 11
HOOGSTENS_PER_DAG = 31
HOOGSTENS_GENOEMD = 6

Rijen = list[list[float | None]]
Reeksen = Sequence[tuple[str, tijd.Waarden]]


# The day or month; the name and value of every series; the days without.
Tabelrij = tuple[str, list[tuple[str, str]], str]


@dataclass(frozen=True)
class Trendlijn:
    """One series: its line, its dashes and its words.

    `los` are days that stand alone and `eind` is the last known one, both in hundredths across. `regels` are
    the words at the end, each at its height; `sleutel` is the height of the swatch before them.
    """

    naam: str
    streep: str
    pad: str
    los: tuple[tijd.Punt, ...]
    eind: tijd.Punt | None
    sleutel: float
    regels: tuple[tuple[float, str], ...]
    verhaal: str


@dataclass(frozen=True)
class Trend:
    """Everything that the template of a trend draws."""

    lijnen: tuple[Trendlijn, ...]
    gaten: tuple[tijd.Vlak, ...]
    strepen: tuple[tijd.Merk, ...]
    maanden: tuple[tijd.Merk, ...]
    zonder: str
    per_maand: bool
    rijen: tuple[Tabelrij, ...]


def trend(
    reeksen: Reeksen,
    *,
    eenheid: str = "",
    hoogste: float | None = None,
    van: date | None = None,
    tot: date | None = None,
    geen: str = "geen stand",
) -> Trend | None:
    """The chart of one to four series from `van` up to and including `tot`; None when there is no day.

    Raises ValueError for more series than can be told apart.
    """
    if len(reeksen) > len(STREPEN):
        raise ValueError(f"Hoogstens {len(STREPEN)} reeksen in één grafiek, dit zijn er {len(reeksen)}.")
    bekend = [dag for _, waarden in reeksen for dag in waarden]
    van, tot = van or min(bekend, default=None), tot or max(bekend, default=None)
    if not reeksen or van is None or tot is None or tot < van:
        return None
    dagen = tijd.dagen(van, tot)
    namen = [naam for naam, _ in reeksen]
    rijen = [tijd.op_rij(waarden, dagen) for _, waarden in reeksen]
    top, strepen = tijd.schaal(
        max((w for rij in rijen for w in rij if w is not None), default=0),
        hoogste or (100 if eenheid == "%" else None),
    )
    aanwezig = [any(w is not None for w in stand) for stand in zip(*rijen, strict=True)]
    zonder = [dag for dag, er in zip(dagen, aanwezig, strict=True) if not er]
    per_maand = len(dagen) > HOOGSTENS_PER_DAG
    return Trend(
        lijnen=_lijnen(namen, rijen, dagen, top, eenheid),
        gaten=tuple(tijd.gaten(aanwezig)),
        strepen=tuple(strepen),
        maanden=tuple(tijd.maanden(van, tot)),
        zonder=_zonder(zonder),
        per_maand=per_maand,
        rijen=tuple((_per_maand if per_maand else _per_dag)(namen, rijen, dagen, eenheid, geen)),
    )


def toon(waarde: float | None, eenheid: str, geen: str) -> str:
    """A value with its unit, or the words for none."""
    return geen if waarde is None else getal(waarde) + eenheid


def _lijnen(
    namen: list[str],
    rijen: Rijen,
    dagen: list[date],
    top: float,
    eenheid: str,
) -> tuple[Trendlijn, ...]:
    """The lines, with words at their ends that never stand over each other."""
    lijnen = [tijd.lijn(rij, top) for rij in rijen]
    woorden = [
        _woorden(naam, rij, dagen, eenheid, len(namen) > 1) for naam, rij in zip(namen, rijen, strict=True)
    ]
    afstand = REGEL * max(map(len, woorden)) + 2
    plekken = tijd.spreid([lijn.eind[1] if lijn.eind else tijd.HOOGTE for lijn in lijnen], afstand)
    return tuple(
        Trendlijn(
            naam=naam,
            streep=streep,
            pad=lijn.pad,
            los=tuple(_honderdsten(punt) for punt in lijn.los),
            eind=_honderdsten(lijn.eind) if lijn.eind else None,
            sleutel=midden - REGEL * (len(tekst) - 1) / 2,
            regels=tuple(
                (midden + REGEL * (nummer - (len(tekst) - 1) / 2) + ONDER_HET_MIDDEN, regel)
                for nummer, regel in enumerate(tekst)
            ),
            verhaal=_verhaal(rij, dagen, eenheid),
        )
        for naam, streep, lijn, rij, midden, tekst in zip(
            namen, STREPEN, lijnen, rijen, plekken, woorden, strict=False
        )
    )


def _honderdsten(punt: tijd.Punt) -> tijd.Punt:
    """A point with its place across in hundredths, for shapes that may not stretch."""
    return round(100 * punt[0] / tijd.BREEDTE, 2), punt[1]


def _bekend(rij: Sequence[float | None], dagen: Sequence[date]) -> list[tuple[date, float]]:
    """The days of which the value is known."""
    return [(dag, waarde) for dag, waarde in zip(dagen, rij, strict=True) if waarde is not None]


def _woorden(
    naam: str, rij: list[float | None], dagen: list[date], eenheid: str, met_naam: bool
) -> tuple[str, ...]:
    """What stands at the end of a line: the last value, whose it is, and its day when it is not the last."""
    kort = naam if len(naam) <= LETTERS else f"{naam[: LETTERS - 1].rstrip()}…"
    bekend = _bekend(rij, dagen)
    if not bekend:
        return ("–", kort) if met_naam else ()
    dag, waarde = bekend[-1]
    oud = (f"op {korte_dag(dag)}",) if dag != dagen[-1] else ()
    return (getal(waarde) + eenheid, *((kort,) if met_naam else ()), *oud)


def _verhaal(rij: list[float | None], dagen: list[date], eenheid: str) -> str:
    """The line in one sentence, for who does not see it."""
    bekend = _bekend(rij, dagen)
    if not bekend:
        return "niets bekend"
    delen = [f"{getal(waarde)}{eenheid} op {datum(dag)}" for dag, waarde in (bekend[0], bekend[-1])]
    return delen[0] if len(bekend) == 1 else f"van {delen[0]} naar {delen[1]}"


def _zonder(dagen: list[date]) -> str:
    """The days that nobody knows, in words; the table names the ones that do not fit."""
    stukken = [periode(*paar) for paar in tijd.perioden(dagen)]
    rest = len(stukken) - HOOGSTENS_GENOEMD
    if rest > 0:
        stukken = [*stukken[:HOOGSTENS_GENOEMD], f"en nog {rest} keer"]
    return ", ".join(stukken)


def _per_dag(
    namen: list[str], rijen: Rijen, dagen: list[date], eenheid: str, geen: str
) -> Iterable[Tabelrij]:
    """One row per day."""
    for dag, *standen in zip(dagen, *rijen, strict=True):
        woorden = [toon(waarde, eenheid, geen) for waarde in standen]
        yield korte_datum(dag), list(zip(namen, woorden, strict=True)), ""


def _per_maand(
    namen: list[str], rijen: Rijen, dagen: list[date], eenheid: str, geen: str
) -> Iterable[Tabelrij]:
    """One row per month: the last known value of every series, and the days without."""
    plekken = groupby(range(len(dagen)), key=lambda plek: (dagen[plek].year, dagen[plek].month))
    for (jaar, maand), groep in plekken:
        binnen = list(groep)
        standen = [[rij[plek] for plek in binnen if rij[plek] is not None] for rij in rijen]
        mist = [{dagen[plek] for plek in binnen if rij[plek] is None} for rij in rijen]
        samen = set.intersection(*mist)
        eigen = [
            f"{naam}: {_losse_dagen(weg - samen)}"
            for naam, weg in zip(namen, mist, strict=True)
            if weg - samen
        ]
        woorden = [toon(stand[-1] if stand else None, eenheid, geen) for stand in standen]
        yield (
            f"{MAANDEN[maand - 1]} {jaar}",
            list(zip(namen, woorden, strict=True)),
            "; ".join([_losse_dagen(samen)] * bool(samen) + eigen),
        )


def _losse_dagen(dagen: set[date]) -> str:
    """Days of one month: `3, 7 t/m 9`."""
    return ", ".join(
        f"{van.day}" if van == tot else f"{van.day} t/m {tot.day}" for van, tot in tijd.perioden(dagen)
    )


@dataclass(frozen=True)
class Vonk:
    """A line the size of a word, and the words that say the same."""

    lijn: tijd.Lijn
    gaten: tuple[tijd.Vlak, ...]
    woorden: str


def vonk(
    rij: Sequence[float | None],
    breedte: int,
    hoogte: int,
    *,
    eenheid: str = "",
    hoogste: float | None = None,
) -> Vonk:
    """A sparkline of one value a day."""
    bekend = [waarde for waarde in rij if waarde is not None]
    top = max([*bekend, hoogste or 0]) or 1
    mist = len(rij) - len(bekend)
    woorden = [
        f"van {getal(bekend[0])}{eenheid} naar {getal(bekend[-1])}{eenheid}" if bekend else "geen standen"
    ]
    if bekend and mist:
        woorden.append(f"{mist} {'dag' if mist == 1 else 'dagen'} geen stand")
    return Vonk(
        lijn=tijd.lijn(rij, top, breedte, hoogte),
        gaten=tuple(tijd.gaten(waarde is not None for waarde in rij)),
        woorden=", ".join(woorden),
    )
