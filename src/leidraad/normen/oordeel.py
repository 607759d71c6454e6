"""The verdict on a norm: a pure rule. Nothing is ever silently good."""

from enum import StrEnum


class Oordeel(StrEnum):
    """What can be said of one norm for one gemeente on one day."""

    GEHAALD = "gehaald"
    NIET_GEHAALD = "niet_gehaald"
    NOG_NIETS_VASTGELEGD = "nog_niets_vastgelegd"
    ATTEST_NODIG = "attest_nodig"
    NOG_NIET_GEBOUWD = "nog_niet_gebouwd"

    @property
    def label(self) -> str:
        """The verdict as people read it."""
        return _LABELS[self]


_LABELS = {
    Oordeel.GEHAALD: "Gehaald",
    Oordeel.NIET_GEHAALD: "Niet gehaald",
    Oordeel.NOG_NIETS_VASTGELEGD: "Nog niets vastgelegd",
    Oordeel.ATTEST_NODIG: "Verklaring nodig",
    Oordeel.NOG_NIET_GEBOUWD: "Nog niet gebouwd",
}


def oordeel_over(totaal: int, tekort: int) -> Oordeel:
    """The verdict on `totaal` things of which `tekort` fall short; of nothing nothing can be said.

    Raises ValueError when the numbers cannot be true.
    """
    if not 0 <= tekort <= totaal:
        raise ValueError(f"Een tekort van {tekort} op een totaal van {totaal} kan niet.")
    if totaal == 0:
        return Oordeel.NOG_NIETS_VASTGELEGD
    return Oordeel.NIET_GEHAALD if tekort else Oordeel.GEHAALD


def oordeel_met_verklaring(voldoet: bool | None, totaal: int = 0, tekort: int = 0) -> Oordeel:
    """The verdict on a norm that a person states; `voldoet` is None without a statement that is still valid.

    A statement cannot hide what the registers show: a shortfall there weighs more than the words.
    """
    if voldoet is None:
        return Oordeel.ATTEST_NODIG
    if not voldoet or oordeel_over(totaal, tekort) is Oordeel.NIET_GEHAALD:
        return Oordeel.NIET_GEHAALD
    return Oordeel.GEHAALD
