"""The registers of Leidraad, named one by one: the order is the order of the navigation."""

from leidraad.registers.beleid.register import BELEID
from leidraad.registers.datalekken.register import DATALEKKEN
from leidraad.registers.verwerkingen.register import VERWERKINGEN
from leidraad.registers.vragen.register import VRAGEN

REGISTERS = (VERWERKINGEN, DATALEKKEN, BELEID, VRAGEN)
