"""A question, what was said after it, and what became of general use (norm 1.1.7)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from leidraad.dossiers.models import Dossier
from leidraad.organisaties.models import Gemeente
from leidraad.registers.vragen.begrippen import WACHTEND, SoortReactie, Status

LANGSTE_ONDERWERP = 150
LANGSTE_TEKST = 10_000
_WACHTEND = [status.value for status in WACHTEND]


class Vraag(models.Model):
    """A question of an employee. Its dossier is vertrouwelijk: asker, Privacy Officers and FG read it.

    `uiterlijk` is the last moment of the first answer and never moves. `wacht_tot` is the last moment of what
    the asker waits for now: the first answer, or that on a follow-up.
    """

    dossier = models.OneToOneField(Dossier, models.PROTECT, primary_key=True, related_name="vraag")
    status = models.CharField(max_length=20, choices=Status.keuzes(), default=Status.OPEN.value)
    vrager = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="gestelde_vragen")
    tekst = models.TextField("vraag", max_length=LANGSTE_TEKST)
    gevraagd_op = models.DateTimeField()
    uiterlijk = models.DateTimeField()
    wacht_tot = models.DateTimeField(null=True, blank=True)
    beantwoord_op = models.DateTimeField("eerste antwoord", null=True, blank=True)

    class Meta:
        verbose_name_plural = "vragen"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=[s.value for s in Status]), name="vraag_status"),
            models.CheckConstraint(
                condition=Q(status__in=_WACHTEND, wacht_tot__isnull=False)
                | (~Q(status__in=_WACHTEND) & Q(wacht_tot=None)),
                name="vraag_wacht_zolang_open",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.OPEN.value, beantwoord_op=None)
                | (~Q(status=Status.OPEN.value) & Q(beantwoord_op__isnull=False)),
                name="vraag_open_zonder_antwoord",
            ),
        ]
        indexes = [
            models.Index(fields=["vrager", "-gevraagd_op"], name="vraag_van_vrager"),
            models.Index(fields=["gevraagd_op"], name="vraag_gevraagd"),
            models.Index(fields=["wacht_tot"], condition=Q(wacht_tot__isnull=False), name="vraag_wacht"),
        ]

    def __str__(self) -> str:
        return str(self.dossier)

    @property
    def wacht(self) -> bool:
        """Whether the asker waits for an answer."""
        return self.status in WACHTEND


class Reactie(models.Model):
    """An answer, or what the asker added. What opens the question again has a last moment of its own."""

    vraag = models.ForeignKey(Vraag, models.PROTECT, related_name="reacties")
    soort = models.CharField(max_length=20, choices=SoortReactie.keuzes())
    tekst = models.TextField(max_length=LANGSTE_TEKST)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    functie = models.CharField(max_length=40)
    op = models.DateTimeField()
    uiterlijk = models.DateTimeField(null=True, blank=True)
    afgehandeld_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["op", "id"]
        verbose_name_plural = "reacties"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=[s.value for s in SoortReactie]), name="reactie_soort"
            ),
            models.CheckConstraint(
                condition=Q(soort=SoortReactie.VERVOLG.value) | Q(uiterlijk=None, afgehandeld_op=None),
                name="alleen_een_vervolgvraag_wacht",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} op {self.vraag_id}"


class VeelgesteldeVraag(models.Model):
    """A question and its answer in general words, for everybody who works for one of the gemeenten.

    The texts are written anew: who asked and about which case is never in them.
    """

    bron = models.OneToOneField(Vraag, models.PROTECT, related_name="veelgesteld")
    gemeenten = models.ManyToManyField(Gemeente, related_name="veelgestelde_vragen")
    vraag = models.CharField(max_length=300)
    antwoord = models.TextField(max_length=LANGSTE_TEKST)
    gewijzigd_op = models.DateTimeField()
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["vraag", "pk"]
        verbose_name_plural = "veelgestelde vragen"

    def __str__(self) -> str:
        return self.vraag
