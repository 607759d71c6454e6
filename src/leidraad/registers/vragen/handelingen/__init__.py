"""Everything that changes a question: right, rule, save, journaal, in that order and in one transaction."""

from leidraad.registers.vragen.handelingen.behandelen import beantwoord, geef_aan, sluit
from leidraad.registers.vragen.handelingen.stellen import stel_vraag, vraag_door
from leidraad.registers.vragen.handelingen.veelgesteld import publiceer, trek_in

__all__ = ["beantwoord", "geef_aan", "publiceer", "sluit", "stel_vraag", "trek_in", "vraag_door"]
