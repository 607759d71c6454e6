"""The search index: stemmed words per dossier, for staff and for the public apart."""

from django.db import models

from leidraad.dossiers.models.dossier import Dossier


class Zoektekst(models.Model):
    """The stems of a dossier's text. `openbaar` holds only what inhabitants may find."""

    class Bereik(models.TextChoices):
        WERK = "werk", "Werk"
        OPENBAAR = "openbaar", "Openbaar"

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="zoekteksten")
    bereik = models.CharField(max_length=10, choices=Bereik.choices)
    stammen = models.TextField()

    class Meta:
        verbose_name_plural = "zoekteksten"
        constraints = [models.UniqueConstraint(fields=["dossier", "bereik"], name="zoektekst_uniek")]

    def __str__(self) -> str:
        return f"zoektekst van {self.dossier_id} ({self.bereik})"
