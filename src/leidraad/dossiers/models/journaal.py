"""The journaal: an append-only log, chained per dossier and sealed per day (ontwerp: Journaal)."""

from django.db import models


class Journaalregel(models.Model):
    """One line: who, when, what. Database triggers refuse to change or delete it.

    `keten` is the uuid of the dossier (or of a chain for something that has no dossier). No foreign keys:
    the log outlives what it tells about. `hash` covers the previous line of the chain and all of this one.
    """

    keten = models.UUIDField()
    volgnummer = models.PositiveIntegerField()
    op = models.DateTimeField()
    handeling = models.CharField(max_length=60)
    functie = models.CharField(max_length=40)
    persoon_id = models.BigIntegerField(null=True)
    details = models.TextField(default="{}")
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["keten", "volgnummer"]
        verbose_name_plural = "journaalregels"
        constraints = [models.UniqueConstraint(fields=["keten", "volgnummer"], name="journaal_keten_uniek")]

    def __str__(self) -> str:
        return f"{self.op:%Y-%m-%d %H:%M} {self.functie}: {self.handeling}"


class Zegel(models.Model):
    """The seal of a day: the Merkle root (RFC 6962 style) over the head of every chain at that moment."""

    dag = models.DateField(unique=True)
    op = models.DateTimeField()
    ketens = models.PositiveIntegerField("aantal ketens")
    laatste_id = models.BigIntegerField("laatste journaalregel die het zegel dekt")
    wortel = models.CharField(max_length=64)

    class Meta:
        ordering = ["-dag"]
        verbose_name_plural = "zegels"

    def __str__(self) -> str:
        return f"Zegel van {self.dag}"
