"""How a breach reaches us: by anyone who is signed in, or by a processor through a personal link."""

from django.conf import settings
from django.db import models

from leidraad.organisaties.models import Gemeente
from leidraad.registers.datalekken.models.datalek import Datalek


class Meldlink(models.Model):
    """A link with which one processor can report without signing in; only the hash of its secret is kept."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="meldlinks")
    verwerker = models.CharField(max_length=300)
    geheim_sha256 = models.CharField(max_length=64, unique=True)
    aangemaakt_op = models.DateTimeField()
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["verwerker"]
        verbose_name_plural = "meldlinks"

    def __str__(self) -> str:
        return f"Meldlink van {self.verwerker}"


class Aanvulling(models.Model):
    """What the reporter adds later. She sees the state and her own words, not the file."""

    datalek = models.ForeignKey(Datalek, models.PROTECT, related_name="aanvullingen")
    tekst = models.TextField(max_length=5000)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    op = models.DateTimeField()

    class Meta:
        ordering = ["op", "id"]
        verbose_name_plural = "aanvullingen"

    def __str__(self) -> str:
        return f"aanvulling op {self.datalek_id}"
