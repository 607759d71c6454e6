"""The breach itself (AVG art. 33 lid 5; Wpg art. 32 lid 1 onder d)."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q

from leidraad.dossiers.models import Dossier
from leidraad.registers.datalekken.begrippen import (
    Oorzaak,
    Regime,
    Risico,
    SoortIncident,
    Status,
    Uitzondering,
    Zekerheid,
)
from leidraad.registers.datalekken.inhoud import FACTOREN


def _factor(naam: str) -> "models.PositiveSmallIntegerField[int | None, int | None]":
    return models.PositiveSmallIntegerField(naam, null=True, blank=True, validators=[MaxValueValidator(3)])


class Datalek(models.Model):
    """A reported incident and everything that is known of it. Its dossier is always vertrouwelijk."""

    dossier = models.OneToOneField(Dossier, models.PROTECT, primary_key=True, related_name="datalek")
    status = models.CharField(max_length=20, choices=Status.keuzes(), default=Status.GEMELD.value)
    melder = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="gemelde_datalekken"
    )
    namens = models.CharField("gemeld namens", max_length=200, blank=True)
    gemeld_op = models.DateTimeField("bij ons gemeld op")
    # What the reporter wrote stays hers to read, whatever the file says later.
    eigen_woorden = models.TextField("woorden van de melder", max_length=20_000, blank=True)
    beoordeeld_op = models.DateTimeField(null=True, blank=True)
    geen_datalek_reden = models.TextField(max_length=5000, blank=True)
    ciso_ingelicht_op = models.DateTimeField(null=True, blank=True)
    # From then on only what the statistics need is left (Selectielijst 29.1).
    vernietigd_op = models.DateTimeField(null=True, blank=True)

    omschrijving = models.TextField(max_length=20_000, blank=True)
    regime = models.CharField("wet", max_length=10, choices=Regime.keuzes(), default=Regime.AVG.value)
    soort_incident = models.CharField(max_length=30, choices=SoortIncident.keuzes(), blank=True)
    vertrouwelijkheid_geschonden = models.BooleanField("iemand zag of kreeg gegevens", default=False)
    integriteit_geschonden = models.BooleanField("gegevens zijn veranderd", default=False)
    beschikbaarheid_geschonden = models.BooleanField("gegevens zijn weg of niet bereikbaar", default=False)
    oorzaak = models.CharField(max_length=30, choices=Oorzaak.keuzes(), blank=True)
    oorzaak_toelichting = models.TextField(max_length=5000, blank=True)
    beveiligingsincident = models.BooleanField(null=True, blank=True)
    verwerker = models.CharField(max_length=300, blank=True)
    gebeurd_van = models.DateTimeField(null=True, blank=True)
    gebeurd_tot = models.DateTimeField(null=True, blank=True)
    gebeurd_zekerheid = models.CharField(max_length=20, choices=Zekerheid.keuzes(), blank=True)
    duurt_voort = models.BooleanField(default=False)
    ontdekt_op = models.DateTimeField(null=True, blank=True)
    kennisgenomen_op = models.DateTimeField(null=True, blank=True)
    verwerker_meldde_op = models.DateTimeField(null=True, blank=True)
    intern_gemeld_op = models.DateTimeField(null=True, blank=True)
    reden_te_laat = models.TextField(max_length=5000, blank=True)
    versleuteld = models.BooleanField(null=True, blank=True)
    maatregelen_vooraf = models.TextField(max_length=5000, blank=True)
    gevolgen = models.TextField(max_length=5000, blank=True)
    soort_gegevens = _factor("soort gegevens")
    omvang = _factor("omvang")
    identificeerbaarheid = _factor("identificeerbaarheid")
    ernst = _factor("ernst")
    kwetsbaren = _factor("kwetsbaren")
    omkeerbaarheid = _factor("omkeerbaarheid")
    risico = models.CharField(max_length=20, choices=Risico.keuzes(), blank=True)
    risico_reden = models.TextField(max_length=5000, blank=True)
    maatregelen_gedicht = models.TextField(max_length=5000, blank=True)
    maatregelen_voorkomen = models.TextField(max_length=5000, blank=True)
    grensoverschrijdend = models.BooleanField(null=True, blank=True)
    andere_toezichthouders = models.CharField(max_length=500, blank=True)
    uitzondering = models.CharField(max_length=30, choices=Uitzondering.keuzes(), blank=True)
    uitzondering_toelichting = models.TextField(max_length=5000, blank=True)

    class Meta:
        verbose_name_plural = "datalekken"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=list(Status)), name="datalek_status"),
            models.CheckConstraint(
                condition=~Q(status="geen_datalek", geen_datalek_reden=""), name="geen_datalek_met_reden"
            ),
            models.CheckConstraint(
                condition=Q(gebeurd_van=None) | Q(gebeurd_tot=None) | Q(gebeurd_van__lte=F("gebeurd_tot")),
                name="datalek_van_voor_tot",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{naam: None}) | Q(**{f"{naam}__lte": 3}), name=f"datalek_factor_{naam}"
                )
                for naam in FACTOREN
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="datalek_status_idx"),
            models.Index(fields=["gemeld_op"], name="datalek_gemeld_idx"),
        ]

    def __str__(self) -> str:
        return str(self.dossier)


class _Rij(models.Model):
    """A row of a breach; `regel` is its own number in the list."""

    datalek = models.ForeignKey(Datalek, models.CASCADE, related_name="%(class)s_rijen")
    regel = models.PositiveIntegerField()

    class Meta:
        abstract = True
        ordering = ["regel"]
        constraints = [models.UniqueConstraint(fields=["datalek", "regel"], name="%(class)s_regel_uniek")]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.regel}"


class Getroffenen(_Rij):
    """A category of people, with the least and most people it can be."""

    naam = models.CharField(max_length=300, blank=True)
    minimum = models.PositiveIntegerField(null=True, blank=True)
    maximum = models.PositiveIntegerField(null=True, blank=True)
    kwetsbaar = models.BooleanField(null=True, blank=True)

    class Meta(_Rij.Meta):
        verbose_name_plural = "getroffenen"


class GelektGegeven(_Rij):
    """A category of data and roughly how many records."""

    naam = models.CharField(max_length=300, blank=True)
    soort = models.CharField(max_length=20, blank=True)
    aantal = models.PositiveIntegerField(null=True, blank=True)

    class Meta(_Rij.Meta):
        verbose_name_plural = "gelekte gegevens"
