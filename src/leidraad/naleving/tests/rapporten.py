"""Made-up reports: one gemeente in the middle of its work, and the extremes."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from leidraad.naleving.rapport.inhoud import (
    Beleidstand,
    Doelgroep,
    Kwartaal,
    Meting,
    Rapport,
    Registerstand,
    Tekort,
)
from leidraad.naleving.uitslag import Uitslag
from leidraad.normen.norm import ROLLEN, nog_niet_gebouwd, normen
from leidraad.normen.oordeel import Oordeel

DAG = date(2026, 11, 23)
TEAMS = (("Burgerzaken", 5), ("Werk en Inkomen", 3), ("Sport", 2), ("Archief", 1), ("Griffie", 1))
_MAANDEN = [(2025, 11), (2025, 12), *((2026, maand) for maand in range(1, 12))]


def uitslag(nummer: str, oordeel: Oordeel, totaal: int = 40, tekort: int = 0, uitleg: str = "") -> Uitslag:
    return Uitslag(normen()[nummer], oordeel, totaal, tekort, uitleg)


def uitslagen(rood: int = 3) -> tuple[Uitslag, ...]:
    """All norms: of each `rood` that can be measured one falls short (1: all of them)."""
    uit = []
    for plek, (nummer, norm) in enumerate(normen().items()):
        if norm.module in nog_niet_gebouwd():
            uit.append(uitslag(nummer, Oordeel.NOG_NIET_GEBOUWD, 0))
        elif plek % rood == 0:
            uit.append(
                uitslag(
                    nummer, Oordeel.NIET_GEHAALD, 40, 12, "Van deze verwerking is niet vastgelegd hoe lang."
                )
            )
        elif plek % 10 == 7:
            uit.append(uitslag(nummer, Oordeel.ATTEST_NODIG, 0))
        elif plek % 10 == 8:
            uit.append(uitslag(nummer, Oordeel.NOG_NIETS_VASTGELEGD, 0))
        else:
            uit.append(uitslag(nummer, Oordeel.GEHAALD))
    return tuple(uit)


def trend(*, gat: int = 5) -> tuple[Meting, ...]:
    """A year in which it went a little better each month, with one month in which nobody measured."""
    return tuple(
        Meting(date(jaar, maand, 23), None if plek == gat else 14 + plek, None if plek == gat else 44)
        for plek, (jaar, maand) in enumerate(_MAANDEN)
    )


def maak_rapport(rood: int = 3, **anders: Any) -> Rapport:
    """A believable report, with anything in it replaced."""
    alle = uitslagen(rood)
    niet = [u for u in alle if u.oordeel is Oordeel.NIET_GEHAALD]
    afspraken = (None, date(2027, 2, 1), None, date(2026, 10, 1))
    basis = Rapport(
        gemeente="Leiden",
        thema="leiden",
        dag=DAG,
        gemaakt_op=datetime(2026, 11, 23, 9, tzinfo=UTC),
        doelgroep=Doelgroep.COLLEGE,
        uitslagen=alle,
        functies=ROLLEN,
        trend=trend(),
        tekorten=tuple(
            Tekort(uitslag=u, eenheden=TEAMS, klaar_op=afspraken[plek % 4], afgesproken=5)
            for plek, u in enumerate(niet)
        ),
        datalekken=tuple(
            Kwartaal(
                jaar=2026, nummer=n, aantal=a, te_melden=m, gemeld=g, te_laat=t, hoog_risico=h, ingelicht=i
            )
            for n, a, m, g, t, h, i in (
                (1, 9, 3, 3, 0, 1, 1),
                (2, 6, 2, 2, 1, 0, 0),
                (3, 11, 4, 3, 1, 2, 1),
                (4, 4, 0, 0, 0, 0, 0),
            )
        ),
        register=Registerstand(vastgesteld=212, openbaar=198, te_herzien=17, in_voorbereiding=23),
        beleid=Beleidstand(geldend=9, te_beoordelen=2, ontbreekt=("Protocol datalekken", "Gedragscode")),
    )
    return replace(basis, **anders)


def leeg_rapport(**anders: Any) -> Rapport:
    """A gemeente in which nothing has been recorded yet."""
    niets = tuple(
        replace(u, oordeel=Oordeel.NOG_NIETS_VASTGELEGD, totaal=0, tekort=0, uitleg="")
        if u.oordeel is not Oordeel.NOG_NIET_GEBOUWD
        else u
        for u in uitslagen()
    )
    leeg: dict[str, Any] = {
        "uitslagen": niets, "trend": (), "tekorten": (), "datalekken": (),
        "register": Registerstand(vastgesteld=0, openbaar=0, te_herzien=0, in_voorbereiding=0),
        "beleid": Beleidstand(geldend=0, te_beoordelen=0),
    }  # fmt: skip
    return maak_rapport(**(leeg | anders))
