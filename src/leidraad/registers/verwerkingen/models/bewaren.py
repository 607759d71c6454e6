"""How long data are kept and how they are destroyed (AVG art. 5 lid 1 onder e; Archiefwet; Wpg art. 8–14)."""

from django.db import models

from leidraad.registers.verwerkingen.begrippen import Bewaarbron
from leidraad.registers.verwerkingen.models.rij import Rij


class Bewaartermijn(Rij):
    """A retention term: how long, from when, and whether law, Selectielijst or own choice says so."""

    omschrijving = models.TextField(max_length=2000, blank=True)
    duur = models.CharField("duur (ISO 8601)", max_length=30, blank=True)
    blijvend = models.BooleanField("blijvend bewaren", default=False)
    startmoment = models.CharField(max_length=300, blank=True)
    bron = models.CharField(max_length=20, choices=Bewaarbron.keuzes(), blank=True)
    wet = models.CharField("wet en artikel", max_length=300, blank=True)
    lijstversie = models.CharField("versie van de Selectielijst", max_length=10, blank=True)
    resultaat = models.CharField("resultaatnummer", max_length=20, blank=True)
    motivering = models.TextField(max_length=2000, blank=True)
    wet_en_lijst_zwijgen = models.BooleanField("wet en Selectielijst geven geen termijn", default=False)
    vernietigen_na = models.CharField("vernietigen na verwijderen (ISO 8601)", max_length=30, blank=True)

    class Meta(Rij.Meta):
        verbose_name_plural = "bewaartermijnen"


class Vernietiging(Rij):
    """A round of destruction: planned, done, and stated (norm 2.5.3)."""

    bewaartermijn = models.ForeignKey(
        Bewaartermijn, models.SET_NULL, null=True, blank=True, related_name="vernietigingen"
    )
    gepland_op = models.DateField(null=True, blank=True)
    uitgevoerd_op = models.DateField(null=True, blank=True)
    verklaring = models.TextField("verklaring van vernietiging", max_length=2000, blank=True)

    class Meta(Rij.Meta):
        verbose_name_plural = "vernietigingen"
