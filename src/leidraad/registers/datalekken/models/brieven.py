"""The own Word template of a gemeente for letters to people (AVG art. 34)."""

import uuid

from django.conf import settings
from django.db import models

from leidraad.organisaties.models import Gemeente


def _willekeurig_pad(sjabloon: "Briefsjabloon", bestandsnaam: str) -> str:
    """A random name outside the web root: the uploaded name never reaches the file system."""
    naam = uuid.uuid4().hex
    return f"{naam[:2]}/{naam}"


class Briefsjabloon(models.Model):
    """A Word template that a Privacy Officer uploaded; the newest one of a gemeente is used."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="briefsjablonen")
    bestand = models.FileField(upload_to=_willekeurig_pad, max_length=200)
    naam = models.CharField("bestandsnaam", max_length=200)
    sha256 = models.CharField(max_length=64)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        ordering = ["-op", "-id"]
        verbose_name_plural = "briefsjablonen"

    def __str__(self) -> str:
        return f"{self.naam} ({self.gemeente})"
