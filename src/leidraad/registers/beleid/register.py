"""What the rest of the house needs to know of this register."""

from leidraad.dossiers.register import Register

BELEID = Register(
    code="beleid",
    voorvoegsel="BE",
    enkelvoud="beleidsstuk",
    meervoud="beleidsstukken",
    titel="Beleid",
    pakket="leidraad.registers.beleid",
)
