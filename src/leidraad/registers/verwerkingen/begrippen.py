"""The closed lists of the register, in the users' words. No Django: rules and content use them too.

The value of a member is its lower-cased name; `label` is what people read.
"""

from leidraad.dossiers.begrip import Begrip


class Status(Begrip):
    """The life of a verwerking (registers.md: Life)."""

    CONCEPT = "concept", "Concept"
    TER_TOETSING = "ter_toetsing", "Ter toetsing"
    TERUGGESTUURD = "teruggestuurd", "Teruggestuurd"
    TER_VASTSTELLING = "ter_vaststelling", "Ter vaststelling"
    VASTGESTELD = "vastgesteld", "Vastgesteld"
    IN_HERZIENING = "in_herziening", "In herziening"
    BEEINDIGD = "beeindigd", "Beëindigd"


class Regime(Begrip):
    """The law that governs the processing."""

    AVG = "avg", "AVG"
    WPG = "wpg", "Wpg (politiegegevens)"


class Rol(Begrip):
    """The role of the municipality (AVG art. 4 onder 7 and 8, 26)."""

    VERANTWOORDELIJKE = "verantwoordelijke", "Verwerkingsverantwoordelijke"
    GEZAMENLIJK = "gezamenlijk", "Gezamenlijk verantwoordelijk"
    VERWERKER = "verwerker", "Verwerker voor een ander"


class SoortGegeven(Begrip):
    """How sensitive a category of data is by law (AVG art. 9 and 10, UAVG art. 46)."""

    GEWOON = "gewoon", "Gewoon"
    GEVOELIG = "gevoelig", "Gevoelig"
    BIJZONDER = "bijzonder", "Bijzonder (AVG artikel 9)"
    STRAFRECHTELIJK = "strafrechtelijk", "Strafrechtelijk (AVG artikel 10)"
    BSN = "bsn", "Burgerservicenummer (UAVG artikel 46)"


class Schaal(Begrip):
    """Roughly how many people."""

    KLEIN = "klein", "Minder dan 1.000 mensen"
    MIDDEN = "midden", "1.000 tot 10.000 mensen"
    GROOT = "groot", "10.000 mensen of meer"


class Herkomst(Begrip):
    """Where data come from (AVG art. 14 lid 2 onder f)."""

    BETROKKENE = "betrokkene", "Van de betrokkene zelf"
    ANDERE_BRON = "andere_bron", "Van een andere bron"
    BEIDE = "beide", "Van de betrokkene en van een andere bron"


class Bewaarbron(Begrip):
    """What a retention term rests on (norms 2.5.1 and 2.5.2)."""

    WET = "wet", "Een wet"
    SELECTIELIJST = "selectielijst", "De Selectielijst gemeenten"
    EIGEN = "eigen", "Eigen keuze: wet en Selectielijst zwijgen"


class Partijrol(Begrip):
    """What a recipient is (AVG art. 4 onder 8 and 9, 26, 28)."""

    VERWERKER = "verwerker", "Verwerker"
    SUBVERWERKER = "subverwerker", "Subverwerker"
    GEZAMENLIJK = "gezamenlijk", "Gezamenlijk verantwoordelijke"
    ZELFSTANDIG = "zelfstandig", "Zelfstandig verantwoordelijke"
    INTERN = "intern", "Binnen de gemeente"


class Beoordeeld(Begrip):
    """A judgement of proportionality, subsidiarity or compatibility."""

    VOLDOET = "voldoet", "Voldoet"
    VOLDOET_NIET = "voldoet_niet", "Voldoet niet"


class Informatiewijze(Begrip):
    """How data subjects are informed (AVG art. 12–14)."""

    TEKST = "tekst", "Privacyverklaring (tekst hieronder)"
    LINK = "link", "Privacyverklaring (op een andere pagina)"
    UITZONDERING = "uitzondering", "De wet maakt een uitzondering"


class Openbaarheid(Begrip):
    """Whether the established version is public (norm 3.3.3)."""

    OPENBAAR = "openbaar", "Openbaar"
    NIET_OPENBAAR = "niet_openbaar", "Niet openbaar"
