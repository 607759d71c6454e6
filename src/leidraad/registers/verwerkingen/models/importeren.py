"""A mapping of columns that proved right, kept so that the next import of the same register is one click."""

from django.db import models

from leidraad.organisaties.models import Gemeente


class Importprofiel(models.Model):
    """Which column of a source goes to which field; recognised by the set of headers."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="importprofielen")
    naam = models.CharField(max_length=100)
    koppen_sha256 = models.CharField(max_length=64)
    kolommen = models.JSONField()

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "importprofielen"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "koppen_sha256"], name="importprofiel_uniek")
        ]

    def __str__(self) -> str:
        return self.naam
