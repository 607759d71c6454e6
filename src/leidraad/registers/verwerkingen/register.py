"""What the rest of the house needs to know of this register."""

from leidraad.dossiers.register import Register

VERWERKINGEN = Register(
    code="verwerkingen",
    voorvoegsel="VW",
    enkelvoud="verwerking",
    meervoud="verwerkingen",
    titel="Register van verwerkingen",
    pakket="leidraad.registers.verwerkingen",
)
