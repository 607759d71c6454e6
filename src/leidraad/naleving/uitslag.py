"""The verdict on a norm with its figures and its explanation: pure, the same for now and for a past day."""

from dataclasses import dataclass

from leidraad.normen.norm import Norm, nog_niet_gebouwd
from leidraad.normen.oordeel import Oordeel
from leidraad.normen.toets import Attest, Toets


@dataclass(frozen=True)
class Uitslag:
    """How one gemeente, or a part of it, does by one norm."""

    norm: Norm
    oordeel: Oordeel
    totaal: int = 0
    tekort: int = 0
    uitleg: str = ""

    @property
    def voldoet(self) -> int:
        """How many of all that counts are in order."""
        return self.totaal - self.tekort

    def als_dict(self) -> dict[str, str | int]:
        """The answer for a machine."""
        return {
            "norm": self.norm.nummer,
            "oordeel": self.oordeel.value,
            "totaal": self.totaal,
            "tekort": self.tekort,
            "uitleg": self.uitleg,
        }


def leg_uit(
    norm: Norm, oordeel: Oordeel, toets: Toets | None, attest: Attest | None, totaal: int, tekort: int = 0
) -> str:
    """Why this verdict, in one or two plain sentences."""
    telt = toets.populatie.telt if toets else ""
    if oordeel is Oordeel.NOG_NIET_GEBOUWD:
        komt = nog_niet_gebouwd().get(norm.module)
        if komt is None:
            return "Op deze dag kon Leidraad deze norm nog niet beoordelen."
        return f"Leidraad kan deze norm nog niet beoordelen. Dit onderdeel komt nog: {komt.wat}"
    if oordeel is Oordeel.NOG_NIETS_VASTGELEGD:
        return f"Er is nog niets vastgelegd. Wat meetelt: {telt}"
    if oordeel is Oordeel.ATTEST_NODIG:
        return "Er is geen geldige verklaring bij deze norm."
    if oordeel is Oordeel.NIET_GEHAALD:
        zegt_verklaring = attest and not (toets and tekort)
        if toets is None or zegt_verklaring:
            return "De verklaring zegt dat de gemeente nog niet voldoet."
        return toets.uitleg
    if attest:
        return "Er is een geldige verklaring dat de gemeente voldoet."
    return f"Alles wat meetelt is in orde: {totaal}. Wat meetelt: {telt}"
