"""The tables of the register: the verwerking and its rows, one table per list of `inhoud.Inhoud`."""

from leidraad.registers.verwerkingen.models.beveiliging import Autorisatie, Maatregel, Systeem, Systeemgebruik
from leidraad.registers.verwerkingen.models.bewaren import Bewaartermijn, Vernietiging
from leidraad.registers.verwerkingen.models.geen import GeenVerwerkingen
from leidraad.registers.verwerkingen.models.gegevens import Betrokkenen, Doel, Gegeven, Noodzaak
from leidraad.registers.verwerkingen.models.importeren import Importbron, Importprofiel
from leidraad.registers.verwerkingen.models.ontvangers import Ontvanger
from leidraad.registers.verwerkingen.models.publicatie import Publicatie
from leidraad.registers.verwerkingen.models.rij import Rij
from leidraad.registers.verwerkingen.models.verwerking import Verwerking

__all__ = [
    "Autorisatie",
    "Betrokkenen",
    "Bewaartermijn",
    "Doel",
    "GeenVerwerkingen",
    "Gegeven",
    "Importbron",
    "Importprofiel",
    "Maatregel",
    "Noodzaak",
    "Ontvanger",
    "Publicatie",
    "Rij",
    "Systeem",
    "Systeemgebruik",
    "Vernietiging",
    "Verwerking",
]
