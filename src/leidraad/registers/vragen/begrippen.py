"""The closed lists of this register, in the users' words."""

from leidraad.dossiers.begrip import Begrip


class Status(Begrip):
    """The life of a question. A follow-up of the asker opens it again."""

    OPEN = "open", "Open"
    BEANTWOORD = "beantwoord", "Beantwoord"
    HEROPEND = "heropend", "Heropend"
    GESLOTEN = "gesloten", "Gesloten"


WACHTEND = (Status.OPEN, Status.HEROPEND)
"""Somebody waits for an answer."""


class SoortReactie(Begrip):
    """What is said after the question."""

    ANTWOORD = "antwoord", "Antwoord"
    VERVOLG = "vervolg", "Vervolgvraag"
