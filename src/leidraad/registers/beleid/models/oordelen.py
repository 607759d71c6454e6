"""What people judged about a version: the conformity check and the reviews."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from leidraad.registers.beleid.begrippen import Uitkomst, Verdict
from leidraad.registers.beleid.models.versie import Beleidsversie


class Conformiteitsoordeel(models.Model):
    """The verdict of a Privacy Officer on one principle of the policy (norm 1.1.5)."""

    versie = models.ForeignKey(Beleidsversie, models.CASCADE, related_name="conformiteit")
    uitgangspunt = models.CharField(max_length=40)
    verdict = models.CharField("oordeel", max_length=20, choices=Verdict.keuzes())
    waarom = models.TextField(max_length=2000)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "conformiteitsoordelen"
        constraints = [
            models.UniqueConstraint(fields=["versie", "uitgangspunt"], name="conformiteitsoordeel_uniek"),
            models.CheckConstraint(condition=Q(verdict__in=list(Verdict)), name="conformiteit_verdict"),
        ]

    def __str__(self) -> str:
        return f"{self.uitgangspunt}: {self.get_verdict_display()}"


class Herbeoordeling(models.Model):
    """A version in force was reviewed: it stays, or there must be a new one (norm 1.1.6)."""

    versie = models.ForeignKey(Beleidsversie, models.PROTECT, related_name="herbeoordelingen")
    uitkomst = models.CharField(max_length=20, choices=Uitkomst.keuzes())
    toelichting = models.TextField(max_length=5000)
    volgende_voor = models.DateField("volgende beoordeling voor")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        ordering = ["-op", "-pk"]
        verbose_name_plural = "herbeoordelingen"
        constraints = [
            models.CheckConstraint(condition=Q(uitkomst__in=list(Uitkomst)), name="herbeoordeling_uitkomst")
        ]

    def __str__(self) -> str:
        return self.get_uitkomst_display()
