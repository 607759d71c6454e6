"""What inhabitants can find: one row per established version that was made public (norm 3.3.3)."""

from django.db import models
from django.db.models import Q

from leidraad.dossiers.models import Versie
from leidraad.organisaties.models import Eenheid, Gemeente
from leidraad.registers.verwerkingen.models.verwerking import Verwerking


class Publicatie(models.Model):
    """A version that inhabitants may read, with the few facts by which the public register lists and filters.

    Taken from the frozen version, so a draft never shows through. One row per public verwerking is `huidig`;
    the others are the versions that it replaced. Withdrawing a verwerking deletes its rows.
    """

    versie = models.OneToOneField(Versie, models.PROTECT, primary_key=True, related_name="publicatie")
    verwerking = models.ForeignKey(Verwerking, models.PROTECT, related_name="publicaties")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="publicaties")
    eenheid = models.ForeignKey(Eenheid, models.PROTECT, null=True, blank=True, related_name="publicaties")
    huidig = models.BooleanField("nu openbaar", default=True)
    nummer = models.CharField(max_length=20)
    titel = models.CharField(max_length=300)
    samenvatting = models.CharField(max_length=300, blank=True)
    grondslagen = models.CharField("codes van de grondslagen", max_length=100, blank=True)
    wetten = models.CharField(max_length=1000, blank=True)
    bijzonder = models.BooleanField("bijzondere of strafrechtelijke gegevens", default=False)
    kwetsbaar = models.BooleanField("kwetsbare mensen", default=False)
    einddatum = models.DateField(null=True, blank=True)
    vastgesteld_op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "publicaties"
        constraints = [
            models.UniqueConstraint(
                fields=["verwerking"], condition=Q(huidig=True), name="publicatie_een_huidige"
            )
        ]
        # In the order of the list, so that a page never sorts the whole register; `huidig` is named again at
        # the end so that counting needs the index only.
        indexes = [
            models.Index(
                fields=["gemeente", "titel", "versie", "huidig"],
                condition=Q(huidig=True),
                name="publicatie_titel",
            ),
            models.Index(
                fields=["gemeente", "vastgesteld_op", "versie", "huidig"],
                condition=Q(huidig=True),
                name="publicatie_recent",
            ),
            models.Index(fields=["gemeente", "nummer"], name="publicatie_nummer"),
        ]

    def __str__(self) -> str:
        return f"{self.nummer} {self.titel}"
