"""What follows a breach: notifications to the AP, messages to people, and actions to do better."""

from django.conf import settings
from django.db import models

from leidraad.dossiers.models import Bijlage
from leidraad.registers.datalekken.begrippen import SoortMelding, Wijze
from leidraad.registers.datalekken.models.datalek import Datalek


class Melding(models.Model):
    """One notification to the AP, frozen as it was sent (AVG art. 33 lid 4). `inhoud` is canonical JSON."""

    datalek = models.ForeignKey(Datalek, models.PROTECT, related_name="meldingen")
    nummer = models.PositiveIntegerField()
    soort = models.CharField(max_length=20, choices=SoortMelding.keuzes())
    inhoud = models.TextField()
    sha256 = models.CharField(max_length=64)
    verzonden_op = models.DateTimeField()
    ap_kenmerk = models.CharField("kenmerk van de AP", max_length=100, blank=True)
    ontvangstbewijs = models.ForeignKey(Bijlage, models.PROTECT, null=True, blank=True, related_name="+")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        ordering = ["nummer"]
        verbose_name_plural = "meldingen"
        constraints = [models.UniqueConstraint(fields=["datalek", "nummer"], name="melding_uniek")]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.nummer}"


class Mededeling(models.Model):
    """People were told (AVG art. 34): how, when, how many, and what."""

    datalek = models.ForeignKey(Datalek, models.PROTECT, related_name="mededelingen")
    wijze = models.CharField(max_length=20, choices=Wijze.keuzes())
    verstuurd_op = models.DateTimeField()
    aantal = models.PositiveIntegerField()
    tekst = models.TextField(max_length=20_000)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        ordering = ["verstuurd_op"]
        verbose_name_plural = "mededelingen"

    def __str__(self) -> str:
        return f"{self.get_wijze_display()} aan {self.aantal} mensen"


class Verbeteractie(models.Model):
    """Something that will prevent the next one: with an owner and a date."""

    datalek = models.ForeignKey(Datalek, models.PROTECT, related_name="acties")
    omschrijving = models.CharField(max_length=500)
    eigenaar = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="verbeteracties"
    )
    uiterlijk = models.DateField(null=True, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)
    resultaat = models.TextField(max_length=5000, blank=True)

    class Meta:
        ordering = ["uiterlijk", "id"]
        verbose_name_plural = "verbeteracties"

    def __str__(self) -> str:
        return self.omschrijving[:60]
