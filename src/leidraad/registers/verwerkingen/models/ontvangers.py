"""Who gets the data, also outside the EER (AVG art. 30 lid 1 onder d and e, 44–49)."""

from django.db import models

from leidraad.registers.verwerkingen.begrippen import Partijrol
from leidraad.registers.verwerkingen.models.rij import Rij


class Ontvanger(Rij):
    """A party that receives or processes the data; `land` is an ISO 3166 code."""

    naam = models.CharField(max_length=1000, blank=True)
    rol = models.CharField(max_length=20, choices=Partijrol.keuzes(), blank=True)
    waarvoor = models.TextField(max_length=2000, blank=True)
    land = models.CharField(max_length=3, blank=True)
    mechanisme = models.CharField("doorgiftemechanisme", max_length=40, blank=True)
    mechanisme_toelichting = models.TextField(max_length=2000, blank=True)
    artikel49 = models.CharField("onderdeel van artikel 49 lid 1", max_length=20, blank=True)
    doorgiftebeoordeling = models.TextField(max_length=5000, blank=True)

    class Meta(Rij.Meta):
        verbose_name_plural = "ontvangers"
        indexes = [models.Index(fields=["land"], name="ontvanger_land")]
