"""Where policy holds, who has read it, and which documents a gemeente is expected to have."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leidraad.dossiers.models import Bijlage
from leidraad.organisaties.models import Gemeente
from leidraad.registers.beleid.models.stuk import Beleidsstuk
from leidraad.registers.beleid.models.versie import Beleidsversie
from leidraad.registers.beleid.regels.verwachten import verwachte_stukken


class Toepassing(models.Model):
    """The decision that makes a document hold for the griffie (norm 1.1.2).

    It counts from `geldig_vanaf`, and no longer on `ingetrokken_per`.
    """

    stuk = models.ForeignKey(Beleidsstuk, models.PROTECT, related_name="toepassingen")
    orgaan = models.CharField(max_length=150, default="Werkgeverscommissie van de griffie")
    besluitdatum = models.DateField()
    geldig_vanaf = models.DateField()
    ingetrokken_per = models.DateField(null=True, blank=True)
    besluit = models.ForeignKey(Bijlage, models.PROTECT, null=True, blank=True, related_name="+")
    besluit_kenmerk = models.CharField("kenmerk van het besluit", max_length=200, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        ordering = ["-geldig_vanaf", "-pk"]
        verbose_name_plural = "toepassingen"
        constraints = [
            models.UniqueConstraint(
                fields=["stuk"], condition=Q(ingetrokken_per=None), name="toepassing_een_lopend"
            ),
            models.CheckConstraint(
                condition=Q(besluitdatum__lte=F("geldig_vanaf")), name="toepassing_besluit_eerst"
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_per=None) | Q(geldig_vanaf__lte=F("ingetrokken_per")),
                name="toepassing_van_voor_tot",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.orgaan}, {self.besluitdatum:%d-%m-%Y}"


class Kennisname(models.Model):
    """Somebody has read a version. Once; it is never undone."""

    versie = models.ForeignKey(Beleidsversie, models.PROTECT, related_name="kennisnames")
    persoon = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="kennisnames")
    op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "kennisnames"
        constraints = [models.UniqueConstraint(fields=["versie", "persoon"], name="kennisname_uniek")]

    def __str__(self) -> str:
        return f"{self.persoon_id} las {self.versie_id}"


class Verwacht(models.Model):
    """That a gemeente is expected to have a document which the policy names (norm 4.6.2).

    One row per gemeente and code of the list `verwachte_stukken`, so that what is missing can be counted. A
    gemeente without boa's needs no instruction for them: then `niet_nodig` says why.
    """

    gemeente = models.ForeignKey(Gemeente, models.CASCADE, related_name="verwachte_stukken")
    code = models.CharField(max_length=40)
    niet_nodig = models.CharField("waarom niet nodig", max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "verwachte stukken"
        constraints = [models.UniqueConstraint(fields=["gemeente", "code"], name="verwacht_stuk_uniek")]

    def __str__(self) -> str:
        return f"{self.naam} ({self.gemeente})"

    @property
    def naam(self) -> str:
        """The name of the document; a code that left the list reads as its own words."""
        item = verwachte_stukken(timezone.localdate()).get(self.code)
        return item.naam if item else self.code.replace("_", " ")
