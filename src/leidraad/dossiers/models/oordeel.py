"""What people judge about a dossier: rounds of judgement, advice, and the frozen versions that follow."""

from django.conf import settings
from django.db import models

from leidraad.dossiers.models.dossier import Dossier


class Beoordeling(models.Model):
    """One judgement in a round: by whom in which role, the verdict, the reasons."""

    class Uitkomst(models.TextChoices):
        AKKOORD = "akkoord", "Akkoord"
        TERUGGESTUURD = "teruggestuurd", "Teruggestuurd"
        VASTGESTELD = "vastgesteld", "Vastgesteld"
        BEEINDIGD = "beeindigd", "Beëindigd"

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="beoordelingen")
    rol = models.CharField(max_length=40)
    uitkomst = models.CharField(max_length=20, choices=Uitkomst.choices)
    redenen = models.TextField(max_length=5000, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        ordering = ["-op", "-id"]
        verbose_name_plural = "beoordelingen"
        constraints = [
            # Who is sent back must be able to read why.
            models.CheckConstraint(
                condition=~models.Q(uitkomst="teruggestuurd", redenen=""), name="terugsturen_met_redenen"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_uitkomst_display()} door {self.rol}"


class Advies(models.Model):
    """Advice of a Privacy Officer or the FG, and how the organisation follows or explains it.

    Nobody but the adviser changes the advice (norm 4.5.1).
    """

    class Van(models.TextChoices):
        PRIVACY_OFFICER = "privacy_officer", "Privacy Officer"
        FG = "fg", "Functionaris Gegevensbescherming"

    class Reactie(models.TextChoices):
        VOLGT = "volgt", "De organisatie volgt het advies"
        LEGT_UIT = "legt_uit", "De organisatie wijkt af en legt uit waarom"

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="adviezen")
    van = models.CharField(max_length=20, choices=Van.choices)
    tekst = models.TextField(max_length=20_000)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    op = models.DateTimeField()
    reactie = models.CharField(max_length=20, choices=Reactie.choices, blank=True)
    reactie_toelichting = models.TextField(max_length=5000, blank=True)
    reactie_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reactie_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-op", "-id"]
        verbose_name_plural = "adviezen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reactie="", reactie_door=None, reactie_op=None)
                | (~models.Q(reactie="") & models.Q(reactie_door__isnull=False, reactie_op__isnull=False)),
                name="reactie_met_wie_en_wanneer",
            ),
            models.CheckConstraint(
                condition=~models.Q(reactie="legt_uit", reactie_toelichting=""), name="afwijken_met_uitleg"
            ),
        ]

    def __str__(self) -> str:
        return f"Advies van {self.get_van_display()}"


class Versie(models.Model):
    """A frozen, established state of a dossier. `inhoud` is canonical JSON; `sha256` is over that text."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="versies")
    nummer = models.PositiveIntegerField()
    inhoud = models.TextField()
    sha256 = models.CharField(max_length=64)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    functie = models.CharField(max_length=40)
    op = models.DateTimeField()
    toelichting = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-nummer"]
        verbose_name_plural = "versies"
        constraints = [models.UniqueConstraint(fields=["dossier", "nummer"], name="versie_uniek")]

    def __str__(self) -> str:
        return f"versie {self.nummer}"
