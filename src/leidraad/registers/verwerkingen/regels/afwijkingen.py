"""What does not block but deserves attention; a deviation from chapter 2 of the policy goes to the FG."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.regels.gevoeligheid import ontbrekende_maatregelen

_MINSTENS_WOORDEN = 4


@dataclass(frozen=True)
class Afwijking:
    """A signal on a section, with its ground. `naar_fg`: the FG must look at it."""

    sectie: str
    tekst: str
    grond: str
    naar_fg: bool = False


def afwijkingen(inhoud: Inhoud, op: date) -> tuple[Afwijking, ...]:
    """Everything about this content that deserves attention on day `op`."""
    return (*_besluiten(inhoud), *_signalen(inhoud, op))


def _besluiten(inhoud: Inhoud) -> Iterator[Afwijking]:
    if inhoud.profilering:
        yield Afwijking(
            "zorgvuldigheid", "Er is profilering. Het beleid staat dat niet toe.", "norm 2.10.1", naar_fg=True
        )
    if inhoud.geautomatiseerd_besluit and not inhoud.menselijke_controle:
        yield Afwijking(
            "zorgvuldigheid",
            "Een computer neemt besluiten en er is geen controle door een medewerker beschreven.",
            "AVG art. 22, norm 2.10.2",
            naar_fg=True,
        )


def _signalen(inhoud: Inhoud, op: date) -> Iterator[Afwijking]:
    for doel in inhoud.doelen:
        if doel.omschrijving and len(doel.omschrijving.split()) < _MINSTENS_WOORDEN:
            yield Afwijking(
                "doelen",
                f"Doel {doel.regel} is erg kort. Is duidelijk wat de gemeente wil bereiken?",
                "norm 2.2.1",
            )
    if ontbrekend := ontbrekende_maatregelen(inhoud, op):
        yield Afwijking(
            "beveiliging",
            f"Bij deze gevoeligheid horen ook: {', '.join(ontbrekend)}.",
            "AVG art. 32, norm 2.6.1",
        )
    if not inhoud.autorisaties:
        yield Afwijking("beveiliging", "Er staat niet wie bij de gegevens mag.", "norm 2.8.1")
    gedaan = [v for v in inhoud.vernietigingen if v.uitgevoerd_op and v.uitgevoerd_op <= op]
    if any(not v.verklaring for v in gedaan):
        yield Afwijking("bewaren", "Er is vernietigd zonder verklaring van vernietiging.", "norm 2.5.3")
    if any(v.gepland_op and v.gepland_op < op and v not in gedaan for v in inhoud.vernietigingen):
        yield Afwijking("bewaren", "Een geplande vernietiging is nog niet uitgevoerd.", "norm 2.5.3")
