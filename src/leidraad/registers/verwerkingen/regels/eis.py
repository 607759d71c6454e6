"""What a rule yields: one demand, met or not, in plain Dutch with its source."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Eis:
    """A demand of law or policy on one field.

    `veld` is the path in the content (`rol`, or `doelen.2.grondslag` for the row with number 2); `tekst` says
    what is still needed; `grond` names the article or the norm of the policy.
    """

    voldaan: bool
    sectie: str
    veld: str
    tekst: str
    grond: str
