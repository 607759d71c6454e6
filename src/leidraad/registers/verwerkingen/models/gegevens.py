"""Why, about whom and which data: purposes, data subjects and categories of data."""

from django.db import models

from leidraad.registers.verwerkingen.begrippen import Beoordeeld, Herkomst, Schaal, SoortGegeven
from leidraad.registers.verwerkingen.models.rij import Rij


class Doel(Rij):
    """A purpose with its legal basis (AVG art. 5 lid 1 onder b, 6)."""

    omschrijving = models.TextField(max_length=5000, blank=True)
    grondslag = models.CharField(max_length=20, blank=True)
    wet = models.CharField("wet", max_length=300, blank=True)
    artikel = models.CharField(max_length=100, blank=True)
    toelichting = models.TextField(max_length=5000, blank=True)
    later_doel = models.BooleanField("later toegevoegd doel", default=False)
    verband = models.TextField("verband tussen de doelen", max_length=2000, blank=True)
    kader = models.TextField("kader waarin is verzameld", max_length=2000, blank=True)
    aard = models.TextField("aard van de gegevens", max_length=2000, blank=True)
    gevolgen = models.TextField("gevolgen voor betrokkenen", max_length=2000, blank=True)
    waarborgen = models.TextField("passende waarborgen", max_length=2000, blank=True)
    verenigbaar = models.CharField(max_length=20, choices=Beoordeeld.keuzes(), blank=True)

    class Meta(Rij.Meta):
        verbose_name_plural = "doelen"


class Betrokkenen(Rij):
    """A category of data subjects (AVG art. 30 lid 1 onder c)."""

    naam = models.CharField(max_length=1000, blank=True)
    kwetsbaar = models.BooleanField("kwetsbare mensen", null=True, blank=True)
    schaal = models.CharField(max_length=10, choices=Schaal.keuzes(), blank=True)
    toelichting = models.TextField(max_length=2000, blank=True)

    class Meta(Rij.Meta):
        verbose_name_plural = "betrokkenen"


class Gegeven(Rij):
    """A category of personal data (AVG art. 30 lid 1 onder c; 9; 10; UAVG art. 46)."""

    naam = models.CharField(max_length=1000, blank=True)
    betrokkenen = models.ForeignKey(
        Betrokkenen, models.SET_NULL, null=True, blank=True, related_name="gegevens"
    )
    soort = models.CharField(max_length=20, choices=SoortGegeven.keuzes(), blank=True)
    doorbrekingsgrond = models.CharField(max_length=30, blank=True)
    doorbreking_toelichting = models.TextField(max_length=2000, blank=True)
    herkomst = models.CharField(max_length=20, choices=Herkomst.keuzes(), blank=True)
    herkomst_toelichting = models.CharField(max_length=1000, blank=True)
    verplicht = models.BooleanField("moet de betrokkene dit geven", null=True, blank=True)
    gevolg = models.TextField("gevolg van niet geven", max_length=2000, blank=True)
    bewaartermijn = models.ForeignKey(
        "verwerkingen.Bewaartermijn", models.SET_NULL, null=True, blank=True, related_name="gegevens"
    )

    class Meta(Rij.Meta):
        verbose_name_plural = "gegevens"
        indexes = [models.Index(fields=["soort"], name="gegeven_soort")]


class Noodzaak(models.Model):
    """Why a category of data is needed for one purpose (AVG art. 5 lid 1 onder c; norm 2.3.1)."""

    gegeven = models.ForeignKey(Gegeven, models.CASCADE, related_name="noodzaken")
    doel = models.ForeignKey(Doel, models.CASCADE, related_name="noodzaken")
    waarom = models.TextField(max_length=2000, blank=True)

    class Meta:
        verbose_name_plural = "noodzaken"
        constraints = [models.UniqueConstraint(fields=["gegeven", "doel"], name="noodzaak_uniek")]

    def __str__(self) -> str:
        return self.waarom[:60]
