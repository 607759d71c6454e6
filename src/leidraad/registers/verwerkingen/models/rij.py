"""What every row of a verwerking has: the verwerking it belongs to and its own number in the list."""

from django.db import models


class Rij(models.Model):
    """A row in one of the lists of a verwerking. `regel` is unique within the list and never changes."""

    verwerking = models.ForeignKey("verwerkingen.Verwerking", models.CASCADE, related_name="%(class)s_rijen")
    regel = models.PositiveIntegerField()

    class Meta:
        abstract = True
        ordering = ["regel"]
        constraints = [
            models.UniqueConstraint(fields=["verwerking", "regel"], name="%(class)s_regel_uniek"),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.regel}"
