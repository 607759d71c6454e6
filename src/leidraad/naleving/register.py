"""What the house needs to know of the dossiers of norms."""

from leidraad.dossiers.register import Register

NORMDOSSIERS = Register(
    code="naleving",
    voorvoegsel="NO",
    enkelvoud="normdossier",
    meervoud="normdossiers",
    titel="Naleving",
    pakket="leidraad.naleving",
)
