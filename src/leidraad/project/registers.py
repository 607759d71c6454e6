"""The registers of Leidraad, named one by one: the order is the order of the navigation."""

from leidraad.registers.datalekken.register import DATALEKKEN
from leidraad.registers.verwerkingen.register import VERWERKINGEN

REGISTERS = (VERWERKINGEN, DATALEKKEN)
