"""The kinds of message a person can choose about. Registers add their own from their AppConfig."""

from dataclasses import dataclass

from django.db.models import TextChoices


class Wijze(TextChoices):
    """How a kind of message reaches somebody."""

    DIRECT = "direct", "Meteen"
    DAGOVERZICHT = "dagoverzicht", "Eén keer per werkdag, in het dagoverzicht"
    NIET = "niet", "Niet"


@dataclass(frozen=True)
class Berichtsoort:
    """A kind of message. A `dringend` one always arrives at once: nobody who handles it can switch it off."""

    code: str
    naam: str
    uitleg: str
    standaard: Wijze
    dringend: bool = False


# Not for choosing: the daily mail itself, made of messages that were chosen.
DAGOVERZICHT = "dagoverzicht"

_SOORTEN: dict[str, Berichtsoort] = {}


def registreer(soort: Berichtsoort) -> None:
    """Add a kind of message. Raises ValueError when another kind already has this code."""
    if _SOORTEN.setdefault(soort.code, soort) != soort:
        raise ValueError(f"De berichtsoort {soort.code} bestaat al.")


def berichtsoort(code: str) -> Berichtsoort:
    """The kind with this code. Raises KeyError when nobody registered it."""
    return _SOORTEN[code]


def berichtsoorten() -> tuple[Berichtsoort, ...]:
    """Every kind, urgent ones last: those cannot be chosen."""
    return tuple(sorted(_SOORTEN.values(), key=lambda soort: soort.dringend))


def naam_van(code: str) -> str:
    """The kind in words; an old message of a kind that is gone reads as its code."""
    if code == DAGOVERZICHT:
        return "Dagoverzicht"
    return _SOORTEN[code].naam if code in _SOORTEN else code.replace("_", " ")


for _soort in (
    Berichtsoort(
        "nieuw_werk", "Nieuw werk", "Er staat een nieuwe taak voor u klaar.", Wijze.DIRECT
    ),
    Berichtsoort(
        "toegewezen", "Werk van een collega", "Iemand heeft u een taak gegeven of teruggegeven.", Wijze.DIRECT
    ),
    Berichtsoort(
        "herinnering", "Herinneringen", "Een taak van u moet binnenkort klaar zijn, of is te laat.",
        Wijze.DIRECT,
    ),
    Berichtsoort(
        "advies", "Adviezen", "Iemand vraagt uw advies, of heeft u advies gegeven.", Wijze.DAGOVERZICHT
    ),
    Berichtsoort(
        "klok", "Een wettelijke klok loopt af",
        "Bijvoorbeeld de 72 uur om een datalek te melden, als u dat datalek behandelt.",
        Wijze.DIRECT, dringend=True,
    ),
):  # fmt: skip
    registreer(_soort)
