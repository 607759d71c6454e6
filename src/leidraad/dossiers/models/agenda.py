"""The secret by which somebody's own calendar program reads her deadlines."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Agendasleutel(models.Model):
    """One secret address of a calendar feed. Only its fingerprint is kept; it is shown once."""

    persoon = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="agendasleutels")
    sha256 = models.CharField(max_length=64, unique=True)
    aangemaakt_op = models.DateTimeField()
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "agendasleutels"
        constraints = [
            models.UniqueConstraint(
                fields=["persoon"], condition=Q(ingetrokken_op=None), name="agendasleutel_een_per_persoon"
            )
        ]

    def __str__(self) -> str:
        return f"agenda van {self.persoon_id}"
