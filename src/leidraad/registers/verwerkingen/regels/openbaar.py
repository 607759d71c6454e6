"""What inhabitants may read of an established verwerking (norm 3.3.3; Woo art. 5.1).

Security, authorisations, systems and internal notes never leave; nor do reasonings that may name staff, nor
the number of a main verwerking, which may itself not be public.
"""

from dataclasses import replace

from leidraad.registers.verwerkingen.inhoud import Inhoud

VERTROUWELIJK_EN_OPENBAAR = (
    "Deze verwerking is vertrouwelijk. Maak haar eerst intern, of kies een grond waarom zij niet openbaar is."
)
OPENBAAR_EN_VERTROUWELIJK = (
    "Inwoners kunnen deze verwerking lezen. Kies eerst bij ‘Publicatie’ een grond waarom zij niet openbaar "
    "is. Daarna kunt u haar vertrouwelijk maken."
)


def openbare_inhoud(inhoud: Inhoud) -> Inhoud:
    """The content without what only the municipality itself may read."""
    return replace(
        inhoud,
        notitie="",
        hoofdverwerking="",
        systemen=(),
        maatregelen=(),
        autorisaties=(),
        vernietigingen=(),
        juistheid="",
        proportionaliteit_waarom="",
        subsidiariteit_waarom="",
        ontvangers=tuple(
            replace(o, doorgiftebeoordeling="", mechanisme_toelichting="") for o in inhoud.ontvangers
        ),
    )
