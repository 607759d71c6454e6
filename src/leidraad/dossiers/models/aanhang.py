"""What people hang on a dossier: attachments, remarks and links to other dossiers."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from leidraad.dossiers.models.dossier import Dossier


def _willekeurig_pad(bijlage: "Bijlage", bestandsnaam: str) -> str:
    """A random name outside the web root: the uploaded name never reaches the file system."""
    naam = uuid.uuid4().hex
    return f"{naam[:2]}/{naam}"


class Bijlage(models.Model):
    """A file with a dossier, checked by content and extension, at most 25 MB, served as attachment."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="bijlagen")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    bestand = models.FileField(upload_to=_willekeurig_pad, max_length=200)
    naam = models.CharField("bestandsnaam", max_length=200)
    omschrijving = models.CharField(max_length=300, blank=True)
    mediatype = models.CharField(max_length=100)
    grootte = models.PositiveIntegerField("grootte in bytes")
    sha256 = models.CharField(max_length=64)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    op = models.DateTimeField()
    verwijderd_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-op"]
        verbose_name_plural = "bijlagen"

    def __str__(self) -> str:
        return self.naam


class Opmerking(models.Model):
    """A remark with a dossier. Internal: never published."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="opmerkingen")
    tekst = models.TextField(max_length=5000)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    functie = models.CharField(max_length=40)
    op = models.DateTimeField()

    class Meta:
        ordering = ["-op", "-id"]
        verbose_name_plural = "opmerkingen"

    def __str__(self) -> str:
        return self.tekst[:60]


class Koppeling(models.Model):
    """A fact between two dossiers, possibly of different registers, such as `datalek raakt verwerking`."""

    van = models.ForeignKey(Dossier, models.PROTECT, related_name="koppelingen_uit")
    naar = models.ForeignKey(Dossier, models.PROTECT, related_name="koppelingen_in")
    soort = models.CharField(max_length=40)
    op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "koppelingen"
        constraints = [
            models.UniqueConstraint(fields=["van", "naar", "soort"], name="koppeling_uniek"),
            models.CheckConstraint(condition=~Q(van=F("naar")), name="koppeling_niet_met_zichzelf"),
        ]

    def __str__(self) -> str:
        return f"{self.van_id} {self.soort} {self.naar_id}"
