"""The toetsen of this register: every norm of the module verwerkingen, and 3.3.3 about what is public.

The guards of the handelingen are the pure rules in `regels`; a toets says the same in SQL, over all gemeenten
at once. A property test proves that the two agree.
"""

from leidraad.normen.toets import Toets
from leidraad.registers.verwerkingen.toetsen import (
    bewaren,
    doorgifte,
    informeren,
    rechtmatig,
    toegang,
    volledig,
    zorgvuldig,
)

TOETSEN: tuple[Toets, ...] = (
    *rechtmatig.TOETSEN,
    *zorgvuldig.TOETSEN,
    *bewaren.TOETSEN,
    *toegang.TOETSEN,
    *informeren.TOETSEN,
    *doorgifte.TOETSEN,
    *volledig.TOETSEN,
)

SECTIE: dict[str, str] = {
    "2.1.1": "doelen",
    "2.1.2": "gegevens",
    "2.2.1": "doelen",
    "2.2.2": "doelen",
    "2.3.1": "gegevens",
    "2.3.2": "zorgvuldigheid",
    "2.3.3": "zorgvuldigheid",
    "2.4.1": "zorgvuldigheid",
    "2.5.1": "bewaren",
    "2.5.2": "bewaren",
    "2.5.3": "bewaren",
    "2.6.1": "beveiliging",
    "2.7.1": "informeren",
    "2.7.2": "informeren",
    "2.8.1": "beveiliging",
    "2.8.2": "beveiliging",
    "2.9.1": "ontvangers",
    "2.10.1": "zorgvuldigheid",
    "2.10.2": "zorgvuldigheid",
    "4.4.5": "beveiliging",
}
"""Per norm the section of the form (secties.py) where a shortfall is mended.

A norm that is not here is mended elsewhere: by a step, by publishing, or in any section (3.3.1).
"""
