"""The verwerking itself: a dossier of this register (AVG art. 30; Wpg art. 31d)."""

from django.db import models
from django.db.models import F, Q

from leidraad.dossiers.models import Dossier, Versie
from leidraad.organisaties.models import Bestuursorgaan
from leidraad.registers.verwerkingen.begrippen import (
    Beoordeeld,
    Informatiewijze,
    Openbaarheid,
    Regime,
    Rol,
    Status,
)


class Verwerking(models.Model):
    """The working copy of one verwerking.

    What has been established stays frozen in `geldende_versie`, and public until the next one.
    `gevoeligheid`, `volledigheid` and `leesniveau` follow from the content; handelingen keep them in step.
    """

    dossier = models.OneToOneField(Dossier, models.PROTECT, primary_key=True, related_name="verwerking")
    status = models.CharField(max_length=20, choices=Status.keuzes(), default=Status.CONCEPT.value)
    geldende_versie = models.ForeignKey(Versie, models.PROTECT, null=True, blank=True, related_name="+")
    gevoeligheid = models.CharField(max_length=20, default="basis")
    volledigheid = models.PositiveSmallIntegerField("volledigheid in procenten", default=0)
    leesniveau = models.CharField("leesniveau van de privacyverklaring", max_length=10, blank=True)

    openbaarheid = models.CharField(max_length=20, choices=Openbaarheid.keuzes(), blank=True)
    niet_openbaar_grond = models.CharField("grond in de Woo", max_length=20, blank=True)
    niet_openbaar_toelichting = models.TextField("toelichting", max_length=2000, blank=True)

    omschrijving = models.TextField(max_length=5000, blank=True)
    regime = models.CharField("wet", max_length=10, choices=Regime.keuzes(), default=Regime.AVG.value)
    rol = models.CharField("rol van de gemeente", max_length=20, choices=Rol.keuzes(), blank=True)
    rol_toelichting = models.TextField("verdeling of opdrachtgever", max_length=2000, blank=True)
    bestuursorgaan = models.ForeignKey(
        Bestuursorgaan, models.PROTECT, null=True, blank=True, related_name="verwerkingen"
    )
    startdatum = models.DateField(null=True, blank=True)
    einddatum = models.DateField(null=True, blank=True)
    hoofdverwerking = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="deelverwerkingen"
    )
    wettelijke_taak = models.CharField("wettelijke taak of proces", max_length=300, blank=True)
    procestype = models.CharField("procestype van de Selectielijst", max_length=10, blank=True)

    profilering = models.BooleanField(null=True, blank=True)
    profilering_toelichting = models.TextField(max_length=5000, blank=True)
    geautomatiseerd_besluit = models.BooleanField("geautomatiseerd besluit", null=True, blank=True)
    menselijke_controle = models.TextField("controle door een medewerker", max_length=5000, blank=True)
    proportionaliteit = models.CharField(max_length=20, choices=Beoordeeld.keuzes(), blank=True)
    proportionaliteit_waarom = models.TextField(max_length=5000, blank=True)
    subsidiariteit = models.CharField(max_length=20, choices=Beoordeeld.keuzes(), blank=True)
    subsidiariteit_waarom = models.TextField(max_length=5000, blank=True)
    juistheid = models.TextField(max_length=5000, blank=True)
    informatiewijze = models.CharField(max_length=20, choices=Informatiewijze.keuzes(), blank=True)
    privacyverklaring = models.TextField(max_length=20_000, blank=True)
    privacyverklaring_link = models.URLField("link naar de privacyverklaring", max_length=500, blank=True)
    informatie_uitzondering = models.CharField("artikel van de uitzondering", max_length=200, blank=True)

    notitie = models.TextField("interne notitie", max_length=50_000, blank=True)
    bron_nummer = models.CharField("nummer in het oude register", max_length=100, blank=True, db_index=True)

    class Meta:
        verbose_name_plural = "verwerkingen"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=list(Status)), name="verwerking_status"),
            models.CheckConstraint(
                condition=Q(startdatum=None) | Q(einddatum=None) | Q(startdatum__lte=F("einddatum")),
                name="verwerking_start_voor_eind",
            ),
            # What is established has a frozen version, and only a concept can be without one.
            models.CheckConstraint(
                condition=~Q(status__in=["vastgesteld", "in_herziening"]) | Q(geldende_versie__isnull=False),
                name="vastgesteld_heeft_versie",
            ),
            models.CheckConstraint(
                condition=~Q(openbaarheid="niet_openbaar", niet_openbaar_grond=""),
                name="niet_openbaar_met_grond",
            ),
        ]
        # With the dossier in it, filtering on status reads the index alone.
        indexes = [models.Index(fields=["status", "dossier"], name="verwerking_status_dossier")]

    def __str__(self) -> str:
        return str(self.dossier)

    @property
    def is_openbaar(self) -> bool:
        """Whether inhabitants can read the established version."""
        return self.openbaarheid == Openbaarheid.OPENBAAR and self.geldende_versie_id is not None
