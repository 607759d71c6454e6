"""The outbox, what each person wants to receive, the schedule, and the workers that are alive."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q

from leidraad.berichten.soorten import Wijze
from leidraad.organisaties.models import Gemeente, Persoon
from leidraad.organisaties.rechten import Lid, Recht


class BerichtQuerySet(models.QuerySet["Bericht"]):
    """Messages, and which of them a beheerder may look after."""

    def te_verzenden(self, nu: datetime) -> BerichtQuerySet:
        """What has to leave now, oldest first."""
        return self.filter(status=Bericht.Status.KLAAR, volgende_poging__lte=nu).order_by(
            "volgende_poging", "pk"
        )

    def van_beheerder(self, lid: Lid) -> BerichtQuerySet:
        """The messages of the gemeenten in which `lid` keeps the accounts."""
        mijn = lid.gemeenten(Recht.BEHEREN)
        collegas = Persoon.objects.filter(functies__gemeente__in=mijn)
        return self.filter(Q(gemeente__in=mijn) | Q(gemeente=None, ontvanger__in=collegas))


class Bericht(models.Model):
    """One e-mail, written in the same transaction as what it tells about; the worker sends it later."""

    class Status(models.TextChoices):
        KLAAR = "klaar", "Staat klaar"
        OVERZICHT = "overzicht", "Wacht op het dagoverzicht"
        WORDT_VERZONDEN = "wordt_verzonden", "Wordt verzonden"
        VERZONDEN = "verzonden", "Verzonden"
        OPGENOMEN = "opgenomen", "Opgenomen in een dagoverzicht"
        MISLUKT = "mislukt", "Mislukt"
        ONZEKER = "onzeker", "Onzeker"
        VERVALLEN = "vervallen", "Afgesloten"

    ontvanger = models.ForeignKey(Persoon, models.CASCADE, null=True, related_name="berichten")
    adres = models.EmailField("e-mailadres")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, null=True, related_name="berichten")
    soort = models.CharField(max_length=40)
    onderwerp = models.CharField(max_length=200)
    tekst = models.TextField()
    pad = models.CharField(max_length=300)
    sleutel = models.CharField(max_length=200, unique=True)
    aangemaakt_op = models.DateTimeField()
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.KLAAR)
    pogingen = models.PositiveSmallIntegerField(default=0)
    volgende_poging = models.DateTimeField(null=True)
    geclaimd_op = models.DateTimeField("in verzending sinds", null=True)
    verzonden_op = models.DateTimeField(null=True)
    fout = models.CharField(max_length=200, blank=True)
    overzicht = models.ForeignKey("self", models.SET_NULL, null=True, related_name="onderdelen")

    objects = BerichtQuerySet.as_manager()

    class Meta:
        ordering = ["-aangemaakt_op", "-pk"]
        verbose_name_plural = "berichten"
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="klaar") | Q(volgende_poging__isnull=False),
                name="bericht_klaar_heeft_moment",
            ),
            models.CheckConstraint(
                condition=~Q(status="verzonden") | Q(verzonden_op__isnull=False),
                name="bericht_verzonden_heeft_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "volgende_poging"], name="bericht_wachtrij"),
            models.Index(fields=["ontvanger", "-aangemaakt_op"], name="bericht_per_ontvanger"),
        ]

    def __str__(self) -> str:
        return self.onderwerp

    @property
    def adres_afgeschermd(self) -> str:
        """The address as a beheerder may see it when it is not of a colleague: “j…@voorbeeld.nl”."""
        naam, _, domein = self.adres.partition("@")
        return f"{naam[:1]}…@{domein}"


class Voorkeur(models.Model):
    """How one person wants to receive one kind of message; without a row the kind's own default holds."""

    persoon = models.ForeignKey(Persoon, models.CASCADE, related_name="voorkeuren")
    soort = models.CharField(max_length=40)
    wijze = models.CharField(max_length=12, choices=Wijze.choices)

    class Meta:
        ordering = ["soort"]
        verbose_name_plural = "voorkeuren"
        constraints = [models.UniqueConstraint(fields=["persoon", "soort"], name="voorkeur_uniek")]

    def __str__(self) -> str:
        return f"{self.soort}: {self.wijze}"


class Rooster(models.Model):
    """When a recurring job runs next. A worker takes a turn by changing `volgende_keer` from what it read."""

    naam = models.CharField(max_length=60, primary_key=True)
    volgende_keer = models.DateTimeField()
    laatste_keer = models.DateTimeField(null=True)
    fout = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "rooster"

    def __str__(self) -> str:
        return self.naam


class Werkproces(models.Model):
    """A worker that runs, or ran: its heartbeat says whether its task is still in good hands."""

    kenmerk = models.CharField(max_length=64, primary_key=True)
    gestart_op = models.DateTimeField()
    gezien_op = models.DateTimeField()
    gestopt_op = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-gezien_op"]
        verbose_name_plural = "werkprocessen"

    def __str__(self) -> str:
        return self.kenmerk


class Postbus(models.Model):
    """What the last attempt to reach the mail server gave: one row."""

    naam = models.CharField(max_length=20, primary_key=True, default="post")
    bereikt_op = models.DateTimeField(null=True)
    onbereikbaar_sinds = models.DateTimeField(null=True)
    fout = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "postbussen"

    def __str__(self) -> str:
        return self.naam
