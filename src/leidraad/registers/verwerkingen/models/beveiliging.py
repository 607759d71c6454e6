"""Where the data are and how they are protected (AVG art. 32)."""

from django.db import models

from leidraad.organisaties.models import Gemeente
from leidraad.registers.verwerkingen.models.rij import Rij


class Systeem(models.Model):
    """An information system of a municipality, shared by its verwerkingen."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="systemen")
    naam = models.CharField(max_length=300)
    leverancier = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "systemen"
        constraints = [models.UniqueConstraint(fields=["gemeente", "naam"], name="systeem_uniek")]

    def __str__(self) -> str:
        return self.naam


class Systeemgebruik(Rij):
    """A verwerking uses a system."""

    systeem = models.ForeignKey(Systeem, models.PROTECT, related_name="gebruik")

    class Meta(Rij.Meta):
        verbose_name_plural = "systeemgebruik"


class Maatregel(Rij):
    """A measure: a code of the dated list, or own words in `toelichting`."""

    code = models.CharField(max_length=40, blank=True)
    toelichting = models.TextField(max_length=2000, blank=True)

    class Meta(Rij.Meta):
        verbose_name_plural = "maatregelen"


class Autorisatie(Rij):
    """What a function may do with the data (norms 2.8.1 and 2.8.2)."""

    functie = models.CharField(max_length=200, blank=True)
    lezen = models.BooleanField(default=False)
    invoeren = models.BooleanField(default=False)
    wijzigen = models.BooleanField(default=False)
    verwijderen = models.BooleanField(default=False)
    herzien_op = models.DateField("laatst herzien op", null=True, blank=True)

    class Meta(Rij.Meta):
        verbose_name_plural = "autorisaties"
