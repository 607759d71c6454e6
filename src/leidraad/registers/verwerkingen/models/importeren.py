"""What an import remembers: which column was which field, and what it brought in last time."""

from django.db import models

from leidraad.organisaties.models import Gemeente


class Importprofiel(models.Model):
    """Which column of a source goes to which field, and which of its units is which unit of ours.

    Recognised by the set of headers.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="importprofielen")
    naam = models.CharField(max_length=100)
    koppen_sha256 = models.CharField(max_length=64)
    kolommen = models.JSONField()
    eenheden = models.JSONField(default=dict)

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "importprofielen"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "koppen_sha256"], name="importprofiel_uniek")
        ]

    def __str__(self) -> str:
        return self.naam


class Importbron(models.Model):
    """Where a verwerking came from.

    `sleutel` is the source's own number, or name and unit when it has none. `inhoud_sha256` is over the
    content as it was imported last: as long as the working copy still has it, nobody edited it since.
    `eenheid` is the unit it got then: as long as the dossier still has it, nobody moved it since.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="importbronnen")
    verwerking = models.ForeignKey("verwerkingen.Verwerking", models.CASCADE, related_name="importbronnen")
    sleutel = models.CharField(max_length=200)
    naam = models.CharField(max_length=300)
    koppen_sha256 = models.CharField(max_length=64)
    inhoud_sha256 = models.CharField(max_length=64)
    eenheid = models.CharField(max_length=150, blank=True)

    class Meta:
        verbose_name_plural = "importbronnen"
        constraints = [models.UniqueConstraint(fields=["gemeente", "sleutel"], name="importbron_uniek")]

    def __str__(self) -> str:
        return self.sleutel
