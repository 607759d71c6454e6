"""What the rest of the house needs to know of this register."""

from leidraad.dossiers.register import Register

VRAGEN = Register(
    code="vragen",
    voorvoegsel="VR",
    enkelvoud="vraag",
    meervoud="vragen",
    titel="Vragen aan de Privacy Officers",
    pakket="leidraad.registers.vragen",
)
