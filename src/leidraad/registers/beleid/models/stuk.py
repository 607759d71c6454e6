"""The policy document, apart from what its versions say."""

from django.db import models
from django.db.models import Q

from leidraad.dossiers.models import Dossier
from leidraad.organisaties.models import Gemeente
from leidraad.registers.beleid.begrippen import Soort


class Beleidsstuk(models.Model):
    """A document of policy of one gemeente. Each gemeente has its own, also when four adopt the same text.

    `verwacht` is the code of the expected document it fulfils; `eigenaar` the function that keeps it.
    """

    dossier = models.OneToOneField(Dossier, models.PROTECT, primary_key=True, related_name="beleidsstuk")
    # Never changes for a dossier, so the copy is always true: what a gemeente has is asked all the time.
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="beleidsstukken", db_index=False)
    soort = models.CharField(max_length=20, choices=Soort.keuzes())
    verwacht = models.CharField("vult in", max_length=40, blank=True)
    eigenaar = models.CharField(max_length=40)
    omschrijving = models.TextField(max_length=5000, blank=True)
    kopie_van = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="kopieen")

    class Meta:
        verbose_name_plural = "beleidsstukken"
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=list(Soort)), name="beleidsstuk_soort"),
            models.CheckConstraint(condition=~Q(eigenaar=""), name="beleidsstuk_met_eigenaar"),
        ]
        indexes = [models.Index(fields=["gemeente", "verwacht"], name="beleidsstuk_verwacht")]

    def __str__(self) -> str:
        return str(self.dossier)
