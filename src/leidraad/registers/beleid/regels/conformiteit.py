"""Whether a specific document meets the ten principles of the policy (policy chapter 2; norm 1.1.5)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from leidraad.referentie import NietGeldig, lijst
from leidraad.registers.beleid.begrippen import Soort, Verdict

# The general policy holds the principles itself, and a template has no rules of its own.
SOORTEN = (Soort.SPECIFIEK_BELEID, Soort.PROCEDURE, Soort.PROTOCOL, Soort.WERKINSTRUCTIE)
UITLEG_MAXIMAAL = 2000


@dataclass(frozen=True)
class Oordeel:
    """The verdict on one principle, with the reasons."""

    uitgangspunt: str
    verdict: str
    waarom: str = ""


def moet_getoetst(soort: str) -> bool:
    """Whether this kind of document is checked against the principles."""
    return soort in SOORTEN


def uitgangspunten(op: date) -> Mapping[str, str]:
    """The principles on day `op`: code and name. Empty before the policy existed."""
    try:
        return dict(lijst("uitgangspunten", op).keuzes())
    except NietGeldig:
        return {}


def bezwaren(oordelen: Iterable[Oordeel], op: date) -> list[str]:
    """What is wrong with these verdicts, in plain Dutch."""
    namen = uitgangspunten(op)
    uit = []
    for oordeel in oordelen:
        naam = namen.get(oordeel.uitgangspunt)
        if naam is None:
            uit.append(f"Het uitgangspunt ‘{oordeel.uitgangspunt}’ bestaat niet.")
        elif oordeel.verdict not in set(Verdict):
            uit.append(f"Kies bij ‘{naam}’ of het stuk voldoet.")
        elif not oordeel.waarom.strip():
            uit.append(f"Leg bij ‘{naam}’ uit waarom u dit vindt.")
        elif len(oordeel.waarom) > UITLEG_MAXIMAAL:
            uit.append(f"De uitleg bij ‘{naam}’ is te lang. Gebruik hooguit {UITLEG_MAXIMAAL} tekens.")
    return uit


def nog_te_toetsen(oordelen: Iterable[Oordeel], op: date) -> list[str]:
    """The names of the principles on which nobody has judged yet."""
    klaar = {oordeel.uitgangspunt for oordeel in oordelen}
    return [naam for code, naam in uitgangspunten(op).items() if code not in klaar]


def voldoet(oordelen: Iterable[Oordeel], op: date) -> bool:
    """Whether every principle was judged and none of them is broken."""
    oordelen = list(oordelen)
    gebroken = any(oordeel.verdict == Verdict.VOLDOET_NIET for oordeel in oordelen)
    return not gebroken and not nog_te_toetsen(oordelen, op)
