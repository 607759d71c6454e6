"""The closed lists of the register of policy, in the users' words."""

from leidraad.dossiers.begrip import Begrip


class Soort(Begrip):
    """What kind of document it is (policy chapter 1: beleid, reglementen, protocollen, procedures)."""

    BELEID = "beleid", "Beleid"
    SPECIFIEK_BELEID = "specifiek_beleid", "Specifiek beleid"
    PROCEDURE = "procedure", "Procedure"
    PROTOCOL = "protocol", "Protocol"
    WERKINSTRUCTIE = "werkinstructie", "Werkinstructie"
    SJABLOON = "sjabloon", "Sjabloon"


class Stand(Begrip):
    """Where a version stands on a day. Derived from its dates, never stored."""

    CONCEPT = "concept", "Concept"
    KOMT = "komt", "Vastgesteld, geldt nog niet"
    GELDT = "geldt", "Geldt"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class Verdict(Begrip):
    """What the conformity check says of one principle."""

    VOLDOET = "voldoet", "Voldoet"
    VOLDOET_NIET = "voldoet_niet", "Voldoet niet"
    NIET_VAN_TOEPASSING = "niet_van_toepassing", "Niet van toepassing"


class Uitkomst(Begrip):
    """What a review of a version in force leads to."""

    BLIJFT = "blijft", "Het stuk blijft zoals het is"
    HERZIEN = "herzien", "Er moet een nieuwe versie komen"
