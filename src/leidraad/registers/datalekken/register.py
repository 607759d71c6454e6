"""What the rest of the house needs to know of this register."""

from leidraad.dossiers.register import Register

DATALEKKEN = Register(
    code="datalekken",
    voorvoegsel="DL",
    enkelvoud="datalek",
    meervoud="datalekken",
    titel="Register van datalekken",
    pakket="leidraad.registers.datalekken",
)
