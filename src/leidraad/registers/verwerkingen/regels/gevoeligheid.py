"""How sensitive a verwerking is, and how often it must be reviewed (AVG art. 32; norm 2.6.1)."""

from datetime import date

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Schaal
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.termijnen import maanden_na

KLASSEN = ("basis", "gevoelig", "zeer_gevoelig")


def gevoeligheidsklasse(inhoud: Inhoud, op: date) -> str:
    """The class that follows from the data: our reading of “hoe gevoeliger, hoe meer” (norm 2.6.1).

    The highest class of any kind of data; one step higher when it is not basic and concerns vulnerable
    people, or ten thousand people or more.
    """
    soorten = lijst("soorten_gegevens", op)
    hoogste = max(
        (KLASSEN.index(soorten[g.soort].klasse) for g in inhoud.gegevens if g.soort in soorten), default=0
    )
    zwaarder = any(b.kwetsbaar or b.schaal == Schaal.GROOT for b in inhoud.betrokkenen)
    return KLASSEN[min(hoogste + (1 if zwaarder and hoogste else 0), len(KLASSEN) - 1)]


def herzien_voor(klasse: str, vastgesteld_op: date, op: date) -> date:
    """The day before which an established verwerking must be reviewed: a year, sooner when sensitive."""
    maanden = lijst("gevoeligheidsklassen", op)[klasse].herziening_maanden
    return maanden_na(vastgesteld_op, maanden)


def ontbrekende_maatregelen(inhoud: Inhoud, op: date) -> tuple[str, ...]:
    """The names of the measures that the class asks for at least and that are not recorded (norm 2.6.1)."""
    klasse = gevoeligheidsklasse(inhoud, op)
    genomen = {m.code for m in inhoud.maatregelen}
    return tuple(m.naam for m in lijst("maatregelen", op) if klasse in m.klassen and m.code not in genomen)
