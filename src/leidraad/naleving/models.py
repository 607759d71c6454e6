"""What the room of the norms keeps: a stand per day, and one dossier per norm with its statements."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from leidraad.dossiers.models import Bijlage, Dossier
from leidraad.normen.oordeel import Oordeel
from leidraad.organisaties.models import Gemeente


class Dagstand(models.Model):
    """How one gemeente stood on one day. A day without a row is a gap: nobody looked, so nothing is known."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="dagstanden")
    dag = models.DateField()
    berekend_op = models.DateTimeField()
    gehaald = models.PositiveSmallIntegerField(default=0)
    niet_gehaald = models.PositiveSmallIntegerField(default=0)
    nog_niets_vastgelegd = models.PositiveSmallIntegerField(default=0)
    attest_nodig = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["dag"]
        verbose_name_plural = "dagstanden"
        constraints = [models.UniqueConstraint(fields=["gemeente", "dag"], name="dagstand_uniek")]

    def __str__(self) -> str:
        return f"{self.gemeente_id} op {self.dag}"

    @property
    def beoordeeld(self) -> int:
        """How many norms could be judged that day."""
        return self.gehaald + self.niet_gehaald


class Stand(models.Model):
    """The figures of one norm on one day. A norm that was not built yet has no row."""

    dagstand = models.ForeignKey(Dagstand, models.CASCADE, related_name="standen")
    norm = models.CharField(max_length=10)
    totaal = models.PositiveIntegerField()
    tekort = models.PositiveIntegerField()
    oordeel = models.CharField(max_length=30, choices=[(o.value, o.label) for o in Oordeel])

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "standen"
        constraints = [
            models.UniqueConstraint(fields=["dagstand", "norm"], name="stand_uniek"),
            models.CheckConstraint(condition=Q(tekort__lte=F("totaal")), name="stand_tekort_past"),
        ]

    def __str__(self) -> str:
        return f"{self.norm}: {self.tekort} van {self.totaal}"


class Normdossier(models.Model):
    """The dossier of one norm in one gemeente: its statements, evidence, remarks and tasks.

    Opened when there is something to keep: a statement, or a shortfall that is no dossier of its own.
    """

    dossier = models.OneToOneField(Dossier, models.PROTECT, primary_key=True, related_name="normdossier")
    # A copy of the dossier's, for the constraint; it never changes.
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="normdossiers")
    norm = models.CharField(max_length=10)

    class Meta:
        verbose_name_plural = "normdossiers"
        constraints = [models.UniqueConstraint(fields=["gemeente", "norm"], name="normdossier_uniek")]

    def __str__(self) -> str:
        return f"{self.norm} ({self.gemeente_id})"


class Verklaring(models.Model):
    """The statement of a person about a norm, with evidence, valid up to and including `geldig_tot`.

    Statements are never changed: a newer one takes the place of an older one.
    """

    normdossier = models.ForeignKey(Normdossier, models.PROTECT, related_name="verklaringen")
    voldoet = models.BooleanField()
    toelichting = models.TextField(max_length=5000)
    bewijs = models.CharField(max_length=500)
    bijlage = models.ForeignKey(Bijlage, models.PROTECT, null=True, blank=True, related_name="+")
    functie = models.CharField(max_length=40)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    op = models.DateTimeField()
    geldig_tot = models.DateField()

    class Meta:
        ordering = ["-op", "-id"]
        verbose_name_plural = "verklaringen"
        indexes = [models.Index(fields=["normdossier", "-op"], name="verklaring_laatste")]

    def __str__(self) -> str:
        return f"verklaring bij {self.normdossier_id}"
